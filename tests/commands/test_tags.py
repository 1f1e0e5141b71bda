"""`tags`: listing the tags of a session, and renaming its labels."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.making import labels
from tests.running import Run
from tui.session.store import Store


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 3), (["--label", "fact"], 2), (["--label", "QUOTE", "--label", "fact"], 3),
        (["--article", "A"], 3), (["--article", "B"], 0), (["--article", "a.txt"], 3),
        (["--status", "disputed"], 1), (["--words", "twelve"], 1),
        (["--words", "again", "--words", "mayor"], 1),
        (["--label", "quote", "--words", "mayor"], 0),
    ],
)  # fmt: skip
def test_tags_are_listed_by_what_is_asked(
    run: Run, file: Path, options: list[str], count: int
) -> None:
    code, out, said = run("tags", file, *options)
    assert (code, out.count("“") - out.count("“again")) == (0, count)
    assert said == f"{count} of 3 tags\n"
    assert len(json.loads(run("tags", file, *options, "--json")[1])["tags"]) == count
    assert len(list(csv.DictReader(io.StringIO(run("tags", file, *options, "--csv")[1])))) == count


def test_a_csv_reads_back_with_commas_quotes_and_lines(run: Run, file: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("tags", file, "--csv")[1])))
    assert rows[1]["note"] == "ask, “again”\nsoon"
    assert (rows[1]["status"], rows[1]["confidence"], rows[1]["labels"]) == (
        "disputed", "low", "fact",
    )  # fmt: skip
    assert rows[0]["quote"] == "The harbour burned on Sunday."


def test_a_label_that_nothing_has_is_refused_with_those_there_are(run: Run, file: Path) -> None:
    code, out, said = run("tags", file, "--label", "fcat")
    assert (code, out) == (2, "")
    assert "'fcat'" in said
    assert "fact" in said


@pytest.mark.parametrize("typed", ["odd", "ODD"])
def test_tags_and_report_mean_the_same_label(run: Run, annotated: Path, typed: str) -> None:
    """Also one that the tagset does not have."""
    path = annotated / "sessions" / "ann.yaml"
    path.write_text(path.read_text().replace('labels: ["fact"]', 'labels: ["Odd"]'))
    assert "Odd" in run("tags", path, "--label", typed).out
    assert "Odd, unchecked" in run("report", annotated, "--annotator", "ann", "--label", typed).out


def test_listing_writes_nothing(run: Run, file: Path) -> None:
    before = sorted(p.name for p in file.parent.rglob("*")), file.read_bytes()
    run("tags", file)
    assert (sorted(p.name for p in file.parent.rglob("*")), file.read_bytes()) == before


def test_a_label_is_renamed_in_the_tagset_and_on_every_tag(run: Run, file: Path) -> None:
    code, out, said = run("tags", "rename", file, "fact", "verified")
    assert (code, out) == (0, "")
    assert said == "renamed ‘fact’ to ‘verified’ on 2 claims\n"
    session = Store.open(file, "fire", "anna").session
    assert [t.labels for t in session.tags] == [("verified",), ("verified",), ("quote",)]
    label = session.tagset[0]
    assert (label.name, label.digit, label.sign) == ("verified", "1", "F")


def test_a_renamed_label_keeps_its_comment_and_its_place(run: Run, file: Path) -> None:
    text = file.read_text().replace('- name: "doubtful"', '# since May\n- name: "doubtful"  # ours')
    file.write_text(text.replace('  key: "2"\n', '  key: "2"\n  team: "x"\n', 1))
    assert run("tags", "rename", file, "doubtful", "unsure")[0] == 0
    assert '# since May\n- name: "unsure"  # ours\n  key: "2"\n  team: "x"\n' in file.read_text()
    assert run("check", file)[0] == 0


def test_two_labels_become_one(run: Run, file: Path) -> None:
    assert run("tags", "merge", file, "quote", "fact")[0] == 0
    assert labels(file) == [("fact",)] * 3
    assert "quote" not in {x.name for x in Store.open(file, "fire", "anna").session.tagset}


@pytest.mark.parametrize(
    "wanted",
    [["rename", "fact", "quote"], ["rename", "fcat", "x"], ["rename", "fact", " "],
     ["merge", "fact", "fact"], ["merge", "fact", "nothing"]],
)  # fmt: skip
def test_what_cannot_be_renamed_is_refused_and_nothing_written(
    run: Run, file: Path, wanted: list[str]
) -> None:
    before = file.read_bytes()
    code, _, said = run("tags", wanted[0], file, *wanted[1:])
    assert (code, file.read_bytes()) == (2, before)
    assert said.startswith("rashomon: ")


def test_a_broken_claim_is_told_and_the_others_listed(run: Run, file: Path) -> None:
    file.write_text(file.read_text().replace("at: [", "at: [x", 1))
    code, out, said = run("tags", file)
    assert code == 2
    assert "“Twelve people" in out
    assert f"{file}:" in said


def test_a_session_of_a_newer_program_is_listed_with_the_reason_to_doubt_it(
    run: Run, file: Path
) -> None:
    file.write_text(file.read_text().replace("format: 1", "format: 99"))
    code, out, said = run("tags", file)
    assert (code, out.count("quote")) == (2, 1)
    assert f"{file}:3:1: written by a newer rashomon" in said
