"""Two answers to a question that news asks: acquitted and convicted, by knife and by gun.

The lists and their readers are those of the rules `stance` and `alternative` for stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.analysis.compared.contrast import Contrast
from tui.analysis.disputes.deeds import alternatives, stances
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind

_Answers = Sequence[tuple[int, int, str]]
"""Number of the question, the answer, its words."""
STRENGTH = 0.9
"""How surely two answers to one question exclude each other."""


def other_answers(a: Sentence, b: Sentence) -> Iterator[Contrast]:
    """The questions to which the sentences give answers of which none is the same."""
    yield from _other(stances.answers_in(a), stances.answers_in(b))
    yield from _other(alternatives.answers_in(a), alternatives.answers_in(b))


def _other(a: _Answers, b: _Answers) -> Iterator[Contrast]:
    here, there = _by_question(a), _by_question(b)
    for question in here:
        if question not in there or here[question].keys() & there[question].keys():
            continue
        one, two = (next(iter(told[question].values())) for told in (here, there))
        yield Contrast(
            Kind.ANTONYM, STRENGTH, f"it cannot be both “{one}” and “{two}”",
            stray=True, group="answer",
        )  # fmt: skip


def _by_question(told: _Answers) -> dict[int, dict[int, str]]:
    """Question → answer → its words."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for question, answer, words in told:
        found[question].setdefault(answer, words)
    return found
