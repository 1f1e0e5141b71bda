"""Lines as the terminal gets them: of one width, through all filters, in few bytes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

Codes = tuple[tuple[str, ...], str, str]
"""How a terminal is told flags, the words' colour and the ground."""
NULL = Style.null()
PLAIN: Codes = ((), "39", "49")
ENDS = {
    "1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "6": "25", "7": "27",
    "8": "28", "9": "29", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""What takes a flag back; some take back two."""


class TerseStrip(Strip):
    """Tells the terminal of each piece only what is new in its style.

    Textual takes back each style and says the next one whole, two colours of
    up to 16 bytes; over a slow connection that is most of what a key costs.
    """

    def render(self, console: Console) -> str:
        if self._render_cache is None:
            system = int(console._color_system or ColorSystem.TRUECOLOR)
            said: list[str] = []
            before = NULL
            for text, style, _ in self._segments:
                now = style or NULL
                said += (_change(before, now, system), text)
                before = now
            self._render_cache = "".join((*said, _change(before, NULL, system)))
        return self._render_cache


@lru_cache(maxsize=4096)
def _change(before: Style, now: Style, system: int) -> str:
    """What a terminal that draws one style is told to draw another."""
    old, new = _codes(before, ColorSystem(system)), _codes(now, ColorSystem(system))
    if new == old:
        return ""
    if new == PLAIN:
        return "\x1b[0m"
    ends = dict.fromkeys(ENDS[flag] for flag in old[0] if flag not in new[0])
    # The console of Linux shows bright words by making them bold, and ends both together.
    if _bright(old[1]) and not _bright(new[1]):
        ends["22"] = None
    begin = [flag for flag in new[0] if flag not in old[0] or ENDS[flag] in ends]
    colours = [
        code
        for code, was in zip(new[1:], old[1:], strict=True)
        if code != was or ("22" in ends and _bright(code))
    ]
    return f"\x1b[{';'.join((*ends, *begin, *colours))}m"


def _bright(words: str) -> bool:
    return len(words) == 2 and words[0] == "9"


def _codes(style: Style, system: ColorSystem) -> Codes:
    flags = Strip.render_ansi(style.without_color, system)
    words, ground = style.color, style.bgcolor
    return (
        tuple(flags.split(";")) if flags else (),
        ";".join(words.downgrade(system).get_ansi_codes()) if words else PLAIN[1],
        ";".join(ground.downgrade(system).get_ansi_codes(foreground=False)) if ground else PLAIN[2],
    )


def strip_of(
    parts: Iterable[tuple[str, Style]],
    width: int,
    ground: Style,
    gates: Iterable[LineFilter],
    below: Color,
) -> Strip:
    """A strip of exactly `width` cells as the filters leave it; neighbours of one style are merged.

    `ground` fills what the parts leave free, `below` is the colour under them. Made
    with one strip: Textual's own ways make another for each step, seven caches with it.
    """
    segments: list[Segment] = []
    texts: list[str] = []
    current: Style | None = None
    for text, style in parts:
        if style is not current and style != current:
            if texts and current is not None:
                segments.append(Segment("".join(texts), current))
            texts, current = [], style
        texts.append(text)
    if texts and current is not None:
        segments.append(Segment("".join(texts), current))
    free = width - sum(len(t) if t.isascii() else cell_len(t) for t, _, _ in segments)
    if free > 0:
        segments.append(Segment(" " * free, ground))
    elif free < 0:
        segments = list(Strip(segments).crop(0, width))
    for gate in gates:
        segments = gate.apply(segments, below)
    return TerseStrip(segments, width)
