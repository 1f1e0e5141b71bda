"""Where a reader stopped who changed nothing: a small file in the program's data folder.

A session file is created with the first tag and records work, so just opening a story must not
change it. The place to resume is saved in it together with the work. When somebody only read,
the place is noted here instead, for this reader on this machine.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.errors import RashomonError
from tui.model.tag import Place
from tui.ordinary import open_ordinary
from tui.session import schema
from tui.session.checked import Wrong
from tui.session.disk import replace_file
from tui.session.store import folder_name


@dataclass(frozen=True)
class Bookmark:
    """The note for one session, in `file`; it need not exist."""

    file: Path

    @classmethod
    def of(cls, folder: Path, session: Path) -> Bookmark:
        """The note in `folder` for the session file at `session`."""
        return cls(folder / f"{folder_name(session, [session])}.json")

    def place(self, saved: Place) -> Place:
        """The place noted last, or `saved`, the session's own, if that was saved later.

        Also `saved` if the note is missing or cannot be read.
        """
        try:
            with open_ordinary(self.file) as file:
                note = json.load(file)
            if schema.read_place(note["instead"]) == saved:
                return schema.read_place(note["place"])
        except (OSError, ValueError, LookupError, TypeError, RecursionError, Wrong):
            pass
        return saved

    def keep(self, place: Place, saved: Place) -> None:
        """Note `place`, while the session still holds `saved`.

        A note that cannot be written is left out.
        """
        note = {"place": schema.plain_place(place), "instead": schema.plain_place(saved)}
        content = json.dumps(note, indent=1).encode()
        with suppress(RashomonError, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.file, content)

    def drop(self) -> None:
        """Remove the note: the session holds the place."""
        with suppress(OSError):
            os.unlink(self.file)
