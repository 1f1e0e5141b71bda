"""Questions must be what a person would ask."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence, story
from tui.analysis.disputes.wording.questions import ask, whether
from tui.analysis.engine import analyse
from tui.analysis.words.sentence import Sentence
from tui.analysis.words.tokens import read_sentences
from tui.model.finding import Contradiction, Kind
from tui.model.settings import AnalysisSettings
from tui.model.span import Span

ASKED = [
    ("Nine people were taken to hospital after breathing smoke.", "Nine", "Four",
     "How many people were taken to hospital?"),
    ("The fire killed 12 workers at the plant.", "12", "17",
     "How many workers did the fire kill?"),
    ("The fire began in a net store on Tallow Quay, the fire service said.", "Tallow", "Custom",
     "Where did the fire begin?"),
    ("A night porter raised the alarm shortly after ten at the hotel.", "A night porter",
     "The crew of a tram", "Who raised the alarm?"),
    ("The roof of the store collapsed before the first fire engines arrived.", "before", "after",
     "Did the roof of the store collapse before or after the first fire engines?"),
    ("Lost are the Grey Heron, the Patience and the Maid of Ostley.", "Maid of Ostley",
     "Blue Lantern", "What is listed with Patience: Maid of Ostley or Blue Lantern?"),
    ("The net store was insured, the company said.", "was insured", "was not insured",
     "Was the net store insured?"),
    ("Police arrested the former treasurer of the club.", "arrested", "did not arrest",
     "Did police arrest the former treasurer of the club?"),
    ("The town council rejected the company's request to rebuild.", "rejected", "approved",
     "Did the town council reject or approve the company's request?"),
    ("Harbourmaster Ingrid Sallow closed the harbour on the spot.", "Ingrid Sallow", "Edda Crane",
     "Who closed the harbour on the spot?"),
    ("The fire that broke out in the harbour on Tuesday destroyed the store.", "Tuesday", "Monday",
     "When did the fire break out in the harbour?"),
    ("Parliament, in recess since May, is expected to vote in the capital on Wednesday.",
     "Wednesday", "Tuesday", "On which day (“capital”): Wednesday or Tuesday?"),
    ("The fire came a day after a protest by dockworkers.", "protest", "riot",
     "What is it called: “protest” or “riot”?"),
]  # fmt: skip


def _found(a: str, b: str) -> list[Contradiction]:
    told = story(a, b)
    assert read_sentences(told)
    return list(analyse(told, AnalysisSettings()).told(AnalysisSettings().least))


@pytest.mark.parametrize(("text", "old", "new", "asked"), ASKED)
def test_the_question_is_asked_as_a_person_would(text: str, old: str, new: str, asked: str) -> None:
    assert text.count(old) == 1
    found = _found(text, text.replace(old, new))
    assert asked in [c.question for c in found]


@pytest.mark.parametrize(("text", "old", "new", "asked"), ASKED)
def test_marks_in_questions_and_reasons_are_balanced(
    text: str, old: str, new: str, asked: str
) -> None:
    for one in _found(text, text.replace(old, new)):
        for words in (one.question, one.because):
            assert words.count("“") == words.count("”")
            assert '"' not in words
        assert one.because.endswith(".")
        assert len(one.question) <= 80


@pytest.mark.parametrize(("text", "old", "new", "asked"), ASKED)
def test_a_mention_is_a_phrase(text: str, old: str, new: str, asked: str) -> None:
    told = story(text, text.replace(old, new))
    for one in analyse(told, AnalysisSettings()).told(AnalysisSettings().least):
        for mention in one.mentions:
            assert len(mention.span.of(told.by_id[mention.article].text).split()) <= 12


def _at(told: Sentence, words: str) -> Span:
    start = told.span.start + told.text.index(words)
    return Span(start, start + len(words))


def test_a_question_keeps_what_its_verb_goes_with() -> None:
    told = sentence("The experts pored over the 55,000 pages.")
    other = sentence("The experts pored over the 900 pages.")
    asked = ask(
        Kind.NUMBER, told, _at(told, "55,000 pages"), "55,000 pages",
        other, _at(other, "900 pages"), "900 pages",
    )  # fmt: skip
    assert asked == "How many pages did the experts pore over?"


def test_what_cannot_be_turned_into_a_question_is_quoted_with_what_follows() -> None:
    no = sentence("It failed to reveal it.")
    yes = sentence("It unveiled facts about the nuclear programme.")
    asked = whether(no, _at(no, "failed to reveal"), yes, _at(yes, "unveiled"))
    assert asked == "Is this true: “unveiled facts about the nuclear programme”?"
