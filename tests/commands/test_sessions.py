"""The commands on session files: what they print, write and leave with."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.running import Run
from tests.session.making import FIRE, NOW, claim, desk, put_label
from tui import workspace
from tui.model.tag import Confidence, Status
from tui.resources import config_folder
from tui.session.desk import Desk
from tui.session.edits import set_note
from tui.session.store import Store


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story with two annotators, who differ on the first sentence."""
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRE.text)
    tagged(folder / "sessions" / "ann.yaml", {1: "fact", 2: "quote"}, "ann")
    tagged(folder / "sessions" / "ben.yaml", {1: "doubtful", 2: "quote"}, "ben")
    return folder


def tagged(path: Path, labels: dict[int, str], who: str = "anna") -> Path:
    opened = Desk.open(path, "fire", who)
    for number, label in labels.items():
        put_label(opened, number, label)
    opened.adopt(opened.save(opened.order()))
    return path


def labels(path: Path) -> list[tuple[str, ...]]:
    return [t.labels for t in Store.open(path, "fire", "x").session.tags]


# -- merge ---------------------------------------------------------------------


def test_a_clean_merge_is_printed_and_leaves_with_0(run: Run, tmp_path: Path) -> None:
    a, b = tagged(tmp_path / "a.yaml", {1: "fact"}), tagged(tmp_path / "b.yaml", {2: "fact"})
    code, out, said = run("merge", a, b)
    assert code == 0
    assert out.count("- quote:") == 2
    assert "2 tags, no conflicts" in said


def test_conflicts_are_kept_told_and_leave_with_1(run: Run, tmp_path: Path) -> None:
    a, b = tagged(tmp_path / "a.yaml", {1: "fact"}), tagged(tmp_path / "b.yaml", {1: "check"})
    out = tmp_path / "out.yaml"
    code, printed, said = run("merge", a, b, "-o", out)
    assert (code, printed) == (1, "")
    assert "kept both: “The harbour burned on Sunday.”: tagged two ways: check or fact" in said
    assert [set(x) for x in labels(out)] == [{"fact", "check"}]


def test_a_base_tells_removals_from_additions(run: Run, tmp_path: Path) -> None:
    base = tagged(tmp_path / "base.yaml", {1: "fact", 2: "fact"})
    less = tagged(tmp_path / "less.yaml", {1: "fact"})
    assert run("merge", base, less)[1].count("- quote:") == 2
    assert run("merge", base, less, base)[1].count("- quote:") == 1


def test_no_file_is_replaced_unless_asked(run: Run, tmp_path: Path) -> None:
    a, b = tagged(tmp_path / "a.yaml", {1: "fact"}), tagged(tmp_path / "b.yaml", {2: "fact"})
    before = a.read_bytes()
    code, _, said = run("merge", a, b, "-o", a)
    assert (code, a.read_bytes()) == (2, before)
    assert "--force" in said
    assert run("merge", a, b, "-o", a, "--force")[0] == 0
    assert len(labels(a)) == 2


@pytest.mark.parametrize("broken", ["tags: [\n", "format: 99\n", 'format: 1\ntags:\n- quote: ""\n'])
def test_what_cannot_be_read_in_full_is_not_merged(run: Run, tmp_path: Path, broken: str) -> None:
    a = tagged(tmp_path / "a.yaml", {1: "fact"})
    b = tmp_path / "b.yaml"
    b.write_text(broken)
    for pair in ((a, b), (b, a), (a, a, b), (a, tmp_path / "none.yaml")):
        code, out, said = run("merge", *pair)
        assert (code, out) == (2, "")
        assert said.startswith("rashomon: ")


# -- agreement -----------------------------------------------------------------


def test_agreement_finds_the_story_above_the_sessions(run: Run, story: Path) -> None:
    files = sorted((story / "sessions").glob("*.yaml"))
    code, out, _ = run("agree", *files)
    assert code == 0
    assert "4 claims, 2 of them labelled" in out
    assert [line.split() for line in out.splitlines() if line.startswith("quote")] == [
        ["quote", "1", "1", "100%", "1.00", "1.00", "1.00"]
    ]
    assert "nobody used it" in out


def test_agreement_as_json_gives_reasons_for_what_is_missing(run: Run, story: Path) -> None:
    files = sorted((story / "sessions").glob("*.yaml"))
    found = json.loads(run("agree", *files, "--json")[1])
    assert found["annotators"] == ["ann", "ben"]
    by_label = {row["label"]: row for row in found["labels"]}
    assert by_label["quote"]["kappa"] == 1
    assert by_label["opinion"]["alpha"] is None
    assert by_label["opinion"]["undefined"] == "nobody used it"
    assert found["all"]["agreement"] == 0.75


def test_the_story_may_be_named(run: Run, story: Path, tmp_path: Path) -> None:
    files = [tagged(tmp_path / f"{n}.yaml", {1: "fact"}, n) for n in ("x", "y")]
    assert "the story is not known" in run("agree", *files)[1]
    assert "4 claims" in run("agree", *files, "--story", story)[1]


def test_disagreements_are_listed_and_leave_with_1(run: Run, story: Path) -> None:
    files = sorted((story / "sessions").glob("*.yaml"))
    code, out, said = run("disagreements", *files)
    assert code == 1
    assert out == "A: “The harbour burned on Sunday.”\n  ann: fact\n  ben: doubtful\n\n"
    assert "1 of 2" in said
    assert run("disagreements", files[0], files[0])[0] == 0
    found = json.loads(run("disagreements", *files, "--json")[1])
    assert found["disagreements"][0]["views"][1] == {
        "annotator": "ben", "labels": ["doubtful"], "note": "",
    }  # fmt: skip


def test_disagreements_as_csv_have_a_column_an_annotator(run: Run, story: Path) -> None:
    code, out, _ = run("disagreements", story, "--csv")
    assert code == 1
    assert list(csv.DictReader(io.StringIO(out))) == [
        {"article": "A", "start": "0", "end": "29", "quote": "The harbour burned on Sunday.",
         "ann": "fact", "ben": "doubtful"}
    ]  # fmt: skip


def test_compare_without_a_screen_lists_them(run: Run, story: Path) -> None:
    a, b = sorted((story / "sessions").glob("*.yaml"))
    code, out, _ = run(story, "--compare", a, b)
    assert code == 0
    assert "ben: doubtful" in out
    code, _, said = run(story, "--compare", a, story / "a.txt")
    assert code == 2
    assert f"{story / 'a.txt'}: no session file" in said
    code, _, said = run(story, "--compare", a)
    assert code == 2
    assert "--compare A.yaml B.yaml" in said


def test_the_story_is_read_with_the_readers_own_settings(run: Run, story: Path) -> None:
    """Here they refuse its article, so that the tags in it cannot be found."""
    (story / "a.txt").write_text(FIRE.text + "\n" + "The quay was closed.\n" * 1000)
    files = sorted((story / "sessions").glob("*.yaml"))
    assert run("disagreements", *files)[0] == 1
    assert run("check", *files)[0] == 0
    config_folder().mkdir(parents=True)
    (config_folder() / "config.yaml").write_text("reading:\n  max_megabytes: 0.01\n")
    assert "not found for certain" in run("disagreements", *files)[2]
    assert run("check", *files)[0] == 1


def test_a_folder_stands_for_the_sessions_in_it(run: Run, story: Path, tmp_path: Path) -> None:
    files = sorted((story / "sessions").glob("*.yaml"))
    for command in ("agree", "disagreements", "check"):
        for folder in (story, story / "sessions"):
            assert run(command, folder) == run(command, *files)
    assert "ben: doubtful" in run(story, "--compare", story / "sessions")[1]
    (tmp_path / "empty").mkdir()
    for command in ("agree", "check"):
        code, out, said = run(command, tmp_path / "empty")
        assert (code, out) == (2, "")
        assert "FOLDER/sessions/NAME.yaml" in said


def test_what_was_decided_is_no_annotator(run: Run, story: Path) -> None:
    """`sessions/*.yaml` names it too, the second time that it is typed."""
    before = run("agree", story)[1]
    ann = story / "sessions" / "ann.yaml"
    ruled = ann.read_text("utf-8").replace(
        '  labels: ["fact"]\n',
        '  labels: ["fact"]\n  from: [{annotator: "ann", file: "ann.yaml", labels: ["fact"]}]\n'
        '  taken: ["ann"]\n  decided_by: "carol"\n  decided: "2025-10-20T10:00:00+02:00"\n',
    )
    decided = story / "sessions" / "adjudicated.yaml"
    decided.write_text(ruled.replace('annotator: "ann"', 'annotator: "carol"', 1), "utf-8")
    words = f"left out: {decided}, which decides between the others\n"
    assert run("agree", story)[1] == before + words
    assert words in run("disagreements", story)[2]
    assert "carol" in run("agree", ann, decided)[1]


def test_the_figures_of_a_class_fit_a_window_and_say_who_stands_apart(
    run: Run, story: Path
) -> None:
    for number in range(10):
        tagged(story / "sessions" / f"p{number}.yaml", {1: "fact", 2: "quote"}, f"pupil {number}")
    out = run("agree", story)[1]
    assert max(map(len, out.splitlines())) <= 80
    lines = [line.split() for line in out.splitlines()]
    assert ["fact", "0–1", "96%", "0.88", "0.88"] in lines
    assert ["ben", "2", "75%"] in lines
    assert ["ann", "2", "98%"] in lines
    assert "alpha of all labels 0.94: reliable" in out
    assert "1 is full agreement, 0 what chance gives" in out
    ben = json.loads(run("agree", story, "--json")[1])["by_annotator"][1]
    assert (ben["annotator"], ben["agreement"]) == ("ben", 0.75)


# -- tags ----------------------------------------------------------------------


def test_a_folder_is_no_session_and_those_in_it_are_named(run: Run, story: Path) -> None:
    for folder in (story, story / "sessions"):
        code, out, said = run("tags", folder)
        assert (code, out) == (2, "")
        assert "a folder, not a session file; name one of" in said
        assert str(story / "sessions" / "ben.yaml") in said


def test_a_report_without_the_readers_tags_says_whose_there_are(
    run: Run, story: Path, tmp_path: Path
) -> None:
    code, out, said = run("report", story, "--annotator", "carol", "--format", "csv")
    assert (code, out.count("\n")) == (0, 1)
    assert "no tags by carol on this story" in said
    assert f"ann.yaml, ben.yaml in {story / 'sessions'}" in said
    assert "no tags by carol" in run("report", story, "--annotator", "carol")[2]
    assert run("report", story, "--annotator", "ann")[2] == ""
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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A session with three tags and a note."""
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    put_label(opened, 3, "quote")
    note = set_note(
        opened.session,
        (FIRE, claim(FIRE, 2)),
        "ask, “again”\nsoon",
        Status.DISPUTED,
        Confidence.LOW,
        NOW,
    )
    opened.apply(note)
    opened.adopt(opened.save(opened.order()))
    return path


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


def test_the_tags_alone_are_reported_without_comparing_the_articles(
    run: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compare(*_: object) -> None:
        raise AssertionError("compared")

    monkeypatch.setattr(workspace, "analyse", compare)
    done = run("report", story, "--format", "csv", "--annotator", "ann")
    assert done.code == 0
    assert len(list(csv.DictReader(io.StringIO(done.out)))) == 2


@pytest.mark.parametrize("typed", ["odd", "ODD"])
def test_tags_and_report_mean_the_same_label(run: Run, story: Path, typed: str) -> None:
    """Also one that the tagset does not have."""
    path = story / "sessions" / "ann.yaml"
    path.write_text(path.read_text().replace('labels: ["fact"]', 'labels: ["Odd"]'))
    assert "Odd" in run("tags", path, "--label", typed).out
    assert "Odd, unchecked" in run("report", story, "--annotator", "ann", "--label", typed).out


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


# -- check ---------------------------------------------------------------------


def test_check_takes_several_files_and_leaves_with_the_gravest(run: Run, file: Path) -> None:
    odd = file.parent / "odd.yaml"
    odd.write_text(file.read_text().replace('status: "disputed"', 'status: "done"'))
    assert run("check", file)[0] == 0
    code, out, said = run("check", file, odd)
    assert code == 1
    assert "'done' is no status" in out
    assert "nothing wrong" in said
    assert run("check", odd, file.parent / "none.yaml", file)[0] == 2
