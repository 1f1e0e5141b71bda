"""A few words that say what a row tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.lexicon import root
from tui.analysis.sentence import Sentence
from tui.analysis.similarity import Profile

WIDEST = 40
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    because: tuple[str, ...]
    """The words that the articles of the row share, most telling first."""


def heading(sentences: Sequence[Sentence], profiles: Sequence[Profile]) -> Heading:
    """The heading of the row made of these sentences."""
    weight: dict[str, float] = defaultdict(float)
    tellers: dict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    for sentence, profile in zip(sentences, profiles, strict=True):
        for word in sentence.words:
            stem = root(word.lemma)
            if word.content and stem in profile.words:
                weight[stem] += profile.words[stem]
                tellers[stem].add(sentence.article)
                written.setdefault(stem, word.text)
    articles = len({s.article for s in sentences})
    ranked = sorted(weight, key=lambda w: (-len(tellers[w]), -weight[w], w))
    because = tuple(written[w] for w in ranked if len(tellers[w]) > 1)[:MOST_WORDS]
    keywords = [written[w] for w in ranked]
    title = ""
    for word in keywords[:4]:
        if len(title) + 3 + len(word) <= WIDEST:
            title = f"{title} · {word}" if title else word
    return Heading(title or sentences[0].text[:WIDEST], because if articles > 1 else ())
