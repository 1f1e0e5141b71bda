"""`agree` and `disagreements`: what they print of several annotators."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.commands.making import saved
from tests.running import Run
from tests.session.making import FIRE
from tui.resources import config_folder


def test_agreement_finds_the_story_above_the_sessions(run: Run, annotated: Path) -> None:
    files = sorted((annotated / "sessions").glob("*.yaml"))
    code, out, _ = run("agree", *files)
    assert code == 0
    assert "4 claims, 2 of them labelled" in out
    assert [line.split() for line in out.splitlines() if line.startswith("quote")] == [
        ["quote", "1", "1", "100%", "1.00", "1.00", "1.00"]
    ]
    assert "nobody used it" in out


def test_agreement_as_json_gives_reasons_for_what_is_missing(run: Run, annotated: Path) -> None:
    files = sorted((annotated / "sessions").glob("*.yaml"))
    found = json.loads(run("agree", *files, "--json")[1])
    assert found["annotators"] == ["ann", "ben"]
    by_label = {row["label"]: row for row in found["labels"]}
    assert by_label["quote"]["kappa"] == 1
    assert by_label["opinion"]["alpha"] is None
    assert by_label["opinion"]["undefined"] == "nobody used it"
    assert found["all"]["agreement"] == 0.75


def test_the_story_may_be_named(run: Run, annotated: Path, tmp_path: Path) -> None:
    files = [saved(tmp_path / f"{n}.yaml", {1: "fact"}, n) for n in ("x", "y")]
    assert "the story is not known" in run("agree", *files)[1]
    assert "4 claims" in run("agree", *files, "--story", annotated)[1]


def test_disagreements_are_listed_and_leave_with_1(run: Run, annotated: Path) -> None:
    files = sorted((annotated / "sessions").glob("*.yaml"))
    code, out, said = run("disagreements", *files)
    assert code == 1
    assert out == "A: “The harbour burned on Sunday.”\n  ann: fact\n  ben: doubtful\n\n"
    assert "1 of 2" in said
    assert run("disagreements", files[0], files[0])[0] == 0
    found = json.loads(run("disagreements", *files, "--json")[1])
    assert found["disagreements"][0]["views"][1] == {
        "annotator": "ben", "labels": ["doubtful"], "note": "",
    }  # fmt: skip


def test_disagreements_as_csv_have_a_column_an_annotator(run: Run, annotated: Path) -> None:
    code, out, _ = run("disagreements", annotated, "--csv")
    assert code == 1
    assert list(csv.DictReader(io.StringIO(out))) == [
        {"article": "A", "start": "0", "end": "29", "quote": "The harbour burned on Sunday.",
         "ann": "fact", "ben": "doubtful"}
    ]  # fmt: skip


def test_compare_without_a_screen_lists_them(run: Run, annotated: Path) -> None:
    a, b = sorted((annotated / "sessions").glob("*.yaml"))
    code, out, _ = run(annotated, "--compare", a, b)
    assert code == 0
    assert "ben: doubtful" in out
    code, _, said = run(annotated, "--compare", a, annotated / "a.txt")
    assert code == 2
    assert f"{annotated / 'a.txt'}: no session file" in said
    code, _, said = run(annotated, "--compare", a)
    assert code == 2
    assert "--compare A.yaml B.yaml" in said


def test_the_story_is_read_with_the_readers_own_settings(run: Run, annotated: Path) -> None:
    """Here they refuse its article, so that the tags in it cannot be found."""
    (annotated / "a.txt").write_text(FIRE.text + "\n" + "The quay was closed.\n" * 1000)
    files = sorted((annotated / "sessions").glob("*.yaml"))
    assert run("disagreements", *files)[0] == 1
    assert run("check", *files)[0] == 0
    config_folder().mkdir(parents=True)
    (config_folder() / "config.yaml").write_text("reading:\n  max_megabytes: 0.01\n")
    assert "not found for certain" in run("disagreements", *files)[2]
    assert run("check", *files)[0] == 1


def test_a_folder_stands_for_the_sessions_in_it(run: Run, annotated: Path, tmp_path: Path) -> None:
    files = sorted((annotated / "sessions").glob("*.yaml"))
    for command in ("agree", "disagreements", "check"):
        for folder in (annotated, annotated / "sessions"):
            assert run(command, folder) == run(command, *files)
    listed = run(annotated, "--compare", annotated / "sessions")
    assert "ben: doubtful" in listed[1]
    assert run("--compare", *files) == run("--compare", annotated) == listed
    (tmp_path / "empty").mkdir()
    for command in ("agree", "check"):
        code, out, said = run(command, tmp_path / "empty")
        assert (code, out) == (2, "")
        assert "FOLDER/sessions/NAME.yaml" in said


def test_what_was_decided_is_no_annotator(run: Run, annotated: Path) -> None:
    """`sessions/*.yaml` names it too, the second time that it is typed."""
    before = run("agree", annotated)[1]
    ann = annotated / "sessions" / "ann.yaml"
    ruled = ann.read_text("utf-8").replace(
        '  labels: ["fact"]\n',
        '  labels: ["fact"]\n  from: [{annotator: "ann", file: "ann.yaml", labels: ["fact"]}]\n'
        '  taken: ["ann"]\n  decided_by: "carol"\n  decided: "2025-10-20T10:00:00+02:00"\n',
    )
    decided = annotated / "sessions" / "adjudicated.yaml"
    decided.write_text(ruled.replace('annotator: "ann"', 'annotator: "carol"', 1), "utf-8")
    words = f"left out: {decided}, which decides between the others\n"
    assert run("agree", annotated)[1] == before + words
    assert words in run("disagreements", annotated)[2]
    assert "carol" in run("agree", ann, decided)[1]


def test_the_figures_of_a_class_fit_a_window_and_say_who_stands_apart(
    run: Run, annotated: Path
) -> None:
    for number in range(10):
        saved(
            annotated / "sessions" / f"p{number}.yaml", {1: "fact", 2: "quote"}, f"pupil {number}"
        )
    out = run("agree", annotated)[1]
    assert max(map(len, out.splitlines())) <= 80
    lines = [line.split() for line in out.splitlines()]
    assert ["fact", "0–1", "96%", "0.88", "0.88"] in lines
    assert ["ben", "2", "75%"] in lines
    assert ["ann", "2", "98%"] in lines
    assert "alpha of all labels 0.94: reliable" in out
    assert "1 is full agreement, 0 what chance gives" in out
    ben = json.loads(run("agree", annotated, "--json")[1])["by_annotator"][1]
    assert (ben["annotator"], ben["agreement"]) == ("ben", 0.75)


def test_a_folder_is_no_session_and_those_in_it_are_named(run: Run, annotated: Path) -> None:
    for folder in (annotated, annotated / "sessions"):
        code, out, said = run("tags", folder)
        assert (code, out) == (2, "")
        assert "a folder, not a session file; name one of" in said
        assert str(annotated / "sessions" / "ben.yaml") in said
