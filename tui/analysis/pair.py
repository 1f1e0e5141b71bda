"""Two bare sentences held against each other, without a story around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from tui.analysis.discord import discords
from tui.analysis.explain import because, cited
from tui.analysis.roles import exchanged
from tui.analysis.sentence import Sentence, Word
from tui.analysis.slot_reading import LONGEST, Discord, Reading, opposites, reading
from tui.analysis.tokens import words
from tui.model.article import Role
from tui.model.finding import Kind, Severity
from tui.model.settings import AnalysisSettings
from tui.model.span import Span

CONFLICT = 0.5
"""Score from which two sentences are said to conflict."""
SAME = 0.55
"""Score from which two sentences are said to tell the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two sentences say of each other."""

    relation: str
    """same, conflict, differs or unrelated."""
    same: float
    """How surely both tell one fact, 0 to 1."""
    conflict: float
    """How surely both cannot hold, 0 to 1."""
    kind: Kind | None
    """In what they differ most; None when in nothing that was noticed."""
    because: str


def compare(
    a: str, b: str, a_date: date | None, b_date: date | None, settings: AnalysisSettings
) -> Comparison:
    """Whether `a` and `b` tell the same, exclude each other, or have nothing to do with each other.

    Dates are those of the reports; without them relative days cannot differ.
    """
    left, right = _sentence("A", a, a_date), _sentence("B", b, b_date)
    x, y = reading(left), reading(right)
    common = likeness(x, y)
    found = list(discords(left, right))
    swapped, pair = exchanged(x, y)
    lexical, change = _changed(x, y)
    gate = _gate(common)
    clash = max((_bare(d) for d in found if d.severity is Severity.CONFLICT), default=0.0)
    conflict = 1 - (1 - clash * gate) * (1 - swapped * gate) * (1 - 0.45 * lexical * gate)
    same = common * (1 - 0.9 * max(clash * gate, swapped)) * (1 - 0.5 * lexical)
    return _judged(left, right, found, same, conflict, swapped, pair, change, common)


def _bare(d: Discord) -> float:
    """The strength without a story: two names for one doer are as likely as two doers."""
    return d.strength * (0.5 if d.kind is Kind.ACTOR else 1.0)


def _sentence(name: str, text: str, published: date | None) -> Sentence:
    text = text[:LONGEST]
    span = Span(0, len(text))
    return Sentence(0, name, 1, Role.BODY, span, text, tuple(words(text, span)), published)


def likeness(a: Reading, b: Reading) -> float:
    """Share of content that both have, weighted towards rare and long words, 0 to 1."""
    if not a.content or not b.content:
        return 0.0
    both = sum(_weight(k) for k in sorted(a.content & b.content))
    least = min(sum(map(_weight, sorted(a.content))), sum(map(_weight, sorted(b.content))))
    most = max(sum(map(_weight, sorted(a.content))), sum(map(_weight, sorted(b.content))))
    return 0.5 * both / least + 0.5 * both / most


def _weight(key: str) -> float:
    return 1.0 + 0.1 * min(len(key), 10)


def _gate(common: float) -> float:
    """How far a difference counts, given how alike the rest is."""
    return min(1.0, max(0.0, (common - 0.1) / 0.5))


# Other words in the same place


def _changed(a: Reading, b: Reading) -> tuple[float, tuple[str, str] | None]:
    """How much of what stands between equal neighbours is another word, 0 to 1."""
    codes = SequenceMatcher(None, a.keys, b.keys, autojunk=False).get_opcodes()
    best, found = 0.0, None
    equal = sum(a2 - a1 for tag, a1, a2, _, _ in codes if tag == "equal")
    share = equal / max(1, min(len(a.keys), len(b.keys)))
    edits = sum(1 for tag, *_ in codes if tag != "equal")
    for tag, a1, a2, b1, b2 in codes:
        if tag == "equal":
            continue
        old = [w for w in a.sentence.words[a1:a2] if w.content]
        new = [w for w in b.sentence.words[b1:b2] if w.content]
        if tag == "replace" and len(old) == 1 == len(new):
            size = 1.0 if not _akin(old[0], new[0]) else 0.15
        elif tag == "replace" and old and new and len(old) + len(new) <= 4:
            size = 0.6
        else:
            continue
        strength = size * share**2 / (edits**0.7)
        if strength > best:
            best, found = strength, (_text(old), _text(new))
    return best, found


def _akin(a: Word, b: Word) -> bool:
    """Whether one word is a form of the other: announce, announcement."""
    x, y = a.lemma, b.lemma
    if y in opposites().get(x, ()):
        return False
    stem = 0
    while stem < min(len(x), len(y)) and x[stem] == y[stem]:
        stem += 1
    return stem >= 4 and stem >= 0.6 * min(len(x), len(y))


def _text(found: Sequence[Word]) -> str:
    return " ".join(w.text for w in found)


def _judged(
    a: Sentence, b: Sentence, found: Sequence[Discord], same: float, conflict: float,
    swapped: float, pair: tuple[Word, Word] | None, change: tuple[str, str] | None, common: float,
) -> Comparison:  # fmt: skip
    kind: Kind | None = found[0].kind if found else None
    reason = found[0].reason if found else ""
    if pair and (not found or swapped > found[0].strength):
        kind, reason = Kind.ACTOR, f"{pair[0].text} and {pair[1].text} have changed places"
    elif not found and change and conflict >= 0.3:
        kind, reason = Kind.WORDING, f"“{change[0]}” stands where the other has “{change[1]}”"
    if conflict >= CONFLICT:
        relation = "conflict"
    elif found and common >= 0.5:
        relation = "differs"
    elif same >= SAME:
        relation = "same"
    else:
        relation = "unrelated" if common < 0.25 else "differs" if kind else "unrelated"
    if not reason:
        reason = "they share most of their words" if same >= SAME else "they share few words"
    told = because(cited(a.article, a.text), cited(b.article, b.text), reason)
    return Comparison(
        relation, round(min(1.0, max(0.0, same)), 4), round(min(1.0, max(0.0, conflict)), 4),
        kind if relation in ("conflict", "differs") else None, told,
    )  # fmt: skip
