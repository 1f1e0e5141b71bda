"""The list of tags: it ends at its ends, and says so."""

from __future__ import annotations

from collections.abc import Callable

from tui.view.widgets.choice_list import ChoiceList


class TagList(ChoiceList):
    """A list that no key leaves at an end; `edge` hears of a step (1 or -1) that leads nowhere."""

    def __init__(self, edge: Callable[[int], None], id: str) -> None:
        super().__init__(id=id)
        self._edge = edge

    def _go(self, move: Callable[[], None], step: int) -> None:
        """Move, unless that would go round to the other end."""
        before = self.highlighted
        move()
        after = self.highlighted
        if before is None or after is None or (after - before) * step <= 0:
            self.highlighted = before
            self._edge(step)

    def action_cursor_down(self) -> None:
        self._go(super().action_cursor_down, 1)

    def action_cursor_up(self) -> None:
        self._go(super().action_cursor_up, -1)

    def action_page_down(self) -> None:
        self._go(super().action_page_down, 1)

    def action_page_up(self) -> None:
        self._go(super().action_page_up, -1)

    def action_first(self) -> None:
        self._go(super().action_first, -1)

    def action_last(self) -> None:
        self._go(super().action_last, 1)

    def action_select(self) -> None:
        if self.highlighted is None:
            self._edge(0)
        else:
            super().action_select()
