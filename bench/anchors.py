"""Tags on articles that are edited at random: found again, asked about, or put on wrong words?

    python bench/anchors.py [STORY ...] [--tags 100000]

Every sentence of every article is tagged, and some runs of words inside one.
Then the article is edited 5, 20 or 50 times, each sentence known by a name of
its own, so that the right answer is known: where the tagged words stand
untouched they should be found; where they were changed or went, nothing may be
taken for them.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tui import workspace
from tui.model.article import Article, Paragraph, Paragraphs, Role
from tui.model.settings import ReadingSettings
from tui.model.span import Span
from tui.model.tag import Anchor
from tui.reading.story import split_sentences
from tui.session.anchor import anchor, find

GOALS = {5: 0.995, 20: 0.98, 50: 0.95}
WORDS = "however officials later according morning several reported after near before added".split()
NAMES = "Moreau Tanaka Okafor Lindqvist Haddad Novak Castro Banerjee".split()
NEGATION = re.compile(r"\b(is|was|were|are|has|had|will|would|could)\b")


@dataclass(frozen=True)
class Piece:
    """A sentence with a name that outlives its edits."""

    id: int
    text: str
    edited: bool = False
    copy_of: int = -1
    """The sentence whose words it repeats; -1 for none."""


Text = list[list[Piece]]
"""Paragraphs of sentences."""


@dataclass
class Editor:
    """Edits a text at random."""

    text: Text
    chance: random.Random
    next: int = 10**6
    asked: set[int] = field(default_factory=set)
    """Sentences in which a number, a name, a day or a “not” was changed."""

    def edit(self) -> None:
        kinds: list[tuple[Callable[[], None], int]] = [
            (self.reword, 5), (self.insert, 3), (self.delete, 2), (self.fact, 3), (self.move, 1),
            (self.swap, 1), (self.copy, 1), (self.split, 1), (self.join, 1), (self.type, 2),
        ]  # fmt: skip
        self.chance.choices([k for k, _ in kinds], [w for _, w in kinds])[0]()

    def _spot(self) -> tuple[list[Piece], int]:
        paragraph = self.chance.choice([p for p in self.text if p])
        return paragraph, self.chance.randrange(len(paragraph))

    def _change(self, made: Callable[[str], str], facts: bool = False) -> None:
        paragraph, at = self._spot()
        old = paragraph[at]
        new = made(old.text)
        if new != old.text:
            paragraph[at] = replace(old, text=new, edited=True)
            if facts:
                self.asked.add(old.id)

    def reword(self) -> None:
        def made(text: str) -> str:
            words = text.split(" ")
            words[self.chance.randrange(len(words))] = self.chance.choice(WORDS)
            return " ".join(words)

        self._change(made)

    def type(self) -> None:
        """A letter lost or doubled, as in typing."""

        def made(text: str) -> str:
            at = self.chance.randrange(len(text))
            return text[:at] + self.chance.choice(("", text[at] * 2)) + text[at + 1 :]

        self._change(made)

    def fact(self) -> None:
        def made(text: str) -> str:
            if found := re.search(r"\d+", text):
                return text[: found.start()] + str(int(found[0]) + 1) + text[found.end() :]
            if (found := NEGATION.search(text)) and self.chance.random() < 0.5:
                return text[: found.end()] + " not" + text[found.end() :]
            if found := re.search(r"(?<=[a-z,] )[A-Z]\w+", text):
                return text[: found.start()] + self.chance.choice(NAMES) + text[found.end() :]
            return text

        self._change(made, True)

    def insert(self) -> None:
        paragraph, at = self._spot()
        source = self.chance.choice([p for p in self.text if p])
        words = self.chance.choice(source).text.split(" ")
        self.chance.shuffle(words)
        self.next += 1
        paragraph.insert(at, Piece(self.next, " ".join(words).capitalize(), True))

    def copy(self) -> None:
        """The same sentence once more, as when a caption repeats the text."""
        paragraph, at = self._spot()
        self.next += 1
        there, spot = self._spot()
        old = paragraph[at]
        first = old.id if old.copy_of < 0 else old.copy_of
        there.insert(spot, replace(old, id=self.next, copy_of=first))

    def delete(self) -> None:
        paragraph, at = self._spot()
        if sum(map(len, self.text)) > 3:
            del paragraph[at]

    def move(self) -> None:
        """A paragraph to another place."""
        paragraph = self.text.pop(self.chance.randrange(len(self.text)))
        self.text.insert(self.chance.randint(0, len(self.text)), paragraph)

    def swap(self) -> None:
        paragraph, at = self._spot()
        if at:
            paragraph[at - 1], paragraph[at] = paragraph[at], paragraph[at - 1]

    def split(self) -> None:
        number = self.chance.randrange(len(self.text))
        paragraph = self.text[number]
        if len(paragraph) > 1:
            at = self.chance.randrange(1, len(paragraph))
            self.text[number : number + 1] = [paragraph[:at], paragraph[at:]]

    def join(self) -> None:
        number = self.chance.randrange(len(self.text))
        if number:
            self.text[number - 1 : number + 1] = [self.text[number - 1] + self.text[number]]


def drawn(text: Text) -> tuple[Article, dict[int, Span]]:
    """The article, and where each sentence stands in it."""
    whole, at, places, paragraphs = [], 0, {}, []
    for number, paragraph in enumerate([p for p in text if p], 1):
        spans = []
        for piece in paragraph:
            places[piece.id] = Span(at, at + len(piece.text))
            spans.append(places[piece.id])
            whole.append(piece.text + " ")
            at += len(piece.text) + 1
        whole[-1] = whole[-1][:-1] + "\n\n"
        at += 1
        span = Span(spans[0].start, spans[-1].end)
        paragraphs.append(Paragraph(number, span, Role.BODY, tuple(spans)))
    words = "".join(whole)
    return Article("A", "a.txt", words, str(hash(words)), Paragraphs(paragraphs)), places


def text_of(article: Article) -> Text:
    pieces = [[c.of(article.text).replace("\n", " ") for c in p.claims] for p in article.told]
    numbers = iter(range(10**6))
    return [[Piece(next(numbers), t) for t in p if t.strip()] for p in pieces if p]


def targets(
    article: Article, places: dict[int, Span], chance: random.Random
) -> list[tuple[int, Span]]:
    """Every sentence, and for every third a run of words inside it."""
    found = []
    for id, span in places.items():
        found.append((id, span))
        words = [m.span() for m in re.finditer(r"\S+", span.of(article.text))]
        if len(words) > 6 and chance.random() < 0.33:
            first = chance.randrange(len(words) - 3)
            last = min(len(words) - 1, first + chance.randint(1, 6))
            found.append((id, Span(span.start + words[first][0], span.start + words[last][1])))
    return found


def judge(wanted: Anchor, true: Span | None, article: Article, copies: list[Span]) -> str:
    """`copies` are the places of sentences that repeat one that was not changed.

    A tag on these stands on its very words, and nobody could tell the two apart.
    """
    found = find(wanted, article)
    if found.span and found.span != true and any(c.covers(found.span) for c in copies):
        return "on an equal copy"
    if true is None:
        return "kept off" if found.span is None else "WRONG"
    if found.span == true:
        return "found"
    if found.span is not None:
        return "WRONG"
    return "asked" if true in found.proposals else "asked, not offered"


def measure(
    articles: list[Article], edits: int, tags: int, options: argparse.Namespace
) -> tuple[Counter[str], Counter[str]]:
    """What became of the tags after so many edits; and of those with a changed fact."""
    chance, seen, facts = random.Random(edits), Counter[str](), Counter[str]()
    while seen.total() < tags:
        for article in articles:
            text = text_of(article)
            before, places = drawn(text)
            marked = [(i, s, anchor(before, s)) for i, s in targets(before, places, chance)]
            editor = Editor([list(p) for p in text], chance)
            for _ in range(edits):
                editor.edit()
            after, now = drawn(editor.text)
            pieces = {p.id: p for para in editor.text for p in para}
            for id, span, wanted in marked:
                true = None
                if id in now and not pieces[id].edited:
                    start = now[id].start + span.start - places[id].start
                    true = Span(start, start + len(span))
                elif id in now and span.of(before.text) in pieces[id].text:
                    continue  # the sentence was edited beside the words: both answers are right
                changed = id in pieces and pieces[id].edited
                copies = [now[p.id] for p in pieces.values() if p.copy_of == id and not changed]
                word = judge(wanted, true, after, copies)
                if true and copies and word.startswith("asked"):
                    word = "asked which of two"
                if options.show and word in options.show.split(","):
                    show(word, wanted, true, before, after)
                seen[word] += 1
                if id in editor.asked and id in now and true is None and span == places[id]:
                    facts["asked" if word == "kept off" else "NOT ASKED"] += 1
    return seen, facts


def show(word: str, wanted: Anchor, true: Span | None, before: Article, after: Article) -> None:
    """One case with what stood around it and what stands there now."""
    found = find(wanted, after)
    near, new = Span(wanted.span.start - 60, wanted.span.end + 60), true or found.span
    print(f"--- {word}: {found.state}: {found.why}\n  was {_around(before, near)}")
    if new:
        print(f"  now {_around(after, Span(new.start - 60, new.end + 60))}")


def _around(article: Article, span: Span) -> str:
    return repr(article.text[max(0, span.start) : span.end])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--show", default="", help="print cases, as `WRONG` or `asked`")
    parser.add_argument("--tags", type=int, default=100_000, help="in all")
    options = parser.parse_args()
    seeds = Path(__file__).resolve().parents[1] / "seeds"
    folders = options.stories or sorted(p for p in seeds.iterdir() if p.is_dir())
    stories = [split_sentences(workspace.read([f], ReadingSettings())) for f in folders]
    articles = [a for s in stories for a in s.readable if len(a.told) > 3]
    kept = True
    for edits, goal in GOALS.items():
        seen, facts = measure(articles, edits, options.tags // len(GOALS), options)
        there = seen["found"] + seen["asked"] + seen["asked, not offered"]
        share = seen["found"] / there
        good = share >= goal and not seen["WRONG"] and not facts["NOT ASKED"]
        kept &= good
        print(
            f"{'kept  ' if good else 'BROKEN'} F after {edits:2} edits: {share:.1%} of {there:,} "
            f"found by themselves (goal {goal:.1%}), {seen['asked']} asked with the words offered, "
            f"{seen['asked, not offered']} without; {seen['asked which of two']} asked because the "
            f"same sentence was written once more; {seen['WRONG']} of {seen.total():,} on wrong "
            f"words; {facts['asked']:,} of {facts.total():,} changed facts asked"
        )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
