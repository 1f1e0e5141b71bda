"""Words other than the sentence: chosen by keys or the mouse, tagged, noted, joined, copied."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from tests.view.sample import TWELVE, stored, tags_in
from tests.view.user import User, Words, open_app
from tui.page.lines import offset_in
from tui.page.wrap import width_of
from tui.view.widgets.lines_view import LinesView
from tui.view.widgets.sheet_view import SheetView


async def test_words_are_chosen_and_tagged_without_a_mouse(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v")
        assert user.place == "select"
        await user.press("w", "1")
        assert user.place == "reader"
        assert tags_in(path) == {"Twelve people": ("fact",)}
        assert user.claim == ("A", TWELVE)
        await user.press("u")
        assert tags_in(path) == {}


async def test_both_ends_move_and_reach_over_sentences(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v", "o", "w", "w", "o", "right", "7")
        assert tags_in(path) == {"were hurt": ("check",)}
        await user.press("backspace", "v", "o", "(", "o", ")", "7")
        (quote,) = tags_in(path)
        assert quote.startswith("The ferry Alda struck")
        assert quote.endswith(TWELVE)


async def test_the_whole_sentence_chosen_word_by_word_is_the_sentence(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "v", "v")
        assert "1⚑fact" in user.text
        await user.press("2")
        assert tags_in(path) == {TWELVE: ("fact", "doubtful")}


async def test_choosing_again_takes_up_the_words_that_are_tagged(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v", "w", "1", "v")
        assert "2 words" in user.text
        assert "1⚑fact" in user.text
        await user.press("1")
        assert tags_in(path) == {}


async def test_escape_leaves_the_choosing_and_the_claim_as_they_were(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v", "o", "k", "w", "escape")
        assert user.place == "reader"
        assert user.claim == ("A", TWELVE)
        assert user.page.view.emphasis.chosen is None
    assert not path.exists()


async def test_chosen_words_can_be_copied_noted_labelled_by_name_and_joined(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v", "w", "y")
        assert user.app.clipboard.startswith("“Twelve people” (")
        assert "clipboard: the words; W adds" in user.told[-1]
        await user.press("v", "w", "e", *"ask", "escape")
        await user.press("v", "t", Words("load"), "enter")
        await user.press("v", "equals_sign")
        assert "picked up: A “Twelve people”" in user.text
        user.to("C", "Twelve were")
        await user.press("equals_sign")
        session = stored(path)
        notes = {t.anchor.quote: t.note for t in session.tags}
        assert notes["Twelve people"] == "ask"
        assert tags_in(path)["Twelve people"] == ("loaded",)
        assert len(session.ties) == 1


async def test_words_can_be_chosen_on_every_page_of_text(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("enter", "v", "w", "1", "escape", "o", "v", "2")
        assert tags_in(path) == {"Twelve people": ("fact", "doubtful")}


async def test_the_palette_of_the_choosing_has_its_commands(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v", "colon", Words("move the end on by a word"), "enter")
        await user.settle()
        assert "2 words" in user.text


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (240, 60)])
async def test_the_keys_of_the_choosing_show_at_every_size(
    path: Path, size: tuple[int, int]
) -> None:
    async with open_app(path, size) as user:
        await user.press("v", "w", "w", "w")
        shown = user.text
        assert "word" in shown.splitlines()[-1]
        assert ("4 words" in shown) == (size[1] >= 16)


# -- several tags on one claim -------------------------------------------------


async def _tag_thrice(user: User) -> None:
    """The sentence, its first word, and two words of it."""
    await user.press("1", "v", "2", "v", "o", "w", "w", "o", "w", "3")


async def test_several_tags_on_one_claim_all_show_and_are_all_listed(path: Path) -> None:
    async with open_app(path) as user:
        await _tag_thrice(user)
        shown = user.text
        assert all(words in shown for words in ("⚑F", "⚑D", "⚑O were"))
        await user.press("T")
        assert "Tags: 3" in user.text


async def test_backspace_takes_the_sentence_first_then_its_parts(path: Path) -> None:
    async with open_app(path) as user:
        await _tag_thrice(user)
        await user.press("backspace")
        assert set(tags_in(path)) == {"Twelve", "were hurt"}
        await user.press("backspace", "backspace")
        assert tags_in(path) == {}


async def test_a_tag_that_was_jumped_to_is_the_one_meant(path: Path) -> None:
    async with open_app(path) as user:
        await _tag_thrice(user)
        await user.press("greater_than_sign", "greater_than_sign", "backspace")
        assert len(tags_in(path)) == 2
        assert TWELVE in tags_in(path)


async def test_a_note_asks_which_of_several_tags_is_meant(path: Path) -> None:
    async with open_app(path) as user:
        await _tag_thrice(user)
        await user.press("e")
        assert user.place == "PickWindow"
        await user.press("j", "j", "enter", Words("third"), "escape")
        await user.press("e", "enter", Words("whole"), "escape")
        notes = {t.anchor.quote: t.note for t in stored(path).tags}
        assert notes == {TWELVE: "whole", "Twelve": "", "were hurt": "third"}
        await user.press("e", "escape")
        assert user.place == "reader"


# -- the mouse -----------------------------------------------------------------


def cell_of(user: User, id: str, words: str, last: bool = False) -> tuple[int, int]:
    """Where on the screen the first (or last) character of these words is drawn."""
    view = user.page.view
    offset = user.reading.story.by_id[id].text.index(words) + (len(words) - 1) * last
    for y in range(view.size.height):
        x = 0
        for fragment in view._line(y)[0]:
            if fragment.span and fragment.article == id and fragment.span.holds(offset):
                for cell in range(width_of(fragment.text)):
                    if offset_in(fragment, cell) == offset:
                        return x + cell, y
            x += width_of(fragment.text)
    raise AssertionError(f"{words!r} is not on screen")


async def mouse(user: User, kind: type[events.MouseEvent], x: int, y: int, b: int) -> None:
    view = user.page.view if not user.app.mouse_captured else user.app.mouse_captured
    at = view.region.offset
    driver = user.app._driver
    assert driver is not None
    screen_x, screen_y = at.x + x, at.y + y
    driver.send_message(
        kind(None, screen_x, screen_y, 0, 0, b, False, False, False, screen_x, screen_y)
    )
    await user.settle()


async def drag(user: User, start: tuple[int, int], *stops: tuple[int, int]) -> None:
    """Press at a cell of the sheet, go over others, let go at the last."""
    await mouse(user, events.MouseDown, *start, 1)
    for stop in stops:
        await mouse(user, events.MouseMove, *stop, 1)
    await mouse(user, events.MouseUp, *stops[-1], 1)


async def test_dragging_chooses_whole_words_that_can_be_tagged(path: Path) -> None:
    async with open_app(path) as user:
        start, end = cell_of(user, "A", "people were"), cell_of(user, "A", "were hurt", True)
        await drag(user, (start[0] + 2, start[1]), start, end)
        assert user.place == "select"
        assert "“people were hurt”" in user.text
        await user.press("4")
        assert tags_in(path) == {"people were hurt": ("quote",)}
        assert user.place == "reader"


async def test_dragging_never_leaves_its_column(path: Path) -> None:
    async with open_app(path) as user:
        start = cell_of(user, "A", "Twelve people")
        other = cell_of(user, "B", "Nine people", True)
        await drag(user, start, other)
        await user.press("y")
        text = user.reading.story.by_id["A"].text
        quote = user.app.clipboard.split("”")[0].lstrip("“")
        assert quote.startswith("Twelve")
        assert " ".join(quote.split()) in " ".join(text.split())


async def test_dragging_backwards_and_outside_chooses_too(path: Path) -> None:
    async with open_app(path) as user:
        start = cell_of(user, "A", "hurt, the")
        await drag(user, start, (0, start[1]), (0, 0))
        assert "hurt”" in user.text
        await user.press("escape")
        assert user.place == "reader"


async def test_a_click_after_a_drag_is_a_click_again(path: Path) -> None:
    async with open_app(path) as user:
        start = cell_of(user, "A", "Twelve")
        await drag(user, start, (start[0] + 9, start[1]))
        await user.press("escape")
        there = cell_of(user, "B", "The company said")
        await mouse(user, events.MouseDown, *there, 1)
        await mouse(user, events.MouseUp, *there, 1)
        assert user.claim[1].startswith("The company said")
        assert user.place == "reader"


async def test_a_click_beside_the_keys_ends_the_choosing(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v", "w")
        await user.pilot.click(offset=(50, 5))
        await user.settle()
        assert user.place == "reader"
        assert user.claim == ("A", TWELVE)


async def click_key(user: User, widget: str, command: str) -> None:
    """Click on a command where a line of keys shows it."""
    view = user.app.screen.query_one(widget, LinesView)
    for y, line in enumerate(view.lines):
        x = 0
        for fragment in line:
            if fragment.target == f"command:{command}":
                await user.pilot.click(widget, offset=(x, y))
                await user.settle()
                return
            x += width_of(fragment.text)
    raise AssertionError(f"{command} is not shown")


@pytest.mark.parametrize("lead", ["enter", "o"])
async def test_keys_of_the_footer_are_clicked_on_every_page(path: Path, lead: str) -> None:
    async with open_app(path, (160, 40)) as user:
        if lead:
            await user.press(lead)
        await click_key(user, "#foot", "label-2")
        assert tags_in(path) == {TWELVE: ("doubtful",)}
        await click_key(user, "#foot", "undo")
        assert tags_in(path) == {}
        await click_key(user, "#foot", "label-menu")
        assert user.place == "LabelMenu"


async def test_keys_are_clicked_while_choosing(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("v")
        await click_key(user, "#choosing", "word-on")
        await click_key(user, "#choosing", "label-1")
        assert tags_in(path) == {"Twelve people": ("fact",)}


async def test_heads_spine_and_ruler_are_clicked(path: Path) -> None:
    async with open_app(path, (160, 40)) as user:
        await user.press("1", "g")
        for widget, kind in (("#spine", "tag:"), ("#ruler", "row:"), ("#spine", "finding:x2")):
            view = user.app.screen.query_one(widget, LinesView)
            y = max(n for n, line in enumerate(view.lines) if line and any(
                f.target.startswith(kind) for f in line))  # fmt: skip
            await user.pilot.click(widget, offset=(1, y))
            await user.settle()
        assert user.reading.current == "x2"
        sheet = user.page.view
        assert isinstance(sheet, SheetView)
        x = 0
        for fragment in sheet._line(0)[0]:
            if fragment.target == "article:B":
                break
            x += width_of(fragment.text)
        await user.pilot.click("#sheet", offset=(x, 0))
        await user.settle()
        assert user.claim[0] == "B"


# -- copying -------------------------------------------------------------------


async def test_what_was_copied_can_be_added_to_a_file(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(path) as user:
        await user.press("W")
        assert "Nothing was copied yet" in user.told[-1]
        await user.press("y")
        assert "Sent to the terminal" in user.told[-1]
        assert not (tmp_path / "rashomon-copied.txt").exists()
        await user.press("W", "v", "w", "y", "W")
        assert "Added to" in user.told[-1]
    text = (tmp_path / "rashomon-copied.txt").read_text("utf-8")
    assert [part[:8] for part in text.split("\n\n")] == ["“Twelve ", "“Twelve ", ""]


@pytest.mark.parametrize("trap", [lambda path: path.symlink_to("profile"), os.mkfifo])
async def test_what_was_copied_is_added_to_an_ordinary_file_only(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trap: Callable[[Path], None]
) -> None:
    """A link in the folder of a story may lead to a file that a shell runs."""
    here = tmp_path / "here"
    here.mkdir()
    trap(here / "rashomon-copied.txt")
    monkeypatch.chdir(here)
    async with open_app(path) as user:
        await user.press("y", "W")
        assert f"Added to {tmp_path / 'data'}" in user.told[-1]
    assert not (here / "profile").exists()


async def test_copies_go_elsewhere_where_the_folder_was_deleted(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    async with open_app(path) as user:
        here.rmdir()
        await user.press("y", "W")
        assert f"Added to {tmp_path / 'data'}" in user.told[-1]
        await user.press("E")
        assert "Report as text" in user.text


async def test_a_file_that_cannot_be_written_is_said(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path / "here", tmp_path / "data" / "rashomon"):
        (folder / "rashomon-copied.txt").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    async with open_app(path) as user:
        await user.press("y", "W")
        assert "Not written" in user.told[-1]
