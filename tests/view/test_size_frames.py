"""Screens and windows as text at four sizes, the window being resized under them.

What each mark looks like is in the pictures and in `test_frames`; here is what
stands where. `pytest tests/view --snapshot-update` accepts the frames as they
are now; look at the difference before committing it.
"""

from pathlib import Path

import pytest

from tests.view.golden import SIZES, Frame, at_all_sizes
from tests.view.user import Words, open_app

SCREENS = {
    "compare": ("]", "enter"),
    "blind": ("B",),
    "flow": ("]", "vertical_line"),
    "stack": ("]", "vertical_line", "vertical_line"),
    "why": ("]", "question_mark"),
    "card": ("]", "i"),
    "search": ("slash", Words("saturday")),
    "words": ("]", "v", "w", "w"),
    "in-hand": ("equals_sign", "l"),
    "kinds": ("c",),
    "matrix": ("m", "l"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_at_four_sizes(path: Path, name: str, frame: Frame) -> None:
    async with open_app(path, SIZES[0]) as user:
        await user.press("escape", *SCREENS[name])
        frame(f"sizes-{name}", await at_all_sizes(user))
