"""The tutorial is done with the real keys, by doing what each step asks for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.page.story import STORY
from tests.view.sample import desk_at, piloted, place, press, screen_text, settle, told
from tui.config import Config
from tui.page.lessons import LESSONS
from tui.page.signs import UNICODE
from tui.view.screens.tutor import TutorScreen
from tui.view.state import Reading
from tui.view.tutor import TutorApp

STEPS = (
    ("j", "l"), ("]",), ("question_mark", "escape"), ("a",), ("enter", "escape"),
    ("}", "asterisk"), ("1",), ("e", *"why", "escape"), ("u", "U"), ("E", "enter", "escape"),
)  # fmt: skip
"""What is pressed for each lesson."""


@asynccontextmanager
async def tutorial(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    reading = Reading(STORY, lambda: desk_at(path), UNICODE)
    app = TutorApp(reading, Config(), lambda: STORY)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


def tutor(pilot: Pilot[int]) -> TutorScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, TutorScreen)
    return screen


@piloted
async def test_each_step_is_done_by_its_keys_and_the_last_leaves_a_report(
    path: Path, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        async with tutorial(path) as pilot:
            for number, pressed in enumerate(STEPS):
                assert tutor(pilot).course.step == number
                assert LESSONS[number].title in screen_text(pilot)
                await press(pilot, *pressed)
            assert tutor(pilot).course.step == len(LESSONS)
            assert "That was all" in screen_text(pilot)
    (report,) = here.iterdir()
    assert STORY.title in report.read_text(encoding="utf-8")


@piloted
async def test_keys_that_a_step_does_not_ask_for_do_not_end_it(path: Path) -> None:
    async with tutorial(path) as pilot:
        await press(pilot, "j", "k", "J", "f", "s")
        assert tutor(pilot).course.step == 0


@piloted
async def test_taking_back_nothing_is_no_step(path: Path) -> None:
    async with tutorial(path) as pilot:
        await press(pilot, *["f9"] * 8, "u", "U")
        assert tutor(pilot).course.step == 8
        await press(pilot, "1", "u", "U")
        assert tutor(pilot).course.step == 9


@piloted
async def test_a_step_can_be_left_out(path: Path) -> None:
    async with tutorial(path) as pilot:
        for number in range(len(LESSONS) + 1):
            assert tutor(pilot).course.step == number
            await press(pilot, "f9")
        assert tutor(pilot).course.step == len(LESSONS)


@pytest.mark.parametrize("size", [(42, 12), (60, 16), (120, 40), (240, 60)])
@piloted
async def test_the_step_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with tutorial(path, size) as pilot:
        assert "Step 1 of 10" in screen_text(pilot)
        assert "1 fact" in screen_text(pilot) or size[1] < 16


@piloted
async def test_the_tutorial_does_not_lead_to_stories_whose_tags_are_kept(path: Path) -> None:
    async with tutorial(path) as pilot:
        await press(pilot, "S")
        assert pilot.app.screen is tutor(pilot)
        assert any("stays with its story" in words for words in told(pilot))


@piloted
async def test_the_step_in_hand_stays_in_sight_while_a_row_is_compared(path: Path) -> None:
    async with tutorial(path) as pilot:
        tutor(pilot).course.step = 4
        await press(pilot, "]", "enter")
        assert place(pilot) == "compare"
        assert LESSONS[4].title in screen_text(pilot)
        assert tutor(pilot).course.step == 4
        await press(pilot, "escape")
        assert tutor(pilot).course.step == 5
