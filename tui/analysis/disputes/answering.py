"""Which further articles answer the question of a dispute, and which say nothing about it.

A rule finds disputes in pairs of passages. An article that gives one of the answers outside of such
a pair joins that side. An article is silent only if no sentence of it is like those of the dispute.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from tui.analysis.disputes.basis.dispute import Answer, Dispute
from tui.analysis.sentences.phrases import phrase
from tui.analysis.sentences.slot_reading import around, reading
from tui.analysis.words.sentence import Likeness, Sentence, Word
from tui.model.finding import Kind, Mention, Severity

LIKE = 0.25
"""Likeness from which a sentence is about the matter of the dispute."""
HELD = 0.5
"""Share of the shorter sentence's content words from which it is, too …"""
FEWEST = 3
"""… if it is at least so many words."""
BESIDE = 2
"""Content words near a loaded word that must stand near its other use, too."""
COMMON = 400
"""Most uses of one word that are looked at."""


@dataclass(frozen=True, eq=False)
class SentenceIndex:
    """The sentences of a story by place, by likeness and by word."""

    by_article: dict[str, tuple[Sentence, ...]]
    """Article → its sentences in order."""
    by_number: dict[int, Sentence]
    like: dict[int, frozenset[int]]
    """Sentence number → numbers of the sentences like it."""
    by_word: dict[str, tuple[tuple[Sentence, Word], ...]]
    """Folded word or lemma → sentence and word where it stands, in order."""
    with_lemma: dict[str, frozenset[str]]
    """Lemma → the articles that use it."""
    with_meaning: dict[str, dict[str, list[Sentence]]]
    """Article → meaning of a content word → the sentences that have it."""
    near: dict[tuple[int, str], bool] = field(default_factory=dict)
    """A cache for `_near`: sentence number and article → its answer."""

    def at(self, mention: Mention) -> Sentence | None:
        """The sentence in which the mention stands; None where there is none."""
        told = self.by_article.get(mention.article, ())
        first = bisect_right(told, mention.span.start, key=lambda s: s.span.end)
        return next((s for s in told[first : first + 1] if s.span.overlaps(mention.span)), None)


def index_of(sentences: Sequence[Sentence], likenesses: Sequence[Likeness]) -> SentenceIndex:
    """The index of `sentences`."""
    by_article: dict[str, list[Sentence]] = defaultdict(list)
    by_word: dict[str, list[tuple[Sentence, Word]]] = defaultdict(list)
    with_lemma: dict[str, set[str]] = defaultdict(set)
    with_meaning: dict[str, dict[str, list[Sentence]]] = defaultdict(dict)
    for sentence in sentences:
        by_article[sentence.article].append(sentence)
        for lemma in reading(sentence).lemmas:
            with_lemma[lemma].add(sentence.article)
        for key in reading(sentence).content:
            with_meaning[sentence.article].setdefault(key, []).append(sentence)
        for word in sentence.words:
            for key in dict.fromkeys((word.folded, word.lemma)):
                if word.content and len(by_word[key]) < COMMON:
                    by_word[key].append((sentence, word))
    like: dict[int, set[int]] = defaultdict(set)
    for pair in likenesses:
        if pair.score >= LIKE:
            like[pair.a].add(pair.b)
            like[pair.b].add(pair.a)
    return SentenceIndex(
        {a: tuple(s) for a, s in by_article.items()},
        {s.number: s for every in by_article.values() for s in every},
        {n: frozenset(others) for n, others in like.items()},
        {w: tuple(places) for w, places in by_word.items()},
        {w: frozenset(told) for w, told in with_lemma.items()},
        with_meaning,
    )


def completed(dispute: Dispute, index: SentenceIndex, articles: Sequence[str]) -> Dispute:
    """`dispute` with the answers of further articles, and with the articles that are silent.

    `articles` are the ids of all articles, in the order of the result.
    """
    asked = [s for a in dispute.answers if (s := index.at(a.mention)) is not None]
    asked = list({s.number: s for s in asked}.values())
    speaking = {a.mention.article for a in dispute.answers}
    more = [a for a in _agreeing(dispute, asked, index) if a.mention.article not in speaking]
    speaking |= {a.mention.article for a in more}
    if dispute.kind is Kind.WORDING:
        speaking.update(*(index.with_lemma.get(a.value, ()) for a in dispute.answers))
    alike = {n for s in asked for n in index.like.get(s.number, ()) if n in index.by_number}
    speaking.update(index.by_number[n].article for n in alike)
    silent = tuple(
        a for a in articles if a not in speaking and not any(_near(s, a, index) for s in asked)
    )
    return replace(dispute, answers=(*dispute.answers, *_one_each(more)), silent=silent)


def _one_each(answers: Sequence[Answer]) -> Iterator[Answer]:
    """The first answer for each article and value."""
    yield from {(a.mention.article, a.value): a for a in reversed(answers)}.values()


def _agreeing(
    dispute: Dispute, asked: Sequence[Sentence], index: SentenceIndex
) -> Iterator[Answer]:
    """The answers that other passages give: uses of a word or spelling, days in like sentences."""
    shown = {a.value: a.shown for a in reversed(dispute.answers)}
    if dispute.kind is Kind.WORDING or _misspelt(dispute):
        for value in shown:
            for sentence, word in index.by_word.get(value, ()):
                if _misspelt(dispute) or _same_matter(sentence, word, dispute, index):
                    mention = Mention(sentence.article, word.span)
                    yield Answer(value, shown[value], mention)
    elif dispute.kind is Kind.DATE and dispute.rule != "quotation-day":
        numbers = {n for s in asked for n in index.like.get(s.number, ())}
        for sentence in (index.by_number[n] for n in sorted(numbers) if n in index.by_number):
            days = [w for w in reading(sentence).whens if w.exact]
            if len(days) == 1 and days[0].value in shown:
                at = phrase(sentence, sentence.in_article(days[0].span), Kind.DATE)
                yield Answer(days[0].value, shown[days[0].value], Mention(sentence.article, at))


def _misspelt(dispute: Dispute) -> bool:
    """Whether the question is only how a name is spelt: every use of the name answers it."""
    return dispute.kind is Kind.NAME and dispute.severity is Severity.DIFFERS


def _same_matter(
    sentence: Sentence, word: Word, dispute: Dispute, index: SentenceIndex
) -> bool:  # fmt: skip
    """Whether `word` stands among words that also stand near one of the dispute's mentions."""
    here = around(reading(sentence), word.span, 6)
    for answer in dispute.answers:
        other = index.at(answer.mention)
        if other is None or other.article == sentence.article:
            continue
        there = around(reading(other), answer.mention.span, 6)
        least = 1 if other.number in index.like.get(sentence.number, ()) else BESIDE
        if len(here & there) >= least:
            return True
    return False


def _near(asked: Sentence, article: str, index: SentenceIndex) -> bool:
    """Whether one sentence of the article has much of the content of `asked`."""
    place = asked.number, article
    if place not in index.near:
        there, content = index.with_meaning.get(article, {}), reading(asked).content
        holders = [there[key] for key in content if key in there]
        index.near[place] = len(holders) >= FEWEST and any(
            held >= FEWEST and held >= HELD * min(len(content), len(reading(other).content))
            for other, held in Counter(chain.from_iterable(holders)).items()
        )
    return index.near[place]
