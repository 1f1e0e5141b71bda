"""Which findings show, chosen on every screen with article text."""

from __future__ import annotations

from collections.abc import Iterable

from tui.page import filters
from tui.page.bars import cut
from tui.page.filters import Certainty, Filter, count_kinds, least_score, next_kinds
from tui.page.lines import Fragment, Line
from tui.page.marks import Show
from tui.page.wrap import width_of
from tui.view.screens.tagging import TaggingScreen


class FilterScreen(TaggingScreen):
    """Certainty, kinds and blind reading; the cursor stays where it is."""

    def choose(self, chosen: Filter, words: str) -> None:
        """Show what `chosen` lets through, and say so."""
        self.reading.filter = chosen
        self.rashomon.tell(words)
        self.rebuild()

    def action_certainty(self) -> None:
        reading = self.reading
        steps = list(Certainty)
        now = steps[(steps.index(reading.filter.certainty) + 1) % len(steps)]
        chosen = reading.filter._replace(certainty=now)
        reading.filter = chosen
        count = len(reading.analysis.contradictions)
        of = len(reading.compared.contradictions)
        least = least_score(now, reading.thresholds)
        sure = f", those scored {least:.2f} or more" if least else ""
        words = f"{now.capitalize()}: {count} of {of} contradictions show{sure}"
        self.choose(chosen, f"{words}. {self._still_blind()}".rstrip(". ") + ".")

    def action_kinds(self) -> None:
        reading = self.reading
        counts = count_kinds(reading.compared, reading.filter, reading.thresholds)
        if not counts:
            self.rashomon.tell("No contradiction shows, so there are no kinds to choose from")
            return
        kinds = next_kinds([kind for kind, _ in counts], reading.filter.kinds)
        listed = " · ".join(f"{kind} {n}" for kind, n in counts)
        words = f"Only {kinds[0]}, of {listed}" if kinds else f"All kinds: {listed}"
        blind = self._still_blind()
        self.choose(reading.filter._replace(kinds=kinds), f"{words}. {blind}".rstrip(". ") + ".")

    def action_blind(self) -> None:
        blind = not self.reading.blind
        words = (
            "Blind: no finding, count or tag of others shows until you press the key again"
            if blind
            else "Findings show again"
        )
        self.choose(self.reading.filter._replace(blind=blind), words)

    @property
    def unusual(self) -> tuple[str, ...]:
        """What the reader chose to see otherwise than at first, for the top line."""
        reading = self.reading
        narrowed = {
            Show.ALL: "",
            Show.NONE: "no marks",
            Show.TAGS: "tags only",
            Show.SHARED: "shared facts only",
            Show.CONFLICTS: "conflicts only",
        }[reading.show]
        return tuple(filter(None, (filters.words(reading.filter), narrowed)))

    def title_line(self, parts: Iterable[Fragment], end: str = "") -> Line:
        """The top line: its parts, what shows otherwise than usual, and `end` at the right."""
        chosen = f" {self.reading.signs.dot} ".join(self.unusual)
        state = (Fragment(f" {chosen} ", "top-chosen"), Fragment("  ", "top")) if chosen else ()
        width = self.area.width
        room = width - width_of(end) - 2 - sum(width_of(f.text) for f in state)
        left = cut(parts, max(room, 0), "top")
        return cut((*left, Fragment("  ", "top"), *state, Fragment(end, "top-dim")), width, "top")

    def _still_blind(self) -> str:
        return "You read blind, so none is drawn" if self.reading.blind else ""
