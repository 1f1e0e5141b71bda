"""`analyse` and `report`: what they print of a story, its tags and what is wrong with it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.running import Run
from tests.session.making import FIRE
from tui import workspace

pytestmark = pytest.mark.usefixtures("away_from_home")


def test_one_unreadable_file_is_named_and_the_others_are_reported(run: Run, story: Path) -> None:
    (story / "c.txt").write_bytes(b"\x00\x01\x02\x00" * 100)
    done = run(story)
    assert done.code == 0
    assert "c.txt" in done.err
    assert "Ten boats" in done.out


def test_a_story_of_nothing_readable_is_refused(run: Run, story: Path) -> None:
    for path in story.iterdir():
        path.write_bytes(b"\x00\x01\x02\x00" * 100)
    done = run("analyse", story)
    assert (done.code, done.out) == (2, "")
    assert f"Nothing in {story} can be read: a.txt" in done.err
    assert "Try: rashomon" in done.err


def test_json_is_the_same_bytes_twice(run: Run, story: Path) -> None:
    first = run("analyse", story, "--json").out
    assert json.loads(first)["story"] == "fire"
    assert run("analyse", story, "--json").out == first


def test_analyse_for_people_leaves_out_the_rows(run: Run, story: Path) -> None:
    out = run("analyse", story).out
    assert "Shared facts" in out
    assert "Row 1" not in out


@pytest.mark.parametrize(("format", "start"), [("markdown", "# "), ("json", "{")])
def test_report_writes_other_formats(run: Run, story: Path, format: str, start: str) -> None:
    assert run("report", story, "--format", format).out.startswith(start)


def test_settings_from_a_named_file_count(run: Run, story: Path, tmp_path: Path) -> None:
    config = tmp_path / "mine.yaml"
    config.write_text("analysis:\n  link: 0.9\n")
    out = run("analyse", story, "--json", "--config", config).out
    assert json.loads(out)["settings"]["link"] == 0.9


def test_a_wrong_word_in_the_settings_is_shown_with_its_line(
    run: Run, story: Path, tmp_path: Path
) -> None:
    config = tmp_path / "mine.yaml"
    config.write_text("analysis:\n  lnk: 0.9\n")
    done = run("analyse", story, "--config", config)
    assert done.code == 2
    assert "mine.yaml:2:3: unknown setting 'lnk'; did you mean link?" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Tags by ana\n\nfact, unchecked: “Ten boats burned"),
        (("--label", "loaded"), "Tags by ana\n\nNone yet."),
    ],
)
def test_a_report_has_the_tags_of_the_annotator_and_label(
    run: Run, tagged: Path, options: tuple[str, ...], told: str
) -> None:
    assert told in run("report", tagged, "--annotator", "ana", *options).out


def test_a_report_refuses_a_label_that_nothing_has(run: Run, tagged: Path) -> None:
    done = run("report", tagged, "--annotator", "ana", "--label", "nonsense")
    assert (done.code, done.out) == (2, "")
    assert "no label 'nonsense' in this session" in done.err


def test_a_report_says_what_it_could_not_read_of_a_session(run: Run, story: Path) -> None:
    path = story / "sessions" / "ana.yaml"
    path.parent.mkdir()
    path.write_text("format: 1\ntags: nonsense\n")
    done = run("report", story, "--annotator", "ana")
    assert done.code == 2
    assert f"{path}:2:" in done.err
    assert "Row 1 of" in done.out


def test_a_report_without_the_readers_tags_says_whose_there_are(
    run: Run, annotated: Path, tmp_path: Path
) -> None:
    code, out, said = run("report", annotated, "--annotator", "carol", "--format", "csv")
    assert (code, out.count("\n")) == (0, 1)
    assert "no tags by carol on this story" in said
    assert f"ann.yaml, ben.yaml in {annotated / 'sessions'}" in said
    assert "no tags by carol" in run("report", annotated, "--annotator", "carol")[2]
    assert run("report", annotated, "--annotator", "ann")[2] == ""
    (tmp_path / "a.txt").write_text(FIRE.text)
    assert run("report", tmp_path / "a.txt", "--annotator", "carol")[2] == ""
    only = run("report", tmp_path / "a.txt", "--annotator", "carol", "--format", "csv")[2]
    assert only == "no tags by carol on this story\n"


def test_a_report_without_a_session_refuses_a_label_that_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE.text)
    code, _, said = run("report", tmp_path, "--label", "nope")
    assert code == 2
    assert "no label 'nope'" in said
    assert run("report", tmp_path, "--label", "fact")[0] == 0


def test_the_tags_alone_are_reported_without_comparing_the_articles(
    run: Run, annotated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compare(*_: object) -> None:
        raise AssertionError("compared")

    monkeypatch.setattr(workspace, "analyse", compare)
    done = run("report", annotated, "--format", "csv", "--annotator", "ann")
    assert done.code == 0
    assert len(list(csv.DictReader(io.StringIO(done.out)))) == 2
