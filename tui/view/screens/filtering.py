"""Which findings show, chosen on every screen with article text."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model.finding import Contradiction, Kind
from tui.page import filters
from tui.page.filters import Certainty, Filter, count_kinds, least_score
from tui.page.lines import Fragment, Line, cut
from tui.page.marks import Show
from tui.page.wrap import width_of
from tui.view.screens.tagging import TaggingScreen


class FilterScreen(TaggingScreen, part=True):
    """Certainty, kinds and blind reading; the cursor stays where it is."""

    def choose(self, chosen: Filter, words: str = "") -> None:
        """Show what `chosen` lets through; `words` tell what the top line does not."""
        self.reading.filter = chosen
        if words:
            self.rashomon.tell(words)
        self.rebuild()

    def action_certainty(self) -> None:
        reading = self.reading
        if self.says_hidden(*Show):
            return
        steps = list(Certainty)
        now = steps[(steps.index(reading.filter.certainty) + 1) % len(steps)]
        chosen = reading.filter._replace(certainty=now)
        reading.filter = chosen
        count = len(reading.analysis.contradictions)
        of = len(reading.compared.contradictions)
        least = least_score(now, reading.thresholds)
        sure = f", those scored {least:.2f} or more" if least else ""
        words = f"{now.capitalize()}: {count} of {of} contradictions show{sure}"
        self.choose(chosen, f"{words}.")

    def action_kinds(self) -> None:
        from tui.view.screens.windows import PickWindow, counted_option

        reading = self.reading
        if self.says_hidden(*Show):
            return
        counts = count_kinds(reading.compared, reading.filter, reading.thresholds)
        if not counts:
            self.rashomon.tell("No contradiction shows, so there are no kinds to choose from")
            return
        kinds = [kind for kind, _ in counts]
        options = [("", counted_option("all kinds", sum(n for _, n in counts)))]
        options += [(kind.value, counted_option(kind.words, n)) for kind, n in counts]
        now = next((n for n, k in enumerate(kinds, 1) if reading.filter.kinds == (k,)), 0)

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self.choose(reading.filter._replace(kinds=(Kind(kind),) if kind else ()))

        self.app.push_screen(PickWindow("Which contradictions show?", options, now), chosen)

    def action_blind(self) -> None:
        self.choose(self.reading.filter._replace(blind=not self.reading.blind))

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

    def worded(self, found: Contradiction) -> Contradiction:
        """With its question put as a possible one, while it is unsure and not decided on."""
        undecided = found.id not in self.reading.decided
        if undecided and found.score < self.config.settings.analysis.possible:
            return found._replace(question=f"possible: {found.question}")
        return found

    def title_line(self, parts: Iterable[Fragment], end: str = "") -> Line:
        """The top line: its parts, what shows otherwise than usual, and `end` at the right."""
        chosen = f" {self.reading.signs.dot} ".join(self.unusual)
        state = (Fragment(f" {chosen} ", "top-chosen"), Fragment("  ", "top")) if chosen else ()
        width = self.area.width
        room = width - width_of(end) - 2 - sum(width_of(f.text) for f in state)
        left = cut(parts, max(room, 0), "top")
        return cut((*left, Fragment("  ", "top"), *state, Fragment(end, "top-dim")), width, "top")
