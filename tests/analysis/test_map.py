"""The pages about the analysis name what there is, and the shipped lists say what they are."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ANALYSIS = ROOT / "tui" / "analysis"
DISPUTES = sorted((ANALYSIS / "disputes").rglob("*.py"))


@pytest.mark.parametrize("module", DISPUTES, ids=lambda p: p.stem)
def test_the_page_on_contradictions_names_every_rule(module: Path) -> None:
    told = (ROOT / "docs" / "analysis.md").read_text(encoding="utf-8")
    for rule in _rules(ast.parse(module.read_text(encoding="utf-8"))):
        assert f"`{rule}`" in told or f"`{rule}…`" in told


def _rules(tree: ast.Module) -> Iterator[str]:
    """What stands as the rule in the calls of `Dispute(kind, severity, rule, …)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Dispute":
            for part in ast.walk(node.args[2]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


@pytest.mark.parametrize("shipped", sorted((ANALYSIS / "data").glob("*.txt")), ids=lambda p: p.stem)
def test_a_shipped_list_says_where_it_comes_from_and_who_reads_it(shipped: Path) -> None:
    lines = shipped.read_text(encoding="utf-8").splitlines()
    head = " ".join(itertools.takewhile(lambda line: line.startswith("#"), lines))
    assert re.search(r"Written for this project|see NOTICE|Fitted by bench/\w+\.py", head)
    readers = re.findall(r"\w+(?:/\w+)+\.py", head.partition("Read by")[2])
    assert readers
    for reader in readers:
        assert f'"{shipped.name}"' in (ANALYSIS / reader).read_text(encoding="utf-8")
