"""One quotation in two wordings, on two days, or from two speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.analysis.disputes.basis.dispute import Answer, Dispute
from tui.analysis.disputes.basis.scores import Scores
from tui.analysis.disputes.quoted.attribution import Said, persons_around, two_voices
from tui.analysis.disputes.quoted.retellings import (
    LEAST,
    Match,
    candidates,
    epithets,
    sure,
    uttered,
)
from tui.analysis.disputes.wording.explain import because, cited, short, told_at
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.phrases import phrase
from tui.analysis.sentences.quotes import (
    MIN_LEMMAS,
    Change,
    Quote,
    Variant,
    told_as_one,
    variant,
)
from tui.analysis.sentences.themes import Weights
from tui.analysis.sentences.when import apart
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span


def quote_disputes(
    spoken: Sequence[Said], cast: Cast, known: Weights, alike: Scores
) -> Iterator[Dispute]:
    """Pairs of versions of one quotation that differ in words, day or speaker.

    Found by common lemmas in order (`quotes.variant`), then by weighed evidence (`retellings`),
    then among short quoted phrases.
    """
    told = set()
    for n, m in _pairs(spoken):
        a, b = spoken[n], spoken[m]
        least = MIN_LEMMAS - 1 if a.who and a.who == b.who else MIN_LEMMAS
        found = variant(a.quote, b.quote, least)
        if found is None:
            continue
        if differs(found) and not _two_speeches(a, b, found, cast):
            told.add((n, m))
            yield _wording(a, b, found, cast)
        yield from _two_days(a, b, cast)
        if found.share >= 0.85:
            told.add((n, m))
            yield from _two_mouths(a, b, found, cast)
    words = [uttered(s.quote, s.who, persons_around(s, cast)) for s in spoken]
    for match in candidates(words, known, alike):
        if (match.a, match.b) not in told:
            yield from _reworded(spoken[match.a], spoken[match.b], match, cast)
    for n, m in epithets(words):
        x, y = spoken[n].quote, spoken[m].quote
        if _is_name(x) and _is_name(y):
            continue  # told whole here, by a part there
        changed = (Change(x.text.strip(" .,"), y.text.strip(" .,")),)
        yield _wording(spoken[n], spoken[m], Variant(0.5, changed, x.span, y.span), cast)


def _is_name(quote: Quote) -> bool:
    """Whether the quotation is only a name: of a project, a ship, a film."""
    return all(w.text[:1].isupper() for w in quote.words if w.content)


def _reworded(a: Said, b: Said, match: Match, cast: Cast) -> Iterator[Dispute]:
    """The disputes of two versions that share fewer words."""
    share = sure(match)
    if share < LEAST and not match.row:
        return
    found = told_as_one(a.quote, b.quote, max(share, LEAST))
    if differs(found):
        yield _wording(a, b, found, cast)
    if match.row:
        yield from _two_mouths(a, b, found, cast)


def differs(found: Variant) -> bool:
    """Whether the versions differ in more than an ending, an article or a slurred word."""
    return len(found.changes) > 1 or any(_plain(c.a) != _plain(c.b) for c in found.changes)


_SLURRED = {"gonna": "going to", "wanna": "want to", "gotta": "got to", "'em": "them", "ya": "you",
            "got": ""}  # fmt: skip
_ARTICLES = frozenset("a an the this that any some and".split())


def _plain(words: str) -> str:
    """The words without what an editor may smooth."""
    spelt = " ".join(_SLURRED.get(w, w) for w in words.lower().split())
    return " ".join(w for w in spelt.split() if w not in _ARTICLES).removesuffix("s")


SPOKEN = 6
"""Content lemmas in common from which quotations of two speakers are still one utterance."""


def _two_speeches(a: Said, b: Said, found: Variant, cast: Cast) -> bool:
    """Whether two speakers merely use like words."""
    common = found.share * min(len(a.quote.lemmas), len(b.quote.lemmas))
    return two_voices(a, b, cast) and common < SPOKEN


def _pairs(spoken: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Positions of the quotations that share two content lemmas in a row, or nearly so."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(spoken):
        lemmas = one.quote.lemmas
        for i, lemma in enumerate(lemmas):
            for other in lemmas[i + 1 : i + 3]:
                index[(lemma, other)].append(n)
    pairs: set[tuple[int, int]] = set()
    for places in index.values():
        if len(places) > 60:
            continue
        pairs.update((a, b) for i, a in enumerate(places) for b in places[i + 1 :] if a != b)
    yield from sorted(pairs)


def _wording(a: Said, b: Said, found: Variant, cast: Cast) -> Dispute:
    """The dispute over the words."""
    change = max(found.changes, key=lambda c: len(c.a) + len(c.b))
    who = cast.surname(a.who) if a.who == b.who and a.who else ""
    if change.tells and change.a and change.b and len(change.a) + len(change.b) < 40:
        asked = f"What did {who} say" if who else "What were the exact words"
        question = f"{asked}: “{short(change.a)}” or “{short(change.b)}”?"
    else:
        asked = f"What did {who} say exactly in" if who else "What were the exact words of"
        question = f"{asked} “{short(_part(a.quote, found.at_a), 40)}”?"
    changes = (
        f"“{c.a}” against “{c.b}”" if c.a and c.b else f"“{c.a or c.b}” only in one"
        for c in found.changes[:3]
    )
    told = "; ".join(dict.fromkeys(changes))
    # Of a speech only what the other quotes too: the rest differs in nothing.
    said = _part(a.quote, found.at_a), _part(b.quote, found.at_b)
    return Dispute(
        Kind.QUOTE, Severity.DIFFERS, "quotation",
        question,
        (
            Answer(_value(a.quote), short(said[0], 80), _mention(a.quote, found.at_a)),
            Answer(_value(b.quote), short(said[1], 80), _mention(b.quote, found.at_b)),
        ),
        0.5 + (0.4 if any(c.tells for c in found.changes) else 0.2) * found.share,
        because(
            cited(a.quote.sentence.article, said[0]),
            cited(b.quote.sentence.article, said[1]),
            f"the same quotation cannot have both wordings, {told}",
        ),
    )  # fmt: skip


def _value(quote: Quote) -> str:
    """The folded words, by which versions are compared."""
    return " ".join(w.folded for w in quote.words)


def _part(quote: Quote, at: Span) -> str:
    """The part of the quotation at `at`, a span of the article."""
    base = quote.span.start
    return quote.text[at.start - base : at.end - base]


def _mention(quote: Quote, at: Span | None = None) -> Mention:
    """The quotation, or the part of it that the other one tells too."""
    return Mention(quote.sentence.article, at or quote.span)


def _two_days(a: Said, b: Said, cast: Cast) -> Iterator[Dispute]:
    """The dispute over the day, if both versions have one and the days exclude each other."""
    if a.day is None or b.day is None or not apart(a.day, b.day):
        return
    if a.who and b.who and a.who != b.who:
        return
    who = cast.surname(a.who or b.who) if (a.who or b.who) else "the speaker"
    yield Dispute(
        Kind.DATE, Severity.CONFLICT, "quotation-day",
        f"When did {who} say “{short(a.quote.text, 36)}”?",
        (
            Answer(a.day.value, a.day.shown, _lead(a)),
            Answer(b.day.value, b.day.shown, _lead(b)),
        ),
        0.8,
        because(
            told_at(a.lead, _lead(a).span), told_at(b.lead, _lead(b).span),
            f"the same words cannot have been spoken on both {a.day.shown} and {b.day.shown}",
        ),
    )  # fmt: skip


def _two_mouths(a: Said, b: Said, found: Variant, cast: Cast) -> Iterator[Dispute]:
    """The dispute over the speaker, if both attributions are certain."""
    persons = set(cast.full.values())
    if not (a.sure and b.sure) or _names(a, b.who, cast) or _names(b, a.who, cast):
        return
    if a.who == b.who or a.who not in persons or b.who not in persons:
        return
    left, right = cast.name(a.who), cast.name(b.who)
    yield Dispute(
        Kind.ATTRIBUTION, Severity.DIFFERS, "quotation-speaker",
        f"Who said “{short(_part(a.quote, found.at_a), 44)}”?",
        (
            Answer(a.who, left, _mention(a.quote, found.at_a)),
            Answer(b.who, right, _mention(b.quote, found.at_b)),
        ),
        0.65,
        because(
            cited(a.lead.article, a.lead.text), cited(b.lead.article, b.lead.text),
            f"the same words are attributed to {left} and to {right}",
        ),
    )  # fmt: skip


def _names(one: Said, who: str, cast: Cast) -> bool:
    """Whether the passage names that person too: then its attribution is not certain."""
    return who in persons_around(one, cast)


def _lead(one: Said) -> Mention:
    """The day of the attribution with its preposition."""
    assert one.day is not None
    start = one.lead.span.start
    day = Span(start + one.day.span.start, start + one.day.span.end)
    return Mention(one.lead.article, phrase(one.lead, day, Kind.DATE))
