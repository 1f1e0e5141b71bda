"""Sessions to give commands to."""

from __future__ import annotations

from pathlib import Path

from tests.session.making import put_label
from tui.session.desk import Desk
from tui.session.store import Store


def saved(path: Path, labels: dict[int, str], who: str = "anna") -> Path:
    """A session file with these labels on sentences of FIRE, by their number."""
    opened = Desk.open(path, "fire", who)
    for number, label in labels.items():
        put_label(opened, number, label)
    opened.adopt(opened.save(opened.order()))
    return path


def labels(path: Path) -> list[tuple[str, ...]]:
    """Those of each tag, in the order of the file."""
    return [t.labels for t in Store.open(path, "fire", "x").session.tags]
