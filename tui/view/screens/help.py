"""All keys of a place, from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import keys
from tui.page.signs import Signs
from tui.page.wrap import hanging, width_of
from tui.view.bindings import Place
from tui.view.widgets.window import ScrolledWindow

if TYPE_CHECKING:
    from tui.view.app import RashomonApp

FAR = 10_000
"""More lines than any help has."""
WIDE, AROUND = 90, 5
"""Cells of the window where there is room, and those of its frame, edges and scrollbar."""
ROOMY, NARROW = 48, 8
"""Cells from which the signs stand in a column as wide as the widest of them, and of that column
where there are fewer."""


def _meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    return (
        (signs.shared, "a fact that several articles share"),
        (f"{signs.conflict}1", "a contradiction: both cannot hold"),
        (f"{signs.differs}2", "told differently: wording, rounding, source"),
        (f"{signs.conflict}1{signs.confirmed}", f"confirmed by you; {signs.rejected} rejected"),
        (signs.only, "a claim that only this article makes"),
        (f"{signs.tag}F", "your tag, with the letter of its label"),
        (
            f"{signs.tag}F{signs.note}",
            f"with a note; {signs.same} {signs.against} joined to another",
        ),
        (f"{signs.tag}F{signs.changed}", "its text changed since you tagged it"),
        (f"{signs.tag}FQ{signs.two_ways}", "tagged differently by two; waits for your decision"),
        (signs.hand, "a claim or paragraph that you picked up"),
        ("italic", "in compare, underlined: words that no other source of the row has"),
        (f"{signs.also} 7", "this paragraph also tells what row 7 tells"),
        (
            f"{signs.also} from row 14",
            "words of row 14: the other side of this contradiction",
        ),
        ("~.24", "aligned weakly: the passages share few words"),
        (
            f"{signs.left} B{signs.conflict}5{signs.differs}2",
            "article B is off screen; five conflicts in it, two told differently",
        ),
        (f"{signs.base}", "the base: at the left where there is room for it beside both sides"),
    )


class HelpScreen(Place, ModalScreen[None]):
    """The keys that work in one place, by group, and what the signs mean."""

    PLACE = keys.HELP

    def __init__(self, place: str, keymap: Mapping[str, tuple[str, ...]], signs: Signs) -> None:
        super().__init__()
        self.place, self.keymap, self.signs = place, keymap, signs
        self.add_commands(
            {
                "next-claim": lambda: self._scroll(1),
                "previous-claim": lambda: self._scroll(-1),
                "page-down": lambda: self._scroll(self._page),
                "page-up": lambda: self._scroll(-self._page),
                "first-row": lambda: self._scroll(-FAR),
                "last-row": lambda: self._scroll(FAR),
                "cancel": self._close,
                "quit": self._close,
                "palette": self._palette,
                "cycle-theme": lambda: None,  # on the pages, where marks are seen
            }
        )

    def compose(self) -> ComposeResult:
        with ScrolledWindow(classes="window", can_focus=False) as window:
            window.border_title = Content(f"Keys and signs: {keys.PLACES[self.place]}")
            signs = keys.shown(self.keymap["last-row"][0], self.signs.plain)
            window.hint(f"{self.signs.up_down} scroll · {signs} signs · esc")
            yield Static(id="keys", markup=False)

    def on_resize(self) -> None:
        room = min(self.app.size.width * 96 // 100, WIDE) - AROUND
        self.query_one("#keys", Static).update(self._text(room))

    def _text(self, width: int) -> Content:
        here = [command for command in keys.COMMANDS if self.place in command.places]
        shown = {
            c.id: " ".join(keys.shown(k, self.signs.plain) for k in self.keymap[c.id]) for c in here
        }
        column = max(map(width_of, shown.values()), default=0) + 4
        parts: list[str | tuple[str, str]] = []
        group = ""
        for command in here:
            if command.group != group:
                gap = "\n" if group else ""
                parts.append((f"{gap}{command.group}\n", "bold $primary"))
                group = command.group
            parts.append((f"  {shown[command.id]}".ljust(column), "bold $accent"))
            parts.append(hanging(keys.words_at(self.place, command), width - column, column) + "\n")
        parts.append(("\nSigns\n", "bold $primary"))
        return Content.assemble(*parts, "".join(self._signs(width, column)).rstrip())

    def _signs(self, width: int, column: int) -> Iterator[str]:
        """The signs and what they mean; in a narrow window a long one has a line of its own."""
        meanings = _meanings(self.signs)
        widest = max(column, *(width_of(sign) + 4 for sign, _ in meanings))
        column = widest if width >= ROOMY else NARROW
        for sign, words in meanings:
            gap = column - 2 - width_of(sign)
            yield f"  {sign}" + (" " * gap if gap > 0 else "\n" + " " * column)
            yield hanging(words, width - column, column) + "\n"

    # -- moving ----------------------------------------------------------------

    @property
    def _page(self) -> int:
        """Lines by which a page is scrolled."""
        return self.query_one(ScrolledWindow).size.height - 1

    def _scroll(self, lines: int) -> None:
        """By lines; at an end it says that this is the end."""
        window = self.query_one(ScrolledWindow)
        before = window.scroll_offset.y
        window.scroll_to(y=before + lines, animate=False, immediate=True)
        if window.scroll_offset.y == before:
            app = cast("RashomonApp", self.app)
            app.tell("This is the end" if lines > 0 else "This is the beginning")

    # -- leaving ---------------------------------------------------------------

    def _close(self) -> None:
        self.dismiss(None)

    def _palette(self) -> None:
        self.dismiss(None)
        cast("RashomonApp", self.app).show_palette()
