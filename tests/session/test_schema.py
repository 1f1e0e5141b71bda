"""The documented format and the one that is read and written are the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.session.making import full
from tui.session import schema
from tui.session.format import read
from tui.session.rewrite import fresh
from tui.yamlfile import Value, parse

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / "session.schema.json").read_text("utf-8"))


def fields(part: str) -> dict[str, Any]:
    node = SCHEMA["properties"][part]
    found: dict[str, Any] = node.get("items", node)
    return found


def test_the_schema_has_every_part_and_key_in_the_order_of_the_file() -> None:
    assert tuple(SCHEMA["properties"]) == schema.TOP
    for part, keys in schema.KEYS.items():
        assert tuple(fields(part)["properties"]) == keys


@pytest.mark.parametrize("part", schema.KEYS)
def test_the_page_names_every_key(part: str) -> None:
    page = (DOCS / "session-format.md").read_text("utf-8")
    assert [k for k in schema.KEYS[part] if not re.search(rf"\b{k}\b", page)] == []


def test_the_example_of_the_page_is_a_session() -> None:
    page = (DOCS / "session-format.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    book = read(example, "example", "", "")
    assert [p for p in book.problems if p.grave] == []
    assert book.session.tags[0].labels == ("fact",)


def fits(value: Value, node: dict[str, Any]) -> bool:
    """Whether plain data obeys the part of JSON Schema that the schema uses."""
    if "const" in node:
        return value == str(node["const"])
    if "enum" in node:
        return value in node["enum"]
    kind = node["type"]
    if value == "" and "null" in kind:
        return True
    if isinstance(value, dict):
        known: dict[str, Any] = node.get("properties", {})
        rest: dict[str, Any] = node.get("additionalProperties", {})
        return (
            kind == "object"
            and all(k in value for k in node.get("required", []))
            and all(fits(v, known.get(k, rest)) for k, v in value.items())
        )
    if isinstance(value, list):
        low, high = node.get("minItems", 0), node.get("maxItems", 10**9)
        return (
            "array" in kind
            and low <= len(value) <= high
            and all(fits(v, node["items"]) for v in value)
        )
    if kind == "integer":
        return value.isdigit()
    return kind == "string" and bool(re.search(node.get("pattern", ""), value))


def test_a_written_session_obeys_the_schema() -> None:
    assert fits(parse(fresh(full()).text(), "x").data, SCHEMA)
