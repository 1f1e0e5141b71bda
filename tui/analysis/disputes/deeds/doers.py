"""One deed, two agents: who is said to have done it, wherever in the story.

The verbs of `deeds.txt` stand for classes of deeds; what they were done to must be the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.analysis.clashes.times import on_other_days
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.roles import PASSIVE
from tui.analysis.sentences.slot_reading import denied_words, reading
from tui.analysis.sentences.themes import Weights, matters, neighbours, theme
from tui.analysis.words.lexicon import lines, root
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

MANY = 80
"""At most this many tellings of one sort of deed are compared with each other."""
BEFORE = 48
"""Characters between the agent and the verb."""
BEHIND = 9
"""Words beside the verb that name its object."""
ENOUGH = 1.1
"""Weight of the themes that both objects must share."""
_BREAK = re.compile(
    r"[;:.“”\"]|\b(?:that(?=\s(?:he|she|it|they|the|an?|his|her|[A-Z]))|which|who|whom|after|before|when|while|because|if|as|but)\b"
)
_BY = re.compile(r"\bby\s(?:the\s)?(?:[\w’'.-]{1,24}\s){0,5}$")


_ARTICLES = frozenset("a an the its his her their".split())
_LOOSE = frozenset("a an the of in on at to for from by with and or its his her their".split())


@dataclass(frozen=True, eq=False, slots=True)
class Deed:
    """An agent, a verb and its object, as one sentence tells them."""

    sentence: Sentence
    verb: Word
    sort: str
    """First verb of its line in `deeds.txt`."""
    doer: Named
    to: frozenset[str]
    """Themes of the object."""
    pairs: frozenset[tuple[str, str]]
    """Themes of neighbouring words of the object: `state visit`."""


@cache
def _sorts() -> dict[str, str]:
    """Root of a verb → the first verb of its line in the list."""
    found: dict[str, str] = {}
    for line in lines("deeds.txt"):
        first, *others = (w.strip() for w in line.split(","))
        for word in (first, *others):
            found.setdefault(root(word), first)
    return found


def doer_disputes(sentences: Sequence[Sentence], cast: Cast, known: Weights) -> Iterator[Dispute]:
    """Deeds to one object that two articles ascribe to two agents."""
    matter = matters(sentences)
    by_sort: dict[str, list[Deed]] = defaultdict(list)
    for sentence in sentences:
        for deed in _deeds(sentence, cast):
            by_sort[deed.sort].append(deed)
    for sort in sorted(by_sort):
        for a, b in combinations(by_sort[sort][:MANY], 2):
            if a.sentence.article == b.sentence.article or not _two_doers(a, b, cast):
                continue
            shared = known.shared(a.to, b.to)
            named = matter.of(a.pairs, b.pairs)
            if named or (shared >= ENOUGH and len(a.to & b.to) >= 2):
                yield _dispute(a, b, shared, cast)


def _deeds(sentence: Sentence, cast: Cast) -> Iterator[Deed]:
    """The deeds of a sentence that are neither denied nor quoted."""
    sorts = _sorts()
    if not any(root(w.lemma) in sorts for w in sentence.words):
        return
    base, text = sentence.span.start, sentence.text
    named = [n for n in cast.mentions(sentence) if n.kind in ("person", "body", "country")]
    denied = denied_words(reading(sentence))
    words = sentence.words
    for n, word in enumerate(words):
        sort = sorts.get(root(word.lemma))
        at = word.span.start - base
        if sort is None or word.span in denied or word.text[:1].isupper() or not _verbal(word):
            continue
        if _OF.search(text[max(0, at - 8) : at]) and not word.folded.startswith("on "):
            continue
        if quoted(sentence, word.span.start):
            continue
        if PASSIVE.search(text[max(0, at - 30) : at]):
            doers = [d for d in named if _done_by(text[word.span.end - base :], word, d)]
            to = words[max(0, n - BEHIND) : n]
        else:
            doers = [d for d in named if _does(text, base, d, at)][-1:]
            to = words[n + 1 : n + 1 + BEHIND]
            if word.folded.startswith("on "):
                to = words[:n]  # what was put on ice stands in front
        if doers:
            told = [w for w in to if w.content and not w.span.overlaps(doers[0].span)]
            themes = frozenset(theme(w) for w in told if not w.text[0].isdigit())
            yield Deed(sentence, word, sort, doers[0], themes, neighbours(sentence, to))


def _done_by(behind: str, verb: Word, doer: Named) -> bool:
    """Whether `by` leads from the passive verb to the agent."""
    gap = doer.span.start - verb.span.end
    return 0 < gap <= BEFORE and bool(_BY.search(behind[:gap]))


def _does(text: str, base: int, doer: Named, at: int) -> bool:
    """Whether the agent stands in front of the verb in the same clause."""
    end = doer.span.end - base
    if not 0 <= at - end <= BEFORE or text.startswith(("'s", "’s"), end):
        return False
    return not _BREAK.search(text[end:at])


_OF = re.compile(r"\b(?:of|the|an?|his|her|its|their|with|for)\s$")
"""In front of a participle that is only an attribute: `a series of declined invitations`."""


def _verbal(word: Word) -> bool:
    """Whether the form may be a verb."""
    return word.folded != word.lemma or word.folded.endswith(("ing", "ed"))


def _two_doers(a: Deed, b: Deed, cast: Cast) -> bool:
    """Whether the agents differ, no sentence names both, and the days allow one deed."""
    x, y = a.doer, b.doer
    if x.key == y.key or x.kind != y.kind:
        return False
    if any(n.key == y.key for n in cast.mentions(a.sentence)) and any(
        n.key == x.key for n in cast.mentions(b.sentence)
    ):
        return False
    return not on_other_days(reading(a.sentence), reading(b.sentence))


def _dispute(a: Deed, b: Deed, shared: float, cast: Cast) -> Dispute:
    x, y = cast.name(a.doer.key), cast.name(b.doer.key)
    return two_sided(
        Kind.ACTOR, Severity.CONFLICT, "doer",
        _question(a, b, short(x, 26), short(y, 26)),
        Stated(a.sentence, _told(a), a.doer.key, x),
        Stated(b.sentence, _told(b), b.doer.key, y),
        min(0.8, 0.35 + 0.1 * shared),
        f"the same act is attributed to {x} and to {y}",
    )  # fmt: skip


def _told(deed: Deed) -> Span:
    """From the agent to the verb where the agent stands in front, else the agent."""
    if deed.doer.span.start < deed.verb.span.start:
        return Span(deed.doer.span.start, deed.verb.span.end)
    return deed.doer.span


def _question(a: Deed, b: Deed, x: str, y: str) -> str:
    for deed in (a, b):
        if deed.verb.folded.endswith("ed") and deed.doer.span.start < deed.verb.span.start:
            return f"Who {_phrase(deed)}: {x} or {y}?"
    told = b if a.verb.folded.startswith("on ") else a
    return f"Who did it (“{_phrase(told)}”): {x} or {y}?"


def _phrase(deed: Deed) -> str:
    """The verb with a few words behind it, cut so that they do not end inside a phrase."""
    text = deed.sentence.text[deed.verb.span.start - deed.sentence.span.start :]
    every = _BREAK.split(text)[0].replace(",", " ").split()
    words = every[:6]
    if len(every) > 6:
        cuts = [n for n, w in enumerate(words) if n > 1 and w.lower() in _LOOSE - _ARTICLES]
        words = words[: cuts[-1]] if cuts else words
    while len(words) > 1 and words[-1].lower() in _LOOSE:
        words.pop()
    return " ".join(words)
