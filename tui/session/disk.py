"""Files replaced whole or not at all, and the lock that saving takes.

A file is written beside the old one, forced to the disk and put in its place
in one step, so that a crash at any moment leaves the old or the new bytes.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tui.errors import RashomonError

_TEMP = ".rashomon-"
PATIENCE = 30.0
"""Seconds to wait for another program that is saving."""


class CannotSave(RashomonError):
    """The file was not written and is what it was before; the message says why."""


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step; returns when it is on the disk.

    A symbolic link stays one and its target is replaced; mode and owner are
    kept. Raises CannotSave, with the file as it was. Once the new file stands
    at its name, a failing force of the folder is reported as well, because
    "saved" must hold after a power cut.
    """
    target = Path(os.path.realpath(path))
    try:
        _replace(target, content)
    except OSError as error:
        raise CannotSave(f"{path}: {why(error)}; nothing was changed") from error


def why(error: OSError) -> str:
    """The reason of a failed call in plain words."""
    return _WORDS.get(error.errno or 0) or (error.strerror or str(error)).lower()


_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "no permission to write",
    errno.EPERM: "no permission to write",
    errno.EIO: "the disk reports an error",
    errno.EMFILE: "too many files are open",
    errno.ENAMETOOLONG: "the name is too long",
}


def _replace(target: Path, content: bytes) -> None:
    folder = target.parent
    folder.mkdir(parents=True, exist_ok=True)
    old = refuse_odd(target)
    sweep(target)
    temp = folder / _temp_name(target.name)
    handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            _write(handle, content)
            if old is not None:
                _keep_owner(handle, old)
            else:
                os.fchmod(handle, 0o666 & ~_umask())
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temp, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temp)
        raise
    sync_folder(folder)


def refuse_odd(target: Path) -> os.stat_result | None:
    """The state of an ordinary, writable file; None when there is none. Raises CannotSave."""
    try:
        old = os.stat(target)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotSave(f"{target}: {why(error)}; nothing was changed") from error
    if not stat.S_ISREG(old.st_mode):
        raise CannotSave(f"{target}: not an ordinary file; nothing was changed")
    if not old.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise CannotSave(f"{target}: the file is read-only; nothing was changed")
    return old


def _write(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def _keep_owner(handle: int, old: os.stat_result) -> None:
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.fchown(handle, old.st_uid, old.st_gid)
        except PermissionError:
            raise CannotSave("the file belongs to somebody else; nothing was changed") from None
    os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now


def _temp_name(name: str) -> str:
    """Short enough beside a name of 255 bytes; tells whose file and process it is."""
    return f"{_TEMP}{_hashed(name)}-{os.getpid()}-{time.monotonic_ns():x}.tmp"


def _hashed(name: str) -> str:
    return hashlib.sha256(os.fsencode(name)).hexdigest()[:12]


def sweep(target: Path) -> None:
    """Remove what a killed save of this file left behind. Never raises."""
    with contextlib.suppress(OSError):
        for left in target.parent.glob(f"{_TEMP}{_hashed(target.name)}-*.tmp"):
            if not alive(left.name.split("-")[2]):
                left.unlink()


def alive(process: str) -> bool:
    """Whether `process` is the number of another process that runs on this machine."""
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def sync_folder(folder: Path) -> None:
    """Force the names in `folder` to the disk. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


@contextlib.contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other programs from saving in the folder of `path` meanwhile.

    What is locked is the folder itself: that leaves no lock file behind, and
    unlike a lock on the session it outlives the replacing of the file. Where
    folders cannot be locked (some network disks) a file in the temporary
    folder stands in, which serves programs of one user on one machine. Waits
    up to `patience` seconds, then raises CannotSave.
    """
    import fcntl

    folder = Path(os.path.realpath(path)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise CannotSave(f"{path}: {why(error)}; nothing was changed") from error
    try:
        end = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise held(path) from None
                time.sleep(0.002)
            except OSError as error:
                other = _stand_in(folder) if error.errno in _NO_LOCKS else None
                if other is None:
                    raise CannotSave(f"{path}: {why(error)}; nothing was changed") from error
                os.close(handle)
                handle = other
        yield
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)


def held(path: Path) -> CannotSave:
    """What to say when another program does not let go of a session."""
    return CannotSave(f"{path}: another program holds it; nothing was changed")


_NO_LOCKS = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)


def _stand_in(folder: Path) -> int | None:
    """A file to lock in place of `folder`; None when that cannot be opened either."""
    name = f"rashomon-{os.getuid()}-{_hashed(str(folder))}.lock"
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        return os.open(Path(tempfile.gettempdir()) / name, flags, 0o600)
    except OSError:
        return None
