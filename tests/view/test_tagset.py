"""The tagset is edited from the keyboard, and every change is kept, shown and undone."""

from __future__ import annotations

from pathlib import Path

from tests.view.sample import TWELVE, stored, tags_in
from tests.view.user import User, Words, open_app


async def typed(user: User, words: str) -> None:
    """Words into the field, in place of what stood there."""
    await user.press("ctrl+u", *words, "enter")


def names(path: Path) -> list[str]:
    return [label.name for label in stored(path).tagset]


async def test_a_label_is_added_renamed_on_every_claim_and_used_at_once(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "f2")
        assert user.place == "labels"
        assert "1 claim " in user.text
        await user.press("r")
        await typed(user, "solid")
        assert names(path)[0] == "solid"
        assert tags_in(path) == {TWELVE: ("solid",)}
        await user.press("a")
        await typed(user, "rumour")
        await user.press("escape", "8")
        assert tags_in(path) == {TWELVE: ("solid", "rumour")}
        assert "8⚑rumour" in user.text


async def test_what_is_typed_into_the_field_is_no_command(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("f2", "a")
        await typed(user, "mac r2")
        assert names(path)[-1] == "mac r2"
        await user.press("a", Words("dam"), "escape")
        assert user.place == "labels"
        assert len(names(path)) == 8


async def test_a_name_that_cannot_be_is_said_and_asked_again(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("f2", "a", Words("fact"), "enter")
        assert "already" in user.told[-1]
        assert "Name of the new label" in user.text
        await typed(user, "factual")
        assert names(path)[-1] == "factual"


async def test_labels_are_merged_into_one(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "2", "f2", "j", "m", "enter")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert "doubtful" not in names(path)
        await user.press("u")
        assert tags_in(path) == {TWELVE: ("fact", "doubtful")}
        assert "Undone: merged ‘doubtful’ into ‘fact’ on 1 claim" in user.told[-1]


async def test_key_sign_colour_and_meaning_are_changed(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("f2", "4", "s")
        await typed(user, "Fa")
        await user.press("d")
        await typed(user, "checked twice")
        await user.press("c", "j", "enter")
        first = stored(path).tagset[0]
        assert (first.digit, first.sign, first.meaning) == ("4", "Fa", "checked twice")
        assert first.colour == "primary"
        await user.press("escape", "4")
        assert "⚑Fa" in user.text


async def test_an_unused_label_goes_at_once_a_used_one_after_saying_what_goes(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "f2", "j", "backspace")
        assert "doubtful" not in names(path)
        await user.press("k", "backspace")
        assert user.place == "PickWindow"
        shown = user.text
        assert "‘fact’ is on 1 claim" in shown
        assert "1 of them had nothing else" in shown
        await user.press("enter")
        assert "fact" in names(path)
        await user.press("backspace", "j", "j", "enter")
        assert "fact" not in names(path)
        assert tags_in(path) == {}
        await user.press("u", "u", "escape")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert names(path)[:2] == ["fact", "doubtful"]


async def test_the_labels_open_from_the_list_of_tags_too(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "T", "f2", "r")
        await typed(user, "solid")
        await user.press("f2")
        assert user.place == "tags"
        assert "solid" in user.text


async def test_the_last_label_stays(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("f2", *(["backspace"] * 7))
        assert names(path) == ["check"]
        assert "‘check’ is the last label" in user.told[-1]
