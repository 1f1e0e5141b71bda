"""The ways to other screens and windows that are about what is in hand, or the session."""

from __future__ import annotations

from typing import Protocol

from tui.model.finding import Mention
from tui.view.bindings import Commands
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host


class DoorHost(Host, Protocol):
    """A screen from which others are opened."""

    def visit(self, there: Mention) -> None:
        """Put the cursor on words of any article."""


class Doors:
    """Opens the card of a claim, its article, the labels, the tags, the export."""

    def __init__(self, host: DoorHost, hand: Hand) -> None:
        self._host, self._hand = host, hand
        self.commands: Commands = {
            "card": self.card,
            "source": self.source,
            "tags": self.tags,
            "tagset": self.labels,
            "export": self.export,
        }

    def card(self) -> None:
        from tui.view.screens.card import CardWindow

        if (target := self._hand.target()) is None:
            return

        def chosen(there: Mention | None) -> None:
            if there:
                self._host.visit(there)

        window = CardWindow(self._host.reading, self._host.config, *target)
        self._host.show_window(window, chosen)

    def source(self) -> None:
        from tui.view.screens.source import SourceScreen

        self._host.show_window(SourceScreen(self._host.reading, self._host.config))

    def tags(self) -> None:
        from tui.view.screens.tags import TagsScreen

        self._host.show_window(TagsScreen(self._host.reading, self._host.config))

    def labels(self) -> None:
        from tui.view.screens.tagset import TagsetWindow

        self._host.show_window(TagsetWindow(self._host.reading, self._host.config))

    def export(self) -> None:
        from tui.view.screens.export import ExportWindow

        self._host.show_window(ExportWindow(self._host.reading, self._host.config))
