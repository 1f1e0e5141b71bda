"""Quotations: where they stand, and how two versions of one quotation differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.analysis.words.lexicon import american
from tui.analysis.words.meanings import meaning
from tui.analysis.words.sentence import Sentence, Word
from tui.model.span import Span

_MARKED = re.compile(
    r"[“\"]([^“”\"]{2,2000})(?:[”\"]|$)|(?<!\w)‘([^‘’\"]{12,400})’(?!\w)"
    r"|(?<![\w'])'([A-Z](?:[^'“”\"]|'(?=\w)){11,400})(?:'(?!\w)|$)"
)
_GAP = re.compile(r"\.\s?\.\s?\.|…|\[[^\]]{0,20}\]")
MIN_LEMMAS = 4
"""Content lemmas from which a quotation is compared; a shorter one is a fragment."""
SHORT = 6
"""A quotation with fewer content lemmas is not compared with one more than twice as long."""
SHORTEST_CUT = 12
"""Words up to which a quotation is shown whole."""
WORDS = 7
"""Fewest words of quotations that are compared word for word, small ones too."""
WORD_FOR_WORD = 0.85
"""Share of these that must be the same."""
VARIANT = 0.60
"""Share of the shorter quotation's lemmas, in common order, from which both are one quotation."""


@dataclass(frozen=True, eq=False, slots=True)
class Quote:
    """One quotation inside one sentence."""

    sentence: Sentence
    span: Span
    """The words between the marks, in the article's text."""
    text: str
    words: tuple[Word, ...]
    """The words between the marks."""
    gaps: frozenset[int]
    """Positions in `words` in front of which the report left something out."""

    @property
    def lemmas(self) -> tuple[str, ...]:
        """Meanings of the content words, in order."""
        return tuple(meaning(w) for w in self.words if w.content)


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one version and the words in their place in the other; either may be empty."""

    a: str
    b: str
    tells: bool = True
    """Whether content, tense or polarity changes, and not only a function word."""


@dataclass(frozen=True, slots=True)
class Variant:
    """How two versions of one quotation differ."""

    share: float
    """Share of the shorter one's content lemmas that both have in common order, 0 to 1."""
    changes: tuple[Change, ...]
    """Empty where one is the other, or part of it."""
    at_a: Span
    """The part of `a` that `b` has too, in the article."""
    at_b: Span
    """The part of `b` that `a` has too."""


def quotes_of(sentence: Sentence) -> tuple[Quote, ...]:
    """The quotations of `sentence` in order."""
    return tuple(_quotes(sentence))


def _quotes(sentence: Sentence) -> Iterator[Quote]:
    for match in _MARKED.finditer(sentence.text):
        group = match.lastindex or 1
        span = sentence.in_article(Span(*match.span(group)))
        words = tuple(w for w in sentence.words if span.covers(w.span))
        if not words:
            continue
        text = match.group(group)
        cuts = [span.start + m.start() for m in _GAP.finditer(text)]
        gaps = frozenset(
            next((i for i, w in enumerate(words) if w.span.start > cut), len(words)) for cut in cuts
        )
        yield Quote(sentence, span, text, words, gaps)


def variant(a: Quote, b: Quote, least: int = MIN_LEMMAS) -> Variant | None:
    """How two quotations of one utterance differ; None where they are two utterances.

    At least `VARIANT` of the shorter one's content lemmas must occur in the same order and close
    together in the longer one; an ellipsis may stand for anything. `least` is the fewest lemmas of
    the shorter one.
    """
    if same := _word_for_word(a, b):
        return told_as_one(a, b, same)
    short, long = sorted((a.lemmas, b.lemmas), key=len)
    if len(short) < least:
        return None
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in blocks)
    if common / len(short) < VARIANT or common < 3:
        return None
    real = [block for block in blocks if block.size]
    reach = real[-1].b + real[-1].size - real[0].b
    if len(short) < SHORT and common < len(short) and len(long) > 2 * len(short):
        return None
    loose = reach > common + 2 if common < MIN_LEMMAS else reach > 2 * len(short)
    if loose and not (a.gaps or b.gaps) and common < 0.9 * len(short):
        return None
    return told_as_one(a, b, common / len(short))


def _word_for_word(a: Quote, b: Quote) -> float:
    """Share of the words of the shorter quotation, small ones too, that stand in the longer one in
    the same order and without a gap: 0 where too few do to tell that both are one utterance.

    `There are too many leaders who claim`, `There are too many people who claim`.
    """
    short, long = sorted(([w.folded for w in q.words] for q in (a, b)), key=len)
    if len(short) < WORDS or len(short) > 2 * WORDS:
        return 0.0
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()[:-1]
    common = sum(block.size for block in blocks)
    if common < max(WORDS - 1, WORD_FOR_WORD * len(short)):
        return 0.0
    reach = blocks[-1].b + blocks[-1].size - blocks[0].b
    return common / len(short) if reach <= len(short) + 1 else 0.0


def told_as_one(a: Quote, b: Quote, share: float) -> Variant:
    """How two quotations differ that are known to be one utterance."""
    return Variant(share, _changes(a, b), *_common(a, b))


def _common(a: Quote, b: Quote) -> tuple[Span, Span]:
    """The span in each from the first to the last content word that both have."""
    here, there = {meaning(w) for w in a.words}, {meaning(w) for w in b.words}

    def part(quote: Quote, other: set[str]) -> Span:
        held = [w for w in quote.words if w.content and meaning(w) in other]
        if len(quote.words) <= SHORTEST_CUT or len(held) < 2:
            return quote.span
        return Span(held[0].span.start, held[-1].span.end)

    return part(a, there), part(b, here)


def _changes(a: Quote, b: Quote) -> tuple[Change, ...]:
    """Where the versions differ, without what was only cut off or left out."""
    left, at_a = _spoken(a.words)
    right, at_b = _spoken(b.words)
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    found: list[Change] = []
    for n, (tag, *ends) in enumerate(codes):
        a1, a2, b1, b2 = at_a[ends[0]], at_a[ends[1]], at_b[ends[2]], at_b[ends[3]]
        if tag == "equal" or _excused(a, b, (a1, a2), (b1, b2), n in (0, len(codes) - 1)):
            continue
        old, new = a.words[a1:a2], b.words[b1:b2]
        found.append(Change(_said(old), _said(new), any(map(_tells, (*old, *new)))))
    return tuple(found)


_TENSES = frozenset(
    "is are was were am be been has have had will would shall should can could may might must do "
    "does did not never no".split()
)


def _tells(word: Word) -> bool:
    """Whether the word carries content, tense or negation."""
    return word.content or word.folded in _TENSES


_DRAWN = re.compile(
    r"(.+?)(n't|'(?:re|ll|ve|m|d))|(it|that|there|here|he|she|what|who|where|how)'s"
)
_FULL = {
    "n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would", "'s": "is",
}  # fmt: skip
_BASE = {"ca": "can", "wo": "will", "sha": "shall"}


def _spoken(words: Sequence[Word]) -> tuple[list[str], list[int]]:
    """The words as spoken, contractions resolved, and for each its position in `words`.

    The list of positions has one more item, the end.
    """
    heard: list[str] = []
    at: list[int] = []
    for n, word in enumerate(words):
        parts = drawn_apart(word)
        keys = [p if p in _TENSES else f"{p}+" for p in parts] if len(parts) > 1 else [_key(word)]
        heard += keys
        at += [n] * len(keys)
    return heard, [*at, len(words)]


def drawn_apart(word: Word) -> tuple[str, ...]:
    """The words that a contraction stands for (`can't`, `there's`); else the word itself,
    folded.
    """
    drawn = _DRAWN.fullmatch(word.text.lower().replace("’", "'"))
    if drawn is None:
        return ("can", "not") if word.folded == "cannot" else (word.folded.replace("’", "'"),)
    base = drawn[1] or drawn[3]
    return _BASE.get(base, base), _FULL[drawn[2] or "'s"]


def _key(word: Word) -> str:
    """The word as it is compared: lemma and ending; an auxiliary as it stands.

    A form that has no such ending (`sent`, `men`) is an ending of its own.
    """
    if word.folded in _TENSES:
        return word.folded
    ending = next((e for e in ("ing", "ed", "s") if word.folded.endswith(e)), "")
    if not ending and american().get(word.folded, word.folded) != word.lemma:
        ending = word.folded
    return f"{word.lemma}+{ending}"


def _excused(a: Quote, b: Quote, left: tuple[int, int], right: tuple[int, int], edge: bool) -> bool:
    """Whether words are only missing because one version was cut there."""
    many_a, many_b = left[1] - left[0], right[1] - right[0]
    if edge and not left[0] and not right[0] and many_a and many_b and _both_begin(a, b):
        return False
    if edge and left[0] and right[0] and many_a and many_b and _both_end(a, b, many_a, many_b):
        return False
    content_a = any(w.content for w in a.words[left[0] : left[1]])
    content_b = any(w.content for w in b.words[right[0] : right[1]])
    if edge and not (content_a and content_b):
        return True
    if edge and (not many_a or not many_b or min(many_a, many_b) > 4 or max(many_a, many_b) > 8):
        return True
    cut_a = any(left[0] <= g <= left[1] for g in a.gaps)
    cut_b = any(right[0] <= g <= right[1] for g in b.gaps)
    return cut_a or cut_b


def _both_begin(a: Quote, b: Quote) -> bool:
    """Whether both versions begin with the first word of a sentence, and neither was cut in
    front.
    """
    return all(q.text[:1].isupper() and q.words[0].text != "I" for q in (a, b))


def _both_end(a: Quote, b: Quote, many_a: int, many_b: int) -> bool:
    """Whether both versions end a clause with as few words that differ: `by all` and `by
    everyone`.
    """
    return many_a == many_b == 1 and all(q.text.rstrip()[-1:] in ".,!?" for q in (a, b))


def _said(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)
