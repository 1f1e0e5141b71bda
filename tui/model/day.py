"""Days on which a report can have been published."""

from __future__ import annotations

from datetime import date

_YEARS = range(1000, 9000)


def day_of_publication(written: str) -> date:
    """The day written as `2025-07-13`.

    Raises ValueError for what is no day, and for a year before 1000 or after 8999: many
    systems write the first or the last possible day where they know none, and a reader of
    "yesterday" or "in ten years" could not count from it.
    """
    day = date.fromisoformat(written)
    if day.year not in _YEARS:
        raise ValueError(f"no report was published in the year {day.year}")
    return day
