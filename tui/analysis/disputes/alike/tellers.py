"""One claim attributed to two sources: the ministry here, the mayor there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from tui.analysis.clashes.times import on_other_days
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.disputes.wording.questions import claimed
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.layout import quoted_spans
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.speech import ANNOUNCE, SAY, saying, speaker
from tui.analysis.sentences.themes import theme
from tui.analysis.words.gazetteer import media
from tui.analysis.words.lexicon import fold, lines
from tui.analysis.words.meanings import meaning
from tui.analysis.words.sentence import Sentence, Word, once_with
from tui.model.finding import Kind, Severity
from tui.model.span import Span

LEAST = 0.5
"""Share of the longer claim's words, without the sources, that both must have."""
FEWEST = 4
"""Number of words that both must have."""
NEWS = 0.55
"""Share of the shorter claim's themes that both must have where the words differ more."""
MOST = 0.4
"""Share of the longer claim's themes where neither uses a verb that makes news known."""
QUOTED = 0.3
"""Share of a sentence in quotation marks from which it is a quotation, not a claim."""
MADE_KNOWN = 0.5
"""`NEWS` where both use such a verb."""
CLOSE = 12
"""Characters between the source and the verb of saying."""


def two_tellers(a: Sentence, b: Sentence, cast: Cast) -> Iterator[Dispute]:
    """The dispute of two like sentences that attribute their claim to two sources, if they do."""
    x, y = teller_of(a, cast), teller_of(b, cast)
    if x is None or y is None or x.key == y.key:
        return
    left, right = _bodies(a, cast), _bodies(b, cast)
    if any(n.key == x.key for n in right) or any(n.key == y.key for n in left):
        return
    if _quoting(a) or _quoting(b):
        return  # whose words those are is told of the quotation
    if _contrary(a, b) or _other_time(x, a, b) or _other_time(y, b, a):
        return  # two opinions or two occasions, not one claim
    score = _one_claim(a, left, x, b, right, y, cast)
    if score is None:
        return
    names = _called(x, cast), _called(y, cast)
    yield two_sided(
        Kind.ATTRIBUTION, Severity.DIFFERS, "teller",
        claimed(a, x.span, short(names[0], 24), short(names[1], 24)),
        Stated(a, x.span, x.key, names[0]),
        Stated(b, y.span, y.key, names[1]),
        score,
        f"the same statement is attributed to {names[0]} and to {names[1]}",
    )  # fmt: skip


def _one_claim(
    a: Sentence, left: Sequence[Named], x: Named, b: Sentence, right: Sequence[Named], y: Named,
    cast: Cast,
) -> float | None:  # fmt: skip
    """How surely both claims are one, 0 to 1; None where they are not."""
    if {x.key, y.key} & media() or "role" == x.kind == y.kind:
        return None
    if "role" in (x.kind, y.kind) and "person" in (x.kind, y.kind):
        return None  # who holds the office is not known
    if "body" == x.kind == y.kind and _one_body(x.key, y.key):
        return None
    here, there = _claim(a, left, meaning), _claim(b, right, meaning)
    common = len(here & there)
    share = common / max(1, len(here), len(there))
    if x.kind == y.kind and common >= FEWEST and share >= LEAST:
        return 0.5 + 0.3 * share
    here, there = _claim(a, left, theme), _claim(b, right, theme)
    common = len(here & there)
    share = common / max(1, min(len(here), len(there)))
    whole = common / max(1, len(here), len(there))
    made_known = bool(saying(a, ANNOUNCE)) and bool(saying(b, ANNOUNCE))
    if common < FEWEST or share < (MADE_KNOWN if made_known else NEWS):
        return None
    if "role" in (x.kind, y.kind) and _speaks_for(x, y, cast):
        return None
    if not made_known and (x.kind == y.kind == "person" or whole < MOST):
        return None  # two may say like things
    return 0.3 + 0.3 * share + 0.1 * made_known - 0.15 * _speaks_for(x, y, cast)


def _quoting(sentence: Sentence) -> bool:
    """Whether most of the sentence is a quotation."""
    return sum(end - at for at, end in quoted_spans(sentence.text)) > QUOTED * len(sentence.text)


def _contrary(a: Sentence, b: Sentence) -> bool:
    """Whether one has an antonym of a word of the other, or only one denies something."""
    left, right = reading(a), reading(b)
    if bool(left.denials) != bool(right.denials):
        return True
    there = right.lemmas | {*right.keys} | {w.folded for w in b.words}
    return any(against & there and key not in there for _, key, against in left.poles)


def _other_time(teller: Named, told: Sentence, other: Sentence) -> bool:
    """Whether the source only dates the claim, or the sentences name only different days."""
    lead = told.text[: teller.span.start - told.span.start]
    if re.search(r"\b(?:after|before|when|since|until|as)\s(?:the\s)?(?:[A-Z][\w’'-]*\s)*$", lead):
        return True
    return on_other_days(reading(told), reading(other))


def _called(one: Named, cast: Cast) -> str:
    """The source as the reader sees it."""
    if one.kind == "role" or (one.kind == "body" and " " in one.text):
        return plain(one.text)
    return cast.name(one.key)


@cache
def _voices_of() -> dict[str, frozenset[str]]:
    """Office → the bodies that speak for its holder; `*` for all."""
    found = {}
    for line in lines("speaks_for.txt"):
        office, _, bodies = line.partition(":")
        found[office.strip()] = frozenset(b.strip() for b in bodies.split(","))
    return found


def _speaks_for(x: Named, y: Named, cast: Cast) -> bool:
    """Whether one source may be the other's voice: a body and the holder of its office."""
    for body, holder in ((x, y), (y, x)):
        if body.kind != "body" or holder.kind == "body":
            continue
        office = holder.key if holder.kind == "role" else cast.role_of.get(holder.key, "")
        bodies = _voices_of().get(office, frozenset())
        if not office or "*" in bodies or body.key in bodies:
            return True
    return False


_BODIES = (
    "Ministry Department Agency Committee Commission Council Court Police Bureau Office Board "
    "Embassy Authority Service Institute Foundation Union Association Army Navy Command Center "
    "Centre University Fund Bank Company Corporation Campaign Party"
).split()
_INSTITUTION = re.compile(
    r"\b(?:[A-Z][\w’'&-]{0,24}\s(?:(?:of|for|and|the)\s){0,2}){0,5}"
    rf"(?:{'|'.join(_BODIES)})\b"
)
"""`Norland Defense Ministry`; whoever else the lists know is named already."""


def _bodies(sentence: Sentence, cast: Cast) -> list[Named]:
    """The mentions of the sentence, and institutions that no list knows."""
    named = cast.mentions(sentence)
    found = list(named)
    text = sentence.text
    for match in _INSTITUTION.finditer(text) if any(n in text for n in _BODIES) else ():
        span = sentence.in_article(Span(*match.span()))
        if any(n.kind in ("body", "person", "role") and n.span.overlaps(span) for n in named):
            continue
        words = match.group().removeprefix("The ")
        found = [n for n in found if not n.span.overlaps(span)]
        found.append(Named(span, fold(words), "body", words))
    return sorted(found, key=lambda n: n.span)


def _one_body(x: str, y: str) -> bool:
    """Whether one name is the other cut short: `defense ministry`."""
    left, right = {*x.split()}, {*y.split()}
    return left <= right or right <= left


_OF_THEIRS = re.compile(
    r"['’]s\b|\s(?:[a-z-]{1,16}\s){0,2}(?:agency|watchdog|inspectors?|investigators?|body|arm|office"
    r"|mission|envoy|panel|experts?|court|fund|program|programme|campaign|team|aides?)\b"
)


@once_with
def teller_of(sentence: Sentence, cast: Cast) -> Named | None:
    """The source of the claim in the sentence; None where there is none, or only somebody of
    theirs.
    """
    start, named = sentence.span.start, _bodies(sentence, cast)
    key = speaker(Span(start, start), sentence, named, "", CLOSE, ANNOUNCE)
    found = [n for n in named if n.key == key] if key else []
    if any(_OF_THEIRS.match(sentence.text, n.span.end - start) for n in found):
        return None  # his office, her lawyer, the U.N. nuclear watchdog
    return found[0] if found else None


def _claim(
    sentence: Sentence, named: Sequence[Named], read: Callable[[Word], str]
) -> frozenset[str]:
    """The content words of the claim without sources and verbs of saying, as `read` (meaning or
    theme) has them.
    """
    held = [n.span for n in named if n.kind in ("person", "body", "role")]
    return frozenset(
        read(w)
        for w in sentence.words
        if w.content
        and not any(w.span.overlaps(h) for h in held)
        and not ANNOUNCE.fullmatch(w.text)
    )


def two_sayings(a: Sentence, at_a: Span, b: Sentence, at_b: Span, cast: Cast) -> bool:
    """Whether the days are those of two statements, or only one is the day of a statement."""
    said = _said_on(a, at_a), _said_on(b, at_b)
    if said[0] != said[1]:
        return True
    if not said[0]:
        return False
    x, y = teller_of(a, cast), teller_of(b, cast)
    return x is None or y is None or x.key != y.key


def _said_on(sentence: Sentence, at: Span) -> bool:
    """Whether the day belongs to a verb of saying: `said on Monday that`."""
    base = sentence.span.start
    before = sentence.text[max(0, at.start - base - 28) : at.start - base]
    after = sentence.text[at.end - base : at.end - base + 28]
    return bool(_SAID_BEFORE.search(before) or _SAID_BEHIND.match(after))


_SAID_BEFORE = re.compile(rf"\b{SAY}\s(?:[\w’'-]+\s){{0,2}}$", re.I)
_SAID_BEHIND = re.compile(
    rf"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:[A-Z][\w’'.-]*\s){{0,3}}{SAY}\b", re.I
)
