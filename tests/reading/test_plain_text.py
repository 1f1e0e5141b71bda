"""Lines of plain text get roles: headline, dateline, body, what is no report."""

from __future__ import annotations

import pytest

from tui.model.article import Role
from tui.reading.plain_text import lay_out

TOLD = "The mayor of the town said on Monday that the harbour would be open again within a week."


def roles(*lines: str) -> dict[int, str]:
    (dispatch,) = lay_out(lines)
    return {n: role.value for n, role in dispatch.roles.items()}


def test_everything_is_body_unless_something_speaks_against_it() -> None:
    assert roles(TOLD, TOLD + " It will.", "- five boats lost", "“No,” she said", TOLD[:40]) == {}


@pytest.mark.parametrize(
    "line",
    [
        "The fire was put out by noon, the coast guard told Reuters.",
        "The mayor wrote about it in a long letter to the AP.",
        "The boats were lost in the fire, and so was the old quay of Port St. John",
    ],
)
def test_an_agency_or_a_name_in_the_sentence_makes_no_caption(line: str) -> None:
    assert roles("Fire in the harbour", TOLD, line, TOLD + " It will.") == {1: "title"}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("July 13, 2025", "header"),
        ("Published: 13 July 2025, 10:40 GMT", "header"),
        ("2 min read", "header"),
        ("By Jane Doe and John Roe", "byline"),
        ("(Reporting by Jane Doe; editing by John Roe)", "byline"),
        ("Did you see the storm? Write to the newsroom.", "boilerplate"),
        ("NAIROBI", "dateline"),
        ("Nairobi (AFP) July 14, 2025", "dateline"),
        ("Boats burn in the harbour. (Coast Guard/Handout) / Reuters", "caption"),
        ("The mayor, left, and the minister at the quay on Monday", "caption"),
        ("Smoke hangs over the old harbour and its boats AP.", "caption"),
        ("The harbour burnt all night after the storm. Ann Roe, Reuters", "caption"),
        ("Recommended", "boilerplate"),
        ("Read more: Ten walks by the sea", "boilerplate"),
        ("Subscribe to our newsletter", "boilerplate"),
    ],
)
def test_lines_above_the_report_by_their_own_words(line: str, role: str) -> None:
    assert roles("Fire in the harbour", line, TOLD) == {1: "title", 2: role}


def test_title_behind_a_date_and_its_repetition() -> None:
    assert (
        roles(" date 2025-07-13 Fire in the town".strip(), "Fire in the town", TOLD)[1] == "title"
    )
    assert roles("Fire in the old town", "Fire in the old town", TOLD) == {
        1: "title",
        2: "boilerplate",
    }


def test_a_report_that_names_its_place_in_a_sentence_stays_body() -> None:
    assert roles("Fire", "BEIJING, July 13 (Reuters) - " + TOLD) == {1: "title"}


def test_the_report_ends_at_links_and_goes_on_at_a_long_sentence() -> None:
    again = TOLD + " Boats that were out at sea were told to wait."
    got = roles("Fire", TOLD, "Explore", "Ten killed in a flood", again, "Scroll to Top")
    assert got == {1: "title", 3: "boilerplate", 4: "boilerplate", 6: "boilerplate"}


def test_a_short_line_before_a_paragraph_is_a_subheading() -> None:
    assert roles("Fire", TOLD, "Back at sea", TOLD + " So it was.") == {1: "title", 3: "subheading"}


def test_a_second_dateline_with_a_day_begins_a_second_dispatch_with_its_title() -> None:
    second = "Moscow (AFP) July 13, 2025 - " + TOLD
    first, nested = lay_out(["Fire", TOLD, TOLD + " It was.", "Ministers meet", second, TOLD])
    assert (first.first, first.last, first.title) == (1, 3, 1)
    assert (nested.first, nested.last, nested.title) == (4, 6, 4)
    assert nested.roles == {4: Role.TITLE}, "a line told by the first dispatch is no repetition"


def test_what_the_reader_chose_wins() -> None:
    (dispatch,) = lay_out(["Fire", "Recommended", TOLD], said={2: Role.BODY, 3: Role.CAPTION})
    assert dispatch.roles == {1: Role.TITLE, 3: Role.CAPTION}


def test_the_first_line_of_a_poem_is_no_headline() -> None:
    poem = ("The red rose climbs,", "the white wall holds;", "three doves sit very still,")
    assert roles(*poem) == {}
    assert roles("The red rose climbs.", "It holds the white wall.", TOLD, TOLD + "!") == {
        1: "title"
    }


def test_a_long_sentence_is_no_headline() -> None:
    begun = (
        "In the middle of the road of our life I found myself in a dark wood, for the way was lost."
    )
    assert roles(begun, TOLD + " It will.", TOLD + " It may.") == {}
