"""What holds of every merge: whoever merges, in whatever order, and nothing gets lost."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.session.making import after, session
from tui.model.tag import Relation, Status, Tag, Verdict
from tui.session.format import read
from tui.session.join import join
from tui.session.merge import merge, same_work
from tui.session.rewrite import fresh

times = st.integers(0, 59).map(lambda n: f"2025-07-14T10:{n:02}:00+02:00")
steps = st.tuples(
    st.integers(1, 4),
    st.one_of(
        st.sampled_from(["fact", "check", "opinion"]).map(lambda x: ("label", x)),
        st.sampled_from(["one", "two", "one\ntwo", ""]).map(lambda x: ("note", x)),
        st.sampled_from(list(Status)).map(lambda x: ("status", x)),
        st.just(("remove", "")),
        st.sampled_from(list(Verdict)).map(lambda x: ("decide", x)),
        st.sampled_from(list(Relation)).map(lambda x: ("tie", x)),
    ),
    times,
)
work = st.lists(steps, max_size=6)


@given(work, work, work)
def test_whose_work_is_ours_makes_no_difference(first: list, ours: list, theirs: list) -> None:  # type: ignore[type-arg]
    base = after(session(), first)
    a, b = after(base, ours), after(base, theirs)
    assert same_work(merge(base, a, b), merge(base, b, a))


@given(work, work, work)
def test_merging_again_changes_nothing(first: list, ours: list, theirs: list) -> None:  # type: ignore[type-arg]
    base = after(session(), first)
    a, b = after(base, ours), after(base, theirs)
    assert same_work(merge(base, a, a), a)
    assert same_work(merge(base, a, base), a)
    merged = merge(base, a, b)
    assert same_work(merge(b, merged, b), merged)
    assert same_work(merge(a, a, merged), merged)


@given(work, work, work)
def test_only_what_somebody_took_away_is_gone(first: list, ours: list, theirs: list) -> None:  # type: ignore[type-arg]
    base = after(session(), first)
    a, b = after(base, ours), after(base, theirs)
    was, here, there = ({t.id: t for t in s.tags} for s in (base, a, b))
    merged = {t.id: t for t in merge(base, a, b).tags}
    for id in was.keys() | here.keys() | there.keys():
        gone = id in was and (id not in here or id not in there)
        kept = id in merged
        changed = [t for t in (here.get(id), there.get(id)) if t and t != was.get(id)]
        assert kept == (bool(changed) or not gone)
        for tag in changed if kept else ():
            old = was[id].labels if id in was else ()
            assert set(tag.labels) - set(old) <= set(merged[id].labels)
            if tag.note and (id not in was or tag.note != was[id].note):
                assert tag.note in merged[id].note


@given(work, work, work)
def test_no_claim_gets_a_label_that_neither_writer_has_there(
    first: list,  # type: ignore[type-arg]
    ours: list,  # type: ignore[type-arg]
    theirs: list,  # type: ignore[type-arg]
) -> None:
    base = after(session(), first)
    a, b = after(base, ours), after(base, theirs)
    merged, mine, others = (
        {(t.id, label) for t in s.tags for label in t.labels} for s in (merge(base, a, b), a, b)
    )
    assert merged <= mine | others


@given(work, work, work, work)
def test_three_writers_may_merge_in_any_order(
    first: list,  # type: ignore[type-arg]
    one: list,  # type: ignore[type-arg]
    two: list,  # type: ignore[type-arg]
    three: list,  # type: ignore[type-arg]
) -> None:
    """Where nobody contradicts anybody; a conflict is told in the words of who meets it."""
    base = after(session(), first)
    a, b, c = (after(base, w) for w in (one, two, three))
    left = merge(base, merge(base, a, b), c)
    right = merge(base, a, merge(base, b, c))
    assume(not any(t.conflict for t in (*left.tags, *right.tags)))
    assert [told(t) for t in left.tags] == [told(t) for t in right.tags]


def told(tag: Tag) -> tuple[object, ...]:
    """A tag but for the order of its labels."""
    return tag._replace(labels=()), frozenset(tag.labels)


@given(work, work, work)
def test_files_merge_as_their_sessions_do(first: list, ours: list, theirs: list) -> None:  # type: ignore[type-arg]
    base = after(session(), first)
    a, b = after(base, ours), after(base, theirs)
    books = [read(fresh(s).text(), "x", "", "") for s in (a, b, base)]
    joined = join(*books)
    assert same_work(joined.book.session, merge(base, a, b))
    again = read(joined.book.text(), "x", "", "")
    assert again.problems == ()
    assert same_work(again.session, joined.book.session)
    assert bool(joined.conflicts) == any(t.conflict for t in joined.book.session.tags)
