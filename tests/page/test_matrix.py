"""The matrix: which findings show, who says what in a cell, and lines that fit every width."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.story import ANALYSIS, CLOSED, HURT, MAYOR, RUDDER, STORY, STRUCK, mention
from tui.model.article import Article, Story
from tui.model.finding import Analysis, Contradiction, Fact, Mention, Side, finding_key
from tui.model.span import Span
from tui.model.tag import Verdict
from tui.page.filters import Certainty, Filter
from tui.page.lines import plain
from tui.page.matrix import Board, Group, MatrixFilter, MatrixOrder, next_group, next_order
from tui.page.matrix_lines import detail_lines, entry_line, grid, head_lines
from tui.page.rows import AlignedRows
from tui.page.signs import ASCII, UNICODE, Signs
from tui.page.wrap import width_of

KEYS = {"filter-findings": "f", "order": "r", "kinds": "c", "certainty": "w"}
ORDER = ("A", "B", "C", "D")


def board(
    verdicts: Mapping[str, Verdict] | None = None,
    places: Mapping[str, Mention | None] | None = None,
    analysis: Analysis = ANALYSIS,
    signs: Signs = UNICODE,
    possible: float = 0.0,
    story: Story = STORY,
    articles: tuple[str, ...] = ORDER,
) -> Board:
    rows = AlignedRows(analysis.rows)
    return Board(story, analysis, rows, articles, verdicts or {}, places or {}, signs, possible)


def ids(found: Board, wanted: MatrixFilter) -> list[str]:
    return [entry.finding.id for entry in found.listed(wanted)]


def frame(found: Board, width: int, article: str = "A", at: int = 0) -> list[str]:
    """The whole matrix as the terminal shows it without colours."""
    entries = found.listed(MatrixFilter())
    made = grid(found, entries, width, article, 0)
    head = head_lines(found, len(entries), MatrixFilter(), made, article, KEYS, Filter())
    lines = [entry_line(found, e, n, made, article, n == at) for n, e in enumerate(entries)]
    detail = detail_lines(found, entries[at], article, width, 4)
    return [plain(line) for line in (*head, *lines, *detail)]


def test_a_narrow_matrix_holds_signs_only() -> None:
    assert [line.rstrip() for line in frame(board(), 60)] == [
        " Matrix: 5  f show all  r order story  c kinds all",
        "     row what is told                      A   B   C   D",
        "▌≠1    2 How many people were hurt?        1   2   1   –",
        " ≡     2 The Alda struck the pier of Norr… ≡   ≡   ≡   ≡",
        " ≠3    3 Until when does the line stay cl… 1   –   2   –",
        " ≡     3 The captain had reported trouble… ≡   ·   ≡   ·",
        " ≈2    4 What did the mayor call the cros… 1   2   –   –",
        "── ≠1 How many people were hurt? ───────────────────────────",
        " 1 A C  twelve  A “Twelve people”",
        " 2 B    nine    B “Nine people”",
        " – D    does not say",
    ]


def test_an_article_in_which_no_answer_was_found_is_not_called_silent() -> None:
    unclear = tuple(c._replace(silent=()) for c in ANALYSIS.contradictions)
    lines = frame(board(analysis=replace(ANALYSIS, contradictions=unclear)), 60)
    assert lines[2].rstrip().endswith("1   2   1   ·")


def test_a_wide_matrix_tells_the_answers_too() -> None:
    lines = frame(board(), 150)
    assert "A Norrhamn Post" in lines[1]
    assert lines[2].split("hurt?")[1].split() == "1 twelve 2 nine 1 twelve –".split()


def test_a_finding_stands_in_the_first_row_that_tells_it() -> None:
    assert [(e.finding.id, e.row) for e in board().entries] == [
        ("x1", 1), ("f1", 1), ("x3", 2), ("f2", 2), ("x2", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (MatrixFilter(group=Group.CONFLICTS), ["x1", "x3"]),
        (MatrixFilter(group=Group.DIFFERS), ["x2"]),
        (MatrixFilter(group=Group.SHARED), ["f1", "f2"]),
        (MatrixFilter(words="nine"), ["x1"]),
        (MatrixFilter(words="DATE stáy"), ["x3"]),
        (MatrixFilter(words="no such word"), []),
        (MatrixFilter(order=MatrixOrder.KIND), ["x3", "x1", "x2", "f1", "f2"]),
        (MatrixFilter(order=MatrixOrder.SUREST), ["x1", "x2", "x3", "f1", "f2"]),
        (MatrixFilter(order=MatrixOrder.UNDECIDED), ["x1", "x3", "x2", "f1", "f2"]),
    ],
)
def test_lines_are_chosen_and_sorted(wanted: MatrixFilter, found: list[str]) -> None:
    assert ids(board(), wanted) == found


def test_what_waits_for_a_decision_comes_first_when_asked() -> None:
    decided = board({finding_key(HURT, STORY): Verdict.CONFIRMED})
    assert ids(decided, MatrixFilter(order=MatrixOrder.UNDECIDED)) == ["x3", "x2", "f1", "f2", "x1"]


def test_groups_without_findings_are_passed_over() -> None:
    facts = board(analysis=replace(ANALYSIS, contradictions=()))
    assert next_group(facts, MatrixFilter()).group is Group.SHARED
    assert next_group(facts, MatrixFilter(group=Group.SHARED)).group is Group.ALL
    assert next_group(board(analysis=Analysis()), MatrixFilter()).group is Group.ALL


def test_the_order_comes_round_again() -> None:
    wanted = MatrixFilter()
    for _ in MatrixOrder:
        wanted = next_order(wanted)
    assert wanted == MatrixFilter()


def test_a_decision_shows_on_the_sign_and_a_weak_finding_says_possible() -> None:
    verdicts = {
        finding_key(HURT, STORY): Verdict.CONFIRMED,
        finding_key(STRUCK, STORY): Verdict.REJECTED,
    }
    found = board(verdicts, possible=0.6)
    assert (found.chip(HURT), found.chip(STRUCK), found.chip(RUDDER)) == ("≠1✓", "≡✗", "≡")
    assert found.look(STRUCK) == "rejected"
    titles = {e.finding.id: found.title(e) for e in found.entries}
    assert titles["x3"].startswith("possible: ")
    assert titles["x2"] == MAYOR.question


def test_a_tag_on_the_words_shows_in_the_cell() -> None:
    found = board(places={"t1": mention("B", "Nine people were hurt"), "t2": None})
    assert [found.cell(HURT, id).tagged for id in ORDER] == [False, True, False, False]
    assert "2⚑" in frame(found, 60)[2]


def test_an_article_on_two_sides_shows_both() -> None:
    both = CLOSED._replace(sides=(CLOSED.sides[0], Side("x", "x", (mention("A", "Tuesday"),))))
    found = board(analysis=replace(ANALYSIS, contradictions=(both,)))
    assert found.cell(both, "A").sides == (0, 1)
    assert any("1/2" in line for line in frame(found, 60))


def test_facts_of_one_sentence_are_told_apart_by_what_they_share() -> None:
    twice = (
        STRUCK._replace(id="f8", because="All mention “Alda” and “pier”."),
        STRUCK._replace(id="f9", because="All mention “Saturday”."),
        STRUCK._replace(id="f10"),
    )
    found = board(analysis=replace(ANALYSIS, facts=twice))
    titles = [found.title(e) for e in found.listed(MatrixFilter(group=Group.SHARED))]
    assert titles == [STRUCK.text, f"Saturday: {STRUCK.text}", STRUCK.text]


def test_the_words_below_a_fact_begin_with_what_they_share() -> None:
    fact = STRUCK._replace(because="All mention “Alda” and “pier”.")
    found = board(analysis=replace(ANALYSIS, facts=(fact,)))
    (entry,) = found.listed(MatrixFilter(group=Group.SHARED))
    lines = [plain(line).rstrip() for line in detail_lines(found, entry, "B", 60, 4)]
    assert lines[1] == "   All mention “Alda” and “pier”."
    assert lines[2].startswith(" ≡ B  “The ferry Alda struck")


def test_the_words_below_are_those_of_the_article_in_hand() -> None:
    assert "C “Twelve were hurt.”" in frame(board(), 80, article="C")[-3]


def test_the_filters_of_the_whole_program_are_told() -> None:
    found = board()
    made = grid(found, found.entries, 100, "A", 0)
    chosen = Filter(Certainty.STRICT, (HURT.kind,))
    line = plain(head_lines(found, 1, MatrixFilter(words="w"), made, "A", KEYS, chosen)[0])
    assert "Matrix: 1 of 5" in line
    assert "“w”  f show all  r order story  c kinds number  w certainty strict" in line


def test_nothing_in_hand_leaves_an_empty_pane() -> None:
    assert [width_of(plain(line)) for line in detail_lines(board(), None, "A", 50, 3)] == [50] * 3
    assert detail_lines(board(), None, "A", 50, 0) == ()


def many(count: int) -> tuple[Story, tuple[str, ...]]:
    """A story of `count` articles, the texts of ours again and again."""
    letters = tuple(chr(ord("A") + n) for n in range(count))
    kept = {a.id: a for a in STORY.articles}
    made = [kept.get(id) or Article(id, f"{id}.txt", "", "", outlet="東京 Post") for id in letters]
    return Story("many", "Many", tuple(made)), letters


@settings(deadline=None)
@given(
    width=st.integers(40, 300),
    count=st.integers(2, 26),
    here=st.integers(0, 25),
    first=st.integers(0, 25),
    ascii=st.booleans(),
)
def test_every_line_fits_and_the_article_in_hand_shows(
    width: int, count: int, here: int, first: int, ascii: bool
) -> None:
    story, letters = many(count)
    signs = ASCII if ascii else UNICODE
    found = board(story=story, articles=letters, signs=signs)
    article = letters[min(here, count - 1)]
    made = grid(found, found.entries, width, article, first)
    assert article in made.columns
    assert made.left + len(made.columns) + made.right == count
    lines = [
        *head_lines(found, 5, MatrixFilter(), made, article, KEYS, Filter()),
        *(entry_line(found, e, n, made, article, n == 1) for n, e in enumerate(found.entries)),
        *detail_lines(found, found.entries[0], article, width, 5),
    ]
    assert {width_of(plain(line)) for line in lines} == {width}


def test_columns_move_only_when_they_must() -> None:
    story, letters = many(26)
    found = board(story=story, articles=letters)
    first = grid(found, found.entries, 80, "A", 0)
    last = first.columns[-1]
    assert grid(found, found.entries, 80, last, first.left) == first
    after = letters[letters.index(last) + 1]
    assert grid(found, found.entries, 80, after, first.left).left == 1


def test_thousands_of_facts_are_not_looked_at_before_they_show() -> None:
    class Counting(Board):
        asked = 0

        def cell(self, finding: Contradiction | Fact, article: str):  # type: ignore[no-untyped-def]
            Counting.asked += 1
            return super().cell(finding, article)

    facts = tuple(Fact(f"f{n}", "A fact", 2, (Mention("A", Span(0, 5)),)) for n in range(5000))
    analysis = replace(ANALYSIS, facts=facts)
    found = Counting(STORY, analysis, AlignedRows(analysis.rows), ORDER, {}, {}, UNICODE, 0.0)
    entries = found.listed(MatrixFilter())
    made = grid(found, entries, 80, "A", 0)
    for at in range(20):
        entry_line(found, entries[at], at, made, "A", False)
    assert Counting.asked == 20 * len(made.columns)
