"""The matrix by keys: over the cells, to the words, deciding and tagging without leaving."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.page.story import ANALYSIS, HURT
from tests.view.sample import (
    Words,
    answering,
    claim,
    open_app,
    piloted,
    place,
    press,
    reading_of,
    screen_text,
    stored,
    tags_in,
    to,
    told,
    use,
)
from tui.model.finding import Analysis, finding_key
from tui.model.tag import Verdict
from tui.view.screens.matrix import MatrixScreen

SIZES = [(40, 10), (80, 24), (160, 45)]


def matrix(pilot) -> MatrixScreen:  # type: ignore[no-untyped-def]
    assert isinstance(pilot.app.screen, MatrixScreen)
    return pilot.app.screen


def here(pilot) -> tuple[str, str]:  # type: ignore[no-untyped-def]
    """The finding and the article in hand."""
    entry = matrix(pilot).table.entry
    assert entry is not None
    return entry.finding.id, matrix(pilot).table.article


@piloted
async def test_it_opens_on_the_finding_in_hand_and_leaves_where_it_began(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "]")
        before = reading_of(pilot).cursor
        await press(pilot, "m")
        assert place(pilot) == "matrix"
        assert here(pilot) == (reading_of(pilot).current, "A")
        await press(pilot, "G", "l", "escape")
        assert place(pilot) == "reader"
        assert reading_of(pilot).cursor == before


@piloted
async def test_it_opens_with_lines_above_and_below_the_one_in_hand(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early, late = (tuple(f._replace(id=f"f{n}") for n in range(*r)) for f, r in zip(
        ANALYSIS.facts, ((10, 30), (30, 50)), strict=True))  # fmt: skip
    use(monkeypatch, answering(replace(ANALYSIS, facts=early + late)))
    async with open_app(path) as pilot:
        to(pilot, "A", "The captain had")
        await press(pilot, "m")
        found = matrix(pilot).table
        assert found.first is not None
        assert 0 < found.first < found.at < found.first + found.body - 1


@piloted
async def test_it_opens_on_the_contradiction_in_hand_where_a_claim_has_two(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = HURT._replace(id="x2", question="Were twelve hurt?")
    two = replace(ANALYSIS, contradictions=(HURT, again))
    use(monkeypatch, answering(two))
    async with open_app(path) as pilot:
        await press(pilot, "g", "]", "]")
        assert reading_of(pilot).current == "x2"
        await press(pilot, "m")
        assert here(pilot)[0] == "x2"


@piloted
async def test_enter_goes_to_the_words_of_the_cell(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "g", "l", "enter")
        assert place(pilot) == "reader"
        assert claim(pilot) == ("B", "Nine people were hurt, a spokesman of the hospital said.")
        assert reading_of(pilot).current == "x1"
        await press(pilot, "ctrl+o")
        assert claim(pilot)[0] == "A"


@piloted
async def test_enter_on_a_silent_article_says_who_tells_it(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "g", "l", "l", "l", "enter")
        assert place(pilot) == "matrix"
        assert told(pilot)[-1] == "D is silent on this; A, B, C tell it"
        pilot.app.clear_notifications()
        await press(pilot, "1")
        assert told(pilot) == ["D is silent on this; A, B, C tell it"]


@piloted
async def test_enter_shows_a_hidden_article_again(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "g", "l", "minus", "m", "g", "l", "l", "l")
        assert here(pilot)[1] == "B"
        await press(pilot, "enter")
        assert "B" in reading_of(pilot).order
        assert claim(pilot)[0] == "B"


@piloted
async def test_findings_are_decided_and_claims_tagged_in_the_cells(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "g", "l", "a", "2")
        assert "≠1✓" in screen_text(pilot)
        assert "2⚑" in screen_text(pilot)
        await press(pilot, "l", "l", "x")
        assert "≠1✗" in screen_text(pilot)
        assert reading_of(pilot).session.verdicts == {
            finding_key(HURT, reading_of(pilot).story): Verdict.REJECTED
        }
        await press(pilot, "u", "u", "u")
        assert reading_of(pilot).session.tags == ()
        assert here(pilot) == ("x1", "B")
    assert tags_in(path) == {}
    assert stored(path).decisions == ()


@piloted
async def test_why_explains_the_finding_of_the_line(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "g", "l", "l", "l", "question_mark")
        assert HURT.question in screen_text(pilot)
        await press(pilot, "a")
        assert place(pilot) == "matrix"
        assert "≠1✓" in screen_text(pilot)


@piloted
async def test_brackets_walk_what_is_undecided(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "g", "a", "]")
        assert here(pilot)[0] == "x3"
        await press(pilot, "x", "]")
        assert here(pilot)[0] == "x2"
        await press(pilot, "x", "[")
        assert "waits for a decision" in told(pilot)[-1]


@piloted
async def test_filters_narrow_the_lines_and_escape_takes_them_away_first(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "f")
        assert "Matrix: 2 of 5  f show conflicts" in screen_text(pilot)
        await press(pilot, "f", "f", "slash", Words("rudder"), "enter")
        assert "Matrix: 1 of 5  f show shared facts" in screen_text(pilot)
        assert here(pilot)[0] == "f2"
        await press(pilot, "escape")
        assert place(pilot) == "matrix"
        assert "Matrix: 5 " in screen_text(pilot)
        assert here(pilot)[0] == "f2"
        await press(pilot, "r", "c", "j", "enter")
        assert "order kind" in screen_text(pilot)
        assert "kinds date" in screen_text(pilot)


@piloted
async def test_a_filter_that_leaves_nothing_says_so(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "slash", *"zzz", "enter", "j", "enter", "x", "question_mark")
        assert "No finding fits" in screen_text(pilot) or place(pilot) == "help"


@piloted
async def test_reading_blind_shows_nothing_here_either(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "m", "B")
        text = screen_text(pilot)
        assert "You read blind" in text
        assert HURT.question not in text
        await press(pilot, "B")
        assert HURT.question in screen_text(pilot)


@piloted
async def test_nothing_found_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, answering(Analysis(rows=ANALYSIS.rows)))
    async with open_app(path) as pilot:
        await press(pilot, "m", "f", "r", "]", "G")
        assert "Nothing found" in screen_text(pilot)
        assert place(pilot) == "matrix"


@piloted
async def test_before_the_comparison_it_says_why_it_does_not_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path) as pilot:
        reading_of(pilot).analysed = False
        await press(pilot, "m")
        assert place(pilot) == "reader"
        assert "not compared" in told(pilot)[-1]


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@piloted
async def test_the_cell_in_hand_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with open_app(path, size) as pilot:
        await press(pilot, "m", "G", "l", "l", "l", "h")
        lines = screen_text(pilot).splitlines()
        assert len(lines) == size[1]
        assert sum("▌" in line for line in lines) == 1
        assert here(pilot) == ("x2", "C")
