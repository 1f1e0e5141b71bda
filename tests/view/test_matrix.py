"""The matrix by keys: over the cells, to the words, deciding and tagging without leaving."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.page.story import ANALYSIS, HURT
from tests.view.sample import answering, stored, tags_in, use
from tests.view.user import Words, open_app
from tui.model.finding import Analysis, finding_key
from tui.model.tag import Verdict
from tui.view.screens.matrix import MatrixScreen

SIZES = [(40, 10), (80, 24), (160, 45)]


def matrix(user) -> MatrixScreen:  # type: ignore[no-untyped-def]
    assert isinstance(user.app.screen, MatrixScreen)
    return user.app.screen


def here(user) -> tuple[str, str]:  # type: ignore[no-untyped-def]
    """The finding and the article in hand."""
    entry = matrix(user).table.entry
    assert entry is not None
    return entry.finding.id, matrix(user).table.article


async def test_it_opens_on_the_finding_in_hand_and_leaves_where_it_began(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("]")
        before = user.reading.cursor
        await user.press("m")
        assert user.place == "matrix"
        assert here(user) == (user.reading.current, "A")
        await user.press("G", "l", "escape")
        assert user.place == "reader"
        assert user.reading.cursor == before


async def test_it_opens_with_lines_above_and_below_the_one_in_hand(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early, late = (tuple(f._replace(id=f"f{n}") for n in range(*r)) for f, r in zip(
        ANALYSIS.facts, ((10, 30), (30, 50)), strict=True))  # fmt: skip
    use(monkeypatch, answering(replace(ANALYSIS, facts=early + late)))
    async with open_app(path) as user:
        user.to("A", "The captain had")
        await user.press("m")
        found = matrix(user).table
        assert found.first is not None
        assert 0 < found.first < found.at < found.first + found.body - 1


async def test_it_opens_on_the_contradiction_in_hand_where_a_claim_has_two(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = HURT._replace(id="x2", question="Were twelve hurt?")
    two = replace(ANALYSIS, contradictions=(HURT, again))
    use(monkeypatch, answering(two))
    async with open_app(path) as user:
        await user.press("g", "]", "]")
        assert user.reading.current == "x2"
        await user.press("m")
        assert here(user)[0] == "x2"


async def test_enter_goes_to_the_words_of_the_cell(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "g", "l", "enter")
        assert user.place == "reader"
        assert user.claim == ("B", "Nine people were hurt, a spokesman of the hospital said.")
        assert user.reading.current == "x1"
        await user.press("ctrl+o")
        assert user.claim[0] == "A"


async def test_enter_on_a_silent_article_says_who_tells_it(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "g", "l", "l", "l", "enter")
        assert user.place == "matrix"
        assert user.told[-1] == "D is silent on this; A, B, C tell it"
        user.app.clear_notifications()
        await user.press("1")
        assert user.told == ["D is silent on this; A, B, C tell it"]


async def test_enter_shows_a_hidden_article_again(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g", "l", "minus", "m", "g", "l", "l", "l")
        assert here(user)[1] == "B"
        await user.press("enter")
        assert "B" in user.reading.order
        assert user.claim[0] == "B"


async def test_findings_are_decided_and_claims_tagged_in_the_cells(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "g", "l", "a", "2")
        assert "≠1✓" in user.text
        assert "2⚑" in user.text
        await user.press("l", "l", "x")
        assert "≠1✗" in user.text
        assert user.reading.session.verdicts == {
            finding_key(HURT, user.reading.story): Verdict.REJECTED
        }
        await user.press("u", "u", "u")
        assert user.reading.session.tags == ()
        assert here(user) == ("x1", "B")
    assert tags_in(path) == {}
    assert stored(path).decisions == ()


async def test_why_explains_the_finding_of_the_line(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "g", "l", "l", "l", "question_mark")
        assert HURT.question in user.text
        await user.press("a")
        assert user.place == "matrix"
        assert "≠1✓" in user.text


async def test_brackets_walk_what_is_undecided(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "g", "a", "]")
        assert here(user)[0] == "x3"
        await user.press("x", "]")
        assert here(user)[0] == "x2"
        await user.press("x", "[")
        assert "waits for a decision" in user.told[-1]


async def test_filters_narrow_the_lines_and_escape_takes_them_away_first(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "f")
        assert "Matrix: 2 of 5  f show conflicts" in user.text
        await user.press("f", "f", "slash", Words("rudder"), "enter")
        assert "Matrix: 1 of 5  “rudder”  f show shared facts" in user.text
        assert here(user)[0] == "f2"
        await user.press("escape")
        assert user.place == "matrix"
        assert "Matrix: 5 " in user.text
        assert here(user)[0] == "f2"
        await user.press("r", "c", "j", "enter")
        assert "order kind" in user.text
        assert "kinds date" in user.text


async def test_a_filter_that_leaves_nothing_says_so(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "slash", *"zzz", "enter", "j", "enter", "x", "question_mark")
        assert "No finding fits" in user.text or user.place == "help"


async def test_reading_blind_shows_nothing_here_either(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("m", "B")
        text = user.text
        assert "You read blind" in text
        assert HURT.question not in text
        await user.press("B")
        assert HURT.question in user.text


async def test_nothing_found_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, answering(Analysis(rows=ANALYSIS.rows)))
    async with open_app(path) as user:
        await user.press("m", "f", "r", "]", "G")
        assert "Nothing found" in user.text
        assert user.place == "matrix"


async def test_before_the_comparison_it_says_why_it_does_not_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path) as user:
        user.reading.analysed = False
        await user.press("m")
        assert user.place == "reader"
        assert "not compared" in user.told[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_the_cell_in_hand_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with open_app(path, size) as user:
        await user.press("m", "G", "l", "l", "l", "h")
        lines = user.text.splitlines()
        assert len(lines) == size[1]
        assert sum("▌" in line for line in lines) == 1
        assert here(user) == ("x2", "C")
