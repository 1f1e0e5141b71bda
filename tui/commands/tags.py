"""`tags`: the tags of one session without a screen: list, filter, rename, merge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui import workspace
from tui.commands.labels import meant
from tui.commands.output import Shape, emit, emit_json, narrate, narrate_problems
from tui.errors import RashomonError
from tui.model.tag import Session, Tag
from tui.report.as_csv import as_csv, fields
from tui.report.as_json import dumps
from tui.report.words import ruling
from tui.session.desk import Desk
from tui.session.edits import Edit
from tui.session.labels import merge_labels, rename_label


@dataclass(frozen=True, slots=True)
class Filter:
    """Which tags to list; all conditions must hold, an empty one always does."""

    labels: frozenset[str] = frozenset()
    """One of these labels, as `meant` gives them."""
    articles: tuple[str, ...] = ()
    """One of these letters or files; case does not count here and below."""
    statuses: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """All of these, in quote or note."""

    def takes(self, tag: Tag) -> bool:
        place = tag.anchor
        text = f"{place.quote}\n{tag.note}".casefold()
        return (
            (not self.labels or bool(self.labels.intersection(tag.labels)))
            and _one(self.articles, (place.article, place.file))
            and _one(self.statuses, (tag.status.value,))
            and all(word.casefold() in text for word in self.words)
        )


def _one(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return not wanted or bool({w.casefold() for w in wanted} & {t.casefold() for t in there})


def list_tags(path: Path, wanted: Filter, labels: Sequence[str], shape: Shape) -> int:
    """Print the tags of the session at `path` in the order of the file; 0 even when none fit.

    Only those with one of the `labels`, where any are named, as people type them. Raises
    BadFile, and RashomonError for a label that the session has not.
    """
    desk = _desk(path)
    wanted = replace(wanted, labels=meant(desk.session, labels))
    tags = [tag for tag in desk.session.tags if wanted.takes(tag)]
    if shape is Shape.JSON:
        session = desk.session
        head = {"story": session.story, "annotator": session.annotator}
        emit_json(dumps({**head, "tags": [fields(tag) for tag in tags]}) + "\n")
    elif shape is Shape.CSV:
        emit(as_csv(tags))
    else:
        emit("".join(_told(tag) for tag in tags))
        narrate(f"{len(tags)} of {len(desk.session.tags)} tags")
    return _faults(desk)


def rename(path: Path, old: str, new: str) -> int:
    """Rename a label in the tagset and on every tag. Raises RashomonError."""
    return _change(path, lambda session, now: rename_label(session, old, new, now))


def merge(path: Path, old: str, into: str) -> int:
    """Make two labels one. Raises RashomonError."""
    return _change(path, lambda session, now: merge_labels(session, old, into, now))


def _change(path: Path, make: Callable[[Session, str], Edit]) -> int:
    desk = _desk(path)
    if desk.read_only:
        raise RashomonError(desk.read_only)
    edit = make(desk.session, workspace.now())
    desk.apply(edit)
    desk.adopt(desk.save(desk.order()))
    narrate(edit.words)
    return _faults(desk)


def _desk(path: Path) -> Desk:
    if path.is_dir() or not path.exists():
        raise workspace.no_session_file(path)
    return Desk.open(path, "", "")


def _faults(desk: Desk) -> int:
    """Say what could not be read, and leave the warnings to `check`."""
    return narrate_problems(problem for problem in desk.problems if problem.grave)


def _told(tag: Tag) -> str:
    """One tag in two or three lines."""
    place = tag.anchor
    marks = [", ".join(tag.labels) or ("no label" if tag.ruling else "note only"), tag.status.value]
    marks += [f"{tag.confidence.value} confidence"] if tag.confidence else []
    lines = [f"{place.article or '-'} {place.file}: {' · '.join(marks)}",
             f"  “{' '.join(place.quote.split())}”"]  # fmt: skip
    lines += [f"  {' '.join(tag.note.split())}"] if tag.note else []
    lines += [f"  two writers differ: {words}" for words in tag.conflict]
    lines += [f"  {told}"] if (told := ruling(tag.ruling)) else []
    return "\n".join(lines) + "\n"
