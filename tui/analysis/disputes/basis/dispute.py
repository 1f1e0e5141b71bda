"""What every rule yields: a question, and the answers to it that do not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.analysis.disputes.wording.explain import because, told_at
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span

SURE = 0.35
"""Score below which a dispute is only a candidate; reports leave it out by default."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that one passage gives."""

    value: str
    """Normalised; answers with the same value are one side."""
    shown: str
    """The answer as the reader sees it."""
    mention: Mention


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question and its answers, of which at least two values do not agree."""

    kind: Kind
    severity: Severity
    rule: str
    """Which rule found it; docs/analysis.md lists them."""
    question: str
    answers: tuple[Answer, ...]
    score: float
    """How surely it is a contradiction, 0 to 1; a rank, not a probability."""
    because: str
    """The reason in one sentence that cites both passages."""
    silent: tuple[str, ...] = ()
    """Articles with no sentence like those of the dispute; see `answering`."""


class Stated(NamedTuple):
    """A passage and the answer that it gives."""

    sentence: Sentence
    span: Span
    """In the article's text."""
    value: str
    """As in `Answer`."""
    shown: str
    """As in `Answer`."""

    @property
    def answer(self) -> Answer:
        """The same without its sentence."""
        return Answer(self.value, self.shown, Mention(self.sentence.article, self.span))


def two_sided(
    kind: Kind, severity: Severity, rule: str, question: str, a: Stated, b: Stated,
    score: float, reason: str,
) -> Dispute:  # fmt: skip
    """The dispute of two passages; `reason` completes `A says “…”, but B says “…”: `."""
    told = because(told_at(a.sentence, a.span), told_at(b.sentence, b.span), reason)
    return Dispute(kind, severity, rule, question, (a.answer, b.answer), score, told)
