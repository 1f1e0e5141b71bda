"""Why words are marked: the sides of a finding, their words, and the rule that found it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.model.article import Story
from tui.model.counted import counted
from tui.model.finding import Contradiction, Fact, Kind, Mention, Only, Severity
from tui.model.tag import Verdict
from tui.page.marks import chip, decided
from tui.page.sides import differing_words
from tui.page.signs import Signs
from tui.page.silent import answers_nothing, says_nothing, unclear
from tui.page.wrap import quoted


class Reason(NamedTuple):
    """One paragraph of an explanation."""

    look: str
    """`head-` and what it is; `value`, `quote`, `silent`, `because` or `rule`."""
    words: str
    letters: str = ""
    """The articles in front of the words."""


def reasons(
    finding: Contradiction | Fact | Only, story: Story, verdict: Verdict | None, signs: Signs
) -> tuple[Reason, ...]:
    """The whole explanation of a finding, in the order of its sides."""
    if isinstance(finding, Contradiction) and finding.kind is Kind.TAGGING:
        return tuple(_between_people(finding, story, verdict, signs))
    if isinstance(finding, Contradiction):
        return tuple(_contradiction(finding, story, verdict, signs))
    if isinstance(finding, Fact):
        return tuple(_fact(finding, story, verdict, signs))
    why = finding.because or "No other article tells this."
    return Reason("head-only", f"{signs.only} only here"), Reason("because", why)


def _contradiction(
    found: Contradiction, story: Story, verdict: Verdict | None, signs: Signs
) -> Iterable[Reason]:
    yield Reason("head-conflict", f"{chip(found, verdict, signs)} {found.question}")
    differing = differing_words(found, story)
    for number, side in enumerate(found.sides):
        told = _told(side.mentions, story)
        value = differing.get(number, side.shown)
        (words, letters), *more = told
        if not more and _same(value, words):
            yield Reason("value", value, letters)  # the value is the very words
            continue
        yield Reason("value", value)
        for words, letters in told:
            yield Reason("quote", quoted(words), letters)
    if found.silent:
        yield Reason("silent", says_nothing(found.silent), " ".join(found.silent))
    if others := unclear(found, story):
        yield Reason("silent", answers_nothing(others), " ".join(others))
    yield Reason("because", found.because)
    what = "both cannot hold" if found.severity is Severity.CONFLICT else "told differently"
    how = (what, f"kind {found.kind.words}", f"rule {found.rule}", f"{found.score:.0%} sure")
    yield Reason("rule", f" {signs.dot} ".join(how))


def _between_people(
    found: Contradiction, story: Story, verdict: Verdict | None, signs: Signs
) -> Iterable[Reason]:
    """Their words are the same, and no program was more or less sure of them."""
    yield Reason("head-conflict", f"{chip(found, verdict, signs)} Labelled differently")
    for words, letters in _told(found.mentions, story):
        yield Reason("quote", quoted(words), letters)
    for side in found.sides:
        yield Reason("value", side.shown)
    yield Reason("because", found.because)


def _fact(fact: Fact, story: Story, verdict: Verdict | None, signs: Signs) -> Iterable[Reason]:
    sign, voices = decided(signs.shared, verdict, signs), counted(fact.voices, "independent voice")
    yield Reason("head-shared", f"{sign} shared by {voices}")
    for words, letters in _told(fact.mentions, story):
        yield Reason("quote", quoted(words), letters)
    if fact.because:
        yield Reason("because", fact.because)


def _told(mentions: Sequence[Mention], story: Story) -> list[tuple[str, str]]:
    """(words, the articles that use them), in the order of the mentions."""
    listed: dict[str, tuple[str, dict[str, None]]] = {}
    for mention in mentions:
        words = " ".join(mention.span.of(story.by_id[mention.article].text).split())
        _, letters = listed.setdefault(words.casefold(), (words, {}))
        letters[mention.article] = None
    return [(words, " ".join(letters)) for words, letters in listed.values()]


def _same(value: str, words: str) -> bool:
    """Whether a value is the words themselves, but for the marks around them."""
    return value.strip(_MARKS).casefold() == words.strip(_MARKS).casefold()


_MARKS = ' "“”«»„.,'
