"""The bar below the page: the finding in hand, or what is left to do and with which keys."""

from __future__ import annotations

from typing import Protocol

from tui.model.counted import counted
from tui.model.finding import Contradiction, Fact
from tui.page.bars import conflict_box, conflict_line, fact_box, message_box
from tui.page.lines import Fragment, Line, cells_of, text_line
from tui.page.marks import decided
from tui.page.wrap import first_parts
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.filters import Filters
from tui.view.parts.first_keys import FirstKeys
from tui.view.parts.host import Host
from tui.view.parts.subject import Subject
from tui.view.widgets.lines_view import LinesView


class BarHost(Host, Protocol):
    """A screen with a bar."""

    def hint_parts(self, *ids: str) -> tuple[Fragment, ...]:
        """Keys and words of some commands, where a click finds them."""


class Bar:
    """Says what the finding under the cursor is."""

    def __init__(
        self,
        host: BarHost,
        columns: AlignedColumns,
        filters: Filters,
        first_keys: FirstKeys,
        subject: Subject,
    ) -> None:
        self._host, self._columns, self._filters = host, columns, filters
        self._first_keys, self._subject = first_keys, subject
        self.view = LinesView("box", id="bar")
        self._box: tuple[tuple[object, ...], tuple[Line, ...]] = ((), ())
        """What the box was drawn from last, and its lines."""

    @property
    def rows(self) -> int:
        """Lines of the bar."""
        height = self._host.area.height
        screen = self._host.config.settings.screen
        return 0 if height < screen.bar else 1 if height < screen.box else 6

    def draw(self) -> None:
        rows = self.rows
        self.view.styles.height = rows
        self.view.set_class(not rows, "-none")
        found, width = self._in_hand, self._host.area.width
        if rows and self._first_keys.shows:
            self.view.lines = self._first_keys.lines(found, rows)
        elif rows == 1:
            # What is to be decided needs the whole line; the footer names the key there.
            asks = found and self._subject.box(found, width, 1)
            door = () if asks else self._door()
            (line,) = self._lines(found, 1, width - cells_of(door))
            self.view.lines = ((*line, *door),)
        elif rows:
            self.view.lines = self._lines(found, rows, width)

    @property
    def _in_hand(self) -> Contradiction | None:
        return self._host.reading.contradiction(self._host.reading.current)

    def _door(self) -> Line:
        """Which key goes to the row that is named behind the claim; empty where none is."""
        row = self._columns.leads_to
        words = f" {self._host.shown_key('open')} {self._host.reading.signs.also} {row} "
        return (Fragment(words, "box", target="command:open"),) if row else ()

    def _lines(self, found: Contradiction | None, rows: int, width: int) -> tuple[Line, ...]:
        reading, facts = self._host.reading, self._facts()
        if reading.show == "none" or not (found or facts):
            title, texts = self._subject.left() or self._left()
            words = f"{title}: {texts[0]}" if title else texts[0]
            if rows == 1:
                return (text_line(first_parts(words, width - 2), width),)
            if row := self._columns.leads_to:
                texts = [
                    *texts,
                    f"{self._host.shown_key('open')} goes to row {row}, which tells this too",
                ]
            return message_box(title, texts, width, rows, reading.signs)
        if found is None:
            return self._fact(facts[0], rows, width)
        return self._subject.box(found, width, rows) or self._conflict(found, rows, width)

    # -- the finding in hand ---------------------------------------------------

    def _facts(self) -> list[Fact]:
        return [f for f in self._host.reading.findings() if isinstance(f, Fact)]

    def _fact(self, fact: Fact, rows: int, width: int) -> tuple[Line, ...]:
        reading = self._host.reading
        signs = reading.signs
        verdict = reading.session.verdicts.get(reading.key_of(fact))
        if rows == 1:
            who = " ".join(dict.fromkeys(m.article for m in fact.mentions))
            sign = decided(signs.shared, verdict, signs)
            return (text_line(f"{sign} shared by {who}: {fact.text}", width),)
        ids = ("next-fact", "who-else", "why", "confirm", "reject")
        hints = self._host.hint_parts(*ids, *(("open",) if self._columns.leads_to else ()))
        key = (fact, reading.story, width, rows, verdict, hints)
        if self._box[0] != key:
            self._box = (key, fact_box(*key[:-2], signs, hints, verdict))
        return self._box[1]

    def _conflict(self, found: Contradiction, rows: int, width: int) -> tuple[Line, ...]:
        reading = self._host.reading
        signs, story = reading.signs, reading.story
        listed = reading.analysis.contradictions
        position = listed.index(found) + 1
        verdict = reading.decided.get(found.id)
        found = self._filters.worded(found)
        hidden = self._hidden_parties(found)
        if rows == 1:
            found = found._replace(question=hidden) if hidden else found
            return (conflict_line(found, position, len(listed), story, width, signs, verdict),)
        ids = ("previous-conflict", "next-conflict", "why", "confirm", "reject", "open")
        hints = self._host.hint_parts(*ids, *(("compare",) if self._columns.leads_to else ()))
        hints = (Fragment(f"{hidden} · ", "box-dim"), *hints) if hidden else hints
        key = (found, position, len(listed), story, width, rows, verdict, hints)
        if self._box[0] != key:
            self._box = (key, conflict_box(*key[:-2], signs, hints, verdict))
        return self._box[1]

    def _hidden_parties(self, found: Contradiction) -> str:
        """That the reader hid articles which take a side, and how they show again."""
        gone = self._host.reading.chosen.hidden
        hidden = [id for id in gone if any(m.article == id for m in found.mentions)]
        if not hidden:
            return ""
        verb = "is" if len(hidden) == 1 else "are"
        key = self._host.shown_key("show-articles")
        return f"{' '.join(hidden)} {verb} hidden, {key} shows all"

    # -- none in hand ----------------------------------------------------------

    def _left(self) -> tuple[str, list[str]]:
        """What to say when no contradiction is in hand."""
        reading, key = self._host.reading, self._host.shown_key
        if not reading.analysed:
            return self._compared()
        seen = f"{self._columns.rows_seen()} rows seen"
        if reading.blind:
            return "", [f"You read blind: {key('blind')} shows the findings · {seen}"]
        if reading.show == "none":
            return "", [f"Marks are hidden. {key('cycle-marks')} shows them again."]
        if not reading.story.readable:
            words = f"{key('reload')} reads the files again, {key('quit')} leaves."
            return "Nothing can be read", [words]
        if len(reading.story.readable) < 2:
            return "One article", ["There is nothing to compare it with. Reading and tagging work."]
        if not reading.analysis.contradictions:
            return "Contradictions", [self._none_found()]
        walk, tag, keys = (key(id) for id in ("next-conflict", "label-1", "help"))
        left = f"{seen}, {counted(reading.undecided(), self._subject.name)} undecided"
        return left, [
            f"{walk} walks the {self._subject.name}s · {tag} tags a claim · {keys} all keys"
        ]

    def _compared(self) -> tuple[str, list[str]]:
        """How far the comparison is."""
        key, comparing = self._host.shown_key, self._host.reading.comparing
        if comparing.stopped:
            words = f"{key('reload')} compares the articles. Reading and tagging work."
            return "Not compared", [words]
        what, done, total = comparing.stage
        cells = 30 if self._host.area.width >= 60 else 8
        bar = "━" * (cells * done // total) + "─" * (cells - cells * done // total)
        words = f"{key('cancel')} stops it · the text is ready to read and tag"
        return what, [f"{bar} {done}/{total} · {words}"]

    def _none_found(self) -> str:
        """That nothing was found, never that there is nothing; and what the filter keeps back."""
        reading = self._host.reading
        facts = len(reading.analysis.facts)
        words = f"none found · {counted(facts, 'shared fact')}"
        if back := len(reading.compared.contradictions):
            some = "contradiction is" if back == 1 else "contradictions are"
            certainty, kinds = (self._host.shown_key(id) for id in ("certainty", "kinds"))
            words += f" · {back} weaker or other {some} kept back: {certainty}"
            words += f" how sure, {kinds} which kinds"
        return words
