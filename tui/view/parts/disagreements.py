"""What annotators label differently; shown and walked through like contradictions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Kind
from tui.model.tag import Ruling
from tui.page.adjudicated import Case, Voice, adjudication_box, adjudication_line
from tui.page.jumps import Stop
from tui.page.lines import Line
from tui.page.marks import chip
from tui.page.rows import AlignedRows, Rows
from tui.team import adjudication
from tui.team.adjudication import ruling_on
from tui.team.disagreements import Disagreement, among, to_decide, who
from tui.team.panel import Panel
from tui.view.parts.bar import BarHost
from tui.view.parts.subject import Subject

SEATS = ("take-first", "take-second", "take-third", "take-fourth")
"""The commands that decide for one answer, in the order of the answers."""
LIST = "take-listed"
"""The command that lists all answers, to take one that has no command of its own."""


class Disagreements(Subject):
    """The disagreements to decide. The program's own findings are hidden, to influence nobody."""

    name = "disagreement"

    def __init__(self, host: BarHost, seated: Callable[[Story], Panel]) -> None:
        """`seated` finds the annotators' tags in a story with its sentences."""
        self._host, self._seated = host, seated
        self.panel = Panel(())
        self.found: tuple[Disagreement, ...] = ()
        self._machine = False
        """Whether what the program found shows as well."""
        self._analysis = Analysis()
        """All that it found."""

    def to_show(self, story: Story, analysis: Analysis) -> Analysis:
        self.panel = self._seated(story)
        self.found = _in_order(to_decide(self.panel), story, AlignedRows(analysis.rows))
        self._analysis = analysis
        self._host.reading.hint = False  # the first keys of reading are not those of deciding
        for name, tag in self.panel.lost:
            words = f"{name}'s tag on “{tag.anchor.quote[:40]}” is not found for certain"
            self._host.tell(words, "warning")
        return among(analysis, self.found, self._machine)

    def show_machine(self) -> None:
        """Show what the program found, or hide it again."""
        if not self._host.reading.analysed:
            self._host.tell("The articles are not compared yet")
            return
        self._machine = not self._machine
        self._host.reading.compared = among(self._analysis, self.found, self._machine)
        hidden = "What the program found is hidden again"
        self._host.tell("What the program found is shown too" if self._machine else hidden)
        self._host.rebuild()

    def passed_by(self, kind: str, stop: Stop) -> bool:
        """Walking the contradictions means walking the disagreements, whatever shows."""
        return kind == "conflict" and not 0 < int(stop.id[1:]) <= len(self.found)

    def of(self, found: Contradiction | None) -> Disagreement | None:
        """The disagreement that shows as this contradiction, or None where it is none."""
        if found is None or found.kind is not Kind.TAGGING:
            return None
        return self.found[int(found.id[1:]) - 1]

    def seats(self) -> str:
        """The keys that decide."""
        most = max((len(d.answers) for d in self.found), default=0)
        used = (*SEATS[:most], *([LIST] if most > len(SEATS) else []))
        return " ".join(self._host.shown_key(id) for id in (*used, "take-all", "take-none"))

    # -- what is said of it ----------------------------------------------------

    @property
    def counted(self) -> bool:
        return self._machine

    @property
    def _open(self) -> int:
        """How many are not decided yet."""
        return adjudication.undecided(self._host.reading.session, self.found)

    @property
    def detail(self) -> str:
        if not self._host.reading.analysed:
            return "deciding between annotators"
        return f"{who(self.panel.names)} · {self._open} of {len(self.found)} open"

    def box(self, found: Contradiction, width: int, rows: int) -> tuple[Line, ...]:
        disagreement = self.of(found)
        if disagreement is None:
            return ()
        case = self._case(found, disagreement)
        if rows == 1:
            return (adjudication_line(case, width),)
        hints = self._host.hint_parts(
            "previous-conflict", "next-conflict", "take-all", "take-none", "give-reason",
            "show-machine",
        )  # fmt: skip
        return adjudication_box(case, width, rows, self._host.reading.signs, hints)

    def _case(self, found: Contradiction, disagreement: Disagreement) -> Case:
        reading = self._host.reading
        ruling = ruling_on(reading.session, disagreement)
        voices = [
            Voice(
                self._host.shown_key(SEATS[seat] if seat < len(SEATS) else LIST),
                *_voters(answer.names),
                answer.shown,
                answer.note,
                ruling is not None and not {*answer.names}.isdisjoint(ruling.taken),
            )
            for seat, answer in enumerate(disagreement.answers)
        ]
        return Case(
            chip(found, reading.decided.get(found.id), reading.signs),
            self.found.index(disagreement) + 1,
            len(self.found),
            self._open,
            voices,
            _decided(ruling),
            self._host.shown_key(LIST),
            len(disagreement.claim.parts),
        )

    def left(self) -> tuple[str, list[str]] | None:
        if not self._host.reading.analysed:
            return None
        walk = self._host.shown_key("next-conflict")
        if not self.found:
            return "Annotators", ["They label every claim alike: there is nothing to decide."]
        return f"{self._open} of {len(self.found)} disagreements open", [
            f"{walk} walks the disagreements · {self.seats()} decide"
        ]


def _in_order(found: Sequence[Disagreement], story: Story, rows: Rows) -> tuple[Disagreement, ...]:
    """By row, then column, then place in the text; what stands in no row comes last."""
    column = {article.id: n for n, article in enumerate(story.articles)}

    def place(disagreement: Disagreement) -> tuple[int, int, int]:
        article, start = disagreement.claim.article, disagreement.claim.span.start
        row = rows.at(article, start)
        return len(rows) if row is None else row, column[article], start

    return tuple(sorted(found, key=place))


def _decided(ruling: Ruling | None) -> str:
    """`decided for ann by carol: the hospital says so`."""
    if ruling is None:
        return ""
    reason = f": {ruling.reason}" if ruling.reason else ""
    return f"decided for {who(ruling.taken) or 'nobody'} by {ruling.by}{reason}"


def _voters(names: Sequence[str]) -> tuple[str, str]:
    """In full and in short: `ann, ben` twice, but `8: ann, ben, carol, …` and `8`."""
    listed, count = ", ".join(names), str(len(names))
    return listed if who(names) == listed else f"{count}: {listed}", count if names[2:] else listed
