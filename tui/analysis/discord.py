"""In what two sentences exclude each other, slot by slot.

One engine for the pairs of a story, for the veto on shared facts, and for two
bare sentences. Every discord says how strongly it speaks, given that the two
sentences tell of the same thing; whether they do is for the caller to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from tui.analysis.dates import When, apart, whens
from tui.analysis.events import dateline_end, quoted_spans
from tui.analysis.lexicon import function_words, lines
from tui.analysis.meanings import meaning
from tui.analysis.names import gazetteer, roles
from tui.analysis.polarity import Denial, denials
from tui.analysis.quantities import CURRENCIES, Quantity, compatible, people, quantities, state
from tui.analysis.sentence import Sentence, Word
from tui.analysis.speech import SAY
from tui.model.finding import Kind, Severity
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Discord:
    """One slot in which two sentences differ."""

    kind: Kind
    severity: Severity
    a: Span
    """In the text of a's article."""
    b: Span
    value_a: str
    value_b: str
    shown_a: str
    shown_b: str
    strength: float
    """How surely both cannot hold if the sentences tell one thing, 0 to 1."""
    reason: str
    near: int = 0
    """Content words that stand near the slot on both sides."""


@dataclass(frozen=True, eq=False)
class Reading:
    """The slots of one sentence."""

    sentence: Sentence
    whens: tuple[When, ...]
    numbers: tuple[Quantity, ...]
    denials: tuple[Denial, ...]
    keys: tuple[str, ...]
    """Meaning of every word, in order."""
    content: frozenset[str]
    """Meanings of the content words."""
    poles: tuple[tuple[Word, str, frozenset[str]], ...]
    """Words that have opposites: the word, its meaning, the opposites."""
    loaded: tuple[tuple[Word, frozenset[str]], ...]
    """Words that take sides, with the other words for the same thing."""
    lemmas: frozenset[str]


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Lemma → lemmas that cannot be true with it."""
    found: dict[str, set[str]] = {}
    for line in lines("opposites.txt"):
        left, right = ([w.strip() for w in side.split(",")] for side in line.split("|"))
        for word in left:
            found.setdefault(word, set()).update(right)
        for word in right:
            found.setdefault(word, set()).update(left)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=40_000)
def reading(sentence: Sentence) -> Reading:
    """The slots of `sentence`, with spans inside the sentence's own text."""
    days = _told_days(sentence)
    keys = tuple(meaning(w) for w in sentence.words)
    against, others = opposites(), loaded_groups()
    return Reading(
        sentence,
        days,
        quantities(sentence.text, [d.span for d in days]),
        denials(sentence),
        keys,
        frozenset(k for k, w in zip(keys, sentence.words, strict=True) if w.content),
        tuple(
            (w, k, found)
            for w, k in zip(sentence.words, keys, strict=True)
            if (found := against.get(w.lemma) or against.get(k))
        ),
        tuple((w, found) for w in sentence.words if (found := others.get(w.lemma))),
        frozenset(w.lemma for w in sentence.words),
    )


def _told_days(sentence: Sentence) -> tuple[When, ...]:
    """The days of the sentence without those of its dateline, and without a quoted "today"."""
    head = dateline_end(sentence.text)
    quoted = quoted_spans(sentence.text)
    return tuple(
        w for w in whens(sentence.text, sentence.published)
        if w.span.start >= head and not any(a <= w.span.start < b for a, b in quoted)
    )  # fmt: skip


def overlap(a: Reading, b: Reading) -> float:
    """Share of the shorter sentence's content that the other has too, 0 to 1."""
    least = min(len(a.content), len(b.content))
    return len(a.content & b.content) / least if least else 0.0


def discords(a: Sentence, b: Sentence, rough: bool = False) -> tuple[Discord, ...]:
    """All slots in which the sentences differ, strongest first.

    `rough` leaves out what only shows in sentences of nearly the same words.
    """
    left, right = reading(a), reading(b)
    found = [
        *_numbers(left, right),
        *_days(left, right),
        *_denied(left, right),
        *(_turned(d) for d in _denied(right, left)),
        *_opposed(left, right),
        *_loaded(left, right),
        *([] if rough else _replaced(left, right)),
    ]
    return tuple(sorted(found, key=lambda d: (-d.strength, d.a, d.b)))


def _turned(d: Discord) -> Discord:
    return Discord(
        d.kind, d.severity, d.b, d.a, d.value_b, d.value_a, d.shown_b, d.shown_a,
        d.strength, d.reason, d.near,
    )  # fmt: skip


def _spot(reading: Reading, span: Span) -> Span:
    base = reading.sentence.span.start
    return Span(base + span.start, base + span.end)


def _around(reading: Reading, span: Span, reach: int = 5) -> frozenset[str]:
    """Meanings of the content words near `span` of the article."""
    words = reading.sentence.words
    inside = [n for n, w in enumerate(words) if w.span.overlaps(span)]
    if not inside:
        return frozenset()
    lo, hi = max(0, inside[0] - reach), inside[-1] + reach + 1
    return frozenset(
        reading.keys[n]
        for n in range(lo, min(hi, len(words)))
        if words[n].content
        and not (inside[0] <= n <= inside[-1])
        and not words[n].text[0].isdigit()
    )


def _kin(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


# Numbers


def _numbers(a: Reading, b: Reading) -> Iterator[Discord]:
    for q in a.numbers:
        rivals = [r for r in b.numbers if _same_measure(a, q, b, r)]
        if not rivals or any(q.unit == r.unit and compatible(q, r) for r in rivals):
            continue
        if any(people(q.unit) and people(r.unit) and compatible(q, r) for r in rivals):
            continue
        free = [
            r for r in rivals
            if not any(
                compatible(p, r) for p in a.numbers
                if _same_measure(a, p, b, r) and (p.unit == r.unit or people(p.unit))
            )
        ]  # fmt: skip
        if not free:
            continue
        here = _around(a, _spot(a, q.span), 7)
        r = max(free, key=lambda r: (_kin(here, _around(b, _spot(b, r.span), 7)), -r.span.start))
        kin = _kin(here, _around(b, _spot(b, r.span), 7))
        money = q.unit != r.unit
        strength = 0.45 + 0.5 * kin
        if q.ordinal != r.ordinal:
            continue
        if q.about.split("/")[0] and r.about.split("/")[0] and q.about != r.about:
            strength -= 0.2
        yield Discord(
            Kind.NUMBER, Severity.DIFFERS if money else Severity.CONFLICT,
            _spot(a, q.span), _spot(b, r.span), q.value, r.value, q.words, r.words,
            max(0.05, strength),
            "the currencies differ" if money else _why_number(q, r),
            len(here & _around(b, _spot(b, r.span), 7)),
        )  # fmt: skip


def _same_measure(a: Reading, q: Quantity, b: Reading, r: Quantity) -> bool:
    if q.unit in CURRENCIES and r.unit in CURRENCIES:
        return q.unit == r.unit or abs(q.low - r.low) < 1e-9
    if people(q.unit) and people(r.unit):
        s, t = _state(a, q), _state(b, r)
        return s == t and (q.unit == r.unit or bool(s))
    return q.unit == r.unit


def _state(reading: Reading, q: Quantity) -> str:
    """What befell the people counted, by the words of the same piece of the sentence."""
    text = reading.sentence.text
    start = max(text.rfind(c, 0, q.span.start) for c in (",", ";", " and ")) + 1
    ends = [at for c in (",", ";", " and ") if (at := text.find(c, q.span.end)) >= 0]
    end = min(ends, default=len(text))
    base = reading.sentence.span.start
    piece = Span(base + start, base + end)
    lemmas = [w.lemma for w in reading.sentence.words if piece.overlaps(w.span)]
    return state(lemmas)


def _why_number(q: Quantity, r: Quantity) -> str:
    return f"{q.words} and {r.words} cannot both be the number"


# Days


def _days(a: Reading, b: Reading) -> Iterator[Discord]:
    if not a.whens or not b.whens:
        return
    if bool(_TO_COME.search(a.sentence.text)) != bool(_TO_COME.search(b.sentence.text)):
        return  # what was to come on one day may have come on another
    for v in _own_days(a):
        if any(not apart(v, w) for w in b.whens):
            continue
        rivals = [w for w in _own_days(b) if w.grain == v.grain]
        rivals = [
            w for w in rivals
            if all(apart(w, other) for other in a.whens) and not _one_night(a, v, b, w)
        ]  # fmt: skip
        if not rivals:
            continue
        here = _around(a, _spot(a, v.span), 8)
        w = max(rivals, key=lambda w: (_kin(here, _around(b, _spot(b, w.span), 8)), -w.span.start))
        kin = _kin(here, _around(b, _spot(b, w.span), 8))
        yield Discord(
            Kind.DATE, Severity.CONFLICT, _spot(a, v.span), _spot(b, w.span),
            v.value, w.value, v.shown, w.shown, 0.45 + 0.5 * kin,
            f"{v.shown} and {w.shown} have no day in common",
            len(here & _around(b, _spot(b, w.span), 8)),
        )  # fmt: skip


_TO_COME = re.compile(
    r"\b(?:will|expected|is to|are to|due|scheduled|set to|plans? to|planned|upcoming)\b", re.I
)
_LATE = re.compile(r"\b(?:evening|night|late|p\.?m\b)", re.I)
_EARLY = re.compile(r"\b(?:early|morning|a\.?m\b|overnight|local time|before dawn)", re.I)


def _one_night(a: Reading, v: When, b: Reading, w: When) -> bool:
    """Late on one day and early on the next: one moment on two clocks of the world."""
    if v.first and w.first:
        step = (w.first - v.first).days
    elif v.weekday is not None and w.weekday is not None:
        step = (w.weekday - v.weekday + 3) % 7 - 3
    else:
        return False
    if abs(step) != 1:
        return False
    first, then = ((a, v), (b, w)) if step > 0 else ((b, w), (a, v))
    return bool(_LATE.search(_beside(*first)) and _EARLY.search(_beside(*then)))


def _beside(reading: Reading, when: When) -> str:
    text = reading.sentence.text
    return text[max(0, when.span.start - 14) : when.span.end + 22]


_FRONTED = re.compile(r"^\W*(?:following|after|before|since|until|prior to)\b", re.I)


def _own_days(reading: Reading) -> tuple[When, ...]:
    """The days of the sentence without that of a fronted clause: `Following talks on Monday, …`."""
    if len(reading.whens) > 1 and _FRONTED.match(reading.sentence.text):
        return reading.whens[1:]
    return reading.whens


# Denials and opposites

_FORECAST = re.compile(
    r"\b(?:expected|could|may|might|would|likely|unlikely|plans?|planned|hopes?|hoped|vow(?:s|ed)|"
    r"asked|requests?|urged?|calls? (?:for|on)|called (?:for|on)|threaten(?:s|ed)?|whether|if|"
    r"wants?|wanted|should|must|promised?|pledged?|consider(?:s|ed|ing)?|possible|proposed?)"
    r"\W+(?:\w+\W+){0,5}$",
    re.I,
)


def _forecast(reading: Reading, at: int) -> bool:
    """Whether what stands at `at` of the article is only expected, asked or feared."""
    text = reading.sentence.text[: at - reading.sentence.span.start]
    return bool(_FORECAST.search(text[-60:]))


def _denied(a: Reading, b: Reading) -> Iterator[Discord]:
    """`a` denies a word that `b` affirms."""
    if not a.denials:
        return
    there = {d.word.span for d in b.denials}
    denied_there = {meaning(d.word) for d in b.denials}
    for denial in a.denials:
        key = meaning(denial.word)
        if key in denied_there:
            continue
        word = next(
            (
                w
                for w, k in zip(b.sentence.words, b.keys, strict=True)
                if k == key and w.span not in there
            ),
            None,
        )
        if word is None or _forecast(b, word.span.start) != _forecast(a, denial.span.start):
            continue
        if _stopped(b, word):
            continue
        if any(d.span.start < word.span.start and word in d.scope for d in b.denials):
            continue
        kin = _kin(frozenset(meaning(w) for w in denial.scope[1:]), _around(b, word.span, 8))
        strength = 0.5 + 0.45 * (
            kin
            if len(denial.scope) > 1
            else _kin(_around(a, denial.span, 8), _around(b, word.span, 8))
        )
        yield Discord(
            Kind.NEGATION, Severity.CONFLICT, denial.span, word.span, "no", "yes",
            _words(a, denial.span), _words(b, word.span), strength,
            f"the one denies with “{denial.cue}” what the other affirms",
        )  # fmt: skip


_STOP = frozenset(
    "suspend halt stop end freeze cancel ban abandon cease postpone avoid prevent refuse reject "
    "deny block oppose drop scrap lift fail avert rule prohibit forbid call urge demand".split()
)


def _stopped(reading: Reading, word: Word) -> bool:
    """Whether `word` is what was suspended, banned, refused: then it is not affirmed."""
    near = [w for w in reading.sentence.words if 0 < word.span.start - w.span.start < 60]
    return any(w.lemma in _STOP for w in near)


def _opposed(a: Reading, b: Reading) -> Iterator[Discord]:
    if not a.poles or not b.poles:
        return
    denied_a = {w.span for d in a.denials for w in d.scope[:2]}
    denied_b = {w.span for d in b.denials for w in d.scope[:2]}
    for word, key, against in a.poles:
        if key in b.keys:
            continue
        for other, other_key, _ in b.poles:
            if not {other.lemma, other_key} & against or other_key in a.keys:
                continue
            if (word.span in denied_a) != (other.span in denied_b):
                continue
            if _forecast(a, word.span.start) != _forecast(b, other.span.start):
                continue
            kin = _kin(_around(a, word.span), _around(b, other.span))
            near = _kin(_around(a, word.span, 2), _around(b, other.span, 2))
            order = word.lemma in ("before", "after")
            yield Discord(
                Kind.SEQUENCE if order else Kind.ANTONYM, Severity.CONFLICT, word.span, other.span,
                word.lemma, other.lemma, word.text, other.text, 0.3 + 0.35 * kin + 0.3 * near,
                "the order of the two events is turned round" if order
                else f"“{word.text}” and “{other.text}” are opposites",
                len(_around(a, word.span, 6) & _around(b, other.span, 6)),
            )  # fmt: skip


@cache
def loaded_groups() -> dict[str, frozenset[str]]:
    """Lemma → other lemmas for the same thing that judge it differently."""
    found: dict[str, set[str]] = {}
    for line in lines("loaded_words.txt"):
        group = {w.strip() for w in line.split(",")}
        for word in group:
            found.setdefault(word, set()).update(group - {word})
    return {word: frozenset(others) for word, others in found.items()}


def _loaded(a: Reading, b: Reading) -> Iterator[Discord]:
    """One act under two names, of which one takes sides."""
    for word, others in a.loaded:
        if word.lemma in b.lemmas:
            continue
        for other, _ in b.loaded:
            if other.lemma not in others or other.lemma in a.lemmas:
                continue
            kin = _kin(_around(a, word.span), _around(b, other.span))
            near = _kin(_around(a, word.span, 3), _around(b, other.span, 3))
            yield Discord(
                Kind.WORDING, Severity.DIFFERS, word.span, other.span, word.lemma, other.lemma,
                word.text, other.text, 0.25 + 0.35 * kin + 0.35 * near,
                f"“{word.text}” and “{other.text}” judge one thing differently",
                len(_around(a, word.span, 6) & _around(b, other.span, 6)),
            )  # fmt: skip


def _words(reading: Reading, span: Span) -> str:
    base = reading.sentence.span.start
    return reading.sentence.text[span.start - base : span.end - base]


# Words that stand in the same place


def _replaced(a: Reading, b: Reading) -> Iterator[Discord]:
    """Names, places and other words that stand between the same neighbours."""
    if overlap(a, b) < 0.4:
        return
    codes = SequenceMatcher(None, a.keys, b.keys, autojunk=False).get_opcodes()
    yield from _doers(a, b, codes)
    for n, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag != "replace" or a2 - a1 > 4 or b2 - b1 > 4:
            continue
        old, new = a.sentence.words[a1:a2], b.sentence.words[b1:b2]
        hold = _neighbours(codes, n)
        yield from _names(a, b, old, new, hold)


def _neighbours(codes: Sequence[tuple[str, int, int, int, int]], n: int) -> float:
    """How firmly equal words hold the replaced ones on both sides, 0 to 1."""
    before = codes[n - 1][2] - codes[n - 1][1] if n else 1
    after = codes[n + 1][2] - codes[n + 1][1] if n + 1 < len(codes) else 1
    return min(1.0, (min(before, 3) + min(after, 3)) / 5)


def _names(
    a: Reading, b: Reading, old: Sequence[Word], new: Sequence[Word], hold: float
) -> Iterator[Discord]:
    left, right = _proper(a, old), _proper(b, new)
    if not left or not right:
        return
    keys_a, keys_b = {_name_key(w) for w in left}, {_name_key(w) for w in right}
    if keys_a & keys_b or _elsewhere(a, keys_b) or _elsewhere(b, keys_a):
        return
    kind, certain = _kind_of(left, right)
    if kind is Kind.NAME and (_before_place(a, left) or _before_place(b, right)):
        kind = Kind.PLACE
    if kind is None or _spelt_alike(left, right):
        return
    alike = kind is Kind.NAME and _nearly_alike(left, right)
    if kind is Kind.NAME and not alike:
        kind = _part(a, left, b, right)
        if kind is Kind.LIST:
            certain = 0.95
        if _office(a, left) and _office(a, left) == _office(b, right):
            certain, hold = 0.95, max(hold, 0.9)
    mild = alike or kind is Kind.ATTRIBUTION
    span_a = Span(left[0].span.start, left[-1].span.end)
    span_b = Span(right[0].span.start, right[-1].span.end)
    yield Discord(
        kind, Severity.DIFFERS if mild else Severity.CONFLICT,
        span_a, span_b, " ".join(sorted(keys_a)), " ".join(sorted(keys_b)),
        _words(a, span_a), _words(b, span_b), certain * hold,
        f"{_words(a, span_a)} and {_words(b, span_b)} "
        + ("seem to be one name spelt in two ways" if alike else _SAME_PART[kind]),
    )  # fmt: skip


_SAME_PART = {
    Kind.NAME: "stand in the same role",
    Kind.PLACE: "are two places for one event",
    Kind.LIST: "stand at the same point of one list",
    Kind.ATTRIBUTION: "are both named as the source",
}
_SOURCES = frozenset(
    "official officials police authority authorities government minister ministry officer "
    "spokesman witness report media resident people he she they it investigator prosecutor "
    "analyst expert critic statement army military".split()
)
"""Doers so general that another word for them may be the same persons."""


def _doers(
    a: Reading, b: Reading, codes: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[Discord]:
    """Two doers of one deed: other words in front, the same verb and more behind."""
    a1 = b1 = 0
    for tag, a1, a2, b1, _ in codes:  # noqa: B007 # the block that stopped the loop
        deed = [w for w in a.sentence.words[a1:a2] if w.content]
        if tag == "equal" and len(deed) >= 3:
            break
    else:
        return
    if not 0 < a1 <= 6 or not 0 < b1 <= 6:
        return
    left = [w for w in a.sentence.words[:a1] if w.content]
    right = [w for w in b.sentence.words[:b1] if w.content]
    if not left or not right:
        return
    every = {w.lemma for w in (*left, *right)}
    if every & _SOURCES or every & set(roles()):
        return
    if not _is_verb(a.sentence.words[a1]) or any(map(_is_verb, (*left, *right))):
        return  # only a doer may stand in front of the verb
    if any(w.text[:1].isupper() for w in (*left[1:], *right[1:])) or _akin(left, right):
        return
    span_a = Span(left[0].span.start, left[-1].span.end)
    span_b = Span(right[0].span.start, right[-1].span.end)
    yield Discord(
        Kind.ACTOR, Severity.CONFLICT, span_a, span_b,
        " ".join(w.lemma for w in left), " ".join(w.lemma for w in right),
        _words(a, span_a), _words(b, span_b), 0.55 + 0.05 * min(len(deed), 6),
        f"one deed, “{deed[0].text} {deed[1].text}”, is told of two doers",
    )  # fmt: skip


def _is_verb(word: Word) -> bool:
    """Whether the form is surely a verb's: a past that its lemma is not."""
    return word.lemma != word.folded and word.folded.endswith(
        ("ed", "t", "ew", "ook", "ave", "old")
    )


def _akin(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the two phrases share a word or an abbreviation."""
    x, y = {meaning(w) for w in left}, {meaning(w) for w in right}
    return bool(x & y) or any(p[:4] == q[:4] for p in x for q in y)


def _part(a: Reading, left: Sequence[Word], b: Reading, right: Sequence[Word]) -> Kind:
    """What two names in one place are: sources, items of a list, or persons."""
    if _speaks(a, left) and _speaks(b, right):
        return Kind.ATTRIBUTION
    names_a = {_name_key(w) for w in _proper(a, a.sentence.words)}
    names_b = {_name_key(w) for w in _proper(b, b.sentence.words)}
    if len(names_a & names_b) >= 2 and _listed(a, left) and _listed(b, right):
        return Kind.LIST
    return Kind.NAME


def _speaks(reading: Reading, words: Sequence[Word]) -> bool:
    base = reading.sentence.span.start
    after = reading.sentence.text[words[-1].span.end - base :]
    before = reading.sentence.text[: words[0].span.start - base]
    return bool(_SAYS.match(after) or _SAID_BY.search(before))


_SAYS = re.compile(rf",?\s(?:also\s)?{SAY}\b", re.I)
_SAID_BY = re.compile(r"\b(?:according to|said|told by)\s(?:[\w-]+\s){0,3}$", re.I)


def _listed(reading: Reading, words: Sequence[Word]) -> bool:
    base = reading.sentence.span.start
    before = reading.sentence.text[: words[0].span.start - base]
    return bool(re.search(r"(?:,|\band)\s(?:the\s)?$", before))


def _office(reading: Reading, words: Sequence[Word]) -> str:
    """The office that stands right in front of the name, or nothing."""
    at = reading.sentence.words.index(words[0])
    before = reading.sentence.words[at - 1] if at else None
    return roles().get(before.lemma, "") if before else ""


def _proper(reading: Reading, words: Sequence[Word]) -> list[Word]:
    return [w for w in words if _is_name(reading, w, len(words) > 1)]


def _is_name(reading: Reading, word: Word, among_others: bool) -> bool:
    if any(d.span.overlaps(_slice(reading, word)) for d in reading.whens):
        return False
    if not word.text[:1].isupper() or word.folded in function_words() or word.lemma in roles():
        return False
    if word is not reading.sentence.words[0] or among_others:
        return True
    # The first word of a sentence has its capital anyway.
    places = gazetteer()
    listed = word.folded in places.country_of or word.lemma in places.countries
    return listed or not _in_dictionary(word.folded)


def _slice(reading: Reading, word: Word) -> Span:
    base = reading.sentence.span.start
    return Span(word.span.start - base, word.span.end - base)


@lru_cache(maxsize=20_000)
def _in_dictionary(folded: str) -> bool:
    from simplemma import is_known

    return bool(is_known(folded, lang="en"))


def _elsewhere(reading: Reading, keys: set[str]) -> bool:
    return any(_name_key(w) in keys for w in reading.sentence.words)


def _name_key(word: Word) -> str:
    """A capital is compared as a city here, not as its country."""
    return word.folded if word.folded in gazetteer().country_of else word.lemma


def _kind_of(left: Sequence[Word], right: Sequence[Word]) -> tuple[Kind | None, float]:
    places = gazetteer()

    def is_place(words: Sequence[Word]) -> bool:
        return any(w.folded in places.country_of or w.lemma in places.countries for w in words)

    if is_place(left) and is_place(right):
        x, y = left[-1], right[-1]
        if places.country_of.get(x.folded) == y.lemma or places.country_of.get(y.folded) == x.lemma:
            return None, 0.0
        return Kind.PLACE, 0.9
    if is_place(left) != is_place(right):
        return Kind.NAME, 0.45
    return Kind.NAME, 0.85


_PLACE_NOUNS = frozenset(
    "quay street road avenue square bridge park river lake bay island beach hill airport harbor "
    "harbour port station hotel village town county province region valley mountain district "
    "prison hospital church stadium plaza tower wharf pier".split()
)


def _before_place(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the name is that of a street, river, harbour: `Tallow Quay`."""
    after = [w for w in reading.sentence.words if 0 < w.span.start - words[-1].span.end <= 1]
    last = words[-1].folded
    return last in _PLACE_NOUNS or any(w.folded in _PLACE_NOUNS for w in after)


def _nearly_alike(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the names are a letter or two apart, as a slip of the pen would be."""
    from rapidfuzz.distance import Levenshtein

    x, y = " ".join(w.folded for w in left), " ".join(w.folded for w in right)
    return x[:1] == y[:1] and Levenshtein.distance(x, y) <= 1 + (len(x) > 7) and len(x) > 4


def _spelt_alike(left: Sequence[Word], right: Sequence[Word]) -> bool:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    x, y = " ".join(w.folded for w in left), " ".join(w.folded for w in right)
    if {w.folded for w in left} & {w.folded for w in right}:
        return True
    listed = gazetteer().country_of
    if (x in listed and y in listed) or {*x.split()} & gazetteer().countries:
        return False
    return fuzz.ratio(x, y) >= 80 and JaroWinkler.similarity(x, y) >= 0.92
