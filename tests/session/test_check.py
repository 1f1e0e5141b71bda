"""`check` lists everything that is wrong, each with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.session.making import FIRE, NOW, article, claim, desk
from tui.model.article import Story
from tui.session.check import check
from tui.session.desk import Desk
from tui.session.edits import toggle_label


def test_a_good_session_has_no_problems(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    desk(path, 1, 2)
    assert check(path) == []
    assert check(path, Story("fire", "", (FIRE,))) == []


def test_a_missing_or_broken_file_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert [str(p) for p in check(path)] == [f"{path}:1:1: there is no such file"]
    path.write_text("[")
    assert len(check(path)) == 1
    assert len(check(tmp_path)) == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ('labels: ["fcat"]', "did you mean fact?"),
        ('lables: ["fact"]', "did you mean labels?"),
        ('labels: ["fact"]\n  status: "done"', "'done' is no status; known are unchecked"),
        ('labels: ["fact"]\n  conflict: ["a or b"]', "two writers differ: 'a or b'"),
    ],
)
def test_each_mistake_is_told_with_its_line(tmp_path: Path, wrong: str, words: str) -> None:
    path = tmp_path / "a.yaml"
    desk(path, 1)
    text = path.read_text().replace('labels: ["fact"]', wrong)
    path.write_text(text)
    (line,) = {p.line for p in check(path) if words in p.message}
    begin = text.split("\n").index('- quote: "The harbour burned on Sunday."') + 1
    assert begin <= line <= begin + 2


def test_a_tie_to_nowhere_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    desk(path, 1)
    path.write_text(
        path.read_text().replace(
            "\nties:\n", '\nties:\n- {a: "t1", b: "t2", relation: "same"}\n', 1
        )
    )
    assert len([p for p in check(path) if "names no tag" in p.message]) == 2


def test_a_tag_is_looked_up_in_its_own_dispatch_of_a_file(tmp_path: Path) -> None:
    """Though a sentence of the other is much like it, and both have moved."""
    path = tmp_path / "a.yaml"
    hurt = "Twelve people were hurt, he said."
    lines = ["The harbour burned all night on Sunday.", hurt, "No ship was lost, said the mayor."]
    lines.append(hurt.replace("Twelve", "Nine"))
    old, new = article(*lines), article("A new line on top.", *lines)
    opened = Desk.open(path, "fire", "anna")
    opened.apply(toggle_label(opened.session, old, claim(old, 2), "fact", NOW))
    opened.leave()
    one, two = (replace(new, id=id, paragraphs=new.paragraphs[a:b])
                for id, a, b in (("A1", 0, 4), ("A2", 4, 5)))  # fmt: skip
    assert check(path, Story("fire", "", (one, two))) == []


def test_tags_whose_words_changed_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    desk(path, 1, 3)
    edited = article("The harbour burned on Monday.", *FIRE.text.split("\n")[1:])
    told = [p.message for p in check(path, Story("fire", "", (edited,)))]
    assert len(told) == 1
    assert told[0].startswith("changed: 'The harbour burned on Sunday.'")
    assert "was “Sunday”, now “Monday”" in told[0]
    assert len(check(path, Story("fire", "", ()))) == 2
    gone = check(path, Story("fire", "", (article("Nothing of the kind is told any more."),)))
    assert gone[0].message == (
        "not found: 'The harbour burned on Sunday.': nothing like these words is left in the text"
    )
