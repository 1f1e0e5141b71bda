"""Every command by name: type some of its words, its key or its name in the settings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui import keys
from tui.page.signs import Signs
from tui.page.wrap import hanging, width_of
from tui.view.screens.windows import LOW, NARROW, move_highlight
from tui.view.widgets.choice_list import GUTTER_WIDTH, ChoiceList
from tui.view.widgets.fields import Line
from tui.view.widgets.find_bar import LONGEST
from tui.view.widgets.window import Window

WIDE, AROUND = 100, 5 + GUTTER_WIDTH
"""Cells of the window where there is room, and those of its frame, edges, bar and scrollbar."""
ROOM_FOR_NAMES = 60
"""Cells of a line from which the name in the settings stands at its end."""
NOT_LISTED = ("palette", "cancel")
"""What is no use here: the window itself, and the way out of it."""


def commands_of(screen: Screen[object]) -> list[keys.Command]:
    """What can be chosen by name on a screen, in the order of the table."""
    bound = {b.id for b in type(screen).BINDINGS if isinstance(b, Binding)}
    return [c for c in keys.COMMANDS if c.id in bound and c.id not in NOT_LISTED]


def found(
    commands: Sequence[keys.Command], place: str, keymap: Mapping[str, Sequence[str]], words: str
) -> list[keys.Command]:
    """The commands that `words` may mean, likeliest first; all where nothing is asked.

    Each word must stand in what a command does, in its word in the footer of
    `place`, or in its name in the settings. A key typed as it is shown means
    its command before all others.
    """
    typed = words.strip()
    wanted = typed.casefold().split()
    ranks: list[tuple[int, int]] = []
    for number, command in enumerate(commands):
        short = keys.short_at(place, command)
        words_here = keys.words_at(place, command)
        told = [name.casefold() for name in (short, command.id, words_here)]
        if typed in map(keys.shown, keymap[command.id]):
            rank = 0
        elif typed.casefold() in told:
            rank = 1
        elif not all(any(word in name for name in told) for word in wanted):
            continue
        elif any(name.startswith(typed.casefold()) for name in told):
            rank = 2
        else:
            whole = all(re.search(rf"\b{re.escape(w)}", " ".join(told)) for w in wanted)
            rank = 3 if whole else 4
        ranks.append((rank, number))
    return [commands[number] for _, number in (sorted(ranks) if wanted else ranks)]


class PaletteWindow(ModalScreen[str | None]):
    """The commands of one place; typing narrows them, Enter gives the id of one.

    What has nothing to do now says so in place of its name. Once something was typed,
    what only works elsewhere stands below, with where that is.
    """

    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        place: str,
        here: Sequence[keys.Command],
        keymap: Mapping[str, Sequence[str]],
        signs: Signs,
        idle: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`idle` has the commands that would do nothing, and why."""
        super().__init__()
        self.place, self.here, self.keymap, self.signs = place, here, keymap, signs
        self.idle = idle

    def compose(self) -> ComposeResult:
        with Window(classes="window palette") as window:
            window.border_title = Content(f"Commands: {keys.PLACES[self.place]}")
            window.hint(f"type to filter · {self.signs.up_down} · enter does it · esc")
            yield Line(placeholder="words, a key, or a name in the settings", max_length=LONGEST)
            yield ChoiceList()

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_resize(self) -> None:
        self._fill()

    @on(Input.Changed)
    def _fill(self) -> None:
        words = self.query_one(Input).value
        options = self.query_one(OptionList)
        options.clear_options()
        room = max(min(self.app.size.width * 96 // 100, WIDE) - AROUND, 1)
        group = ""
        for command in found(self.here, self.place, self.keymap, words):
            if not words.strip() and command.group != group:
                group = command.group
                options.add_option(_heading(group))
            why = self.idle.get(command.id)
            line = self._line(command, room, why or command.id, "$mark-dim" if why else "")
            options.add_option(Option(line, id=command.id))
        if words.strip():
            listed = {*self.here, *(keys.BY_ID[id] for id in NOT_LISTED)}
            others = [c for c in keys.COMMANDS if c not in listed]
            elsewhere = found(others, self.place, self.keymap, words)
            if elsewhere:
                options.add_option(_heading("Elsewhere"))
            for command in elsewhere:
                where = "only in " + ", ".join(keys.PLACES[place] for place in command.places)
                line = self._line(command, room, where, "$mark-dim")
                options.add_option(Option(line, id=command.id))
        if not options.option_count:
            told = "No command matches; esc closes"
            options.add_option(Option(Content.styled(told, "$mark-dim"), disabled=True))
        options.action_first()

    def _line(self, command: keys.Command, room: int, aside: str, style: str = "") -> Content:
        """Its keys, what it does, and `aside` at the end where there is room."""
        column = max(width_of(self._keys(c)) for c in keys.COMMANDS) + 2
        keys_shown = self._keys(command)
        parts: list[tuple[str, str]] = [
            (keys_shown + " " * (column - width_of(keys_shown)), style or "bold $accent")
        ]
        words = keys.words_at(self.place, command)
        left = room - column - width_of(words) - width_of(aside)
        if room >= ROOM_FOR_NAMES and left >= 2:
            parts += [(words, style), (" " * left + aside, "$mark-dim")]
        else:
            parts.append((hanging(words, room - column, column), style))
        return Content.assemble(*parts)

    def _keys(self, command: keys.Command) -> str:
        """All of them, or the first where there is little room."""
        shown = self.keymap[command.id][: 1 if self.app.size.width < NARROW else None]
        return " ".join(keys.shown(key, self.signs.plain) for key in shown)

    def action_move(self, step: int) -> None:
        move_highlight(self, step)

    async def action_page(self, step: int) -> None:
        await self.query_one(OptionList).run_action("page_down" if step > 0 else "page_up")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $primary"), disabled=True)
