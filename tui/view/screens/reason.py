"""The window for writing down the reason for a decision."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.model.clean import visible
from tui.view.widgets.fields import Line
from tui.view.widgets.find_bar import LONGEST
from tui.view.widgets.window import Window


class ReasonWindow(ModalScreen[str | None]):
    """One line for the reason; Enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str, reason: str) -> None:
        super().__init__()
        self.question, self.reason = question, reason

    def compose(self) -> ComposeResult:
        with Window(classes="window") as window:
            window.border_title = Content("Why")
            window.hint("enter keeps it · esc leaves it as it was")
            yield Static(visible(self.question), classes="quote", markup=False)
            words = "the reason for this decision"
            yield Line(self.reason, placeholder=words, id="reason", max_length=LONGEST)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
