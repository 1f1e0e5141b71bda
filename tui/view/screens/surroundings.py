"""What stands above and beside the reading page: top line, spine, ruler."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from textual import on

from tui.config import Config
from tui.model.article import Story
from tui.model.counted import counted
from tui.model.finding import Contradiction
from tui.model.tag import Verdict
from tui.page.columns import Shape
from tui.page.heads import span_of_dates
from tui.page.marks import Marks, Show, chip, look_of, tag_marks
from tui.page.overview import (
    Drawn,
    Glance,
    Weights,
    edged,
    ruler_lines,
    ruler_looks,
    spine_lines,
)
from tui.page.top_line import Status, top_line
from tui.view.lately import Lately, same_values
from tui.view.screens.bar import STOPPED, BarScreen
from tui.view.state import Reading
from tui.view.widgets.lines_view import LinesView
from tui.view.widgets.sheet_view import Scrolled

NAMED_AT_ONCE = 250
"""Findings that are named between two keys: a few milliseconds."""


class SurroundedScreen(BarScreen, part=True):
    """Draws what stands around the page, of which the bar is told in a module of its own."""

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self._weights: Lately[Weights] = Lately(len(Show))
        """Of the findings that each choice of marks shows, as if nothing were decided."""
        self._weighed: Lately[Weights] = Lately(1)
        """Of those that show now, by the reader's decisions."""
        self._sides: tuple[object, ...] = ()
        self._pointed: tuple[object, ...] = ()
        self._spine: Lately[Drawn] = Lately(6)
        self._order: tuple[str, ...] = ()
        self._detail: tuple[Story | None, str] = (None, "")
        self._ruler: tuple[Weights | None, dict[int, Sequence[str]]] = (None, {})
        """What it is drawn from, and the looks of its lines by height."""
        self._counts: tuple[tuple[object, ...], tuple[int, int]] = ((), (0, 0))
        self._tags: tuple[tuple[object, ...], tuple[tuple[str, str, str, str], ...]] = ((), ())

    @property
    def division(self) -> Shape:
        """How the screen is divided; told by the screen that lays it out."""
        raise NotImplementedError

    @property
    def spine_width(self) -> int:
        """Cells of the spine, beside the columns or over them; 0 while it does not show."""
        raise NotImplementedError

    def glance(self) -> Glance:
        reading, spot = self.reading, self.page.spot
        tag = self.hand.tag_near()
        tagged = (reading.session, reading.places, reading.tagged.asking)
        if not same_values(self._tags[0], tagged):
            self._tags = (tagged, self._tag_lines())
        return Glance(
            self.rows,
            self._weigh(reading.found),
            reading.telling,
            self._listed(),
            self._chips(),
            self._tags[1],
            reading.current,
            spot.block if spot else 0,
            tag.id if tag else "",
        )

    def _weigh(self, marks: Marks) -> Weights:
        """What marks of findings weigh in the rows."""
        key = (marks, self.rows)
        if marks.redrawn is None:
            return self._weights.get(key, lambda: Weights(self.rows, marks))
        known = self._weigh(marks.redrawn[0])
        return self._weighed.get(key, lambda: Weights(self.rows, marks, known))

    def prepare_marks(self) -> None:
        """Make, between two keys, what `f`, `a` and `x` will ask for."""
        for show in Show:
            self.call_after_refresh(self._weigh_for, show)
        self.call_after_refresh(self._name_on)

    def _weigh_for(self, show: Show) -> None:
        _ = self._weigh(self.reading.undecided_marks(show)).ranks

    def _name_on(self) -> None:
        if self.reading.names.go_on(NAMED_AT_ONCE):
            self.call_after_refresh(self._name_on)

    def _listed(self) -> Sequence[Contradiction]:
        """The contradictions that the spine lists: those whose marks show."""
        drawn = self.reading.show in (Show.ALL, Show.CONFLICTS)
        return self.reading.analysis.contradictions if drawn else ()

    def _chips(self) -> dict[str, str]:
        """The chips of the contradictions that the reader decided on, by id."""
        reading = self.reading
        found = ((reading.contradiction(id), verdict) for id, verdict in reading.decided.items())
        return {c.id: chip(c, verdict, reading.signs) for c, verdict in found if c}

    def _tag_lines(self) -> tuple[tuple[str, str, str, str], ...]:
        reading = self.reading
        return tuple(
            (mark.id, mark.chip, article, mark.span.of(reading.story.by_id[article].text))
            for article, mark in tag_marks(
                reading.session, reading.places, reading.signs, reading.tagged.asking
            )
        )

    def draw_around(self) -> None:
        if self.page.view.sheet is None or self.has_class("-small"):
            return
        self.draw_top()
        self._draw_sides()
        self._draw_bar()

    def session_saved(self) -> None:
        """Say so; more was changed only if another person's tags were merged in."""
        if self._tags[0] and self._tags[0][0] is self.reading.session and self.page.view.sheet:
            self.draw_top()
        else:
            self.draw_around()

    @on(Scrolled)
    def _draw_sides(self) -> None:
        """Spine and ruler; a step within a row changes neither."""
        glance, seen = self.glance(), self.page.view.blocks_on_screen
        height, width = self.page.view.expected, self.spine_width
        signs = self.reading.signs
        key = (*glance.key, height, width, self.spine_over)
        if key != self._sides:
            self._sides = key
            drawn = self._drawn_rows(glance, width)
            lines = spine_lines(glance, width, height, signs, drawn)
            if self.spine_over:
                lines = edged(lines, width, height, signs)
            self.query_one("#spine", LinesView).lines = lines
        if (key, seen) != self._pointed:
            self._pointed = (key, seen)
            looks = self._looks_of_ruler(glance, height)
            ruler = ruler_lines(glance, seen, height, signs, looks)
            self.query_one("#ruler", LinesView).lines = ruler

    def _drawn_rows(self, glance: Glance, width: int) -> Drawn:
        """The lines of the spine's rows that were drawn before and still look the same."""
        if glance.order != self._order:  # made anew at every key, mostly the same
            self._order = glance.order
        return self._spine.get((glance.rows, glance.weights, self._order, width), dict)

    def _looks_of_ruler(self, glance: Glance, height: int) -> Sequence[str]:
        if self._ruler[0] is not glance.weights:
            self._ruler = (glance.weights, {})
        looks = self._ruler[1]
        if height not in looks:
            looks[height] = ruler_looks(glance.weights.ranks, height)
        return looks[height]

    def _count(self) -> tuple[int, int]:
        """Conflicts and other differences that show and were not rejected."""
        reading = self.reading
        key = (reading.analysis, reading.decided)
        if not same_values(self._counts[0], key):
            rejected = {id for id, word in reading.decided.items() if word is Verdict.REJECTED}
            found = reading.analysis.contradictions
            looks = Counter(look_of(c) for c in found if c.id not in rejected)
            self._counts = (key, (looks["conflict"], looks["differs"]))
        return self._counts[1]

    def _titled(self) -> Contradiction | None:
        """On a screen too low for the bar, the contradiction in hand is the title."""
        return None if self.bar_lines else self.contradiction()

    def _title(self) -> str:
        """The story's, or what the contradiction in hand asks."""
        found = self._titled()
        title = self.reading.story.title
        return f"{chip(found, signs=self.reading.signs)} {found.question}" if found else title

    def draw_top(self) -> None:
        reading, spot = self.reading, self.page.spot
        conflicts, differs = self._count()
        if reading.read_only:
            state, alarm = "read only", True
        elif self.progress:
            state, alarm = self.progress, self.progress == STOPPED
        elif not reading.saved:
            state, alarm = ("saving…", False) if self.rashomon.saving else ("NOT SAVED", True)
        else:
            state, alarm = "saved" if reading.session.tags else "", False
        status = Status(
            self._title(),
            self.detail(),
            len(reading.analysis.facts),
            conflicts,
            differs,
            len(reading.session.tags),
            f"row {spot.block + 1}/{len(self.rows)}" if spot and self.rows.aligned else "",
            state,
            alarm,
            self.counted,
            self._chosen(),
            self._titled() is not None,
        )
        top = self.query_one("#top", LinesView)
        top.lines = (top_line(status, self.area.width, reading.signs),)

    @property
    def counted(self) -> bool:
        """Whether the top line tells how much was found."""
        return self.reading.analysed and not self.reading.blind

    def detail(self) -> str:
        """What stands behind the title: articles and dates."""
        story = self.reading.story
        if self._detail[0] is not story:
            unread = counted(len(story.unreadable), "file")
            words, days = counted(len(story.readable), "article"), span_of_dates(story)
            if story.unreadable:
                words += f", {unread} cannot be read"
            self._detail = (story, f"{words} · {days}" if days else words)
        return self._detail[1]

    def _chosen(self) -> str:
        """What the reader keeps in mind: what was searched, what shows and how, what waits."""
        held = self.reading.to_pin
        pin = f"{self.reading.signs.pin} {held.article} to be pinned" if held else ""
        changed, again = " ".join(self.reading.stale), self.shown_key("reload")
        stale = f"{changed} changed on disk: {again} reads again" if changed else ""
        layout = self.reading.layout if self.reading.layout != "level" else ""
        whole = "" if self.reading.folded else "tall cells whole"
        agreeing = "agreeing rows folded" if self.reading.agreeing_folded else ""
        parts = (pin, stale, self.searched(), *self.filters.unusual, layout, whole, agreeing)
        return " · ".join(part for part in parts if part)
