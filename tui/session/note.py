"""Small notes in the program's data folder, which nothing depends on."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.errors import RashomonError
from tui.ordinary import open_ordinary
from tui.session.disk import replace_file
from tui.session.store import folder_name


def note_file(folder: Path, session: Path, kind: str) -> Path:
    """Where in `folder` a note of this `kind` on the session file at `session` is."""
    return folder / f"{folder_name(session, [session])}{kind}"


def read_note(file: Path) -> Any:
    """What `file` notes; None where it is missing or cannot be read."""
    try:
        with open_ordinary(file) as note:
            return json.load(note)
    except (OSError, ValueError, RecursionError):
        return None


def write_note(file: Path, note: object) -> None:
    """Note this in `file`; one that cannot be written is left out."""
    content = json.dumps(note, indent=1).encode()
    with suppress(RashomonError, OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, content)
