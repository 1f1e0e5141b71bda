"""A claim that two writers tagged differently is told apart into what each of them said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.making import LATER, NOW, session
from tui.model.tag import Confidence, Status, Tag
from tui.session import edits
from tui.session.merge import merge, merge_tags
from tui.session.versions import Version, versions

NAMES = ["fact", "a, b", "a", "b", "this or that", "or", "quote"]
BASE = session(1).tags[0]._replace(labels=())

said = st.builds(
    lambda labels, note, status, sure: BASE._replace(
        labels=labels, note=note, status=status, confidence=sure, changed=LATER
    ),
    st.lists(st.sampled_from(NAMES), unique=True, max_size=3).map(tuple),
    st.sampled_from(["", "call her", "two\nlines", "“so” and “so”"]),
    st.sampled_from(Status),
    st.sampled_from([None, *Confidence]),
)


def of(tag: Tag) -> Version:
    return Version(tag.labels, tag.note, tag.status, tag.confidence)


@given(said, said)
def test_what_merging_joined_is_told_apart_again(one: Tag, other: Tag) -> None:
    """Each field on which they differ comes back as the one or the other had it."""
    joined = merge_tags(None, one, other)
    found = versions(joined, NAMES)
    if not joined.conflict:
        assert found is None
        return
    if found is None:
        return  # names with commas can be read in two ways: then the reader is asked plainly
    for version in found:
        assert set(version.labels) <= set(joined.labels)
        assert version.status in (one.status, other.status, joined.status)
    two_ways = any(sentence.startswith("tagged two ways") for sentence in joined.conflict)
    plain = {"fact", "quote"} >= {*one.labels, *other.labels}
    if two_ways and plain:  # names with commas in them can be read in two ways
        assert {frozenset(v.labels) for v in found} == {
            frozenset(one.labels), frozenset(other.labels)
        }  # fmt: skip


def test_labels_status_and_note_of_both_come_back() -> None:
    one = BASE._replace(labels=("fact",), note="yes", status=Status.CHECKED)
    other = BASE._replace(labels=("quote",), note="no", status=Status.DISPUTED, changed=LATER)
    joined = merge_tags(BASE, one, other)
    found = versions(joined, NAMES)
    assert found is not None
    assert {v.labels: (v.note, v.status) for v in found} == {
        ("fact",): ("yes", Status.CHECKED),
        ("quote",): ("no", Status.DISPUTED),
    }


@pytest.mark.parametrize("sentence", ["we do not agree", "tagged two ways: fact", "status: a or b"])
def test_a_sentence_of_somebody_else_is_not_guessed_at(sentence: str) -> None:
    assert versions(BASE._replace(conflict=(sentence,)), NAMES) is None


def test_the_version_that_is_taken_holds_and_settles_the_conflict() -> None:
    one, other = session(1, label="fact"), session(1, label="quote")
    joined = merge(replace(one, tags=()), one, other)
    found = versions(joined.tags[0], [x.name for x in joined.tagset])
    assert found is not None
    step = edits.take_version(joined, joined.tags[0].id, found[0], NOW)
    assert step.session.tags[0].labels == found[0].labels
    assert step.session.tags[0].conflict == ()
    assert step.words.startswith("settled A: “The harbour burned on Sunday.”: ")
