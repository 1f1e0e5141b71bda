"""Finds the words of a tag again after the article was edited.

What counts is the quote and the text around it; the stored position only says where to look
first. This follows the text quote and text position selectors of the W3C Web Annotation Data
Model. A place that is not certain is proposed to the reader, never assumed.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tui.model.article import Article
from tui.model.span import Span
from tui.model.tag import Anchor

CONTEXT = 32
"""Characters kept on each side of a quote."""
TELLING = 5
"""A sentence of at least this many words is recognised by itself, whatever stands around it now."""


class State(StrEnum):
    """What became of the words a tag was put on."""

    EXACT = "exact"
    """The same words in the same surroundings; the reader is told nothing."""
    MOVED = "moved"
    """The same words, found once only, but in other surroundings; the reader is shown both."""
    CHANGED = "changed"
    """Other words now, or several places that may be meant; the reader is asked."""
    ORPHAN = "orphan"
    """Nothing similar is left; the tag is listed, never dropped."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of `find`."""

    state: State
    span: Span | None
    """Where the tag is; None unless EXACT or MOVED, because the rest is not certain."""
    proposals: tuple[Span, ...] = ()
    """Where it may be, likeliest first; to be shown and asked, never taken."""
    why: str = ""
    """One sentence for the reader; empty for EXACT."""


def anchor(article: Article, span: Span) -> Anchor:
    """The anchor for the words at `span`: what has to be stored to find them again."""
    text = article.text
    quote = span.of(text)
    starts = list(_places(text, quote))
    return Anchor(
        article=article.id,
        file=article.file,
        span=span,
        quote=quote,
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
        sha256=article.sha256,
        occurrence=sum(1 for s in starts if s <= span.start),
        occurrences=len(starts),
        neighbours=_neighbours(article, span),
    )


def find(wanted: Anchor, article: Article) -> Found:
    """Where the words of `wanted` stand in `article` now."""
    text, quote = article.text, wanted.quote
    if not quote:
        return Found(State.ORPHAN, None, why="nothing is quoted")
    if wanted.by_hand:
        return _by_quote(article, wanted)
    if wanted.sha256 == article.sha256 and wanted.span.of(text) == quote:
        return Found(State.EXACT, wanted.span)
    starts = list(_places(text, quote))
    spans = [Span(s, s + len(quote)) for s in starts]
    whole = [s for s in spans if _surrounded(text, s, wanted)]
    if len(whole) == 1 and _neighbours(article, whole[0]) == wanted.neighbours:
        return Found(State.EXACT, whole[0])
    if len(whole) == 1 and len(spans) >= wanted.occurrences:
        rival = _rival(article, whole[0], wanted)
        return _either(rival, whole) if rival else Found(State.EXACT, whole[0])
    if whole:
        return _one_of_many(whole, spans, wanted)
    if spans:
        return _elsewhere(article, spans, wanted)
    return _alike(article, wanted)


def tag_id(file: str, quote: str, occurrence: int) -> str:
    """The id of a tag on the n-th occurrence of a quote in a file.

    Every writer gives the same claim the same id, so that merging two files does not tag it
    twice.
    """
    words = "\0".join((file, quote, str(occurrence)))
    return "t" + hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:10]


def _places(text: str, quote: str) -> Iterator[int]:
    """The starts of `quote` in `text`; overlapping ones too."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _surrounded(text: str, span: Span, wanted: Anchor) -> bool:
    """Whether the text on both sides is what the anchor says."""
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return before == wanted.before and after == wanted.after


def _one_of_many(whole: list[Span], spans: list[Span], wanted: Anchor) -> Found:
    """Several equal quotes in equal surroundings: the same one is found only if their number
    did not change.
    """
    if len(spans) == wanted.occurrences and 1 <= wanted.occurrence <= len(spans):
        same = spans[wanted.occurrence - 1]
        if same in whole:
            return Found(State.EXACT, same)
    why = (
        f"these words stood in the text {_times(wanted.occurrences)}, "
        f"stand there {_times(len(spans))} now, and any may be meant"
    )
    return Found(State.CHANGED, None, _nearest(whole, wanted), why)


def _by_quote(article: Article, wanted: Anchor) -> Found:
    """A tag typed into the file by hand: only its quote and the number of the occurrence are
    known.
    """
    starts = _places(article.text, wanted.quote)
    spans = [Span(s, s + len(wanted.quote)) for s in starts]
    if wanted.span in spans:
        return Found(State.EXACT, wanted.span)
    whole = [s for s in spans if _whole_words(article.text, s)]
    for counted in (spans, whole):
        if len(counted) == wanted.occurrences and 1 <= wanted.occurrence <= len(counted):
            meant = counted[wanted.occurrence - 1]
            if meant in whole:
                return Found(State.EXACT, meant)
    return _elsewhere(article, spans, wanted) if spans else _alike(article, wanted)


def _elsewhere(article: Article, spans: list[Span], wanted: Anchor) -> Found:
    """The quote is still in the text, but part of its surroundings is not.

    It is taken for the same claim in two cases: when enough of the old surroundings is still
    around it and around no other equal quote; or when it was and is the only one, a whole
    sentence, and too long to be repeated by chance. Otherwise the reader is asked. The reader
    is also asked when very similar words stand elsewhere, since those may be the tagged ones,
    edited, and these a repetition.
    """
    text = article.text
    ranked = sorted(_nearest(spans, wanted), key=lambda s: -_kept(article, s, wanted))
    best, rest = ranked[0], ranked[1:]
    kept = _kept(article, best, wanted)
    others = max((_kept(article, s, wanted) for s in rest), default=0)
    words = len(_WORD.findall(wanted.quote))
    only = len(spans) == 1 == wanted.occurrences
    clear = kept >= ENOUGH and others * 2 <= kept and len(spans) >= wanted.occurrences
    whole = article.claim_at(best.start) == best
    known = only and (words >= FEW if kept >= SOME else whole and words >= TELLING)
    if not _whole_words(text, best) or not (clear or known):
        why = (
            "the same words stand among other sentences now"
            if only
            else f"stood in the text {_times(wanted.occurrences)}, "
            f"stands there {_times(len(spans))} now"
        )
        return Found(State.CHANGED, None, tuple(ranked[:5]), why)
    if rival := _rival(article, best, wanted):
        return _either(rival, ranked)
    why = "the text around it was edited" if clear else "it stands among other sentences now"
    return Found(State.MOVED, best, why=why)


ENOUGH = 16
"""If at least this many of the 64 stored characters around a quote are unchanged, it is told
apart from equal quotes.
"""
SOME = 6
"""If at least this many of them are unchanged, even a short quote is taken for the same."""
FEW = 2


def _kept(article: Article, span: Span, wanted: Anchor) -> int:
    """How much of the surroundings is unchanged, 0 to 64: characters next to the quote, or
    whole sentences.
    """
    text = article.text
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    now = _neighbours(article, span)
    # The sentence next to it tells of a whole sentence only: of words inside
    # one, what stands between counts.
    first, last = article.claim_at(span.start), article.claim_at(span.end - 1)
    starts, ends = first and first.start == span.start, last and last.end == span.end
    sides = (
        (before[::-1], wanted.before[::-1], now[0] if starts else "", wanted.neighbours[0]),
        (after, wanted.after, now[1] if ends else "", wanted.neighbours[1]),
    )
    return sum(_side_kept(*side) for side in sides)


def _side_kept(now: str, was: str, sentence: str, wanted: str) -> int:
    """The same for one side, read outwards; 0 to 32."""
    if now == was or (sentence and sentence == wanted):
        return CONTEXT
    from rapidfuzz import fuzz

    likeness = fuzz.ratio(now, was)
    return max(_run(now.lstrip(), was.lstrip()), CONTEXT // 2 if likeness >= 75 else 0)


def _either(rival: Span, spans: list[Span]) -> Found:
    why = "these words stand elsewhere now, and much the same ones where they stood"
    return Found(State.CHANGED, None, (rival, *spans[:4]), why)


def _rival(article: Article, best: Span, wanted: Anchor) -> Span | None:
    """A sentence very similar to the quote at `best`: the tagged words may be there, edited.

    None if there is no such sentence, or if everything around `best` is unchanged.
    """
    from rapidfuzz import fuzz

    if _kept(article, best, wanted) == 2 * CONTEXT and best.start == wanted.span.start:
        return None
    text = article.text
    sentence = article.claim_at(best.start) or best
    words = sentence.of(text)
    for paragraph in article.told:
        for claim in paragraph.claims:
            other = claim.of(text)
            if wanted.quote not in other and fuzz.ratio(words, other, score_cutoff=RIVAL):
                return claim
    return None


RIVAL = 65
"""From this similarity on, 0 to 100, other words may be the quote after an edit."""


def _whole_words(text: str, span: Span) -> bool:
    """Whether the quote ends where words end: `no` in `nobody` does not."""

    def inside(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    return not inside(span.start) and not inside(span.end)


def _run(a: str, b: str) -> int:
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def _nearest(spans: list[Span], wanted: Anchor) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda s: (abs(s.start - wanted.span.start), s.start)))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _neighbours(article: Article, span: Span) -> tuple[str, str]:
    """Hashes of the sentences in front of and behind the one at `span`."""
    told = article.told
    here = bisect_right(told.starts, span.start)
    back, on = range(here - 1, -1, -1), range(max(here - 1, 0), len(told))
    earlier = (c for at in back for c in reversed(told[at].claims) if c.end <= span.start)
    later = (c for at in on for c in told[at].claims if c.start >= span.end)
    before, after = next(earlier, None), next(later, None)
    return (
        _hash(before.of(article.text)) if before else "",
        _hash(after.of(article.text)) if after else "",
    )


def _hash(sentence: str) -> str:
    return hashlib.sha256(" ".join(sentence.split()).encode("utf-8", "replace")).hexdigest()[:8]


_WORD = re.compile(r"\w+")


def _alike(article: Article, wanted: Anchor) -> Found:
    """Sentences that resemble the quote; they are only ever proposed."""
    from rapidfuzz import fuzz

    scored: list[tuple[float, Span]] = []
    for paragraph in article.told:
        for claim in paragraph.claims:
            score = fuzz.ratio(wanted.quote, claim.of(article.text), score_cutoff=55)
            if score:
                scored.append((score, claim))
    framed = _framed(article.text, wanted)
    if framed and framed not in (c for _, c in scored):
        scored.append((fuzz.ratio(wanted.quote, framed.of(article.text)) + 50, framed))
    if not scored:
        return Found(State.ORPHAN, None, why="nothing like these words is left in the text")
    scored.sort(key=lambda s: (-s[0], abs(s[1].start - wanted.span.start)))
    best = scored[0][1]
    why = difference(wanted.quote, best.of(article.text))
    return Found(State.CHANGED, None, tuple(c for _, c in scored[:5]), why)


def _framed(text: str, wanted: Anchor) -> Span | None:
    """What now stands between the stored surroundings; None unless those are found exactly once."""
    if not wanted.before or not wanted.after:
        return None
    starts = list(_places(text, wanted.before))
    if len(starts) != 1:
        return None
    start = starts[0] + len(wanted.before)
    end = text.find(wanted.after, start, start + 2 * len(wanted.quote) + 200)
    return Span(start, end) if end > start else None


def difference(was: str, now: str) -> str:
    """`text changed: was “12”, now “13”`: what stands between equal beginnings and ends."""
    old, new = was.split(), now.split()
    if old == new:
        return "text changed: only its blanks and lines"
    head = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = " ".join(old[head : len(old) - tail]), " ".join(new[head : len(new) - tail])
    if min(len(a), len(b)) > 1 and a[-1] == b[-1] and a[-1] in ".,;:!?":
        a, b = a[:-1], b[:-1]  # the comma behind both is no news
    return f"text changed: was “{a or '–'}”, now “{b or '–'}”"
