"""The journal beside a session: every action, a line each, on disk before the session is.

`anna.yaml.journal` begins with the session as it was and goes on with what was
done to it, so that it holds every state since. It is only ever added to, and
is rewritten without its oldest actions when it has grown. Each line is a
JSON object that ends in a checksum of itself; a line that was cut by a crash
is dropped with the next writing. Callers hold the session's lock.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from tui.errors import RashomonError
from tui.model.span import Span
from tui.model.tag import Place, Session
from tui.session import schema
from tui.session.change import Action, Change, plain_session, read_session, replayed
from tui.session.checked import Wrong
from tui.session.disk import replace_file, sync_folder, why

VERSION = 1
KEEP = 1_000
"""Actions that stay when the journal is rewritten; it holds up to twice as many."""
MAX_BYTES = 64_000_000
"""A larger journal is not read, and nothing is added to it."""
_GROWN = 16_000_000
"""From this size it is rewritten as soon as it holds more than `KEEP` actions."""


class NoHistory(RashomonError):
    """The journal cannot be used; the message says why and the way out."""


class Block(NamedTuple):
    """An entry of the session file word for word, for undo to bring back."""

    part: str
    lead: str
    """The comments above it."""
    text: str


class Entry(NamedTuple):
    """One line: an action with its number and what stood in the session file after it."""

    number: int
    """From 1; goes on counting when old lines are dropped. The same for a line without action."""
    who: str
    action: Action | None
    """None for a line that only records the place and the file."""
    place: Place | None = None
    """Where the reader was; None if the line does not say."""
    file: str = ""
    """`digest` of the session file that this line leads to; empty when more lines follow for it."""
    on: str = ""
    """`digest` of the session file when this line was written; empty if the line does not say."""
    blocks: tuple[Block, ...] = ()
    """Blocks taken out of the file that held more than this program writes, such as comments."""


class Mark(NamedTuple):
    """A position in a journal: how far it was read."""

    inode: int = 0
    end: int = 0
    """Bytes up to the end of the last good line."""
    number: int = 0
    actions: int = 0
    """How many it holds."""


@dataclass(frozen=True, eq=False)
class Log:
    """What a journal says, from its beginning or from a mark on."""

    mark: Mark
    entries: tuple[Entry, ...] = ()
    base: Session | None = None
    """The session before the first entry; None when it was read from a mark on, or is new."""
    base_file: str = ""
    """`digest` of the session file at the beginning."""
    bad: tuple[int, ...] = ()
    """Lines that cannot be read and were left out, from 1."""

    def state(self, number: int | None = None) -> Session | None:
        """The session after action `number`, or at the end; None where that is not known."""
        if self.base is None:
            return None
        return replay(self.base, (e for e in self.entries if number is None or e.number <= number))


def replay(session: Session, entries: Iterable[Entry]) -> Session:
    """`session` after the entries. Raises Wrong."""
    done = list(entries)
    session = replayed(session, (c for e in done if e.action for c in e.action.changes))
    places = [e.place for e in done if e.place]
    return replace(session, place=places[-1]) if places else session


def digest(content: bytes | None) -> str:
    """A short name for the bytes of a session file; empty for no file."""
    return "" if content is None else hashlib.sha256(content).hexdigest()[:16]


def journal_path(session: Path) -> Path:
    """Where the journal of the session file `session` is: beside what a link points to."""
    real = Path(os.path.realpath(session))
    name = real.name + ".journal"
    if len(os.fsencode(name)) > 255:
        name = f"{digest(os.fsencode(real.name))}.yaml.journal"
    return real.parent / name


class End(NamedTuple):
    """What the last lines of a journal tell."""

    number: int
    file: str
    """`digest` of the session file it tells of."""
    place: Place | None
    """Where the reader was last; None where that is not told."""


def last(path: Path) -> End | None:
    """The end of a journal; None without a good last line.

    Reads no more than that, so that a session opens without its journal being read.
    """
    try:
        with _opened(path) as handle:
            size = os.fstat(handle.fileno()).st_size
            handle.seek(max(0, size - _TAIL))
            tail = handle.read()
    except (OSError, NoHistory):
        return None
    fields = _fields(tail[:-1].rpartition(b"\n")[2]) if tail.endswith(b"\n") else None
    if fields is None:
        return None
    number, file = fields.get("n"), fields.get("file") or fields.get("on")
    if not (isinstance(number, int) and isinstance(file, str)):
        return None
    return End(number, file, _last_place(tail))


_TAIL = 100_000


def _last_place(tail: bytes) -> Place | None:
    """The place that the last of these lines tells; None where that is none of them."""
    for line in reversed(tail.split(b"\n")):
        if b'"place":' in line and (fields := _fields(line)) and fields.get("place"):
            with suppress(Wrong):
                return schema.read_place(fields["place"])
    return None


def read(path: Path, start: Session, since: Mark | None = None) -> Log:
    """The journal at `path`; only what came after `since` where that is still its beginning.

    `start` names story and annotator. A missing journal is empty. Raises
    NoHistory for one of another version, too large, or no ordinary file.
    """
    try:
        with _opened(path) as handle:
            state = os.fstat(handle.fileno())
            on = (
                since
                if since and since.inode == state.st_ino and since.end <= state.st_size
                else None
            )
            if state.st_size > MAX_BYTES:
                raise NoHistory(f"{path}: over {MAX_BYTES // 1_000_000} MB; {_DELETE}")
            handle.seek(on.end if on else 0)
            raw = handle.read()
    except FileNotFoundError:
        return Log(Mark())
    except OSError as error:
        raise NoHistory(f"{path}: {why(error)}; the session itself is not touched") from error
    return _log(raw, state.st_ino, on, start, path)


_DELETE = "delete it to begin a new history; the session itself is not touched"


def _opened(path: Path) -> Any:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoHistory(f"{path}: not an ordinary file; {_DELETE}")
    return os.fdopen(handle, "rb")


def _log(raw: bytes, inode: int, on: Mark | None, start: Session, path: Path) -> Log:
    """The lines of `raw`, which begins at the mark `on` or is the whole journal."""
    base, base_file = None, ""
    mark = on or Mark(inode)
    end, number, count = mark.end, mark.number, mark.actions
    entries: list[Entry] = []
    bad: list[int] = []
    at = mark.end
    for line_number, line in enumerate(raw.split(b"\n")[:-1], 1):
        at += len(line) + 1
        fields = _fields(line)
        if fields is not None and fields.get("journal", VERSION) != VERSION:
            raise NoHistory(f"{path}: a journal of another rashomon; {_DELETE}")
        try:
            if fields is None:
                raise Wrong((), "not a line of a journal")
            if "base" in fields:
                base, base_file = read_session(fields["base"], start), fields["file"]
                number = fields["n"]
            else:
                entries.append(entry := _entry(fields))
                number = entry.number
                count += entry.action is not None
            end = at
        except (Wrong, AttributeError, KeyError, TypeError, ValueError, RecursionError):
            bad.append(line_number)
    if base is None and on is None and (entries or bad):
        raise NoHistory(f"{path}: its first line cannot be read; {_DELETE}")
    return Log(Mark(inode, end, number, count), tuple(entries), base, base_file, tuple(bad))


def _entry(fields: dict[str, Any]) -> Entry:
    """Raises AttributeError, KeyError, TypeError, ValueError or Wrong."""
    place = schema.read_place(fields["place"]) if fields.get("place") else None
    number, who = int(fields["n"]), str(fields.get("who", ""))
    files = str(fields.get("file", "")), str(fields.get("on", ""))
    blocks = tuple(Block(*map(str, b)) for b in fields.get("blocks", ()))
    if "did" not in fields:
        return Entry(number, who, None, place, *files)
    file, start, end = fields.get("where") or ("", 0, None)
    action = Action(
        str(fields["id"]),
        str(fields["did"]),
        str(fields.get("words", "")),
        str(fields.get("at", "")),
        tuple(_change(*c) for c in fields.get("change", ())),
        str(fields.get("of", "")),
        str(file),
        None if end is None else Span(int(start), int(end)),
    )
    return Entry(number, who, action, place, *files, blocks)


def _change(part: str, name: str, before: Any, after: Any) -> Change:
    for side in (before, after):
        if side is not None and not (isinstance(side, dict) and all(map(_plain, side.values()))):
            raise ValueError("a change holds keys and values")
    return Change(str(part), str(name), before, after)


def _plain(value: object) -> bool:
    """Whether it is what a session file could hold, or None."""
    if isinstance(value, list):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(map(_plain, value.values()))
    return value is None or isinstance(value, str)


def written(entry: Entry) -> bytes:
    """The line of an entry, with its line break."""
    fields: dict[str, Any] = {"n": entry.number}
    if action := entry.action:
        fields |= {"at": action.at, "who": entry.who, "did": action.did, "words": action.words}
        fields["id"] = action.id
        if action.of:
            fields["of"] = action.of
        if action.file:
            ends = (action.span.start, action.span.end) if action.span else (0, None)
            fields["where"] = [action.file, *ends]
        fields["change"] = [list(c) for c in action.changes]
        if entry.blocks:
            fields["blocks"] = [list(b) for b in entry.blocks]
    if entry.place:
        fields["place"] = schema.plain_place(entry.place)
    if entry.on:
        fields["on"] = entry.on
    if entry.file:
        fields["file"] = entry.file
    return _line(fields)


def _line(fields: dict[str, Any]) -> bytes:
    # Only ASCII: lone surrogates and every kind of line break are escaped.
    body = json.dumps(fields, separators=(",", ":"))[:-1].encode("ascii")
    return body + b',"sum":"%08x"}\n' % zlib.crc32(body)


_SUM = len(b',"sum":"00000000"}')


def _fields(line: bytes) -> dict[str, Any] | None:
    """What a line says; None when it is cut or changed."""
    body, end = line[:-_SUM], line[-_SUM:]
    if end != b',"sum":"%08x"}' % zlib.crc32(body):
        return None
    try:
        data = json.loads(body + b"}")
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def first_line(base: Session, number: int, file: str) -> bytes:
    """The line a journal begins with: the session before action `number + 1`."""
    return _line({"journal": VERSION, "n": number, "base": plain_session(base), "file": file})


def append(path: Path, mark: Mark, content: bytes, mode: int = 0o666, sync: bool = True) -> int:
    """Add whole lines behind the last good one; the file's inode once they are on disk.

    What a crash left behind `mark` is cut off first. Raises OSError, with the
    journal as it was as far as the disk lets us.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW
    handle = os.open(path, flags, mode)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise NoHistory(f"{path}: not an ordinary file; {_DELETE}")
        if state.st_size != mark.end:
            os.ftruncate(handle, mark.end)
        try:
            _write_at(handle, mark.end, content)
            if sync:
                os.fsync(handle)
        except OSError:
            os.ftruncate(handle, mark.end)
            raise
    finally:
        os.close(handle)
    if not mark.end:
        sync_folder(path.parent)
    return state.st_ino


def _write_at(handle: int, at: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        done = os.pwrite(handle, view, at)
        view, at = view[done:], at + done


def wants_shortening(mark: Mark) -> bool:
    """Whether a journal holds so much that its oldest actions may go."""
    return mark.actions >= 2 * KEEP or (mark.end > _GROWN and mark.actions > KEEP)


def shorten(path: Path, start: Session) -> Mark:
    """Rewrite the journal at `path` with only its last `KEEP` actions.

    Raises NoHistory or CannotSave; the journal is then unchanged.
    """
    log = read(path, start)
    numbers = [e.number for e in log.entries if e.action]
    if log.base is None or len(numbers) <= KEEP:
        return log.mark
    cut = numbers[-KEEP]
    gone = [e for e in log.entries if e.number < cut]
    kept = [e for e in log.entries if e.number >= cut]
    file = next((e.file for e in reversed(gone) if e.file), log.base_file)
    content = first_line(replay(log.base, gone), cut - 1, file) + lines(kept)
    replace_file(path, content)
    return Mark(os.stat(path).st_ino, len(content), log.mark.number, KEEP)


def lines(entries: Sequence[Entry]) -> bytes:
    return b"".join(map(written, entries))
