"""Links: which paragraphs of two articles tell a same thing, and by which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.analysis.lexicon import root
from tui.analysis.sentence import Likeness, Sentence
from tui.analysis.similarity import Profile
from tui.model.alignment import Link, ParagraphRef
from tui.model.settings import AnalysisSettings

MOST_WORDS = 6
MORE = 0.5
"""What further sentence pairs of two paragraphs count beside their best."""


def align(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    likenesses: Sequence[Likeness],
    settings: AnalysisSettings,
) -> tuple[Link, ...]:
    """Paragraph pairs by their sentence pairs, in the order of the text.

    A link scores at least `settings.link`, and at least `settings.link_share`
    of the best link of either paragraph with the same other article.
    """
    between: dict[tuple[ParagraphRef, ParagraphRef], list[Likeness]] = defaultdict(list)
    for like in likenesses:
        between[_ref(sentences[like.a]), _ref(sentences[like.b])].append(like)
    score = {pair: _together(found) for pair, found in between.items()}
    top: dict[tuple[ParagraphRef, str], float] = defaultdict(float)
    for (a, b), value in score.items():
        top[a, b.article] = max(top[a, b.article], value)
        top[b, a.article] = max(top[b, a.article], value)
    return tuple(
        Link(
            a, b, round(value, 4), shared_words(sentences, profiles, max(between[a, b], key=_rank))
        )
        for (a, b), value in sorted(score.items())
        if value >= settings.link
        and value >= settings.link_share * max(top[a, b.article], top[b, a.article])
    )


def _together(found: Sequence[Likeness]) -> float:
    """How surely one of the sentence pairs tells a same thing; all but the best count half."""
    first, *others = sorted((k.score for k in found), reverse=True)
    doubt = 1 - first
    for score in others:
        doubt *= 1 - MORE * score
    return 1 - doubt


def _rank(like: Likeness) -> tuple[float, int, int]:
    return like.score, -like.a, -like.b


def _ref(sentence: Sentence) -> ParagraphRef:
    return ParagraphRef(sentence.article, sentence.paragraph)


def shared_words(
    sentences: Sequence[Sentence], profiles: Sequence[Profile], like: Likeness
) -> tuple[str, ...]:
    """The words of the first sentence that the second has too, most telling first."""
    weights, other = profiles[like.a].words, profiles[like.b].words
    written: dict[str, str] = {}
    for word in sentences[like.a].words:
        stem = root(word.lemma)
        if word.content and stem in weights and stem in other:
            written.setdefault(stem, word.text)
    ranked = sorted(written, key=lambda stem: (-weights[stem], stem))
    return tuple(written[stem] for stem in ranked[:MOST_WORDS])
