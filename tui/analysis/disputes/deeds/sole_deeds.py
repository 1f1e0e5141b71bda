"""Deeds of which a story has one agent, ascribed to two: who presided, mediated, wrote the opinion.

The deeds, and ways to express each, stand in `sole_deeds.txt`. Since the deed itself is so
specific, little else must be shared, and its object need not stand in the same sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.analysis.clashes.times import on_other_days
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.basis.forms_at import Form, apart, form, longest_first, stands_at
from tui.analysis.disputes.basis.given import Given
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.roles import PASSIVE
from tui.analysis.sentences.slot_reading import denied_at, reading
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

BEFORE = 60
"""Characters between the agent and the deed, without an aside between commas."""
AFTER = 40
"""Characters between `by` and the agent."""
OBJECT = 9
"""Words beside a deed that name its object."""
MANY = 40
"""Most mentions of one deed that are compared with each other."""
ENOUGH = 0.6
"""Weight of the themes, besides the deed, that two sentences must share."""
ENOUGH_OF_MANY = 1.2
"""The same for a deed that may be done more than once."""
AGREED = 0.5
"""Share of that which is enough where a third article names one of the two agents."""

_BREAK = re.compile(
    r"[;:“”\"]|\b(?:that|which|who|whom|whose|after|before|when|while|because|if|as|but|where|"
    r"said|says|told)\b"
)
_ASIDE = re.compile(r",[^,;:]{1,90},")
_LEANS = re.compile(
    r"\b(?:of|to|with|for|against|from|in|near|at|into|on|than|between|among|like|about|under|"
    r"outside|inside|by)\s(?:the\s|a\s|an\s)?(?:[\w’'-]+\s){0,2}$"
)
"""In front of a name that is not the agent, because a preposition governs it."""
_LEAD = re.compile(r"^\s(?:the\s|a\s|an\s|then-|former\s)?(?:[\w’'.-]+\s){0,5}$")
_PRONOUN = re.compile(r"\b(?:he|she)\s(?:\w+\s){0,3}$", re.I)
_BY = re.compile(r"\s(?:[\w’'-]+\s){0,6}?(?:by|from)(?=\s)")


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the list."""

    question: str
    many: bool
    """Whether the deed may be done more than once, to other things."""


@dataclass(frozen=True, eq=False, slots=True)
class Done:
    """A deed and its agent, as one sentence tells it."""

    sentence: Sentence
    deed: int
    """Number of the line in the list."""
    doer: Named
    key: str
    """What the agent is compared by; a capital counts as its country."""
    span: Span
    """The words of the deed."""
    about: frozenset[str]
    """Themes of the sentence, or of the object where the deed may be done more than once; without
    deed and agent."""


@cache
def _deeds() -> tuple[tuple[Deed, ...], dict[str, tuple[tuple[Form, int], ...]]]:
    """The deeds; and first word of a form → the forms, each with the number of its deed, longest
    first.
    """
    deeds: list[Deed] = []
    forms: dict[str, list[tuple[Form, int]]] = defaultdict(list)
    for line in lines("sole_deeds.txt"):
        question, ways = (part.strip() for part in line.split("|"))
        deeds.append(Deed(question.lstrip("~ "), question.startswith("~")))
        for parts in map(form, ways.split(",")):
            forms[parts[0]].append((parts, len(deeds) - 1))
    return tuple(deeds), longest_first(forms)


def sole_deed_disputes(
    sentences: Sequence[Sentence], cast: Cast, known: Weights
) -> Iterator[Dispute]:
    """Deeds of the list that two articles ascribe to two agents."""
    found: dict[int, list[Done]] = defaultdict(list)
    before: Sentence | None = None
    for sentence in sentences:
        for done in _done(sentence, before, cast):
            found[done.deed].append(done)
        before = sentence
    for deed in sorted(found):
        told = found[deed][:MANY]
        given = Given((done.sentence.article, done.key) for done in told)
        for a, b in combinations(told, 2):
            if score := _score(a, b, given, known, cast):
                yield _dispute(a, b, score, cast)


def _done(sentence: Sentence, before: Sentence | None, cast: Cast) -> Iterator[Done]:
    """The deeds of one sentence, neither quoted nor denied, whose agent is known."""
    words = apart(sentence.words)
    for start, stop, parts, deed in _ways(words):
        span = Span(words[start].span.start, words[stop - 1].span.end)
        if quoted(sentence, span.start) or denied_at(sentence, span):
            continue
        doer = doer_of(sentence, span, parts, before, cast)
        if doer is not None:
            own = {theme(w) for w in words[start:stop]} | {
                theme(w) for w in words if w.span.overlaps(doer.span)
            }
            about = themes(sentence)
            if _deeds()[0][deed].many:
                front = doer.span.start > span.start or not sentence.span.covers(doer.span)
                to = words[max(0, start - OBJECT) : start] if front else words[stop : stop + OBJECT]
                about = frozenset(theme(w) for w in to if w.content and w.span != doer.span)
            yield Done(sentence, deed, doer, _key(doer), span, about - own)


def _ways(words: Sequence[Word]) -> Iterator[tuple[int, int, Form, int]]:
    """Where forms stand: first word, the word behind the last, form, deed; none overlaps
    another.
    """
    _, forms = _deeds()
    end = 0
    for n, word in enumerate(words):
        if n < end or (word.folded not in forms and word.lemma not in forms):
            continue
        ways = {*forms.get(word.folded, ()), *forms.get(word.lemma, ())}
        for parts, deed in sorted(ways, key=lambda way: (-len(way[0]), way)):
            if n >= end and (stop := stands_at(words, n, parts)):
                yield n, stop, parts, deed
                end = stop


def doer_of(
    sentence: Sentence, span: Span, parts: Form, before: Sentence | None, cast: Cast
) -> Named | None:
    """The agent of the verb or phrase at `span` of the article; None where it is not clear.

    In front of it, or behind `by` for a passive and for forms that end in `by`, `from` or `of`. A
    pronoun is the only person of the sentence `before`.
    """
    base, text = sentence.span.start, sentence.text
    named = [n for n in cast.mentions(sentence) if n.kind != "role"]
    at, end = span.start - base, span.end - base
    behind = parts[-1] in ("by", "from", "of")
    if not behind and PASSIVE.search(text[max(0, at - 20) : at]):
        by = _BY.match(text, end)
        if by is None:
            return None
        end, behind = by.end(), True
    if behind:
        return next(
            (
                n for n in named
                if 0 < (gap := n.span.start - base - end) <= AFTER
                and _LEAD.match(text[end : end + gap])
            ),
            None,
        )  # fmt: skip
    for doer in reversed(named):
        stop = doer.span.end - base
        if stop > at or at - stop > 3 * BEFORE or text.startswith(("'", "’"), stop):
            continue
        between = _ASIDE.sub("", text[stop:at])
        if len(between) > BEFORE or _BREAK.search(between):
            return _spoken_of(text[:at], before, sentence, cast)
        start = doer.span.start - base
        if not _LEANS.search(text[max(0, start - 40) : start]):
            return doer
    return _spoken_of(text[:at], before, sentence, cast)


def _spoken_of(lead: str, before: Sentence | None, sentence: Sentence, cast: Cast) -> Named | None:
    """Who `he` or `she` at the end of `lead` is: the only person of the sentence before, else
    None.
    """
    if before is None or before.article != sentence.article or not _PRONOUN.search(lead[-40:]):
        return None
    persons = {n.key: n for n in cast.mentions(before) if n.kind == "person"}
    return next(iter(persons.values())) if len(persons) == 1 else None


def _key(doer: Named) -> str:
    """The key of the agent; of a capital city its country."""
    places = gazetteer()
    country = places.country_of.get(doer.key, "") if doer.kind == "city" else ""
    return country if country and places.capitals.get(country) == doer.key else doer.key


def _sort(doer: Named) -> str:
    """What the agent is, a city counting as its country."""
    return "country" if doer.kind == "city" else doer.kind


def _score(a: Done, b: Done, given: Given, known: Weights, cast: Cast) -> float:
    """How surely two agents are given for one deed, 0 where they are not."""
    here, there = a.sentence.article, b.sentence.article
    if here == there or a.key == b.key or _sort(a.doer) != _sort(b.doer):
        return 0.0
    if given.has(here, b.key) or given.has(there, a.key) or _names_both(a, b, cast):
        return 0.0
    if on_other_days(reading(a.sentence), reading(b.sentence)):
        return 0.0
    weight = known.shared(a.about, b.about)
    least = ENOUGH_OF_MANY if _deeds()[0][a.deed].many else ENOUGH
    voices = given.single(a.key, b.key)
    if weight < (AGREED * least if voices > 2 else least):
        return 0.0
    return min(0.9, 0.4 + 0.12 * weight + 0.1 * (voices - 2))


def _names_both(a: Done, b: Done, cast: Cast) -> bool:
    """Whether each sentence names the other's agent too, in another role."""
    return any(_key(n) == b.key for n in cast.mentions(a.sentence)) and any(
        _key(n) == a.key for n in cast.mentions(b.sentence)
    )


def _dispute(a: Done, b: Done, score: float, cast: Cast) -> Dispute:
    x, y = (short(cast.name(d.doer.key), 30) for d in (a, b))
    return two_sided(
        Kind.ACTOR, Severity.CONFLICT, "sole-deed",
        f"{_question(a, b)}: {x} or {y}?",
        Stated(a.sentence, _told(a), a.key, cast.name(a.doer.key)),
        Stated(b.sentence, _told(b), b.key, cast.name(b.doer.key)),
        score,
        f"only one of them can have done it, {x} or {y}",
    )  # fmt: skip


def _question(a: Done, b: Done) -> str:
    """The question of the list; for a deed that may be done more than once one in the article's
    words.
    """
    deed = _deeds()[0][a.deed]
    for done in (a, b) if deed.many else ():
        told = done.sentence.text[done.span.start - done.sentence.span.start :]
        first = told.split(maxsplit=1)[0]
        if done.doer.span.end <= done.span.start and first.endswith("ed"):
            return f"Who {short(_BREAK.split(told)[0].split(',')[0], 50)}"
    return deed.question


def _told(done: Done) -> Span:
    """The span of agent and deed where both stand in the sentence, else of the deed."""
    if not done.sentence.span.covers(done.doer.span):
        return done.span
    return Span(min(done.doer.span.start, done.span.start), max(done.doer.span.end, done.span.end))
