"""`compare`: whether two sentences tell the same thing, and whether both can be true."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from tui import workspace
from tui.commands.output import emit, emit_json, narrate
from tui.errors import RashomonError
from tui.model.clean import visible
from tui.model.day import day_of_publication
from tui.model.shortened import shortened
from tui.report.as_json import dumps

MAX_LINE = 1_000_000
"""Bytes of one line of --jsonl."""
_WORDS = {
    "same": "Both tell the same.",
    "conflict": "Both cannot hold.",
    "differs": "They tell it differently.",
    "unrelated": "They tell different things.",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, each with the day its article was published, if known."""

    id: Any
    """Whatever the line gave; it is only passed through."""
    a: str
    b: str
    a_date: date | None = None
    b_date: date | None = None


class BadLine(RashomonError):
    """One line of --jsonl that is not a pair; the message says what is wrong with it."""


def compare(pair: Pair, config_file: Path | None) -> int:
    """Print in words how the two sentences of a pair relate."""
    workspace.load_config(config_file)  # a faulty one is told here as everywhere
    found = _answer(pair)
    kind = f" ({found['kind']})" if found["kind"] else ""
    emit(f"{found['relation']}{kind}: {_WORDS[found['relation']]}\n")
    if found["because"]:
        emit(f"{found['because']}\n")
    emit(f"same {found['same']:.2f}, conflict {found['conflict']:.2f}\n")
    return 0


def compare_lines(files: Sequence[Path], config_file: Path | None) -> int:
    """Print one answer a line for the pairs in `files`, or on standard input.

    Lines that are not pairs are reported by number and the others answered;
    then the exit code is 2.
    """
    workspace.load_config(config_file)
    code = 0
    for name, stream in _streams(files):
        for number, raw in enumerate(_lines(stream), 1):
            if not raw.strip():
                continue
            try:
                emit_json(dumps(_answer(parse(raw, number))) + "\n")
            except BadLine as error:
                narrate(f"{name}:{number}: {error}")
                code = 2
    return code


def _streams(files: Sequence[Path]) -> Iterator[tuple[str, BinaryIO]]:
    if not files:
        yield "standard input", sys.stdin.buffer
    for path in files:
        with path.open("rb") as stream:
            yield str(path), stream


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines as they arrive; of a line longer than `MAX_LINE`, only the first `MAX_LINE` + 1
    bytes.
    """
    while line := stream.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE + 1)


def parse(raw: bytes, number: int) -> Pair:
    """The pair of one line; the line's number is its id where it gives none. Raises BadLine."""
    if len(raw) > MAX_LINE:
        raise BadLine(f"longer than {MAX_LINE:,} bytes")
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadLine("not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from None
    if not isinstance(data, dict):
        raise BadLine('not an object like {"id": 1, "a": "…", "b": "…"}')
    return Pair(
        _id(data, number),
        _sentence(data, "a"),
        _sentence(data, "b"),
        _day(data, "a_date"),
        _day(data, "b_date"),
    )


def _id(data: dict[str, Any], number: int) -> Any:
    value = data.get("id", number)
    try:
        dumps(value)
    except (ValueError, RecursionError):  # 1e999 is read as infinity, which JSON cannot say
        raise BadLine("'id' cannot be handed back as JSON") from None
    return value


def _sentence(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadLine(f"{key!r} must be a sentence, not {_short(value)}")
    return value


def _day(data: dict[str, Any], key: str) -> date | None:
    value = data.get(key)
    if value is None or value == "":
        return None
    try:
        return day_of_publication(value)
    except (TypeError, ValueError):
        raise BadLine(f"{key!r} must be a day like 2025-07-13, not {_short(value)}") from None


def _short(value: object) -> str:
    return shortened(json.dumps(value, ensure_ascii=False))


def _answer(pair: Pair) -> dict[str, Any]:
    found = workspace.compare(visible(pair.a), visible(pair.b), pair.a_date, pair.b_date)
    return {
        "id": pair.id,
        "relation": str(found.relation),
        "same": round(found.same, 4),
        "conflict": round(found.conflict, 4),
        "kind": str(found.kind) if found.kind else None,
        "because": found.because,
    }
