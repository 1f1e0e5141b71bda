"""Keys that come at once do what they do one after the other: none is lost, none goes elsewhere."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.view.sample import (
    at_once,
    claim,
    open_app,
    piloted,
    place,
    press,
    reading_of,
    stored,
)


@pytest.mark.parametrize("before", ["", "m", "T", "o"], ids="reader matrix tags source".split())
@piloted
async def test_what_is_typed_for_a_search_is_searched(path: Path, before: str) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "]", "1")
        await at_once(pilot, *before, "/", *"3 the m1")
        assert pilot.app.screen.query_one("#query", Input).value == "3 the m1"
        assert len(stored(path).tags) == 1


@piloted
async def test_what_is_typed_for_a_note_is_noted(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "]")
        await at_once(pilot, "e", *"3 tags, q?")
        assert pilot.app.screen.query_one(TextArea).text == "3 tags, q?"
        await at_once(pilot, "escape", "1", "j")
        (tag,) = stored(path).tags
        assert (tag.note, tag.labels) == ("3 tags, q?", ("fact",))


@piloted
async def test_a_label_is_chosen_by_name_in_one_go(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "]")
        await at_once(pilot, "t", *"quo", "enter", "j")
        assert stored(path).tags[0].labels == ("quote",)
        assert place(pilot) == "reader"


@piloted
async def test_a_search_is_walked_in_one_go(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "g")
        await at_once(pilot, "/", *"saturday", "enter", "n", "n")
        assert reading_of(pilot).query == "saturday"
        assert claim(pilot)[0] == "C"


@piloted
async def test_screens_are_left_in_one_go(path: Path) -> None:
    async with open_app(path) as pilot:
        await at_once(pilot, "m", "j", "escape", "T", "q", "o", "escape", "enter", "q", "J", "1")
        assert place(pilot) == "reader"
        assert len(stored(path).tags) == 1


@piloted
async def test_no_key_waits_for_ever(path: Path) -> None:
    async with open_app(path) as pilot:
        keys = pilot.app._typed  # type: ignore[attr-defined]
        before = claim(pilot)
        keys._busy = True  # as if the answer to a key had been lost
        pilot.app.set_timer(0.01, lambda: keys._go_on_from(keys._number))
        await at_once(pilot, "j")
        assert claim(pilot) != before


@piloted
async def test_a_note_is_written_and_closed_in_one_go_behind_a_search(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "g")
        await at_once(pilot, "/", *"the", "enter", "n", "1", "e", *"burst three", "escape")
        (tag,) = stored(path).tags
        assert (tag.note, tag.labels) == ("burst three", ("fact",))
