"""Attribution: who says a quotation or a reported claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.sentences.names import Named
from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

SAY = (
    r"(?:said|says|say|told|tells|added|adds|stated|states|stating|declared|announced|wrote|tweeted|"
    r"claimed|insisted|argued|warned|noted|explained|replied|asked|commented|commenting|"
    r"according to|"
    r"testified|acknowledged|recalled|underscored|stressed|emphasi[sz]ed|hailed|remarked|vowed)"
)
_SAY = re.compile(rf"\b{SAY}\b", re.I)
ANNOUNCE = re.compile(
    rf"\b(?:{SAY}|(?:announc|confirm|reveal|disclos|report|unveil)(?:e|ed|s|es)?|"
    r"made (?:the|an) announcement)\b",
    re.I,
)
"""Verbs of saying, and verbs that make news known."""
FAR = 40
"""Characters between `according to` and the name: `a statement released by the …`."""
_ACCORDING = re.compile(r"\baccording to\b", re.I)


def speaker(
    quote: Span,
    sentence: Sentence,
    named: Sequence[Named],
    recent: str = "",
    reach: int = 40,
    verbs: re.Pattern[str] = _SAY,
) -> str:
    """Key of who says the words at `quote` of the article; empty where nobody is named.

    The mention nearest to a verb of saying outside the quotation, at most `reach` characters from
    it. "He said" is `recent`, the key of the person named last before the sentence. `verbs` are the
    verbs that count.
    """
    outside = [
        n for n in named if not quote.covers(n.span) and n.kind in ("person", "body", "role")
    ]
    if not outside and not recent:
        return ""
    best: tuple[int, str] | None = None
    for verb in verbs.finditer(sentence.text):
        at = sentence.in_article(Span(*verb.span()))
        if quote.covers(at):
            continue
        according = bool(_ACCORDING.match(verb.group()))
        if not according:
            pronoun = re.search(
                r"\b(?:he|she)\s(?:also\s)?$",
                sentence.text[max(0, verb.start() - 20) : verb.start()],
                re.I,
            )
            if pronoun:
                front = [n for n in outside if n.span.end <= at.start and n.kind == "person"]
                if front or recent:
                    return front[0].key if front else recent
        for named_one in outside:
            gap = at.start - _end(named_one, sentence)
            if according or gap < 0:
                gap = named_one.span.start - at.end + (0 if according else 3)
            if 0 <= gap <= max(reach, FAR * according) and (best is None or gap < best[0]):
                best = gap, _who_is(named_one, outside, sentence)
    return best[1] if best else ""


_ASIDE = re.compile(
    r",\s(?!(?:who|whose|which|where|and|but|while|as|after|when|if|a\s\w+\sfor)\b)"
    r"(?:[\w’'.-]+\s){0,8}"
)
"""Between a person and a description of that person: `Peter Orr, the former envoy`."""


def _who_is(one: Named, named: Sequence[Named], sentence: Sentence) -> str:
    """The key of a person whose office or body is named behind the name; else the mention's own."""
    if one.kind == "person":
        return one.key
    base = sentence.span.start
    before = [n for n in named if n.kind == "person" and n.span.end <= one.span.start]
    if before:
        between = sentence.text[before[-1].span.end - base : one.span.start - base]
        if _ASIDE.fullmatch(between):
            return before[-1].key
    return one.key


_TOLD = re.compile(
    r"[,.?!]?[”\"’']{1,2},?\s(?P<they>(?:[Hh]e|[Ss]he)\s)?(?P<verb>[a-z]{2,14}(?:ed|s|d|t|k)\s)?"
)
"""Between a quotation and its speaker, whatever the verb: `,” thundered `."""


def told_behind(quote: Span, sentence: Sentence, named: Sequence[Named], recent: str = "") -> str:
    """Key of the person right behind a quotation, with any verb; "he raged" is `recent`.

    Empty where it is nobody for certain.
    """
    base = sentence.span.start
    found = _TOLD.match(sentence.text, quote.end - base) or _TOLD.match(
        sentence.text, max(0, quote.end - base - 1)
    )
    if not found:
        return ""
    if found["they"]:
        return recent if found["verb"] else ""
    behind = next((n for n in named if n.span.start >= base + found.end()), None)
    if behind is None:
        return ""
    between = sentence.text[found.end() : behind.span.start - base]
    titled = bool(found["verb"]) and all(w[:1].isupper() for w in between.split())
    verb = re.match(r"\s[a-z]", sentence.text[behind.span.end - base :])
    if behind.kind == "person" and (titled or (not between and verb)):
        return behind.key
    if behind.kind in ("role", "body") and titled:
        titles = [n for n in named if n.kind == "person" and n.span.start >= behind.span.end]
        if titles and titles[0].span.start - behind.span.end <= 24:
            return titles[0].key
    return ""


_CALLED = re.compile(
    r"(?P<part>,\s)?\b(?:call|describ|dismiss|denounc|brand|label|dubb?|prais|hail|mock|derid|condemn)"
    r"(?:ed|e?s|ing)?\s(?:[\w’'-]+\s){0,5}?(?:as\s)?[“\"‘']?$"
)
"""In front of a quotation that says what somebody calls a person or thing."""


def called_so(quote: Span, sentence: Sentence, named: Sequence[Named]) -> str:
    """Key of the person who calls somebody or something what is quoted; empty for nobody.

    `Holt had defended Lang, calling him “a good man”`: the participle belongs to the subject of
    the sentence, other forms to the name in front.
    """
    base = sentence.span.start
    found = _CALLED.search(sentence.text[: quote.start - base])
    if found is None:
        return ""
    front = [n.key for n in named if n.kind == "person" and n.span.end - base <= found.start()]
    return front[0 if found["part"] else -1] if front else ""


_OF = re.compile(
    r"(?:\s(?:to|of|in|for|at)\s(?:the\s)?[A-Z][\w’'.-]{0,24}(?:\s[A-Z][\w’'.-]{0,24}){0,2})"
)


def _end(named: Named, sentence: Sentence) -> int:
    """Where a mention ends in the article, an office with what it is for: `ambassador to
    Norland`.
    """
    found = _OF.match(sentence.text, named.span.end - sentence.span.start)
    whole = named.kind == "role" and found is not None
    return sentence.span.start + found.end() if whole and found else named.span.end


def saying(sentence: Sentence, verbs: re.Pattern[str]) -> re.Match[str] | None:
    """The first match of `verbs` in the sentence that is more than plain saying; None without
    one.
    """
    return next((m for m in verbs.finditer(sentence.text) if not _SAY.fullmatch(m.group())), None)
