"""What `analyse --json` prints for the shipped stories obeys its contract to the letter."""

import hashlib
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tui import cli
from tui.model.article import TOLD, Role, Source
from tui.model.finding import Kind, Severity
from tui.resources import shipped

STORIES = sorted(p for p in shipped("seeds").iterdir() if p.is_dir())
KEYS = {
    "": "schema program settings story articles rows links facts contradictions only",
    "articles": "id file sha256 title outlet published published_from voice notes paragraphs",
    "paragraphs": "n start end role sentences",
    "rows": "n title score because cells",
    "cells": "n start end",
    "links": "a b score because",
    "facts": "id text voices mentions",
    "contradictions": "id kind severity question sides silent score because",
    "sides": "value shown mentions",
    "mentions": "article start end text",
    "only": "article start end text",
}


@pytest.fixture(scope="module", params=STORIES, ids=lambda p: p.name)
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    printed = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", io.TextIOWrapper(printed, encoding="utf-8"))
        assert cli.run(["analyse", str(folder), "--json"]) == 0
        whole: dict[str, Any] = json.loads(printed.getvalue())
    return whole


def mentions(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        *(m for f in found["facts"] for m in f["mentions"]),
        *(m for x in found["contradictions"] for s in x["sides"] for m in s["mentions"]),
        *found["only"],
    ]


def test_every_object_has_exactly_the_keys_it_should(found: dict[str, Any]) -> None:
    assert list(found) == KEYS[""].split()
    groups = {
        **{name: found[name] for name in ("articles", "rows", "links", "facts", "only")},
        "contradictions": found["contradictions"],
        "paragraphs": [p for a in found["articles"] for p in a["paragraphs"]],
        "cells": [p for r in found["rows"] for cell in r["cells"].values() for p in cell],
        "sides": [s for x in found["contradictions"] for s in x["sides"]],
        "mentions": mentions(found),
    }
    for name, objects in groups.items():
        assert {" ".join(o) for o in objects} <= {KEYS[name]}, name


def test_words_with_a_fixed_meaning_are_known_ones(found: dict[str, Any]) -> None:
    kinds = [(x["kind"], x["severity"]) for x in found["contradictions"]]
    assert {k for k, _ in kinds} <= set(Kind)
    assert {s for _, s in kinds} <= set(Severity)
    assert {p["role"] for a in found["articles"] for p in a["paragraphs"]} <= set(Role)
    for article in found["articles"]:
        assert (article["published"] is None) == (article["published_from"] is None)
        assert article["published_from"] in {*Source, None}


def test_every_score_is_between_nought_and_one(found: dict[str, Any]) -> None:
    scored = [*found["rows"], *found["links"], *found["contradictions"]]
    assert all(0 <= s["score"] <= 1 for s in scored)


def test_every_mention_slices_back_to_its_words(found: dict[str, Any], folder: Path) -> None:
    """In the file's own text for plain text; other formats show a text of their own."""
    texts = {}
    for article in found["articles"]:
        raw = (folder / article["file"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == article["sha256"]
        if article["file"].endswith(".txt"):
            text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            texts[article["id"]] = text
    for m in mentions(found):
        if m["article"] in texts:
            assert texts[m["article"]][m["start"] : m["end"]] == m["text"]


def test_every_told_sentence_stands_in_exactly_one_row(found: dict[str, Any]) -> None:
    pieces = [
        (id, piece) for row in found["rows"] for id, cell in row["cells"].items() for piece in cell
    ]
    for article in found["articles"]:
        for paragraph in article["paragraphs"]:
            for start, end in paragraph["sentences"] if paragraph["role"] in TOLD else ():
                holders = Counter(
                    piece["n"]
                    for id, piece in pieces
                    if id == article["id"] and piece["start"] <= start and end <= piece["end"]
                )
                assert holders == {paragraph["n"]: 1}, (article["id"], paragraph["n"])


def test_what_refers_to_an_article_or_paragraph_finds_it(found: dict[str, Any]) -> None:
    paragraphs = {a["id"]: {p["n"] for p in a["paragraphs"]} for a in found["articles"]}
    assert {a["voice"] for a in found["articles"]} <= paragraphs.keys()
    for link in found["links"]:
        assert link["a"]["article"] != link["b"]["article"]
        for end in (link["a"], link["b"]):
            assert end["n"] in paragraphs[end["article"]]
    for row in found["rows"]:
        assert row["cells"]
        assert all(row["cells"].values())
    for finding in found["contradictions"]:
        told = {m["article"] for s in finding["sides"] for m in s["mentions"]}
        assert not told & set(finding["silent"])
        assert finding["because"]


def test_a_shared_fact_has_two_independent_voices(found: dict[str, Any]) -> None:
    voice = {a["id"]: a["voice"] for a in found["articles"]}
    for fact in found["facts"]:
        assert len({voice[m["article"]] for m in fact["mentions"]}) >= 2
        assert fact["voices"] >= 2


def test_findings_are_numbered_in_order(found: dict[str, Any]) -> None:
    assert [f["id"] for f in found["facts"]] == [f"f{n}" for n in range(1, len(found["facts"]) + 1)]
    ids = [x["id"] for x in found["contradictions"]]
    assert ids == [f"x{n}" for n in range(1, len(ids) + 1)]
    assert [r["n"] for r in found["rows"]] == list(range(1, len(found["rows"]) + 1))
