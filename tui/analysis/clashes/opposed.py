"""Polarity and word choice: denials, antonyms and loaded words in which two sentences differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.analysis.sentences.polarity import Denial, with_helpers
from tui.analysis.sentences.slot_reading import Discord, Reading, around, denied_words, kinship
from tui.analysis.words.meanings import meaning
from tui.analysis.words.numerals import WORDS
from tui.analysis.words.sentence import Word, once
from tui.model.finding import Kind, Severity

_FORECAST = re.compile(
    r"\b(?:expected|could|may|might|would|likely|unlikely|plans?|planned|hopes?|hoped|vow(?:s|ed)|"
    r"asked|requests?|urged?|calls? (?:for|on)|called (?:for|on)|threaten(?:s|ed)?|whether|if|"
    r"wants?|wanted|should|must|promised?|pledged?|consider(?:s|ed|ing)?|possible|proposed?)"
    r"\W+(?:\w+\W+){0,5}$",
    re.I,
)


def _forecast(reading: Reading, at: int) -> bool:
    """Whether the word at position `at` of the article is under a modal, a wish or a request."""
    text = reading.sentence.text[: at - reading.sentence.span.start]
    return bool(_FORECAST.search(text[-60:]))


LOOK = 90
"""Characters on one side of a denial that are searched for signs of its scope."""
_MAYBE = re.compile(r"\b(?:might|may|could|perhaps|whether or)\s$", re.I)


def _lead_text(reading: Reading, at: int, reach: int = 24) -> str:
    """The `reach` characters of the sentence in front of position `at` of the article."""
    return reading.sentence.text[: at - reading.sentence.span.start][-reach:]


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
    ahead = _forecast(a, denial.span.start)
    if denial.cue != "unlikely" and _forecast(b, word.span.start) != ahead:
        return False
    if stopped(b, word) or _of_some(b, word.span.start) or _of_none(b, word) or alleged(b, word):
        return False
    if _another_say(a, denial, b, word):
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
        if not (denial.cue == "not" and _MAYBE.search(_lead_text(a, denial.span.start)))
        and _of_this_whole(a, denial)
    )


@once
def _refused(a: Reading) -> frozenset[str]:
    """The meanings of the words denied so."""
    return frozenset(meaning(denial.word) for denial in _firm(a))


_RECORD = re.compile(r"\b(?:before|ever|since|history|\w{2,16}er|more\s\w+|such)\b", re.I)
_SOME = re.compile(
    rf"\b(?:some|many|most|several|others|few|half|among|those\swho|\d+|{WORDS})\b[^,;:.]{{0,40}}$",
    re.I,
)
_NONE = re.compile(r"^\W{0,2}(?:\s\w{1,12})?\s[“\"']?(?:no|none|nothing|nobody|neither)\b")
_ALLEGED = re.compile(
    r"\b(?:accusations?|allegations?|suspicions?|rumou?rs?|speculation|suggestions?|fears?)\s"
    r"(?:that|of)\s[^,;:.]{0,40}$|\bwhether\s[^,;:.]{0,40}$",
    re.I,
)
"""In front of what is only alleged: a denial of that contradicts nobody."""
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


def _of_none(b: Reading, word: Word) -> bool:
    """Whether a negative object follows the word, which makes it a denial too: `found no case`."""
    return _NONE.search(b.sentence.text[word.span.end - b.sentence.span.start :][:24]) is not None


def _of_this_whole(a: Reading, denial: Denial) -> bool:
    """Whether the denial concerns this one event, and all of the group."""
    return not _first_of_its_kind(a, denial) and not _of_some(a, denial.span.start)


def denies_outright(a: Reading, denial: Denial) -> bool:
    """Whether `denial` says plainly that something is not so: no plea, inability, record or
    part.
    """
    lead = _lead_text(a, denial.span.start)
    barred = denial.cue in ("can't", "cannot", "unlikely", "unable")
    return _of_this_whole(a, denial) and not barred and not _PLEA.search(lead)


def alleged(reading: Reading, word: Word) -> bool:
    """Whether `word` is only what somebody is accused of, or what was in question."""
    return _ALLEGED.search(_lead_text(reading, word.span.start, LOOK)) is not None


def _another_say(a: Reading, denial: Denial, b: Reading, word: Word) -> bool:
    """Whether one is a plea and the other a verdict, or one a ban and the other the deed."""
    lead = _lead_text(a, denial.span.start), _lead_text(b, word.span.start)
    if _PLEA.search(lead[0]) and not _PLEA.search(lead[1]):
        return True
    return denial.cue in ("can't", "cannot") and not _BARRED.search(lead[1])


_STOP = frozenset(
    "suspend halt stop end freeze cancel ban abandon cease postpone avoid prevent refuse reject "
    "deny block oppose drop scrap lift fail avert rule prohibit forbid call urge demand".split()
)


_SHORT_OF = re.compile(
    r"\b(?:short of|far from|instead of|rather than|anything but|less than|\w{3,12}er than)\s"
    r"(?:[\w’'-]+\s){0,3}$"
)


def stopped(reading: Reading, word: Word) -> bool:
    """Whether `word` is the object of `suspend`, `ban`, `refuse` or the like, and so not
    affirmed.
    """
    if _SHORT_OF.search(reading.sentence.text[: word.span.start - reading.sentence.span.start]):
        return True
    words = reading.sentence.words
    near = [n for n, w in enumerate(words) if 0 < word.span.start - w.span.start < 60]
    return any(
        words[n].lemma in _STOP and words[n + 1].folded not in ("with", "in") for n in near
    )  # talks that ended with a deal had one


def opposed(a: Reading, b: Reading) -> Iterator[Discord]:
    """A word in `a` and its antonym in `b`, neither of which the other sentence has.

    `before` and `after` give the kind SEQUENCE, all others ANTONYM.
    """
    if _against(a).isdisjoint(_poles(b)):
        return
    denied_a, denied_b = denied_words(a), denied_words(b)
    for word, key, against in a.poles:
        if not word.content and word.lemma not in ("before", "after"):
            continue  # `more than` and `at least` are no opposites
        if key in b.keys or _result(a, word):
            continue
        for other, other_key, _ in b.poles:
            if other_key in a.keys or not (other.lemma in against or other_key in against):
                continue
            if _result(b, other):
                continue
            if (word.span in denied_a) != (other.span in denied_b):
                continue
            if _forecast(a, word.span.start) != _forecast(b, other.span.start):
                continue
            kin = kinship(around(a, word.span), around(b, other.span))
            near = kinship(around(a, word.span, 2), around(b, other.span, 2))
            order = word.lemma in ("before", "after")
            yield Discord(
                Kind.SEQUENCE if order else Kind.ANTONYM, Severity.CONFLICT, word.span, other.span,
                word.lemma, other.lemma, word.text, other.text, 0.3 + 0.35 * kin + 0.3 * near,
                "the two events are told in the opposite order" if order
                else f"“{word.text}” and “{other.text}” are opposites",
                len(around(a, word.span, 6) & around(b, other.span, 6)),
            )  # fmt: skip


@once
def _poles(reading: Reading) -> frozenset[str]:
    """Lemmas and meanings of the words that have antonyms."""
    return frozenset(form for word, key, _ in reading.poles for form in (word.lemma, key))


@once
def _against(reading: Reading) -> frozenset[str]:
    """All their antonyms."""
    return frozenset(other for _, _, others in reading.poles for other in others)


def _result(reading: Reading, word: Word) -> bool:
    """Whether `leaving` gives a result, as in `, leaving six of them`, and not a departure."""
    return word.folded == "leaving" and _lead_text(reading, word.span.start).endswith(", ")


_Named = Sequence[tuple[Word, frozenset[str]]]
"""Words of a sentence, each with the other words for the same act."""


def loaded(a: Reading, b: Reading) -> Iterator[Discord]:
    """One act under two names, at least one of which takes sides."""
    for word, other in _renamed(a, a.loaded, b, b.loaded):
        if "say" not in (word.lemma, other.lemma) or _same_said(a, word, b, other):
            yield _two_names(a, word, b, other, "judge the same thing differently")


def graded(a: Reading, b: Reading) -> Iterator[Discord]:
    """One act under two names of different degree: `lifted`, `eased`."""
    for word, other in _renamed(a, a.graded, b, b.graded):
        yield _two_names(a, word, b, other, "go unequally far")


def _renamed(a: Reading, here: _Named, b: Reading, there: _Named) -> Iterator[tuple[Word, Word]]:
    """Pairs of words for one act with the same object.

    Neither word stands in the other sentence, neither is denied, and both or none are under a
    modal.
    """
    denied_a, denied_b = denied_words(a), denied_words(b)
    for word, others in here:
        if others.isdisjoint(b.lemmas) or word.lemma in b.lemmas or word.span in denied_a:
            continue
        for other, _ in there:
            if other.lemma not in others or other.lemma in a.lemmas or other.span in denied_b:
                continue
            foretold = _forecast(a, word.span.start) != _forecast(b, other.span.start)
            if not foretold and _one_object(a, word, b, other):
                yield word, other


def _two_names(a: Reading, word: Word, b: Reading, other: Word, why: str) -> Discord:
    kin = kinship(around(a, word.span), around(b, other.span))
    near = kinship(around(a, word.span, 3), around(b, other.span, 3))
    return Discord(
        Kind.WORDING, Severity.DIFFERS, word.span, other.span, word.lemma, other.lemma,
        word.text, other.text, 0.25 + 0.35 * kin + 0.35 * near,
        f"“{word.text}” and “{other.text}” {why}",
        len(around(a, word.span, 6) & around(b, other.span, 6)),
    )  # fmt: skip


def _same_said(a: Reading, x: Word, b: Reading, y: Word) -> bool:
    """Whether the same content follows both words, and the same stands in front of both."""
    return bool(_behind(a, x) & _behind(b, y)) and bool(_beside(a, x)[0] & _beside(b, y)[0])


def _behind(reading: Reading, word: Word) -> frozenset[str]:
    """Meanings of the content words among the six behind `word`."""
    words = reading.sentence.words
    at = next(n for n, w in enumerate(words) if w.span == word.span)
    near = range(at + 1, min(len(words), at + 7))
    return frozenset(reading.keys[n] for n in near if words[n].content)


_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s(?:\w+\s)?$")


def _one_object(a: Reading, x: Word, b: Reading, y: Word) -> bool:
    """Whether both words share a neighbour in front, behind, or across a passive."""
    (front_a, behind_a), (front_b, behind_b) = _beside(a, x), _beside(b, y)
    if front_a & front_b or behind_a & behind_b:
        return True
    passive = [_PASSIVE.search(_lead(r, w)) is not None for r, w in ((a, x), (b, y))]
    return bool((passive[0] and front_a & behind_b) or (passive[1] and front_b & behind_a))


def _lead(reading: Reading, word: Word) -> str:
    """The text of the sentence right in front of `word`."""
    at = word.span.start - reading.sentence.span.start
    return reading.sentence.text[max(0, at - 24) : at]


def _beside(reading: Reading, word: Word) -> tuple[frozenset[str], frozenset[str]]:
    """Meanings of the content words among the three in front, and the three behind."""
    words = reading.sentence.words
    at = next(n for n, w in enumerate(words) if w.span == word.span)

    def told(lo: int, hi: int) -> frozenset[str]:
        return frozenset(
            reading.keys[n] for n in range(max(0, lo), min(len(words), hi)) if words[n].content
        )

    return told(at - 3, at), told(at + 1, at + 4)
