"""The ways out: quitting, signals, a lost connection, a crash. Tags are saved on each.

A signal asks the app to leave as quitting does, and the program answers with
the exit code a shell expects (128 and the signal's number). When the app does
not come to an end in time, the terminal is given back and the process ended.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from types import FrameType
from typing import TYPE_CHECKING

from tui.errors import RashomonError
from tui.model.clean import visible
from tui.view.saving import rescued
from tui.workspace import now

if TYPE_CHECKING:
    from tui.view.app import RashomonApp
    from tui.view.story.open_story import OpenStory

SIGNALS = [
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
    if hasattr(signal, name)  # Windows knows two of them
]
PATIENCE = 4.0
"""Seconds for the app to end by itself after a signal."""
SHORT = 2.0
"""Seconds that quitting waits for another program that is saving."""
NOT_DONE = 2
"""The exit code for tags that are not where they belong, a copy elsewhere or not."""
_SAVING = 0.8
"""Seconds that leaving waits for the disk, or for another program that is saving."""


def obey_signals(app: RashomonApp) -> None:
    """Leave `app`, its tags saved, when the system or the terminal asks for it."""

    def asked(number: int, _: FrameType | None) -> None:
        code = 128 + number
        loop = getattr(app, "_loop", None)
        if loop is None or not loop.is_running():
            sys.exit(code)
        _end_by_force(app, code)
        loop.call_soon_threadsafe(lambda: app.call_later(leave, app, code))

    for number in SIGNALS:
        signal.signal(number, asked)


def _end_by_force(app: RashomonApp, code: int) -> None:
    """End the process after `PATIENCE` seconds, whatever it does then."""

    def end() -> None:
        if restore := getattr(app._driver, "restore_now", None):
            restore()
        os._exit(code)

    timer = threading.Timer(PATIENCE, end)
    timer.daemon = True
    timer.start()


async def leave(app: RashomonApp, code: int) -> None:
    """Save what is not on disk yet and end `app`; its exit code is `code`."""
    keep_written(app)
    reading = app.reading
    if not reading.saved:
        task = asyncio.to_thread(reading.desk.leave, _SAVING)
        try:
            await asyncio.wait_for(task, _SAVING)
        except (RashomonError, TimeoutError):
            app.keeper.rescue()
    app.exit(code, return_code=code)


def keep_written(app: RashomonApp) -> None:
    """Take over what stands in windows that are still open, as closing them would."""
    for screen in reversed(app.screen_stack):
        if hasattr(screen, "keep_written"):
            screen.keep_written()


def run_out(app: RashomonApp) -> int:
    """Run `app`, save what it left behind however it ended, say so, and return the exit code."""
    obey_signals(app)
    fault: BaseException | None = None
    try:
        app.run()
    except Exception as error:
        fault = error
    saved, words = last_save(app.reading)
    if fault := fault or app.fault:
        from tui.crash import note

        words = f"{note(fault)}; {words or 'your tags are saved'}"
    if words:
        print(visible(f"rashomon: {words}"), file=sys.stderr)
    return 1 if fault else app.return_code or (0 if saved else NOT_DONE)


def last_save(reading: OpenStory) -> tuple[bool, str]:
    """After the screen is gone: save what a crash left.

    Whether all is where it belongs, and what to tell; empty for nothing.
    """
    if reading.saved or reading.read_only:
        return True, ""
    try:
        reading.desk.leave(SHORT)
    except RashomonError as error:
        return False, f"not saved: {error}; {rescued(reading.desk, now())[1]}"
    return True, f"your tags are saved in {reading.desk.store.path}"
