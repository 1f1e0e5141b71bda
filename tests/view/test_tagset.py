"""The tagset is edited from the keyboard, and every change is kept, shown and undone."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.view.sample import (
    Words,
    open_app,
    piloted,
    place,
    press,
    screen_text,
    stored,
    tags_in,
    told,
)

TWELVE = "Twelve people were hurt, the harbour office said."


async def typed(pilot: Pilot[int], words: str) -> None:
    """Words into the field, in place of what stood there."""
    await press(pilot, "ctrl+u", *words, "enter")


def names(path: Path) -> list[str]:
    return [label.name for label in stored(path).tagset]


@piloted
async def test_a_label_is_added_renamed_on_every_claim_and_used_at_once(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "f2")
        assert place(pilot) == "labels"
        assert "1 claim " in screen_text(pilot)
        await press(pilot, "r")
        await typed(pilot, "solid")
        assert names(path)[0] == "solid"
        assert tags_in(path) == {TWELVE: ("solid",)}
        await press(pilot, "a")
        await typed(pilot, "rumour")
        await press(pilot, "escape", "8")
        assert tags_in(path) == {TWELVE: ("solid", "rumour")}
        assert "8⚑rumour" in screen_text(pilot)


@piloted
async def test_what_is_typed_into_the_field_is_no_command(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "f2", "a")
        await typed(pilot, "mac r2")
        assert names(path)[-1] == "mac r2"
        await press(pilot, "a", Words("dam"), "escape")
        assert place(pilot) == "labels"
        assert len(names(path)) == 8


@piloted
async def test_a_name_that_cannot_be_is_said_and_asked_again(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "f2", "a", Words("fact"), "enter")
        assert "already" in told(pilot)[-1]
        assert "Name of the new label" in screen_text(pilot)
        await typed(pilot, "factual")
        assert names(path)[-1] == "factual"


@piloted
async def test_labels_are_merged_into_one(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "2", "f2", "j", "m", "enter")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert "doubtful" not in names(path)
        await press(pilot, "u")
        assert tags_in(path) == {TWELVE: ("fact", "doubtful")}
        assert "Undone: merged ‘doubtful’ into ‘fact’ on 1 claim" in told(pilot)[-1]


@piloted
async def test_key_sign_colour_and_meaning_are_changed(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "f2", "4", "s")
        await typed(pilot, "Fa")
        await press(pilot, "d")
        await typed(pilot, "checked twice")
        await press(pilot, "c", "j", "enter")
        first = stored(path).tagset[0]
        assert (first.digit, first.sign, first.meaning) == ("4", "Fa", "checked twice")
        assert first.colour == "primary"
        await press(pilot, "escape", "4")
        assert "⚑Fa" in screen_text(pilot)


@piloted
async def test_an_unused_label_goes_at_once_a_used_one_after_saying_what_goes(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "f2", "j", "backspace")
        assert "doubtful" not in names(path)
        await press(pilot, "k", "backspace")
        assert place(pilot) == "PickWindow"
        shown = screen_text(pilot)
        assert "‘fact’ is on 1 claim" in shown
        assert "1 of them had nothing else" in shown
        await press(pilot, "enter")
        assert "fact" in names(path)
        await press(pilot, "backspace", "j", "j", "enter")
        assert "fact" not in names(path)
        assert tags_in(path) == {}
        await press(pilot, "u", "u", "escape")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert names(path)[:2] == ["fact", "doubtful"]


@piloted
async def test_the_labels_open_from_the_list_of_tags_too(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "T", "f2", "r")
        await typed(pilot, "solid")
        await press(pilot, "f2")
        assert place(pilot) == "tags"
        assert "solid" in screen_text(pilot)


@piloted
async def test_the_last_label_stays(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "f2", *(["backspace"] * 7))
        assert names(path) == ["check"]
        assert "‘check’ is the last label" in told(pilot)[-1]
