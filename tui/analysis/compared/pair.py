"""Two bare sentences compared, without a story around them: the entry to this package."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.analysis.clashes.discord import discords
from tui.analysis.compared.answers import other_answers
from tui.analysis.compared.contrast import Contrast, contrasts
from tui.analysis.compared.diffs import diff
from tui.analysis.compared.matching import match
from tui.analysis.compared.negative_words import doubted
from tui.analysis.compared.relations import exchanges
from tui.analysis.compared.untokenized import untokenized
from tui.analysis.compared.weighing import CONFLICT, Evidence, conflict_of, evidence, same_of
from tui.analysis.disputes.wording.explain import because, cited
from tui.analysis.sentences.roles import exchanged
from tui.analysis.sentences.slot_reading import LONGEST, Discord, reading
from tui.analysis.words.sentence import Sentence
from tui.analysis.words.tokens import words
from tui.model.article import Role
from tui.model.finding import Kind, Severity
from tui.model.span import Span

SAME = 0.55
"""Score from which two sentences are said to tell the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two sentences are related."""

    relation: str
    """`same`, `conflict`, `differs` or `unrelated`."""
    same: float
    """How surely both tell one fact, 0 to 1."""
    conflict: float
    """How surely both cannot be true, 0 to 1."""
    kind: Kind | None
    """What they differ in most; None where they do not conflict or differ."""
    because: str
    """One sentence that cites both and gives the reason."""


def compare(a: str, b: str, a_date: date | None, b_date: date | None) -> Comparison:
    """Whether `a` and `b` say the same, exclude each other, or have nothing to do with each other.

    The dates are those of the reports; without them relative days (`yesterday`) cannot differ.
    """
    left, right = _sentence("A", a, a_date), _sentence("B", b, b_date)
    told, found, known = _held(left, right)
    same = same_of(known)
    conflict = conflict_of(known, same)
    return _judged(left, right, told, found, same, conflict, known)


def evidence_of(a: str, b: str) -> Evidence:
    """The evidence on which the weights are fitted, for two sentences without a date."""
    return _held(_sentence("A", a, None), _sentence("B", b, None))[2]


def _held(left: Sentence, right: Sentence) -> tuple[list[Contrast], list[Discord], Evidence]:
    """All contrasts, strongest first; the discords; and the evidence made of them."""
    x, y = reading(left), reading(right)
    laid = match(x, y)
    found = list(discords(left, right))
    told = contrasts(x, y, laid)
    changed = diff(x, y)
    swapped, pair = exchanged(x, y)
    if pair:
        turned = f"{pair[0].text} and {pair[1].text} have changed places"
        told.append(Contrast(Kind.ACTOR, swapped, turned))
    # Denials are held word by word already, and numbers that all pair off do not conflict.
    paired = not any(c.kind is Kind.NUMBER for c in told)
    skipped = (Kind.NEGATION, Kind.NUMBER) if paired else (Kind.NEGATION,)
    told += [
        Contrast(d.kind, _bare(d), d.reason)
        for d in found
        if d.severity is Severity.CONFLICT and d.kind not in skipped
    ]
    doubt = doubted(left.text) != doubted(right.text)
    if doubt:
        told.append(Contrast(Kind.NEGATION, 0.7, "only one calls it untrue", stray=True))
    told += changed.contrasts
    told += exchanges(x, y, laid)
    told += other_answers(left, right)
    told.sort(key=lambda c: (-WORTH.get(c.kind, 0.5) * c.strength, c.kind, c.reason))
    denial = bool(x.denials) != bool(y.denials)
    return told, found, evidence(laid, told, changed.places, doubt, denial)


WORTH = {
    Kind.NUMBER: 1.0, Kind.DATE: 1.0, Kind.NEGATION: 0.95, Kind.ANTONYM: 0.95, Kind.NAME: 0.9,
    Kind.ACTOR: 0.9, Kind.PLACE: 0.9, Kind.WORDING: 0.75, Kind.SEQUENCE: 0.9,
}  # fmt: skip
"""Weight of a kind of contrast, by which the one that is named is chosen."""


def _bare(d: Discord) -> float:
    """The strength without a story: two names for one agent are as likely as two agents."""
    return d.strength * (0.5 if d.kind is Kind.ACTOR else 1.0)


def _sentence(name: str, text: str, published: date | None) -> Sentence:
    """`text` as a sentence that is its whole article; cut at `LONGEST` characters."""
    text = untokenized(text[:LONGEST])
    span = Span(0, len(text))
    return Sentence(0, name, 1, Role.BODY, span, text, tuple(words(text, span)), published)


def _judged(
    a: Sentence, b: Sentence, told: list[Contrast], found: list[Discord],
    same: float, conflict: float, known: Evidence,
) -> Comparison:  # fmt: skip
    """The relation, the kind and the reason, from the contrasts and the two scores."""
    kind: Kind | None = None
    reason = ""
    if told and (conflict >= CONFLICT or told[0].strength >= 0.5):
        kind, reason = told[0].kind, told[0].reason
    elif found:
        kind, reason = found[0].kind, found[0].reason
    if conflict >= CONFLICT:
        relation = "conflict"
    elif (found and known["least"] >= 0.5) or known["doubt_held"] >= 0.5:
        relation = "differs"
    elif same >= SAME:
        relation = "same"
    else:
        relation = "unrelated" if known["most"] < 0.3 else "differs" if kind else "unrelated"
    if not reason:
        reason = "they share most of their words" if same >= SAME else "they share few words"
    why = because(cited(a.article, a.text), cited(b.article, b.text), reason)
    return Comparison(
        relation, round(min(1.0, max(0.0, same)), 4), round(min(1.0, max(0.0, conflict)), 4),
        kind if relation in ("conflict", "differs") else None, why,
    )  # fmt: skip
