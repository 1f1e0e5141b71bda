"""Lists, windows and states around the page as text at four sizes, as in `test_size_frames`."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.page.story import ANALYSIS, BROKEN, QUIET, STORY, A
from tests.view.golden import SIZES, Frame, at_all_sizes, whole
from tests.view.sample import CHANGED, answering, deciding_app, late, refusing, shelf_app, use
from tests.view.user import Words, open_app, tutorial, using
from tui.model.article import Story
from tui.model.finding import Analysis

PLACES = {
    "tags": ("T",),
    "tags-filtered": ("T", "l", "slash", Words("hurt")),
    "source": ("]", "o"),
    "help": ("f1",),
    "palette": ("colon", Words("tag")),
    "labels": ("f2", "j", "r"),
    "label-menu": ("t", "f"),
    "note": ("]", "e", "f2"),
}


@pytest.mark.parametrize("name", PLACES)
async def test_a_place_at_four_sizes(worked: Path, name: str, frame: Frame) -> None:
    async with open_app(worked, SIZES[0]) as user:
        await user.press(*PLACES[name])
        await user.hush()
        frame(f"sizes-{name}", await at_all_sizes(user))


async def test_export_at_four_sizes(frame: Frame) -> None:
    """With a session below the working folder, so that no path of this machine shows."""
    async with open_app(Path("ferry") / "sessions" / "anna.yaml", SIZES[0]) as user:
        await user.press("E", "down")
        frame("sizes-export", await at_all_sizes(user))


@pytest.mark.parametrize(("name", "keys"), [("asked", ("T",)), ("before-and-after", ("T", "d"))])
async def test_what_is_asked_at_four_sizes(
    worked: Path, name: str, keys: tuple[str, ...], frame: Frame
) -> None:
    async with open_app(worked, SIZES[0], story=CHANGED) as user:
        await user.hush()
        await user.press(*keys)
        await user.hush()
        frame(f"sizes-{name}", await at_all_sizes(user))


STATES: dict[str, tuple[Story, Analysis]] = {
    "first-run": (STORY, ANALYSIS),
    "nothing-found": (STORY, QUIET),
    "one-article": (
        Story("one", "One article", (A,)),
        Analysis(rows=tuple(r for r in ANALYSIS.rows if set(r.cells) == {"A"})),
    ),
    "unreadable": (Story("s", "A story", (A, BROKEN, *STORY.articles[1:])), ANALYSIS),
}


@pytest.mark.parametrize("name", STATES)
async def test_a_state_at_four_sizes(
    path: Path, name: str, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, found = STATES[name]
    use(monkeypatch, answering(found))
    async with open_app(path, SIZES[0], story=story) as user:
        await user.hush()
        frame(f"sizes-{name}", await at_all_sizes(user))


async def test_the_comparison_as_it_goes(
    path: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it runs, when it was stopped, and when it failed."""
    event = asyncio.Event()
    use(monkeypatch, late(event))
    drawn = []
    async with open_app(path, SIZES[1], compared=False) as user:
        await user.pause()
        await user.pause()
        await user.hush()
        drawn.append(whole(user))
        await user.press("escape")
        await user.hush()
        drawn.append(whole(user))
    use(monkeypatch, refusing)
    async with open_app(path, SIZES[1]) as user:
        await user.hush()
        drawn.append(whole(user))
    frame("comparing-120", "\n".join(drawn))


async def test_stories_at_four_sizes(six_stories: Path, frame: Frame) -> None:
    async with using(shelf_app(six_stories), SIZES[0]) as user:
        await user.press("j")
        frame("sizes-stories", await at_all_sizes(user))


async def test_deciding_at_four_sizes(path: Path, files: tuple[Path, Path], frame: Frame) -> None:
    async with using(deciding_app(path, files), SIZES[0]) as user:
        await user.press("A")
        await user.hush()
        frame("sizes-deciding", await at_all_sizes(user))


async def test_the_tutorial_at_four_sizes(path: Path, frame: Frame) -> None:
    async with tutorial(path, SIZES[0]) as user:
        frame("sizes-tutorial", await at_all_sizes(user))
