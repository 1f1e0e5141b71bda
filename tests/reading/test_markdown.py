"""Markdown becomes words without marks, with the roles of lines."""

from __future__ import annotations

from datetime import date

import pytest

from tui.reading.markdown import read_markdown

TEXT = """---
title: Boats burn
outlet: The Quay
date: 2025-10-15
---

# Boats burn

Three **boats** [burned](https://a.example/b_c) in
the *old* harbour [sic].

![The quay at night](quay.jpg)

Later
-----

> - The mayor said `no`.
> - Five \\*stars\\*.

| boats | lost |
|-------|------|
| three | two  |

* * *
<p>It rained &amp; <b>snowed</b>.</p>
"""


def test_blocks_are_words_without_marks() -> None:
    told = [(b.text, b.role and b.role.value) for b in read_markdown(TEXT).blocks]
    assert told == [
        ("Boats burn", "title"),
        ("Three boats burned in the old harbour [sic].", None),
        ("The quay at night", "caption"),
        ("Later", "subheading"),
        ("The mayor said no.", None),
        ("Five *stars*.", None),
        ("boats lost", None),
        ("three two", None),
        ("It rained & snowed.", None),
    ]


def test_front_matter_says_title_outlet_and_day() -> None:
    found = read_markdown(TEXT)
    assert (found.title, found.outlet, found.published) == (
        "Boats burn", "The Quay", date(2025, 10, 15),
    )  # fmt: skip


def test_broken_front_matter_is_text_with_a_note() -> None:
    found = read_markdown("---\ntitle: [a\n---\nsaid")
    assert "said" in found.text
    assert "front matter" in found.notes[0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a snake_case_name and 5 * 3", "a snake_case_name and 5 * 3"),
        ("[![alt](i.png)](https://a.example)", "alt"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("[a][b] and [b] and [Reuters]\n\n[b]: https://c.example", "a and b and [Reuters]"),
        ("[50%] of [/Photo: Doe]", "[50%] of [/Photo: Doe]"),
        ("> " * 300 + "deep", "deep"),
    ],
)
def test_words_of_a_line(line: str, words: str) -> None:
    assert read_markdown(line).text == words


def test_code_keeps_its_lines() -> None:
    assert read_markdown("```\na *b*\n# c\n```\nd").text == "a *b*\n\n# c\n\nd"


def test_the_words_of_a_footnote_stay_and_its_marks_go() -> None:
    text = "It was begun in 1481.[^1] It has[^a] arches.\n\n[^1]: So the book.\n[^a]: Seven.\n"
    told = [block.text for block in read_markdown(text).blocks]
    assert told == ["It was begun in 1481. It has arches.", "So the book.", "Seven."]
    assert read_markdown("He wrote [^1] by hand.").text == "He wrote [^1] by hand."


def test_lines_of_verse_stay_lines() -> None:
    verse = "The red rose climbs,  \nthe white wall holds;\\\nand all is still.\n"
    told = [block.text for block in read_markdown(verse).blocks]
    assert told == ["The red rose climbs,", "the white wall holds;", "and all is still."]
    prose = "The mayor said on Monday that the harbour would be open again soon,  \nhe hoped."
    assert len(read_markdown(prose).blocks) == 1
