"""Links: which paragraphs of two articles tell the same thing, and by which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.alignment.link_evidence import Pair, alone, around, shipped_weights
from tui.analysis.alignment.passages import Passage, passages
from tui.analysis.alignment.similarity import CLASS, Profile
from tui.analysis.words.lexicon import root, synonym_class
from tui.analysis.words.logistic import sureness
from tui.analysis.words.sentence import Likeness, Sentence, once
from tui.model.alignment import Link
from tui.model.settings import AnalysisSettings

MOST_WORDS = 6
MORE = 0.5
"""How much further sentence pairs of two paragraphs count, compared with the best pair."""
PER_PARAGRAPH = 1.0
"""Links that a paragraph of a long article has with another article at most, in a story of much
that is alike."""
IN_SHORT = 4.0
"""Links more that it has, shared out among the paragraphs of an article: in a short report nearly
every paragraph dwells on the event. Both of the best links of 38 stories."""


@dataclass(frozen=True, eq=False, slots=True)
class Beside:
    """The paragraphs of a story, and how surely each two of them tell the same thing."""

    told: Sequence[Passage]
    place: Sequence[int]
    """Sentence number → position of its paragraph in `told`."""
    between: Mapping[Pair, Sequence[Likeness]]
    """Positions of two paragraphs → their pairs of similar sentences."""
    sure: Mapping[Pair, float]
    """Positions of two paragraphs → how surely they do, 0 to 1; pairs without similar sentences
    are missing.
    """

    def of(self, a: int, b: int) -> float:
        """How surely the paragraphs of two sentences, by number, tell the same thing."""
        return self.sure.get((self.place[a], self.place[b]), 0.0)


def beside(
    sentences: Sequence[Sentence], profiles: Sequence[Profile], likenesses: Sequence[Likeness]
) -> Beside:
    """Compare the paragraphs: first by themselves, then by what is around them."""
    told, place = passages(sentences, profiles)
    between = _between(likenesses, place)
    evidence = {
        (a, b): alone(told[a], told[b], _together(found)) for (a, b), found in between.items()
    }
    first, second = shipped_weights()
    near = around(
        {p: sureness(e, first) for p, e in evidence.items()}, [p.ref.article for p in told]
    )
    return Beside(
        told, place, between, {p: sureness(near[p] + e, second) for p, e in evidence.items()}
    )


def align(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    paragraphs: Beside,
    settings: AnalysisSettings,
) -> tuple[Link, ...]:
    """Paragraph pairs that surely enough tell the same thing, in the order of the text.

    The score of a link is how surely, 0 to 1.
    """
    told, sure = paragraphs.told, paragraphs.sure
    return tuple(
        Link(
            told[a].ref, told[b].ref, round(sure[a, b], 4),
            shared_words(sentences, profiles, _likest(paragraphs.between[a, b])),
        )
        for a, b in chosen(sure, [p.ref.article for p in told], settings)
    )  # fmt: skip


def likest(likenesses: Iterable[Likeness], place: Sequence[int]) -> dict[Pair, float]:
    """Two passages with similar sentences → how surely one sentence pair tells the same thing.

    `place` is the position of each sentence's passage.
    """
    return {pair: _together(found) for pair, found in _between(likenesses, place).items()}


def _between(likenesses: Iterable[Likeness], place: Sequence[int]) -> dict[Pair, list[Likeness]]:
    between: dict[Pair, list[Likeness]] = defaultdict(list)
    for like in likenesses:
        between[place[like.a], place[like.b]].append(like)
    return between


def chosen(
    sure: Mapping[Pair, float], articles: Sequence[str], settings: AnalysisSettings
) -> list[Pair]:
    """The pairs to link, in order.

    From `settings.link` above the sureness that would leave as many links a paragraph
    with every other article as `PER_PARAGRAPH` and `IN_SHORT` say: where all articles
    dwell on one event, more is alike than tells the same thing. A link must also reach
    `settings.link_share` of the surest link of either paragraph with the same
    other article.
    """
    told = len(set(articles))
    each = PER_PARAGRAPH * len(articles) + IN_SHORT * told
    most = int(each * (told - 1) / 2)
    ranked = sorted(sure.values(), reverse=True)
    least = settings.link + (ranked[most] if most < len(ranked) else 0.0)
    top: dict[tuple[int, str], float] = defaultdict(float)
    for (a, b), value in sure.items():
        for key in ((a, articles[b]), (b, articles[a])):
            if value > top[key]:
                top[key] = value
    return sorted(
        (a, b)
        for (a, b), value in sure.items()
        if value >= least
        and value >= settings.link_share * max(top[a, articles[b]], top[b, articles[a]])
    )


def _together(found: Sequence[Likeness]) -> float:
    """How surely one of the sentence pairs tells the same thing; all but the best count half."""
    if len(found) == 1:
        return found[0].score
    first, *others = sorted((k.score for k in found), reverse=True)
    doubt = 1 - first
    for score in others:
        doubt *= 1 - MORE * score
    return 1 - doubt


def _likest(found: Sequence[Likeness]) -> Likeness:
    return found[0] if len(found) == 1 else max(found, key=_rank)


def _rank(like: Likeness) -> tuple[float, int, int]:
    return like.score, -like.a, -like.b


def shared_words(
    sentences: Sequence[Sentence], profiles: Sequence[Profile], like: Likeness
) -> tuple[str, ...]:
    """The words of the first sentence that the second has too, most telling first.

    Where the second has another word for it, both: `killed ~ died`.
    """
    one, two = profiles[like.a], profiles[like.b]
    here, there = one.words, two.words
    stems = _stems(sentences[like.a])
    shown = [(-here[s], s, text) for s, _, text in stems if s in there and s in here]
    if one.classes and (stands := _by_class(sentences[like.b])):
        known = {kind for stem, kind, _ in stems if stem in there and stem in here}
        other: dict[str, tuple[float, str, str]] = {}
        for stem, kind, text in stems:
            if stem in here and kind in stands and kind in one.classes and kind not in known:
                told = -CLASS * one.classes[kind], kind, f"{text} ~ {stands[kind]}"
                other.setdefault(kind, told)
        shown += other.values()
    shown.sort()
    return tuple([text for _, _, text in shown[:MOST_WORDS]])


@once
def _stems(sentence: Sentence) -> tuple[tuple[str, str | None, str], ...]:
    """Root, class of words that news uses for one another, and first text of content words."""
    first: dict[str, str] = {}
    for word in sentence.words:
        if word.content:
            first.setdefault(root(word.lemma), word.text)
    return tuple((stem, synonym_class(stem), text) for stem, text in first.items())


@once
def _by_class(sentence: Sentence) -> Mapping[str, str]:
    """Class → the first word of it as the sentence has it."""
    return {kind: text for _, kind, text in reversed(_stems(sentence)) if kind}
