"""Screens and windows as text at four sizes, the window being resized under them.

What each mark looks like is in the pictures and in `test_frames`; here is what
stands where. `pytest tests/view --snapshot-update` accepts the frames as they
are now; look at the difference before committing it.
"""

from pathlib import Path

import pytest

from tests.view.test_frames import check
from tests.view.user import User, Words, open_app

SIZES = [(80, 24), (120, 40), (160, 45), (240, 60)]
SCREENS = {
    "compare": ("]", "enter"),
    "blind": ("B",),
    "flow": ("]", "vertical_line"),
    "stack": ("]", "vertical_line", "vertical_line"),
    "why": ("]", "question_mark"),
    "card": ("]", "i"),
    "search": ("slash", Words("saturday")),
    "words": ("]", "v", "w", "w"),
}


async def frames(user: User) -> str:
    """The whole screen at each size."""
    drawn = []
    for width, height in SIZES:
        await user.resize(width, height)
        lines = "\n".join(line.rstrip() for line in user.text.splitlines())
        drawn.append(f"{width}x{height}\n{lines}\n")
    return "\n".join(drawn)


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_at_four_sizes(
    path: Path, name: str, request: pytest.FixtureRequest
) -> None:
    async with open_app(path, SIZES[0]) as user:
        await user.press("escape", *SCREENS[name])
        check(f"sizes-{name}", await frames(user), request)
