"""Lines are cut and filled to the cell."""

from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import cells
from tui.page.lines import Fragment, cut


@given(
    st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)),
    st.integers(0, 60),
)
def test_cutting_fills_or_cuts_to_the_cell(texts: list[str], width: int) -> None:
    assert cells(cut([Fragment(t) for t in texts], width, "top")) == width
