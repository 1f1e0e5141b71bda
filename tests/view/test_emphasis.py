"""What is lit up on a line is found from its traits as it is found from the whole line."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.lines import Fragment
from tui.page.sheet import Spot
from tui.view.widgets.emphasis import Emphasis, Traits, traits_of

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
    MENTIONS,
)
ANYTHING = Traits(frozenset(["x1", "x2", "f1", "f2"]), {"A": (0, 99), "B": (0, 99)})
"""Of a line that every mark might touch: each of its fragments is looked at."""


@given(LINES, LIT, st.booleans())
def test_traits_pass_over_only_what_touches_nothing(
    line: tuple[Fragment, ...], lit: Emphasis, head: bool
) -> None:
    on_it = frozenset(id for fragment in line for id in fragment.ids)
    whole = lit.on(line, ANYTHING._replace(ids=on_it), head)
    assert lit.on(line, traits_of(line), head) == whole
