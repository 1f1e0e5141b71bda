"""Compare: one row with its quotations lined up, its contradiction in hand, and any base."""

from pathlib import Path

import pytest

from tests.view.user import open_app

SIZES = [(40, 10), (80, 24)]


async def test_quotations_stand_under_one_another_above_the_sources(path: Path) -> None:
    async with open_app(path) as user:
        user.to("A", "The mayor, Lena")
        await user.press("enter")
        lines = [line.rstrip() for line in user.text.splitlines()]
        assert " A B quoted with 1 word different" in lines
        assert "  A safe and well run" in lines
        assert "  B safe and well managed" in lines


async def test_another_base_comes_first_and_is_what_quotations_are_held_against(
    path: Path,
) -> None:
    async with open_app(path) as user:
        user.to("B", "Mayor Ostrow")
        await user.press("enter", "comma")
        text = user.text
        assert user.reading.first == "B"
        assert " B A quoted with 1 word different" in text
        assert text.index("Coast Radio") < text.index("Norrhamn Post")
        assert "⌂ base" in next(line for line in text.splitlines() if "Coast Radio" in line)


async def test_the_contradiction_in_hand_stands_below_the_title(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("enter")
        first, second, *_ = user.text.splitlines()
        assert "4 of 4 articles · row 2/7" in first
        assert "≠1 1/3 A C twelve ≠ B nine" in second
        await user.press("k")
        assert "goes to the contradictions of this row" in user.text.splitlines()[1]


async def test_rows_that_only_hidden_articles_tell_are_passed_over(path: Path) -> None:
    async with open_app(path) as user:
        user.to("C", "The Alda was built")
        await user.press("minus", "G", "enter")
        before = user.text.splitlines()[0]
        await user.press("J")
        assert user.place == "compare"
        assert user.text.splitlines()[0] == before
        assert "last row" in user.told[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_the_claim_in_hand_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with open_app(path, size) as user:
        user.to("B", "Mayor Ostrow")
        await user.press("enter", "J", "K", "j")
        assert any("▌" in line for line in user.text.splitlines())
