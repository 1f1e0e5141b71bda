"""One announcement, two audiences or media: told to reporters here, tweeted there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.analysis.disputes.alike.tellers import teller_of
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.sentences.cast import Cast
from tui.analysis.words.sentence import Sentence, once
from tui.model.finding import Kind, Severity
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Venue:
    """Before whom, or by what medium, something was said."""

    sort: str
    """Audience or medium; two venues of one sort are the same."""
    span: Span
    words: str


_MEANS = {
    "tweet": r"in (?:a|his|her|another) tweets?|on twitter|by tweet|tweeted|twitter message",
    "interview": r"in an? (?:\w+ ){0,3}interview|interviewed by",
    "statement": r"in an? (?:\w+ ){0,2}statement|in a written statement|in a news release",
    "speech": r"in an? (?:\w+ ){0,2}(?:speech|address)|at an? (?:\w+ ){0,3}rally",
    "briefing": r"at an? (?:\w+ ){0,3}(?:news|press) conference|at an? (?:\w+ ){0,2}briefing",
    "letter": r"in an? (?:\w+ ){0,2}(?:letter|memo|e-?mail)",
    "call": r"by (?:tele)?phone|in an? (?:\w+ ){0,2}phone call",
    "court": r"in (?:court|testimony)|under oath",
}
_VENUE = re.compile(r"\b(?:" + "|".join(f"(?P<{k}>{v})" for k, v in _MEANS.items()) + r")\b", re.I)
_AUDIENCES = (
    "reporters journalists correspondents children students lawmakers senators supporters troops "
    "soldiers cadets workers donors aides governors diplomats delegates voters veterans guests "
    "worshippers ambassadors envoys investors executives teachers families relatives officials "
    "residents farmers miners"
).split()
_BEFORE = re.compile(
    r"\b(?:told|tells|briefed|addressed|(?:announce|confirm|said|spoke|speak|remark|disclose|"
    r"reveal|comment|statement)\w*\W(?:[\w’'-]+\W){0,4}?to)\s(?:a\s(?:group|crowd|room)\sof\s)?"
    rf"(?:the\s)?(?-i:(?:[a-z-]+\s){{0,2}}(?P<who>{'|'.join(_AUDIENCES)}))\b",
    re.I,
)
_SAME_SORT = (frozenset(("reporters", "journalists", "correspondents", "briefing")),)


@once
def _venue(sentence: Sentence) -> Venue | None:
    """The venue that the sentence names; None where it names none or two."""
    if found := _BEFORE.search(sentence.text):
        who = found.group("who").lower()
        return Venue(who, sentence.in_article(Span(*found.span())), found.group())
    told = list(_VENUE.finditer(sentence.text))
    if len({m.lastgroup for m in told}) != 1:
        return None
    (found, *_) = told
    return Venue(str(found.lastgroup), sentence.in_article(Span(*found.span())), found.group())


def two_audiences(a: Sentence, b: Sentence, cast: Cast) -> Iterator[Dispute]:
    """The dispute of two sentences that give the same speaker two venues, if they do."""
    x, y = _venue(a), _venue(b)
    if x is None or y is None or x.sort == y.sort:
        return
    if any({x.sort, y.sort} <= same for same in _SAME_SORT):
        return
    p, q = teller_of(a, cast), teller_of(b, cast)
    if p is None or q is None or p.key != q.key or p.kind == "role":
        return
    who = cast.surname(p.key) if p.kind == "person" else cast.name(p.key)
    shown = plain(short(x.words, 40)), plain(short(y.words, 40))
    asked = f"How did {who} announce it: {shown[0]} or {shown[1]}?"
    if {x.sort, y.sort} <= {*_AUDIENCES}:
        asked = f"To whom did {who} announce it: {x.sort} or {y.sort}?"
    yield two_sided(
        Kind.ATTRIBUTION, Severity.DIFFERS, "audience",
        asked,
        Stated(a, x.span, x.sort, shown[0]),
        Stated(b, y.span, y.sort, shown[1]),
        0.55,
        f"the same announcement by {who} is described as “{shown[0]}” and as “{shown[1]}”",
    )  # fmt: skip
