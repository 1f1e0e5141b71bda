"""The bar below the page: the finding in hand, or what is left to do and with which keys."""

from __future__ import annotations

from typing import ClassVar

from tui import keys
from tui.config import Config
from tui.model.counted import counted
from tui.model.finding import Contradiction, Fact
from tui.page.bars import conflict_box, conflict_line, fact_box, message_box
from tui.page.lines import Fragment, Line, cut, text_line
from tui.page.marks import chip, decided
from tui.page.wrap import first_parts, fit, width_of
from tui.view.screens.choices import ChoiceScreen
from tui.view.state import Reading
from tui.view.widgets.lines_view import LinesView

STOPPED = "not compared"


class BarScreen(ChoiceScreen, part=True):
    """Says in the bar what the finding under the cursor is."""

    FOUND: ClassVar[str] = "contradiction"
    """What is to be decided here."""

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.progress = ""
        """How far the comparison is, for the top line; empty when it is done."""
        self.stage = ("Comparing the articles", 0, 1)
        """What the comparison does, steps done, steps in all."""
        self._box: tuple[tuple[object, ...], tuple[Line, ...]] = ((), ())

    @property
    def bar_lines(self) -> int:
        height = self.area.height
        return 0 if height < 16 else 1 if height < 30 else 6

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.bar_lines

    def _draw_bar(self) -> None:
        bar = self.query_one("#bar", LinesView)
        rows, width = self.bar_lines, self.area.width
        bar.styles.height = rows
        bar.set_class(not rows, "-none")
        if not rows:
            return
        found, facts = self.contradiction(), self._facts()
        signs = self.reading.signs
        if self.reading.hint and self.reading.analysis.contradictions:
            title, texts = self._hint(found)
            bar.lines = (
                (self._short_hint(title, width),)
                if rows == 1
                else message_box(title, texts, width, rows, signs)
            )
            return
        if self.reading.show == "none" or not (found or facts):
            title, texts = self._words()
            words = f"{title}: {texts[0]}" if title else texts[0]
            line = text_line(first_parts(words, width - 2), width)
            bar.lines = (line,) if rows == 1 else message_box(title, texts, width, rows, signs)
        elif found is None:
            self._draw_fact(facts[0], bar, rows)
        else:
            self._draw_conflict(found, bar, rows)

    def _hint(self, found: Contradiction | None) -> tuple[str, list[str]]:
        """The first keys, for somebody who opens a story without a session."""
        walk, fact, tag, menu, why, keep, reject, row, article, help, away = (
            self.shown_key(id)
            for id in (
                *("next-conflict", "next-fact", "label-1", "label-menu", "why", "confirm"),
                *("reject", "next-row", "next-article", "help", "cancel"),
            )
        )
        some = (
            f"{chip(found, signs=self.reading.signs)} {found.question}" if found else "First keys"
        )
        texts = (
            f"{walk} walks the disagreements, {fact} the shared facts",
            f"{why} tells why, {keep} confirms, {reject} rejects",
            f"{tag} tags a claim with the first label, {menu} lists all labels",
            f"{row} next row, {article} next article · {help} lists all keys",
            f"{away} takes this hint away; so do {walk}, {why} and tagging",
        )
        return some, [" · ".join(texts[:2]), " · ".join(texts[2:4]), texts[4]]

    def _short_hint(self, title: str, width: int) -> Line:
        """The same in one line: what is in hand, and the first keys."""
        walk, why, tag, all_keys = (
            self.shown_key(id) for id in ("next-conflict", "why", "label-1", "help")
        )
        first = f" {walk} next · {why} why · {tag} tags · {all_keys} all keys "
        room = max(width - width_of(first) - 2, 0)
        shown = fit(title, room)
        gap = " " * (room - width_of(shown))
        parts = (Fragment(f" {shown}{gap}", "box-dim"), Fragment(first, "box"))
        return cut(parts, width, "box")

    def _facts(self) -> list[Fact]:
        return [f for f in self.reading.findings() if isinstance(f, Fact)]

    def _draw_fact(self, fact: Fact, bar: LinesView, rows: int) -> None:
        width, signs = self.area.width, self.reading.signs
        verdict = self.reading.session.verdicts.get(self.reading.key_of(fact))
        if rows == 1:
            who = " ".join(dict.fromkeys(m.article for m in fact.mentions))
            sign = decided(signs.shared, verdict, signs)
            bar.lines = (text_line(f"{sign} shared by {who}: {fact.text}", width),)
        else:
            key = (fact, self.reading.story, width, rows, verdict)
            if self._box[0] != key:
                hints = self._hints("next-fact", "who-else", "why", "confirm", "reject")
                self._box = (key, fact_box(*key[:-1], signs, hints, verdict))
            bar.lines = self._box[1]

    def _draw_conflict(self, found: Contradiction, bar: LinesView, rows: int) -> None:
        width, signs = self.area.width, self.reading.signs
        listed = self.reading.analysis.contradictions
        position = listed.index(found) + 1
        verdict = self.reading.decided.get(found.id)
        found = self.filters.worded(found)
        hidden = self._hidden_parties(found)
        if rows == 1:
            story = self.reading.story
            found = found._replace(question=hidden) if hidden else found
            line = conflict_line(found, position, len(listed), story, width, signs, verdict)
            bar.lines = (line,)
            return
        key = (found, position, len(listed), self.reading.story, width, rows, verdict, hidden)
        if self._box[0] != key:
            ids = ("previous-conflict", "next-conflict", "why", "confirm", "reject", "open")
            hints = f"{hidden} · {self._hints(*ids)}" if hidden else self._hints(*ids)
            box = conflict_box(*key[:-2], signs, hints, verdict)
            self._box = (key, box)
        bar.lines = self._box[1]

    def _hidden_parties(self, found: Contradiction) -> str:
        """That the reader hid articles which take a side, and how they show again."""
        hidden = [id for id in self.reading.hidden if any(m.article == id for m in found.mentions)]
        if not hidden:
            return ""
        verb = "is" if len(hidden) == 1 else "are"
        return f"{' '.join(hidden)} {verb} hidden, {self.shown_key('show-articles')} shows all"

    def _hints(self, *ids: str) -> str:
        words: dict[str, str] = {}
        for id in ids:
            short = keys.short_at(self.PLACE, keys.BY_ID[id])
            words[short] = words.get(short, "") + keys.shown(self.keymap[id][0])
        return " · ".join(f"{key} {short}" for short, key in words.items())

    def _words(self) -> tuple[str, list[str]]:
        """What to say when no contradiction is in hand."""
        reading = self.reading
        if not reading.analysed:
            if self.progress == STOPPED:
                again = self.shown_key("reload")
                return "Not compared", [f"{again} compares the articles. Reading and tagging work."]
            what, done, total = self.stage
            cells = 30 if self.area.width >= 60 else 8
            bar = "━" * (cells * done // total) + "─" * (cells - cells * done // total)
            stop = self.shown_key("cancel")
            words = f"{stop} stops it · the text is ready to read and tag"
            return what, [f"{bar} {done}/{total} · {words}"]
        if reading.blind:
            seen = f"{self._rows_seen()} rows seen"
            return "", [f"You read blind: {self.shown_key('blind')} shows the findings · {seen}"]
        if reading.show == "none":
            return "", [f"Marks are hidden. {self.shown_key('cycle-marks')} shows them again."]
        analysis = reading.analysis
        if len(reading.story.readable) < 2:
            return "One article", ["There is nothing to compare it with. Reading and tagging work."]
        if not analysis.contradictions:
            return "Contradictions", [self._none_found()]
        walk, tag, keys = (self.shown_key(id) for id in ("next-conflict", "label-1", "help"))
        left = (
            f"{self._rows_seen()} rows seen, {counted(reading.undecided(), self.FOUND)} undecided"
        )
        return left, [f"{walk} walks the disagreements · {tag} tags a claim · {keys} all keys"]

    def _rows_seen(self) -> str:
        """`17 of 21`."""
        return f"{len(self.reading.seen.rows(self.rows))} of {len(self.rows)}"

    def _none_found(self) -> str:
        """That nothing was found, never that there is nothing; and what the filter keeps back."""
        reading = self.reading
        facts = len(reading.analysis.facts)
        words = f"none found · {counted(facts, 'shared fact')}"
        if back := len(reading.compared.contradictions):
            some = "contradiction is" if back == 1 else "contradictions are"
            words += f" · {back} weaker or other {some} kept back: {self.shown_key('certainty')}"
            words += f" how sure, {self.shown_key('kinds')} which kinds"
        return words
