"""The commands that change the session, for every screen with a cursor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.errors import RashomonError
from tui.model.article import Article
from tui.model.finding import Contradiction, Only
from tui.model.span import Span
from tui.model.tag import Session, Verdict
from tui.view.screens.text_screen import TextScreen
from tui.view.state import Cursor, now

if TYPE_CHECKING:
    from tui.session.edits import Edit
    from tui.view.screens.windows import Written


class TaggingScreen(TextScreen):
    """Tags, notes, decisions and undo at the cursor; every change is saved at once."""

    # -- one way in for all changes --------------------------------------------

    def change(self, make: Callable[[Session], Edit], tell: bool = False) -> bool:
        """Apply an edit and save it; says why when it cannot be done."""
        desk = self.reading.desk
        if desk.read_only:
            self.rashomon.tell(desk.read_only, "error")
            return False
        try:
            edit = make(desk.session)
        except RashomonError as error:
            self.rashomon.tell(str(error))
            return False
        desk.apply(edit)
        if tell:
            self.rashomon.tell(edit.words)
        self.rashomon.save()
        self.rebuild()
        return True

    def _claim(self) -> tuple[Article, Span] | None:
        article, claim = self.reading.article, self.reading.claim
        if article is None or claim is None:
            self.rashomon.tell("There is no claim here to tag")
            return None
        return article, claim

    # -- labels ----------------------------------------------------------------

    def action_label(self, digit: str) -> None:
        for label in self.reading.session.tagset:
            if label.digit == digit:
                self.toggle(label.name)
                return
        self.rashomon.tell(f"No label has the digit {digit}; t lists all labels")

    def toggle(self, label: str) -> None:
        """Put a label on the claim under the cursor, or take it off."""
        from tui.session import edits

        if claim := self._claim():
            article, span = claim
            if self.change(lambda s: edits.toggle_label(s, article, span, label, now())):
                self.reading.last_label = label

    def action_label_menu(self) -> None:
        from tui.view.screens.windows import LabelMenu

        if self._claim() is None:
            return
        tag = self.reading.tag
        on = tag.labels if tag else ()

        def chosen(label: str | None) -> None:
            if label:
                self.toggle(label)

        self.app.push_screen(LabelMenu(self.reading.session.tagset, on), chosen)

    def action_repeat_label(self) -> None:
        from tui.session import edits

        label = self.reading.last_label
        if not label:
            self.rashomon.tell("No label was used yet; press its digit")
        elif (claim := self._claim()) is not None:
            self.change(lambda s: edits.label_many(s, (claim,), label, now()))

    def action_label_row(self) -> None:
        from tui.session import edits

        label, spot, sheet = self.reading.last_label, self.spot, self.view.sheet
        if not label or spot is None or sheet is None:
            self.rashomon.tell("No label was used yet; press its digit first")
            return
        claims = [
            (self.reading.story.by_id[a], self._closest(a, spans))
            for a, spans in sheet.claims(spot.block).items()
            if spans
        ]
        self.change(lambda s: edits.label_many(s, claims, label, now()), tell=True)

    def _closest(self, article: str, spans: tuple[Span, ...]) -> Span:
        """The claim of an aligned cell that tells what the cursor's claim tells."""
        found = {f.id for f in self.reading.findings() if not isinstance(f, Only)}
        for span in spans:
            if found & {m.id for m in self.reading.marks.within(article, span) if m.id}:
                return span
        if self.reading.cursor and self.reading.cursor.article == article and self.reading.claim:
            return self.reading.claim
        return spans[0]

    def action_remove_tag(self) -> None:
        from tui.session import edits

        if claim := self._claim():
            self.change(lambda s: edits.remove_tag(s, claim, now()), tell=True)

    def action_edit_note(self) -> None:
        from tui.session import edits
        from tui.view.screens.windows import NoteWindow, Written

        if (claim := self._claim()) is None:
            return
        article, span = claim
        tag = self.reading.tag

        def written(note: Written | None) -> None:
            if note is not None and note != Written.of(tag):
                self.change(
                    lambda s: edits.set_note(
                        s, claim, note.text, note.status, note.confidence, now()
                    )
                )

        quote = span.of(article.text)
        self.app.push_screen(NoteWindow(f"{article.id} “{quote}”", Written.of(tag)), written)

    # -- undo ------------------------------------------------------------------

    def action_undo(self) -> None:
        self._turn(self.reading.desk.undo(), "Undone", "There is nothing to undo")

    def action_redo(self) -> None:
        self._turn(self.reading.desk.redo(), "Done again", "There is nothing to do again")

    def _turn(self, edit: Edit | None, word: str, nothing: str) -> None:
        if edit is None:
            self.rashomon.tell(nothing)
            return
        self.rashomon.tell(f"{word}: {edit.words}")
        for article in self.reading.story.articles:
            if edit.span and article.file == edit.file and article.paragraph_at(edit.span.start):
                self.reading.cursor = Cursor(article.id, edit.span.start)
                self.came_back()
        self.rashomon.save()
        self.rebuild()

    def came_back(self) -> None:
        """The cursor was put somewhere else; make sure it can be shown."""

    # -- findings --------------------------------------------------------------

    def action_why(self) -> None:
        from tui.view.screens.windows import WhyWindow

        found = self.reading.findings()
        if not found:
            self.action_help()
            return

        def decided(verdict: Verdict | None) -> None:
            if verdict:
                self.decide(verdict)

        self.app.push_screen(WhyWindow(self.reading, found, self.keymap), decided)

    def action_confirm(self) -> None:
        self.decide(Verdict.CONFIRMED)

    def action_reject(self) -> None:
        self.decide(Verdict.REJECTED)

    def decide(self, verdict: Verdict) -> None:
        """Confirm or reject the finding at the cursor; the same again takes it back."""
        from tui.session import edits

        found = [f for f in self.reading.findings() if not isinstance(f, Only)]
        if not found:
            self.rashomon.tell("No finding here to decide on; ] goes to the next contradiction")
            return
        first = found[0]
        key = self.reading.key_of(first)
        before = self.reading.session.verdicts.get(key)
        wanted = None if before is verdict else verdict
        words = first.question if isinstance(first, Contradiction) else first.text
        self.change(lambda s: edits.decide(s, key, wanted, words, now()), tell=True)

    def action_cycle_marks(self) -> None:
        shows = list(type(self.reading.show))
        self.reading.show = shows[(shows.index(self.reading.show) + 1) % len(shows)]
        self.rashomon.tell(f"Marks shown: {self.reading.show}")
        self.rebuild()

    # -- other screens ---------------------------------------------------------

    def action_source(self) -> None:
        from tui.view.screens.source import SourceScreen

        self.app.push_screen(SourceScreen(self.reading, self.config))

    def action_tags(self) -> None:
        from tui.view.screens.tags import TagsScreen

        self.app.push_screen(TagsScreen(self.reading, self.config))

    # -- copying ---------------------------------------------------------------

    def action_copy_claim(self) -> None:
        if claim := self._claim():
            article, span = claim
            source = article.outlet or article.file
            day = article.published.isoformat() if article.published else "undated"
            quote = " ".join(span.of(article.text).split())
            self.copy(f"“{quote}” ({source}, {day}; {article.file})", "The claim")

    def copy(self, text: str, what: str) -> None:
        self.app.copy_to_clipboard(text)
        self.rashomon.tell(f"{what} was sent to the terminal's clipboard")
