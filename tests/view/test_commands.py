"""Every command of the table works where the table says, and is shown as it says."""

from pathlib import Path

import pytest

from tests.view.places import LEADS, SCREENS, WINDOWS, made
from tests.view.sample import make_app
from tests.view.user import Words, open_app, using
from tui import keys
from tui.view.bindings import Place, action_of
from tui.view.screens.palette import NOT_LISTED, commands_of, found


@pytest.mark.parametrize("at", keys.PLACES)
def test_every_command_has_its_action_in_each_of_its_places(at: str, path: Path) -> None:
    screen = made(at, path)
    here = [c.id for c in keys.COMMANDS if at in c.places]
    assert [id for id in here if id not in screen.commands] == []
    assert set(screen.commands) <= set(keys.BY_ID)


def test_no_command_is_taken_from_another_by_accident() -> None:
    place, taken = Place(), list[str]()
    place.add_commands({"undo": lambda: taken.append("first")})
    with pytest.raises(ValueError, match="Place already runs undo"):
        place.add_commands({"undo": lambda: taken.append("second"), "redo": print})
    assert list(place.commands) == ["undo"]
    place.commands["undo"]()
    assert taken == ["first"]


def test_only_a_command_that_is_run_already_can_be_replaced() -> None:
    place, taken = Place(), list[str]()
    with pytest.raises(ValueError, match="Place does not run undo yet"):
        place.replace_commands({"undo": print})
    place.add_commands({"undo": lambda: taken.append("first")})
    place.replace_commands({"undo": lambda: taken.append("second")})
    place.commands["undo"]()
    assert taken == ["second"]


@pytest.mark.parametrize("at", [*SCREENS, *WINDOWS])
def test_the_keys_of_a_place_are_those_of_the_table(at: str) -> None:
    found = {**SCREENS, **WINDOWS}[at].BINDINGS
    bound = {b.id: (set(b.key.split(",")), b.action) for b in found}  # type: ignore[union-attr]
    assert bound == {
        c.id: ({keys.normal(k) for k in c.keys}, action_of(c))
        for c in keys.COMMANDS
        if at in c.places
    }


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("next-conflict", "next-conflict"),
        ("untag", "remove-tag"),
        ("]", "next-conflict"),
        ("T", "tags"),
        ("t", "label-menu"),
        ("F5", "reload"),
        ("theme", "cycle-theme"),
        ("row markdown", "copy-row"),
        ("REPORT", "export"),
    ],
)
def test_the_palette_finds_a_command_by_its_name_its_key_and_its_words(
    typed: str, first: str
) -> None:
    here = [c for c in keys.COMMANDS if keys.READER in c.places]
    assert found(here, keys.READER, keys.keymap({}), typed)[0].id == first


def test_the_palette_lists_all_in_the_order_of_the_table_before_anything_is_typed() -> None:
    assert found(keys.COMMANDS, keys.READER, keys.keymap({}), " ") == list(keys.COMMANDS)


@pytest.mark.parametrize("at", SCREENS)
async def test_footer_help_and_palette_show_the_table(path: Path, at: str) -> None:
    async with open_app(path, (240, 134)) as user:
        if LEADS[at]:
            await user.press(LEADS[at])
        assert user.place == at
        here = [c for c in keys.COMMANDS if at in c.places]
        assert commands_of(user.app.screen) == [c for c in here if c.id not in NOT_LISTED]
        if at == keys.HELP:
            return
        footer = user.text.splitlines()[-1]
        for command in here:
            if command.footer:
                assert keys.shown(command.keys[0]) in footer
                opened_from_a_story = at == keys.STORIES and command.id == "quit"
                short = "back" if opened_from_a_story else keys.short_at(at, command)
                assert short in footer
        await user.press("f1")
        shown = " ".join(user.text.split())
        for command in here:
            assert keys.words_at(at, command) in shown
            assert all(keys.shown(k) in shown for k in command.keys)


async def test_a_changed_key_works_and_is_shown_everywhere(path: Path) -> None:
    changed = {"undo": ("f3",), "label-1": ("at",), "help": ("f4",)}
    async with open_app(path, (160, 60), keymap=changed) as user:
        await user.press("@")
        assert len(user.reading.session.tags) == 1
        await user.press("1")
        assert len(user.reading.session.tags) == 1
        assert "F3 undo" in user.text.splitlines()[-1]
        await user.press("f3")
        assert not user.reading.session.tags
        await user.press("f4")
        assert user.place == "help"
        assert "F3" in user.text


async def test_a_changed_digit_is_shown_beside_its_label(path: Path) -> None:
    async with open_app(path, (160, 40), keymap={"label-1": ("at",)}) as user:
        labels = user.text.splitlines()[-2]
        assert "@ fact" in labels


SAFE = [c for c in keys.COMMANDS if keys.READER in c.places and c.group in ("Show", "Share")]


async def test_commands_that_change_what_shows_run_from_the_palette(path: Path) -> None:
    app = make_app(path)
    async with using(app, (78, 16)) as user:
        for command in SAFE:
            if command.id in ("palette", "reload"):
                continue
            assert user.place == keys.READER
            await user.press("colon")
            await user.press(Words(command.id), "enter")
            await user.settle()
            while user.place != keys.READER:
                await user.press("escape")


@pytest.mark.parametrize(
    ("lead", "key", "words"),
    [
        ("enter", "m", "m (matrix) works in reading and matrix"),
        ("T", "1", "1 (label 1) works in reading, compare"),
        ("m", "l", ""),
        ("m", "Q", "Q does nothing here; F1 lists the keys"),
        ("T", "X", "X does nothing here"),
        ("f2", "Q", "Q does nothing here"),
        ("i", "Q", "Q does nothing here"),
        ("question_mark", "Q", "Q does nothing here"),
        ("S", "Q", ""),
        ("t", "Q", ""),
        ("slash", "Q", ""),
        ("e", "Q", ""),
        ("E", "Q", ""),
        ("m", "f12", ""),
        ("f1", "m", "m (matrix) works in reading"),
        ("t", "m", ""),
    ],
)
async def test_a_key_of_other_places_says_where_it_works(
    path: Path, lead: str, key: str, words: str
) -> None:
    async with open_app(path) as user:
        await user.press("]", lead)
        user.app.clear_notifications()
        await user.press(key)
        if words:
            assert user.told[-1].startswith(words)
        else:
            assert not any(" works in " in told or " does nothing" in told for told in user.told)
