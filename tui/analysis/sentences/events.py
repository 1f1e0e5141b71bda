"""Event frames: for each clause what happened, who took part, when and where.

Frames are found in every sentence, whatever it is like: two paragraphs that share hardly a word may
place one meeting in two cities. A day or a place belongs to a frame only if it stands in the same
clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.dates import whens
from tui.analysis.sentences.layout import dateline_end, quoted_spans
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.when import When
from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Sentence, Word
from tui.model.span import Span

LOOK = 80
"""Characters beside a name that are searched, so that a very long sentence costs little."""


@dataclass(frozen=True, eq=False, slots=True)
class Frame:
    """One clause that tells of an event."""

    sentence: Sentence
    span: Span
    """The clause, in the article's text."""
    kinds: frozenset[str]
    """Kinds of event, from `events.txt`, that words of the clause name."""
    named: tuple[Named, ...]
    """All mentions in the clause, in order."""
    who: frozenset[str]
    """Keys of the persons, offices and bodies that take part, pronouns resolved."""
    whens: tuple[When, ...]
    """The days of the clause, quoted ones left out; spans count in the article."""
    places: tuple[Named, ...]
    """Cities and countries behind a preposition of place."""
    words: tuple[Word, ...]
    earlier: bool
    """Whether the clause only dates the main clause: `after the talks …`."""
    ahead: bool
    """Whether the event is still to come: will, expected, upcoming."""


_CUT = re.compile(
    r"\b(?:ahead of|following(?=\s(?:a|an|the|his|her|its|their|talks)\b)|followed by|prior to|"
    r"against the backdrop of|while|whereas|where|which|who|whose|since|until|amid|because|"
    r"(?:hours|days|weeks|months|years|day|week|month|shortly|just) (?:after|before|ahead of)|"
    r"after|before|when|if|although|though|but|"
    r"said(?= (?!on\b|in\b|at\b|to\b|[A-Z][a-z]+day\b))(?: that)?|"
    r"(?:announced|reported|confirmed|noted|added|stated|warned|claimed|believed?) that|"
    r"as (?=(?:he|she|they|it|the|its|his|her|their|both)\b|"
    r"[a-z]+ (?:ministers|leaders|officials)\b))"
    r"|;|(?<=\w), and(?= (?:he|she|they|it)\b)"
)
_EARLIER = re.compile(
    r"^\W*(?:following|after|before|since|until|prior to|ahead of|while|when|as|although|though|"
    r"if)\b",
    re.I,
)
_BEHIND = re.compile(
    r"(?:hours|days|weeks|months|shortly|just)? ?(?:after|before|following|since|until)", re.I
)
_AHEAD = re.compile(
    r"\b(?:will|would|upcoming|ahead of|next|due to|scheduled|is to|are to|plans? to|expected|"
    r"set to|could|may|might|should)\b",
    re.I,
)
_INTO = re.compile(
    r"\b(?:in|at|to|near|outside|inside|from|visiting|reached|off)\s(?:the\s)?"
    r"(?:(?:resort|port|coastal|border|capital|southern|northern|eastern|western|central)\s)?"
    r"(?:(?:city|town|village|region|province|state)\sof\s)?$",
    re.I,
)
_TOGETHER = re.compile(r"\b(?:the|this|their|that|these|both)\s(?:[a-z-]+\s){0,2}$", re.I)
_PAIR = re.compile(
    r"\b(?:the two|both|their|they|the) (?:foreign )?(?:ministers|leaders|sides|men|officials)\b|"
    r"\b(?:they|their)\b",
    re.I,
)
_OWN = re.compile(r"\b(?:their|the bilateral|the two-way) (?:[a-z]+ )?$", re.I)
_TITLE = re.compile(r"(?:[A-Z][\w’'-]{0,24} ){1,6}")
"""`Russian Foreign Minister ` in front of a name."""
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.I)


@cache
def kinds_of() -> dict[str, str]:
    """Lemma → kind of event."""
    found: dict[str, str] = {}
    for line in lines("events.txt"):
        kind, _, rest = line.partition(":")
        for word in rest.split(","):
            found.setdefault(word.strip(), kind.strip())
    return found


def frames_of(sentences: Sequence[Sentence], cast: Cast) -> tuple[Frame, ...]:
    """The event frames of all sentences, in order.

    Pronouns and "his Chinese counterpart" stand for the last fitting persons of the article; "the
    meeting" has the participants of the last meeting told before.
    """
    found: list[Frame] = []
    article, met = "", frozenset[str]()
    recent: list[str] = []
    for sentence in sentences:
        if sentence.article != article:
            article, recent, met = sentence.article, [], frozenset()
        named = cast.mentions(sentence)
        for span, earlier in _clauses(sentence, named):
            inside = [n for n in named if span.covers(n.span)]
            words = tuple(w for w in sentence.words if span.covers(w.span))
            if any(_kinds(words)):
                frame = _frame(sentence, span, earlier, inside, words, cast, recent, met)
                found.append(frame)
                if "meet" in frame.kinds and len(_persons_in(frame.who, cast)) >= 2:
                    met = frozenset(_persons_in(frame.who, cast))
            for person in (n.key for n in inside if n.kind == "person"):
                recent = [*[p for p in recent if p != person][-5:], person]
    return tuple(found)


def _persons_in(who: Iterable[str], cast: Cast) -> tuple[str, ...]:
    return tuple(sorted(w for w in who if w in cast.persons))


def _clauses(sentence: Sentence, named: Sequence[Named]) -> tuple[tuple[Span, bool], ...]:
    """The clauses of `sentence` in order: span in the article, and whether it only dates the main
    one.
    """
    text, base = sentence.text, sentence.span.start
    head = dateline_end(text)
    cuts: list[tuple[int, bool]] = [(head, False)]
    fronted = _EARLIER.match(text)
    if fronted:
        end = _front_end(text, base, named)
        cuts = [(0, True), (end, False)] if end else [(0, False)]
    quoted = quoted_spans(text)
    for match in _CUT.finditer(text, cuts[-1][0] or 1):
        if any(a <= match.start() < b for a, b in quoted):
            continue
        cuts.append((match.start(), bool(_BEHIND.match(match.group()))))
    ends = [at for at, _ in cuts[1:]] + [len(text)]
    return tuple(
        (sentence.in_article(Span(at, end)), earlier)
        for (at, earlier), end in zip(cuts, ends, strict=True)
        if end > at
    )


def _front_end(text: str, base: int, named: Sequence[Named]) -> int:
    """Where in `text` a fronted clause ends, at the comma before the next agent; 0 where none
    does.
    """
    for match in re.finditer(r",\s+", text):
        behind = base + match.end()
        doers = [n for n in named if n.span.start >= behind]
        if re.match(
            r"(?:he|she|they|it|the|a|an|both|its|his|their|officials|police)\b",
            text[match.end() :],
            re.I,
        ):
            return match.end()
        for doer in doers[:2]:
            gap = text[match.end() : doer.span.start - base]
            if (
                doer.kind in ("person", "role", "body")
                and (len(gap) <= 20 or _TITLE.fullmatch(gap))
                and not re.search(r"[,\d]", gap)
            ):
                return match.end()
    return 0


def _frame(
    sentence: Sentence, span: Span, earlier: bool, inside: Sequence[Named],
    words: tuple[Word, ...], cast: Cast, recent: list[str], met: frozenset[str],
) -> Frame:  # fmt: skip
    """The frame of one clause.

    `recent` are the keys of the persons named before in the article, the last one at the end; `met`
    those of the last meeting.
    """
    base, text = sentence.span.start, sentence.text_at(span)
    kinds = frozenset(_kinds(words))
    counterpart = _counterparts(words, inside, cast, recent)
    who = {n.key for n in inside if n.kind in ("person", "role", "body")}
    who.discard("chief")
    who |= {c.key for c in counterpart}
    persons = _persons_in(who, cast)
    trigger = next((w for w in words if kinds_of().get(_event_word(w)) == "meet"), None)
    before = text[: trigger.span.start - span.start] if trigger else ""
    if trigger and _OWN.search(before) and met and set(persons) <= met:
        who = set(met)
    elif trigger and len(persons) < 2 and not any(n.kind == "body" for n in inside):
        if _PAIR.search(text) and met and set(persons) <= met:
            who = {w for w in who if w in persons} | met
        elif _TOGETHER.search(before) and met and set(persons) <= met:
            who |= met
        elif (
            _PRONOUN.search(text)
            and recent
            and recent[-1] not in who
            and not _TOGETHER.search(before)
        ):
            who.add(recent[-1])
    quoted = quoted_spans(text)
    found = tuple(
        replace(w, span=Span(span.start + w.span.start, span.start + w.span.end))
        for w in whens(text, sentence.published, sentence.text[: span.start - base])
        if not any(a <= w.span.start < b for a, b in quoted)
    )  # fmt: skip
    return Frame(
        sentence, span, kinds, tuple(inside), frozenset(who), found,
        tuple(_places(sentence, inside)), words, earlier, bool(_AHEAD.search(text)),
    )  # fmt: skip


def _event_word(word: Word) -> str:
    """The form under which a word is looked up in `events.txt`; empty for `talk`, which is rarely a
    meeting.
    """
    low = word.text.lower()
    return "talks" if low == "talks" else "" if word.lemma == "talk" else word.lemma


def _kinds(words: Sequence[Word]) -> Iterable[str]:
    known = kinds_of()
    for word in words:
        kind = known.get(_event_word(word))
        if kind:
            yield kind


def _counterparts(
    words: Sequence[Word], inside: Sequence[Named], cast: Cast, recent: list[str]
) -> Iterable[Named]:
    """The person meant by `his Chinese counterpart`: the holder of the same office there."""
    for word in words:
        if word.lemma != "counterpart":
            continue
        near = [i for i in inside if i.kind == "country" and 0 <= word.span.start - i.span.end <= 2]
        if not near:
            continue
        persons = [i.key for i in inside if i.kind == "person" and i.span.end <= word.span.start]
        other = persons[-1] if persons else (recent[-1] if recent else "")
        role = cast.role_of.get(other, "")
        holder = cast.office.get((near[-1].key, role))
        if holder and holder != other:
            yield Named(word.span, holder, "person", word.text)


def _places(sentence: Sentence, inside: Sequence[Named]) -> Iterable[Named]:
    """The mentions behind a preposition of place; `the Russian capital` becomes its city."""
    base = sentence.span.start
    for named in inside:
        if named.kind not in ("city", "country"):
            continue
        at, end = named.span.start - base, named.span.end - base
        before = sentence.text[max(0, at - LOOK) : at]
        after = sentence.text[end : end + LOOK]
        if named.kind == "country" and re.match(r"['’]?s?\scapital\b", after):
            if _INTO.search(before):
                city = gazetteer().capitals.get(named.key, named.key)
                yield Named(named.span, city, "city", named.text + " capital")
            continue
        if _INTO.search(before) and not re.match(r"['’]s?\s[a-z]", after):
            if named.kind == "country" and named.text.lower() in gazetteer().demonyms:
                continue
            yield named


def contains(outer: Named, inner: Named) -> bool:
    """Whether `inner` is `outer` or a listed city of it."""
    if outer.key == inner.key:
        return True
    return gazetteer().country_of.get(inner.key) == outer.key
