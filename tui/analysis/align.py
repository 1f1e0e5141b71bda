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
    refs, place = _places(sentences)
    between: dict[tuple[int, int], list[Likeness]] = defaultdict(list)
    for like in likenesses:
        between[place[like.a], place[like.b]].append(like)
    score = {pair: _together(found) for pair, found in between.items()}
    top: dict[tuple[int, str], float] = defaultdict(float)
    for (a, b), value in score.items():
        top[a, refs[b].article] = max(top[a, refs[b].article], value)
        top[b, refs[a].article] = max(top[b, refs[a].article], value)
    links = []
    for a, b in sorted(pair for pair, value in score.items() if value >= settings.link):
        value = score[a, b]
        if value >= settings.link_share * max(top[a, refs[b].article], top[b, refs[a].article]):
            words = shared_words(sentences, profiles, max(between[a, b], key=_rank))
            links.append(Link(refs[a], refs[b], round(value, 4), words))
    return tuple(links)


def _places(sentences: Sequence[Sentence]) -> tuple[list[ParagraphRef], list[int]]:
    """The told paragraphs in order, and for each sentence the place of its own among them."""
    refs: list[ParagraphRef] = []
    place: list[int] = []
    for sentence in sentences:
        ref = ParagraphRef(sentence.article, sentence.paragraph)
        if not refs or refs[-1] != ref:
            refs.append(ref)
        place.append(len(refs) - 1)
    return refs, place


def _together(found: Sequence[Likeness]) -> float:
    """How surely one of the sentence pairs tells a same thing; all but the best count half."""
    if len(found) == 1:
        return found[0].score
    first, *others = sorted((k.score for k in found), reverse=True)
    doubt = 1 - first
    for score in others:
        doubt *= 1 - MORE * score
    return 1 - doubt


def _rank(like: Likeness) -> tuple[float, int, int]:
    return like.score, -like.a, -like.b


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
