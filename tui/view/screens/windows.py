"""Small windows over the text: the label menu, a pick from a few choices, a note."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import Reactive, reactive
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from tui.errors import RashomonError
from tui.model.clean import visible
from tui.model.tag import Confidence, Label, Session, Status, Tag
from tui.page.wrap import width_of
from tui.view.widgets.choice_list import ChoiceList
from tui.view.widgets.fields import Line, joins
from tui.view.widgets.find_bar import LONGEST
from tui.view.widgets.window import Window
from tui.workspace import now

if TYPE_CHECKING:
    from tui.session.desk import Desk
    from tui.session.edits import Claim, Edit
    from tui.view.app import RashomonApp

    Step = Callable[[Session], Edit]

PAUSE = 0.5
"""Seconds of typing that a sudden end may cost at most."""
NARROW = 62
"""Below this width of the terminal a line of choices would be broken."""
LOW = [(0, "-low"), (16, "-high")]
"""Class of a window by lines of the terminal: in a low one its list gives way to the rest."""


class Lines(TextArea):
    """Several lines to type in, with a cursor that stands still."""

    cursor_blink: Reactive[bool] = reactive(False, init=False)

    async def _on_key(self, event: events.Key) -> None:
        if joins(event):
            event.prevent_default()
            typed = event.character or ""
            self.replace(typed, *self.selection, maintain_selection_offset=False)


def move_highlight(window: Screen[Any], step: int) -> None:
    """To the next (1) or previous (-1) line of a window's list, round at the ends.

    Nothing happens in a window that is not drawn yet, or is about to close: keys
    that were typed ahead reach it all the same.
    """
    for options in window.query(OptionList):
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()


class LabelMenu(ModalScreen[str | None]):
    """Lists the tagset; typing filters it, Enter chooses."""

    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, tagset: Sequence[Label], on: Sequence[str]) -> None:
        super().__init__()
        self.tagset, self.on = tagset, on

    def compose(self) -> ComposeResult:
        with Window(classes="window") as window:
            window.border_title = Content("Tag this claim")
            window.hint("type to filter · enter puts it on or off · esc")
            yield Line(placeholder="label", max_length=LONGEST)
            yield ChoiceList(classes="-lines")

    def on_mount(self) -> None:
        self._fill("")
        self.query_one(Input).focus()

    def _fill(self, words: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        signs = cast("RashomonApp", self.app).reading.signs
        # Names that begin with what was typed come first: `o` and Enter is `opinion`.
        wanted = words.lower()
        ranked = sorted(self.tagset, key=lambda label: not label.name.lower().startswith(wanted))
        wide = max((width_of(visible(label.name)) for label in self.tagset), default=0)
        for label in ranked:
            if wanted in f"{label.name} {label.meaning}".lower():
                mark = signs.tag if label.name in self.on else " "
                name = visible(label.name)
                text = Content.assemble(
                    f"{label.digit or ' '} {mark} ", (name, "bold"), " " * (wide - width_of(name)),
                    (f"  {visible(label.meaning)}", "$mark-dim"),
                )  # fmt: skip
                options.add_option(Option(text, id=label.name))
        if options.option_count:
            options.highlighted = 0

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self._fill(event.value.strip())

    def action_move(self, step: int) -> None:
        move_highlight(self, step)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


class PickWindow(ModalScreen[str | None]):
    """A few choices; Enter takes one and gives its id, Esc gives None."""

    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, Content]], at: int = 0) -> None:
        super().__init__()
        self.heading, self.choices, self.at = title, choices, at

    def compose(self) -> ComposeResult:
        with Window(classes="window") as window:
            window.border_title = Content(self.heading)
            signs = cast("RashomonApp", self.app).reading.signs
            window.hint(f"{signs.up_down} · enter takes it · esc")
            yield ChoiceList()

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        # An id of Textual's must not be empty, and tags typed by hand have any id.
        options.add_options([Option(text) for _, text in self.choices])
        options.highlighted = self.at
        options.focus()

    def action_move(self, step: int) -> None:
        move_highlight(self, step)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.choices[event.option_index][0])


def counted_option(words: str, count: int) -> Content:
    """A choice, and how many it holds."""
    return Content.assemble((words.ljust(14), "bold"), (f"{count:>4}", "$mark-dim"))


def tag_option(tag: Tag | None, words: str, name: str = "") -> Content:
    """A tag as a line of a list: its labels, and the words it stands on."""
    labels = ", ".join(tag.labels) if tag else ""
    head = " · ".join(part for part in (name, visible(labels)) if part) or "note only"
    return Content.assemble((head, "bold"), "  ", (f"“{visible(' '.join(words.split()))}”", "dim"))


@dataclass(frozen=True)
class Written:
    """What the note window holds."""

    text: str = ""
    status: Status = Status.UNCHECKED
    confidence: Confidence | None = None

    @classmethod
    def of(cls, tag: Tag | None) -> Written:
        return cls(tag.note, tag.status, tag.confidence) if tag else cls()


class NoteWindow(ModalScreen[None]):
    """Edits note, status and confidence of one claim; every way out keeps what was written."""

    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep", show=False, priority=True),
        Binding("f2", "status", show=False, priority=True),
        Binding("f3", "confidence", show=False, priority=True),
    ]

    def __init__(
        self, which: str | Claim, quote: str, tag: Tag | None, change: Callable[[Step], object]
    ) -> None:
        """`which` is the id of the `tag`, or the claim that has none yet; `change` takes a step."""
        super().__init__()
        self.which, self.quote, self.written = which, quote, Written.of(tag)
        self._change = change
        self.status, self.confidence = self.written.status, self.written.confidence
        self._pause: Timer | None = None
        """Runs between a change and the moment when it is noted against a sudden end."""

    def compose(self) -> ComposeResult:
        with Window(classes="window") as window:
            window.border_title = Content("Note")
            window.hint("u undoes it later · esc keeps it and closes")
            yield Static(visible(self.quote), classes="quote", markup=False)
            yield Lines(self.written.text, id="note")
            yield Static(id="fields", markup=False)

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        self._desk.begin_typing()
        self._show()

    @property
    def _desk(self) -> Desk:
        return cast("RashomonApp", self.app).reading.desk

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        narrow = self.app.size.width < NARROW
        sure = self.confidence.value if self.confidence else "not said"
        statuses = [s.value for s in Status]
        levels = ["not said", *(c.value for c in Confidence)]
        self.query_one("#fields", Static).update(
            Content.assemble(
                ("F2", "bold $accent"),
                " status     ",
                *_choices(statuses, self.status.value, narrow),
                ("\nF3", "bold $accent"),
                " confidence ",
                *_choices(levels, sure, narrow),
            )
        )

    def action_status(self) -> None:
        every = list(Status)
        self.status = every[(every.index(self.status) + 1) % len(every)]
        self._show()
        self.changed()

    def action_confidence(self) -> None:
        every: list[Confidence | None] = [None, *Confidence]
        self.confidence = every[(every.index(self.confidence) + 1) % len(every)]
        self._show()
        self.changed()

    def action_keep(self) -> None:
        self.keep_written()
        self.dismiss()

    def keep_written(self) -> None:
        """Save what was written, if anything; also called when the program has to end."""
        written = self._written()
        if written != self.written:
            self.written = written
            self._change(self._step(written))
        self._desk.end_typing()

    @on(TextArea.Changed)
    def changed(self) -> None:
        """Note what is typed when typing pauses: a program that is killed closes no window."""
        if self._pause is None:
            self._pause = self.set_timer(PAUSE, self._note)

    async def _note(self) -> None:
        self._pause = None
        desk, written = self._desk, self._written()
        edit = None
        if written != self.written and not desk.read_only:
            with suppress(RashomonError):
                edit = self._step(written)(desk.session)
        await asyncio.to_thread(desk.note_typed, edit)

    def _written(self) -> Written:
        return Written(self.query_one(TextArea).text.strip(), self.status, self.confidence)

    def _step(self, written: Written) -> Step:
        from tui.session import edits

        return lambda session: edits.set_note(
            session, self.which, written.text, written.status, written.confidence, now()
        )


def _choices(every: Sequence[str], chosen: str, narrow: bool) -> list[tuple[str, str]]:
    """All the words of a choice, the one that holds marked by more than its colour.

    In a narrow window that one alone, and which of how many it is.
    """
    here = (f" {chosen} ", "bold reverse")
    if narrow:
        return [here, (f" {every.index(chosen) + 1}/{len(every)}", "$mark-dim")]
    return [here if word == chosen else (f" {word} ", "$mark-dim") for word in every]
