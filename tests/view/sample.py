"""What the tests of the screen read: the app on the hand-made story, and its session files."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.widget import Widget

from tests.page.story import ANALYSIS, STORY
from tui import worker
from tui.config import Config
from tui.errors import RashomonError
from tui.model.article import Article, Story
from tui.model.finding import Analysis
from tui.model.progress import Progress, quiet
from tui.model.settings import AnalysisSettings, ScreenSettings, Settings
from tui.model.tag import Place, Session, Tag
from tui.page.signs import UNICODE, Signs
from tui.session import edits
from tui.session.desk import Desk
from tui.session.store import Store
from tui.view.adjudicating import AdjudicationApp
from tui.view.app import RashomonApp
from tui.view.opening import no_story
from tui.view.story.open_story import OpenStory
from tui.workspace import SessionChoice

NOW = "2025-05-06T10:00:00+02:00"
"""When everything of an earlier day was done."""
TWELVE = "Twelve people were hurt, the harbour office said."
"""The claim of A on which the program opens: the first contradiction."""
NINE = "Nine people were hurt, a spokesman of the hospital said."
"""The claim of B that contradicts it."""
Answer = Callable[[Story, AnalysisSettings, Progress], Awaitable[tuple[Story, Analysis]]]


def answering(analysis: Analysis = ANALYSIS) -> Answer:
    """What stands in for the other process: it answers at once."""

    async def answer(
        story: Story, _: AnalysisSettings, on_progress: Progress = quiet
    ) -> tuple[Story, Analysis]:
        return story, analysis

    return answer


def late(event: asyncio.Event) -> Answer:
    """Answers when the event is set."""

    async def answer(
        story: Story, _: AnalysisSettings, on_progress: Progress
    ) -> tuple[Story, Analysis]:
        on_progress("comparing", 3, 5)
        await event.wait()
        return story, ANALYSIS

    return answer


async def refusing(
    story: Story, _: AnalysisSettings, on_progress: Progress
) -> tuple[Story, Analysis]:
    raise RashomonError("The comparison stopped unexpectedly: out of memory")


def desk_at(path: Path, story: Story = STORY) -> Desk:
    return Desk.open(path, story.name, "anna")


def saved_tags(path: Path, *tags: tuple[str, str, str], place: Place | None = None) -> Path:
    """A session in which claims are tagged, saved earlier: (article, words of the claim, label).

    The reader stopped at `place`, if one is given.
    """
    desk = desk_at(path)
    if place:
        desk.move(place)
    for id, words, label in tags:
        article = STORY.by_id[id]
        span = article.claim_at(article.text.index(words))
        assert span is not None
        desk.apply(edits.toggle_label(desk.session, article, span, label, NOW))
    desk.adopt(desk.save(desk.order()))
    return path


def saved(path: Path, *numbers: int) -> None:
    """A session file in which these paragraphs of A are tagged."""
    first = STORY.articles[0]
    claims = (first.paragraphs[n].claims[0].of(first.text) for n in numbers)
    saved_tags(path, *((first.id, words, "fact") for words in claims))


def edited(old: str, new: str, story: Story = STORY) -> Story:
    """The story with some words of one article changed, as many characters as before."""
    assert len(old) == len(new)

    def change(article: Article) -> Article:
        if old not in article.text:
            return article
        text = article.text.replace(old, new)
        return replace(article, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())

    return replace(story, articles=tuple(map(change, story.articles)))


CHANGED = edited("Nine people", "Five people")
"""The story after the hospital corrected itself: NINE has no place any more."""


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
    reading = OpenStory(story, lambda: desk_at(path, story), signs)
    app = RashomonApp(reading, Config(settings, keymap or {}), read_again or (lambda: story))
    app.animation_level = "none"
    return app


def deciding_app(path: Path, files: tuple[Path, ...]) -> AdjudicationApp:
    reading = OpenStory(STORY, lambda: desk_at(path), UNICODE)
    config = Config(Settings(screen=ScreenSettings(theme="rashomon-dark")))
    app = AdjudicationApp(reading, config, lambda: STORY, "carol", files)
    app.animation_level = "none"
    return app


def shelf_app(shelf: Path, theme: str = "rashomon-dark") -> RashomonApp:
    config = Config(Settings(screen=ScreenSettings(theme=theme)))
    opened = no_story(UNICODE)
    app = RashomonApp(opened.reading, config, opened.read_again)
    app.shelf, app.choice = shelf, SessionChoice(None, "anna")
    app.animation_level = "none"
    return app


def text_of(widget: Widget) -> list[str]:
    """The lines a widget draws, as a terminal without colours shows them."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


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
