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


def align(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    likenesses: Sequence[Likeness],
    settings: AnalysisSettings,
) -> tuple[Link, ...]:
    """Paragraph pairs by their best sentence pair, in the order of the text.

    A link scores at least `settings.link`, and at least `settings.link_share`
    of the best link of either paragraph with the same other article.
    """
    best: dict[tuple[ParagraphRef, ParagraphRef], Likeness] = {}
    for like in likenesses:
        key = (_ref(sentences[like.a]), _ref(sentences[like.b]))
        if key not in best or like.score > best[key].score:
            best[key] = like
    top: dict[tuple[ParagraphRef, str], float] = defaultdict(float)
    for (a, b), like in best.items():
        top[a, b.article] = max(top[a, b.article], like.score)
        top[b, a.article] = max(top[b, a.article], like.score)
    return tuple(
        Link(a, b, round(like.score, 4), shared_words(sentences, profiles, like))
        for (a, b), like in best.items()
        if like.score >= settings.link
        and like.score >= settings.link_share * max(top[a, b.article], top[b, a.article])
    )


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
