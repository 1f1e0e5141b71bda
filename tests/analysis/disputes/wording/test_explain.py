"""A reason cites the words that it is about, whatever stands in front of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.pairs import read
from tui.analysis.disputes.wording.explain import LONGEST, told_at
from tui.model.span import Span

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=60)


@given(WORDS, st.data())
def test_the_cited_words_hold_those_of_the_span(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join(words[:at])) + (at > 0)
    found = told_at(read(text).sentence, Span(start, start + len(words[at])))
    cited = found.partition("“")[2].rstrip("”").strip("…").split()
    assert words[at] in cited
    assert all(word in words for word in cited)
    assert len(" ".join(cited)) <= LONGEST


def test_what_is_cut_off_is_marked_on_its_side() -> None:
    text = "The ferry company will shed 1,400 jobs, " + "a tenth of its staff, " * 5 + "it said."
    sentence = read(text).sentence
    assert told_at(sentence, Span(0, 3)).endswith("…”")
    assert "says “…" in told_at(sentence, Span(text.index("it said"), text.index("it said") + 7))
