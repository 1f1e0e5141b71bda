"""Facts quote what two articles tell alike, and count who tells it."""

from __future__ import annotations

from itertools import combinations

from tests.analysis.stories import FIRE, article, story
from tui.analysis.engine import analyse
from tui.analysis.facts import _texts
from tui.model.article import Article
from tui.model.finding import Fact
from tui.model.settings import AnalysisSettings


def facts(*articles: Article) -> tuple[Fact, ...]:
    return analyse(story(*articles), AnalysisSettings()).facts


def test_a_shared_assertion_is_a_fact_with_a_mention_in_each_article() -> None:
    found = max(facts(*FIRE), key=lambda f: f.voices)
    assert {m.article for m in found.mentions} == {"A", "B", "C"}
    assert found.voices == 3


def test_a_mention_is_the_clause_that_tells_it_not_the_whole_sentence() -> None:
    one = article(
        "A",
        "The minister resigned over the harbour scandal on Friday evening, while in the north of "
        "the country heavy snow stopped all trains between the two largest towns for hours.",
        "Farmers welcomed the rain.",
    )
    two = article("B", "The minister resigned on Friday evening over the scandal in the harbour.")
    (found,) = facts(one, two)
    quoted = found.mentions[0].span.of(one.text)
    assert quoted == "The minister resigned over the harbour scandal on Friday evening"


def test_what_only_copies_of_one_text_tell_is_no_shared_fact() -> None:
    words = "The ferry sank off the southern cape after it had struck a rock in thick morning fog."
    found = facts(
        article("A", words, "Divers search the wreck."), article("B", words, "The owner is silent.")
    )
    assert found == ()


def test_nearly_the_same_mentions_are_one_fact() -> None:
    found = facts(*FIRE)
    for one, two in combinations(found, 2):
        shared = len({*one.mentions} & {*two.mentions})
        assert shared < len({*one.mentions} | {*two.mentions}) / 2, (one.text, two.text)


def test_a_mention_begins_and_ends_at_the_edges_of_its_clause() -> None:
    one = article(
        "A",
        "MARROWBY (Coastal Wire) October 15, 2025 - Divers found the wreck of the ferry on the sea "
        "floor, and the owner, who lives in the south, said “nothing more.”",
        "Farmers welcomed the rain.",
    )
    two = article("B", "On the sea floor divers found the wreck of the ferry.")
    (found,) = facts(one, two)
    quoted = found.mentions[0].span.of(one.text)
    assert quoted == "Divers found the wreck of the ferry on the sea floor"


def test_two_sentences_that_differ_in_a_number_are_not_one_fact() -> None:
    found = facts(
        article("A", "The ferry sank off the southern cape and 12 sailors drowned in the storm."),
        article("B", "The ferry sank off the southern cape and 40 sailors drowned in the storm."),
    )
    assert found == ()


def test_the_text_of_a_fact_is_the_words_of_a_mention() -> None:
    texts = {a.id: a.text for a in FIRE}
    found = facts(*FIRE)
    assert found
    for fact in found:
        assert fact.text in [m.span.of(texts[m.article]) for m in fact.mentions]


def test_two_facts_of_one_sentence_are_named_apart() -> None:
    wordings = [["The ferry sank.", "On Monday the ferry sank."], ["The ferry sank."]]
    assert _texts(wordings) == ["On Monday the ferry sank.", "The ferry sank."]


def test_facts_are_numbered_in_order() -> None:
    assert [f.id for f in facts(*FIRE)] == ["f1", "f2"]
