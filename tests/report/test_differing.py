"""The words of a row that only one article has: those that Compare marks, and no letter lost."""

from __future__ import annotations

from tests.page.sheets import all_lines, compare
from tests.page.story import ANALYSIS as ROWS
from tests.page.story import STORY as FERRY
from tests.report.made import ANALYSIS, STORY
from tui.model.finding import Analysis
from tui.report.as_html import as_html
from tui.report.as_markdown import as_markdown
from tui.report.differing import runs
from tui.report.outline import outline


def test_joined_they_are_the_words_of_the_row() -> None:
    for step in outline(FERRY, ROWS).steps:
        joined = tuple((a, "".join(text for text, _ in told)) for a, told in runs(FERRY, step))
        assert joined == step.texts


def test_what_differs_is_what_compare_marks() -> None:
    for at, step in enumerate(outline(FERRY, ROWS).steps):
        written = [w for _, told in runs(FERRY, step) for text, own in told if own
                   for w in text.split()]  # fmt: skip
        lines = all_lines(compare(at))
        drawn = [w for line in lines for f in line if f.look.endswith("own") and f.span
                 for w in f.text.split()]  # fmt: skip
        assert sorted(written) == sorted(drawn)


def test_the_writers_show_it() -> None:
    made = outline(STORY, ANALYSIS)
    assert '<td dir="auto"><u>Twelve</u> boats burned on 3 May.</td>' in as_html(made)
    assert "- **C** *Twelve* boats burned on 3 May." in as_markdown(made)
    assert "In italics" not in as_markdown(outline(STORY, Analysis()))
