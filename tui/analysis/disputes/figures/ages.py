"""One person, two ages: `Doe, 34, said`, `the 36-year-old`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.fates import fate_in
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Severity
from tui.model.span import Span

BEHIND = 48
"""Characters between an age and the name of the person: `a 56-year-old teacher, Ann Roe`."""
MANY = 200
"""At most this many ages of one story are compared with each other."""
NAMED = 0.9
"""Score where both sentences name the person."""
UNNAMED = 0.6
"""Score where one only says what befell the person."""
FAR = 12
"""Difference in years above which an unnamed person is taken for somebody else."""
_AGED = re.compile(
    r"\b(?:aged|age(?:\sof)?|turn(?:ed|s)|lived\sto(?:\sbe)?)\s(?P<years>\d{1,3})\b"
    r"(?!\s(?:to|and|or)\b|[-–])|\((?P<alone>\d{2})\)|\b[Aa]t\s(?P<at>\d{2}),"
)


@dataclass(frozen=True, eq=False, slots=True)
class Age:
    """The age of somebody, as one sentence gives it."""

    sentence: Sentence
    span: Span
    """In the article's text."""
    years: int
    who: str
    """Key of the person; empty where none is named beside the age."""
    fate: str
    """What befell the person, as in `fates.fate_in`; empty where nothing did."""


def age_disputes(sentences: Sequence[Sentence], cast: Cast) -> Iterator[Dispute]:
    """Ages of one person that differ between two articles.

    The person is named in both, or each article has just one victim of that fate. An age that an
    article gives anywhere is nobody's contradiction there.
    """
    fates = _fates(sentences, cast)
    told = [a for s in sentences for a in _ages(s, cast, fates)][:MANY]
    years: dict[str, set[int]] = defaultdict(set)
    for age in told:
        years[age.sentence.article].add(age.years)
    for a, b in combinations(told, 2):
        here, there = a.sentence.article, b.sentence.article
        if a.years == b.years or here == there:
            continue
        if b.years in years[here] or a.years in years[there]:
            continue  # that age is somebody else's
        if a.who and a.who == b.who:
            yield _dispute(a, b, cast, NAMED)
        elif _one_victim(a, b, told):
            yield _dispute(a, b, cast, UNNAMED)


def _ages(sentence: Sentence, cast: Cast, fates: Mapping[tuple[str, str], str]) -> Iterator[Age]:
    persons = [n for n in cast.mentions(sentence) if n.kind == "person"]
    found = [
        (sentence.in_article(q.span), int(q.low))
        for q in reading(sentence).numbers
        if q.unit == "age" and q.exact
    ]
    found += [
        (sentence.in_article(Span(*m.span())), int(m["years"] or m["alone"] or m["at"]))
        for m in _AGED.finditer(sentence.text)
    ]
    for span, years in sorted(found):
        who = _whose(sentence, span, persons)
        told = fate_in(sentence.lemmas_in(sentence.part(span, ";:")))
        fate = fates.get((sentence.article, who), "") if who else told
        yield Age(sentence, span, years, who, fate)


def _whose(sentence: Sentence, span: Span, persons: Sequence[Named]) -> str:
    """Key of the person named right in front of the age, else of the one its phrase leads to; or
    empty.
    """
    for named in reversed(persons):
        between = sentence.between(named.span, span) if named.span.end <= span.start else "."
        if re.fullmatch(
            r"(?:,|,? who(?: is| was| has| had)?|,? (?:is|was|has|had)|,? an?"
            r"|\sdied\s(?:[\w’'-]+\s){0,6}at(?:\sthe)?|)\s?(?:an?\s|the\s|\()?",
            between,
        ):
            return named.key
    for named in persons:
        between = sentence.between(span, named.span) if named.span.start >= span.end else "."
        if 0 < len(between) <= BEHIND and re.fullmatch(
            r"[\w\s’'-]+,?\s?(?:named |called )?", between
        ):
            return named.key
    return ""


def _fates(sentences: Sequence[Sentence], cast: Cast) -> dict[tuple[str, str], str]:
    """Article and person → what befell that person there, from sentences that name nobody else."""
    found: dict[tuple[str, str], str] = {}
    for sentence in sentences:
        befell = fate_in(w.lemma for w in sentence.words)
        persons = {n.key for n in cast.mentions(sentence) if n.kind == "person"}
        if befell and len(persons) == 1:
            found.setdefault((sentence.article, persons.pop()), befell)
    return found


def _one_victim(a: Age, b: Age, told: Sequence[Age]) -> bool:
    """Whether both may be the only victim of one fate, and at most one article names the person."""
    if not a.fate or a.fate != b.fate or (a.who and b.who) or abs(a.years - b.years) > FAR:
        return False
    return all(
        len(
            {
                t.years
                for t in told
                if t.sentence.article == one.sentence.article and t.fate == a.fate
            }
        )
        == 1
        for one in (a, b)
    )


def _dispute(a: Age, b: Age, cast: Cast, score: float) -> Dispute:
    who = cast.name(a.who or b.who) if a.who or b.who else "the person"
    return two_sided(
        Kind.NUMBER, Severity.CONFLICT, "age",
        f"How old is {who}: {a.years} or {b.years}?",
        Stated(a.sentence, a.span, f"{a.years} age", f"{a.years}"),
        Stated(b.sentence, b.span, f"{b.years} age", f"{b.years}"),
        score,
        f"nobody is both {a.years} and {b.years} years old at the same time",
    )  # fmt: skip
