"""Deciding between annotators: the reading screen with their disagreements as its findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui import keys
from tui.config import Config
from tui.model.article import Story
from tui.model.clean import visible
from tui.model.finding import Analysis, Contradiction, Kind
from tui.model.tag import Ruling, Session
from tui.page.adjudicated import Case, Voice, adjudication_box, adjudication_line
from tui.page.jumps import Stop
from tui.page.marks import chip
from tui.page.rows import AlignedRows, Rows
from tui.session.edits import Edit
from tui.team import adjudication
from tui.team.adjudication import Question, ruling_on
from tui.team.disagreements import Disagreement, among, disagreements
from tui.team.panel import Panel
from tui.view.bindings import bindings
from tui.view.screens.reader import ReaderScreen
from tui.view.state import Reading, now
from tui.view.widgets.fields import Line
from tui.view.widgets.find_bar import LONGEST
from tui.view.widgets.lines_view import LinesView
from tui.view.widgets.window import Window

SEATS = ("take-first", "take-second", "take-third", "take-fourth")
"""The commands that decide for one annotator, in the order of the panel."""


class AdjudicateScreen(ReaderScreen):
    """Walks what the annotators label differently and writes down who is right.

    What the program found is hidden until asked for, so that it leads nobody.
    """

    PLACE = keys.ADJUDICATE
    FOUND = "disagreement"
    BINDINGS = [*bindings(keys.ADJUDICATE)]  # noqa: RUF012

    def __init__(
        self, reading: Reading, config: Config, by: str, seated: Callable[[Story], Panel]
    ) -> None:
        """`by` decides; `seated` finds the annotators' tags in a story with its sentences."""
        super().__init__(reading, config)
        self.by, self.seated = by, seated
        self.panel = Panel(())
        self.found: tuple[Disagreement, ...] = ()
        self.machine = False
        """Whether what the program found shows as well."""
        self._analysis = Analysis()

    # -- what there is to decide -------------------------------------------------

    def to_show(self, story: Story, analysis: Analysis) -> Analysis:
        self.panel = self.seated(story)
        self.found = _in_order(disagreements(self.panel), story, AlignedRows(analysis.rows))
        self._analysis = analysis
        self.reading.hint = False  # the first keys of reading are not those of deciding
        for name, tag in self.panel.lost:
            words = f"{name}'s tag on “{tag.anchor.quote[:40]}” is not found for certain"
            self.rashomon.tell(words, "warning")
        return among(analysis, self.found, self.machine)

    def _stops(self, kind: str) -> Sequence[Stop]:
        """Walking the contradictions means walking the disagreements, whatever shows."""
        listed = super()._stops(kind)
        if kind != "conflict":
            return listed
        ours = {f"x{number}" for number in range(1, len(self.found) + 1)}
        return [stop for stop in listed if stop.id in ours]

    def disagreement(self) -> Disagreement | None:
        """The disagreement under the cursor."""
        found = self.contradiction()
        if found is None or found.kind is not Kind.TAGGING:
            return None
        return self.found[int(found.id[1:]) - 1]

    def action_show_machine(self) -> None:
        if not self.reading.analysed:
            self.rashomon.tell("The articles are not compared yet")
            return
        self.machine = not self.machine
        self.reading.compared = among(self._analysis, self.found, self.machine)
        hidden = "What the program found is hidden again"
        self.rashomon.tell("What the program found shows as well" if self.machine else hidden)
        self.rebuild()

    # -- deciding ----------------------------------------------------------------

    def action_take_first(self) -> None:
        self._take(0)

    def action_take_second(self) -> None:
        self._take(1)

    def action_take_third(self) -> None:
        self._take(2)

    def action_take_fourth(self) -> None:
        self._take(3)

    def action_take_all(self) -> None:
        self._rule(self.panel.names)

    def action_take_none(self) -> None:
        self._rule(())

    def _take(self, seat: int) -> None:
        if seat < len(self.panel.names):
            self._rule(self.panel.names[seat : seat + 1])
        else:
            count = len(self.panel.names)
            self.rashomon.tell(f"There are {count} annotators: {', '.join(self.panel.names)}")

    def _rule(self, taken: Sequence[str]) -> None:
        if question := self._question():
            self._change(
                lambda s: adjudication.rule(s, self.panel, question, taken, self.by, now())
            )

    def action_give_reason(self) -> None:
        question = self._question()
        if question is None:
            return
        ruling = ruling_on(self.reading.session, question.found)
        if ruling is None:
            self.rashomon.tell(f"Decide first ({self._seats()}); then say why")
            return

        def given(reason: str | None) -> None:
            if reason is not None and reason != ruling.reason:
                self._change(lambda s: adjudication.give_reason(s, question, reason, now()))

        self.app.push_screen(ReasonWindow(question.found.title, ruling.reason), given)

    def _change(self, make: Callable[[Session], Edit]) -> None:
        self.edits.change(make, tell=True)

    def _question(self) -> Question | None:
        """What is to be decided under the cursor; says so where there is nothing."""
        found = self.contradiction()
        disagreement = self.disagreement()
        if found is None or disagreement is None:
            key = keys.shown(self.keymap["next-conflict"][0])
            self.rashomon.tell(f"No disagreement here; {key} goes to the next")
            return None
        return Question(disagreement, self.reading.key_of(found))

    def _seats(self) -> str:
        used = SEATS[: len(self.panel.names)]
        return " ".join(keys.shown(self.keymap[id][0]) for id in (*used, "take-all", "take-none"))

    # -- drawing -----------------------------------------------------------------

    @property
    def counted(self) -> bool:
        return self.machine and super().counted

    def detail(self) -> str:
        if not self.reading.analysed:
            return "deciding between annotators"
        left = adjudication.undecided(self.reading.session, self.found)
        return f"{' · '.join(self.panel.names)} · {left} of {len(self.found)} open"

    def _draw_conflict(self, found: Contradiction, bar: LinesView, rows: int) -> None:
        disagreement = self.disagreement()
        if disagreement is None:
            super()._draw_conflict(found, bar, rows)
            return
        case = self._case(found, disagreement)
        if rows == 1:
            bar.lines = (adjudication_line(case, self.area.width),)
            return
        shown = self._hints(
            "previous-conflict", "next-conflict", "take-all", "take-none", "give-reason",
            "show-machine",
        )  # fmt: skip
        bar.lines = adjudication_box(case, self.area.width, rows, self.reading.signs, shown)

    def _case(self, found: Contradiction, disagreement: Disagreement) -> Case:
        session = self.reading.session
        ruling = ruling_on(session, disagreement)
        voices = [
            Voice(
                keys.shown(self.keymap[SEATS[seat]][0]) if seat < len(SEATS) else "",
                view.name,
                view.shown,
                view.note,
                ruling is not None and view.name in ruling.taken,
            )
            for seat, view in enumerate(disagreement.views)
        ]
        return Case(
            chip(found, self.reading.decided.get(found.id), self.reading.signs),
            self.found.index(disagreement) + 1,
            len(self.found),
            adjudication.undecided(session, self.found),
            voices,
            _decided(ruling),
        )

    def _words(self) -> tuple[str, list[str]]:
        if not self.reading.analysed:
            return super()._words()
        walk = keys.shown(self.keymap["next-conflict"][0])
        if not self.found:
            return "Annotators", ["They label every claim alike: there is nothing to decide."]
        left = adjudication.undecided(self.reading.session, self.found)
        return f"{left} of {len(self.found)} disagreements open", [
            f"{walk} walks the disagreements · {self._seats()} decide"
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
    *others, last = ruling.taken or ("nobody",)
    who = f"{', '.join(others)} and {last}" if others else last
    reason = f": {ruling.reason}" if ruling.reason else ""
    return f"decided for {who} by {ruling.by}{reason}"


class ReasonWindow(ModalScreen[str | None]):
    """Why it was decided so, on one line; Enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str, reason: str) -> None:
        super().__init__()
        self.question, self.reason = question, reason

    def compose(self) -> ComposeResult:
        with Window(classes="window") as window:
            window.border_title = Content("Why")
            window.hint("enter keeps it · esc leaves it as it was")
            yield Static(visible(self.question), classes="quote", markup=False)
            words = "the reason for this decision"
            yield Line(self.reason, placeholder=words, id="reason", max_length=LONGEST)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
