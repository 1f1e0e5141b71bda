"""The plain report: linear, wrapped, inert."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.report.made import ANALYSIS, PLACES, SESSION, STORY, article
from tui.model.finding import Analysis
from tui.page.wrap import width_of
from tui.report.as_text import WIDTH, as_text
from tui.report.outline import outline

WHOLE = as_text(outline(STORY, ANALYSIS, session=SESSION, places=PLACES))


def test_the_whole_report_reads_like_this() -> None:
    assert (
        as_text(outline(STORY, ANALYSIS))
        == """\
Fire at the harbour
4 articles, 3 rows, 1 conflict and no differences found, 1 shared fact.

Articles

A. Gazette, 4 May 2025 (from its header), a.txt.
   “Boats burn”
B. b.txt, undated.
   A copy of A: the two count as one voice.
   Two bytes were not UTF-8.
C. c.txt, undated.
D. d.txt, undated.
   d.txt is empty.
Left out: notes.pdf.

Contradictions

1. Conflict on number. How many boats burned?
   A and B say: ten boats
     A in row 1: “Ten boats”
     B in row 1: “Ten boats”
   C says: twelve boats
     C in row 1: “Twelve boats”
   Why: “Ten boats” and “Twelve boats” count the same boats.

Shared facts

1. Boats burned on 3 May.
   Told by A, B and C, 2 independent voices.

Rows

Row 1 of 3. A, B agree. C differs on number: twelve boats.
   A: Ten boats burned on 3 May.
   B: Ten boats burned on 3 May.
   C: Twelve boats burned on 3 May.
Row 2 of 3. Only A.
   A: The mayor spoke.
Row 3 of 3. Only C.
   C: Nobody was hurt.

Told by one article alone

A in row 2: The mayor spoke.
"""
    )


def test_tags_and_verdicts_of_the_reader_are_told() -> None:
    assert "The reader rejected this." in WHOLE
    assert WHOLE.endswith("""\
Tags by ana

check and fact, needs call, low confidence: “Nobody was hurt.”
   C in row 3.
   Note: Ask the hospital.
""")


def test_a_tag_whose_words_are_gone_says_so() -> None:
    lost = as_text(outline(STORY, ANALYSIS, session=SESSION))
    assert "   These words are not found in c.txt any more.\n" in lost


def test_the_summary_counts_what_still_stands() -> None:
    assert "no conflicts and no differences found, 1 shared fact, 1 tag" in WHOLE


def test_the_findings_alone_hold_no_rows() -> None:
    assert "Row 1" not in as_text(outline(STORY, ANALYSIS), rows=False)


def test_nothing_found_is_said_as_such() -> None:
    assert as_text(outline(STORY, Analysis())).count("None found.") == 2


@given(st.text(min_size=1, max_size=300))
def test_no_line_is_wider_than_the_page_and_nothing_acts_on_a_terminal(words: str) -> None:
    story = replace(STORY, title=words, articles=(article("A", "x", title=words),))
    lines = as_text(outline(story, Analysis())).split("\n")
    assert all(width_of(line) <= WIDTH for line in lines)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for line in lines for c in line)
