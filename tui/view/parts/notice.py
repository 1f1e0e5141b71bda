"""The line above the footer: which claim is in hand, or what is asked of the cursor's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.page.lines import Fragment, Line, cells_of, cut
from tui.page.wrap import fit, quoted, width_of
from tui.view.bindings import Commands
from tui.view.parts.host import Host


class NoticeHost(Host, Protocol):
    """A screen with a line above its footer."""

    @property
    def commands(self) -> Commands:
        """What it can do."""


class Notice:
    """Says what is waiting for the reader, and which keys go on."""

    def __init__(self, host: NoticeHost) -> None:
        self._host = host

    def line(self) -> Line | None:
        """None where nothing waits."""
        return self._held() or self._asked()

    def _held(self) -> Line | None:
        """Which claim is in hand, and what the next key does with it."""
        held = self._host.reading.held
        if held is None:
            return None
        text = self._host.reading.story.by_id[held.article].text
        words, width = quoted(held.span.of(text)), self._host.area.width
        rivals = "rival" in self._host.commands and self._host.reading.current
        for head, rival, same, contradicts, drops in _HELD:
            keys = (
                *(self._hint("rival", rival) if rival and rivals else ()),
                *self._hint("link-same", same),
                *self._hint("link-contradicts", contradicts),
                *self._hint("cancel", drops),
            )
            head = f" {head}{held.article} "
            if width_of(head) + cells_of(keys) + _LEAST <= width:
                break
        return _spread(head, words, keys, width)

    def _asked(self) -> Line | None:
        """That the sentence is not the one that was tagged, and where to answer."""
        asked = self._host.reading.asked_here
        if not asked:
            return None
        tag, where = asked[0]
        labels = " ".join(f"‘{name}’" for name in tag.labels) or "with a note"
        moved = where.found.state == "moved"
        what = "the text around this sentence" if moved else "this sentence"
        changed = self._host.reading.signs.changed
        head = f" {changed} {where.article} changed {what} since you tagged it"
        keys = self._hint("tags", "decides")
        return _spread(head, f" {labels}: {where.found.why}", keys, self._host.area.width)

    def _hint(self, id: str, words: str) -> tuple[Fragment, Fragment]:
        """A key and what it does here, if it is told; a click on it does the same."""
        target = f"command:{id}"
        return (
            Fragment(f"  {self._host.shown_key(id)}", "foot-key", target=target),
            Fragment(f" {words} " if words else " ", "foot", target=target),
        )


_HELD = (
    ("picked up: ", "goes to its rival", "says the same", "contradicts", "drops it"),
    ("picked up: ", "rival", "same", "contradicts", "drops it"),
    ("picked up: ", "", "same", "contradicts", "drops it"),
    ("", "", "same", "contradicts", ""),
)
"""What is said of a claim in hand, and of the keys, the longest first."""
_LEAST = 12
"""Cells for the words of the claim, below which shorter words tell of the keys."""


def _spread(head: str, words: str, keys: Sequence[Fragment], width: int) -> Line:
    """Head and words at the left, the keys at the right edge; the words give way."""
    room = max(width - width_of(head) - cells_of(keys), 0)
    shown = fit(words, room)
    shown += " " * max(room - width_of(shown), 0)
    parts = (
        Fragment(head, "foot-label"),
        Fragment(shown, "foot"),
        *keys,
    )
    return cut(parts, width, "foot")
