"""Saving behind the screen: each change at once, in a thread; a copy elsewhere when it fails."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui import keys
from tui.errors import RashomonError
from tui.resources import data_folder
from tui.view.story.resuming import place_of
from tui.workspace import now

if TYPE_CHECKING:
    from tui.session.desk import Desk
    from tui.view.app import RashomonApp

_HELD = 5.0
"""Seconds to wait for another program that is saving; leaving waits for this thread."""
_SOON = 0.1
"""Seconds after which a change is written even if it could not be shown."""
_AGAIN = 20.0
"""Seconds after which a save that failed is tried again by itself."""


class Saving:
    """Writes the session of one app. The screens hear from `session_saved` when it is done."""

    def __init__(self, app: RashomonApp) -> None:
        self._app = app
        self.running = False
        """Whether a save is on its way."""
        self._failed_at = ""
        """When the first save failed since one went well; empty when the last one did."""
        self._placed: set[Path] = set()
        """The sessions that were saved in this run."""
        self._told = ""
        """The trouble with the history that the reader was told of."""

    def save(self) -> None:
        """Write what changed, in a thread; the screen hears when it is on disk."""
        if not self.running:
            self.running = True
            self._app.run_worker(self._save, group="save", exit_on_error=False)  # type: ignore[arg-type]

    async def _save(self) -> None:
        app, desk = self._app, self._app.reading.desk
        merged = False
        try:
            await self._shown()
            while not desk.saved:
                desk.move(place_of(app.reading))
                saved = await asyncio.to_thread(desk.save, desk.order(), _HELD)
                self._tell_where(desk)
                if desk.adopt(saved):
                    merged = True
                    self.tell_merged("Tags from another window or person were merged in")
        except RashomonError as error:
            app.tell(f"Not saved; {self.rescue()[1]}. {error}", "error")
            app.set_timer(_AGAIN, self.save)
        else:
            self._recovered()
            if desk.history_problem and desk.history_problem != self._told:
                self._told = desk.history_problem
                app.tell(f"Saved, but without history: {self._told}", "warning")
        finally:
            self.running = False
            self.show(merged)

    def show(self, merged: bool) -> None:
        """Draw what changed by saving; on every page, where others' work was `merged` in."""
        for screen in self._app.screen_stack:
            if merged and hasattr(screen, "rebuild"):
                screen.rebuild()
            if hasattr(screen, "session_saved"):
                screen.session_saved()

    def tell_merged(self, words: str) -> None:
        """Say that others' work came in, and what of it waits for the reader."""
        from tui.view.story.changes import two_ways

        waiting = two_ways(self._app.reading.session)
        lists = f"{self._key('tags')} lists them"
        self._app.tell(f"{words}. {waiting}; {lists}" if waiting else words)

    async def _shown(self) -> None:
        """Wait until what was done is on the screen: a thread that works would hold that up."""
        drawn = asyncio.Event()
        self._app.call_after_refresh(drawn.set)
        with suppress(TimeoutError):  # nothing is drawn while another program has the terminal
            await asyncio.wait_for(drawn.wait(), _SOON)

    def _tell_where(self, desk: Desk) -> None:
        """Say once where tags go that do not stand beside their story."""
        path = desk.store.path
        if path not in self._placed and data_folder() in path.parents:
            self._app.tell(f"Not beside the story: your tags are kept in {path}")
        self._placed.add(path)

    def rescue(self) -> tuple[bool, str]:
        """Write the tags to another folder, as `rescued` does; else name the way that is left."""
        self._failed_at = self._failed_at or now()
        kept, where = rescued(self._app.reading.desk, self._failed_at)
        writes = f"{self._key('export')} writes them to a file you name"
        return kept, where if kept else f"{where}; {writes}"

    def _key(self, command: str) -> str:
        pressed = keys.keymap(self._app.user_config.keymap)[command][0]
        return keys.shown(pressed, self._app.reading.signs.plain)

    def _recovered(self) -> None:
        if self._failed_at:
            self._app.tell("Saved again")
            _tidy_up()
        self._failed_at = ""


def rescued(desk: Desk, at: str) -> tuple[bool, str]:
    """Write a copy elsewhere of what cannot be saved since the time `at`; never raises.

    Whether there is one now, and where, as part of a sentence. Where the usual place cannot be
    written to either, as with a home folder that can only be read, it is a folder for temporary
    files that nobody else may open.
    """
    try:
        return True, f"a copy of your tags is in {desk.rescue(at)}"
    except RashomonError as error:
        from shlex import quote

        with suppress(OSError, RashomonError):
            if not _temporary().is_dir():  # somebody cleaned up among temporary files
                _temporary.cache_clear()
            copy = desk.rescue(at, _temporary())
            return True, f"open a copy of your tags by --session {quote(str(copy))}"
        return False, f"nor is there a copy elsewhere: {error}"


def _tidy_up() -> None:
    """Remove the folder for temporary files if there is one; what stood in it is saved."""
    if _temporary.cache_info().currsize:
        shutil.rmtree(_temporary(), ignore_errors=True)
        _temporary.cache_clear()


@cache
def _temporary() -> Path:
    """A new folder for temporary files, the same one in all of this run."""
    return Path(tempfile.mkdtemp(prefix="rashomon-rescue-"))
