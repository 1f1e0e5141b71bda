"""Other words in the same place: names, sources, items of a list, agents of one deed.

The two sentences are aligned word by word; what stands between the same neighbours on both sides
fills the same slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.analysis.clashes.agents import DEED, FRONT, agents, is_verb
from tui.analysis.clashes.spellings import a_slip_apart, spelt_alike
from tui.analysis.sentences.layout import dateline_end
from tui.analysis.sentences.names import headline
from tui.analysis.sentences.slot_reading import Discord, Reading, overlap, word_diff
from tui.analysis.sentences.speech import SAY
from tui.analysis.words.gazetteer import gazetteer, media, roles
from tui.analysis.words.lexicon import fold, function_words
from tui.analysis.words.numerals import WORDS
from tui.analysis.words.sentence import Word, once
from tui.model.finding import Kind, Severity
from tui.model.span import Span


def substitutions(a: Reading, b: Reading) -> Iterator[Discord]:
    """Names, places and agents that stand in the same place of both sentences.

    Nothing for headlines, where a capital proves no name, or below 0.4 of words in common.
    """
    if overlap(a, b) < 0.4 or headline(a.sentence) or headline(b.sentence):
        return  # the capitals of a headline prove no name
    one, two = _outline(a), _outline(b)
    named = not (one.names <= two.keys or two.names <= one.keys)
    if not named and one.deeds.isdisjoint(two.runs):
        return
    codes = word_diff(a, b)
    yield from agents(a, b, codes)
    if not named:
        return
    for n, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag != "replace" or a2 - a1 > 4 or b2 - b1 > 4:
            continue
        if one.places.isdisjoint(range(a1, a2)) or two.places.isdisjoint(range(b1, b2)):
            continue
        left, right = _proper(a, a1, a2), _proper(b, b1, b2)
        if left and right:
            yield from _names(a, b, left, right, _neighbours(codes, n))


@dataclass(frozen=True, eq=False, slots=True)
class _Outline:
    """What decides quickly whether two sentences are worth aligning."""

    places: frozenset[int]
    """Positions of the words that look like names, dateline left out."""
    names: frozenset[str]
    """Their keys, see `_name_key`."""
    keys: frozenset[str]
    """The keys of all words."""
    runs: frozenset[tuple[str, ...]]
    """The runs of `DEED` words near the head of the sentence."""
    deeds: frozenset[tuple[str, ...]]
    """Those that begin with a verb."""


@once
def _outline(reading: Reading) -> _Outline:
    words = reading.sentence.words
    told = reading.sentence.span.start + dateline_end(reading.sentence.text)
    places = [n for n, w in enumerate(words) if w.span.start >= told and _is_name(reading, w)]
    runs = {n: reading.keys[n : n + DEED] for n in range(1, min(FRONT, len(words) - DEED) + 1)}
    return _Outline(
        frozenset(places),
        frozenset(_name_key(words[n]) for n in places),
        frozenset(map(_name_key, words)),
        frozenset(runs.values()),
        frozenset(run for n, run in runs.items() if is_verb(words[n])),
    )


def _neighbours(codes: Sequence[tuple[str, int, int, int, int]], n: int) -> float:
    """How many equal words stand beside the replaced ones on both sides, 0 to 1."""
    before = codes[n - 1][2] - codes[n - 1][1] if n else 1
    after = codes[n + 1][2] - codes[n + 1][1] if n + 1 < len(codes) else 1
    return min(1.0, (min(before, 3) + min(after, 3)) / 5)


def _names(
    a: Reading, b: Reading, left: Sequence[Word], right: Sequence[Word], hold: float
) -> Iterator[Discord]:
    """The discord of two names in one place, unless they may be one name."""
    keys_a, keys_b = {_name_key(w) for w in left}, {_name_key(w) for w in right}
    if keys_a & _outline(b).keys or keys_b & _outline(a).keys:
        return
    span_a = Span(left[0].span.start, left[-1].span.end)
    span_b = Span(right[0].span.start, right[-1].span.end)
    if fold(a.sentence.text_at(span_a)) in media() and fold(b.sentence.text_at(span_b)) in media():
        return  # two reporters of one thing
    if _owns(a, left) != _owns(b, right):
        return  # `Quill's adviser` and `the adviser Bern`
    kind, certain = _kind_of(left, right)
    if kind is Kind.NAME and (_before_place(a, left) or _before_place(b, right)):
        kind = Kind.PLACE
    if kind is None or spelt_alike(left, right):
        return
    if kind is Kind.PLACE and _one_name_in_front(a, left, b, right):
        return  # `Arden Railway Station`, `Arden Train Station`
    alike = kind is Kind.NAME and a_slip_apart(left, right)
    if kind is Kind.NAME and not alike:
        kind = _part(a, left, b, right)
        if kind is Kind.LIST:
            certain = 0.95
        if _office(a, left) and _office(a, left) == _office(b, right):
            certain, hold = 0.95, max(hold, 0.9)
    mild = alike or kind is Kind.ATTRIBUTION
    here, there = a.sentence.text_at(_whole(a, span_a)), b.sentence.text_at(_whole(b, span_b))
    yield Discord(
        kind, Severity.DIFFERS if mild else Severity.CONFLICT,
        span_a, span_b, " ".join(sorted(keys_a)), " ".join(sorted(keys_b)),
        here, there, certain * hold,
        f"{here} and {there} "
        + ("seem to be the same name, spelt in two ways" if alike else _SAME_PART[kind]),
    )  # fmt: skip


def _one_name_in_front(a: Reading, left: Sequence[Word], b: Reading, right: Sequence[Word]) -> bool:
    """Whether both only say more of one name, with words that are no names themselves."""
    if not all(_in_dictionary(w.folded) for w in (*left, *right)):
        return False
    fronts = [
        r.sentence.words[at - 1] if (at := _places(r)[ws[0].span.start]) else None
        for r, ws in ((a, left), (b, right))
    ]
    named = [w for w in fronts if w is not None and w.text[:1].isupper()]
    return len(named) == 2 and _name_key(named[0]) == _name_key(named[1])


_STAFF = frozenset("administration government team camp campaign cabinet office aide".split())


def _owns(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the name only says whose somebody or something is: `Quill's adviser`."""
    after = _behind(reading, words[-1].span)
    at = words[-1].span.end - reading.sentence.span.start
    return (
        words[-1].text.endswith(("'s", "’s", "s'", "s’"))
        or reading.sentence.text[at : at + 2] in ("'s", "’s")  # of a known name no part of the word
        or (after is not None and after.lemma in _STAFF)
    )


def _behind(reading: Reading, span: Span) -> Word | None:
    """The word right behind `span`; None where more than one character stands between."""
    at = _places(reading).get(span.end + 1)
    return None if at is None else reading.sentence.words[at]


@once
def _places(reading: Reading) -> Mapping[int, int]:
    """Where in the article each word begins → its position in the sentence."""
    return {word.span.start: n for n, word in enumerate(reading.sentence.words)}


_SAME_PART = {
    Kind.NAME: "stand in the same role",
    Kind.PLACE: "are different places for the same event",
    Kind.LIST: "stand at the same point of the same list",
    Kind.ATTRIBUTION: "are both named as the source",
}


def _part(a: Reading, left: Sequence[Word], b: Reading, right: Sequence[Word]) -> Kind:
    """What the two names are: sources, items of a list, or persons."""
    if _speaks(a, left) and _speaks(b, right):
        return Kind.ATTRIBUTION
    shared = _outline(a).names & _outline(b).names
    if len(shared) >= 2 and _listed(a, left) and _listed(b, right):
        return Kind.LIST
    return Kind.NAME


def _speaks(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether a verb of saying stands right behind the name or in front of it."""
    base = reading.sentence.span.start
    after = reading.sentence.text[words[-1].span.end - base :]
    at = words[0].span.start - base
    before = reading.sentence.text[max(0, at - 80) : at]
    return bool(_SAYS.match(after) or _SAID_BY.search(before))


_SAYS = re.compile(rf",?\s(?:also\s)?{SAY}\b", re.I)
_SAID_BY = re.compile(r"\b(?:according to|said|told by)\s(?:(?!and\b)[\w-]+\s){0,3}$", re.I)


def _listed(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether a comma or `and` stands right in front of the name."""
    base = reading.sentence.span.start
    at = words[0].span.start - base
    before = reading.sentence.text[max(0, at - 80) : at]
    return bool(re.search(r"(?:,|\band)\s(?:the\s)?$", before))


def _office(reading: Reading, words: Sequence[Word]) -> str:
    """The office right in front of the name; empty where there is none."""
    at = _places(reading)[words[0].span.start]
    before = reading.sentence.words[at - 1] if at else None
    return roles().get(before.lemma, "") if before else ""


def _proper(reading: Reading, start: int, end: int) -> list[Word]:
    """The names among the words from `start` to `end`."""
    places = _outline(reading).places
    found = [reading.sentence.words[n] for n in range(start, end) if n in places]
    return [] if end - start == 1 and found and _owed(reading, found[0]) else found


_NUMERAL = re.compile(WORDS)


def _is_name(reading: Reading, word: Word) -> bool:
    """Whether the word looks like a name: a capital, and no function word, office or day."""
    if not word.text[:1].isupper() or word.folded in function_words() or word.lemma in roles():
        return False
    if _NUMERAL.fullmatch(word.folded):
        return False
    return not any(d.span.overlaps(reading.sentence.inside(word.span)) for d in reading.whens)


def _owed(reading: Reading, word: Word) -> bool:
    """Whether the capital may only mark the beginning of the sentence."""
    if word is not reading.sentence.words[0]:
        return False
    places = gazetteer()
    listed = word.folded in places.country_of or word.lemma in places.countries
    return not listed and _in_dictionary(word.folded)


@lru_cache(maxsize=20_000)
def _in_dictionary(folded: str) -> bool:
    from simplemma import is_known

    return bool(is_known(folded, lang="en"))


def _name_key(word: Word) -> str:
    """What a name is compared by: a capital city as a city, not as its country."""
    return word.folded if word.folded in gazetteer().country_of else word.lemma


def _kind_of(left: Sequence[Word], right: Sequence[Word]) -> tuple[Kind | None, float]:
    """Whether two names are places or persons, and how certain that is; None for a city in its
    country.
    """
    places = gazetteer()

    def is_place(words: Sequence[Word]) -> bool:
        return any(w.folded in places.country_of or w.lemma in places.countries for w in words)

    here, there = is_place(left), is_place(right)
    if here and there:
        x, y = left[-1], right[-1]
        if places.country_of.get(x.folded) == y.lemma or places.country_of.get(y.folded) == x.lemma:
            return None, 0.0
        return Kind.PLACE, 0.9
    if here != there:
        return Kind.NAME, 0.45
    return Kind.NAME, 0.85


_PLACE_NOUNS = frozenset(
    "quay street road avenue square bridge park river lake bay island beach hill airport harbor "
    "harbour port station hotel village town county province region valley mountain district "
    "prison hospital church stadium plaza tower wharf pier".split()
)


def _before_place(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the name belongs to a street, river or harbour: `Tallow Quay`."""
    after = _behind(reading, words[-1].span)
    return words[-1].folded in _PLACE_NOUNS or (after is not None and after.folded in _PLACE_NOUNS)


def _whole(reading: Reading, span: Span) -> Span:
    """`span` with the noun behind it that makes a place of the name."""
    noun = _behind(reading, span)
    named = noun is not None and noun.folded in _PLACE_NOUNS and noun.text[:1].isupper()
    return Span(span.start, noun.span.end) if noun is not None and named else span
