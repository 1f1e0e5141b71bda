"""Beside the columns: the spine of the story at the left, the ruler at the right."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.finding import Contradiction
from tui.page.columns import overlay
from tui.page.marks import Marks, Show, chip, tag_marks
from tui.page.overview import (
    Drawn,
    Glance,
    Weights,
    draw_rows,
    edged,
    ruler_lines,
    ruler_looks,
    spine_lines,
)
from tui.view.bindings import Commands
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.filters import Filters
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.story.lately import Lately, same_values
from tui.view.widgets.lines_view import LinesView

NAMED_AT_ONCE = 250
"""Findings named at a time between two keys; takes a few milliseconds."""


class Sides:
    """Draws spine and ruler, each only when something it shows changed."""

    def __init__(
        self, host: Host, page: Page, columns: AlignedColumns, hand: Hand, filters: Filters
    ) -> None:
        self._host, self._page, self._columns = host, page, columns
        self._hand, self._filters = hand, filters
        self.spine = LinesView("spine", id="spine")
        self.ruler = LinesView("top", id="ruler")
        self.over = False
        """Whether the spine lies over the columns, on a screen without room beside them."""
        self._weights: Lately[Weights] = Lately(len(Show))
        """For each choice of marks, as if the reader had decided nothing."""
        self._weighed: Lately[Weights] = Lately(1)
        """For the marks that show now, with the reader's decisions."""
        self._drawn: tuple[object, ...] = ()
        """What the spine was drawn from."""
        self._pointed: tuple[object, ...] = ()
        """What the ruler was drawn from."""
        self._spine_rows: Lately[Drawn] = Lately(6)
        self._order: tuple[str, ...] = ()
        self._looks: tuple[Weights | None, dict[int, Sequence[str]]] = (None, {})
        """What the ruler weighs, and the looks of its lines by height."""
        self._tags: tuple[tuple[object, ...], tuple[tuple[str, str, str, str], ...]] = ((), ())
        self.commands: Commands = {"spine": self._turn_spine}

    # -- where they stand ------------------------------------------------------

    @property
    def width(self) -> int:
        """Cells of the spine, beside the columns or over them; 0 while it does not show."""
        screen = self._host.config.settings.screen
        over = overlay(self._host.area.width, screen) if self.over else 0
        return over or self._columns.division.spine

    def place(self) -> None:
        """The spine beside the columns, over them, or nowhere."""
        self.over = self.over and self._columns.division.spine < self.width
        self.spine.styles.width = self.width + self.over  # and the line at its edge
        self.spine.display = self.width > 0
        self.spine.set_class(self.over, "-over")
        self._page.view.cover(self.width + 1 if self.over else 0)

    def lay_over(self, shown: bool) -> None:
        """Put the spine over the columns, or away; they stay as they are."""
        self.over = shown
        self.place()
        self._host.draw_around()

    def _turn_spine(self) -> None:
        host, screen = self._host, self._host.config.settings.screen
        if host.area.width < screen.narrow:
            key = host.shown_key("matrix")
            words = f"The story spine needs {screen.narrow} columns; {key} lists the findings"
            host.tell(words)
        elif overlay(host.area.width, screen):
            if host.reading.analysed:
                self.lay_over(not self.over)
            else:
                host.tell(self._filters.not_compared)
        else:
            host.reading.chosen.spine = not self.spine.display
            host.rebuild()

    # -- drawing ---------------------------------------------------------------

    def draw(self) -> None:
        """Spine and ruler; a step within a row changes neither."""
        glance, seen = self._glance(), self._page.view.blocks_on_screen
        height, width = self._page.view.expected, self.width
        signs = self._host.reading.signs
        key = (*glance.key, height, width, self.over)
        if key != self._drawn:
            self._drawn = key
            drawn = self._drawn_rows(glance, width)
            lines = spine_lines(glance, width, height, signs, drawn)
            if self.over:
                lines = edged(lines, width, height, signs)
            self.spine.lines = lines
        if (key, seen) != self._pointed:
            self._pointed = (key, seen)
            looks = self._looks_of_ruler(glance, height)
            self.ruler.lines = ruler_lines(glance, seen, height, signs, looks)

    def draw_ahead(self) -> None:
        """Have the spine's rows ready that a page up or down brings."""
        if self.width and self._columns.rows.aligned:
            glance, body = self._glance(), self._page.view.body
            first, last = max(glance.block - 2 * body, 0), glance.block + 2 * body
            rows = range(first, min(last, len(glance.rows)))
            signs, drawn = self._host.reading.signs, self._drawn_rows(glance, self.width)
            draw_rows(glance, rows, self.width, signs, drawn)

    @property
    def tags_drawn(self) -> object:
        """The session whose tags stand in the spine."""
        return self._tags[0][0] if self._tags[0] else None

    def _glance(self) -> Glance:
        reading, spot = self._host.reading, self._page.spot
        tag = self._hand.tag_near()
        tagged = (reading.session, reading.places, reading.tagged.asking)
        if not same_values(self._tags[0], tagged):
            self._tags = (tagged, self._tag_lines())
        return Glance(
            self._columns.rows,
            self._weigh(reading.found),
            reading.telling,
            self._listed(),
            self._chips(),
            self._tags[1],
            reading.current,
            spot.block if spot else 0,
            tag.id if tag else "",
        )

    def _listed(self) -> Sequence[Contradiction]:
        """The contradictions that the spine lists: those whose marks show."""
        reading = self._host.reading
        drawn = reading.show in (Show.ALL, Show.CONFLICTS)
        return reading.analysis.contradictions if drawn else ()

    def _chips(self) -> dict[str, str]:
        """The chips of the contradictions that the reader decided on, by id."""
        reading = self._host.reading
        found = ((reading.contradiction(id), verdict) for id, verdict in reading.decided.items())
        return {c.id: chip(c, verdict, reading.signs) for c, verdict in found if c}

    def _tag_lines(self) -> tuple[tuple[str, str, str, str], ...]:
        reading = self._host.reading
        return tuple(
            (mark.id, mark.chip, article, mark.span.of(reading.story.by_id[article].text))
            for article, mark in tag_marks(
                reading.session, reading.places, reading.signs, reading.tagged.asking
            )
        )

    def _drawn_rows(self, glance: Glance, width: int) -> Drawn:
        """The lines drawn for rows of the spine that still look the same."""
        if glance.order != self._order:  # made anew at every key, mostly the same
            self._order = glance.order
        return self._spine_rows.get((glance.rows, glance.weights, self._order, width), dict)

    def _looks_of_ruler(self, glance: Glance, height: int) -> Sequence[str]:
        if self._looks[0] is not glance.weights:
            self._looks = (glance.weights, {})
        looks = self._looks[1]
        if height not in looks:
            looks[height] = ruler_looks(glance.weights.ranks, height)
        return looks[height]

    # -- what findings weigh ---------------------------------------------------

    def _weigh(self, marks: Marks) -> Weights:
        """What marks of findings weigh in the rows."""
        rows = self._columns.rows
        key = (marks, rows)
        if marks.redrawn is None:
            return self._weights.get(key, lambda: Weights(rows, marks))
        known = self._weigh(marks.redrawn[0])
        return self._weighed.get(key, lambda: Weights(rows, marks, known))

    def prepare(self) -> None:
        """Compute ahead, between keys, what changing marks and deciding will need."""
        for show in Show:
            self._host.call_after_refresh(self._weigh_for, show)
        self._host.call_after_refresh(self._name_on)

    def _weigh_for(self, show: Show) -> None:
        _ = self._weigh(self._host.reading.undecided_marks(show)).ranks

    def _name_on(self) -> None:
        if self._host.reading.names.go_on(NAMED_AT_ONCE):
            self._host.call_after_refresh(self._name_on)
