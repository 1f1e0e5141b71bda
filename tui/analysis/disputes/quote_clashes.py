"""One quotation in two wordings, on two days, or in two mouths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.disputes.dispute import Answer, Dispute
from tui.analysis.disputes.explain import because, cited, short, told_at
from tui.analysis.disputes.retellings import (
    LEAST,
    Match,
    candidates,
    epithets,
    sure,
    uttered,
)
from tui.analysis.disputes.scores import Scores
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.dates import whens
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.phrases import phrase
from tui.analysis.sentences.quotes import (
    MIN_LEMMAS,
    Change,
    Quote,
    Variant,
    quotes_of,
    told_as_one,
    variant,
)
from tui.analysis.sentences.speech import speaker, told_behind
from tui.analysis.sentences.themes import Weights
from tui.analysis.sentences.when import When, apart
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span

WHOLE = 0.8
"""Share of a sentence from which a quotation is all that it tells."""


@dataclass(frozen=True, eq=False, slots=True)
class Said:
    """A quotation with its speaker and day."""

    quote: Quote
    who: str
    """Key of the speaker; empty when nobody is named."""
    sure: bool
    """The speaker's name touches the verb of saying."""
    day: When | None
    lead: Sentence
    """The sentence that tells who said it and when."""


def said(sentences: Sequence[Sentence], cast: Cast) -> tuple[Said, ...]:
    """All quotations of the story, in order."""
    found: list[Said] = []
    before: Sentence | None = None
    recent = alone = ""  # the person named last, and the same where it was the only one
    for sentence in sentences:
        if before is not None and before.article != sentence.article:
            before, recent, alone = None, "", ""
        named = cast.mentions(sentence)
        for quote in quotes_of(sentence):
            lead = sentence
            who = speaker(quote.span, sentence, named, cast, recent)
            if found and _adds(found[-1], quote):
                who = found[-1].who or who
            if not who and before is not None and before.text.rstrip().endswith(":"):
                lead = before
                who = speaker(Span(0, 0), before, cast.mentions(before), cast, recent)
            if not who and found and _goes_on(found[-1], quote):
                who = found[-1].who
            near = speaker(quote.span, lead, cast.mentions(lead), cast, "", 4)
            if not who:
                who = near = told_behind(quote.span, sentence, named, recent)
            if not who and quote.text[:1].isupper() and _closes(quote):
                who = _only_one(quote, named)
            sure = bool(who) and (near == who or (alone == who and _he_said(quote)))
            found.append(Said(quote, who, sure, _day(lead), lead))
        persons = [n.key for n in named if n.kind == "person"]
        recent = persons[0] if persons else recent
        alone = persons[0] if len({*persons}) == 1 else alone if not persons else ""
        before = sentence
    return tuple(found)


_HE_SAID = re.compile(r"[,.?!]?[”\"’']{0,2},?\s(?:[Hh]e|[Ss]he)\s[a-z]{3}")


def _he_said(quote: Quote) -> bool:
    """Whether a pronoun and a verb stand right behind the words."""
    told = quote.sentence
    return _HE_SAID.match(told.text, quote.span.end - told.span.start) is not None


def _closes(quote: Quote) -> bool:
    """Whether the quotation stands at the end of a sentence that tells more."""
    told = quote.sentence
    return told.span.end - quote.span.end <= 2 and len(quote.span) < WHOLE * len(told.text)


def _only_one(quote: Quote, named: Sequence[Named]) -> str:
    """The one person of the words in front; empty where there are more or none."""
    persons = {n.key for n in named if n.kind == "person" and n.span.end <= quote.span.start}
    return persons.pop() if len(persons) == 1 else ""


_ADDED = re.compile(
    r"[,.?!]?[”\"’']{0,2},?\s(?:he|she)\s(?:added|continued|went on|concluded)\b", re.I
)


def _adds(last: Said, quote: Quote) -> bool:
    """Whether who spoke right before adds the words: `he added`."""
    told, before = quote.sentence, last.quote.sentence
    if told.article != before.article or told.number - before.number > 2:
        return False
    at = last.quote.span.end if told is before else quote.span.end  # `…,” he added, “…`
    return _ADDED.match(told.text, at - told.span.start) is not None


def _goes_on(last: Said, quote: Quote) -> bool:
    """Whether `quote` fills its sentence and follows on the words of `last`."""
    told, before = quote.sentence, last.quote.sentence
    whole = len(quote.span) >= WHOLE * len(told.text)
    return whole and told.article == before.article and told.number - before.number == 1


def _day(lead: Sentence) -> When | None:
    base = lead.span.start
    held = [(q.span.start - base, q.span.end - base) for q in quotes_of(lead)]
    days = [
        w for w in whens(lead.text, lead.published)
        if w.exact and not any(a <= w.span.start < b for a, b in held)
    ]  # fmt: skip
    return days[0] if len({d.value for d in days}) == 1 else None


def quote_disputes(
    spoken: Sequence[Said], cast: Cast, known: Weights, alike: Scores
) -> Iterator[Dispute]:
    """Pairs of tellings of one quotation that differ in words, day or speaker."""
    told = set()
    for n, m in _pairs(spoken):
        a, b = spoken[n], spoken[m]
        least = MIN_LEMMAS - 1 if a.who and a.who == b.who else MIN_LEMMAS
        found = variant(a.quote, b.quote, least)
        if found is None:
            continue
        if differs(found) and not _two_speeches(a, b, found):
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
    """Whether all that is quoted is a name: of a project, a ship, a film."""
    return all(w.text[:1].isupper() for w in quote.words if w.content)


def _reworded(a: Said, b: Said, match: Match, cast: Cast) -> Iterator[Dispute]:
    """The same of quotations that share fewer words."""
    share = sure(match)
    if share < LEAST and not match.row:
        return
    found = told_as_one(a.quote, b.quote, max(share, LEAST))
    if differs(found):
        yield _wording(a, b, found, cast)
    if match.row:
        yield from _two_mouths(a, b, found, cast)


def differs(found: Variant) -> bool:
    """Whether more than one ending, article or slurred word differs."""
    return len(found.changes) > 1 or any(_plain(c.a) != _plain(c.b) for c in found.changes)


_SLURRED = {"gonna": "going to", "wanna": "want to", "gotta": "got to", "'em": "them", "ya": "you",
            "got": ""}  # fmt: skip
_ARTICLES = frozenset("a an the this that any some and".split())


def _plain(words: str) -> str:
    """Without what an editor may smooth."""
    spelt = " ".join(_SLURRED.get(w, w) for w in words.lower().split())
    return " ".join(w for w in spelt.split() if w not in _ARTICLES).removesuffix("s")


def persons_around(one: Said, cast: Cast) -> frozenset[str]:
    """Who is named around the words."""
    around = (*cast.mentions(one.lead), *cast.mentions(one.quote.sentence))
    persons = {n.key for n in around if n.kind == "person" and not one.quote.span.covers(n.span)}
    return frozenset(persons | {one.who} - {""})


SPOKEN = 6
"""Content lemmas in common from which words of two speakers are one speech all the same."""


def _two_speeches(a: Said, b: Said, found: Variant) -> bool:
    """Whether two speakers only use like words."""
    common = found.share * min(len(a.quote.lemmas), len(b.quote.lemmas))
    return bool(a.who and b.who) and a.who != b.who and common < SPOKEN


def _pairs(spoken: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Places of pairs that share two content lemmas in a row, or nearly so."""
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
    return " ".join(w.folded for w in quote.words)


def _part(quote: Quote, at: Span) -> str:
    base = quote.span.start
    return quote.text[at.start - base : at.end - base]


def _mention(quote: Quote, at: Span | None = None) -> Mention:
    """The quotation, or the part of it that the other one tells too."""
    return Mention(quote.sentence.article, at or quote.span)


def _two_days(a: Said, b: Said, cast: Cast) -> Iterator[Dispute]:
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
    """Whether the passage names that person too: then who speaks is not sure."""
    return who in persons_around(one, cast)


def _lead(one: Said) -> Mention:
    """The day, with the word it leans on."""
    assert one.day is not None
    start = one.lead.span.start
    day = Span(start + one.day.span.start, start + one.day.span.end)
    return Mention(one.lead.article, phrase(one.lead, day, Kind.DATE))
