"""Figures: numbers, times, votes and ages that measure one thing, in whatever words.

`figure_table` gathers all figures of a story with the words around them. `rivals` compares any two
by the weighed evidence of `rival_evidence`, and `estimates` two inside one report. `counts`,
`durations`, `tallies` and `ages` know one sort of figure each and need less evidence.
"""
