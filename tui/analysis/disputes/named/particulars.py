"""One person or place with two attributes that exclude each other: of Ohio or Iowa, nurse or
teacher.

The attributes stand in `particulars.txt`; home states, and the side of a country where a place
lies, are read besides. An article that gives one person both contradicts nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.basis.forms_at import Form, form
from tui.analysis.disputes.basis.given import Given
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.names import Named
from tui.analysis.words.lexicon import line_heads, lines
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

BESIDE = 90
"""Characters on either side of a name that are read."""
MANY = 40
"""At most this many tellings of one particular are compared with each other."""
LONGEST_FORM = 4
"""Words of the longest form of the list."""
SCORE = 0.7
"""Score where only two articles tell of it."""
AGREED = 0.1
"""Added for each further article that gives one of the two answers."""

_FORMER = frozenset("former ex late then acting onetime future deputy assistant".split())
_APPOSED = re.compile(
    r"^(?:,\s(?:aged\s)?\d{1,3})?,\s(?:(?:an?|the|his|her|their|its)\s|[\w’'-]+[’']s?\s)"
    r"((?:(?!who\b|which\b|that\b|and\b|of\b|from\b|in\b|with\b|at\b|for\b|on\b|to\b)[\w’'-]+\s?){1,6})"
)
"""The apposition behind a name: `, 34, a hospital nurse`."""
_PARTY = re.compile(r"^,?\s\(?([RDI])-([A-Z][A-Za-z.]{1,12}(?:\s[A-Z][a-z]+)?)")
_OF = re.compile(r"^,?\s(?:a\s\w+\s)?(?:of|from)\s((?:[A-Z][\w.]*\s?){1,2})")
_SIDE = re.compile(
    r"\b((?:north|south)[ -]?(?:east|west)?|east|west|central)(?:ern)?\s(?:[a-z-]+\s){0,2}"
    r"(?:city|town|village|province|state|district|region|port|island|county|suburb)\sof\s"
    r"([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)


@dataclass(frozen=True, eq=False, slots=True)
class Trait:
    """What one sentence says about one person or place."""

    sentence: Sentence
    span: Span
    """The attribute together with the name."""
    whose: str
    """Key of the person; name of the place."""
    question: str
    """As in the list, with `{0}` for the name."""
    value: str
    """Number of the answer in its line; name of a state; side of the compass."""
    shown: str


@cache
def _particulars() -> tuple[tuple[str, ...], dict[Form, tuple[tuple[int, int], ...]]]:
    """The questions; and form → the questions it answers, each with the number of the answer."""
    questions: list[str] = []
    forms: dict[Form, list[tuple[int, int]]] = defaultdict(list)
    for line in lines("particulars.txt"):
        question, *values = (part.strip() for part in line.split("|"))
        questions.append(question)
        for n, value in enumerate(values):
            for parts in map(form, value.split(",")):
                forms[parts].append((len(questions) - 1, n))
    return tuple(questions), {parts: tuple(found) for parts, found in forms.items()}


@cache
def _states() -> dict[str, str]:
    """Name or abbreviation, without points → the name of the state."""
    return {written.replace(".", ""): name for written, name in line_heads("states.txt").items()}


def particular_disputes(sentences: Sequence[Sentence], cast: Cast) -> Iterator[Dispute]:
    """Persons and places to which two articles give attributes that exclude each other."""
    found: dict[tuple[str, str], list[Trait]] = defaultdict(list)
    for sentence in sentences:
        for trait in (*_of_persons(sentence, cast), *_of_places(sentence)):
            found[trait.question, trait.whose].append(trait)
    for key in sorted(found):
        told = found[key][:MANY]
        given = Given((trait.sentence.article, trait.value) for trait in told)
        for a, b in combinations(told, 2):
            here, there = a.sentence.article, b.sentence.article
            if a.value == b.value or given.has(there, a.value) or given.has(here, b.value):
                continue
            voices = given.single(a.value, b.value)
            yield _dispute(a, b, min(0.9, SCORE + AGREED * (voices - 2)), cast)


def _of_persons(sentence: Sentence, cast: Cast) -> Iterator[Trait]:
    base, text = sentence.span.start, sentence.text
    for named in cast.mentions(sentence):
        if named.kind != "person" or named.key not in cast.shown:
            continue
        lead = text[max(0, named.span.start - base - BESIDE) : named.span.start - base]
        tail = text[named.span.end - base : named.span.end - base + BESIDE]
        yield from _in_front(sentence, named)
        yield from _behind(sentence, named, tail)
        yield from _home(sentence, named, lead, tail)


def _in_front(sentence: Sentence, named: Named) -> Iterator[Trait]:
    """The attributes right in front of the name: `his brother, Ann Roe`."""
    words = sentence.words
    at = next((n for n, w in enumerate(words) if w.span.start >= named.span.start), 0)
    gap = sentence.text[words[at - 1].span.end - sentence.span.start :] if at else ""
    if not at or not re.match(r"(?:\.|,)?\s[A-Z]", gap):
        return
    yield from _told(sentence, named, words, at)


def _behind(sentence: Sentence, named: Named, tail: str) -> Iterator[Trait]:
    """Those in the apposition behind the name."""
    found = _APPOSED.match(tail)
    if found is None:
        return
    end = named.span.end + found.end(1)
    inside = [n for n, w in enumerate(sentence.words) if w.span.end <= end]
    if inside and sentence.words[inside[-1]].span.start >= named.span.end:
        yield from _told(sentence, named, sentence.words, inside[-1] + 1)


def _told(sentence: Sentence, named: Named, words: Sequence[Word], end: int) -> Iterator[Trait]:
    """What the forms that end in front of word `end`, one before the other, say about the
    person.
    """
    questions, _ = _particulars()
    while found := _form(words, end):
        start, answers = found
        run = words[start:end]
        before = words[start - 1].folded if start else ""
        if before in _FORMER or (run[-1].folded != run[-1].lemma and run[-1].folded.endswith("s")):
            return
        span = Span(run[0].span.start, run[-1].span.end)
        shown = sentence.text_at(span)
        for question, value in answers:
            whole = _with(named, span)
            yield Trait(sentence, whole, named.key, questions[question], str(value), shown)
        end = start


def _form(words: Sequence[Word], end: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Where the longest form begins that ends in front of word `end`, and its answers; None without
    one.
    """
    _, forms = _particulars()
    for start in range(max(0, end - LONGEST_FORM), end):
        run = words[start:end]
        lemmas = tuple(w.lemma for w in run)
        answers = forms.get(lemmas) or forms.get(tuple(p for w in run for p in w.folded.split()))
        if answers:
            return start, answers
    return None


def _with(named: Named, span: Span) -> Span:
    """The span of the attribute and the name together."""
    return Span(min(named.span.start, span.start), max(named.span.end, span.end))


def _home(sentence: Sentence, named: Named, lead: str, tail: str) -> Iterator[Trait]:
    """The state that the person represents or comes from."""
    end = named.span.end
    if found := _PARTY.match(tail):
        state = _states().get(found[2].replace(".", "").strip())
        if state:
            span = Span(named.span.start, end + found.end())
            yield Trait(sentence, span, named.key, _HOME, state, state)
    elif (found := _OF.match(tail)) and (state := _state(found[1])):
        span = Span(named.span.start, end + found.start(1) + len(state))
        yield Trait(sentence, span, named.key, _HOME, state, state)
    elif (found := _FROM.search(lead)) and (state := _state(found[1])):
        span = Span(named.span.start - len(lead) + found.start(1), end)
        yield Trait(sentence, span, named.key, _HOME, state, state)


_HOME = "Which state is {0} from"
_LIES = "Where does {0} lie"
_FROM = re.compile(
    r"\b((?:[A-Z][a-z]+\s)?[A-Z][a-z]+)\s(?:(?:Republican|Democrat|Democratic|GOP)\s)?"
    r"(?:Sen|Senator|Rep|Representative|Gov|Governor|Congressman|Congresswoman)\.?\s$"
)


def _state(run: str) -> str:
    """The name of the state with which `run` begins or ends; or empty."""
    parts = run.split()
    for size in (2, 1):
        for words in (parts[:size], parts[-size:]):
            name = " ".join(words).rstrip(".,")
            if name in _states() and _states()[name] == name:
                return name
    return ""


def _of_places(sentence: Sentence) -> Iterator[Trait]:
    """The side on which a named place is said to lie: `the eastern city of Tarn`."""
    for found in _SIDE.finditer(sentence.text):
        side = re.sub(r"[ -]", "", found[1])
        span = sentence.in_article(Span(*found.span()))
        yield Trait(sentence, span, found[2], _LIES, side, found[1] + _ERN.get(side, "ern"))


_ERN = {"central": ""}


def _dispute(a: Trait, b: Trait, score: float, cast: Cast) -> Dispute:
    place = a.question == _LIES
    who = a.whose if place else cast.name(a.whose)
    x, y = short(a.shown, 30), short(b.shown, 30)
    near = place and (a.value.startswith(b.value) or b.value.startswith(a.value))
    return two_sided(
        Kind.PLACE if place or a.question == _HOME else Kind.NAME,
        Severity.DIFFERS if near else Severity.CONFLICT, "particular",
        f"{a.question.format(who)}: {x} or {y}?",
        Stated(a.sentence, a.span, f"{a.whose} {a.value}", a.shown),
        Stated(b.sentence, b.span, f"{b.whose} {b.value}", b.shown),
        score,
        f"only one can be true of {who}, “{x}” or “{y}”",
    )  # fmt: skip
