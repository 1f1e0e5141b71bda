"""A disk on which one call fails, and what must hold of a session saved on it."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from tests.session.making import desk, put_label
from tui.errors import RashomonError
from tui.session.desk import Desk
from tui.session.journal import journal_path, read
from tui.session.merge import same

ERRORS = {
    name: getattr(errno, name)
    for name in ("ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS", "EINTR", "EMFILE")
}
CALLS = (
    "open", "write", "pwrite", "fsync", "close", "replace", "fstat", "stat", "fchmod", "ftruncate",
    "unlink",
)  # fmt: skip


class Nth:
    """Lets the n-th of all calls to the system fail, or write half only; counts them."""

    def __init__(self, nth: int, code: int, short: bool = False) -> None:
        self.nth, self.code, self.short, self.count = nth, code, short, 0

    @contextlib.contextmanager
    def installed(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            for name in CALLS:
                wrapped = self._wrap(name, getattr(os, name))
                stack.enter_context(mock.patch.object(os, name, wrapped))
            opened = self._wrap("Path.open", Path.open)
            stack.enter_context(mock.patch.object(Path, "open", opened))
            yield

    def _wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self.nth:
                if not self.short:
                    if name == "close":
                        real(*args)  # the handle is gone even when closing says that it failed
                    raise OSError(self.code, os.strerror(self.code))
                if name in ("write", "pwrite"):
                    args = (args[0], bytes(args[1])[: max(1, len(args[1]) // 2)], *args[2:])
            return real(*args, **named)

        return call


def fault_of(folder: Path, failing: Nth) -> str:
    """What is wrong after a save in which a call failed, and after the next; empty for nothing."""
    path = folder / "a.yaml"
    opened = desk(path, 1)
    old = path.read_bytes()
    put_label(opened, 2)
    said = True
    with failing.installed():
        try:
            opened.adopt(opened.save(opened.order()))
        except RashomonError:
            said = False
        except BaseException as error:
            return f"{type(error).__name__} got out of a save"
    content, found = path.read_bytes(), Desk.open(path, "fire", "anna")
    if said and (content == old or not same(found.session, opened.session)):
        return "a false “saved”"
    if content != old and len(found.session.tags) != 2:
        return "neither the old file nor the new one"
    put_label(opened, 3)
    opened.leave()
    again = Desk.open(path, "fire", "anna")
    end = read(journal_path(path), opened.session).state()
    if len(again.session.tags) != 3 or end is None or not same(end, again.session):
        return "the next save did not mend it"
    litter = {p.name for p in folder.iterdir()} - {path.name, journal_path(path).name}
    return f"left {sorted(litter)}" if litter else ""
