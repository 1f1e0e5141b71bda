"""The reader's own alignment: pin paragraphs into one row, split a passage out of its row."""

from __future__ import annotations

from tui.model.finding import Mention
from tui.view.bindings import Commands
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.edits import Edits
from tui.view.parts.hand import Target
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.workspace import now


class Pins:
    """Changes which passages stand in one row; the cursor stays on its claim."""

    def __init__(self, host: Host, page: Page, columns: AlignedColumns, edits: Edits) -> None:
        self._host, self._page, self._columns, self._edits = host, page, columns, edits
        self.commands: Commands = {"pin": self._pin, "split": self._split}

    def _pin(self) -> None:
        """The first press picks up the paragraph; the second, in another article, pins both."""
        from tui.session import pins

        if (here := self._passage(whole=True)) is None:
            return
        article, span = here
        reading = self._host.reading
        held = reading.to_pin
        other = reading.story.by_id.get(held.article) if held else None
        if held is None or other is None:
            reading.to_pin = Mention(article.id, span)
            key = self._host.shown_key("pin")
            self._host.tell(f"{key} on a paragraph of another article puts both into one row")
            self._show_held()
        elif held == Mention(article.id, span):
            self.let_go()
        else:
            first = (other, held.span)
            if self._edits.change(lambda s: pins.pin(s, first, here, now()), tell=True):
                reading.to_pin = None
                self._show_held()

    def _split(self) -> None:
        """The cursor's passage gets a row of its own; the same again puts it back."""
        from tui.session import pins

        if (here := self._passage(whole=False)) is not None:
            self._edits.change(lambda s: pins.split(s, here, now()), tell=True)

    def let_go(self) -> bool:
        """Put down the paragraph picked up for a pin; False if there is none."""
        reading = self._host.reading
        held, reading.to_pin = reading.to_pin, None
        if held:
            self._host.tell("Nothing is pinned")
            self._show_held()
        return held is not None

    def _show_held(self) -> None:
        """Show on the page and around it which paragraph is picked up, if any."""
        self._page.light()
        self._host.draw_around()

    def _passage(self, whole: bool) -> Target | None:
        """The cursor's paragraph, or only what of it stands in this row."""
        rows, spot, article = self._columns.rows, self._page.spot, self._host.reading.article
        if spot is None or article is None or not rows.aligned:
            self._host.tell("The rows are not laid out yet: the articles are being compared")
            return None
        paragraph = article.paragraph_at(spot.claim.start)
        if paragraph is None:
            self._host.tell("There is no paragraph here")
            return None
        if whole:
            return article, paragraph.span
        pieces = rows[spot.block].cells.get(article.id, ())
        for piece in pieces:
            if piece.span.covers(spot.claim):
                return article, piece.span
        return article, paragraph.span
