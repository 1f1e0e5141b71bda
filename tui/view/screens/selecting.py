"""Choosing a span other than the sentence, by keys or by dragging the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from tui.config import Config
from tui.model.article import Article
from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.sheet import spot_at
from tui.view.screens.changing import ChangingScreen
from tui.view.state import Cursor, Reading
from tui.view.widgets.emphasis import Emphasis
from tui.view.widgets.sheet_view import WordsDragged

if TYPE_CHECKING:
    from tui.page.words import Stretch
    from tui.view.screens.tagging import TaggingScreen


class SelectingScreen(ChangingScreen, part=True):
    """While words are chosen, every command acts on them instead of the claim."""

    stretch: Stretch | None = None
    """The chosen words; None while the whole claim is meant."""

    def target(self) -> tuple[Article, Span] | None:
        if self.stretch:
            return self.stretch.article, self.stretch.span
        return super().target()

    @property
    def meant(self) -> str:
        return "the words" if self.stretch else super().meant

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.page.lights.append(self._lit)

    def _lit(self, plain: Emphasis) -> Emphasis:
        if self.stretch is None:
            return plain
        chosen = Mention(self.stretch.article.id, self.stretch.span)
        return plain._replace(chosen=chosen, end=self.stretch.end_in_hand)

    def show_stretch(self, stretch: Stretch | None) -> None:
        """Choose these words, or none; the page follows the word that moves."""
        self.stretch = stretch
        sheet = self.page.view.sheet
        if stretch is None or sheet is None:
            self.page.light()
            return
        self.page.go(spot_at(sheet, stretch.article.id, stretch.end_in_hand.start))

    def action_select(self) -> None:
        """Begin with the part of the claim that is tagged already, else with its first word."""
        from tui.page.words import stretch_at

        target = super().target()
        if target is None:
            return
        article, claim = target
        parts = [span for span, _ in self.reading.tags_here if span != claim]
        first = stretch_at(article, parts[0] if parts else Span(claim.start, claim.start + 1))
        if first is None:
            self.rashomon.tell("There are no words here to choose from")
        else:
            self._choose_words(first)

    def _choose_words(self, stretch: Stretch) -> None:
        from tui.view.screens.select_mode import SelectMode

        self.app.push_screen(SelectMode(cast("TaggingScreen", self), stretch))

    @on(WordsDragged)
    def _dragged(self, message: WordsDragged) -> None:
        """The mouse goes over words: whole words light up, the keys come when it lets go."""
        from tui.page.words import stretch_at

        message.stop()
        article = self.reading.story.by_id.get(message.article)
        stretch = stretch_at(article, message.span) if article else None
        if stretch is None:
            return
        self.stretch = stretch
        self.reading.cursor = Cursor(message.article, stretch.end_in_hand.start)
        self.page.light()
        if message.done:
            self._choose_words(stretch)
