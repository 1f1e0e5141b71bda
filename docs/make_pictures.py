"""The pictures of the README, drawn by the program itself.

    python docs/make_pictures.py [FOLDER]

Every picture is the reading room on the invented story, walked to the first
contradiction of a kind, at a fixed size and in a fixed theme, so the same
program draws the same bytes. Tags go to a temporary file.
"""

from __future__ import annotations

import asyncio
import locale
import os
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

HERE = Path(__file__).resolve().parent
STORY = HERE.parent / "seeds" / "harbour-fire"


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    size: tuple[int, int]
    """Columns and lines."""
    kind: str
    """The kind of contradiction to walk to."""
    keys: tuple[str, ...]
    """Pressed there."""


PICTURES = (
    Picture("reading", (120, 40), "number", ("1",)),
    Picture("compare", (80, 24), "quote", ("enter",)),
)
SHADES = ("dark", "light")


def fix_the_terminal(folder: Path) -> None:
    """Let nothing of this machine or of who runs this show in a picture."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "TEXTUAL", "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    os.environ.update(
        TERM="xterm-256color",
        COLORTERM="truecolor",
        LC_ALL="C.UTF-8",
        XDG_CONFIG_HOME=str(folder),
        XDG_DATA_HOME=str(folder),
    )
    locale.setlocale(locale.LC_ALL, "C.UTF-8")


async def draw(picture: Picture, shade: str, folder: Path) -> str:
    """The SVG of one picture, `shade` dark or light."""
    from tui import workspace
    from tui.config import Config
    from tui.model.settings import ReadingSettings, ScreenSettings, Settings
    from tui.page.signs import UNICODE
    from tui.view.app import RashomonApp
    from tui.view.story.open_story import OpenStory
    from tui.workspace import SessionChoice

    story = workspace.read([STORY], ReadingSettings())
    choice = SessionChoice(folder / f"{picture.name}-{shade}.yaml", "anna")
    reading = OpenStory(story, lambda: workspace.open_desk([STORY], story.name, choice), UNICODE)
    settings = Settings(screen=ScreenSettings(theme=f"rashomon-{shade}"))
    app = RashomonApp(reading, Config(settings), lambda: story)
    app.animation_level = "none"
    async with app.run_test(size=picture.size) as pilot:
        await settle(pilot)
        while (found := reading.contradiction(reading.current)) and found.kind != picture.kind:
            await pilot.press("right_square_bracket")
            await settle(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settle(pilot)
        app.clear_notifications()
        await settle(pilot)
        drawn = app.export_screenshot(title=f"rashomon seeds/{STORY.name}", simplify=True)
        return own_look(drawn, app.theme_variables)


async def settle(pilot: Pilot[int]) -> None:
    """Until every worker is done and the screen shows it."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def own_look(svg: str, colours: Mapping[str, str]) -> str:
    """The picture in the viewer's own monospace font and in the theme's frame.

    Rich names a web font, which a picture in a README must not fetch, puts a
    dark window round every theme, and numbers the picture.
    """
    svg = re.sub(r"terminal-\d+", "picture", svg)
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "monospace").replace("Fira Code", "monospace")
    svg = svg.replace('fill="#292929"', f'fill="{colours["background"].lower()}"')
    svg = svg.replace('fill="#c5c8c6"', f'fill="{colours["foreground"].lower()}"')
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def main(arguments: Sequence[str]) -> None:
    target = Path(arguments[0]) if arguments else HERE / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fix_the_terminal(Path(folder))
        for picture, shade in product(PICTURES, SHADES):
            svg = asyncio.run(draw(picture, shade, Path(folder)))
            path = target / f"{picture.name}-{shade}.svg"
            path.write_text(svg, encoding="utf-8", newline="\n")
            print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
