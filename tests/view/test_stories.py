"""The list of stories: opened first or by a key, filtered by typing, from one to another."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.view.sample import (
    Words,
    answering,
    piloted,
    place,
    press,
    screen_text,
    settle,
    told,
    use,
)
from tui.config import Config
from tui.model.finding import Analysis
from tui.page.signs import UNICODE
from tui.shelf import story_folders
from tui.view.app import RashomonApp
from tui.view.opening import no_story, open_story
from tui.view.screens.stories import StoriesScreen
from tui.workspace import SessionChoice

FERRY = "The ferry struck the pier.\n\nTwelve people were hurt.\n"
FIRE = "The quay burned on 3 May 2025.\n\nNobody was hurt.\n"
CHOICE = SessionChoice(None, "anna")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three stories: two of one or two articles, one that says only its name."""
    use(monkeypatch, answering(Analysis()))
    folder = tmp_path / "stories"
    for name, files in {"ferry": {"a.txt": FERRY, "b.txt": FERRY}, "fire": {"a.txt": FIRE}}.items():
        (folder / name).mkdir(parents=True)
        for file, text in files.items():
            (folder / name / file).write_text(text, encoding="utf-8")
    (folder / "ferry" / "story.yaml").write_text("title: A ferry at the pier\n")
    (folder / "nothing").mkdir()
    (folder / "nothing" / "story.yaml").write_text("title: Later\n")
    (folder / "pictures").mkdir()
    return folder


@asynccontextmanager
async def opened(path: Path, size: tuple[int, int] = (100, 24)) -> AsyncIterator[Pilot[Any]]:
    """The app on a story or on a folder of stories, as `run` starts it."""
    config = Config()
    many = bool(story_folders(path))
    found = no_story(UNICODE) if many else open_story([path], config, CHOICE, UNICODE)
    app = RashomonApp(found.reading, config, found.read_again)
    app.shelf, app.choice = (path if many else None), CHOICE
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


def title(pilot: Pilot[Any]) -> str:
    return pilot.app.reading.story.title  # type: ignore[attr-defined, no-any-return]


@piloted
async def test_a_folder_of_stories_opens_on_the_list(shelf: Path) -> None:
    async with opened(shelf) as pilot:
        assert place(pilot) == "stories"
        text = screen_text(pilot)
        assert "Stories: 3 " in text
        assert "q quit" in text.splitlines()[-1]
        assert "A ferry at the pier" in text
        assert "2 articles" in text
        assert "holds no .txt" in text
        await press(pilot, "q")
    assert pilot.app.return_code == 0


@piloted
async def test_enter_reads_a_story_and_q_comes_back_with_what_was_done(shelf: Path) -> None:
    async with opened(shelf) as pilot:
        await press(pilot, "enter")
        assert place(pilot) == "reader"
        assert title(pilot) == "A ferry at the pier"
        await press(pilot, "j", "1", "q")
        assert place(pilot) == "stories"
        assert "⚑ 1" in screen_text(pilot)
        assert (shelf / "ferry" / "sessions" / "anna.yaml").is_file()
        await press(pilot, "j", "enter")
        assert title(pilot) == "fire"
        assert pilot.app.reading.session.tags == ()  # type: ignore[attr-defined]


@piloted
async def test_from_a_story_to_the_one_beside_it(shelf: Path) -> None:
    async with opened(shelf / "fire") as pilot:
        await press(pilot, "1", "S")
        assert place(pilot) == "stories"
        assert "open now" in screen_text(pilot)
        assert "q back" in screen_text(pilot).splitlines()[-1]
        await press(pilot, "enter")
        assert place(pilot) == "reader"
        assert title(pilot) == "fire"
        await press(pilot, "S", "k", "enter")
        assert place(pilot) == "reader"
        assert title(pilot) == "A ferry at the pier"
        assert len(pilot.app.screen_stack) == 1
        assert (shelf / "fire" / "sessions" / "anna.yaml").is_file()
        await press(pilot, "S", "escape")
        assert place(pilot) == "reader"


@piloted
async def test_no_letter_of_what_is_typed_at_once_is_lost_or_taken_for_a_command(
    shelf: Path,
) -> None:
    async with opened(shelf) as pilot:
        await press(pilot, Words("fjord, quok"))
        assert pilot.app.screen.query_one("#query", Input).value == "fjord, quok"


@piloted
async def test_typing_filters_and_escape_shows_all_again(shelf: Path) -> None:
    async with opened(shelf) as pilot:
        await press(pilot, Words("fire"))
        assert pilot.app.screen.query_one("#query", Input).value == "fire"
        assert "Stories: 1 of 3" in screen_text(pilot)
        await press(pilot, "enter")
        assert title(pilot) == "fire"
        await press(pilot, "q")  # what is not on disk is saved first, beside the keys
        await press(pilot, "escape")
        assert place(pilot) == "stories"
        assert "Stories: 3 " in screen_text(pilot)
        await press(pilot, "slash", Words("quay"))
        assert "No story holds these words" in screen_text(pilot)


@piloted
async def test_what_cannot_be_opened_says_why_and_stays(shelf: Path) -> None:
    async with opened(shelf) as pilot:
        await press(pilot, "G", "enter")
        assert place(pilot) == "stories"
        assert "holds no .txt" in told(pilot)[-1]
        await press(pilot, "j")
        assert told(pilot)[-1] == "This is the last story"


@piloted
async def test_a_folder_without_stories_says_what_a_story_is(shelf: Path) -> None:
    async with opened(shelf / "fire") as pilot:
        screen = StoriesScreen(Config(), shelf / "pictures", CHOICE, UNICODE)
        pilot.app.push_screen(screen)
        await settle(pilot)
        await press(pilot, "enter", "j", "r")
        assert "A story is a folder" in screen_text(pilot)
        assert place(pilot) == "stories"


@piloted
async def test_files_named_one_by_one_have_no_folder_around_them(shelf: Path) -> None:
    config = Config()
    files = [shelf / "ferry" / "a.txt", shelf / "ferry" / "b.txt"]
    found = open_story(files, config, CHOICE, UNICODE)
    app = RashomonApp(found.reading, config, found.read_again)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "S")
        assert place(pilot) == "reader"
        assert "one by one" in told(pilot)[-1]


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (240, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
@piloted
async def test_the_story_in_hand_shows_at_every_size(shelf: Path, size: tuple[int, int]) -> None:
    for n in range(40):
        (shelf / f"more-{n}").mkdir()
        (shelf / f"more-{n}" / "a.txt").write_text(FIRE)
    async with opened(shelf, size) as pilot:
        await press(pilot, "G", "k")
        lines = screen_text(pilot).splitlines()
        assert sum(line.startswith("▌") for line in lines) == 2
        assert any(line.startswith("▌   more-39") for line in lines)
