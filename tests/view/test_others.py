"""What another window saves shows here while nobody types, and nothing else changes by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.view.sample import NINE, TWELVE, saved, saved_tags, stored
from tests.view.user import User, Words, open_app


async def looked(user: User) -> None:
    """The time has come to look at the session file."""
    user.app.others.look_soon()
    await user.settle()


def labels(user: User) -> set[str]:
    return {label for tag in user.reading.session.tags for label in tag.labels}


@pytest.mark.parametrize("place", ["", "enter", "m", "T", "o"])
async def test_it_shows_on_every_page_without_a_key(path: Path, place: str) -> None:
    async with open_app(path) as user:
        await user.press(*([place] if place else []))
        cursor, current = user.reading.cursor, user.reading.current
        saved_tags(path, ("A", TWELVE, "loaded"))
        await looked(user)
        assert [t.labels for t in user.reading.session.tags] == [("loaded",)]
        assert user.told == ["Another window or person added 1 tag"]
        assert (user.reading.cursor, user.reading.current) == (cursor, current)
        assert {"m": "", "T": "Tags: 1"}.get(place, "⚑") in user.text


async def test_the_claim_in_hand_stays_on_its_line(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("J", "J", "j")
        view = user.page.view
        spot = user.page.spot
        assert spot is not None
        line = view.line_of(spot)
        saved(path, 0, 1, 2, 3, 4)
        await looked(user)
        assert user.page.spot is not None
        assert view.line_of(user.page.spot) == line


async def test_undo_takes_back_ones_own_work_only(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1")
        saved_tags(path, ("B", NINE, "loaded"))
        await looked(user)
        assert len(user.reading.session.tags) == 2
        await user.press("u")
        assert [t.labels for t in user.reading.session.tags] == [("loaded",)]
    assert [tag.labels for tag in stored(path).tags] == [("loaded",)]


@pytest.mark.parametrize("keys", [["slash", Words("fire")], ["t"], ["e", Words("a note")], ["v"]])
async def test_nothing_comes_in_while_something_is_typed_or_chosen(
    path: Path, keys: list[str]
) -> None:
    async with open_app(path) as user:
        await user.press(*keys)
        saved_tags(path, ("B", NINE, "loaded"))
        await looked(user)
        assert "loaded" not in labels(user)
        await user.press("escape")
        await looked(user)
        assert "loaded" in labels(user)


async def test_a_key_pressed_during_the_look_comes_first(path: Path) -> None:
    async with open_app(path) as user:
        saved_tags(path, ("B", NINE, "loaded"))
        user.app.others.look_soon()
        await user.press("1")
        assert len(user.reading.session.tags) == 2
    assert len(stored(path).tags) == 2


async def test_a_trouble_that_was_told_stays_until_it_is_put_away(path: Path) -> None:
    async with open_app(path) as user:
        user.app.tell("Not saved", "error")
        saved_tags(path, ("B", NINE, "loaded"))
        await looked(user)
        assert user.told == ["Not saved"]
        await user.press("escape")
        await looked(user)
        assert len(user.reading.session.tags) == 1


async def test_the_list_of_tags_keeps_its_line(path: Path) -> None:
    saved(path, 1, 2, 3)
    async with open_app(path) as user:
        await user.press("T", "j")
        options = user.app.screen.query_one("#tags", OptionList)
        assert options.highlighted is not None
        before = options.get_option_at_index(options.highlighted).id
        saved(path, 0)
        await looked(user)
        assert options.option_count == 4
        assert options.get_option_at_index(options.highlighted).id == before
