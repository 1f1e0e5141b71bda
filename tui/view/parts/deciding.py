"""Deciding between annotators: who is right, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.model.clean import visible
from tui.team import adjudication
from tui.team.adjudication import Question, ruling_on
from tui.view.bindings import Commands
from tui.view.parts.disagreements import LIST, SEATS, Disagreements
from tui.view.parts.edits import Edits
from tui.view.parts.host import Host
from tui.workspace import now


class Deciding:
    """Writes down who is right in the disagreement under the cursor."""

    def __init__(self, host: Host, edits: Edits, subject: Disagreements, by: str) -> None:
        """`by` decides."""
        self._host, self._edits, self._subject, self._by = host, edits, subject, by
        self.commands: Commands = {
            **{id: partial(self._take, seat) for seat, id in enumerate(SEATS)},
            LIST: self._choose,
            "take-all": lambda: self._rule(subject.panel.names),
            "take-none": lambda: self._rule(()),
            "give-reason": self._give_reason,
            "show-machine": subject.show_machine,
        }

    def _take(self, seat: int) -> None:
        if question := self._question():
            answers = question.found.answers
            if seat < len(answers):
                self._rule(answers[seat].names)
            else:
                shown = " · ".join(answer.shown for answer in answers)
                self._host.tell(f"There are {len(answers)} answers: {shown}")

    def _choose(self) -> None:
        """List all answers, and let the one that is chosen hold."""
        from textual.content import Content

        from tui.view.screens.windows import PickWindow

        question = self._question()
        if question is None:
            return
        answers = question.found.answers
        choices = [
            (
                str(seat),
                Content.assemble((visible(a.shown), "bold"), f"  {visible(', '.join(a.names))}"),
            )
            for seat, a in enumerate(answers)
        ]

        def chosen(seat: str | None) -> None:
            if seat is not None:
                self._rule(answers[int(seat)].names)

        self._host.show_window(PickWindow("Which answer holds?", choices), chosen)

    def _rule(self, taken: Sequence[str]) -> None:
        if question := self._question():
            panel, by = self._subject.panel, self._by
            self._edits.change(
                lambda s: adjudication.rule(s, panel, question, taken, by, now()), tell=True
            )

    def _give_reason(self) -> None:
        from tui.view.screens.reason import ReasonWindow

        question = self._question()
        if question is None:
            return
        ruling = ruling_on(self._host.reading.session, question.found)
        if ruling is None:
            self._host.tell(f"Decide first ({self._subject.seats()}); then say why")
            return

        def given(reason: str | None) -> None:
            if reason is not None and reason != ruling.reason:
                self._edits.change(
                    lambda s: adjudication.give_reason(s, question, reason, now()), tell=True
                )

        self._host.show_window(ReasonWindow(question.found.title, ruling.reason), given)

    def _question(self) -> Question | None:
        """What is to be decided under the cursor; says so where there is nothing."""
        reading = self._host.reading
        found = reading.contradiction(reading.current)
        disagreement = self._subject.of(found)
        if found is None or disagreement is None:
            key = self._host.shown_key("next-conflict")
            self._host.tell(f"No disagreement here; {key} goes to the next")
            return None
        return Question(disagreement, reading.key_of(found))
