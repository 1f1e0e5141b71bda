"""What is lit up on a line is found from its traits as it is found from the whole line."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.lines import Fragment
from tui.page.sheet import Spot
from tui.page.signs import UNICODE
from tui.view.looks import StyleBook
from tui.view.widgets.emphasis import Emphasis, Traits, hits_on, styled, traits_of

ARTICLES = st.sampled_from("AB")
IDS = st.sampled_from(["x1", "x2", "f1", "f2"])
SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 9)
)
MENTIONS = st.none() | st.builds(Mention, ARTICLES, SPANS)
LINES = st.lists(
    st.builds(
        Fragment,
        st.just("words"),
        st.sampled_from(["text", "shared", "hit"]),
        ARTICLES,
        st.none() | SPANS,
        st.lists(IDS, max_size=2).map(tuple),
    ),
    max_size=6,
).map(tuple)
LIT = st.builds(
    Emphasis,
    st.none() | st.builds(Spot, st.just(0), ARTICLES, SPANS),
    st.frozensets(IDS),
    IDS | st.just(""),
    MENTIONS,
    st.none() | SPANS,
    MENTIONS,
)
ANYTHING = Traits(frozenset(["x1", "x2", "f1", "f2"]), {"A": (0, 99), "B": (0, 99)})
"""Of a line that every mark might touch: each of its fragments is looked at."""


@given(LINES, LIT, st.booleans())
def test_traits_pass_over_only_what_touches_nothing(
    line: tuple[Fragment, ...], lit: Emphasis, head: bool
) -> None:
    on_it = frozenset(id for fragment in line for id in fragment.ids)
    whole = lit.on(line, ANYTHING._replace(ids=on_it), (), head)
    assert lit.on(line, traits_of(line), (), head) == whole


class Names(StyleBook):
    """Gives the name of a look as the link of its style."""

    def __init__(self) -> None:
        """Knows no theme."""

    def style(self, look: str, under: bool = False) -> Style:
        return Style(link=look)


TEXT = "".join(chr(ord("a") + at % 26) for at in range(60))
CUTS = st.lists(st.integers(0, 60), max_size=6).map(lambda cuts: sorted({0, 60, *cuts}))
HITS = st.lists(st.integers(0, 60), max_size=8).map(
    lambda ends: tuple(Span(*pair) for pair in batched(sorted(set(ends))))
)


def batched(ends: list[int]) -> list[tuple[int, int]]:
    return list(zip(ends[::2], ends[1::2], strict=False))


@given(CUTS, HITS, st.sampled_from(["text", "conflict+part", "title"]))
def test_the_letters_of_hits_are_lit_and_no_others(
    cuts: list[int], hits: tuple[Span, ...], look: str
) -> None:
    """However the words are cut by other marks, which leave a sign behind theirs."""
    line = tuple(
        Fragment(TEXT[start:end], look, "A", Span(start, end)) for start, end in pairwise(cuts)
    )
    lit = Emphasis(hits={"A": hits}, hit=Mention("A", hits[0]) if hits else None)
    found = hits_on(lit.hits, traits_of(line))
    pieces = list(styled(line, lit, found, Names(), UNICODE))
    assert "".join(text for text, _ in pieces) == TEXT
    drawn = [str(style.link) for text, style in pieces for _ in text]
    _, plus, more = look.partition("+")
    for at, name in enumerate(drawn):
        hit = next((span for span in hits if span.holds(at)), None)
        lit_as = "hit-here" if hits and hit == hits[0] else "hit"
        assert name == (lit_as + plus + more if hit else look)
