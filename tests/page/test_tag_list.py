"""Which tags are listed, in what order, and the lines above them."""

from dataclasses import replace

import pytest

from tests.page.story import STORY, mention
from tui.model.tag import Anchor, Session, Status, Tag
from tui.page.lines import plain
from tui.page.tag_list import (
    GONE,
    NOTE_ONLY,
    TagFilter,
    TagOrder,
    head_lines,
    label_counts,
    listed,
    next_article,
    next_label,
    next_order,
    next_status,
)
from tui.page.wrap import width_of


def tag(id: str, article: str, words: str, *labels: str, **more: object) -> Tag:
    span = mention(article, words).span
    anchor = Anchor(article, STORY.by_id[article].file, span, words)
    return Tag(id, anchor, labels, **more)  # type: ignore[arg-type]


TAGS = (
    tag("t1", "A", "Twelve people were hurt", "fact", changed="2025-05-06T10:00:00+02:00"),
    tag("t2", "A", "Divers examined the hull", "quote", "fact", status=Status.CHECKED,
        changed="2025-05-06T09:30:00+00:00"),
    tag("t3", "B", "Nine people were hurt", note="Ask the hóspital",
        changed="2025-05-05T10:00:00+02:00"),
    tag("t4", "C", "Twelve were hurt", "own", status=Status.DISPUTED),
)  # fmt: skip
SESSION = Session("ferry", "anna", tags=TAGS)
PLACES = {t.id: mention(t.anchor.article, t.anchor.quote) for t in TAGS[:3]} | {"t4": None}
KEYS = {"filter-label": "l", "filter-article": "a", "filter-status": "s", "order": "r"}


def ids(wanted: TagFilter) -> list[str]:
    return [t.id for t in listed(SESSION, PLACES, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (TagFilter(), ["t1", "t2", "t3", "t4"]),
        (TagFilter(words="hurt"), ["t1", "t3", "t4"]),
        (TagFilter(words="HOSPITAL"), ["t3"]),
        (TagFilter(words="hurt disputed"), ["t4"]),
        (TagFilter(label="fact"), ["t1", "t2"]),
        (TagFilter(label=NOTE_ONLY), ["t3"]),
        (TagFilter(article="A"), ["t1", "t2"]),
        (TagFilter(article=GONE), ["t4"]),
        (TagFilter(status=Status.CHECKED), ["t2"]),
        (TagFilter(label="fact", article="B"), []),
    ],
)
def test_a_tag_is_listed_where_it_fits_every_part_of_the_filter(
    wanted: TagFilter, found: list[str]
) -> None:
    assert ids(wanted) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (TagOrder.TEXT, ["t1", "t2", "t3", "t4"]),
        (TagOrder.NEWEST, ["t2", "t1", "t3", "t4"]),
        (TagOrder.LABEL, ["t1", "t2", "t3", "t4"]),
        (TagOrder.STATUS, ["t1", "t3", "t2", "t4"]),
    ],
)
def test_every_order_keeps_the_order_of_the_text_where_it_has_none(
    order: TagOrder, found: list[str]
) -> None:
    assert ids(TagFilter(order=order)) == found


def test_each_label_is_counted_in_the_order_of_the_tagset() -> None:
    assert label_counts(SESSION) == [("fact", 2), ("quote", 1), ("own", 1), (NOTE_ONLY, 1)]
    assert label_counts(replace(SESSION, tags=())) == []


def test_the_filters_walk_through_what_is_there_and_back_to_all() -> None:
    wanted, labels, articles, statuses = TagFilter(), [], [], []
    for _ in range(5):
        wanted = next_label(SESSION, wanted)
        labels.append(wanted.label)
    assert labels == ["fact", "quote", "own", NOTE_ONLY, ""]
    for _ in range(4):
        wanted = next_article(SESSION, PLACES, wanted)
        articles.append(wanted.article)
    assert articles == ["A", "B", GONE, ""]
    for _ in range(4):
        wanted = next_status(SESSION, wanted)
        statuses.append(wanted.status)
    assert statuses == [Status.UNCHECKED, Status.CHECKED, Status.DISPUTED, None]


def test_a_filter_on_what_is_no_longer_there_goes_on_with_what_is() -> None:
    assert next_label(SESSION, TagFilter(label="renamed")).label == "fact"


def test_the_order_comes_round_again() -> None:
    wanted = TagFilter()
    for _ in TagOrder:
        wanted = next_order(wanted)
    assert wanted == TagFilter()


def test_the_lines_above_tell_the_filter_and_its_keys() -> None:
    wanted = TagFilter(label="fact", status=Status.CHECKED)
    first, second = (plain(line) for line in head_lines(SESSION, 1, wanted, KEYS, 90))
    assert first.strip() == (
        "Tags: 1 of 4  l label fact  a article all  s status checked  r order text"
    )
    assert second.split() == "fact 2 quote 1 own 1 note only 1".split()


@pytest.mark.parametrize("width", [1, 12, 40, 80])
def test_the_lines_above_are_as_wide_as_the_screen(width: int) -> None:
    lines = head_lines(SESSION, 4, TagFilter(), KEYS, width)
    assert [width_of(plain(line)) for line in lines] == [width, width]


def test_labels_without_room_are_counted() -> None:
    _, second = head_lines(SESSION, 4, TagFilter(), KEYS, 34)
    assert plain(second).strip() == "fact 2   and 3 more labels"
