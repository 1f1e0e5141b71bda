"""One thing counted twice, in whatever words: `signed by 1.8 million`, `900,000 signatures`.

Here the nouns or fates must match; `rivals` compares figures by the words around them instead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from math import inf

from tui.analysis.clashes.measures import one_deed
from tui.analysis.clashes.opposed import opposed
from tui.analysis.clashes.times import counted_later, on_other_days, years_apart
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.basis.scores import Scores
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.disputes.wording.questions import ask
from tui.analysis.sentences.fates import counts_people, fate_in
from tui.analysis.sentences.quantities import Quantity, compatible
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.sentences.units import CURRENCIES, VAGUE_UNITS
from tui.analysis.words.lexicon import lines, root
from tui.analysis.words.sentence import PARTED_BY, Sentence
from tui.model.finding import Kind, Severity
from tui.model.span import Span

MANY = 80
"""At most this many countings of one thing are compared with each other."""
BESIDE = 6
"""Words beside counted people that say what they did or what befell them."""
NEAR = 9
"""Words beside a number that say what is counted."""
ENOUGH = 0.65
"""Weight of the themes that two counts of a specific noun must share."""
CLOSE = 1.2
"""Weight from which a rougher number is taken for the same one."""
COARSE = 0.42
"""Score of a number that is only rougher."""
BOUNDS_APART = 1.4
"""Ratio from which two lower bounds are two counts."""
FEW = 10
"""Numbers below are counted, not rounded."""
OF_ONE_SORT = 0.6
"""Added to the weight where the sort of the things (`missile` tests) stands beside both numbers."""
PLENTY = 2.4
"""The weight needed where the unit alone does not say what is counted."""
_VAGUE = VAGUE_UNITS | CURRENCIES | frozenset("party issue foot inch degree decade century".split())
_ELSEWHERE = frozenset(("age", "clock"))
"""Units that `ages` and `rivals` compare."""
UNLIKE = 3
"""Ratio above which two counts of a crowd are of two crowds."""
_CROWDS = frozenset(("people", "refugee", "protester", "attendee"))
_ANYBODY = frozenset("man people person youth".split())
_ARMED = re.compile(
    r"\b(?:(?:un)?masked|armed|wielding|with\s(?:\w+\s){0,2}(?:gun|rifle|kni)\w*)\b"
)
"""What makes an attacker of anybody, in a count or right behind it: `two armed men`."""
_BEATEN = frozenset("shoot gun kill die dead arrest capture detain wound flee escape".split())
_PARTLY = re.compile(
    r"\b(?:another|additional|more of|other|others|of them|of whom|of which|of those|remaining|"
    r"each|every|including|respectively|so far|already|within|initially|at first|"
    r"by then|at one point|per)\b",
    re.I,
)
"""Words that make a number part of another, or one of several."""
_OF_THE = re.compile(r"\bof (?:the|its|their|his|her|those|these)\b", re.I)
_BEGAN = re.compile(
    r"\b(?:set out|set off|began|started|originally|at its peak|left|departed|once|swelled|grew|"
    r"dwindled|shrank|fell|rose|initial)\b",
    re.I,
)
_GUESSED = re.compile(
    r"\b(?:expected|could|may|might|would|will|likely|forecasts?|projected|estimates?|plans?|"
    r"hopes?|aims?|targets?|promised|pledged|threatened|proposed|wants?|demands?|up to|limit)\b",
    re.I,
)


@dataclass(frozen=True, eq=False)
class Count:
    """A number with what it counts."""

    sentence: Sentence
    number: Quantity
    near: frozenset[str]
    """Themes of the words beside the number, without the unit."""

    @cached_property
    def span(self) -> Span:
        """In the article's text."""
        return self.sentence.in_article(self.number.span)

    @cached_property
    def sort(self) -> str:
        """The theme of the word that says what sort of thing is counted; `-` where none does."""
        about = self.number.about.split("/")[0]
        return next((theme(w) for w in self.sentence.words if about and w.lemma == about), "-")

    @cached_property
    def partly(self) -> bool:
        """Whether the number is part of another, or one of several."""
        return bool(_PARTLY.search(self._beside(24, self.number.span.end + 24)))

    @cached_property
    def began(self) -> bool:
        """Whether it counts how many there were when something began or changed."""
        return bool(_BEGAN.search(self._beside(70)[:110]))

    @cached_property
    def guessed(self) -> bool:
        """Whether it is only expected, wanted or feared."""
        return bool(_GUESSED.search(self._beside(60)[:90]))

    def _beside(self, before: int, end: int | None = None) -> str:
        """The text of the sentence from `before` characters in front of the number to `end`."""
        return self.sentence.text[max(0, self.number.span.start - before) : end]


@cache
def _kinds() -> tuple[dict[str, str], dict[str, str]]:
    """Root of a counted noun → its kind; root of a word beside counted people → the kind."""
    nouns: dict[str, str] = {}
    beside: dict[str, str] = {}
    for line in lines("counted.txt"):
        left, _, right = line.partition("|")
        kind = left.split(",")[0].strip()
        for word in left.split(","):
            nouns.setdefault(root(word.strip()), kind)
        for word in right.split(","):
            beside.setdefault(root(word.strip()), kind)
    return nouns, beside


def counted_kind(noun: str) -> str:
    """The kind that a counted noun belongs to: `demonstrator` and `protester` have the same."""
    return _kinds()[0].get(root(noun), noun)


def counts_deeds(noun: str) -> bool:
    """Whether a counted noun is listed, so that what people do may stand for it: `arrests`."""
    return root(noun) in _kinds()[0]


def count_disputes(
    sentences: Sequence[Sentence], known: Weights, alike: Scores
) -> Iterator[Dispute]:
    """Numbers of one thing that cannot be one number, wherever in the story they stand."""
    by_kind: dict[str, list[Count]] = defaultdict(list)
    for sentence in sentences:
        for number in (*reading(sentence).numbers, *_none(sentence)):
            if number.second is None:
                for kind in _kinds_of(sentence, number):
                    by_kind[kind].append(_count(sentence, number))
    for kind in sorted(by_kind):
        for a, b in combinations(by_kind[kind][:MANY], 2):
            like = alike.get((a.sentence.number, b.sentence.number), 0.0)
            if (told := _told(kind, a, b, known, like)) is not None:
                yield told


_NOBODY = re.compile(
    r"\b(?:no one|nobody|no (?:people|person|soldiers|civilians|passengers|troops|staff|workers)|"
    r"no (?:injuries|deaths|casualties|fatalities|arrests|losses))\b",
    re.I,
)


def _none(sentence: Sentence) -> Iterator[Quantity]:
    """`nobody was hurt` as a count of zero people, where the clause says what befell nobody."""
    for match in _NOBODY.finditer(sentence.text):
        told = Quantity(Span(*match.span()), match.group(), 0.0, 0.0, "people")
        if fate_in(_lemmas_beside(sentence, told)):
            yield told


def _count(sentence: Sentence, number: Quantity) -> Count:
    """The number with the themes of the words around it."""
    at = sentence.in_article(number.span)
    words = sentence.words
    inside = [n for n, w in enumerate(words) if w.span.overlaps(at)]
    lo, hi = max(0, inside[0] - NEAR), inside[-1] + NEAR + 1
    near = frozenset(
        theme(w) for w in words[lo:hi]
        if w.content and not w.lemma[0].isdigit() and not number.unit.startswith(w.lemma)
    )  # fmt: skip
    return Count(sentence, number, near)


def _kinds_of(sentence: Sentence, number: Quantity) -> Iterator[str]:
    """The kinds under which the number is compared: what it counts; ranks and parts apart from
    counts.
    """
    nouns, beside = _kinds()
    unit = number.unit
    order = "nth " if number.ordinal else ""
    if not unit or unit in _ELSEWHERE:
        return
    if _OF_THE.search(number.words):
        order += "of the "  # a part is compared with parts only
    armed = _ARMED.search(number.words + sentence.text[number.span.end :][:24])
    if nouns.get(root(unit)) == nouns["attacker"] or (unit in _ANYBODY and armed):
        if _BEATEN.isdisjoint(_lemmas_beside(sentence, number)):
            yield order + nouns["attacker"]  # all of them, not those who were shot
        return
    if counts_people(unit) and not order:
        lemmas = _lemmas_beside(sentence, number)
        found = dict.fromkeys(beside[root(w)] for w in lemmas if root(w) in beside)
        if fate := fate_in(lemmas):
            found = {fate: None} | ({"arrest": None} if fate == "held" else {})
        if not found:
            wide = _lemmas_beside(sentence, number, ";", 2 * BESIDE)
            found = dict.fromkeys(beside[root(w)] for w in wide if root(w) in beside)
        yield from found or ("people",)
        return
    yield order + nouns.get(root(unit), unit)


def _lemmas_beside(
    sentence: Sentence, number: Quantity, marks: Collection[str] = PARTED_BY, reach: int = BESIDE
) -> list[str]:
    """Lemmas of the at most `reach` words on either side of the number, up to one of the marks."""
    place = sentence.in_article(number.span)
    part = sentence.part(place, marks)
    held = [n for n, w in enumerate(sentence.words) if w.span.overlaps(place)]
    return [
        w.lemma for n, w in enumerate(sentence.words)
        if w.span.overlaps(part) and held[0] - reach <= n <= held[-1] + reach
    ]  # fmt: skip


def _told(kind: str, a: Count, b: Count, known: Weights, like: float) -> Dispute | None:
    """The dispute of two counts of one kind; None where they agree or count two things."""
    p, q = a.number, b.number
    if kind in _CROWDS and a.sentence.article == b.sentence.article:
        return None  # who knows of both knows that they are two
    if kind in _CROWDS and max(p.low, q.low) > UNLIKE * min(p.low, q.low):
        return None  # so unlike that they are two groups
    coarser = _coarser(p, q)
    if a.sentence is b.sentence or (compatible(p, q) and not coarser):
        return None
    shared = known.shared(a.near, themes(b.sentence)) / 2
    shared += known.shared(b.near, themes(a.sentence)) / 2
    shared += like / 2
    shared += OF_ONE_SORT * (a.sort in b.near or b.sort in a.near)
    vague = kind in _VAGUE or p.ordinal or kind == "people"
    least = PLENTY if vague else ENOUGH
    if shared < least or len(a.near & themes(b.sentence)) < (3 if vague else 1):
        return None
    if coarser and (a.sentence.article == b.sentence.article or shared < CLOSE):
        return None
    if _two_counts(a, b, not coarser):
        return None
    score = min(0.9, 0.45 + 0.15 * (shared - least))
    return two_sided(
        Kind.NUMBER, Severity.DIFFERS if coarser else Severity.CONFLICT, "count",
        _question(a, b),
        Stated(a.sentence, a.span, p.value, short(p.words, 60)),
        Stated(b.sentence, b.span, q.value, short(q.words, 60)),
        COARSE if coarser else score,
        f"{p.words} and {q.words} are the same number, one more exact than the other" if coarser
        else f"both count the same thing, and {p.words} and {q.words} cannot both be right",
    )  # fmt: skip


_ROUGH = re.compile(
    r"\b(?:more than|over|nearly|almost|just under|close to|upwards of|roughly|dozens?|half a)\b",
    re.I,
)


def _coarser(p: Quantity, q: Quantity) -> bool:
    """Whether one number is only rougher than the other: `51`, `more than 50`.

    Not where one is `at least`: that waits for a better count.
    """
    if not compatible(p, q) or p.ordinal or q.ordinal or {p.unit, q.unit} & (_VAGUE | {"percent"}):
        return False
    if inf == p.high == q.high:  # more than 40, at least 70
        return max(p.low, q.low) >= BOUNDS_APART * min(p.low, q.low) and min(p.low, q.low) >= FEW
    rough = [bool(_ROUGH.search(x.words)) for x in (p, q)]
    if rough[0] == rough[1] or max(p.low, q.low) < FEW:
        return False
    exact, other = (q, p) if rough[0] else (p, q)
    figures = {exact.low, exact.high}
    return exact.exact and not figures & {other.low, other.high} and "least" not in other.words


def _question(a: Count, b: Count) -> str:
    p, q = a.number, b.number
    if counts_people(p.unit) and counts_people(q.unit):
        return f"How many people: {plain(short(p.words, 30))} or {plain(short(q.words, 30))}?"
    if p.unit == q.unit:
        return ask(Kind.NUMBER, a.sentence, a.span, p.words, b.sentence, b.span, q.words, p.unit)
    return f"Which count is right: {plain(short(p.words, 34))} or {plain(short(q.words, 34))}?"


def _two_counts(a: Count, b: Count, wishes: bool) -> bool:
    """Whether one counts a part or another time, or, with `wishes`, is only expected."""
    if a.partly or b.partly or a.began != b.began or (wishes and a.guessed != b.guessed):
        return True
    if counted_later(a.sentence.text, b.sentence.text):
        return True
    left, right = reading(a.sentence), reading(b.sentence)
    if on_other_days(left, right):
        return True
    if a.number.about.partition("/")[2] != b.number.about.partition("/")[2]:
        return True
    if counts_people(a.number.unit) and not one_deed(left, a.number.span, right, b.number.span):
        return True
    x, y = a.number.about.split("/")[0], b.number.about.split("/")[0]
    if x and y and root(x) != root(y) and not counts_people(a.number.unit):
        return True
    if any(True for _ in opposed(left, right)):
        return True  # what came in and what went out
    return years_apart(left, right)
