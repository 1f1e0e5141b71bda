"""What a test compares with what was drawn before and accepted: pictures, and frames of text.

`pytest tests/view --snapshot-update` accepts both as they are now; look at the difference
before committing it. They hold no clock, path or host.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pytest
from textual.pilot import Pilot

from tests.view.user import User
from tui.view.app import RashomonApp

FRAMES = Path(__file__).parent / "frames"
SIZES = [(80, 24), (120, 40), (160, 45), (240, 60)]


class Picture(Protocol):
    def __call__(
        self, app: RashomonApp, size: tuple[int, int], *keys: str, hushed: bool = True
    ) -> bool:
        """Whether the screen looks as before, once these keys did all they start.

        What the program said in passing is taken away, unless not `hushed`.
        """


class Frame(Protocol):
    def __call__(self, name: str, drawn: str) -> None:
        """Fails where `drawn` is not the frame of this name."""


@pytest.fixture
def picture(snap_compare: Any) -> Picture:
    def looks_as_before(
        app: RashomonApp, size: tuple[int, int], *keys: str, hushed: bool = True
    ) -> bool:
        async def press(pilot: Pilot[Any]) -> None:
            user = User(pilot)
            await user.settle()
            await user.press(*keys)
            if hushed:
                app.clear_notifications()
                await user.pause()

        return bool(snap_compare(app, terminal_size=size, run_before=press))

    return looks_as_before


@pytest.fixture
def frame(request: pytest.FixtureRequest) -> Frame:
    def same(name: str, drawn: str) -> None:
        path = FRAMES / f"{name}.txt"
        if request.config.getoption("--snapshot-update"):
            FRAMES.mkdir(exist_ok=True)
            path.write_text(drawn, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no frame {path.name}; `make snapshots` draws it"
        assert drawn.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return same


async def at_all_sizes(user: User) -> str:
    """The whole screen as text, the window being resized under it."""
    drawn = []
    for width, height in SIZES:
        await user.resize(width, height)
        drawn.append(f"{width}x{height}\n{whole(user)}")
    return "\n".join(drawn)


def whole(user: User) -> str:
    """The whole screen as text."""
    return "\n".join(line.rstrip() for line in user.text.splitlines()) + "\n"
