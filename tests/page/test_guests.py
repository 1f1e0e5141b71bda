"""Passages of other rows: shown where their contradiction is in hand, and nowhere else."""

from tests.page.sheets import aligned, text_of
from tests.page.story import ANALYSIS, CLOSED, article, side_by_side
from tui.model.finding import Mention, Side
from tui.page.guests import MOST_RIVALS
from tui.page.lines import Line


def test_a_guest_shows_the_rival_passage_of_another_row() -> None:
    sheet = aligned(columns="AC", width=120)
    assert "Thursday" not in "".join(text_of(sheet, 4))
    sheet.guest = (4, CLOSED)
    shown = "".join(text_of(sheet, 4))
    assert "from row 3" in shown
    assert "Thursday" in shown
    assert "Thursday" not in "".join(text_of(sheet, 5))
    sheet.guest = None
    assert "Thursday" not in "".join(text_of(sheet, 4))


def test_a_guest_that_stands_in_the_row_itself_is_not_shown_twice() -> None:
    sheet = aligned(columns="AC", width=120)
    before = text_of(sheet, 1)
    sheet.guest = (1, ANALYSIS.contradictions[0])
    assert text_of(sheet, 1) == before


def test_a_click_on_where_a_guest_comes_from_leads_there() -> None:
    sheet = aligned(columns="AC", width=120)
    sheet.guest = (4, CLOSED)
    assert "row:3" in {f.target for line in sheet.lines(4) for f in line if _says(line, "from row")}


def test_of_very_many_guests_the_rest_is_counted() -> None:
    here = article("A", "One boat came.")
    there = article("B", "Nothing of it.", *(f"{n} boats came." for n in range(MOST_RIVALS + 3)))
    story, analysis = side_by_side(here, there)
    sides = (
        Side("one", "one", (Mention("A", here.told[0].span),)),
        Side("many", "many", tuple(Mention("B", p.span) for p in there.told[1:])),
    )
    sheet = aligned(story, analysis, width=120)
    sheet.guest = (0, CLOSED._replace(sides=sides))
    shown = "\n".join(text_of(sheet, 0))
    assert shown.count("from row") == MOST_RIVALS
    assert "3 more passages" in shown


def _says(line: Line, words: str) -> bool:
    return any(words in fragment.text for fragment in line)
