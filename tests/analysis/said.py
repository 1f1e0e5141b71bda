"""Texts made at random of words that mean something to the analysis."""

from hypothesis import strategies as st

_WORDS = """
Police rescuers The a men people boats 12 12 50 twelve at-least more than about half did not no was
were arrested freed killed hurt resigned stepped down closed opened on Monday Tuesday 13-July 2024
in Paris London by for of and or but said “never” before after the driver , . ;
""".split()
SAID = st.one_of(st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join), st.text(max_size=60))
"""Mostly sentences, now and then anything at all."""
