"""The reader's own alignment: pin paragraphs into one row, split a passage out of its row."""

from __future__ import annotations

from tui import keys
from tui.model.article import Article
from tui.model.finding import Mention
from tui.model.span import Span
from tui.page.rows import Rows
from tui.view.screens.walking import WalkScreen
from tui.view.state import now


class PinScreen(WalkScreen, part=True):
    """Changes which passages stand in one row; the cursor stays on its claim."""

    rows: Rows

    def action_pin(self) -> None:
        """First press: this paragraph in hand. Second, in another article: one row for both."""
        from tui.session import pins

        if (here := self._passage(whole=True)) is None:
            return
        article, span = here
        held = self.reading.to_pin
        other = self.reading.story.by_id.get(held.article) if held else None
        key = keys.shown(self.keymap["pin"][0])
        if held is None or other is None:
            self.reading.to_pin = Mention(article.id, span)
            self.rashomon.tell(f"{key} on a paragraph of another article puts both into one row")
            self._show_held()
        elif held == Mention(article.id, span):
            self.let_go()
        else:
            first = (other, held.span)
            if self.edits.change(lambda s: pins.pin(s, first, here, now()), tell=True):
                self.reading.to_pin = None
                self._show_held()

    def action_split(self) -> None:
        """The cursor's passage gets a row of its own; the same again puts it back."""
        from tui.session import pins

        if (here := self._passage(whole=False)) is not None:
            self.edits.change(lambda s: pins.split(s, here, now()), tell=True)

    def let_go(self) -> bool:
        """Pin nothing after all; False when nothing was in hand."""
        held, self.reading.to_pin = self.reading.to_pin, None
        if held:
            self.rashomon.tell("Nothing is pinned")
            self._show_held()
        return held is not None

    def _show_held(self) -> None:
        """Mark the paragraph in hand on the page, or none, and say so around it."""
        self.page.light()
        self.draw_around()

    def _passage(self, whole: bool) -> tuple[Article, Span] | None:
        """The cursor's paragraph, or only what of it stands in this row."""
        spot, article = self.page.spot, self.reading.article
        if spot is None or article is None or not self.rows.aligned:
            self.rashomon.tell("The rows are not laid out yet: the articles are being compared")
            return None
        paragraph = article.paragraph_at(spot.claim.start)
        if paragraph is None:
            self.rashomon.tell("There is no paragraph here")
            return None
        if whole:
            return article, paragraph.span
        pieces = self.rows[spot.block].cells.get(article.id, ())
        for piece in pieces:
            if piece.span.covers(spot.claim):
                return article, piece.span
        return article, paragraph.span
