"""What the analysis costs, against the figures it is meant to keep to.

    python bench/cost.py [--large]

Time of the processor, which a busy machine stretches less than the clock. The
shipped story, after imports and as a whole program; news-like and random
stories of growing size; bare pairs of sentences; with `--large` also 20,000
paragraphs, how their alignment grows from 2,000, and against
`rapidfuzz.process.cdist` on one worker (on a tenth of the rows, times ten).
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tui.analysis.alignment.align import align, beside
from tui.analysis.alignment.similarity import profiles
from tui.analysis.engine import analyse, likeness
from tui.analysis.words.tokens import read_sentences
from tui.model.article import Article, Paragraph, Paragraphs, Role, Story
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.model.span import Span
from tui.reading.story import read_story, split_sentences

HERE = Path(__file__).parent
SEED = HERE.parent / "seeds" / "lavrov-wang-2025"
RETOLD = 0.4
"""Share of paragraphs that tell in other words what another article tells."""
SMALL = "the of to and in a that for on with was".split()
PAIRS = 1000


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
    return Article(name, f"{name}.txt", "\n\n".join(bodies), "", Paragraphs(found))


def news(articles: int, paragraphs: int, seed: int = 7) -> Story:
    """A story of that size made of the sentences of pairs/edits.txt and the seeds.

    A new paragraph has half its words of weight exchanged for others of their
    kind, a retold one a few, so that names, numbers and days differ too.
    """
    dice = random.Random(seed)
    written = [line.split() for line in _sentences()]
    kinds: dict[str, list[str]] = {}
    for word in (w for line in written for w in line):
        kinds.setdefault(_kind(word), []).append(word)

    def edited(words: Sequence[str], share: float) -> list[str]:
        return [
            dice.choice(kinds[_kind(w)]) if len(w) > 3 and dice.random() < share else w
            for w in words
        ]

    told: list[list[str]] = []
    made = []
    for number in range(articles):
        bodies = []
        for _ in range(paragraphs):
            if told and dice.random() < RETOLD:
                body = [w for w in edited(dice.choice(told), 0.1) if dice.random() < 0.9]
            else:
                body = edited(dice.choice(written), 0.5)
                told.append(body)
            bodies.append(" ".join(body) or "Nothing.")
        made.append(_article(f"N{number}", bodies))
    return Story("news", "news", tuple(made))


def _sentences() -> list[str]:
    lines = (HERE / "pairs" / "edits.txt").read_text(encoding="utf-8").splitlines()
    found = [line[2:] for line in lines if line[1:2] == " " and not line.startswith("# ")]
    for article in read_story([SEED], ReadingSettings()).readable:
        found += [p.span.of(article.text) for p in article.told]
    return found


def _kind(word: str) -> str:
    return "number" if word[:1].isdigit() else "name" if word[:1].isupper() else "word"


def aligned(story: Story) -> None:
    sentences = read_sentences(story)
    known = profiles(sentences)
    paragraphs = beside(sentences, known, likeness(sentences, known))
    align(sentences, known, paragraphs, AnalysisSettings())


def whole(story: Story) -> None:
    analyse(story, AnalysisSettings())


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def program(*words: str, given: str = "") -> float:
    """Of a new process of the program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "tui", *words]
    subprocess.run(command, input=given, text=True, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cdist_seconds(story: Story) -> float:
    """A tenth of the rows against all, times ten."""
    from rapidfuzz import process

    texts = [p.span.of(a.text) for a in story.articles for p in a.paragraphs]
    some = texts[:: 10 if len(texts) >= 1000 else 1]
    share = len(texts) / len(some)
    return share * seconds(lambda: process.cdist(some, texts, workers=1))


def said(what: str, found: float, goal: float, unit: str = "s") -> None:
    print(f"{what:54} {found:8.2f} {unit:7} {found / goal:5.2f} of the {goal:g} aimed at")


def pairs() -> None:
    """How long `rashomon compare --jsonl` takes to start, and for a pair."""
    lines = _sentences()
    told = [
        json.dumps({"a": lines[n % len(lines)], "b": lines[(n * 7 + 1) % len(lines)]})
        for n in range(PAIRS)
    ]
    start = min(program("compare", "--jsonl", given=told[0]) for _ in range(3))
    every = program("compare", "--jsonl", given="\n".join(told))
    print(f"{'rashomon compare --jsonl, one pair':54} {start:8.2f} s")
    print(f"{'and then':54} {(PAIRS - 1) / (every - start):8.0f} pairs a second, 200 aimed at")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--large", action="store_true", help="also 20,000 paragraphs")
    large = parser.parse_args().large
    gc.disable()  # as the program does while it analyses
    seed = split_sentences(read_story([SEED], ReadingSettings()))
    whole(seed)  # what is read once per process
    said("five seeds, after imports", min(seconds(lambda: whole(seed)) for _ in range(5)), 0.3)
    fresh = min(program("analyse", str(SEED), "--json") for _ in range(5))
    said("five seeds, a new process", fresh, 1.0)
    for made in (news, invented):
        name = "news-like" if made is news else "random"
        five, fifty = made(5, 90 if made is news else 54), made(50, 100)
        words = sum(len(a.text.split()) for a in five.articles) // 5
        said(f"5 {name} articles of {words:,} words", seconds(partial(whole, five)), 1.0)
        gc.collect()
        said(f"50 {name} articles of 100 paragraphs", seconds(partial(whole, fifty)), 10.0)
        gc.collect()
    pairs()
    if large:
        small, big = invented(20, 100), invented(20, 1000)
        few, many = seconds(lambda: aligned(small)), seconds(lambda: aligned(big))
        said("2,000 to 20,000 paragraphs aligned, growth", many / few, 15, "times")
        said("20,000 aligned, of rapidfuzz cdist", many / cdist_seconds(big), 1 / 20, "times")


if __name__ == "__main__":
    main()
