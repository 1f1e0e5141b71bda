"""The reading widget as text: what stands where, and what each mark is called.

A frame is size and theme, the lines as they are drawn, then every fragment
with a look of its own as `line columns look words`. Colours are no part of it:
themes have their own tests. `pytest tests/view --snapshot-update` accepts the
frames as they are now; look at the difference before committing it.
"""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.view.golden import Frame
from tests.view.sample import text_of
from tests.view.user import User, open_app
from tui.view.widgets.emphasis import hits_on, parted, styled, traits_of

PLAIN = {"text", "bar", "rule", "heading", "head", "dim"}
"""Looks that are most of a page and mean nothing."""


def sheet(user: User) -> str:
    """The sheet of the screen on top, as text."""
    view = user.page.view
    size = user.app.size
    out = [
        f"{size.width}x{size.height} {user.app.theme}, sheet {view.size.width}x{view.size.height}"
    ]
    out += [f"{y:2} {line.rstrip()}" for y, line in enumerate(text_of(view))]
    out.append("marks")
    for y in range(view.size.height):
        line, lit = view.line_at(y), view.emphasis
        found = hits_on(lit.hits, traits_of(line))
        looks = [look for f in line for _, look in parted(f, lit, found)]
        parts = styled(line, lit, found, view.book, view.signs)
        column = 0
        for look, (text, _) in zip(looks, parts, strict=True):
            width = cell_len(text)
            if look == "bar" and text.strip():
                look = "cursor"
            if look not in PLAIN and text.strip():
                out.append(f"{y:2} {column}-{column + width} {look} {text.strip()}")
            column += width
    return "\n".join(out) + "\n"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (160, 45), (240, 60)])
async def test_the_reading_page(path: Path, size: tuple[int, int], frame: Frame) -> None:
    async with open_app(path, size) as user:
        user.to("A", "Twelve people")
        await user.press("1", "K")
        frame(f"reader-{size[0]}", sheet(user))


async def test_a_contradiction_told_in_two_rows(path: Path, frame: Frame) -> None:
    async with open_app(path, (100, 30)) as user:
        await user.press("]", "]", "x")
        assert user.reading.current == "x3"
        frame("guest-100", sheet(user))


async def test_comparing_a_row(path: Path, frame: Frame) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("enter")
        frame("compare-80", sheet(user))


async def test_one_article_alone(path: Path, frame: Frame) -> None:
    async with open_app(path, (80, 24)) as user:
        user.to("B", "Nine people")
        await user.press("o")
        frame("source-80", sheet(user))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("flow-120", ("]", "vertical_line")),
        ("stack-120", ("]", "vertical_line", "vertical_line")),
        ("blind-120", ("]", "B")),
        ("compare-blind-120", ("]", "enter", "B")),
        ("in-hand-120", ("]", "equals_sign", "l")),
    ],
)
async def test_other_ways_to_see_the_page(
    path: Path, name: str, keys: tuple[str, ...], frame: Frame
) -> None:
    async with open_app(path, (120, 40)) as user:
        await user.press(*keys)
        frame(name, sheet(user))
