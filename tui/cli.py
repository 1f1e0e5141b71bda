"""The command `rashomon`: arguments in, an exit code out.

Exit codes: 0 done, 1 something was found (`check`, `disagreements`, `merge`) or
the program is at fault (a crash), 2 it could not be done, 130 Ctrl+C. Data goes
to standard output, everything said about it to standard error. Plain paths, the
daily case, open without the option parser, whose import would delay the first
text on the screen.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui import commands
from tui.commands import unencodable
from tui.commands.output import narrate
from tui.errors import RashomonError

_FAULT = 1
_INTERRUPTED = 130
_READER_LEFT = 141
"""What a shell calls a program whose output nobody reads any more (128 + SIGPIPE)."""


def main() -> None:
    """Entry point of the program: run and leave with the exit code."""
    _open_missing_streams()
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:
        # `run` has reported it; keep the interpreter from flushing the rest again on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _open_missing_streams() -> None:
    """Open the null device in place of standard streams that were closed, as by `>&-`.

    For such a stream Python has None, and the next file to be opened would get its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code; never raises for bad input."""
    unencodable.register()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=unencodable.NAME)
    try:
        code = _dispatch(list(arguments))
        sys.stdout.flush()
        return code
    except RashomonError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        return _READER_LEFT
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        what = error.strerror or str(error)
        # Writing to standard output fails without the name of a file.
        return _refuse(f"{error.filename}: {what}" if error.filename else what)
    except Exception as error:
        from tui.crash import note

        narrate(f"rashomon: {note(error)}")
        return _FAULT


def _dispatch(arguments: list[str]) -> int:
    if _only_paths(arguments):
        # While everything is being loaded there is no garbage to collect, but looking for it
        # takes a fifth of the time to the first text. It is turned on again after that.
        gc.disable()
        from tui.commands.read import Options, read

        return read([Path(a) for a in arguments], Options())
    from tui.commands.program import start

    return start(arguments)


def _only_paths(arguments: list[str]) -> bool:
    return (
        not any(a.startswith("-") or not a for a in arguments)
        and (not arguments or arguments[0] not in commands.NAMES)
        and commands.COMPLETE not in os.environ
    )


def _refuse(message: str) -> int:
    """Say on standard error why it cannot be done, and return the exit code for that."""
    narrate(f"rashomon: {message}")
    return 2
