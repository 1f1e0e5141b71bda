"""Which versions of its articles a reader saw last, noted for this reader on this machine.

A tag knows the version it was made on; of articles without a tag only this tells that they were
edited since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.session.note import note_file, read_note, write_note


@dataclass(frozen=True)
class LastRead:
    """The note for one session, in `file`; it need not exist."""

    file: Path

    @classmethod
    def of(cls, folder: Path, session: Path) -> LastRead:
        """The note in `folder` for the session file at `session`."""
        return cls(note_file(folder, session, ".articles.json"))

    def versions(self) -> Mapping[str, str]:
        """Name of the article, as the session names columns → SHA-256 of its file.

        Empty where nothing was noted yet, or nothing that can be read.
        """
        note = read_note(self.file)
        known = note if isinstance(note, dict) else {}
        return {name: sha for name, sha in known.items() if isinstance(sha, str)}

    def keep(self, versions: Mapping[str, str]) -> None:
        """Note what was read; nothing is written where the note says so already."""
        if versions != self.versions():
            write_note(self.file, dict(versions))
