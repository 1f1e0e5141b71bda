"""How many of the project's own labelled findings the program gets right, by kind.

    python bench/quality.py [--record]

Runs the expectations of tests/expected (two whole stories) and tests/tricky
(short cases) and counts instead of stopping at the first wrong one: what is
expected to fail counts as wrong too. Prints a table and ends with 1 when a
figure is below the one in quality.yaml, which `--record` writes anew.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tui import yamlfile
from tui.analysis.engine import analyse
from tui.model.settings import AnalysisSettings

HERE = Path(__file__).resolve().parent
RECORDED = HERE / "quality.yaml"
LABELLED = ("tests/expected/test_expected.py", "tests/tricky/test_tricky.py")

MEASURES = {
    "test_what_tells_the_same_stands_in_one_row": "rows kept together",
    "test_a_shared_fact_holds_all_its_mentions": "facts found",
    "test_words_that_exclude_each_other_are_no_shared_fact": "false facts avoided",
    "test_copied_words_are_one_voice": "copies counted once",
    "test_a_claim_of_one_article_is_marked_as_only_here": "lone claims found",
    "test_what_only_looks_like_a_contradiction_is_not_listed": "silences kept",
    "test_what_frames_an_article_is_not_told": "frames left out",
}
"""Of the tests whose every case is of one kind."""


RANKED = "contradictions ranked, in hundredths"
"""The measure of `ranking`."""


class Tally:
    """A pytest plugin: for each measure how many cases there are, and how many are right."""

    def __init__(self) -> None:
        self.of: dict[str, int] = defaultdict(int)
        self.right: dict[str, int] = defaultdict(int)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: Any, call: Any) -> Iterator[None]:
        if call.when == "call" and hasattr(item, "callspec"):
            for measure in _measures(item.originalname, item.callspec.params):
                self.of[measure] += 1
                self.right[measure] += call.excinfo is None
        return (yield)


def _measures(test: str, params: dict[str, Any]) -> Iterator[str]:
    """What a case of a test measures; nothing for a test of the labels themselves."""
    if test in MEASURES:
        yield MEASURES[test]
    elif test == "test_a_contradiction_is_found_with_its_kind_and_severity":
        yield f"contradictions found: {params['expected'].what['kind']}"
    elif test == "test_what_is_expected_is_found_and_nothing_else":
        found = params["expected"].get("found", [])
        for wanted in found:
            yield f"contradictions found: {wanted['kind']}"
        if not found:
            yield "short cases kept silent"


def tally() -> Tally:
    """Run the labelled stories; what pytest prints of it is not for the reader."""
    counted = Tally()
    with contextlib.redirect_stdout(io.StringIO()):
        arguments = [str(HERE.parent / path) for path in LABELLED]
        pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", *arguments], [counted])
    if not counted.of:
        sys.exit("No labelled story could be run; `make unit` says why.")
    return counted


def ranking() -> float:
    """Average precision of all candidates of the short cases, ranked by their score, 0 to 1.

    1 when every right finding scores higher than every false one, weak ones included.
    """
    # pytest has put the project on the path by now.
    cases = importlib.import_module("tests.tricky.test_tricky")
    ranked: list[tuple[float, bool]] = []
    wanted = 0
    for folder in cases.CASES:
        expected: Any = yamlfile.read(folder / "expected.yaml").data
        story = cases.story_of(folder, expected.get("published", {}))
        found = expected.get("found", [])
        wanted += len(found)
        for one in analyse(story, AnalysisSettings()).contradictions:
            right = any(cases.answers(story, one, each) for each in found)
            ranked.append((one.score, right))
    ranked.sort(key=lambda r: (-r[0], r[1]))
    hits, total = 0, 0.0
    for place, (_, right) in enumerate(ranked, 1):
        hits += right
        total += right * hits / place
    return total / max(1, wanted)


def recorded() -> dict[str, int]:
    """How many were right when the figures were last recorded."""
    data: Any = yamlfile.read(RECORDED).data if RECORDED.exists() else {}
    return {measure: int(figure.split(" of ")[0]) for measure, figure in data.items()}


def record(counted: Tally) -> None:
    lines = ["# What the program gets right; `python bench/quality.py --record` writes this."]
    lines += [f'"{m}": {counted.right[m]} of {counted.of[m]}' for m in sorted(counted.of)]
    RECORDED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--record", action="store_true", help="write the figures to quality.yaml")
    chosen = parser.parse_args()
    counted, least = tally(), recorded()
    counted.right[RANKED], counted.of[RANKED] = round(100 * ranking()), 100
    fallen = 0
    for measure in sorted({*counted.of, *least}):
        right, of, before = counted.right[measure], counted.of[measure], least.get(measure, 0)
        worse = right < before
        fallen += worse
        print(f"{measure:40} {right:3} of {of:3}{f'   was {before}' if worse else ''}")
    whole = [sum(n for m, n in c.items() if m != RANKED) for c in (counted.right, counted.of)]
    print(f"{'in all':40} {whole[0]:3} of {whole[1]:3}")
    if chosen.record:
        record(counted)
        return 0
    if fallen:
        print(f"Worse than recorded in {fallen} of these.", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
