"""A heading is short, whole, from the text, and says what the row tells."""

from __future__ import annotations

import pytest

from tests.analysis.stories import FIRE, article, story
from tui.analysis.alignment.incipits import WIDEST, incipit
from tui.analysis.engine import analyse
from tui.model.settings import AnalysisSettings


def titles(*paragraphs: str) -> list[str]:
    return [r.title for r in analyse(story(article("A", *paragraphs)), AnalysisSettings()).rows]


def test_no_heading_is_wider_than_it_may_be() -> None:
    found = analyse(story(*FIRE), AnalysisSettings()).rows
    assert all(0 < len(row.title) <= WIDEST for row in found)


def test_a_clause_whose_doer_is_named_is_the_heading() -> None:
    (title,) = titles("On a rainy Sunday, Lavrov met Wang. He had come from the coast.")
    assert title == "Lavrov met Wang"


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("MOSCOW (AFP) July 13, 2025 - The minister left for the coast with two aides.", "AFP"),
        ("It was during the storm that the ferry sank off the southern cape.", "It"),
        ("No ship leaves the harbour before the divers come back from the wreck.", "Ship leaves"),
        ("Meanwhile, prices at the auction rose by six per cent in one week.", "Meanwhile"),
    ],
)
def test_a_heading_begins_with_what_it_tells(text: str, unwanted: str) -> None:
    (title,) = titles(text)
    assert unwanted not in title


def test_a_long_sentence_is_not_cut_where_a_phrase_of_it_will_do() -> None:
    (title,) = titles("Despite the long and heavy protests of the fishermen, who had come by boat")
    assert not title.endswith("…")


def test_a_row_of_several_is_called_by_words_they_share() -> None:
    one = article("A", "A long inquiry found that the harbour bridge fell after a storm in May.")
    two = article("B", "The harbour bridge fell after a storm, and the mayor has resigned.")
    (row,) = analyse(story(one, two), AnalysisSettings()).rows
    assert "bridge fell" in row.title


@pytest.mark.parametrize("text", ["Yes.", "?", "…", "123"])
def test_even_a_word_or_a_sign_gets_a_heading(text: str) -> None:
    assert len(titles(text)) == 1


POEM = (
    "Tell me, O Muse, of that ingenious hero",
    "who travelled far and wide",
    "after he had sacked the famous town of Troy.",
    "Many cities did he visit,",
    "and many were the nations with whose manners",
    "and customs he was acquainted.",
)


def test_verse_is_called_by_its_lines() -> None:
    assert titles(*POEM)[:4] == [
        "Tell me, O Muse, of that ingenious hero", "Who travelled far and wide",
        "After he had sacked the famous town of…", "Many cities did he visit",
    ]  # fmt: skip


def test_short_paragraphs_of_prose_are_no_verse() -> None:
    lines = (
        "The ferry Alda struck the pier of Milna.",
        "Twelve people were hurt on board.",
        "The harbour office has closed the pier.",
        "Divers looked at the hull on Sunday.",
    )
    assert "Harbour office has closed the pier" in titles(*lines)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ισχυρός σεισμός σημειώθηκε το πρωί της Δευτέρας, είπε ο δήμαρχος.",
         "Ισχυρός σεισμός σημειώθηκε το πρωί της…"),
        ("Οι κάτοικοι του νησιού έφυγαν, και η κυβέρνηση θα τους στηρίξει, είπε.",
         "Οι κάτοικοι του νησιού έφυγαν"),
        ("وقال رئيس الحكومة عزيز أخنوش إن السلطات سترسل فرق إنقاذ إلى القرى.",
         "وقال رئيس الحكومة عزيز أخنوش إن السلطات…"),
        ("По словам мэра Ильсура Метшина, пострадали трое рабочих завода.",
         "По словам мэра Ильсура Метшина"),
        ("星期一凌晨，四川省雅安市发生6.1级地震，造成四人死亡，十四人受伤。",
         "星期一凌晨，四川省雅安市发生6.1级地震"),
        ("बिहार में भारी बारिश के बाद आई बाढ़ में बारह लोगों की मौत हो गई।",
         "बिहार में भारी बारिश के बाद आई बाढ़ में…"),
    ],
)  # fmt: skip
def test_other_languages_are_called_by_how_they_begin(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_beside_a_translation_the_english_words_are_the_title() -> None:
    greek = article("A", "Ο Σμιθ συνάντησε την Τζόουνς στο Λονδίνο, είπε ο Smith για Jones London.")
    english = article("B", "On Sunday, Smith met Jones in London, and both were content.")
    found = analyse(story(greek, english), AnalysisSettings()).rows
    assert any(row.title.startswith("Smith met Jones") for row in found if "B" in row.cells)


@pytest.mark.parametrize(
    "text", ["", " ", "—", "a" * 200, "字" * 90, "x, " * 40, "̈̈̈", "𐤀" * 70, "« »"]
)
def test_a_beginning_is_never_too_wide(text: str) -> None:
    assert len(incipit(text)) <= WIDEST
