"""Labels and notes on what is in hand; every change is saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.model.finding import Only
from tui.model.span import Span
from tui.model.tag import Tag
from tui.page.wrap import quoted
from tui.view.bindings import Commands
from tui.view.parts.edits import Edits
from tui.view.parts.hand import Hand, Target
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.workspace import now


class Tagging:
    """Puts labels and notes on the claim or the chosen words, and takes them off."""

    def __init__(self, host: Host, hand: Hand, edits: Edits) -> None:
        self._host, self._hand, self._edits = host, hand, edits
        self.commands: Commands = {
            **{f"label-{digit}": partial(self._by_digit, digit) for digit in "1234567890"},
            "label-menu": self._by_menu,
            "repeat-label": self._repeat,
            "remove-tag": self._remove,
            "edit-note": self._note,
        }

    # -- labels ----------------------------------------------------------------

    def _by_digit(self, digit: str) -> None:
        for label in self._host.reading.session.tagset:
            if label.digit == digit:
                if target := self._hand.target():
                    self._toggle(target, label.name)
                return
        menu = self._host.shown_key("label-menu")
        self._host.tell(f"No label has the digit {digit}; {menu} lists all labels")

    def _toggle(self, target: Target, label: str) -> None:
        """Put a label on these words, or take it off."""
        from tui.session import edits

        if self._edits.change(lambda s: edits.toggle_label(s, *target, label, now())):
            self._host.reading.last_label = label

    def _by_menu(self) -> None:
        from tui.view.screens.windows import LabelMenu

        if (target := self._hand.target()) is None:
            return
        tag = self._hand.tag_on(target)
        on = tag.labels if tag else ()

        def chosen(label: str | None) -> None:
            if label:
                self._toggle(target, label)

        self._host.show_window(LabelMenu(self._host.reading.session.tagset, on), chosen)

    def _repeat(self) -> None:
        from tui.session import edits

        label = self._host.reading.last_label
        if not label:
            self._host.tell("No label was used yet; press its digit")
        elif (claim := self._hand.target()) is not None:
            self._edits.change(lambda s: edits.label_many(s, (claim,), label, now()))

    def _remove(self) -> None:
        from tui.session import edits

        if target := self._hand.target():
            tag = self._hand.nearest_tag(target)
            which = tag.id if tag else target
            self._edits.change(lambda s: edits.remove_tag(s, which, now()), tell=True)

    # -- notes -----------------------------------------------------------------

    def _note(self) -> None:
        """Asks which tag is meant where words of the claim are tagged on their own."""
        hand, target = self._hand, self._hand.target()
        if target is None:
            return
        parts = [tag for span, tag in self._host.reading.tags_here if span != target[1]]
        if hand.stretch or not parts:
            self._write_note(target, hand.tag_on(target))
            return
        jumped = next((t for t in parts if hand.stop and t.id == hand.stop.id), None)
        if jumped:
            self._write_note(target, jumped)
            return
        self._ask_which(target, parts)

    def _ask_which(self, target: Target, parts: Sequence[Tag]) -> None:
        from tui.view.screens.windows import PickWindow, tag_option

        article, claim = target
        whole = self._hand.tag_on(target)
        choices = [("", tag_option(whole, claim.of(article.text), "the whole sentence"))]
        choices += [(tag.id, tag_option(tag, tag.anchor.quote)) for tag in parts]

        def chosen(id: str | None) -> None:
            if id is not None:
                tag = next((t for t in parts if t.id == id), whole)
                self._write_note(target, tag)

        self._host.show_window(PickWindow("Which tag do you mean?", choices), chosen)

    def _write_note(self, target: Target, tag: Tag | None) -> None:
        from tui.view.screens.windows import NoteWindow

        article, span = target
        quote = f"{article.id} {quoted(tag.anchor.quote if tag else span.of(article.text))}"
        which = tag.id if tag else target
        self._host.show_window(NoteWindow(which, quote, tag, self._edits.change))


class RowTagging:
    """Puts the last label on every claim that is aligned with the one under the cursor."""

    def __init__(self, host: Host, page: Page, edits: Edits) -> None:
        self._host, self._page, self._edits = host, page, edits
        self.commands: Commands = {"label-row": self._label_row}

    def _label_row(self) -> None:
        from tui.session import edits

        reading = self._host.reading
        label, spot, sheet = reading.last_label, self._page.spot, self._page.sheet
        if not label or spot is None or sheet is None:
            self._host.tell("No label was used yet; press its digit first")
            return
        claims = [
            (reading.story.by_id[a], self._closest(a, spans))
            for a, spans in sheet.claims(spot.block).items()
            if spans
        ]
        self._edits.change(lambda s: edits.label_many(s, claims, label, now()), tell=True)

    def _closest(self, article: str, spans: tuple[Span, ...]) -> Span:
        """The claim of an aligned cell that tells what the cursor's claim tells."""
        reading = self._host.reading
        found = {f.id for f in reading.findings() if not isinstance(f, Only)}
        for span in spans:
            if found & {m.id for m in reading.marks.within(article, span) if m.id}:
                return span
        if reading.cursor and reading.cursor.article == article and reading.claim:
            return reading.claim
        return spans[0]
