"""One quotation in several sources, word under word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.story import article
from tui.model.article import Article, Story
from tui.page.lines import Line, plain
from tui.page.quotations import alike, lined_up, quotation_lines, quotations
from tui.page.signs import UNICODE
from tui.page.wrap import width_of

A = article(
    "A", "“We stopped it a few metres from the tanks, with luck,” he told the Post on Monday."
)
B = article("B", 'He said: "We stopped it only yards from the tanks, with much luck."')
C = article(
    "C", "„Stopped it a few metres from the tanks“, said Reed. «Nobody was hurt at all» she said."
)
D = article("D", "Reed spoke of «luck» and said “Nobody was hurt at all”.")


def lines(*articles: Article, width: int = 80, most: int = 20) -> list[str]:
    return [plain(line).rstrip() for line in drawn(*articles, width=width, most=most)]


def drawn(*articles: Article, width: int = 80, most: int = 20) -> tuple[Line, ...]:
    spans = [(a.id, [p.span for p in a.paragraphs]) for a in articles]
    return quotation_lines(Story("s", "S", articles), spans, width, most, UNICODE)


def test_the_same_words_stand_under_one_another() -> None:
    assert lines(A, B, C) == [
        " A B C quoted with 4 words different",
        "  A We stopped it a    few   metres from the tanks, with      luck,",
        "  B We stopped it only yards        from the tanks, with much luck.",
        "  C    Stopped it a    few   metres from the tanks",
    ]


def test_the_base_decides_what_the_others_are_held_against() -> None:
    assert lines(B, A)[1:] == [
        "  B We stopped it only yards        from the tanks, with much luck.",
        "  A We stopped it a    few   metres from the tanks, with      luck,",
    ]


def test_differing_words_are_marked_in_every_source() -> None:
    marked = [[f.text for f in line if f.look == "differs+own" and f.text] for line in drawn(A, B)]
    assert marked == [[], ["a", "few", "metres"], ["only", "yards", "much"]]


def test_a_quotation_told_word_for_word_takes_one_line() -> None:
    assert lines(C, D) == [" C D quoted word for word: “Nobody was hurt at all”"]


def test_what_one_source_quotes_alone_is_not_lined_up() -> None:
    assert lines(A, D) == []
    assert lines(A) == []


def test_single_words_in_quotation_marks_are_no_quotation() -> None:
    story = Story("s", "S", (D,))
    found = quotations(story, "D", [D.paragraphs[0].span])
    assert [" ".join(q.words) for q in found] == ["Nobody was hurt at all"]
    assert found[0].span.of(D.text) == "Nobody was hurt at all"


def test_an_article_stands_once_in_a_group() -> None:
    twice = article("A", "“We won the long game today” and again “We won the long game today”.")
    other = article("B", "“We won the long game today”.")
    story = Story("s", "S", (twice, other))
    every = [q for a in story.articles for q in quotations(story, a.id, [a.paragraphs[0].span])]
    assert [[q.article for q in group] for group in alike(every)] == [["A", "B"]]


def test_what_does_not_fit_is_counted() -> None:
    assert lines(A, B, C, width=40, most=3)[-1].startswith(" … ")
    assert len(lines(A, B, C, width=40, most=3)) == 3


WORDS = st.lists(st.sampled_from("the a ferry struck pier on Monday night twelve 東京".split()))


@settings(deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=4))
def test_no_word_between_shared_ones_is_lost_or_moved(texts: list[list[str]]) -> None:
    columns = lined_up(texts)
    for row, words in enumerate(texts):
        told = [c.words[row] for c in columns if c.words[row]]
        joined = " ".join(words)
        assert " ".join(told) in joined
    for column in columns:
        assert len(column.words) == len(texts)


@settings(deadline=None)
@given(WORDS, WORDS, st.integers(40, 200))
def test_every_line_is_as_wide_as_the_page(one: list[str], other: list[str], width: int) -> None:
    made = [article(id, f"“{' '.join(words) or 'x'}”") for id, words in (("A", one), ("B", other))]
    assert {width_of(plain(line)) for line in drawn(*made, width=width)} <= {width}
