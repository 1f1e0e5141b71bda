"""Somebody at the keyboard of the program: the keys they press, and what they see of it.

No process is started, no clock or path is shown, and nothing sleeps: after every key is
waited for the workers and for the messages that follow them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.page.story import STORY
from tests.view.sample import desk_at, make_app
from tui.config import Config
from tui.page.sheet import spot_at
from tui.page.signs import UNICODE
from tui.view.app import RashomonApp
from tui.view.parts.page import Page
from tui.view.screens.page_screen import PageScreen
from tui.view.screens.reader import ReaderScreen
from tui.view.story.open_story import OpenStory
from tui.view.tutor import TutorApp

WIDE = (112, 30)
"""The smallest window with spine and conflict box, since drawing is what takes time."""
_CHARACTERS = {"space": " ", "slash": "/", "full_stop": ".", "comma": ","}


class Words(str):
    """What is typed into a field: `press` sends the letters together and waits once."""

    __slots__ = ()


class User:
    """Drives a running app."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot

    # -- what they do ----------------------------------------------------------

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each time waiting for what it starts.

        Pilot.press sleeps 40 milliseconds a key to be sure; asking every widget
        whether it is done is surer and takes one.
        """
        for key in keys:
            self.send(*(key if isinstance(key, Words) else (key,)))
            await self._calm()
            while isinstance(key, Words) and self.app._typed.waits:
                await self.settle()
        await self.settle()

    async def at_once(self, *keys: str) -> None:
        """Let keys arrive together, as over a slow line, and wait until all of them took effect."""
        self.send(*keys)
        still = 0
        while still < 3:  # between two keys nothing waits for a moment either
            await self.settle()
            still = 0 if self.app._typed.waits else still + 1

    def send(self, *keys: str) -> None:
        """Let keys arrive from the terminal, all at once; nothing is waited for."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            event = events.Key(name, character)
            event.set_sender(self.app)
            driver.send_message(event)

    def to(self, id: str, words: str) -> None:
        """Put the cursor on the claim that holds these words, as a click would."""
        sheet = self.page.sheet
        assert sheet is not None
        at = self.reading.story.by_id[id].text.index(words)
        self.page.go(spot_at(sheet, id, at))

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def pause(self, delay: float | None = None) -> None:
        """Let everything take one more step; for what begins, or never ends by itself."""
        await self.pilot.pause(delay)

    async def settle(self) -> None:
        """Until every worker is done and the screen shows it."""
        await self._calm()
        while True:
            with suppress(WorkerCancelled):  # done, too: leaving ends whoever still saves
                await self.app.workers.wait_for_complete()
            await self._calm()
            if all(worker.is_finished for worker in self.app.workers):
                return  # else one's end started another: a screen came back and looks again

    async def hush(self) -> None:
        """Take messages off the screen: how long they stay is a matter of time."""
        self.app.clear_notifications()
        for holder in self.app.screen.query("ToastHolder"):
            await holder.remove()
        await self._calm()

    async def _calm(self) -> None:
        """Until no widget has a message left, nor a redrawing to do, below a window either."""
        for _ in range(4):
            await self.pilot._wait_for_screen()
            for screen in (*self.app._background_screens, self.app.screen):
                screen._on_timer_update()

    # -- where they are --------------------------------------------------------

    @property
    def app(self) -> RashomonApp:
        assert isinstance(self.pilot.app, RashomonApp)
        return self.pilot.app

    @property
    def reading(self) -> OpenStory:
        return self.app.reading

    @property
    def screen(self) -> PageScreen:
        """The screen on top, which shows article text."""
        assert isinstance(self.app.screen, PageScreen)
        return self.app.screen

    @property
    def reader(self) -> ReaderScreen:
        """The reading screen, on top."""
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen

    @property
    def page(self) -> Page:
        return self.screen.page

    @property
    def place(self) -> str:
        """Name of the place on top: reader, compare, LabelMenu …"""
        screen = self.app.screen
        return str(getattr(screen, "PLACE", type(screen).__name__))

    @property
    def claim(self) -> tuple[str, str]:
        """Article and words of the claim under the cursor."""
        article, span = self.reading.article, self.reading.claim
        assert article is not None
        assert span is not None
        return article.id, span.of(article.text)

    # -- what they see ---------------------------------------------------------

    @property
    def text(self) -> str:
        """Everything on the screen, windows too, after the gate in front of the terminal."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines)

    @property
    def told(self) -> list[str]:
        """What the program said in passing, oldest first."""
        return [str(n.message) for n in self.app._notifications]


@asynccontextmanager
async def using(
    app: RashomonApp, size: tuple[int, int] = WIDE, *, compared: bool = True
) -> AsyncIterator[User]:
    """Somebody before a running app, what it found on the screen unless `compared` is False."""
    async with app.run_test(size=size, notifications=True) as pilot:
        user = User(pilot)
        await (user.settle() if compared else user.pause())
        yield user


@asynccontextmanager
async def open_app(
    path: Path, size: tuple[int, int] = WIDE, *, compared: bool = True, **more: Any
) -> AsyncIterator[User]:
    """The same with the app that `make_app` makes, the session at `path`."""
    async with using(make_app(path, **more), size, compared=compared) as user:
        yield user


@asynccontextmanager
async def tutorial(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[User]:
    """Somebody at the beginning of the tutorial."""
    reading = OpenStory(STORY, lambda: desk_at(path), UNICODE)
    app = TutorApp(reading, Config(), lambda: STORY)
    app.animation_level = "none"
    async with using(app, size) as user:
        yield user
