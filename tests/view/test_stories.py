"""The list of stories: opened first or by a key, filtered by typing, from one to another."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.view.sample import answering, use
from tests.view.user import User, Words, using
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
async def opened(path: Path, size: tuple[int, int] = (100, 24)) -> AsyncIterator[User]:
    """The app on a story or on a folder of stories, as `run` starts it."""
    config = Config()
    many = bool(story_folders(path))
    found = no_story(UNICODE) if many else open_story([path], config, CHOICE, UNICODE)
    app = RashomonApp(found.reading, config, found.read_again)
    app.shelf, app.choice = (path if many else None), CHOICE
    app.animation_level = "none"
    async with using(app, size) as user:
        yield user


def title(user: User) -> str:
    return user.reading.story.title


async def test_a_folder_of_stories_opens_on_the_list(shelf: Path) -> None:
    async with opened(shelf) as user:
        assert user.place == "stories"
        text = user.text
        assert "Stories: 3 " in text
        assert "q quit" in text.splitlines()[-1]
        assert "A ferry at the pier" in text
        assert "2 articles" in text
        assert "holds no .txt" in text
        await user.press("q")
    assert user.app.return_code == 0


async def test_enter_reads_a_story_and_q_comes_back_with_what_was_done(shelf: Path) -> None:
    async with opened(shelf) as user:
        await user.press("enter")
        assert user.place == "reader"
        assert title(user) == "A ferry at the pier"
        await user.press("j", "1", "q")
        assert user.place == "stories"
        assert "⚑ 1" in user.text
        assert (shelf / "ferry" / "sessions" / "anna.yaml").is_file()
        await user.press("j", "enter")
        assert title(user) == "fire"
        assert user.reading.session.tags == ()


async def test_from_a_story_to_the_one_beside_it(shelf: Path) -> None:
    async with opened(shelf / "fire") as user:
        await user.press("1", "S")
        assert user.place == "stories"
        assert "open now" in user.text
        assert "q back" in user.text.splitlines()[-1]
        await user.press("enter")
        assert user.place == "reader"
        assert title(user) == "fire"
        await user.press("S", "k", "enter")
        assert user.place == "reader"
        assert title(user) == "A ferry at the pier"
        assert len(user.app.screen_stack) == 1
        assert (shelf / "fire" / "sessions" / "anna.yaml").is_file()
        await user.press("S", "escape")
        assert user.place == "reader"


async def test_no_letter_of_what_is_typed_at_once_is_lost_or_taken_for_a_command(
    shelf: Path,
) -> None:
    async with opened(shelf) as user:
        await user.press(Words("fjord, quok"))
        assert user.app.screen.query_one("#query", Input).value == "fjord, quok"


async def test_typing_filters_and_escape_shows_all_again(shelf: Path) -> None:
    async with opened(shelf) as user:
        await user.press(Words("fire"))
        assert user.app.screen.query_one("#query", Input).value == "fire"
        assert "Stories: 1 of 3" in user.text
        await user.press("enter")
        assert title(user) == "fire"
        await user.press("q")  # what is not on disk is saved first, beside the keys
        await user.press("escape")
        assert user.place == "stories"
        assert "Stories: 3 " in user.text
        await user.press("slash", Words("quay"))
        assert "No story holds these words" in user.text


async def test_what_cannot_be_opened_says_why_and_stays(shelf: Path) -> None:
    async with opened(shelf) as user:
        await user.press("G", "enter")
        assert user.place == "stories"
        assert "holds no .txt" in user.told[-1]
        await user.press("j")
        assert user.told[-1] == "This is the last story"


async def test_a_folder_without_stories_says_what_a_story_is(shelf: Path) -> None:
    async with opened(shelf / "fire") as user:
        screen = StoriesScreen(Config(), shelf / "pictures", CHOICE, UNICODE)
        user.app.push_screen(screen)
        await user.settle()
        await user.press("enter", "j", "r")
        assert "A story is a folder" in user.text
        assert user.place == "stories"


async def test_files_named_one_by_one_have_no_folder_around_them(shelf: Path) -> None:
    config = Config()
    files = [shelf / "ferry" / "a.txt", shelf / "ferry" / "b.txt"]
    found = open_story(files, config, CHOICE, UNICODE)
    app = RashomonApp(found.reading, config, found.read_again)
    async with using(app, (100, 24)) as user:
        await user.press("S")
        assert user.place == "reader"
        assert "one by one" in user.told[-1]


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (240, 60)])
async def test_the_story_in_hand_shows_at_every_size(shelf: Path, size: tuple[int, int]) -> None:
    for n in range(40):
        (shelf / f"more-{n}").mkdir()
        (shelf / f"more-{n}" / "a.txt").write_text(FIRE)
    async with opened(shelf, size) as user:
        await user.press("G", "k")
        lines = user.text.splitlines()
        assert sum(line.startswith("▌") for line in lines) == 2
        assert any(line.startswith("▌   more-39") for line in lines)
