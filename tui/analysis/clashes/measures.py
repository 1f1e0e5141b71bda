"""Numbers and days of two sentences that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from tui.analysis.sentences.dates import DUE
from tui.analysis.sentences.fates import counts_people, fate_in
from tui.analysis.sentences.quantities import Quantity, compatible
from tui.analysis.sentences.slot_reading import Discord, Reading, around, kinship
from tui.analysis.sentences.units import CURRENCIES
from tui.analysis.sentences.when import Grain, When, apart, weekday_step
from tui.analysis.words.lexicon import root, synonym_class
from tui.analysis.words.sentence import once, once_with
from tui.model.finding import Kind, Severity
from tui.model.span import Span


def numbers(a: Reading, b: Reading) -> Iterator[Discord]:
    """Numbers that measure the same sort of thing and cannot be one number.

    Of several candidates in `b`, the one with the most words in common around it is taken. Equal
    amounts in two currencies only differ.
    """
    for q in a.numbers:
        rivals = [r for r in b.numbers if _same_measure(a, q, b, r)]
        if not rivals or any(_one_noun(q, r) and compatible(q, r) for r in rivals):
            continue
        free = [
            r for r in rivals
            if not any(
                compatible(p, r) for p in a.numbers
                if _same_measure(a, p, b, r) and (p.unit == r.unit or counts_people(p.unit))
            )
        ]  # fmt: skip
        if not free:
            continue
        r, kin, near = _likest(a, q.span, b, free, 7)
        money = {q.unit, r.unit} <= CURRENCIES and q.unit != r.unit
        strength = 0.45 + 0.5 * kin
        if q.ordinal != r.ordinal:
            continue
        if q.about.split("/")[0] and r.about.split("/")[0] and q.about != r.about:
            strength -= 0.2
        if counts_people(q.unit) and not one_deed(a, q.span, b, r.span):
            strength -= OTHER_DEED
        yield Discord(
            Kind.NUMBER, Severity.CONFLICT if q.unit == r.unit else Severity.DIFFERS,
            a.sentence.in_article(q.span), b.sentence.in_article(r.span),
            q.value, r.value, q.words, r.words,
            max(0.05, strength),
            "the currencies differ" if money else _why_number(q, r),
            near,
        )  # fmt: skip


def _one_noun(q: Quantity, r: Quantity) -> bool:
    """Whether both count the same thing, or both count persons."""
    return q.unit == r.unit or (counts_people(q.unit) and counts_people(r.unit))


_Slot = TypeVar("_Slot", Quantity, When)


def _likest(
    a: Reading, at: Span, b: Reading, slots: Sequence[_Slot], reach: int
) -> tuple[_Slot, float, int]:
    """The slot of `b` that shares most of the words within `reach` words of the slot `at` of `a`.

    With their share of the words around either slot, 0 to 1, and their number.
    """
    here = around(a, a.sentence.in_article(at), reach)
    there = [around(b, b.sentence.in_article(slot.span), reach) for slot in slots]
    kin = [kinship(here, words) for words in there]
    best = max(range(len(slots)), key=lambda n: (kin[n], -slots[n].span.start))
    return slots[best], kin[best], len(here & there[best])


def _same_measure(a: Reading, q: Quantity, b: Reading, r: Quantity) -> bool:
    """Whether two quantities could measure one thing: the same unit, rate (`/month`), fate, and
    direction in time.
    """
    if {_toward(a, q), _toward(b, r)} == {"before", "behind"}:
        return False
    if q.about.partition("/")[2] != r.about.partition("/")[2]:
        return False  # a sum, and so much a month
    if (q.second is None) != (r.second is None):
        return False  # the votes of one side, and both sides'
    if q.unit in CURRENCIES and r.unit in CURRENCIES:
        return q.unit == r.unit or abs(q.low - r.low) < 1e-9
    if counts_people(q.unit) and counts_people(r.unit):
        s, t = _state(a, q.span), _state(b, r.span)
        return s == t and (q.unit == r.unit or bool(s))
    return q.unit == r.unit


_TOWARD = re.compile(
    r"\s(?:(?P<before>ago|earlier|before|prior)|(?P<behind>later|after|afterwards?))\b", re.I
)


def _toward(reading: Reading, q: Quantity) -> str:
    """Whether the quantity counts back (`three days ago`) or on (`three days later`); or empty."""
    found = _TOWARD.match(reading.sentence.text, q.span.end)
    return (found.lastgroup or "") if found else ""


@once_with
def _state(reading: Reading, at: Span) -> str:
    """What befell the people counted at `at`, by the words of the same part of the sentence; or
    empty.
    """
    sentence = reading.sentence
    return fate_in(sentence.lemmas_in(sentence.part(sentence.in_article(at))))


def _why_number(q: Quantity, r: Quantity) -> str:
    return f"{q.words} and {r.words} cannot both be the number"


def days(a: Reading, b: Reading) -> Iterator[Discord]:
    """Days of the two sentences that cannot be one day.

    Left out are a fronted day (`Following talks on Monday, …`), days of a past and a future event,
    the same weekday in reports of two weeks, and late on one day against early on the next.
    """
    if not a.whens or not b.whens:
        return
    if _to_come(a) != _to_come(b):
        return  # what was to come on one day may have come on another
    for v in _own_days(a):
        if any(not apart(v, w) for w in _as_fine(v, b)) or _names_year(b, v):
            continue
        rivals = [
            w for w in _own_days(b) if w.grain == v.grain or min(w.grain, v.grain) > Grain.DAY
        ]
        rivals = [
            w for w in rivals
            if all(apart(w, other) for other in _as_fine(w, a))
            and not _names_year(a, w)
            and not _one_moment(a, v, b, w)
            and not _one_weekday(v, w)
            and _edge(a, v) == _edge(b, w)
        ]  # fmt: skip
        if not rivals:
            continue
        w, kin, near = _likest(a, v.span, b, rivals, 8)
        strength = 0.45 + 0.5 * kin - OTHER_DEED * (not one_deed(a, v.span, b, w.span))
        yield Discord(
            Kind.DATE, Severity.CONFLICT,
            a.sentence.in_article(v.span), b.sentence.in_article(w.span),
            v.value, w.value, v.shown, w.shown, strength,
            f"{v.shown} and {w.shown} have no day in common",
            near,
        )  # fmt: skip


_EDGE = re.compile(r"\b(until|till|through|since)\s(?:the\s|at\sleast\s)?$", re.I)


def _edge(reading: Reading, when: When) -> str:
    """`since` where something began on the day, `until` where it ended; else empty."""
    found = _EDGE.search(reading.sentence.text[: when.span.start][-20:])
    return "" if found is None else "since" if found[1].lower() == "since" else "until"


def _names_year(reading: Reading, when: When) -> bool:
    """Whether the sentence has that year in a place that was not read as a date: `a 2015
    accord`.
    """
    return (
        when.grain is Grain.YEAR
        and when.first is not None
        and (str(when.first.year) in reading.lemmas)
    )


def _as_fine(when: When, reading: Reading) -> tuple[When, ...]:
    """The days of `reading` with the same grain as `when`; all of them where none has.

    A Thursday may lie in any year, so a year beside another Thursday says nothing about it.
    """
    return tuple(w for w in reading.whens if w.grain == when.grain) or reading.whens


OTHER_DEED = 0.4
"""How much weaker a difference in days or numbers of people is when the verbs beside them
differ."""


def one_deed(a: Reading, v: Span, b: Reading, w: Span) -> bool:
    """Whether the verbs beside the two slots may mean the same deed; true also where a slot has
    none.

    The spans count in their sentences.
    """
    x, y = _deed(a, v), _deed(b, w)
    if not x or not y:
        return True
    left, right = synonym_class(root(x)), synonym_class(root(y))
    return root(x) == root(y) or (left is not None and left == right)


_MANY = frozenset("men women children people feet teeth mice policemen firemen lives wives".split())
"""Plurals that differ from their lemma as irregular past forms do, and are no verbs."""


def _deed(reading: Reading, slot: Span) -> str:
    """The meaning of the past verb form nearest to the slot; empty where none is a few words
    away.
    """
    words, at = reading.sentence.words, reading.sentence.in_article(slot)
    here = next((n for n, w in enumerate(words) if w.span.overlaps(at)), 0)
    past = [
        (abs(n - here), n)
        for n in range(max(0, here - 9), min(len(words), here + 8))
        if words[n].content
        and words[n].lemma != words[n].folded
        and not words[n].lemma[:1].isdigit()
        and words[n].folded not in _MANY
        and words[n].text[:1].islower()
        and not words[n].folded.endswith(("s", "ing"))
    ]
    return reading.keys[min(past)[1]] if past else ""


_TO_COME = re.compile(
    rf"\b(?:will|expected|is to|are to|{DUE}|scheduled|set to|plans? to|planned|upcoming)\b", re.I
)


@once
def _to_come(reading: Reading) -> bool:
    """Whether the sentence speaks of the future."""
    return _TO_COME.search(reading.sentence.text) is not None


_LATE = re.compile(r"\b(?:evening|night|late|p\.?m\b)", re.I)
_EARLY = re.compile(r"\b(?:early|morning|a\.?m\b|overnight|local time|before dawn)", re.I)


def _one_moment(a: Reading, v: When, b: Reading, w: When) -> bool:
    """Whether the two days may be one moment on two clocks; see `one_night`."""
    if v.first and w.first:
        step = (w.first - v.first).days
    elif v.weekday is not None and w.weekday is not None:
        step = weekday_step(v.weekday, w.weekday)
    else:
        return False
    return one_night(a, v.span, b, w.span, step)


def _one_weekday(v: When, w: When) -> bool:
    """Whether both name the same weekday without a date: then only the dates of the reports
    differ.
    """
    return v.weekday is not None and v.weekday == w.weekday and not v.month and not w.month


def one_night(a: Reading, v: Span, b: Reading, w: Span, step: float) -> bool:
    """Whether two days may be one moment in two time zones: late on one day, early on the next.

    `step` is by how many days the second follows the first. The spans of the days count in their
    sentences.
    """
    if step < 0:
        a, v, b, w, step = b, w, a, v, -step
    return step == 1 and bool(_LATE.search(_beside(a, v)) and _EARLY.search(_beside(b, w)))


def _beside(reading: Reading, day: Span) -> str:
    """The text around a day, where words such as `late` or `local time` would stand."""
    return reading.sentence.text[max(0, day.start - 14) : day.end + 22]


_FRONTED = re.compile(r"^\W*(?:following|after|before|since|until|prior to)\b", re.I)


@once
def _own_days(reading: Reading) -> tuple[When, ...]:
    """The days of the sentence without that of a fronted clause: `Following talks on Monday, …`."""
    if len(reading.whens) > 1 and _FRONTED.match(reading.sentence.text):
        return reading.whens[1:]
    return reading.whens
