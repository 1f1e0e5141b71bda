"""Polarity: what one sentence denies and the other affirms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.analysis.clashes.modality import LOOK, alleged, forecast, lead_text, stopped
from tui.analysis.sentences.polarity import Denial, with_helpers
from tui.analysis.sentences.slot_reading import Discord, Reading, around, kinship
from tui.analysis.sentences.themes import theme
from tui.analysis.words.meanings import meaning
from tui.analysis.words.numerals import WORDS
from tui.analysis.words.sentence import Word, once
from tui.model.finding import Kind, Severity
from tui.model.span import Span

_MAYBE = re.compile(r"\b(?:might|may|could|perhaps|whether or)\s$", re.I)


_OF_A_NOUN = frozenset("no none without neither nor nothing".split())
"""Cues that deny a thing (`no survivors`); all others deny a deed."""


def denied(a: Reading, b: Reading) -> Iterator[Discord]:
    """What `a` denies and `b` affirms, one discord for each denial of `a`."""
    if _refused(a).isdisjoint(b.keys):
        return
    denied_there = {meaning(d.word) for d in b.denials}
    for denial in _firm(a):
        word = None if meaning(denial.word) in denied_there else _affirmed(b, denial)
        if word is None or not _comparable(a, denial, b, word):
            continue
        there = around(b, word.span, 8)
        beside = frozenset(meaning(w) for w in denial.scope[1:])
        if denial.cue in _OF_A_NOUN and len(beside & there) < 2:
            continue  # a thing that is named again may do something else
        here = beside if len(denial.scope) > 1 else around(a, denial.span, 8)
        yield Discord(
            Kind.NEGATION, Severity.CONFLICT, denial.span, word.span, "no", "yes",
            with_helpers(a.sentence, denial.span), with_helpers(b.sentence, word.span),
            0.5 + 0.45 * kinship(here, there),
            f"one denies it (“{denial.cue}”), the other affirms it",
        )  # fmt: skip


def _affirmed(b: Reading, denial: Denial) -> Word | None:
    """The first word of `b` with the meaning of the denied one that `b` does not deny itself."""
    key, there = meaning(denial.word), {d.word.span for d in b.denials}
    return next(
        (
            w
            for w, k in zip(b.sentence.words, b.keys, strict=True)
            if k == key and w.span not in there
        ),
        None,
    )


def _comparable(a: Reading, denial: Denial, b: Reading, word: Word) -> bool:
    """Whether `b` affirms at `word` just what `a` denies: same modality, same quantity, no
    allegation.
    """
    # What is unlikely may contradict both what is expected and what is told as certain.
    ahead = forecast(a, denial.span.start)
    if denial.cue != "unlikely" and forecast(b, word.span.start) != ahead:
        return False
    if stopped(b, word) or _of_some(b, word.span.start) or of_none(b, word) or alleged(b, word):
        return False
    if _another_say(a, denial, b, word) or of_another(a, denial, b, word):
        return False
    return not any(d.span.start < word.span.start and word in d.scope for d in b.denials)


@once
def _firm(a: Reading) -> tuple[Denial, ...]:
    """The denials of `a` that hold for all cases and without a modal; `might not` leaves it
    open.
    """
    return tuple(
        denial
        for denial in a.denials
        if not (denial.cue == "not" and _MAYBE.search(lead_text(a, denial.span.start)))
        and _of_this_whole(a, denial)
    )


@once
def _refused(a: Reading) -> frozenset[str]:
    """The meanings of the words denied so."""
    return frozenset(meaning(denial.word) for denial in _firm(a))


_RECORD = re.compile(r"\b(?:before|ever|since|history|\w{2,16}er|more\s\w+|such)\b", re.I)
_SOME = re.compile(
    r"\b(?:some|many|most|several|others|few|half|among|those\swho|"
    rf"(?<!\bthe\s)(?<!\bthese\s)(?<!\bthose\s)(?:\d+|{WORDS}))\b[^,;:.]{{0,40}}$",
    re.I,
)
_NONE = re.compile(
    r"^\W{0,2}(?:\s\w{1,12})?\s[“\"']?(?:no|none|nothing|nobody|neither|scant|"
    r"(?<!\ba )few|(?<!\ba )little)\b"
)
_PLEA = re.compile(r"\b(?:plead|pleads|pleaded|pled|pleading|plea of)\s$", re.I)
_BARRED = re.compile(r"\b(?:can|could|may|might|must|should|able|allow(?:ed)?|free)\b", re.I)


def _first_of_its_kind(a: Reading, denial: Denial) -> bool:
    """Whether the denial says that nothing like it had ever happened: `none has been deadlier`."""
    if denial.cue not in ("no", "never", "none"):
        return False
    start = denial.span.start - a.sentence.span.start
    clause = re.split(r"[,;:]", a.sentence.text[start : start + LOOK], maxsplit=1)[0]
    return bool(_RECORD.search(clause))


def _of_some(a: Reading, at: int) -> bool:
    """Whether only some of a group are meant at position `at`: the contrary may hold of the
    others.
    """
    return bool(_SOME.search(a.sentence.text[: at - a.sentence.span.start][-LOOK:]))


def of_none(b: Reading, word: Word) -> bool:
    """Whether a negative object makes the word a denial too: `found no case`, `gave few data`."""
    return _NONE.search(b.sentence.text[word.span.end - b.sentence.span.start :][:24]) is not None


def _of_this_whole(a: Reading, denial: Denial) -> bool:
    """Whether the denial concerns this one event, and all of the group."""
    return not _first_of_its_kind(a, denial) and not _of_some(a, denial.span.start)


def denies_outright(a: Reading, denial: Denial) -> bool:
    """Whether `denial` says plainly that something is not so: no plea, inability, record or
    part.
    """
    lead = lead_text(a, denial.span.start)
    barred = denial.cue in ("can't", "cannot", "unlikely", "unable")
    return _of_this_whole(a, denial) and not barred and not _PLEA.search(lead)


def _another_say(a: Reading, denial: Denial, b: Reading, word: Word) -> bool:
    """Whether one is a plea and the other a verdict, or one a ban and the other the deed."""
    lead = lead_text(a, denial.span.start), lead_text(b, word.span.start)
    if _PLEA.search(lead[0]) and not _PLEA.search(lead[1]):
        return True
    return denial.cue in ("can't", "cannot") and not _BARRED.search(lead[1])


_IS = re.compile(r"\s(?:is|are|was|were|be|been|[a-z]{2,6}n['’]t)?\s?(?:yet|still|also)?\s?")


def of_another(a: Reading, denial: Denial, b: Reading, word: Word) -> bool:
    """Whether a quality is denied of one thing and told of another: `the deal was not ready`, `a
    ceremony ready to go`.
    """
    if denial.cue != "not" or denial.word.folded != denial.word.lemma:
        return False
    here, there = _owner(a, denial.span), _owner(b, word.span)
    if here is None or there is None:
        return False
    return theme(here) != theme(there) and not (
        {here.lemma, there.lemma} & {*a.lemmas} & {*b.lemmas}
    )


def _owner(reading: Reading, span: Span) -> Word | None:
    """The content word right in front of `span`, or in front of a form of `be`; else None."""
    before = [w for w in reading.sentence.words if w.span.end <= span.start and w.content]
    if not before:
        return None
    return before[-1] if _IS.fullmatch(reading.sentence.between(before[-1].span, span)) else None
