"""Compare: one row with its quotations lined up, its contradiction in hand, and any base."""

from pathlib import Path

import pytest

from tests.view.sample import open_app, piloted, place, press, reading_of, screen_text, to, told

SIZES = [(40, 10), (80, 24)]


@piloted
async def test_quotations_stand_under_one_another_above_the_sources(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "A", "The mayor, Lena")
        await press(pilot, "enter")
        lines = [line.rstrip() for line in screen_text(pilot).splitlines()]
        assert " A B quoted with 1 word different" in lines
        assert "  A safe and well run" in lines
        assert "  B safe and well managed" in lines


@piloted
async def test_another_base_comes_first_and_is_what_quotations_are_held_against(
    path: Path,
) -> None:
    async with open_app(path) as pilot:
        to(pilot, "B", "Mayor Ostrow")
        await press(pilot, "enter", "comma")
        text = screen_text(pilot)
        assert reading_of(pilot).first == "B"
        assert " B A quoted with 1 word different" in text
        assert text.index("Coast Radio") < text.index("Norrhamn Post")
        assert "⌂ base" in next(line for line in text.splitlines() if "Coast Radio" in line)


@piloted
async def test_the_contradiction_in_hand_stands_below_the_title(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "enter")
        first, second, *_ = screen_text(pilot).splitlines()
        assert "4 of 4 articles · row 2/7" in first
        assert "≠1 1/3 A C twelve ≠ B nine" in second
        await press(pilot, "k")
        assert "goes to the contradictions of this row" in screen_text(pilot).splitlines()[1]


@piloted
async def test_rows_that_only_hidden_articles_tell_are_passed_over(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "C", "The Alda was built")
        await press(pilot, "minus", "G", "enter")
        before = screen_text(pilot).splitlines()[0]
        await press(pilot, "J")
        assert place(pilot) == "compare"
        assert screen_text(pilot).splitlines()[0] == before
        assert "last row" in told(pilot)[-1]


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@piloted
async def test_the_claim_in_hand_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with open_app(path, size) as pilot:
        to(pilot, "B", "Mayor Ostrow")
        await press(pilot, "enter", "J", "K", "j")
        assert any("▌" in line for line in screen_text(pilot).splitlines())
