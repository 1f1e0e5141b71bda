"""Tags as a table for spreadsheets."""

import csv
import io

import pytest

from tests.report.made import TAG
from tui.report.as_csv import COLUMNS, as_csv


def rows(*notes: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv([TAG._replace(note=n) for n in notes]))))


def test_every_tag_is_a_line_below_the_names_of_the_columns() -> None:
    assert as_csv([]) == ",".join(COLUMNS) + "\n"
    (row,) = rows("Ask, “the” hospital.\nTwice.")
    assert row["note"] == "Ask, “the” hospital.\nTwice."
    assert row["labels"] == "check; fact"
    assert (row["status"], row["confidence"], row["quote"]) == (
        "needs call",
        "low",
        "Nobody was hurt.",
    )


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(note: str) -> None:
    (row,) = rows(note)
    assert row["note"] == f"'{note}"
