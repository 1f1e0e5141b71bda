"""Paths become a story: letters, dispatches, days, outlets, and the last word of story.yaml."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tui.errors import BadFile, NoStory
from tui.model.article import Role, Source
from tui.model.settings import ReadingSettings
from tui.reading.story import letter, read_story, split_sentences

TOLD = "The mayor of the town said that the harbour would be open again within a week."
SETTINGS = ReadingSettings()
TRICKY = Path(__file__).parents[1] / "tricky_files"


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_a_story_of_its_files_in_order(tmp_path: Path) -> None:
    write(tmp_path, b_txt=f"Fire\n\n {TOLD}\n", a_md="# Boats burn\n\n" + TOLD)
    story = read_story([tmp_path], SETTINGS)
    assert [(a.id, a.file, a.title) for a in story.articles] == [
        ("A", "a.md", "Boats burn"),
        ("B", "b.txt", "Fire"),
    ]
    b = story.by_id["B"]
    assert [(p.number, p.span.of(b.text)) for p in b.paragraphs] == [(1, "Fire"), (2, TOLD)]
    assert b.sha256 == hashlib.sha256((tmp_path / "b.txt").read_bytes()).hexdigest()
    assert (story.name, story.title) == (tmp_path.name, "Boats burn")


def test_two_dispatches_of_a_file_are_two_articles_of_one_text(tmp_path: Path) -> None:
    second = f"Ministers meet\nOslo (AFP) July 13, 2025 - {TOLD}"
    write(tmp_path, a_txt=f"Fire\n{TOLD}\n{TOLD} It was.\n{second}\n")
    one, two = read_story([tmp_path], SETTINGS).articles
    assert (one.id, two.id) == ("A1", "A2")
    assert one.text is two.text
    assert [p.number for p in (*one.paragraphs, *two.paragraphs)] == [1, 2, 3, 4, 5]
    assert (two.title, two.outlet, two.published) == ("Ministers meet", "AFP", date(2025, 7, 13))


def test_a_bad_file_is_an_article_that_says_why(tmp_path: Path) -> None:
    write(tmp_path, a_txt="", b_txt=TOLD)
    (tmp_path / "c.txt").write_bytes(b"\x00\x01" * 50)
    a, b, c = read_story([tmp_path], SETTINGS).articles
    assert a.problem == "a.txt is empty."
    assert b.problem is None
    assert c.problem is not None
    assert "UTF-16" in c.problem


def test_nothing_to_read_says_what_to_try(tmp_path: Path) -> None:
    for paths in ([], [tmp_path], [tmp_path / "gone.txt"]):
        with pytest.raises(NoStory, match="rashomon"):
            read_story(paths, SETTINGS)


def test_sentences_are_filled_and_all_else_kept(tmp_path: Path) -> None:
    write(tmp_path, a_txt=f"Fire\n{TOLD} It will rain.")
    story = read_story([tmp_path], SETTINGS)
    (article,) = split_sentences(story).articles
    assert [s.of(article.text) for s in article.paragraphs[1].sentences] == [TOLD, "It will rain."]


@pytest.mark.parametrize(
    ("text", "day", "source"),
    [
        (f" date 2025-07-13 Fire\n{TOLD}", date(2025, 7, 13), Source.HEADER),
        (f"Fire\nOslo (AFP) July 14, 2025\n{TOLD}", date(2025, 7, 14), Source.DATELINE),
        (f"They met yesterday (July 13). {TOLD}", date(2025, 7, 14), Source.INFERRED),
        (TOLD, date(2025, 7, 20), Source.INFERRED),
    ],
)
def test_the_day_of_a_report(tmp_path: Path, text: str, day: date, source: Source) -> None:
    write(tmp_path, a_txt=text, b_txt=f" date 2025-07-20 Fire\n{TOLD}")
    article = read_story([tmp_path], SETTINGS).articles[0]
    assert (article.published, article.published_from) == (day, source)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Fire ends a year of suspense WASHINGTON —", "Fire ends a year of suspense"),
        ("date 2025-07-13 Fire at the docks ST. JOHN'S, Maine --", "Fire at the docks"),
        ("Why the SEC", "Why the SEC"),
        ("He waited for the BBC — and left", "He waited for the BBC — and left"),
        ("WASHINGTON —", "WASHINGTON —"),
    ],
)
def test_a_title_is_told_without_the_day_and_place_of_writing(
    tmp_path: Path, line: str, title: str
) -> None:
    write(tmp_path, a_txt=f"{line}\n{TOLD}")
    article = read_story([tmp_path], SETTINGS).articles[0]
    assert article.title in (title, None)
    assert article.paragraphs[0].span.of(article.text) == title


def test_no_day_is_made_up(tmp_path: Path) -> None:
    write(tmp_path, a_txt=f"They may march on the 2nd. {TOLD}")
    assert read_story([tmp_path], SETTINGS).articles[0].published is None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Fire\nby AFP Staff Writers\n{TOLD}", "AFP"),
        (f"Fire\nBy Jane Doe, Reuters\n{TOLD}", "Reuters"),
        (f"OSLO, July 13 (Xinhua) -- {TOLD}", "Xinhua"),
        (f"{TOLD}\nSOURCE:AA", "Anadolu Agency"),
        (f"They swam by night. {TOLD}", None),
    ],
)
def test_the_outlet_of_a_report(tmp_path: Path, text: str, outlet: str | None) -> None:
    write(tmp_path, a_txt=text)
    assert read_story([tmp_path], SETTINGS).articles[0].outlet == outlet


def test_the_story_file_has_the_last_word(tmp_path: Path) -> None:
    write(tmp_path, a_txt=f"Fire\n{TOLD}", b_txt=TOLD)
    said = "title: The fire\narticles:\n"
    said += "  a.txt: {outlet: The Quay, date: 2025-01-02, roles: {2: caption}}\n"
    (tmp_path / "story.yaml").write_text(said + "leave-out: [b.txt]\n")
    story = read_story([tmp_path], SETTINGS)
    (article,) = story.articles
    assert story.title == "The fire"
    assert (article.outlet, article.outlet_from) == ("The Quay", Source.USER)
    assert (article.published, article.published_from) == (date(2025, 1, 2), Source.USER)
    assert article.paragraphs[1].role is Role.CAPTION


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("titel: x\n", r"story.yaml:1:1: unknown key 'titel'; did you mean 'title'"),
        ("title: x\n\tb: 1\n", r":2:1: a tab; indent with spaces"),
        ("groups: [\n", r":2:1: a value or closing bracket is missing"),
        ("title: ] x\n", r":1:8: a bracket or comma begins a text; put the text in double quotes"),
        ("title: |x\n", r":1:9: \| or > begins a text; put"),
        ("title: & Sons\n", r":1:9: & or \* begins a text; put"),
        ("title: *Star*\n", r":1:13: & or \* begins a text; put"),
        ("title: *Star\n", r":1:8: anchors and aliases are not used here: 'Star'; put the text"),
        ("title: !Fire x\n", r":1:8: tags are not used here: '!Fire'; put the text"),
        ("title: !! x\n", r":1:10: ! begins a text; put"),
        ("articles:\n  b.txt: {}\n", r":2:3: there is no article 'b.txt'.*'a.txt'"),
        ("articles:\n  a.txt:\n    date: soon\n", r":3:5: 'soon' is not a day"),
        ("articles:\n  a.txt:\n    date: 0001-01-01\n", r":3:5: '0001-01-01' is not a day"),
        ("articles: {a.txt: {roles: {x: body}}}\n", r":1:\d+: 'x' is not a line number"),
        ("articles: {a.txt: {roles: {1: head}}}\n", r":1:\d+: 'head' is not a role"),
    ],
)
def test_a_mistake_in_the_story_file_is_shown(tmp_path: Path, said: str, where: str) -> None:
    write(tmp_path, a_txt=TOLD)
    (tmp_path / "story.yaml").write_text(said)
    with pytest.raises(BadFile, match=where):
        read_story([tmp_path], SETTINGS)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("gone")])
def test_a_story_file_that_cannot_be_read_is_told(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    write(tmp_path, a_txt=TOLD)
    make(tmp_path / "story.yaml")
    with pytest.raises(BadFile, match=r"cannot be read: .*; mend or remove it"):
        read_story([tmp_path], SETTINGS)


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_no_tricky_file_is_a_crash_or_shows_a_control_character() -> None:
    story = split_sentences(read_story([TRICKY], SETTINGS))
    assert len(story.articles) >= 6
    for article in story.articles:
        shown = (article.text, article.title or "", article.outlet or "", article.problem or "")
        assert not set("".join(shown)) & {"\x1b", "\x9b", "\x07", "\x08", "\r", "\x00", "\u202e"}


def test_the_beginnings_of_long_files_are_the_first_paragraphs_of_the_whole(tmp_path: Path) -> None:
    lines = [f"The council met for the {n}th time, and nothing was decided." for n in range(2000)]
    (tmp_path / "long.txt").write_text("\n\n".join(["A long report", *lines]), encoding="utf-8")
    (tmp_path / "short.txt").write_text("A short one\n\nNothing was decided.", encoding="utf-8")
    first, whole = (
        read_story([tmp_path], SETTINGS, beginnings=True),
        read_story([tmp_path], SETTINGS),
    )
    assert (first.whole, whole.whole) == (False, True)
    long, short = first.articles
    assert 100 < len(long.paragraphs) < len(whole.articles[0].paragraphs)
    assert [*long.paragraphs] == [*whole.articles[0].paragraphs][: len(long.paragraphs)]
    assert (long.text, long.sha256) == (whole.articles[0].text, whole.articles[0].sha256)
    assert [*short.paragraphs] == [*whole.articles[1].paragraphs]


def test_short_files_are_whole_at_once(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("A short one\n\nNothing was decided.", encoding="utf-8")
    assert read_story([tmp_path], SETTINGS, beginnings=True).whole
