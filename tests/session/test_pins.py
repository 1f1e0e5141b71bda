"""Pins and splits: edits in words, kept by quote, read back, merged, and taken back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.making import FIRE, LATER, NOW, article, claim, save
from tests.session.making import desk as open_desk
from tui.model.article import Story
from tui.model.finding import Mention
from tui.model.tag import Pin, Session
from tui.session.edits import Edit, Refused
from tui.session.format import read
from tui.session.merge import merge, same
from tui.session.pins import pin, split
from tui.session.rewrite import fresh, update
from tui.whereabouts import arranged, found_again

OTHER = article("Fire in the harbour.", "Nine were hurt.", id="B", file="b.txt")
THIRD = article("A fire.", "Ten were hurt.", id="C", file="c.txt")
EMPTY = Session("fire", "anna")
A2, B2, C2 = (FIRE, claim(FIRE, 2)), (OTHER, claim(OTHER, 2)), (THIRD, claim(THIRD, 2))


def rows(session: Session) -> dict[str, str]:
    return {p.anchor.quote: p.row for p in session.pins}


def test_two_pinned_passages_share_a_row_and_a_third_joins_them() -> None:
    two = pin(EMPTY, A2, B2, NOW)
    assert two.words == "pinned A and B into one row: “Twelve people were hurt, the mayor said.”"
    assert (two.file, two.span) == ("b.txt", claim(OTHER, 2))
    three = pin(two.session, B2, C2, NOW).session
    assert len(set(rows(three).values()) - {""}) == 1
    assert len(three.pins) == 3


def test_two_rows_become_one_when_their_passages_are_pinned() -> None:
    d = article("Fire!", id="D", file="d.txt"), claim(article("Fire!"), 1)
    apart = pin(pin(EMPTY, A2, B2, NOW).session, C2, d, NOW).session
    assert len(set(rows(apart).values())) == 2
    assert len(set(rows(pin(apart, B2, d, NOW).session).values())) == 1


def test_the_same_again_lets_go() -> None:
    two = pin(EMPTY, A2, B2, NOW).session
    assert pin(two, A2, B2, NOW).session.pins == ()
    alone = split(EMPTY, A2, NOW).session
    assert [p.row for p in alone.pins] == [""]
    back = split(alone, A2, NOW)
    assert back.session.pins == ()
    assert back.words.startswith("put A back among the others")


def test_a_passage_that_is_split_leaves_its_partner_free() -> None:
    assert rows(split(pin(EMPTY, A2, B2, NOW).session, A2, NOW).session) == {
        "Twelve people were hurt, the mayor said.": ""
    }


def test_two_paragraphs_of_one_article_are_not_pinned() -> None:
    with pytest.raises(Refused, match="another article"):
        pin(EMPTY, A2, (FIRE, claim(FIRE, 3)), NOW)


CLAIMS = [(a, p.span) for a in (FIRE, OTHER, THIRD) for p in a.paragraphs]
STEPS = st.lists(
    st.one_of(st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)), st.sampled_from(CLAIMS)),
    max_size=6,
)


def walked(start: Session, steps: list[Any], now: str = NOW) -> Session:
    session = start
    for step in steps:
        edit: Edit
        match step:
            case ((_, _) as a, (_, _) as b):
                try:
                    edit = pin(session, a, b, now)
                except Refused:
                    continue
            case passage:
                edit = split(session, passage, now)
        session = edit.session
    return session


@given(STEPS)
def test_no_pin_is_left_alone_and_ids_are_unique(steps: list[object]) -> None:
    session = walked(EMPTY, steps)
    named = [p.row for p in session.pins if p.row]
    assert all(named.count(row) > 1 for row in named)
    assert len({p.id for p in session.pins}) == len(session.pins)


@given(STEPS, STEPS)
def test_pins_read_back_and_are_changed_block_by_block(
    before: list[object], after: list[object]
) -> None:
    first = walked(EMPTY, before)
    book = read(fresh(first).text(), "s.yaml", "fire", "anna")
    assert book.problems == ()
    assert book.session.pins == first.pins
    then = walked(book.session, after, LATER)
    again = read(update(book, then).text(), "s.yaml", "fire", "anna")
    assert again.problems == ()
    assert same(again.session, then)


@given(STEPS, STEPS, STEPS)
def test_whoever_merges_the_pins_are_the_same(
    base: list[object], ours: list[object], theirs: list[object]
) -> None:
    start = walked(EMPTY, base)
    a, b = walked(start, ours, NOW), walked(start, theirs, LATER)
    assert merge(start, a, b).pins == merge(start, b, a).pins
    assert merge(start, a, start).pins == a.pins


def test_undo_outlives_the_program(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "anna.yaml")
    desk.apply(pin(desk.session, A2, B2, NOW))
    save(desk)
    again = open_desk(tmp_path / "anna.yaml")
    assert len(again.session.pins) == 2
    undone = again.undo()
    assert undone is not None
    assert not again.session.pins


def test_a_pin_typed_by_hand_needs_quote_and_file() -> None:
    text = 'format: 1\npins:\n- quote: "Nine were hurt."\n  file: "b.txt"\n'
    (found,) = read(text, "s.yaml", "fire", "anna").session.pins
    assert isinstance(found, Pin)
    assert (found.row, found.anchor.quote) == ("", "Nine were hurt.")


def test_pins_are_found_again_in_an_edited_file_and_wait_while_their_words_are_gone() -> None:
    from tests.page.story import STORY, side_by_side

    story, analysis = side_by_side(FIRE, OTHER)
    session = pin(EMPTY, A2, (OTHER, claim(OTHER, 1)), NOW).session
    edited = article(
        "New first line.", "The harbour burned on Sunday.",
        "Twelve people were hurt, the mayor said.", "No ship was lost.",
        "The mayor said nothing more.",
    )  # fmt: skip
    later, compared = side_by_side(edited, OTHER)
    row = next(r for r in arranged(later, compared, session).rows if r.by_hand)
    (piece,) = [p for p in row.cells["A"] if "Twelve" in p.span.of(edited.text)]
    assert piece.span.of(edited.text) == "Twelve people were hurt, the mayor said."
    gone, none = side_by_side(article("Nothing of it is left."), OTHER)
    assert [r.cells for r in arranged(gone, none, session).rows] == [r.cells for r in none.rows]
    assert arranged(story, analysis, replace(session, pins=())) is analysis
    assert found_again(STORY, STORY, _first(STORY)) == _first(STORY)


def _first(story: Story) -> Mention:
    return Mention("A", story.by_id["A"].paragraphs[1].claims[0])
