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
from tui.commands.output import narrate
from tui.errors import RashomonError

_FAULT = 1
_INTERRUPTED = 130
_READER_LEFT = 141
"""What a shell calls a program whose output nobody reads any more (128 + SIGPIPE)."""


def main() -> None:
    """Entry point of the program: run and leave with the exit code."""
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _READER_LEFT
    if code == _READER_LEFT:
        # The interpreter flushes once more on its way out; let it not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code; never raises for bad input."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        return _dispatch(list(arguments))
    except RashomonError as error:
        return refuse(str(error))
    except BrokenPipeError:
        return _READER_LEFT
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        return refuse(f"{error.filename}: {error.strerror}")
    except Exception as error:
        from tui.crash import note

        narrate(f"rashomon: {note(error)}")
        return _FAULT


def _dispatch(arguments: list[str]) -> int:
    if _only_paths(arguments):
        # Collecting finds nothing while everything is being loaded, and costs a fifth of
        # the time to the first text; it is turned on again once that is shown or printed.
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


def refuse(message: str) -> int:
    """Say on standard error why it cannot be done, and return the exit code for that."""
    narrate(f"rashomon: {message}")
    return 2
