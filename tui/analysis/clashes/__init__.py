"""Finds in which slots two sentences contradict each other."""
