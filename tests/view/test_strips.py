"""A strip in few bytes looks as Textual's own does."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI
from textual.color import Color
from textual.filter import ANSIToTruecolor
from textual.strip import Strip

from tui.view.terminal.safe import NoControls
from tui.view.widgets.strips import TerseStrip, strip_of

COLOURS = st.sampled_from([None, "default", "red", "#1e1e2e", "#cdd6f4"])
FLAGS = st.booleans() | st.none()
STYLES = st.none() | st.builds(
    Style,
    color=COLOURS, bgcolor=COLOURS, bold=FLAGS, italic=FLAGS, underline=FLAGS, reverse=FLAGS,
    strike=FLAGS,
)  # fmt: skip
SEGMENTS = st.lists(st.builds(Segment, st.sampled_from(["a", "bc", " ", "≠1"]), STYLES), max_size=8)


def seen(strip: Strip, console: Console) -> list[object]:
    """The cells of a terminal that was sent the strip twice."""
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(strip.render(console) * 2 + "end")
    return [screen.buffer[0][x] for x in range(40)]


@given(SEGMENTS, st.sampled_from([ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT]))
def test_the_terminal_shows_the_same(segments: list[Segment], system: ColorSystem) -> None:
    console = Console(color_system="truecolor" if system is ColorSystem.TRUECOLOR else "256")
    assert seen(TerseStrip(segments), console) == seen(Strip(segments), console)


def test_what_stays_is_not_told_again() -> None:
    console = Console(color_system="truecolor")
    below = Style(color="#cdd6f4", bgcolor="#1e1e2e")
    strip = [Segment("a", below), Segment("b", below + Style(color="red")), Segment("c", below)]
    assert TerseStrip(strip).render(console).count("48;2") == 1
    assert Strip(strip).render(console).count("48;2") == 3


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("bright_white", "black", "\x1b[22;30;"),
        ("bold bright_white", "bold white", "\x1b[22;1;37;"),
        ("bold bright_white", "bright_white", "\x1b[22;97;"),
    ],
)
def test_weight_and_bright_colours_survive_where_they_are_one(
    before: str, now: str, told: str
) -> None:
    """The console of Linux shows bright words by making them bold, and ends both together."""
    console = Console(color_system="standard")
    strip = [Segment("a", Style.parse(f"{before} on black")), Segment("b", Style.parse(now))]
    drawn = TerseStrip(strip).render(console).partition("a")[2]
    assert drawn.startswith(told)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "bc", "≠1", "北京"]), STYLES.filter(bool))),
    st.booleans(),
)
def test_a_line_is_drawn_as_the_steps_of_the_toolkit_would_draw_it(
    parts: list[tuple[str, Style]], controls: bool
) -> None:
    ground, below, width = Style(bgcolor="#1e1e2e"), Color.parse("#1e1e2e"), 12
    gates = (ANSIToTruecolor(MONOKAI), *((NoControls(),) if controls else ()))
    whole = Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(width, ground)
    for gate in gates:
        whole = whole.apply_filter(gate, below)
    made = strip_of(parts, width, ground, gates, below)
    assert made.simplify() == whole.simplify()
    assert made.cell_length == width
