"""`merge` and `merge-driver`: what they print, write and leave with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.making import labels, saved
from tests.running import Run


def test_a_clean_merge_is_printed_and_leaves_with_0(run: Run, tmp_path: Path) -> None:
    a, b = (
        saved(tmp_path / "a.yaml", {1: "fact"}),
        saved(tmp_path / "b.yaml", {2: "fact"}),
    )
    code, out, said = run("merge", a, b)
    assert code == 0
    assert out.count("- quote:") == 2
    assert "2 tags, no conflicts" in said


def test_conflicts_are_kept_told_and_leave_with_1(run: Run, tmp_path: Path) -> None:
    a, b = (
        saved(tmp_path / "a.yaml", {1: "fact"}),
        saved(tmp_path / "b.yaml", {1: "check"}),
    )
    out = tmp_path / "out.yaml"
    code, printed, said = run("merge", a, b, "-o", out)
    assert (code, printed) == (1, "")
    assert "kept both: “The harbour burned on Sunday.”: tagged two ways: check or fact" in said
    assert [set(x) for x in labels(out)] == [{"fact", "check"}]


def test_a_base_tells_removals_from_additions(run: Run, tmp_path: Path) -> None:
    base = saved(tmp_path / "base.yaml", {1: "fact", 2: "fact"})
    less = saved(tmp_path / "less.yaml", {1: "fact"})
    assert run("merge", base, less)[1].count("- quote:") == 2
    assert run("merge", base, less, base)[1].count("- quote:") == 1


def test_no_file_is_replaced_unless_asked(run: Run, tmp_path: Path) -> None:
    a, b = (
        saved(tmp_path / "a.yaml", {1: "fact"}),
        saved(tmp_path / "b.yaml", {2: "fact"}),
    )
    before = a.read_bytes()
    code, _, said = run("merge", a, b, "-o", a)
    assert (code, a.read_bytes()) == (2, before)
    assert "--force" in said
    assert run("merge", a, b, "-o", a, "--force")[0] == 0
    assert len(labels(a)) == 2


@pytest.mark.parametrize("broken", ["tags: [\n", "format: 99\n", 'format: 1\ntags:\n- quote: ""\n'])
def test_what_cannot_be_read_in_full_is_not_merged(run: Run, tmp_path: Path, broken: str) -> None:
    a = saved(tmp_path / "a.yaml", {1: "fact"})
    b = tmp_path / "b.yaml"
    b.write_text(broken)
    for pair in ((a, b), (b, a), (a, a, b), (a, tmp_path / "none.yaml")):
        code, out, said = run("merge", *pair)
        assert (code, out) == (2, "")
        assert said.startswith("rashomon: ")


def test_a_whole_class_is_not_merged_and_told_the_way(run: Run, tmp_path: Path) -> None:
    files = [saved(tmp_path / f"{n}.yaml", {1: "fact"}) for n in range(4)]
    code, out, said = run("merge", *files)
    assert (code, out) == (2, "")
    assert "rashomon agree" in said
