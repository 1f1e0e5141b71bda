"""Links join paragraphs that tell a same thing and say by which words."""

from __future__ import annotations

from tests.analysis.stories import FIRE, article, story
from tui.analysis.engine import analyse
from tui.model.settings import AnalysisSettings


def links(
    settings: AnalysisSettings | None = None,
) -> dict[tuple[str, int, str, int], tuple[str, ...]]:
    found = analyse(story(*FIRE), settings or AnalysisSettings()).links
    return {(k.a.article, k.a.number, k.b.article, k.b.number): k.because for k in found}


def test_the_same_event_is_linked_in_another_order_of_telling() -> None:
    assert ("A", 2, "B", 3) in links()


def test_a_link_names_the_words_that_are_shared() -> None:
    assert {"three", "warehouses"} <= set(links()["A", 2, "B", 3])


def test_a_link_names_words_that_stand_for_one_another() -> None:
    told = story(
        article("A", "The ferry company halted all sailings to Norwick island."),
        article("B", "The ferry company suspended all sailings to Norwick island."),
    )
    (link,) = analyse(told, AnalysisSettings()).links
    assert "halted ~ suspended" in link.because


def test_the_same_topic_is_no_link() -> None:
    assert ("B", 4, "C", 2) not in links()


def test_nothing_below_the_threshold_is_linked() -> None:
    assert links(AnalysisSettings(link=1.0)) == {}


def test_links_are_between_different_articles_and_in_order() -> None:
    keys = list(links())
    assert keys == sorted(keys)
    assert all(a < b for a, _, b, _ in keys)
