"""Short stories that once went wrong or easily could: a folder each.

`expected.yaml` beside the texts says why the case stands here and what must be
found; whatever else is listed is a false alarm. Without `found` the program
must be silent. `known: reason` marks what is known to go wrong.
"""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tui import yamlfile
from tui.analysis.engine import analyse
from tui.model.article import Article, Paragraph, Paragraphs, Role, Story
from tui.model.finding import Contradiction, Side
from tui.model.settings import AnalysisSettings
from tui.model.span import Span
from tui.reading.story import split_sentences

HERE = Path(__file__).parent
CASES = sorted(p.parent for p in HERE.glob("*/expected.yaml"))


def story_of(folder: Path, published: dict[str, str]) -> Story:
    """The texts of a case, each line a paragraph of the body."""
    articles = []
    for file in sorted(folder.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        day = published.get(file.stem)
        articles.append(
            Article(
                file.stem,
                file.name,
                text,
                "",
                Paragraphs(_paragraphs(text)),
                published=date.fromisoformat(day) if day else None,
            )
        )
    return split_sentences(Story(folder.name, folder.name, tuple(articles)))


def _paragraphs(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line:
            span = Span(start, start + len(line))
            found.append(Paragraph(len(found) + 1, span, Role.BODY))
        start += len(line) + 1
    return found


def _params() -> list[Any]:
    found = []
    for folder in CASES:
        data: Any = yamlfile.read(folder / "expected.yaml").data
        known = data.get("known")
        marks = [pytest.mark.xfail(strict=True, reason=known)] if known else []
        found.append(pytest.param(folder, data, id=folder.name, marks=marks))
    return found


@pytest.mark.parametrize(("folder", "expected"), _params())
def test_what_is_expected_is_found_and_nothing_else(folder: Path, expected: Any) -> None:
    story = story_of(folder, expected.get("published", {}))
    listed = list(analyse(story, AnalysisSettings()).told(AnalysisSettings().least))
    for wanted in expected.get("found", []):
        right = [c for c in listed if answers(story, c, wanted)]
        assert right, f"{expected['why']}: not found among {_said(listed)}"
        listed = [c for c in listed if c not in right]
    assert not listed, f"{expected['why']}: {_said(listed)}"


def answers(story: Story, found: Contradiction, wanted: Any) -> bool:
    """Whether `found` is the contradiction that the labels want."""
    if (found.kind.value, found.severity.value) != (wanted["kind"], wanted["severity"]):
        return False
    return any(
        all(
            _touches(story, side, words) for side, words in zip(sides, wanted["sides"], strict=True)
        )
        for sides in permutations(found.sides, len(wanted["sides"]))
    )


def _touches(story: Story, side: Side, words: dict[str, str]) -> bool:
    ((article, quote),) = words.items()
    start = story.by_id[article].text.index(quote)
    span = Span(start, start + len(quote))
    return any(m.article == article and m.span.overlaps(span) for m in side.mentions)


def _said(listed: list[Contradiction]) -> str:
    return "; ".join(f"{c.kind}/{c.severity} {c.rule} {c.score}: {c.because}" for c in listed)
