"""How every command changes the session: edit, save, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from tui.errors import RashomonError
from tui.model.tag import Session
from tui.view.bindings import Commands
from tui.view.parts.host import Host
from tui.view.story.open_story import Cursor, OpenStory

if TYPE_CHECKING:
    from tui.session.edits import Edit
    from tui.view.app import RashomonApp


class Saver(Protocol):
    """Says and saves what was changed."""

    def tell(self, words: str, kind: str = "information") -> None: ...

    def save(self) -> None:
        """Write what changed, in a thread."""


class EditHost(Host, Saver, Protocol):
    """A screen on which the session is changed."""

    def came_back(self) -> None:
        """Undo moved the cursor; make sure that its place can be shown."""


def apply_edit(
    saver: Saver, reading: OpenStory, make: Callable[[Session], Edit], tell: bool
) -> bool:
    """Apply an edit, `tell` what it did, and save it; False after saying why it cannot be done."""
    desk = reading.desk
    if desk.read_only:
        saver.tell(desk.read_only, "error")
        return False
    try:
        edit = make(desk.session)
    except RashomonError as error:
        saver.tell(str(error))
        return False
    desk.apply(edit)
    if tell:
        saver.tell(edit.words)
    saver.save()
    return True


def undo(saver: Saver, reading: OpenStory) -> Edit | None:
    """Take the last change back and say which; None after saying that there is none."""
    return _turned(saver, reading.desk.undo(), "Undone", "There is nothing to undo")


def redo(saver: Saver, reading: OpenStory) -> Edit | None:
    """Make a change again that was taken back; None after saying that there is none."""
    return _turned(saver, reading.desk.redo(), "Done again", "There is nothing to do again")


def _turned(saver: Saver, edit: Edit | None, word: str, nothing: str) -> Edit | None:
    saver.tell(f"{word}: {edit.words}" if edit else nothing)
    if edit:
        saver.save()
    return edit


class Filled(Protocol):
    """A list of what is in the session."""

    @property
    def rashomon(self) -> RashomonApp: ...

    @property
    def reading(self) -> OpenStory: ...

    def fill(self) -> None:
        """Show what the session holds now."""


def turns(shown: Filled) -> Commands:
    """Undo and redo on a list, which then shows what holds now."""

    def turn(way: Callable[[Saver, OpenStory], Edit | None]) -> None:
        if way(shown.rashomon, shown.reading):
            shown.fill()

    return {"undo": lambda: turn(undo), "redo": lambda: turn(redo)}


class Edits:
    """Makes every change to the session, and takes it back."""

    def __init__(self, host: EditHost) -> None:
        self._host = host
        self.begins: list[Callable[[], None]] = []
        """Called before a change, whether it can be made or not."""
        self.commands: Commands = {
            "undo": lambda: self._go_to(undo(host, host.reading)),
            "redo": lambda: self._go_to(redo(host, host.reading)),
        }

    def change(self, make: Callable[[Session], Edit], tell: bool = False) -> bool:
        """Apply an edit and save it; says why when it cannot be done."""
        for begin in self.begins:
            begin()
        done = apply_edit(self._host, self._host.reading, make, tell)
        if done:
            self._host.rebuild()
        return done

    def _go_to(self, edit: Edit | None) -> None:
        """Go to where a change was made, and draw it."""
        if edit is None:
            return
        host = self._host
        for article in host.reading.story.articles:
            if edit.span and article.file == edit.file and article.paragraph_at(edit.span.start):
                host.reading.cursor = Cursor(article.id, edit.span.start)
                host.came_back()
        host.rebuild()
