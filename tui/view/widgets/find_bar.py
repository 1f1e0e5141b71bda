"""The line in which a search is typed, with what was found beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label


class FindBar(Horizontal):
    """Mounted when a search begins, gone when it ends."""

    def __init__(self, words: str, hint: str = "words to find in all articles") -> None:
        super().__init__(id="find")
        self.words, self.hint = words, hint

    def compose(self) -> ComposeResult:
        yield Label(" / ")
        yield Input(self.words, placeholder=self.hint, id="query")
        yield Label("", id="count", markup=False)
