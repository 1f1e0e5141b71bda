"""Shared facts: what two or more articles tell alike and none of them disputes.

A sentence may hold several facts, so the groups of sentences may overlap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from tui.analysis.alignment.link_evidence import odds
from tui.analysis.alignment.similarity import Profile, roots
from tui.analysis.alignment.voices import Voices
from tui.analysis.sentences.clauses import clause_numbers, run
from tui.analysis.sentences.slot_reading import LONGEST, reading
from tui.analysis.words.lexicon import root
from tui.analysis.words.logistic import chance
from tui.analysis.words.sentence import Likeness, Sentence, once, once_with
from tui.model.article import Role
from tui.model.finding import Fact, Mention
from tui.model.listed import listed
from tui.model.span import Span

Differ = Callable[[Sentence, Sentence], bool]
"""Whether two sentences name different values for the same thing."""
Near = Callable[[int, int], float]
"""How surely the paragraphs of two sentences, by number, tell the same thing, 0 to 1."""

LEAST = 0.1
"""Likeness from which two sentences are held to state the same fact."""
SURE = 0.6
"""Likeness from which they are, however many other sentences do as well."""
RETOLD = 0.4
"""At most this share of two articles' sentences states the same fact less surely than `SURE`."""
TITLE = -3.0
"""What a title adds to the odds, as a logarithm: it names the story more often than it states a
fact. This and `DAY` are of a logistic regression on the sentence pairs of 24 stories."""
DAY = 1.9
"""What each day that both sentences name adds to the odds."""
NEAR = 0.3
"""How much it counts for the odds that both stand in paragraphs that tell the same thing."""
APART = 0.005
"""How surely paragraphs tell the same thing that were never compared with each other."""
OVERLAP = 0.5
"""Two facts that have this share of their mentions in common are one."""
KIN = 0.8
"""Share of a fact's mentions in other articles that a mention must resemble to be added."""
KIN_LEAST = 0.7
"""The share of LEAST from which it resembles them."""
CORE = 0.7
"""Share of what the first pair has in common that every further mention must have too."""
ENOUGH = 0.75
"""Share of the shared weight that the clauses shown for a mention must hold."""
MOST_WORDS = 5
BEGINNING = 40
"""Two facts whose texts begin with the same so many characters look alike in a list."""


def facts(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    likenesses: Sequence[Likeness],
    near: Near,
    voices: Voices,
    differ: Differ,
) -> tuple[Fact, ...]:
    """Facts that at least two independent voices tell, in the order of the text.

    What only copies of one syndicated text tell is no shared fact.
    """
    found: list[Fact] = []
    worded: list[list[str]] = []
    least = _least(sentences, likenesses)
    sure = [
        Likeness(k.a, k.b, _sureness(k.score, near(k.a, k.b), sentences[k.a], sentences[k.b]))
        for k in likenesses
    ]
    for group in _groups(sentences, profiles, sure, differ, least):
        told = [sentences[n] for n in group]
        speakers = len({voices.voice(s) for s in told})
        if speakers < 2:
            continue
        shared = _shared(told, [profiles[n] for n in group])
        mentions = tuple(Mention(s.article, _span(s, shared)) for s in told)
        worded.append(_worded(told, mentions, shared))
        held = [_root_set(t) for t in told]
        common = [r for r in shared if all(r in own for own in held)]
        found.append(
            Fact(
                id=f"f{len(found) + 1}",
                text="",
                voices=speakers,
                mentions=mentions,
                because=_because(_written(told[0], common or list(shared)), bool(common)),
            )
        )
    return tuple(f._replace(text=t) for f, t in zip(found, _texts(worded), strict=True))


def _least(sentences: Sequence[Sentence], likenesses: Sequence[Likeness]) -> float:
    """The likeness from which two sentences of this story state the same fact.

    Where all articles dwell on one event, everything is much alike, and only
    the most similar pairs tell the same thing of it.
    """
    articles = len({s.article for s in sentences})
    most = int(RETOLD * len(sentences) * (articles - 1) / 2)
    titles = {s.number for s in sentences if s.role is Role.TITLE}
    ranked = sorted(k.score for k in likenesses if k.a not in titles and k.b not in titles)
    limit = ranked[-most - 1] if most < len(ranked) else 0.0
    return max(LEAST, min(SURE, limit))


def _sureness(score: float, near: float, a: Sentence, b: Sentence) -> float:
    """How surely two sentences so much alike state the same fact, 0 to 1.

    `near` is how surely their paragraphs tell the same thing.
    """
    here, there = _days(a), _days(b)
    common = len(here & there) if here and there else 0
    titled = a.role is Role.TITLE or b.role is Role.TITLE
    beside = NEAR * odds(near if near > APART else APART)
    total = odds(score) + TITLE * titled + DAY * common + beside
    return round(chance(total), 6)


@once
def _days(sentence: Sentence) -> frozenset[str]:
    """The days that the sentence names, as they compare."""
    if len(sentence.text) > LONGEST:
        return frozenset()
    return frozenset(when.value for when in reading(sentence).whens)


def _groups(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    likenesses: Sequence[Likeness],
    differ: Differ,
    least: float,
) -> list[tuple[int, ...]]:
    """Sets of sentences that tell the same words, grown from the surest pairs."""
    near: dict[int, dict[int, float]] = defaultdict(dict)
    kin: set[tuple[int, int]] = set()
    alike: list[Likeness] = []
    for like in likenesses:
        a, b = sentences[like.a], sentences[like.b]
        if like.score >= least:
            if not differ(a, b):
                alike.append(like)
                near[like.a][like.b] = near[like.b][like.a] = like.score
        elif like.score >= KIN_LEAST * least:
            kin.add((like.a, like.b))

    def akin(n: int, m: int) -> bool:
        one, two = (n, m) if n < m else (m, n)
        if two in near[one]:
            return True
        return (one, two) in kin and not differ(sentences[one], sentences[two])

    known = [
        {r: p.words[r] for r in roots(s) if r in p.words}
        for s, p in zip(sentences, profiles, strict=True)
    ]
    told: set[tuple[int, int]] = set()
    groups: list[tuple[int, ...]] = []
    for like in sorted(alike, key=lambda k: (-k.score, k.a, k.b)):
        if (like.a, like.b) in told:
            continue
        group = _grow(like, near, known)
        told.update((a, b) for i, a in enumerate(group) for b in group[i + 1 :])
        groups.append(group)
    return sorted(_folded(groups, sentences, akin))


def _folded(
    groups: Sequence[tuple[int, ...]],
    sentences: Sequence[Sentence],
    akin: Callable[[int, int], bool],
) -> list[tuple[int, ...]]:
    """The groups, surest first, each taken into the first kept one that tells nearly the same.

    A reader walks the facts one by one: two that share most mentions are one.
    """
    kept: list[tuple[int, ...]] = []
    holders: dict[int, list[int]] = {}
    for group in groups:
        met = Counter(h for n in group for h in holders.get(n, ()))
        for at, shared in sorted(met.items()):
            other = kept[at]
            if shared < OVERLAP * (len(other) + len(group) - shared):
                continue
            new = [n for n in group if n not in other]
            if all(_belongs(n, other, sentences, akin) for n in new):
                kept[at] = tuple(sorted((*other, *new)))
                for n in new:
                    holders.setdefault(n, []).append(at)
                break
        else:
            for n in group:
                holders.setdefault(n, []).append(len(kept))
            kept.append(group)
    return kept


def _belongs(
    n: int,
    group: Sequence[int],
    sentences: Sequence[Sentence],
    akin: Callable[[int, int], bool],
) -> bool:
    others = [m for m in group if sentences[m].article != sentences[n].article]
    return sum(akin(n, m) for m in others) >= KIN * len(others)


def _grow(
    like: Likeness, near: dict[int, dict[int, float]], known: list[dict[str, float]]
) -> tuple[int, ...]:
    """The pair, and what tells the same words of it, the most similar first.

    A newcomer must be like each of those already in, and so of another article,
    and hold most of the weight that the pair shares: else it tells another fact.
    """
    core = {r: w for r, w in known[like.a].items() if r in known[like.b]}
    enough = CORE * sum(core.values())
    group = [like.a, like.b]
    one, two = near[like.a], near[like.b]
    fitting = {
        n: one[n] + two[n]
        for n in one.keys() & two.keys()
        if sum([w for r, w in core.items() if r in known[n]]) >= enough
    }
    while fitting:
        best = max(fitting, key=lambda n: (fitting[n], -n))
        group.append(best)
        kin = near[best]
        fitting = {n: sure + kin[n] for n, sure in fitting.items() if n in kin}
    return tuple(sorted(group))


def _shared(told: Sequence[Sentence], profiles: Sequence[Profile]) -> dict[str, float]:
    """The roots that most of the mentions contain, with their weights, heaviest first."""
    spread = Counter(chain.from_iterable(map(_root_set, told)))
    weight: dict[str, float] = {}
    for r, n in spread.items():
        if n > 1 and 2 * n >= len(told):
            weight.update((r, p.words[r]) for p in profiles if r in p.words)
    return {r: weight[r] for r in sorted(weight, key=lambda r: (-spread[r] * weight[r], r))}


def _span(sentence: Sentence, shared: dict[str, float]) -> Span:
    """The shortest run of clauses that contains most of what is shared."""
    weight: dict[int, dict[str, float]] = {}
    for clause, r in _placed_roots(sentence):
        if r in shared:
            weight.setdefault(clause, {})[r] = shared[r]
    best = sentence.span
    clauses = sorted(weight)
    if len(clauses) == 1:
        only = _run(sentence, (clauses[0], clauses[0]))
        return only if len(only) < len(best) else best
    whole = sum({r: w for found in weight.values() for r, w in found.items()}.values())
    for i, first in enumerate(clauses):
        held: dict[str, float] = {}
        for last in clauses[i:]:
            held.update(weight[last])
            if sum(held.values()) >= ENOUGH * whole:
                span = _run(sentence, (first, last))
                if len(span) < len(best):
                    best = span
                break
    return best


@once_with
def _run(sentence: Sentence, clauses: tuple[int, int]) -> Span:
    return run(sentence, *clauses)


@once
def _placed_roots(sentence: Sentence) -> tuple[tuple[int, str], ...]:
    """The roots of all words with the number of their clause, in order, each once a clause."""
    placed = zip(clause_numbers(sentence), (root(w.lemma) for w in sentence.words), strict=True)
    return tuple(dict.fromkeys(placed))


@once
def _root_set(sentence: Sentence) -> frozenset[str]:
    """The roots of the content words."""
    return frozenset(roots(sentence))


def _worded(
    told: Sequence[Sentence], mentions: Sequence[Mention], shared: Mapping[str, float]
) -> list[str]:
    """The wordings that contain most of what is shared, the shortest first."""
    held = [sum(shared[r] for r in _root_set(s) if r in shared) for s in told]
    quoted = {
        s.text_at(m.span)
        for s, m, weight in zip(told, mentions, held, strict=True)
        if weight >= ENOUGH * max(held)
    }
    return sorted(quoted, key=lambda t: (len(t), t))


def _texts(worded: Sequence[Sequence[str]]) -> list[str]:
    """For each fact, the shortest of its wordings that begins like no other fact's text.

    One sentence may tell several facts, and readers of a list must be able to tell them apart.
    Facts with the fewest wordings choose first; a fact that finds none takes its shortest.
    """
    taken: set[str] = set()
    texts = [""] * len(worded)
    for n in sorted(range(len(worded)), key=lambda n: (len(worded[n]), n)):
        free = (t for t in worded[n] if t[:BEGINNING].casefold() not in taken)
        texts[n] = next(free, worded[n][0])
        taken.add(texts[n][:BEGINNING].casefold())
    return texts


def _written(sentence: Sentence, shared: Sequence[str]) -> list[str]:
    """The heaviest shared words as this sentence writes them."""
    written = _first_written(sentence)
    return [written[r] for r in shared if r in written][:MOST_WORDS]


@once
def _first_written(sentence: Sentence) -> Mapping[str, str]:
    """Root of a content word → the first word of that root as the sentence has it."""
    return {root(w.lemma): w.text for w in reversed(sentence.words) if w.content}


def _because(words: Sequence[str], common: bool) -> str:
    if not words:
        return "They resemble one another."
    return f"{'All' if common else 'Most'} mention {listed([f'“{w}”' for w in words])}."
