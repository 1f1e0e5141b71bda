"""What every command that changes the session goes through: edit, save, undo, copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.errors import RashomonError
from tui.model.article import Article
from tui.model.finding import Mention
from tui.model.span import Span
from tui.model.tag import Session
from tui.page.sheet import spot_at
from tui.view.screens.page_screen import PageScreen
from tui.view.state import Cursor, Reading

if TYPE_CHECKING:
    from tui.session.edits import Edit
    from tui.view.app import RashomonApp


def apply_edit(
    app: RashomonApp, reading: Reading, make: Callable[[Session], Edit], tell: bool
) -> bool:
    """Apply an edit, `tell` what it did, and save it; False after saying why it cannot be done."""
    desk = reading.desk
    if desk.read_only:
        app.tell(desk.read_only, "error")
        return False
    try:
        edit = make(desk.session)
    except RashomonError as error:
        app.tell(str(error))
        return False
    desk.apply(edit)
    if tell:
        app.tell(edit.words)
    app.save()
    return True


class ChangingScreen(PageScreen, part=True):
    """One way in for all changes, and the way back."""

    def change(self, make: Callable[[Session], Edit], tell: bool = False) -> bool:
        """Apply an edit and save it; says why when it cannot be done."""
        done = apply_edit(self.rashomon, self.reading, make, tell)
        if done:
            self.rebuild()
        return done

    def target(self) -> tuple[Article, Span] | None:
        """What a command acts on: the claim under the cursor. Says so where there is none."""
        article, claim = self.reading.article, self.reading.claim
        if article is None or claim is None:
            self.rashomon.tell(self.no_claim())
            return None
        return article, claim

    @property
    def meant(self) -> str:
        """What `target` gives, in words."""
        return "the claim"

    def no_claim(self) -> str:
        """Why there is nothing to act on."""
        return "There is no claim here"

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

    # -- going there -----------------------------------------------------------

    def visit(self, there: Mention) -> None:
        """Put the cursor on words of any article; `back` returns."""
        reading = self.reading
        if reading.cursor:
            reading.trail.append(reading.cursor)
        reading.hidden = tuple(id for id in reading.hidden if id != there.article)
        reading.cursor = Cursor(there.article, there.span.start)
        sheet = self.page.view.sheet
        if sheet is None or sheet.block_of(there.article, there.span.start) is None:
            self.leave_for_reading()
            return
        self.rebuild()
        if self.page.view.sheet:
            self.page.go(spot_at(self.page.view.sheet, there.article, there.span.start), jump=True)

    def leave_for_reading(self) -> None:
        """This page does not show the place; the reading page does."""
        self.app.pop_screen()

    # -- copying ---------------------------------------------------------------

    def action_copy_claim(self) -> None:
        if target := self.target():
            article, span = target
            source = article.outlet or article.file
            day = article.published.isoformat() if article.published else "undated"
            quote = " ".join(span.of(article.text).split())
            self.copy(f"“{quote}” ({source}, {day}; {article.file})", self.meant)

    def copy(self, text: str, what: str) -> None:
        """Hand `text` to the terminal, which may or may not know a clipboard."""
        self.reading.copied = text
        self.app.copy_to_clipboard(text)
        key = self.shown_key("copy-to-file")
        self.rashomon.tell(f"Sent to the terminal's clipboard: {what}; {key} adds it to a file")

    def action_copy_to_file(self) -> None:
        """For terminals without a clipboard: the copied text, added to a file."""
        from tui.view.copied import append

        if not self.reading.copied:
            key = self.shown_key("copy-claim")
            self.rashomon.tell(f"Nothing was copied yet; {key} copies a claim")
            return
        try:
            path = append(self.reading.copied)
        except RashomonError as error:
            self.rashomon.tell(str(error), "error")
        else:
            self.rashomon.tell(f"Added to {path}")
