"""Writing reports and tags to files from the screen: where, what, and never over another file."""

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.page.story import STORY
from tests.view.sample import (
    make_app,
    open_app,
    piloted,
    place,
    press,
    reading_of,
    screen_text,
    settle,
)
from tui.config import Config
from tui.report.formats import ABOUT, Format
from tui.view.screens.export import ExportWindow, free_name, size_of
from tui.view.screens.windows import move_highlight


def named(pilot) -> str:  # type: ignore[no-untyped-def]
    """The file that would be written."""
    return str(pilot.app.screen.query_one("#file", Input).value)


def said(pilot) -> str:  # type: ignore[no-untyped-def]
    return str(pilot.app.screen.query_one("#outcome").render())


async def name(pilot, path: Path) -> None:  # type: ignore[no-untyped-def]
    """Write another file name."""
    pilot.app.screen.query_one("#file", Input).value = str(path)
    await press(pilot)


@piloted
async def test_every_format_is_written_beside_the_session(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "E")
        for number, format in enumerate(Format):
            if number:
                await press(pilot, "down")
            what = "tags" if format is Format.CSV else "report"
            file = path.parent / f"ferry-{what}{ABOUT[format].suffix}"
            assert named(pilot) == str(file)
            await press(pilot, "enter")
            assert said(pilot).startswith("Written, ")
            assert str(file) in said(pilot)
            text = file.read_text(encoding="utf-8")
            assert ("A ferry strikes the pier" in text) == (format not in (Format.CSV, Format.JSON))
        await press(pilot, "escape")
        assert place(pilot) == "reader"


@piloted
async def test_a_file_is_replaced_only_when_asked_twice(path: Path) -> None:
    other = path.parent / "mine.txt"
    other.parent.mkdir(parents=True)
    other.write_text("mine")
    async with open_app(path) as pilot:
        await press(pilot, "E")
        await name(pilot, other)
        await press(pilot, "enter")
        assert "exists; Enter again replaces it" in said(pilot)
        assert other.read_text() == "mine"
        await press(pilot, "enter")
        assert "A ferry strikes the pier" in other.read_text(encoding="utf-8")
        await press(pilot, "enter")
        assert "exists" in said(pilot)


@pytest.mark.parametrize("wrong", ["n" * 300, "~nobody-of-that-name/x", "a\0b"])
@piloted
async def test_a_name_that_no_file_can_have_is_refused(path: Path, wrong: str) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "E")
        await name(pilot, Path(wrong))
        await press(pilot, "enter")
        assert "This cannot be a file" in said(pilot)


@piloted
async def test_a_name_that_is_taken_is_proposed_with_a_number(path: Path) -> None:
    path.parent.mkdir(parents=True)
    (path.parent / "ferry-report.txt").write_text("old")
    async with open_app(path) as pilot:
        await press(pilot, "E")
        assert named(pilot).endswith("ferry-report-2.txt")


@piloted
async def test_the_suffix_of_a_name_of_ones_own_follows_the_format(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "E")
        await name(pilot, path.parent / "mine.txt")
        await press(pilot, "down", "down")
        assert named(pilot) == str(path.parent / "mine.html")


@piloted
async def test_nothing_is_written_among_the_articles(tmp_path: Path, path: Path) -> None:
    from dataclasses import replace

    story = replace(STORY, root=str(tmp_path))
    async with open_app(path, story=story) as pilot:
        await press(pilot, "E")
        await name(pilot, tmp_path / "report.txt")
        await press(pilot, "enter")
        assert "would be read as an article" in said(pilot)
        assert not (tmp_path / "report.txt").exists()


@piloted
async def test_what_cannot_be_written_is_said(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    async with open_app(path) as pilot:
        await press(pilot, "E")
        await name(pilot, blocked / "report.txt")
        await press(pilot, "enter")
        assert "nothing was changed" in said(pilot)
        await name(pilot, Path(" "))
        pilot.app.screen.query_one("#file", Input).value = " "
        await press(pilot, "enter")
        assert said(pilot) == "Name a file"


@piloted
async def test_before_the_comparison_only_the_tags_can_be_written(path: Path) -> None:
    async with open_app(path) as pilot:
        reading_of(pilot).analysed = False
        await press(pilot, "1", "E", "enter")
        assert "not compared" in said(pilot)
        await press(pilot, *["down"] * 4, "enter")
        assert said(pilot).startswith("Written")


@piloted
async def test_a_story_that_cannot_be_written_to_exports_into_the_data_folder(
    tmp_path: Path,
) -> None:
    from tests.view.sample import desk_at

    elsewhere = tmp_path / "data" / "rashomon" / "sessions" / "ferry-0" / "anna.yaml"
    app = make_app(elsewhere)
    app.reading.open_desk = lambda: desk_at(elsewhere)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "enter")
        assert str(elsewhere.parent) in said(pilot).replace("\n", "")


@pytest.mark.parametrize("at", ["m", "T"])
@piloted
async def test_it_opens_from_the_matrix_and_the_tags_too(path: Path, at: str) -> None:
    async with open_app(path, (80, 24)) as pilot:
        await press(pilot, at, "E")
        assert isinstance(pilot.app.screen, ExportWindow)
        assert pilot.app.screen.query_one(OptionList).option_count == len(Format)
        assert "Report as text" in screen_text(pilot)


def test_free_names_and_sizes(tmp_path: Path) -> None:
    for file in ("a.md", "a-2.md"):
        (tmp_path / file).touch()
    assert free_name(tmp_path, "a.md").name == "a-3.md"
    assert (size_of(b"x" * 12), size_of(b"x" * 12_345)) == ("12 bytes", "12 KB")


@piloted
async def test_keys_typed_ahead_do_not_end_a_window_that_is_not_drawn(path: Path) -> None:
    async with open_app(path) as pilot:
        move_highlight(ExportWindow(reading_of(pilot), Config()), 1)
        await press(pilot, "1")
        assert len(reading_of(pilot).session.tags) == 1


@piloted
async def test_a_low_window_shows_the_end_of_a_long_path(tmp_path: Path) -> None:
    """The name of the file stands there, in the field as in what is said of it."""
    path = tmp_path / ("long-" * 12) / ("way-" * 12) / "anna.yaml"
    async with open_app(path, (40, 10)) as pilot:
        await press(pilot, "escape", "E")
        await pilot.pause()
        assert "report.txt" in screen_text(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "Written" in screen_text(pilot)
        assert screen_text(pilot).count("report.txt") == 2
