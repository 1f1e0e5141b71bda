"""Contradictions: questions that two passages of a story answer differently, wherever they
stand.
"""
