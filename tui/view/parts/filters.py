"""Which findings show, and why none does."""

from __future__ import annotations

from tui.model.finding import Contradiction, Kind
from tui.page import filters
from tui.page.filters import Certainty, Filter, count_kinds, least_score
from tui.page.marks import Show
from tui.view.bindings import Commands
from tui.view.parts.host import Host


class Filters:
    """Certainty, kinds, marks and blind reading; the cursor stays where it is."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.commands: Commands = {
            "cycle-marks": self._next_marks,
            "certainty": self._next_certainty,
            "kinds": self._choose_kind,
            "blind": self._turn_blind,
        }

    # -- what does not show ----------------------------------------------------

    @property
    def not_compared(self) -> str:
        """Why there are no findings yet."""
        if self._host.reading.comparing.goes_on:
            return "The articles are still being compared; findings show when it is done"
        key = self._host.shown_key("reload")
        return f"The articles are not compared yet; {key} compares them"

    def says_hidden(self, *shown: Show) -> bool:
        """Tell why findings do not show now, and the way out; False when they do.

        `shown` are the choices of marks with which findings of this sort are drawn.
        """
        reading = self._host.reading
        if not reading.analysed:
            words = self.not_compared
        elif reading.blind:
            key = self._host.shown_key("blind")
            words = f"You read blind; {key} shows the findings again"
        elif reading.show not in shown:
            key = self._host.shown_key("cycle-marks")
            words = f"Marks of this sort are hidden; {key} shows others"
        else:
            return False
        self._host.tell(words)
        return True

    @property
    def unusual(self) -> tuple[str, ...]:
        """What the reader chose to see otherwise than at first, for the top line."""
        reading = self._host.reading
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
        undecided = found.id not in self._host.reading.decided
        if undecided and found.score < self._host.config.settings.analysis.possible:
            return found._replace(question=f"possible: {found.question}")
        return found

    # -- choosing --------------------------------------------------------------

    def _show(self, chosen: Filter) -> None:
        """Show what `chosen` lets through."""
        self._host.reading.filter = chosen
        self._host.rebuild()

    def _next_marks(self) -> None:
        reading = self._host.reading
        shows = list(Show)
        reading.show = shows[(shows.index(reading.show) + 1) % len(shows)]
        self._host.rebuild()

    def _turn_blind(self) -> None:
        chosen = self._host.reading.filter
        self._show(chosen._replace(blind=not chosen.blind))

    def _next_certainty(self) -> None:
        reading = self._host.reading
        if self.says_hidden(*Show):
            return
        steps = list(Certainty)
        now = steps[(steps.index(reading.filter.certainty) + 1) % len(steps)]
        reading.filter = reading.filter._replace(certainty=now)
        count = len(reading.analysis.contradictions)
        of = len(reading.compared.contradictions)
        least = least_score(now, reading.thresholds)
        sure = f", those scored {least:.2f} or more" if least else ""
        words = f"{now.capitalize()}: {count} of {of} contradictions show{sure}"
        self._host.tell(f"{words}.")
        self._host.rebuild()

    def _choose_kind(self) -> None:
        from tui.view.screens.windows import PickWindow, counted_option

        reading = self._host.reading
        if self.says_hidden(*Show):
            return
        counts = count_kinds(reading.compared, reading.filter, reading.thresholds)
        if not counts:
            self._host.tell("No contradiction shows, so there are no kinds to choose from")
            return
        kinds = [kind for kind, _ in counts]
        options = [("", counted_option("all kinds", sum(n for _, n in counts)))]
        options += [(kind.value, counted_option(kind.words, n)) for kind, n in counts]
        now = next((n for n, k in enumerate(kinds, 1) if reading.filter.kinds == (k,)), 0)

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self._show(reading.filter._replace(kinds=(Kind(kind),) if kind else ()))

        window = PickWindow("Which contradictions show?", options, now)
        self._host.show_window(window, chosen)
