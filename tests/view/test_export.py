"""Writing reports and tags to files from the screen: where, what, and never over another file."""

import os
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.page.story import STORY
from tests.view.sample import desk_at, make_app
from tests.view.user import User, open_app, using
from tui.config import Config
from tui.report.formats import ABOUT, Format
from tui.view.screens.export import ExportWindow, free_name, place_for, size_of
from tui.view.screens.windows import move_highlight


def named(user: User) -> str:
    """The file that would be written."""
    return str(user.app.screen.query_one("#file", Input).value)


def said(user: User) -> str:
    return str(user.app.screen.query_one("#outcome").render())


async def name(user: User, path: Path) -> None:
    """Write another file name."""
    user.app.screen.query_one("#file", Input).value = str(path)
    await user.settle()


async def test_every_format_is_written_beside_the_session(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1")
        for number, format in enumerate(Format):
            await user.press("E", *["down"] * number)
            what = "tags" if format is Format.CSV else "report"
            file = path.parent / f"ferry-{what}{ABOUT[format].suffix}"
            assert named(user) == str(file)
            await user.press("enter")
            assert user.place == "reader"
            (words,) = user.told
            assert words.startswith("Written, ")
            assert words.endswith(str(file))
            text = file.read_text(encoding="utf-8")
            assert ("A ferry strikes the pier" in text) == (format not in (Format.CSV, Format.JSON))
            # Without the mark a spreadsheet takes é for two other letters.
            assert text.startswith("\ufeff") == (format is Format.CSV)


async def test_a_file_is_replaced_only_when_asked_twice(path: Path) -> None:
    other = path.parent / "mine.txt"
    other.parent.mkdir(parents=True)
    other.write_text("mine")
    async with open_app(path) as user:
        await user.press("E")
        await name(user, other)
        await user.press("enter")
        assert "exists; Enter again replaces it" in said(user)
        assert other.read_text() == "mine"
        await user.press("enter")
        assert "A ferry strikes the pier" in other.read_text(encoding="utf-8")
        await user.press("E")
        await name(user, other)
        await user.press("enter")
        assert "exists" in said(user)


@pytest.mark.parametrize("wrong", ["n" * 300, "~nobody-of-that-name/x", "a\0b"])
async def test_a_name_that_no_file_can_have_is_refused(path: Path, wrong: str) -> None:
    async with open_app(path) as user:
        await user.press("E")
        await name(user, Path(wrong))
        await user.press("enter")
        assert "This cannot be a file" in said(user)


async def test_a_name_that_is_taken_is_proposed_with_a_number(path: Path) -> None:
    path.parent.mkdir(parents=True)
    (path.parent / "ferry-report.txt").write_text("old")
    async with open_app(path) as user:
        await user.press("E")
        assert named(user).endswith("ferry-report-2.txt")


async def test_the_suffix_of_a_name_of_ones_own_follows_the_format(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("E")
        await name(user, path.parent / "mine.txt")
        await user.press("down", "down")
        assert named(user) == str(path.parent / "mine.html")


async def test_nothing_is_written_among_the_articles(tmp_path: Path, path: Path) -> None:
    from dataclasses import replace

    story = replace(STORY, root=str(tmp_path))
    async with open_app(path, story=story) as user:
        await user.press("E")
        await name(user, tmp_path / "report.txt")
        await user.press("enter")
        assert "would be read as an article" in said(user)
        assert not (tmp_path / "report.txt").exists()


def test_where_nothing_can_be_written_beside_the_session_another_folder_is_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    can = os.access
    monkeypatch.setattr(os, "access", lambda p, how: "locked" not in str(p) and can(p, how))
    (tmp_path / "locked").mkdir()
    assert place_for(tmp_path / "sessions") == tmp_path / "sessions"
    assert place_for(tmp_path / "locked" / "sessions") == Path.cwd()


async def test_what_cannot_be_written_is_said(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    async with open_app(path) as user:
        await user.press("E")
        await name(user, blocked / "report.txt")
        await user.press("enter")
        assert "nothing was changed" in said(user)
        await name(user, Path(" "))
        user.app.screen.query_one("#file", Input).value = " "
        await user.press("enter")
        assert said(user) == "Name a file"


async def test_before_the_comparison_only_the_tags_can_be_written(path: Path) -> None:
    async with open_app(path) as user:
        user.reading.analysed = False
        await user.press("1", "E", "enter")
        assert "not compared" in said(user)
        await user.press(*["down"] * 4, "enter")
        assert user.told[0].startswith("Written")


async def test_a_story_that_cannot_be_written_to_exports_into_the_data_folder(
    tmp_path: Path,
) -> None:
    elsewhere = tmp_path / "data" / "rashomon" / "sessions" / "ferry-0" / "anna.yaml"
    app = make_app(elsewhere)
    app.reading.open_desk = lambda: desk_at(elsewhere)
    async with using(app, (100, 30)) as user:
        await user.press("E", "enter")
        assert str(elsewhere.parent) in user.told[0]


@pytest.mark.parametrize("at", ["m", "T"])
async def test_it_opens_from_the_matrix_and_the_tags_too(path: Path, at: str) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press(at, "E")
        assert isinstance(user.app.screen, ExportWindow)
        assert user.app.screen.query_one(OptionList).option_count == len(Format)
        assert "Report as text" in user.text


def test_free_names_and_sizes(tmp_path: Path) -> None:
    for file in ("a.md", "a-2.md"):
        (tmp_path / file).touch()
    (tmp_path / "a-3.md").symlink_to("nowhere")
    assert free_name(tmp_path, "a.md").name == "a-4.md"
    assert (size_of(b"x" * 12), size_of(b"x" * 12_345)) == ("12 bytes", "12 KB")


async def test_a_window_that_could_not_write_stays_open(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    async with open_app(path) as user:
        await user.press("E")
        await name(user, tmp_path / "file" / "report.txt")
        await user.press("enter")
        assert isinstance(user.app.screen, ExportWindow)
        assert user.told == []


async def test_keys_typed_ahead_do_not_end_a_window_that_is_not_drawn(path: Path) -> None:
    async with open_app(path) as user:
        move_highlight(ExportWindow(user.reading, Config()), 1)
        await user.press("1")
        assert len(user.reading.session.tags) == 1


async def test_a_low_window_shows_the_end_of_a_long_path(tmp_path: Path) -> None:
    """The name of the file stands there, in the field as in what is said of it."""
    path = tmp_path / ("long-" * 12) / ("way-" * 12) / "anna.yaml"
    async with open_app(path, (40, 10)) as user:
        await user.press("escape", "E")
        await user.pause()
        assert "report.txt" in user.text
        await user.press("enter")
        await user.settle()
        assert "Written" in user.text
        assert user.text.count("report.txt") == 1
