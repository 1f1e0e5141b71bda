"""An app on the hand-made story, and what a test needs to drive it by keys.

No process is started, no clock or path is shown, and nothing sleeps: `settle`
waits for the workers and for the messages that follow them.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ParamSpec

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from tests.page.story import ANALYSIS, STORY
from tui import worker
from tui.config import Config
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.settings import AnalysisSettings, ScreenSettings, Settings
from tui.model.tag import Session, Tag
from tui.page.signs import UNICODE, Signs
from tui.session import edits
from tui.session.desk import Desk
from tui.session.store import Store
from tui.view.app import RashomonApp
from tui.view.parts.page import Page
from tui.view.screens.page_screen import PageScreen
from tui.view.screens.reader import ReaderScreen
from tui.view.state import Reading
from tui.workspace import Progress, quiet

P = ParamSpec("P")
NOW = "2025-05-06T10:00:00+02:00"
"""When everything of an earlier day was done."""
WIDE = (112, 30)
"""The smallest window with spine and conflict box, since drawing is what takes time."""
Answer = Callable[[Story, AnalysisSettings, Progress], Awaitable[tuple[Story, Analysis]]]


def piloted(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """An asynchronous test as a plain one."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


def answering(analysis: Analysis = ANALYSIS) -> Answer:
    """What stands in for the other process: it answers at once."""

    async def answer(
        story: Story, _: AnalysisSettings, on_progress: Progress = quiet
    ) -> tuple[Story, Analysis]:
        return story, analysis

    return answer


def desk_at(path: Path, story: Story = STORY) -> Desk:
    return Desk.open(path, story.name, "anna")


def saved_tags(path: Path, *tags: tuple[str, str, str]) -> Path:
    """A session in which claims are tagged, saved earlier: (article, words of the claim, label)."""
    desk = desk_at(path)
    for id, words, label in tags:
        article = STORY.by_id[id]
        span = article.claim_at(article.text.index(words))
        assert span is not None
        desk.apply(edits.toggle_label(desk.session, article, span, label, NOW))
    desk.adopt(desk.save(desk.order()))
    return path


def make_app(
    path: Path,
    *,
    story: Story = STORY,
    theme: str = "rashomon-dark",
    signs: Signs = UNICODE,
    screen: ScreenSettings | None = None,
    keymap: Mapping[str, tuple[str, ...]] | None = None,
    read_again: Callable[[], Story] | None = None,
) -> RashomonApp:
    """The app on `story`, its session at `path`."""
    settings = Settings(screen=(screen or ScreenSettings())._replace(theme=theme))
    reading = Reading(story, lambda: desk_at(path, story), signs)
    app = RashomonApp(reading, Config(settings, keymap or {}), read_again or (lambda: story))
    app.animation_level = "none"
    return app


@asynccontextmanager
async def open_app(
    path: Path, size: tuple[int, int] = WIDE, *, compared: bool = True, **more: Any
) -> AsyncIterator[Pilot[int]]:
    """A running app, its analysis on the screen unless `compared` is False."""
    app = make_app(path, **more)
    async with app.run_test(size=size, notifications=True) as pilot:
        if compared:
            await settle(pilot)
        else:
            await pilot.pause()
        yield pilot


async def settle(pilot: Pilot[int]) -> None:
    """Until every worker is done and the screen shows it."""
    await _calm(pilot)
    while True:
        await pilot.app.workers.wait_for_complete()
        await _calm(pilot)
        if all(worker.is_finished for worker in pilot.app.workers):
            return  # else one worker's end started another: a screen came back and looks again


class Words(str):
    """What is typed into a field: `press` sends the letters together and waits once."""

    __slots__ = ()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after the other, each time waiting for what it starts.

    Pilot.press sleeps 40 milliseconds a key to be sure; asking every widget
    whether it is done is surer and takes one.
    """
    for key in keys:
        send(pilot, *(key if isinstance(key, Words) else (key,)))
        await _calm(pilot)
        while isinstance(key, Words) and app_of(pilot)._typed.waits:
            await settle(pilot)
    await settle(pilot)


async def at_once(pilot: Pilot[int], *keys: str) -> None:
    """Let keys arrive together, as over a slow line, and wait until all of them took effect."""
    send(pilot, *keys)
    still = 0
    while still < 3:  # between two keys nothing waits for a moment either
        await settle(pilot)
        still = 0 if app_of(pilot)._typed.waits else still + 1


def send(pilot: Pilot[int], *keys: str) -> None:
    """Let keys arrive from the terminal, all at once; nothing is waited for."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        character = key if len(key) == 1 else _CHARACTERS.get(key)
        event = events.Key(name, character)
        event.set_sender(pilot.app)
        driver.send_message(event)


_CHARACTERS = {"space": " ", "slash": "/", "full_stop": ".", "comma": ","}


async def _calm(pilot: Pilot[int]) -> None:
    """Until no widget has a message left, nor a redrawing to do, below a window either."""
    for _ in range(4):
        await pilot._wait_for_screen()
        for screen in (*pilot.app._background_screens, pilot.app.screen):
            screen._on_timer_update()


def app_of(pilot: Pilot[int]) -> RashomonApp:
    assert isinstance(pilot.app, RashomonApp)
    return pilot.app


def reading_of(pilot: Pilot[int]) -> Reading:
    return app_of(pilot).reading


def screen_of(pilot: Pilot[int]) -> PageScreen:
    """The screen on top, which shows article text."""
    assert isinstance(pilot.app.screen, PageScreen)
    return pilot.app.screen


def reader_of(pilot: Pilot[int]) -> ReaderScreen:
    """The reading screen, on top."""
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


def page_of(pilot: Pilot[int]) -> Page:
    """Its page."""
    return screen_of(pilot).page


def place(pilot: Pilot[int]) -> str:
    """Name of the place on top: reader, compare, LabelMenu …"""
    screen = pilot.app.screen
    return str(getattr(screen, "PLACE", type(screen).__name__))


def claim(pilot: Pilot[int]) -> tuple[str, str]:
    """Article and words of the claim under the cursor."""
    reading = reading_of(pilot)
    article, span = reading.article, reading.claim
    assert article is not None
    assert span is not None
    return article.id, span.of(article.text)


def to(pilot: Pilot[int], id: str, words: str) -> None:
    """Put the cursor on the claim that holds these words, as a click would."""
    from tui.page.sheet import spot_at

    page = page_of(pilot)
    assert page.sheet is not None
    at = reading_of(pilot).story.by_id[id].text.index(words)
    page.go(spot_at(page.sheet, id, at))


def told(pilot: Pilot[int]) -> list[str]:
    """What the program said in passing, oldest first."""
    return [str(n.message) for n in pilot.app._notifications]


async def hush(pilot: Pilot[int]) -> None:
    """Take messages off the screen: how long they stay is a matter of time."""
    pilot.app.clear_notifications()
    for holder in pilot.app.screen.query("ToastHolder"):
        await holder.remove()
    await _calm(pilot)


def text_of(widget: Widget) -> list[str]:
    """The lines a widget draws, as a terminal without colours shows them."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def screen_text(pilot: Pilot[int]) -> str:
    """Everything on the screen, windows too, after the gate in front of the terminal."""
    screen = pilot.app.screen
    lines = screen._compositor.render_strips()
    return "\n".join(strip.text for strip in lines)


def stored(path: Path) -> Session:
    """What the session file says to a program that opens it now."""
    opened = Store.open(path, STORY.name, "anna")
    assert opened.problems == ()
    return opened.session


def tags_in(path: Path) -> dict[str, tuple[str, ...]]:
    """Quote → labels of every tag in the file."""
    return {tag.anchor.quote: tag.labels for tag in stored(path).tags}


def only_tag(path: Path) -> Tag:
    (tag,) = stored(path).tags
    return tag


def use(monkeypatch: Any, answer: Answer) -> None:
    """Let the screen hear `answer` instead of asking another process."""
    monkeypatch.setattr(worker, "analyse_elsewhere", answer)
