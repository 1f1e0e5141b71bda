"""Whole screens: the flow between them and the state they own."""
