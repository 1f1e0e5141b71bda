"""Finds the files of a story and reads their bytes without ever waiting, looping or filling the
memory.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from tui.errors import NoStory
from tui.ordinary import open_ordinary, what_is

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
STORY_FILE = "story.yaml"


class Unreadable(ValueError):
    """One file that cannot be used; the message completes `NAME …`."""


def find_files(folder: Path) -> tuple[list[Path], list[str]]:
    """The articles of a folder, sorted by name, and a sentence on what was left out.

    Subfolders, hidden files and READMEs are not articles. Raises NoStory if
    nothing is left.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise NoStory(f"{shown(folder)} cannot be opened: {_reason(error)}") from None
    files = [p for p in entries if _is_article(p)]
    if not files:
        raise NoStory(_nothing(folder, entries))
    passed = [p.name for p in entries if p not in files and _worth_saying(p)]
    return files, ([f"Left out, not .txt, .md or .html: {shown_list(passed)}."] if passed else [])


def _is_article(path: Path) -> bool:
    if path.name.startswith(".") or path.suffix.lower() not in SUFFIXES:
        return False
    return path.stem.lower() != "readme" and not path.is_dir()


def _worth_saying(path: Path) -> bool:
    if path.name.startswith(".") or path.name == STORY_FILE or path.is_dir():
        return False
    return path.stem.lower() not in ("readme", "license", "expected") and path.suffix != ".yaml"


def _nothing(folder: Path, entries: Sequence[Path]) -> str:
    found = shown_list([p.name for p in entries if not p.name.startswith(".")]) or "nothing"
    inside = [p for p in entries if p.is_dir() and not p.name.startswith(".") and _holds_story(p)]
    hint = _typed(inside[0]) if inside else "FILE.txt FILE.html"
    return (
        f"{shown(folder)} holds no .txt, .md or .html files (found: {found}). Try: rashomon {hint}"
    )


def _typed(path: Path) -> str:
    """A path as it is typed behind `rashomon`, where a bare name may be that of a command."""
    from shlex import quote

    name = shown(path)
    return quote(name if os.sep in name else os.path.join(os.curdir, name))


def _holds_story(folder: Path) -> bool:
    try:
        return any(_is_article(path) for path in folder.iterdir())
    except OSError:
        return False


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes. Raises Unreadable for anything else."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise Unreadable(f"is {what_is(info.st_mode)}, not a file of text")
        if info.st_size > most:
            raise Unreadable(_too_large(info.st_size, most))
        with open_ordinary(path) as file:
            raw = file.read(info.st_size + 1)
            if len(raw) > info.st_size:  # it grew, or never said how long it is
                raw += file.read(most + 1 - len(raw))
    except (OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"cannot be read: {_reason(error)}") from None
    if len(raw) > most:
        raise Unreadable(_too_large(len(raw), most))
    if not raw or raw.isspace():
        raise Unreadable("is empty")
    return raw


def _too_large(size: int, most: int) -> str:
    return (
        f"is larger than {most / 1e6:g} MB (it has {size / 1e6:.1f} MB or more); "
        "raise reading.max_megabytes to read it"
    )


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file, or a broken link"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return "the name is not usable"


def shown(path: Path | str) -> str:
    """A name that is safe to show: undecodable bytes, control and hidden characters become
    U+FFFD.
    """
    from tui.reading.characters import inert

    name = os.fsencode(str(path)).decode("utf-8", "replace")
    return inert(name.replace("\n", "\ufffd").replace("\t", "\ufffd"))[0]


def shown_list(names: Sequence[str], most: int = 5) -> str:
    """`a, b and 3 more`, for a sentence."""
    listed = ", ".join(shown(name) for name in names[:most])
    return f"{listed} and {len(names) - most} more" if len(names) > most else listed


def story_folders(folder: Path, around: bool = False) -> tuple[Path, ...]:
    """The stories in a folder of stories, sorted by name; empty if it is no such folder.

    A story is a folder with an article or a story.yaml. A folder that holds articles is itself
    a story, unless the caller knows that it stands `around` one. Only names are read. A folder
    that may not be looked into counts as a story; opening it will say why it fails.
    """
    try:
        if not around and _is_story(folder):
            return ()
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
        return tuple(p for p in inside if not p.name.startswith(".") and _is_story(p))
    except OSError:
        return ()


def _is_story(folder: Path) -> bool:
    try:
        if not folder.is_dir():
            return False
        return any(map(_is_article, folder.iterdir())) or (folder / STORY_FILE).is_file()
    except PermissionError:
        return True
    except OSError:
        return False
