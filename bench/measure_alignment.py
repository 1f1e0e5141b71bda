"""What laying a story side by side costs, as ratios.

    python bench/measure_alignment.py [--large]

Invented stories of growing size: the time of the analysis's alignment (words,
weights, likenesses, links) and of the whole analysis; with `--large` also
20,000 paragraphs against `rapidfuzz.process.cdist` on one worker (which needs
numpy, on a tenth of the rows, times ten), and how the time grows from 2,000.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from collections.abc import Callable

from tui.analysis.alignment.align import align
from tui.analysis.alignment.similarity import profiles
from tui.analysis.engine import analyse, likeness
from tui.analysis.words.tokens import read_sentences
from tui.model.article import Article, Paragraph, Role, Story
from tui.model.settings import AnalysisSettings
from tui.model.span import Span

RETOLD = 0.4
"""Share of paragraphs that tell in other words what another article tells."""


SMALL = "the of to and in a that for on with was".split()


def invented(articles: int, paragraphs: int, seed: int = 7) -> Story:
    """A story of that size; words follow Zipf's law, some paragraphs are retellings."""
    dice = random.Random(seed)
    size = 200 * round((articles * paragraphs) ** 0.5) + 2000
    words = [
        "".join(dice.choices("abcdefghilmnoprstu", k=dice.randint(3, 10))) for _ in range(size)
    ]
    weights = [1 / (rank + 3) for rank in range(size)]
    told: list[list[str]] = []
    made = []
    for number in range(articles):
        bodies = []
        for _ in range(paragraphs):
            if told and dice.random() < RETOLD:
                old = dice.choice(told)
                body = [w for w in old if dice.random() < 0.7] + dice.choices(words, weights, k=4)
                dice.shuffle(body)
            else:
                body = dice.choices(words, weights, k=dice.randint(8, 20))
                told.append(body)
            bodies.append(" ".join(w for word in body for w in (word, dice.choice(SMALL))) + ".")
        made.append(_article(f"X{number}", bodies))
    return Story("invented", "invented", tuple(made))


def _article(name: str, bodies: list[str]) -> Article:
    found, at = [], 0
    for number, body in enumerate(bodies, 1):
        span = Span(at, at + len(body))
        found.append(Paragraph(number, span, Role.BODY, (span,)))
        at += len(body) + 2
    return Article(name, f"{name}.txt", "\n\n".join(bodies), "", tuple(found))


def aligned(story: Story) -> None:
    sentences = read_sentences(story)
    known = profiles(sentences)
    align(sentences, known, likeness(sentences, known), AnalysisSettings())


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cdist_seconds(story: Story) -> float:
    """A tenth of the rows against all, times ten."""
    from rapidfuzz import process

    texts = [p.span.of(a.text) for a in story.articles for p in a.paragraphs]
    some = texts[:: 10 if len(texts) >= 1000 else 1]
    share = len(texts) / len(some)
    return share * seconds(lambda: process.cdist(some, texts, workers=1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--large", action="store_true", help="also 20,000 paragraphs")
    large = parser.parse_args().large
    gc.disable()  # as the program does while it analyses
    aligned(invented(2, 20))  # what is read once per process
    for articles, paragraphs in ((5, 30), (5, 75), (50, 100)):
        story = invented(articles, paragraphs)
        print(
            f"{articles} x {paragraphs}: aligned {seconds(lambda s=story: aligned(s)):.2f} s, "
            f"whole {seconds(lambda s=story: analyse(s, AnalysisSettings())):.2f} s"
        )
    if large:
        small, big = invented(20, 100), invented(20, 1000)
        few, many = seconds(lambda: aligned(small)), seconds(lambda: aligned(big))
        print(f"2,000 paragraphs {few:.2f} s, 20,000 {many:.2f} s: x {many / few:.1f}")
        print(f"20,000 paragraphs: 1/{cdist_seconds(big) / many:.1f} of rapidfuzz cdist")


if __name__ == "__main__":
    main()
