"""Deciding between annotators: the same page, their disagreements as its findings."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.page.story import STORY
from tests.view.golden import Picture
from tests.view.sample import NOW, TWELVE, deciding_app, saved_tags, stored
from tests.view.user import WIDE, User, Words, using
from tui.model.span import Span
from tui.model.tag import Ruling
from tui.session.desk import Desk
from tui.session.edits import toggle_label
from tui.view.parts.columns import AlignedColumns
from tui.view.screens.adjudicate import AdjudicateScreen

SIZES = [(80, 24), (120, 40)]


@asynccontextmanager
async def deciding(
    path: Path, files: tuple[Path, ...], size: tuple[int, int] = WIDE
) -> AsyncIterator[User]:
    app = deciding_app(path, files)
    async with using(app, size) as user:
        yield user


def ruling_here(user: User) -> Ruling | None:
    tag = user.reading.tag
    return tag.ruling if tag else None


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_on_the_first_disagreement_and_shows_who_said_what(
    path: Path, files: tuple[Path, Path], size: tuple[int, int]
) -> None:
    async with deciding(path, files, size) as user:
        text = user.text
        assert user.place == "adjudicate"
        assert user.reading.current == "x1"
        for words in ("ann", "fact", "ben", "doubtful", "1/2", "not decided yet"):
            assert words in text
        if size[1] >= 30:
            assert "ann has called the mayor" in text
    assert not path.exists()


async def test_in_a_small_window_the_line_is_for_what_is_to_be_decided(
    path: Path, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on a claim that leads to another row."""
    monkeypatch.setattr(AlignedColumns, "leads_to", 5)
    async with deciding(path, files, (60, 20)) as user:
        assert "not decided yet" in user.text


async def test_annotators_and_their_disagreements_look_like_no_article_and_no_finding(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files, (120, 40)) as user:
        text = user.text
        assert "press A   ann" in text
        assert "⇄1" in text
        assert "▌⇄ ⇄1" in text
        assert not set("≠≈") & set(text)
        await user.press("M")
        text = user.text
        assert "⇄2" in text
        assert "≠3" in text
        assert "≠ 2 conflicts" in text
    async with deciding(path, files, (80, 24)) as user:
        assert "A=ann: fact" in user.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_walk_goes_round_the_disagreements_alone(
    path: Path, files: tuple[Path, Path], size: tuple[int, int]
) -> None:
    async with deciding(path, files, size) as user:
        assert user.reading.analysis.facts == ()
        await user.press("]")
        assert user.reading.current == "x2"
        await user.press("]")
        assert user.reading.current == "x1"
        await user.press("M", "]", "]")
        assert user.reading.current == "x1"
        assert user.reading.analysis.facts
        await user.press("M")
        assert user.reading.analysis.facts == ()


@pytest.mark.parametrize(
    ("key", "taken", "labels"),
    [("A", ("ann",), ("fact",)), ("B", ("ben",), ("doubtful",)),
     ("&", ("ann", "ben"), ("fact", "doubtful")), ("x", (), ())],
)  # fmt: skip
async def test_one_key_decides_and_is_on_disk(
    path: Path, files: tuple[Path, Path], key: str, taken: tuple[str, ...], labels: tuple[str, ...]
) -> None:
    async with deciding(path, files) as user:
        await user.press(key)
        ruling = ruling_here(user)
        assert ruling is not None
        assert (ruling.taken, ruling.by) == (taken, "carol")
        assert "decided for" in user.text
        assert "1 of 2 open" in user.text
        tags = stored(path).tags
        assert [t.labels for t in tags if t.ruling and t.ruling.by] == [labels]
        assert len(tags) == 2  # and the one on which they agree
        await user.press(key)
        assert ruling_here(user) is None


async def test_a_reason_is_asked_after_the_decision_and_kept(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files) as user:
        await user.press("r")
        assert "Decide first" in user.told[-1]
        await user.press("A", "r", Words("called"), "enter")
        ruling = ruling_here(user)
        assert ruling is not None
        assert ruling.reason == "called"
        assert "decided for ann by carol: called" in user.text
        await user.press("r", *"x", "escape", "B")
        ruling = ruling_here(user)
        assert ruling is not None
        assert (ruling.taken, ruling.reason) == (("ben",), "called")


async def test_decisions_are_undone_and_resumed(path: Path, files: tuple[Path, Path]) -> None:
    async with deciding(path, files) as user:
        await user.press("A", "]", "x", "u")
        assert "Undone: decided for neither" in user.told[-1]
        await user.press("q")
    async with deciding(path, files) as user:
        assert "1 of 2 open" in user.text


@pytest.mark.parametrize("key", ["C", "D"])
async def test_a_seat_that_is_empty_is_said(path: Path, files: tuple[Path, Path], key: str) -> None:
    async with deciding(path, files) as user:
        await user.press(key)
        assert user.told[-1] == "There are 2 answers: fact · doubtful"
        await user.press("G", "A")
        assert "No disagreement here" in user.told[-1]
    assert not path.exists()


@pytest.fixture
def whole_class(files: tuple[Path, Path]) -> tuple[Path, ...]:
    """Twelve annotators: four like ann, eight like ben."""
    copies = []
    for number in range(12):
        text = files[number % 3 > 0].read_text("utf-8")
        for name in ("ann", "ben"):
            text = text.replace(f'annotator: "{name}"', f'annotator: "pupil {number}"')
        copies.append(files[0].with_name(f"pupil-{number}.yaml"))
        copies[-1].write_text(text, encoding="utf-8")
    return tuple(copies)


@pytest.mark.parametrize("size", SIZES)
async def test_a_class_is_decided_by_what_its_members_say(
    path: Path, whole_class: tuple[Path, ...], size: tuple[int, int]
) -> None:
    async with deciding(path, whole_class, size) as user:
        text = user.text
        if size[1] >= 30:
            assert "press A   8: pupil 1, pupil 2, " in text
            assert "12 annotators · 2 of 2 open" in text
        assert "not decided yet" in text
        await user.press("B")
        ruling = ruling_here(user)
        assert ruling is not None
        assert ruling.taken == ("pupil 0", "pupil 3", "pupil 6", "pupil 9")
        assert "decided for 4 annotators" in user.text


@pytest.fixture
def of_five_minds(tmp_path: Path) -> tuple[Path, ...]:
    """Five annotators who label the first claim of A in five ways."""
    made = []
    for label in ("fact", "doubtful", "opinion", "quote", "loaded"):
        made.append(tmp_path / f"{label}-s.yaml")
        saved_tags(made[-1], ("A", TWELVE, label))
        text = made[-1].read_text("utf-8").replace('annotator: "anna"', f'annotator: "{label}-s"')
        made[-1].write_text(text, encoding="utf-8")
    return tuple(made)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_answer_past_the_fourth_is_taken_from_the_list(
    path: Path, of_five_minds: tuple[Path, ...], size: tuple[int, int]
) -> None:
    async with deciding(path, of_five_minds, size) as user:
        assert size[1] < 30 or "2 more answers: O lists all" in user.text
        await user.press("O")
        assert "Which answer holds?" in user.text
        await user.press(*["down"] * 4, "enter")
        ruling = ruling_here(user)
        assert ruling is not None
        assert ruling.taken == ("loaded-s",)
        await user.press("O", "escape")
        assert ruling_here(user) == ruling


async def test_one_tag_over_two_sentences_is_one_question_and_says_so(
    path: Path, tmp_path: Path
) -> None:
    article = STORY.articles[0]
    two = next(p for p in article.paragraphs if len(p.claims) > 1)
    spans = Span(two.claims[0].start, two.claims[1].end), two.claims[0]
    files = []
    for name, span in zip(("ann", "ben"), spans, strict=True):
        files.append(tmp_path / f"{name}.yaml")
        desk = Desk.open(files[-1], STORY.name, name)
        desk.apply(toggle_label(desk.session, article, span, "fact", NOW))
        desk.adopt(desk.save(desk.order()))
    async with deciding(path, tuple(files), (120, 40)) as user:
        assert "1/1 · 1 open · 2 sentences under one tag, decided together" in user.text
        assert "fact, then –" in user.text
        await user.press("B")
        assert "all decided" in user.text
        assert [t.anchor.span for t in stored(path).tags] == [spans[1]]


async def test_compare_and_source_show_it_but_leave_the_decision_to_the_columns(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files) as user:
        await user.press("enter")
        assert user.place == "compare"
        assert "ann: fact" in user.text
        await user.press("a")
        assert "columns" in user.told[-1]
        await user.press("escape", "o")
        assert user.place == "source"
        assert "ann: fact" in user.text
    assert not path.exists()


async def test_why_tells_labels_and_notes(path: Path, files: tuple[Path, Path]) -> None:
    async with deciding(path, files) as user:
        await user.press("question_mark")
        text = " ".join(user.text.split())
        assert "ben notes “ben has called the mayor”" in text
        assert "ann: fact" in text
        for machine in ("cannot hold", "% sure", "no answer was found"):
            assert machine not in text


async def test_annotators_who_agree_leave_nothing_to_decide(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, (files[0], files[0])) as user:
        assert "nothing to decide" in user.text
        await user.press("]", "A")
        assert user.screen.contradiction() is None


async def test_reading_the_articles_again_keeps_the_decisions(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files) as user:
        await user.press("A")
        assert isinstance(user.app.screen, AdjudicateScreen)
        await user.press("f5")
        assert user.reading.current in ("", "x1", "x2")
        assert "1 of 2 open" in user.text


def test_picture(
    picture: Picture,
    path: Path,
    files: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.view.parts.deciding.now", lambda: NOW)
    app = deciding_app(path, files)
    assert picture(app, (120, 36), "]", "A", "[")
