"""Textual's driver for terminals, made to outlive what terminals do.

Bytes that are no UTF-8, sequences nobody knows, a terminal that goes away and
a stop that no program may catch each end a Textual app or leave its terminal
in disorder; here they do not.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterable
from time import monotonic
from typing import IO, Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.view.terminal.in_place import in_place
from tui.view.terminal.sequences import Sequences

_RESTORE = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What `stop_application_mode` writes, for when nobody can wait for it."""


class SteadyDriver(LinuxDriver):
    """Reads the keyboard whatever bytes come, and notices when the terminal is gone."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._file: IO[str] = _Lasting(self._file, self._gone)  # type: ignore[assignment]
        self._asleep = False

    @property
    def can_suspend(self) -> bool:
        """Whether a shell is there that can wake the program: else it would sleep for good.

        Such a shell gave it a process group of its own. Where a terminal, or a script, began
        it, nobody would.
        """
        with contextlib.suppress(OSError):
            parent = os.getppid()
            return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
        return False

    def write(self, data: str) -> None:
        super().write(in_place(data))

    def run_input_thread(self) -> None:
        """Pass on what is typed until the app ends or the terminal goes away."""
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            parser = XTermParser(self._debug)
            decode = getincrementaldecoder("utf-8")("replace").decode
            sequences = Sequences()
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    try:
                        raw = os.read(self.fileno, 4096)
                    except OSError:
                        raw = b""
                    if not raw:
                        self._gone()
                        return
                    came = sequences.take(decode(raw), monotonic())
                else:
                    came = sequences.tick(monotonic())
                if came:  # nothing at all would be the end, to the parser
                    try:
                        self._pass_on(parser.feed(came))
                    except Exception:  # the parser fell over a sequence; forget it
                        parser = XTermParser(self._debug)
                self._pass_on(parser.tick())

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _gone(self) -> None:
        """Leave as after a hang-up; what is still drawn goes nowhere."""
        with contextlib.suppress(OSError):
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (1, 2):
                os.dup2(nowhere, stream)
            os.close(nowhere)
        os.kill(os.getpid(), signal.SIGHUP)

    def _sigtstp_application(self, *_: object) -> None:
        self._asleep = True
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Draw again, once, also after a stop that came without a warning."""
        if not self._auto_restart:
            return
        if not self._asleep:
            self.suspend_application_mode()
        self._asleep = False
        self.resume_application_mode()
        self._app.call_later(self._app.refresh)

    def restore_now(self) -> None:
        """Give the terminal back from any thread, without waiting for the app."""
        with contextlib.suppress(OSError, termios.error):
            os.write(2, _RESTORE.encode())
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)


class _Lasting:
    """A stream that a terminal's going does not break."""

    def __init__(self, stream: IO[str], gone: Any) -> None:
        self._stream, self._gone = stream, gone

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError:
            self._gone()
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self._gone()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
