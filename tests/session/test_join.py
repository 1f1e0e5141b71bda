"""Two session files into one text: nothing that a person wrote into either is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.session.making import FIRE, LATER, NOW, claim, session
from tui.model.tag import Session
from tui.session.book import Book
from tui.session.edits import remove_tag, toggle_label
from tui.session.format import read
from tui.session.join import Joined, join, whole_reason
from tui.session.rewrite import fresh, update

BASE = fresh(session(1, 2, 3)).text()
FIRST = '- quote: "The harbour burned on Sunday."\n'
LABELS = '  labels: ["fact"]\n'


def book(text: str) -> Book:
    found = read(text, "x", "fire", "anna")
    assert whole_reason(found) == ""
    return found


def joined(ours: str, theirs: str, base: str | None = BASE) -> Joined:
    return join(book(ours), book(theirs), book(base) if base else None)


def changed(text: str, number: int, label: str) -> str:
    """`text` after a program put a label on a sentence."""
    opened = book(text)
    edit = toggle_label(opened.session, FIRE, claim(FIRE, number), label, LATER)
    return update(opened, edit.session).text()


def test_equal_files_stay_byte_for_byte() -> None:
    assert joined(BASE, BASE).book.text() == BASE
    assert joined(BASE, BASE, None).book.text() == BASE


def test_what_only_they_changed_is_taken_as_they_wrote_it() -> None:
    theirs = BASE.replace(FIRST, "# ask the harbour master\n" + FIRST).replace(
        LABELS, '  labels: ["fact"]   # sure?\n  weight: "2"\n', 1
    )
    assert joined(BASE, theirs).book.text() == theirs
    assert joined(theirs, BASE).book.text() == theirs


def test_comments_and_unknown_keys_of_both_stand_beside_one_claim() -> None:
    ours = changed(BASE.replace(FIRST, "# ours above\n" + FIRST), 1, "check")
    theirs = changed(
        BASE.replace(FIRST, "# theirs above\n" + FIRST).replace(
            LABELS, LABELS.rstrip() + "  # theirs beside\n  weight: 7\n", 1
        ),
        1,
        "opinion",
    )
    text = joined(ours, theirs).book.text()
    for words in ("# ours above", "# theirs above", "# theirs beside", 'weight: "7"'):
        assert text.count(words) == 1
    assert book(text).session.tags[0].labels == ("fact", "check", "opinion")


def test_top_keys_nobody_knows_come_along_and_stay_away_when_taken_out() -> None:
    theirs = BASE.replace("\ntags:\n", "\nteam:\n  lead: anna\n\ntags:\n")
    assert "lead: anna" in joined(BASE, theirs).book.text()
    assert "lead: anna" not in joined(BASE, theirs, theirs).book.text()


def test_an_unknown_key_of_a_claim_with_two_values_keeps_both_and_says_so() -> None:
    ours, theirs = (BASE.replace(LABELS, f'{LABELS}  weight: "{n}"\n', 1) for n in (1, 2))
    found = joined(ours, theirs)
    assert len(found.conflicts) == 1
    assert 'weight: "1"' in found.book.text()
    assert "# or weight: '2'" in found.book.text()


def test_an_unknown_top_key_with_two_values_keeps_both_and_says_so() -> None:
    ours, theirs = (BASE.replace("\ntags:\n", f"\nteam: {n}\ntags:\n") for n in (1, 2))
    found = joined(ours, theirs)
    assert "# team: 2" in found.book.text()
    assert len(found.conflicts) == 1


def test_a_label_explained_in_two_ways_keeps_the_other_as_a_comment() -> None:
    meaning = '  meaning: "hard to believe as told"\n'
    ours, theirs = (BASE.replace(meaning, f'  meaning: "{n}"\n') for n in ("one", "two"))
    found = joined(ours, theirs)
    assert found.conflicts == ("“doubtful”: 'meaning' is 'one' or 'two'",)
    assert "# or meaning: 'two'" in found.book.text()


def test_a_label_changed_by_both_in_different_fields_gets_both() -> None:
    ours = BASE.replace('  meaning: "hard to believe as told"\n', '  meaning: "one"\n')
    found = joined(ours, BASE.replace('key: "2"', 'key: "9"'))
    assert found.conflicts == ()
    label = found.book.session.tagset[1]
    assert (label.digit, label.meaning) == ("9", "one")


def test_a_claim_tagged_two_ways_is_told_and_kept() -> None:
    start = fresh(Session("fire", "anna")).text()
    found = joined(changed(start, 1, "fact"), changed(start, 1, "doubtful"), start)
    (words,) = found.conflicts
    assert words == "“The harbour burned on Sunday.”: tagged two ways: doubtful or fact"
    assert set(book(found.book.text()).session.tags[0].labels) == {"fact", "doubtful"}


def test_what_one_took_away_goes_only_when_the_start_is_known() -> None:
    less = remove_tag(session(1, 2, 3), session(1, 2, 3).tags[0].id, NOW).session
    ours = fresh(less).text()
    assert len(joined(ours, BASE).book.session.tags) == 2
    assert len(joined(ours, BASE, None).book.session.tags) == 3


@pytest.mark.parametrize(
    "shape",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: re.sub(r"(?m)^(- |  )", r"  \1", text),
        lambda text: text.rstrip("\n"),
    ],
    ids=["crlf", "indented", "no newline at the end"],
)
def test_files_of_different_shape_make_one_that_reads(shape: Callable[[str], str]) -> None:
    for ours, theirs in ((shape(BASE), changed(BASE, 4, "fact")), (changed(BASE, 4, "fact"), BASE)):
        text = joined(ours, theirs).book.text()
        assert len(book(text).session.tags) == 4
    text = joined(changed(BASE, 4, "fact"), shape(changed(BASE, 1, "check"))).book.text()
    assert book(text).session.tags[0].labels == ("fact", "check")
    assert len(book(text).session.tags) == 4
