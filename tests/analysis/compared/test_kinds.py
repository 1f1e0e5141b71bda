"""What two sentences say that their one subject is."""

from __future__ import annotations

import pytest

from tests.analysis.pairs import read
from tui.analysis.compared.kinds import other_kind
from tui.analysis.compared.matching import match


def _other(a: str, b: str) -> tuple[str, str] | None:
    one, two = read(a), read(b)
    pair = other_kind(one, two, match(one, two))
    return (pair[0].text, pair[1].text) if pair else None


def test_two_things_that_share_nothing_exclude_each_other() -> None:
    poet = "Anna Brook was an English poet, playwright and painter of the 19th century."
    assert _other("Anna Brook was a surgeon.", poet) == ("surgeon", "poet")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Brook was a writer.", "Anna Brook was a poet and painter."),
        ("Anna Brook was a painter.", "Anna Brook was a poet, playwright and painter of note."),
        ("The Alma is a mine located in Peru.", "The Alma is a large mine in Peru."),
        ("Anna Brook was an American.", "Anna Brook was a poet."),
        ("The ferry was a wreck.", "A storm is a danger."),
        ("Anna Brook was not a surgeon.", "Anna Brook was a poet."),
    ],
)
def test_what_may_be_one_thing_excludes_nothing(a: str, b: str) -> None:
    assert _other(a, b) is None
