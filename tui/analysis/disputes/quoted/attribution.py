"""Attribution of the quotations of a story: who said each, on which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.dates import whens
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.quotes import Quote, quotes_of
from tui.analysis.sentences.speech import called_so, speaker, told_behind
from tui.analysis.sentences.when import When
from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

WHOLE = 0.8
"""Share of its sentence from which a quotation is the whole sentence."""


@dataclass(frozen=True, eq=False, slots=True)
class Said:
    """A quotation with its speaker and the day."""

    quote: Quote
    who: str
    """Key of the speaker; empty when nobody is named."""
    sure: bool
    """Whether the attribution is certain: the name touches the verb of saying."""
    day: When | None
    """The only day that the sentence of the attribution names; None where there is not one."""
    lead: Sentence
    """The sentence with the attribution: that of the quotation, or the one before, ending in a
    colon."""


def said(sentences: Sequence[Sentence], cast: Cast) -> tuple[Said, ...]:
    """All quotations of the story, in order, each attributed as far as the text allows.

    A quotation without attribution belongs to the speaker before where it only goes on, or to the
    one person named in its sentence.
    """
    found: list[Said] = []
    before: Sentence | None = None
    recent = alone = ""  # the person named last, and the same where it was the only one
    for sentence in sentences:
        if before is not None and before.article != sentence.article:
            before, recent, alone = None, "", ""
        named = cast.mentions(sentence)
        for quote in quotes_of(sentence):
            lead = sentence
            who = speaker(quote.span, sentence, named, recent)
            if found and _adds(found[-1], quote):
                who = found[-1].who or who
            if not who and before is not None and before.text.rstrip().endswith(":"):
                lead = before
                who = speaker(Span(0, 0), before, cast.mentions(before), recent)
            if not who and found and _goes_on(found[-1], quote):
                who = found[-1].who
            near = speaker(quote.span, lead, cast.mentions(lead), "", 4)
            if not who:
                who = near = told_behind(quote.span, sentence, named, recent)
            who = who or called_so(quote.span, sentence, named)
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
    """Whether `he said` or the like follows the quotation."""
    told = quote.sentence
    return _HE_SAID.match(told.text, quote.span.end - told.span.start) is not None


def _closes(quote: Quote) -> bool:
    """Whether the quotation ends a sentence that says more."""
    told = quote.sentence
    return told.span.end - quote.span.end <= 2 and len(quote.span) < WHOLE * len(told.text)


def _only_one(quote: Quote, named: Sequence[Named]) -> str:
    """Key of the only person named in front of the quotation; empty where there are several or
    none.
    """
    persons = {n.key for n in named if n.kind == "person" and n.span.end <= quote.span.start}
    return persons.pop() if len(persons) == 1 else ""


_ADDED = re.compile(
    r"[,.?!]?[”\"’']{0,2},?\s(?:he|she)\s(?:added|continued|went on|concluded)\b", re.I
)


def _adds(last: Said, quote: Quote) -> bool:
    """Whether the quotation is attributed by `he added` to the speaker of `last`."""
    told, before = quote.sentence, last.quote.sentence
    if told.article != before.article or told.number - before.number > 2:
        return False
    at = last.quote.span.end if told is before else quote.span.end  # `…,” he added, “…`
    return _ADDED.match(told.text, at - told.span.start) is not None


def _goes_on(last: Said, quote: Quote) -> bool:
    """Whether `quote` is a whole sentence right behind that of `last`."""
    told, before = quote.sentence, last.quote.sentence
    whole = len(quote.span) >= WHOLE * len(told.text)
    return whole and told.article == before.article and told.number - before.number == 1


def _day(lead: Sentence) -> When | None:
    """The only exact day in the sentence outside quotations; None where there is not one."""
    base = lead.span.start
    held = [(q.span.start - base, q.span.end - base) for q in quotes_of(lead)]
    days = [
        w for w in whens(lead.text, lead.published)
        if w.exact and not any(a <= w.span.start < b for a, b in held)
    ]  # fmt: skip
    return days[0] if len({d.value for d in days}) == 1 else None


def persons_around(one: Said, cast: Cast) -> frozenset[str]:
    """Keys of the persons named around the quotation, and of its speaker."""
    around = (*cast.mentions(one.lead), *cast.mentions(one.quote.sentence))
    persons = {n.key for n in around if n.kind == "person" and not one.quote.span.covers(n.span)}
    return frozenset(persons | {one.who} - {""})


def two_voices(a: Said, b: Said, cast: Cast) -> bool:
    """Whether two speakers are named who cannot be one: `the president` may be a named person."""
    if not a.who or not b.who or a.who == b.who:
        return False
    named = (a.who in cast.persons, b.who in cast.persons)
    if all(named) or not any(named):
        return True
    office = b if named[0] else a
    return f"the {office.who} " not in office.lead.text.lower()
