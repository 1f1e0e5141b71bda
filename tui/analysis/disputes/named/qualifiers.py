"""One noun with qualifiers that exclude each other: `the only site`, `a former site`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.sentences.slot_reading import Reading, around, kinship, overlap, reading
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.lexicon import facing
from tui.analysis.words.sentence import Sentence, Word, once
from tui.model.finding import Kind, Severity
from tui.model.span import Span

HEAD = 4
"""Words behind a qualifier up to its noun."""
MANY = 40
"""Most uses of one noun that are compared with each other."""
ENOUGH = 1.8
"""Weight of the themes that sentences must share which are not alike."""
LIKE = 0.4
"""Share of words, in the sentences or around the nouns, that like sentences must have in common."""


@cache
def _excluded() -> dict[str, frozenset[str]]:
    """Qualifier → the qualifiers that no one thing can have together with it."""
    return facing("qualifiers.txt")


def qualifier_clashes(a: Sentence, b: Sentence) -> Iterator[Dispute]:
    """Nouns of two like sentences whose qualifiers exclude each other."""
    left, right = reading(a), reading(b)
    there = qualified(right)
    if not there:
        return
    for word, heads, last in qualified(left):
        against = _excluded()[_name(word)]
        for other, their_heads, end in there:
            if _name(other) not in against or _bears(b, _name(word)) or _bears(a, _name(other)):
                continue
            nouns = {theme(w) for w in heads} & {theme(w) for w in their_heads}
            if not nouns or theme(last) != theme(end):
                continue
            here = Span(word.span.start, last.span.end)
            far = Span(other.span.start, end.span.end)
            kin = kinship(around(left, here, 6), around(right, far, 6))
            shared = overlap(left, right)
            if shared < LIKE and kin < LIKE:
                continue
            yield _dispute(
                a, here, b, far, 0.3 + 0.2 * kin + 0.15 * shared + 0.1 * (len(nouns) > 1)
            )


def qualifier_disputes(sentences: Sequence[Sentence], known: Weights) -> Iterator[Dispute]:
    """The same across the story, of a noun that two articles qualify differently throughout."""
    held: dict[str, list[tuple[Sentence, Word, Word]]] = defaultdict(list)
    for sentence in sentences:
        for word, _, last in qualified(reading(sentence)):
            held[last.lemma].append((sentence, word, last))
    for noun in sorted(held):
        told = held[noun][:MANY]
        bears: dict[str, set[str]] = defaultdict(set)
        for sentence, word, _ in told:
            bears[sentence.article].add(_name(word))
        for (a, x, end), (b, y, last) in combinations(told, 2):
            against = _excluded()[_name(x)]
            if a.article == b.article or _name(y) not in against:
                continue
            if bears[a.article] & _excluded()[_name(x)] or bears[b.article] & _excluded()[_name(y)]:
                continue  # who tells of both tells of two things
            here, there = themes(a) - {theme(x)}, themes(b) - {theme(y)}
            weight = known.shared(here, there)
            if weight >= ENOUGH and len(here & there) >= 2:
                yield _dispute(
                    a, Span(x.span.start, end.span.end), b, Span(y.span.start, last.span.end),
                    0.2 + 0.1 * weight,
                )  # fmt: skip


def _name(word: Word) -> str:
    """The form under which the list has the word."""
    return word.folded if word.folded in _excluded() else word.lemma


@once
def qualified(told: Reading) -> tuple[tuple[Word, tuple[Word, ...], Word], ...]:
    """Each qualifier of the sentence, the words up to its noun, and the noun itself, the last of
    them.
    """
    words = told.sentence.words
    found = []
    for n, word in enumerate(words):
        if _name(word) not in _excluded():
            continue
        run: list[Word] = []
        before = word
        for after in words[n + 1 : n + 1 + HEAD]:
            gap = told.sentence.between(before.span, after.span)
            if gap.strip(" -'’s") or not after.content or after.text[0].isdigit():
                break
            run.append(after)
            before = after
        if run and word.text[:1].islower():
            found.append((word, tuple(run), run[-1]))
    return tuple(found)


def _bears(sentence: Sentence, name: str) -> bool:
    """Whether the sentence has that word."""
    return any(name in (w.folded, w.lemma) for w in sentence.words)


def _dispute(a: Sentence, here: Span, b: Sentence, there: Span, score: float) -> Dispute:
    x, y = a.text_at(here), b.text_at(there)
    shown = plain(short(x, 34)), plain(short(y, 34))
    return two_sided(
        Kind.WORDING, Severity.DIFFERS, "scope",
        f"Which is meant: {shown[0]} or {shown[1]}?",
        Stated(a, here, x.lower(), shown[0]),
        Stated(b, there, y.lower(), shown[1]),
        min(0.8, score),
        f"the same thing cannot be both “{shown[0]}” and “{shown[1]}”",
    )  # fmt: skip
