"""The tagset is changed as a whole: every claim follows, and each change is one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.session.making import FIRE, LATER, NOW, claim, save, session
from tui.model.tag import COLOURS, DEFAULT_TAGSET, Relation, Session, Status
from tui.session import edits, labels
from tui.session.desk import Desk
from tui.session.edits import Edit, Refused

EMPTY = Session("fire", "anna")


def names(of: Session) -> list[str]:
    return [label.name for label in of.tagset]


def test_a_new_label_gets_the_first_free_digit_and_sign() -> None:
    step = labels.add_label(EMPTY, "  far   fetched ", NOW)
    assert step.session.tagset[-1].name == "far fetched"
    assert (step.session.tagset[-1].digit, step.session.tagset[-1].sign) == ("8", "Fa")
    assert step.words == "added the label ‘far fetched’ on the key 8"


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "needs a name"), (" \n", "needs a name"), ("Fact", "already"), ("x" * 41, "40 letters")],
)
def test_a_name_that_cannot_be_is_refused_with_the_reason(name: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        labels.add_label(EMPTY, name, NOW)


def test_renaming_reaches_every_claim() -> None:
    step = labels.rename_label(session(1, 3), "fact", "checked fact", LATER)
    assert names(step.session)[0] == "checked fact"
    assert [t.labels for t in step.session.tags] == [("checked fact",)] * 2
    assert step.words == "renamed ‘fact’ to ‘checked fact’ on 2 claims"
    assert step.removed == frozenset()


def test_a_label_can_be_renamed_to_its_own_name_in_capitals() -> None:
    assert names(labels.rename_label(EMPTY, "fact", "FACT", NOW).session)[0] == "FACT"


def test_merging_leaves_no_claim_with_one_label_twice() -> None:
    both = edits.toggle_label(session(1, 2), FIRE, claim(FIRE, 1), "check", NOW).session
    step = labels.merge_labels(both, "check", "fact", LATER)
    assert "check" not in names(step.session)
    assert [t.labels for t in step.session.tags] == [("fact",), ("fact",)]
    assert step.words == "merged ‘check’ into ‘fact’ on 1 claim"


def test_a_label_without_a_key_takes_over_that_of_the_one_merged_into_it() -> None:
    bare = labels.set_digit(EMPTY, "fact", "", NOW).session
    fact = labels.merge_labels(bare, "check", "fact", NOW).session.tagset[0]
    assert (fact.name, fact.digit) == ("fact", "7")


def test_deleting_takes_along_only_what_says_nothing_else() -> None:
    made = edits.set_note(
        session(1, 2, 3), (FIRE, claim(FIRE, 2)), "ask", Status.UNCHECKED, None, NOW
    ).session
    tied = edits.tie(
        made, (FIRE, claim(FIRE, 3)), (FIRE, claim(FIRE, 4)), Relation.SAME, NOW
    ).session
    step = labels.remove_label(tied, "fact", LATER)
    assert step.removed == {tied.tags[0].id}
    assert [t.labels for t in step.session.tags] == [(), (), ()]
    assert "on 3 claims; 1 tag had nothing else" in step.words


def test_a_digit_is_swapped_with_the_label_that_had_it() -> None:
    step = labels.set_digit(EMPTY, "quote", "1", NOW)
    digits = {label.name: label.digit for label in step.session.tagset}
    assert (digits["quote"], digits["fact"]) == ("1", "4")
    assert step.words == "gave ‘quote’ the key 1, and ‘fact’ 4"


@pytest.mark.parametrize("colour", [*COLOURS, "#00ff7f", ""])
def test_colours_are_names_of_the_theme_or_codes(colour: str) -> None:
    start = labels.set_colour(EMPTY, "fact", "#123456", NOW).session
    assert labels.set_colour(start, "fact", colour, NOW).session.tagset[0].colour == colour


@pytest.mark.parametrize("colour", ["pink", "#12345", "#12345g"])
def test_other_colours_are_refused_with_the_known_ones(colour: str) -> None:
    with pytest.raises(Refused, match="primary"):
        labels.set_colour(EMPTY, "fact", colour, NOW)


def test_a_sign_belongs_to_one_label() -> None:
    with pytest.raises(Refused, match="sign of ‘doubtful’"):
        labels.set_sign(EMPTY, "fact", "D", NOW)
    assert labels.set_sign(EMPTY, "fact", "Fx", NOW).session.tagset[0].sign == "Fx"


def test_what_changes_nothing_is_no_step() -> None:
    with pytest.raises(Refused, match="nothing was changed"):
        labels.set_colour(EMPTY, "fact", "", NOW)


Step = Callable[[Session], Edit]
NAMES = st.sampled_from(["fact", "check", "rumour", "Fact two"])
CLAIMS = st.integers(1, 4).map(lambda n: (FIRE, claim(FIRE, n)))


def a_step() -> st.SearchStrategy[Step]:
    """Anything a reader can do to a session, refused or not."""
    return st.one_of(
        st.builds(lambda c, x: lambda s: edits.toggle_label(s, c[0], c[1], x, NOW), CLAIMS, NAMES),
        st.builds(
            lambda c, note: lambda s: edits.set_note(s, c, note, Status.CHECKED, None, NOW),
            CLAIMS,
            st.text(max_size=5),
        ),
        st.builds(
            lambda a, b, r: lambda s: edits.tie(s, a, b, r, NOW),
            CLAIMS,
            CLAIMS,
            st.sampled_from(Relation),
        ),
        st.builds(lambda c: lambda s: edits.remove_tag(s, c, NOW), CLAIMS),
        st.builds(lambda n: lambda s: edits.leave(s, s.tags[n % len(s.tags)].id, FIRE, NOW)
                  if s.tags else edits.remove_tag(s, "none", NOW), st.integers(0, 9)),
        st.builds(lambda x: lambda s: labels.add_label(s, x, NOW), NAMES),
        st.builds(lambda x, y: lambda s: labels.rename_label(s, x, y, NOW), NAMES, NAMES),
        st.builds(lambda x, y: lambda s: labels.merge_labels(s, x, y, NOW), NAMES, NAMES),
        st.builds(lambda x: lambda s: labels.remove_label(s, x, NOW), NAMES),
        st.builds(
            lambda x, d: lambda s: labels.set_digit(s, x, d, NOW),
            NAMES,
            st.sampled_from(["", *"1234567890"]),
        ),
        st.builds(lambda x, m: lambda s: labels.set_meaning(s, x, m, NOW), NAMES, st.text()),
    )  # fmt: skip


def done(start: Session, steps: list[Step]) -> list[Edit]:
    """The steps that were not refused, one after the other."""
    made: list[Edit] = []
    for step in steps:
        try:
            made.append(step(made[-1].session if made else start))
        except Refused:
            continue
    return made


@given(st.lists(a_step(), max_size=12))
def test_every_edit_leaves_a_session_that_holds_together(steps: list[Step]) -> None:
    """Names, digits and ids are unique, ties have both ends, and what went is named."""
    for edit in done(EMPTY, steps):
        after = edit.session
        ids = [t.id for t in after.tags]
        assert len(ids) == len(set(ids))
        assert len(names(after)) == len(set(names(after)))
        digits = [x.digit for x in after.tagset if x.digit]
        assert len(digits) == len(set(digits))
        assert all(t.a in ids and t.b in ids and t.a != t.b for t in after.ties)
        assert all(name in names(after) for t in after.tags for name in t.labels)
        assert edit.removed == {t.id for t in edit.before.tags} - set(ids)
        assert edit.words


@examples(max_examples=12)
@given(st.lists(a_step(), min_size=1, max_size=6))
def test_undone_to_the_beginning_the_file_has_the_same_bytes(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "anna.yaml"
        desk = Desk.open(path, "fire", "anna")
        desk.apply(edits.toggle_label(desk.session, FIRE, claim(FIRE, 2), "quote", NOW))
        save(desk)
        before = path.read_bytes()
        made = done(desk.session, steps)
        for edit in made:
            desk.apply(edit)
            save(desk)
        for _ in made:
            assert desk.undo() is not None
            save(desk)
        assert path.read_bytes() == before


def test_a_changed_tagset_is_read_back_from_the_file(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path / "anna.yaml", "fire", "anna")
    desk.apply(labels.rename_label(desk.session, "fact", "solid: #1", NOW))
    desk.apply(labels.set_colour(desk.session, "solid: #1", "accent", NOW))
    save(desk)
    again = Desk.open(tmp_path / "anna.yaml", "fire", "anna")
    assert again.problems == ()
    assert again.session.tagset == desk.session.tagset
    assert again.session.tagset[1:] == DEFAULT_TAGSET[1:]
