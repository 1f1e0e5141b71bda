"""The window that tells why the words under the cursor are marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import keys
from tui.model.clean import visible
from tui.model.finding import Contradiction, Fact, Only
from tui.model.tag import Verdict
from tui.page.marks import chip
from tui.page.why import Reason, reasons
from tui.view.story.open_story import OpenStory
from tui.view.widgets.window import ScrolledWindow

STYLES = {
    "head-conflict": "bold $mark-conflict",
    "head-shared": "bold $mark-shared",
    "head-only": "bold $mark-only",
    "value": "bold",
    "silent": "italic $mark-dim",
    "rule": "$mark-dim",
}


class WhyWindow(ModalScreen[Verdict | None]):
    """All findings on the claim; the first is the one that can be decided on here."""

    PLACE = keys.HELP  # else a key of the page would say nothing here, not where it works

    def __init__(
        self,
        reading: OpenStory,
        found: Sequence[Contradiction | Fact | Only],
        keymap: Mapping[str, Sequence[str]],
    ) -> None:
        super().__init__()
        self.reading, self.found, self.keymap = reading, found, keymap
        for ids, action in (
            (("confirm",), "confirm"),
            (("reject",), "reject"),
            (("why", "cancel", "quit"), "dismiss(None)"),
            (("next-claim",), "scroll(1)"),
            (("previous-claim",), "scroll(-1)"),
            (("page-down",), "scroll(10)"),
            (("page-up",), "scroll(-10)"),
        ):
            for key in (key for id in ids for key in keymap[id]):
                self._bindings.bind(key, action, show=False)

    def compose(self) -> ComposeResult:
        verdicts = self.reading.session.verdicts
        with ScrolledWindow(classes="window why") as window:
            window.border_title = Content("Why this is marked")
            window.hint(self._hint())
            for finding in self.found:
                verdict = verdicts.get(self.reading.key_of(finding)) if verdicts else None
                told = reasons(finding, self.reading.story, verdict, self.reading.signs)
                for reason in told:
                    apart = reason is told[0] and finding is not self.found[0]
                    classes = f"-{reason.look} -next" if apart else f"-{reason.look}"
                    yield Static(_line(reason), classes=classes, markup=False)

    def _hint(self) -> str:
        """What the keys do, and to which of the findings."""
        sure, wrong, away = (
            keys.shown(self.keymap[id][0], self.reading.signs.plain)
            for id in ("confirm", "reject", "cancel")
        )
        first = self.found[0]
        if isinstance(first, Only):
            return away
        name = chip(first, signs=self.reading.signs) if isinstance(first, Contradiction) else ""
        which = f" {name}" if name and len(self.found) > 1 else ""
        return f"{sure} confirm{which} · {wrong} reject{which} · {away}"

    def on_mount(self) -> None:
        self._window.focus()

    @property
    def _window(self) -> ScrolledWindow:
        return self.query_one(ScrolledWindow)

    def action_scroll(self, lines: int) -> None:
        self._window.scroll_relative(y=lines, animate=False)

    def action_confirm(self) -> None:
        self._decide(Verdict.CONFIRMED)

    def action_reject(self) -> None:
        self._decide(Verdict.REJECTED)

    def _decide(self, verdict: Verdict) -> None:
        self.dismiss(verdict)


def _line(reason: Reason) -> Content:
    words = (visible(reason.words), STYLES.get(reason.look, ""))
    letters = (f"{reason.letters} ", "bold $mark-number")
    return Content.assemble(letters, words) if reason.letters else Content.assemble(words)
