"""`merge` and `merge-driver`: two session files into one, by hand and inside git."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tui.commands.output import narrate
from tui.errors import RashomonError
from tui.model.counted import counted
from tui.session.disk import locked, replace_file
from tui.session.join import Joined, join
from tui.session.whole import whole_book


def merge(ours: Path, theirs: Path, base: Path | None, out: Path | None, force: bool) -> int:
    """Write what OURS and THEIRS made of BASE to `out`, or to standard output.

    Returns 1 when the two differ on a claim; then both words stand in the
    result. A file that exists is written only with `force`. Raises BadFile.
    """
    books = [whole_book(path) for path in (ours, theirs, *((base,) if base else ()))]
    joined = join(books[0], books[1], books[2] if base else None)
    content = joined.book.text().encode("utf-8")
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        with locked(out):
            if out.exists() and not force:
                raise RashomonError(f"{out} exists; --force replaces it")
            replace_file(out, content)
    for words in joined.conflicts:
        narrate(f"kept both: {words}")
    if len(people := sorted({read.session.annotator for read in books[:2]} - {""})) > 1:
        narrate(
            f"these are two annotators, {' and '.join(people)}; to keep apart who said what: "
            "rashomon STORY --compare"
        )
    narrate(f"{counted(len(joined.book.session.tags), 'tag')}, {_settled(joined)}")
    return 1 if joined.conflicts else 0


def merge_for_git(base: Path, ours: Path, theirs: Path, name: str) -> int:
    """The merge driver for git: writes the result over `ours` and returns 0 if it is clean.

    A file that is no session, or cannot be read in full, gets git's own line merge, so that the
    driver never makes git stop where it would not have stopped anyway.
    """
    try:
        start = whole_book(base) if base.stat().st_size else None
        joined = join(whole_book(ours), whole_book(theirs), start)
        replace_file(ours, joined.book.text().encode("utf-8"))
    except (RashomonError, OSError) as error:
        narrate(f"rashomon: {name}: merged line by line, because: {error}")
        return _by_lines(base, ours, theirs)
    if joined.conflicts:
        narrate(f"rashomon: {name}: {_settled(joined)}; open the story to settle, then git add")
    return 1 if joined.conflicts else 0


def _settled(joined: Joined) -> str:
    if not joined.conflicts:
        return "no conflicts"
    return f"{counted(len(joined.conflicts), 'conflict')} kept for you to settle"


def _by_lines(base: Path, ours: Path, theirs: Path) -> int:
    labels = [word for name in ("ours", "base", "theirs") for word in ("-L", name)]
    command = ["git", "merge-file", *labels, str(ours), str(base), str(theirs)]
    code = subprocess.run(command, check=False).returncode
    # Its code counts the conflicts; git takes 1 to 128 for one and more for a failure.
    return min(code, 1) if 0 <= code < 128 else 129
