"""Choosing a span other than the sentence, by keys or by dragging the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.sheet import spot_at
from tui.view.bindings import Commands
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.story.open_story import Cursor
from tui.view.widgets.emphasis import Emphasis
from tui.view.widgets.mouse_view import WordsDragged

if TYPE_CHECKING:
    from tui.page.words import Stretch


class WordsHost(Host, Protocol):
    """A screen on which words can be chosen."""

    def choose_words(self, stretch: Stretch) -> None:
        """Let keys move the ends of `stretch`."""


class Words:
    """Chosen words are highlighted, and commands act on them instead of on the claim."""

    def __init__(self, host: WordsHost, page: Page, hand: Hand) -> None:
        self._host, self._page, self._hand = host, page, hand
        page.lights.append(self._lit)
        self.commands: Commands = {"select": self.begin}

    def _lit(self, plain: Emphasis) -> Emphasis:
        stretch = self._hand.stretch
        if stretch is None:
            return plain
        chosen = Mention(stretch.article.id, stretch.span)
        return plain._replace(chosen=chosen, end=stretch.end_in_hand)

    def show(self, stretch: Stretch | None) -> None:
        """Choose these words, or none; the page follows the word that moves."""
        self._hand.stretch = stretch
        sheet = self._page.sheet
        if stretch is None or sheet is None:
            self._page.light()
            return
        self._page.go(spot_at(sheet, stretch.article.id, stretch.end_in_hand.start))

    def begin(self) -> None:
        """Begin with the part of the claim that is already tagged, else with its first word."""
        from tui.page.words import stretch_at

        target = self._hand.claim()
        if target is None:
            return
        article, claim = target
        parts = [span for span, _ in self._host.reading.tags_here if span != claim]
        first = stretch_at(article, parts[0] if parts else Span(claim.start, claim.start + 1))
        if first is None:
            self._host.tell("There are no words here to choose from")
        else:
            self._host.choose_words(first)

    def dragged(self, message: WordsDragged) -> None:
        """While the mouse moves, highlight whole words; when it lets go, let keys adjust them."""
        from tui.page.words import stretch_at

        article = self._host.reading.story.by_id.get(message.article)
        stretch = stretch_at(article, message.span) if article else None
        if stretch is None:
            return
        self._hand.stretch = stretch
        self._host.reading.cursor = Cursor(message.article, stretch.end_in_hand.start)
        self._page.light()
        if message.done:
            self._host.choose_words(stretch)
