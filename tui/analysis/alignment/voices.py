"""Syndicated copy: the same text in two articles is one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.words.sentence import Likeness, Sentence
from tui.model.article import Article, Role, Story
from tui.model.settings import AnalysisSettings

SHORTEST = 60
"""Characters; a shorter paragraph is too easily the same by chance."""
ALIKE = 0.5
"""Likeness of some sentence pair, below which two paragraphs are not compared at all."""
MOSTLY = 0.5
"""Share of an article's words that must be copied for it to have no voice of its own."""

Place = tuple[str, int]
"""Article and paragraph number."""


@dataclass(frozen=True)
class Voices:
    of_article: dict[str, str]
    """Article id → id of the article whose copy it is; itself when it stands alone."""
    of_paragraph: dict[Place, Place]
    """Copied paragraph → the first paragraph with that text; absent for all others."""

    def voice(self, sentence: Sentence) -> str:
        """The id of the article that speaks in this sentence."""
        place = (sentence.article, sentence.paragraph)
        return self.of_article[self.of_paragraph.get(place, place)[0]]


def voices(
    story: Story,
    sentences: Sequence[Sentence],
    likenesses: Sequence[Likeness],
    settings: AnalysisSettings,
) -> Voices:
    """Who copies whom. The earlier article is the source, else the longer one."""
    from rapidfuzz.fuzz import ratio

    text = {(a.id, p.number): p.span.of(a.text) for a in story.readable for p in a.told}
    order = _sources_first(story.readable)
    pairs = sorted(
        {
            tuple(
                sorted(
                    (_place(sentences[k.a]), _place(sentences[k.b])),
                    key=lambda p: (order[p[0]], p[1]),
                )
            )
            for k in likenesses
            if k.score >= ALIKE
        },
        key=lambda pair: [(order[p[0]], p[1]) for p in pair],
    )
    source: dict[Place, Place] = {}
    for one, two in pairs:
        long_enough = min(len(text[one]), len(text[two])) >= SHORTEST
        if long_enough and ratio(text[one], text[two], score_cutoff=settings.copy_ratio):
            source.setdefault(two, source.get(one, one))
    return Voices(_of_articles(story.readable, source, order), source)


def _place(sentence: Sentence) -> Place:
    return sentence.article, sentence.paragraph


def _sources_first(articles: Sequence[Article]) -> dict[str, int]:
    def key(article: Article) -> tuple[str, int, str]:
        day = article.published.isoformat() if article.published else "9999"
        return day, -len(article.text), article.text

    return {a.id: n for n, a in enumerate(sorted(articles, key=key))}


def _of_articles(
    articles: Sequence[Article], source: dict[Place, Place], order: dict[str, int]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for article in sorted(articles, key=lambda a: order[a.id]):
        copied: dict[str, int] = defaultdict(int)
        body = [p for p in article.told if p.role is Role.BODY]
        for paragraph in body:
            origin = source.get((article.id, paragraph.number))
            if origin:
                copied[origin[0]] += len(paragraph.span)
        whole = sum(len(p.span) for p in body)
        most = max(copied, key=lambda a: (copied[a], -order[a]), default=article.id)
        copies = copied[most] > MOSTLY * whole
        found[article.id] = found.get(most, most) if copies else article.id
    return dict(sorted(found.items()))
