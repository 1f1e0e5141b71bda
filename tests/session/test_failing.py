"""Whichever call to the system fails in a save: the old file or the new one, and no false word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.failing import ERRORS, Nth, fault_of


@pytest.mark.parametrize("way", ["ENOSPC", "EINTR", "short write"])
def test_every_call_of_a_save_may_fail(tmp_path: Path, way: str) -> None:
    counting = Nth(-1, 0)
    (tmp_path / "0").mkdir()
    assert fault_of(tmp_path / "0", counting) == ""
    assert counting.count > 20
    for nth in range(1, counting.count + 1):
        folder = tmp_path / str(nth)
        folder.mkdir()
        failing = Nth(nth, ERRORS.get(way, 0), way not in ERRORS)
        assert (nth, fault_of(folder, failing)) == (nth, "")
