"""Figures: numbers, times, votes and ages that measure one thing, in whatever words."""
