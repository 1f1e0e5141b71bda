"""Where a reader stopped who changed nothing: a small file in the program's data folder.

A session file is created with the first tag and records work, so just opening a story must not
change it. With work that is saved, its journal tells the place to resume. When somebody only
read, the place is noted here instead, for this reader on this machine.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.model.tag import Place
from tui.session import schema
from tui.session.checked import Wrong
from tui.session.note import note_file, read_note, write_note


@dataclass(frozen=True)
class Bookmark:
    """The note for one session, in `file`; it need not exist."""

    file: Path

    @classmethod
    def of(cls, folder: Path, session: Path) -> Bookmark:
        """The note in `folder` for the session file at `session`."""
        return cls(note_file(folder, session, ".json"))

    def place(self, saved: Place) -> Place:
        """The place noted last, or `saved`, the session's own, if that was saved later.

        Also `saved` if the note is missing or cannot be read.
        """
        note = read_note(self.file)
        with suppress(ValueError, LookupError, TypeError, Wrong):
            if schema.read_place(note["instead"]) == saved:
                return schema.read_place(note["place"])
        return saved

    def keep(self, place: Place, saved: Place) -> None:
        """Note `place`, while the session still holds `saved`."""
        places = {"place": schema.plain_place(place), "instead": schema.plain_place(saved)}
        write_note(self.file, places)

    def drop(self) -> None:
        """Remove the note: the session holds the place."""
        with suppress(OSError):
            os.unlink(self.file)
