"""Questions to which one thing has one answer: by drone or by plane, pleaded guilty or tried.

The questions and the words for each answer stand in `alternatives.txt`. An article that has words
for both answers knows of two things, and contradicts nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.analysis.clashes.times import on_other_days
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.basis.forms_at import Form, apart, form, longest_first, stands_at
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

FIGURES = 3
"""Characters from which a figure helps to tell which thing is meant: `3,500`, `2021`."""
NEAR = 10
"""Words between an answer and the word that must stand near it."""
BY = 3
"""Words on either side of an answer that tell what it is said of."""
MANY = 60
"""At most this many tellings of one question are compared with each other."""
REACH = 24
"""Characters in front of an answer in which a `no` denies it."""
ENOUGH = 1.2
"""Weight of the themes that two sentences must share to be about one thing."""
BESIDE = 0.7
"""The same where both answers stand beside the same word."""
AGREED = 0.4
"""The same where every article gives one of the two answers."""
BACK = 1
"""Sentences in front in which the person of a pronoun may be named."""

_NOT = re.compile(r"\b(?:no|not|never|without|neither|nor|than|instead of)\b[^,;:]{0,20}$", re.I)

_NEGATIVE = re.compile(r"(?:no|not|never|nobody|none|without)\b", re.I)
"""The start of an answer that denies by itself: `no claim of responsibility`."""
_KIN_OF = re.compile(
    r"\b(?:marri\w{2,4}|husband of|wife of|friend of|son of|daughter of)\b[^,;:]*$"
)
"""In front of a relative by marriage, who is neither answer: `married to her sister`."""
_AT = re.compile(
    r"\b(?:in|at|on|from|near|outside|inside|into|to|off|aboard|under|behind|beneath)\s"
    r"(?:[\w’'-]+\s){0,3}$"
)
"""A preposition of place, at the end of what stands in front of an answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the list."""

    words: str
    near: frozenset[str]
    """Lemmas of which one must stand near an answer; empty where none need to."""
    beside: bool
    """Whether both answers must also stand beside a same word."""
    sole: bool
    """Whether a story has one such thing, so that no other word needs to be shared."""


@dataclass(frozen=True, eq=False, slots=True)
class Telling:
    """One answer in one sentence."""

    sentence: Sentence
    question: int
    """Number of the question in the list."""
    value: int
    """Number of the answer in its line."""
    span: Span
    shown: str
    about: frozenset[str]
    """Themes, persons and figures of the sentence, without the words of the answer."""
    beside: frozenset[str]
    """Themes of the few words around the answer."""


@cache
def _questions() -> tuple[tuple[Question, ...], dict[str, tuple[tuple[Form, int, int], ...]]]:
    """The questions; and first word of a form → the forms with their question and answer, longest
    first.
    """
    asked: list[Question] = []
    forms: dict[str, list[tuple[Form, int, int]]] = defaultdict(list)
    for line in lines("alternatives.txt"):
        question, near, *values = (part.strip() for part in line.split("|"))
        words = frozenset(w.strip() for w in near.split(",") if w.strip())
        sole, beside = question.startswith("!"), question.startswith("~")
        asked.append(Question(question.lstrip("~! "), words, beside, sole))
        for n, value in enumerate(values):
            for parts in map(form, value.split(",")):
                forms[parts[0]].append((parts, len(asked) - 1, n))
    return tuple(asked), longest_first(forms)


def alternative_disputes(
    sentences: Sequence[Sentence], cast: Cast, known: Weights
) -> Iterator[Dispute]:
    """Questions of the list to which two articles give two answers about one thing."""
    found: dict[int, list[Telling]] = defaultdict(list)
    for n, sentence in enumerate(sentences):
        for telling in _tellings(sentence, sentences[max(0, n - BACK) : n], cast):
            if not _denied(telling):
                found[telling.question].append(telling)
    if not found:
        return
    for question in sorted(found):
        told = found[question][:MANY]
        if len({t.value for t in told}) < 2:
            continue
        held: dict[str, list[Telling]] = defaultdict(list)
        for telling in told:
            held[telling.sentence.article].append(telling)
        for a, b in combinations(told, 2):
            if a.value != b.value and not (
                _knows(held[a.sentence.article], b, a) or _knows(held[b.sentence.article], a, b)
            ):
                score = _score(a, b, held, known)
                if score:
                    yield _dispute(a, b, score)


def answers_in(sentence: Sentence) -> tuple[tuple[int, int, str], ...]:
    """Question of the list, number of the answer and the words, for each answer of the sentence."""
    told = _tellings(sentence, (), Cast())
    return tuple((t.question, t.value, t.shown) for t in told if not _denied(t))


def _tellings(sentence: Sentence, before: Sequence[Sentence], cast: Cast) -> Iterator[Telling]:
    """The answers of one sentence; of overlapping forms for one question the first and longest."""
    asked, forms = _questions()
    words = apart(sentence.words)
    taken: set[tuple[int, int]] = set()
    for n, (_, _, folded, lemma, _) in enumerate(words):
        if folded not in forms and lemma not in forms:
            continue
        behind = words[n + 1 : n + 2]
        follow = ("..", behind[0].folded, behind[0].lemma) if behind else ("..",)
        for first in dict.fromkeys((folded, lemma)):
            for parts, question, value in forms.get(first, ()):
                if len(parts) > 1 and parts[1] not in follow:
                    continue
                end = stands_at(words, n, parts)
                if not end or any((question, m) in taken for m in range(n, end)):
                    continue
                if not _stands_near(words, n, end, asked[question]) or not _answers(
                    sentence, words, n, end, asked[question]
                ):
                    continue
                taken.update((question, m) for m in range(n, end))
                yield _telling(sentence, words, before, question, value, n, end, cast)


def _stands_near(words: Sequence[Word], start: int, end: int, asked: Question) -> bool:
    if not asked.near:
        return True
    near = [*words[max(0, start - NEAR) : start], *words[end : end + NEAR]]
    return any({w.lemma, w.folded} & asked.near for w in near if " " not in w.text)


def _answers(
    sentence: Sentence, words: Sequence[Word], start: int, end: int, asked: Question
) -> bool:
    """Whether the words can answer: a place needs a preposition, and a person must not own the next
    word.
    """
    base = sentence.span.start
    owners = [words[end - 1], *words[max(0, start - 1) : start]]
    if asked.words.startswith("Who") and any(
        sentence.text.startswith(("'s", "’s"), w.span.end - base) and w.lemma in _questions()[1]
        for w in owners
    ):
        return False  # the sister's husband is neither
    at = words[start].span.start - base
    lead = sentence.text[max(0, at - REACH) : at]
    if asked.words.startswith("Who") and _KIN_OF.search(lead):
        return False
    return not asked.words.startswith("Where ") or bool(_AT.search(lead))


def _telling(
    sentence: Sentence, words: Sequence[Word], before: Sequence[Sentence],
    question: int, value: int, start: int, end: int, cast: Cast,
) -> Telling:  # fmt: skip
    span = Span(words[start].span.start, words[end - 1].span.end)
    own = {theme(w) for w in words[start:end]}
    about = themes(sentence) - own
    about |= {n.key for n in cast.mentions(sentence) if n.kind == "person"}
    about |= {w.folded for w in words if len(w.folded) >= FIGURES and w.folded[0].isdigit()}
    if any(w.folded in _PRONOUNS for w in words):
        for other in before:
            if other.article == sentence.article:
                about |= {n.key for n in cast.mentions(other) if n.kind == "person"}
    beside = _around(sentence, words, start, end)
    return Telling(
        sentence, question, value, span,
        sentence.text_at(span),
        frozenset(about), frozenset(theme(w) for w in beside if w.content) - own,
    )  # fmt: skip


def _around(sentence: Sentence, words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words up to `BY` words on either side, up to the next comma."""
    found: list[Word] = []
    for step, n in ((-1, start - 1), (1, end)):
        last = words[start] if step < 0 else words[end - 1]
        for at in range(n, n + step * BY, step):
            if not 0 <= at < len(words):
                break
            one, two = sorted((last, words[at]))
            if any(c in ",;:—" for c in sentence.between(one.span, two.span)):
                break
            found.append(words[at])
            last = words[at]
    return found


_PRONOUNS = frozenset("he she him her his it its they their them who".split())


def _score(a: Telling, b: Telling, held: Mapping[str, Sequence[Telling]], known: Weights) -> float:
    """How surely both answer one question about one thing differently, 0 where they do not."""
    if a.sentence.article == b.sentence.article:
        return 0.0
    asked = _questions()[0][a.question]
    if asked.beside and not a.beside & b.beside:
        return 0.0
    weight = max(known.shared(a.about, b.about), ENOUGH if asked.sole else 0.0)
    voices = sum(_gives_one(told, a, b) for told in held.values())
    agreed = voices > 2 and voices == len(held)  # nobody answers otherwise
    least = AGREED if agreed else BESIDE if asked.beside else ENOUGH
    if weight < least or (not asked.sole and least == ENOUGH and len(a.about & b.about) < 2):
        return 0.0
    if on_other_days(reading(a.sentence), reading(b.sentence)):
        return 0.0
    return min(0.9, 0.3 + 0.12 * weight + 0.1 * (voices - 2))


def _knows(told: Sequence[Telling], other: Telling, own: Telling) -> bool:
    """Whether `told`, the answers of the article of `own`, give the other's answer to the same
    thing.
    """
    anywhere = not _questions()[0][other.question].beside
    return any(
        t.value == other.value and (anywhere or t.beside & (other.beside | own.beside))
        for t in told
    )


def _gives_one(told: Sequence[Telling], a: Telling, b: Telling) -> bool:
    """Whether `told`, the answers of one article, give one of the two answers and no other."""
    anywhere = not _questions()[0][a.question].beside
    values = {t.value for t in told if anywhere or t.beside & (a.beside | b.beside)}
    return len(values) == 1 and values <= {a.value, b.value}


def _denied(telling: Telling) -> bool:
    """Whether a `no` or `not` reaches the answer, which has none itself."""
    if _NEGATIVE.match(telling.shown):
        return False
    base = telling.sentence.span.start
    at = telling.span.start - base
    return bool(_NOT.search(telling.sentence.text[max(0, at - REACH) : at])) or any(
        w.span.overlaps(telling.span) for d in reading(telling.sentence).denials for w in d.scope
    )


def _dispute(a: Telling, b: Telling, score: float) -> Dispute:
    x, y = (short(t.shown, 30) for t in (a, b))
    return two_sided(
        Kind.ANTONYM, Severity.CONFLICT, "alternative",
        f"{_questions()[0][a.question].words}: “{x}” or “{y}”?",
        _stated(a),
        _stated(b),
        score,
        f"it can only be one of the two, “{x}” or “{y}”",
    )  # fmt: skip


def _stated(one: Telling) -> Stated:
    return Stated(one.sentence, one.span, f"{one.question}:{one.value}", short(one.shown, 40))
