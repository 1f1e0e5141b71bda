"""The first keys, for somebody who opens a story without a session."""

from __future__ import annotations

from tui.model.finding import Contradiction
from tui.page.bars import message_box
from tui.page.lines import Fragment, Line, cut
from tui.page.marks import chip
from tui.page.wrap import fit, width_of
from tui.view.parts.edits import Edits
from tui.view.parts.host import Host
from tui.view.parts.verdicts import Verdicts
from tui.view.parts.walks import Walks


class FirstKeys:
    """Stands in the bar until the reader uses one of these keys, and so knows them."""

    def __init__(self, host: Host, edits: Edits, verdicts: Verdicts, walks: Walks) -> None:
        self._host = host
        for begins in (edits.begins, verdicts.begins, walks.begins):
            begins.append(self.take_away)

    @property
    def shows(self) -> bool:
        """Only where there are findings that most of these keys are about."""
        return self._host.reading.hint and bool(self._host.reading.analysis.contradictions)

    def take_away(self) -> None:
        if self._host.reading.hint:
            self._host.reading.hint = False
            self._host.draw_around()

    def lines(self, found: Contradiction | None, rows: int) -> tuple[Line, ...]:
        """The hint under what is asked in the contradiction in hand, if one is."""
        signs, width = self._host.reading.signs, self._host.area.width
        title = f"{chip(found, signs=signs)} {found.question}" if found else "First keys"
        if rows == 1:
            return (self._line(title, width),)
        return message_box(title, self._texts(), width, rows, signs)

    def _texts(self) -> list[str]:
        walk, fact, tag, menu, why, keep, reject, row, article, help, away = (
            self._host.shown_key(id)
            for id in (
                *("next-conflict", "next-fact", "label-1", "label-menu", "why", "confirm"),
                *("reject", "next-row", "next-article", "help", "cancel"),
            )
        )
        texts = (
            f"{walk} walks the contradictions, {fact} the shared facts",
            f"{why} tells why, {keep} confirms, {reject} rejects",
            f"{tag} tags a claim with the first label, {menu} lists all labels",
            f"{row} next row, {article} next article · {help} lists all keys",
            f"{away} takes this hint away; so do {walk}, {why} and tagging",
        )
        return [" · ".join(texts[:2]), " · ".join(texts[2:4]), texts[4]]

    def _line(self, title: str, width: int) -> Line:
        """The same where there is room for one line."""
        walk, why, tag, all_keys = (
            self._host.shown_key(id) for id in ("next-conflict", "why", "label-1", "help")
        )
        first = f" {walk} next · {why} why · {tag} tags · {all_keys} all keys "
        room = max(width - width_of(first) - 2, 0)
        shown = fit(title, room)
        gap = " " * (room - width_of(shown))
        parts = (Fragment(f" {shown}{gap}", "box-dim"), Fragment(first, "box"))
        return cut(parts, width, "box")
