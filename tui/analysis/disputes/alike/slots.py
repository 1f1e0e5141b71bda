"""Slots of two like sentences that exclude each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tui.analysis.clashes.discord import discords
from tui.analysis.disputes.alike.audiences import two_audiences
from tui.analysis.disputes.alike.excuses import Excuses
from tui.analysis.disputes.alike.rewordings import reworded
from tui.analysis.disputes.alike.tellers import two_tellers
from tui.analysis.disputes.basis.dispute import SURE, Answer, Dispute, Stated, two_sided
from tui.analysis.disputes.named.qualifiers import qualifier_clashes
from tui.analysis.disputes.wording.explain import because, short, told_at
from tui.analysis.disputes.wording.questions import ask, whether
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.names import cities_in
from tui.analysis.sentences.phrases import phrase
from tui.analysis.sentences.roles import exchanged
from tui.analysis.sentences.slot_reading import LONGEST, Discord, overlap, reading
from tui.analysis.sentences.units import CURRENCIES, VAGUE_UNITS
from tui.analysis.words.sentence import Likeness, Sentence
from tui.model.finding import Kind, Mention, Severity

LIKE = 0.25
"""Likeness from which all slots of a pair are compared; the least in a long story."""
MANY = 3000
"""Sentences of a long story."""
FEW = 800
"""Sentences up to which pairs are also chosen by the words they share."""
COMMON = 60
"""Most sentences with a word that leads to pairs."""
_INDEPENDENT = frozenset(
    (Kind.NUMBER, Kind.DATE, Kind.PLACE, Kind.ANTONYM, Kind.NAME, Kind.ACTOR, Kind.LIST)
)
"""Kinds of which two in one pair mean that two things are told."""
FAINT = 0.05
"""Least likeness of a pair in a story that is not long."""
NEAR = 3
"""Words near the slot that both sentences must share where the pair is less than `LIKE`."""
FIRM = 0.6
"""Certainty from which a discord becomes a dispute."""
FIRM_OF = {
    Kind.NUMBER: 0.35,
    Kind.DATE: 0.35,
    Kind.WORDING: 0.4,
    Kind.NEGATION: 0.45,
}
"""Kind → the same, where its slots say more or less by themselves than others."""
HALF_SURE = 0.6
"""Share of that certainty from which a discord is kept as a candidate."""
MOST_WEAK = 60
"""Candidates of one story that are kept, the surest."""
TOLD_ALIKE = 0.25
"""Likeness from which two sources are taken to make one claim."""
STRONGEST = 3
"""Discords of one pair that are considered, the strongest."""
VETO = 0.5
"""Strength from which two sentences do not state one fact."""


def differ(a: Sentence, b: Sentence) -> bool:
    """Whether the two sentences cannot state one fact: a slot conflicts, or the cities differ.

    The veto on shared facts.
    """
    if len(a.text) > LONGEST or len(b.text) > LONGEST:
        return False
    here, there = cities_in(a), cities_in(b)
    if here and there and not here & there:
        return True
    if overlap(reading(a), reading(b)) < 0.3:
        return False
    found = discords(a, b)
    return bool(found) and any(
        d.strength >= VETO and d.severity is Severity.CONFLICT for d in found
    )


def slot_disputes(
    sentences: Sequence[Sentence], likenesses: Sequence[Likeness], cast: Cast
) -> Iterator[Dispute]:
    """The disputes over slots of like sentences, and over their sources, qualifiers and quoted
    words.

    `sentences` are all of the story, so that their numbers are their positions.
    """
    weak: list[tuple[float, int, int, Discord]] = []
    excuses = Excuses(sentences, cast)
    least = FAINT if len(sentences) <= MANY else LIKE
    for like in _pairs(sentences, likenesses):
        if like.score < least:
            continue
        a, b = sentences[like.a], sentences[like.b]
        if max(len(a.text), len(b.text)) > LONGEST:
            continue
        close = like.score >= LIKE or _close(a, b, like.score)
        found = discords(a, b, rough=not close)
        if _two_matters(found):
            continue
        for discord in found[:STRONGEST]:
            if not close and discord.near < _near_enough(discord):
                continue
            if excuses.cover(a, b, discord):
                continue
            share = _certainty(a, b, like.score, discord) / FIRM_OF.get(discord.kind, FIRM)
            if share >= 1:
                yield _dispute(a, b, discord, _score(share, discord))
            elif share >= HALF_SURE:
                weak.append((-share, a.number, b.number, discord))
        if turned := _turned(a, b):
            yield turned
        if close:
            yield from qualifier_clashes(a, b)
        if like.score >= TOLD_ALIKE:
            yield from reworded(a, b)
            yield from two_tellers(a, b, cast)
            yield from two_audiences(a, b, cast)
    for minus, n, m, discord in sorted(weak, key=lambda w: (*w[:3], w[3].a, w[3].b))[:MOST_WEAK]:
        yield _dispute(sentences[n], sentences[m], discord, _score(-minus, discord))


def _near_enough(d: Discord) -> int:
    """How many words near the slot both sentences must share; fewer for a number with a specific
    unit.
    """
    if d.kind is not Kind.NUMBER:
        return NEAR
    unit = d.value_a.partition(" ")[2]
    return NEAR - 1 if not unit or unit in VAGUE_UNITS or unit in CURRENCIES else 1


def _pairs(sentences: Sequence[Sentence], likenesses: Sequence[Likeness]) -> Iterator[Likeness]:
    """The like pairs, and in a short story those that share most of their words.

    In few sentences every word is common, so likeness, which goes by rare words, is low.
    """
    yield from likenesses
    if len(sentences) > FEW:
        return
    known = {(like.a, like.b) for like in likenesses}
    index: dict[str, list[int]] = defaultdict(list)
    for sentence in sentences:
        if len(sentence.text) > LONGEST:
            continue
        for key in sorted(reading(sentence).content):
            index[key].append(sentence.number)
    shared: Counter[tuple[int, int]] = Counter()
    for key in sorted(index):
        holders = index[key]
        if len(holders) <= COMMON:
            shared.update((a, b) for n, a in enumerate(holders) for b in holders[n + 1 :])
    for (a, b), count in sorted(shared.items()):
        if count < 3 or (a, b) in known or sentences[a].article == sentences[b].article:
            continue
        held = overlap(reading(sentences[a]), reading(sentences[b]))
        if held >= 0.6:
            yield Likeness(a, b, 0.5 * held)


def _turned(a: Sentence, b: Sentence) -> Dispute | None:
    """The dispute of two sentences in which agent and patient are exchanged; None where they are
    not.
    """
    left, right = reading(a), reading(b)
    if overlap(left, right) < 0.75 or ":" in a.text + b.text:
        return None  # `Quill ousted: …`: a colon cuts off who did it
    strength, pair = exchanged(left, right)
    if pair is None or strength < 0.7 or not all(w.text[:1].isupper() for w in pair):
        return None
    x, y = pair
    back = next(w for w in b.words if w.lemma == y.lemma)
    return two_sided(
        Kind.ACTOR, Severity.CONFLICT, "exchanged",
        f"Who did what to whom: {short(x.text, 20)} to {short(y.text, 20)}, or the reverse?",
        Stated(a, x.span, x.lemma, x.text),
        Stated(b, back.span, y.lemma, y.text),
        strength,
        f"{x.text} and {y.text} have changed places",
    )  # fmt: skip


def _two_matters(found: Sequence[Discord]) -> bool:
    """Whether so much differs that two things are told: 146 in 2021, 244 in 2024."""
    if len(found) < 2:
        return False
    firm = {d.kind for d in found if d.severity is Severity.CONFLICT and d.strength >= FIRM}
    return len(firm & _INDEPENDENT) >= 2


def _close(a: Sentence, b: Sentence, score: float) -> bool:
    """Whether one sentence holds most of the other: short sentences may be less like than they are
    close.
    """
    left, right = reading(a), reading(b)
    return score >= 0.1 and len(left.content & right.content) >= 2 and overlap(left, right) >= 0.6


def _certainty(a: Sentence, b: Sentence, score: float, d: Discord) -> float:
    """How surely the pair tells one thing in two ways, 0 to 1.

    The strength of the discord, reduced for little in common and little likeness.
    """
    shared = overlap(reading(a), reading(b))
    local = min(1.0, d.near / 5)
    return (
        d.strength
        * min(1.0, 0.55 + 0.5 * max(shared, local))
        * min(1.0, 0.7 + max(score, shared / 2, local / 2) / 2)
    )


def _score(share: float, d: Discord) -> float:
    """The score of a discord; `share` is its certainty divided by what its kind needs."""
    least = FIRM_OF.get(d.kind, FIRM)
    if share < 1:
        return SURE * 0.99 * share
    return 0.5 + 0.5 * (share - 1) * least / (1 - least)


def _dispute(a: Sentence, b: Sentence, d: Discord, score: float) -> Dispute:
    at_a, at_b = phrase(a, d.a, d.kind), phrase(b, d.b, d.kind)
    return Dispute(
        d.kind, d.severity, f"slot-{d.kind}", _question(a, b, d),
        (
            Answer(d.value_a, short(d.shown_a, 60), Mention(a.article, at_a)),
            Answer(d.value_b, short(d.shown_b, 60), Mention(b.article, at_b)),
        ),
        score,
        because(told_at(a, d.a), told_at(b, d.b), d.reason),
    )  # fmt: skip


def _question(a: Sentence, b: Sentence, d: Discord) -> str:
    """The question that the slot answers."""
    if d.kind is Kind.NEGATION:
        no = d.value_a == "no"
        return whether(a, d.a, b, d.b) if no else whether(b, d.b, a, d.a)
    if d.kind is Kind.SEQUENCE and {d.value_a, d.value_b} & {"at"}:
        return f"When was it: “{short(d.shown_a, 30)}” or “{short(d.shown_b, 30)}”?"
    unit = d.value_a.partition(" ")[2] if d.kind is Kind.NUMBER else ""
    misspelt = d.kind is Kind.NAME and d.severity is Severity.DIFFERS
    return ask(d.kind, a, d.a, d.shown_a, b, d.b, d.shown_b, unit, misspelt)
