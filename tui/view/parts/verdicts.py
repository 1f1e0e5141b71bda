"""Why something is marked, and the reader's word on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from tui.model.finding import Contradiction, Kind, Mention, Only
from tui.model.tag import Verdict
from tui.page.marks import Show
from tui.view.bindings import Commands
from tui.view.parts.edits import Edits
from tui.view.parts.filters import Filters
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.workspace import now


class VerdictHost(Host, Protocol):
    """A screen with findings."""

    @property
    def keymap(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of each command."""

    def show_help(self) -> None:
        """All keys of the place."""

    def visit(self, there: Mention) -> None:
        """Put the cursor on words of any article."""


class Verdicts:
    """Explains the findings in hand; confirms or rejects the first of them."""

    def __init__(self, host: VerdictHost, hand: Hand, edits: Edits, filters: Filters) -> None:
        self._host, self._hand, self._edits, self._filters = host, hand, edits, filters
        self.begins: list[Callable[[], None]] = []
        """What is called before something is explained."""
        self.commands: Commands = {
            "why": self.why,
            "confirm": lambda: self.decide(Verdict.CONFIRMED),
            "reject": lambda: self.decide(Verdict.REJECTED),
        }

    def why(self) -> None:
        """Shows before and after where the claim is not the one that was tagged."""
        for begin in self.begins:
            begin()
        asked = self._host.reading.asked_here
        if asked and not self._host.reading.findings():
            self._ask(asked[0][0].id)
        else:
            self._explain()

    def _ask(self, tag: str) -> None:
        from tui.view.screens.asks import AskWindow

        def chosen(there: Mention | None) -> None:
            if there:
                self._host.visit(there)

        self._host.show_window(AskWindow(self._host.reading, self._host.config, tag), chosen)

    def _explain(self) -> None:
        from tui.view.screens.why import WhyWindow

        found = self._hand.findings()
        if not found:
            self._host.show_help()
            return

        def decided(verdict: Verdict | None) -> None:
            if verdict:
                self.decide(verdict)

        window = WhyWindow(self._host.reading, found, self._host.keymap)
        self._host.show_window(window, decided)

    def decide(self, verdict: Verdict) -> None:
        """Confirm or reject the finding in hand; the same again takes it back."""
        from tui.session import edits

        host = self._host
        found = [f for f in self._hand.findings() if not isinstance(f, Only)]
        if not found and self._filters.says_hidden(Show.ALL, Show.CONFLICTS, Show.SHARED):
            return
        if not found:
            key = host.shown_key("next-conflict")
            host.tell(f"No finding here to decide on; {key} goes to a contradiction")
            return
        first = found[0]
        if isinstance(first, Contradiction) and first.kind is Kind.TAGGING:
            host.tell("Go back to the columns to decide between annotators")
            return
        key = host.reading.key_of(first)
        before = host.reading.session.verdicts.get(key)
        wanted = None if before is verdict else verdict
        words = first.question if isinstance(first, Contradiction) else first.text
        self._edits.change(lambda s: edits.decide(s, key, wanted, words, now()))
