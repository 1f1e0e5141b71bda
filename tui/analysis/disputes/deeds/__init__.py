"""Deeds and states: who did it, to whom, how, on which day, and whether at all."""
