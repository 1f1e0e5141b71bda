"""Strips, chips and ruler tell the same as the findings, on the hand-made and on any story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import aligned
from tests.page.story import article, side_by_side
from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Kind, Mention, Severity, Side
from tui.page.aligned import AlignedSheet
from tui.page.heads import Away, away_chips
from tui.page.lines import plain
from tui.page.marks import finding_marks
from tui.page.overview import Glance, Weights, ruler_lines
from tui.page.row_heads import presence_strip
from tui.page.rows import AlignedRows
from tui.page.signs import UNICODE
from tui.page.wrap import width_of

IDS = "ABCDE"


@st.composite
def stories(draw: st.DrawFn) -> tuple[Story, Analysis]:
    """Articles of one-sentence paragraphs, row by row, and contradictions between any of them."""
    lengths = draw(st.lists(st.integers(1, 5), min_size=2, max_size=len(IDS)))
    articles = [
        article(IDS[n], *(f"Article {IDS[n]} tells part {p} here." for p in range(length)))
        for n, length in enumerate(lengths)
    ]
    story, analysis = side_by_side(*articles)
    places = [Mention(a.id, p.span) for a in articles for p in a.told]
    pairs = draw(st.lists(st.tuples(st.sampled_from(places), st.sampled_from(places)), max_size=6))
    found = [
        Contradiction(
            f"x{n}", Kind.NUMBER, severity, f"Question {n}?",
            (Side("1", "one", (a,)), Side("2", "two", (b,))), (), 0.9, "made", "",
        )
        for n, ((a, b), severity) in enumerate(
            ((p, draw(st.sampled_from(Severity))) for p in pairs if p[0].article != p[1].article), 1
        )
    ]  # fmt: skip
    return story, replace(analysis, contradictions=tuple(found))


def told_by(analysis: Analysis, id: str) -> frozenset[str]:
    return frozenset(c.id for c in analysis.contradictions if id in {m.article for m in c.mentions})


def sheet_of(story: Story, analysis: Analysis, columns: Sequence[str]) -> AlignedSheet:
    return aligned(story, analysis, columns=columns, width=100)


@given(stories(), st.data())
def test_every_article_off_screen_is_told_of_with_its_contradictions(
    made: tuple[Story, Analysis], data: st.DataObject
) -> None:
    story, analysis = made
    ids = [a.id for a in story.articles]
    columns = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    sheet = sheet_of(story, analysis, columns)
    away = sheet._away()
    assert [a.id for a in away] == [id for id in ids if id not in columns]
    assert all(a.conflicts | a.differs == told_by(analysis, a.id) for a in away)
    hard = {c.id for c in analysis.contradictions if c.severity is Severity.CONFLICT}
    assert all(a.conflicts <= hard and not a.differs & hard for a in away)


@given(stories())
def test_the_strip_of_a_row_names_who_tells_it_and_its_heading_what_is_disputed(
    made: tuple[Story, Analysis],
) -> None:
    story, analysis = made
    ids = [a.id for a in story.articles]
    sheet = sheet_of(story, analysis, ids)
    for at, row in enumerate(analysis.rows):
        strip = presence_strip(row, ids, UNICODE)
        assert [c for c in strip if c != UNICODE.dot] == list(row.cells)
        heading = sheet.lines(at)[0]
        assert plain(heading).rstrip().endswith(strip)
        chips = {f.target.removeprefix("finding:") for f in heading if "finding" in f.target}
        inside = {
            c.id for c in analysis.contradictions for m in c.mentions
            if sheet.rows.at(m.article, m.span.start) == at
        }  # fmt: skip
        assert chips <= inside
        assert chips == inside or len(inside) > 3


@given(stories(), st.integers(1, 40))
def test_the_ruler_shows_a_contradiction_where_there_is_one_and_nowhere_else(
    made: tuple[Story, Analysis], height: int
) -> None:
    story, analysis = made
    rows = AlignedRows(analysis.rows)
    ids = tuple(a.id for a in story.articles)
    weighed = Weights(rows, finding_marks(story, analysis, {}))
    glance = Glance(rows, weighed, ids, analysis.contradictions, {}, (), "", 0, "")
    lines = ruler_lines(glance, (0, 0), height, UNICODE)
    drawn = any(UNICODE.conflict in plain(line) for line in lines)
    hard = any(c.severity is Severity.CONFLICT for c in analysis.contradictions)
    assert drawn == hard
    disputed = {
        rows.at(m.article, m.span.start) for c in analysis.contradictions for m in c.mentions
    }
    assert {at for at, rank in enumerate(weighed.ranks) if rank} == disputed
    assert {at for at in range(len(rows)) if weighed.row(at)} == disputed


@given(
    st.lists(
        st.tuples(st.sampled_from(("left", "right", "hidden")), st.integers(0, 3)), max_size=9
    ),
    st.integers(0, 80),
)
def test_no_contradiction_is_out_of_sight_without_a_number(
    where: list[tuple[str, int]], width: int
) -> None:
    away = [
        Away(f"N{n}", frozenset(f"x{i}" for i in range(count)), side)
        for n, (side, count) in enumerate(where)
    ]
    text = "".join(f.text for f in away_chips(away, width, UNICODE))
    assert text.count(UNICODE.conflict) >= len({a.where for a in away if a.conflicts})
    assert not away or text
    every = "".join(f.text for f in away_chips(away, 10_000, UNICODE))
    assert text == every or width_of(every) > width


def test_conflicts_and_what_is_told_differently_are_counted_each_under_its_sign() -> None:
    away = [
        Away("A", frozenset({"x1"}), "left", frozenset({"x2", "x3"}), base=True),
        Away("C", frozenset(), "left", frozenset({"x3"})),
        Away("D", frozenset(), "right"),
    ]
    assert plain(away_chips(away, 80, UNICODE)) == "◂ ⌂A≠1≈2 C≈1 ▸ D "
    assert plain(away_chips(away, 12, UNICODE)) == "◂ 2⌂≠1≈2 ▸ 1 "
