"""The tutorial is done with the real keys, by doing what each step asks for."""

from pathlib import Path

import pytest

from tests.page.story import STORY
from tests.view.user import User, tutorial
from tui.page.lessons import LESSONS
from tui.view.screens.tutor import TutorScreen

STEPS = (
    ("j", "l"), ("]",), ("question_mark", "escape"), ("a",), ("enter", "escape"),
    ("}", "asterisk"), ("1",), ("e", *"why", "escape"), ("u", "U"), ("E", "enter"),
)  # fmt: skip
"""What is pressed for each lesson."""


def tutor(user: User) -> TutorScreen:
    screen = user.app.screen_stack[0]
    assert isinstance(screen, TutorScreen)
    return screen


async def test_each_step_is_done_by_its_keys_and_the_last_leaves_a_report(
    path: Path, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        async with tutorial(path) as user:
            for number, pressed in enumerate(STEPS):
                assert tutor(user).course.step == number
                assert LESSONS[number].title in user.text
                await user.press(*pressed)
            assert tutor(user).course.step == len(LESSONS)
            assert "That was all" in user.text
    (report,) = here.iterdir()
    assert STORY.title in report.read_text(encoding="utf-8")


async def test_keys_that_a_step_does_not_ask_for_do_not_end_it(path: Path) -> None:
    async with tutorial(path) as user:
        await user.press("j", "k", "J", "f", "s")
        assert tutor(user).course.step == 0


async def test_taking_back_nothing_is_no_step(path: Path) -> None:
    async with tutorial(path) as user:
        await user.press(*["f9"] * 8, "u", "U")
        assert tutor(user).course.step == 8
        await user.press("1", "u", "U")
        assert tutor(user).course.step == 9


async def test_a_walk_that_leads_nowhere_is_no_step(path: Path) -> None:
    async with tutorial(path) as user:
        await user.press("g", "k", "h")
        assert "1 of 2 done" not in user.text
        await user.press("j", "l")
        assert tutor(user).course.step == 1
        await user.press(*["f9"] * 4, "G", "asterisk")
        assert tutor(user).course.step == 5
        assert "1 of 2 done" not in user.text


@pytest.mark.parametrize(
    ("step", "early", "pressed"),
    [
        (3, ("]", "a"), ("x",)),
        (6, ("1",), ("j", "1")),
        (6, ("1",), ("1", "1")),
        (7, ("e", *"so", "escape"), ("e", *"what", "escape")),
        (9, ("E", "enter"), ("E", "enter")),
    ],
)
async def test_what_was_done_before_its_step_is_asked_for_again(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: int,
    early: tuple[str, ...],
    pressed: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    async with tutorial(path) as user:
        await user.press(*early)
        tutor(user).course.step = 0
        await user.press(*["f9"] * step, "j", "k")
        assert tutor(user).course.step == step
        assert " done ·" not in user.text
        await user.press(*pressed)
        assert tutor(user).course.step == step + 1


async def test_a_step_can_be_left_out(path: Path) -> None:
    async with tutorial(path) as user:
        for number in range(len(LESSONS) + 1):
            assert tutor(user).course.step == number
            await user.press("f9")
        assert tutor(user).course.step == len(LESSONS)


@pytest.mark.parametrize("size", [(42, 12), (60, 16), (120, 40), (240, 60)])
async def test_the_step_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with tutorial(path, size) as user:
        assert "Step 1 of 10" in user.text
        assert "1 fact" in user.text or size[1] < 16


async def test_the_tutorial_does_not_lead_to_stories_whose_tags_are_kept(path: Path) -> None:
    async with tutorial(path) as user:
        await user.press("S")
        assert user.app.screen is tutor(user)
        assert any("stays with its story" in words for words in user.told)


async def test_the_step_in_hand_stays_in_sight_while_a_row_is_compared(path: Path) -> None:
    async with tutorial(path) as user:
        tutor(user).course.step = 4
        await user.press("]", "enter")
        assert user.place == "compare"
        assert LESSONS[4].title in user.text
        assert tutor(user).course.step == 4
        await user.press("escape")
        assert tutor(user).course.step == 5
