"""Deciding between annotators: the same page, their disagreements as its findings."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.page.story import STORY, A, B
from tests.view.sample import (
    NOW,
    WIDE,
    Words,
    desk_at,
    piloted,
    place,
    press,
    reading_of,
    screen_of,
    screen_text,
    settle,
    stored,
    told,
)
from tests.view.test_pictures import pressing
from tui.config import Config
from tui.model.settings import ScreenSettings, Settings
from tui.model.tag import Ruling
from tui.page.signs import UNICODE
from tui.session import edits
from tui.view.adjudicating import AdjudicationApp
from tui.view.screens.adjudicate import AdjudicateScreen
from tui.view.state import Reading

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two annotators who differ on two claims of A and B and agree on one of A."""
    made = []
    for name, labels in (("ann", ("fact", "quote", "fact")), ("ben", ("doubtful", "quote", ""))):
        path = tmp_path / f"{name}.yaml"
        desk = desk_at(path)
        claims = ((A, A.paragraphs[1]), (A, A.paragraphs[3]), (B, B.paragraphs[1]))
        for (article, paragraph), label in zip(claims, labels, strict=True):
            if label:
                span = paragraph.claims[0]
                edit = edits.toggle_label(desk.session, article, span, label, NOW)
                desk.apply(edit)
        text = desk.session.tags[0].id
        status, sure = desk.session.tags[0].status, desk.session.tags[0].confidence
        note = edits.set_note(desk.session, text, f"{name} has called the mayor", status, sure, NOW)
        desk.apply(note)
        desk.adopt(desk.save(desk.order()))
        content = path.read_text("utf-8").replace('annotator: "anna"', f'annotator: "{name}"')
        path.write_text(content, encoding="utf-8")
        made.append(path)
    return made[0], made[1]


def make_app(path: Path, files: tuple[Path, ...]) -> AdjudicationApp:
    reading = Reading(STORY, lambda: desk_at(path), UNICODE)
    config = Config(Settings(screen=ScreenSettings(theme="rashomon-dark")))
    app = AdjudicationApp(reading, config, lambda: STORY, "carol", files)
    app.animation_level = "none"
    return app


@asynccontextmanager
async def deciding(
    path: Path, files: tuple[Path, ...], size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[int]]:
    app = make_app(path, files)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


def ruling_here(pilot: Pilot[int]) -> Ruling | None:
    tag = reading_of(pilot).tag
    return tag.ruling if tag else None


@pytest.mark.parametrize("size", SIZES)
@piloted
async def test_it_opens_on_the_first_disagreement_and_shows_who_said_what(
    path: Path, files: tuple[Path, Path], size: tuple[int, int]
) -> None:
    async with deciding(path, files, size) as pilot:
        text = screen_text(pilot)
        assert place(pilot) == "adjudicate"
        assert reading_of(pilot).current == "x1"
        for words in ("ann", "fact", "ben", "doubtful", "1/2", "not decided yet"):
            assert words in text
        if size[1] >= 30:
            assert "ann has called the mayor" in text
    assert not path.exists()


@piloted
async def test_annotators_and_their_disagreements_look_like_no_article_and_no_finding(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files, (120, 40)) as pilot:
        text = screen_text(pilot)
        assert "press A   ann" in text
        assert "⇄1" in text
        assert "▌⇄ ⇄1" in text
        assert not set("≠≈") & set(text)
        await press(pilot, "M")
        text = screen_text(pilot)
        assert "⇄2" in text
        assert "≠3" in text
        assert "≠ 2 conflicts" in text
    async with deciding(path, files, (80, 24)) as pilot:
        assert "A=ann: fact" in screen_text(pilot)


@pytest.mark.parametrize("size", SIZES)
@piloted
async def test_the_walk_goes_round_the_disagreements_alone(
    path: Path, files: tuple[Path, Path], size: tuple[int, int]
) -> None:
    async with deciding(path, files, size) as pilot:
        assert reading_of(pilot).analysis.facts == ()
        await press(pilot, "]")
        assert reading_of(pilot).current == "x2"
        await press(pilot, "]")
        assert reading_of(pilot).current == "x1"
        await press(pilot, "M", "]", "]")
        assert reading_of(pilot).current == "x1"
        assert reading_of(pilot).analysis.facts
        await press(pilot, "M")
        assert reading_of(pilot).analysis.facts == ()


@pytest.mark.parametrize(
    ("key", "taken", "labels"),
    [("A", ("ann",), ("fact",)), ("B", ("ben",), ("doubtful",)),
     ("&", ("ann", "ben"), ("fact", "doubtful")), ("x", (), ())],
)  # fmt: skip
@piloted
async def test_one_key_decides_and_is_on_disk(
    path: Path, files: tuple[Path, Path], key: str, taken: tuple[str, ...], labels: tuple[str, ...]
) -> None:
    async with deciding(path, files) as pilot:
        await press(pilot, key)
        ruling = ruling_here(pilot)
        assert ruling is not None
        assert (ruling.taken, ruling.by) == (taken, "carol")
        assert "decided for" in screen_text(pilot)
        assert "1 of 2 open" in screen_text(pilot)
        tags = stored(path).tags
        assert [t.labels for t in tags if t.ruling and t.ruling.by] == [labels]
        assert len(tags) == 2  # and the one on which they agree
        await press(pilot, key)
        assert ruling_here(pilot) is None


@piloted
async def test_a_reason_is_asked_after_the_decision_and_kept(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files) as pilot:
        await press(pilot, "r")
        assert "Decide first" in told(pilot)[-1]
        await press(pilot, "A", "r", Words("called"), "enter")
        ruling = ruling_here(pilot)
        assert ruling is not None
        assert ruling.reason == "called"
        assert "decided for ann by carol: called" in screen_text(pilot)
        await press(pilot, "r", *"x", "escape", "B")
        ruling = ruling_here(pilot)
        assert ruling is not None
        assert (ruling.taken, ruling.reason) == (("ben",), "called")


@piloted
async def test_decisions_are_undone_and_resumed(path: Path, files: tuple[Path, Path]) -> None:
    async with deciding(path, files) as pilot:
        await press(pilot, "A", "]", "x", "u")
        assert "Undone: decided for neither" in told(pilot)[-1]
        await press(pilot, "q")
    async with deciding(path, files) as pilot:
        assert "1 of 2 open" in screen_text(pilot)


@pytest.mark.parametrize("key", ["C", "D"])
@piloted
async def test_a_seat_that_is_empty_is_said(path: Path, files: tuple[Path, Path], key: str) -> None:
    async with deciding(path, files) as pilot:
        await press(pilot, key)
        assert told(pilot)[-1] == "There are 2 answers: fact · doubtful"
        await press(pilot, "G", "A")
        assert "No disagreement here" in told(pilot)[-1]
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
@piloted
async def test_a_class_is_decided_by_what_its_members_say(
    path: Path, whole_class: tuple[Path, ...], size: tuple[int, int]
) -> None:
    async with deciding(path, whole_class, size) as pilot:
        text = screen_text(pilot)
        if size[1] >= 30:
            assert "press A   8: pupil 1, pupil 2, " in text
            assert "12 annotators · 2 of 2 open" in text
        assert "not decided yet" in text
        await press(pilot, "B")
        ruling = ruling_here(pilot)
        assert ruling is not None
        assert ruling.taken == ("pupil 0", "pupil 3", "pupil 6", "pupil 9")
        assert "decided for 4 annotators" in screen_text(pilot)


@piloted
async def test_compare_and_source_show_it_but_leave_the_decision_to_the_columns(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files) as pilot:
        await press(pilot, "enter")
        assert place(pilot) == "compare"
        assert "ann: fact" in screen_text(pilot)
        await press(pilot, "a")
        assert "columns" in told(pilot)[-1]
        await press(pilot, "escape", "o")
        assert place(pilot) == "source"
        assert "ann: fact" in screen_text(pilot)
    assert not path.exists()


@piloted
async def test_why_tells_labels_and_notes(path: Path, files: tuple[Path, Path]) -> None:
    async with deciding(path, files) as pilot:
        await press(pilot, "question_mark")
        text = " ".join(screen_text(pilot).split())
        assert "ben notes “ben has called the mayor”" in text


@piloted
async def test_annotators_who_agree_leave_nothing_to_decide(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, (files[0], files[0])) as pilot:
        assert "nothing to decide" in screen_text(pilot)
        await press(pilot, "]", "A")
        assert screen_of(pilot).contradiction() is None


@piloted
async def test_reading_the_articles_again_keeps_the_decisions(
    path: Path, files: tuple[Path, Path]
) -> None:
    async with deciding(path, files) as pilot:
        await press(pilot, "A")
        assert isinstance(pilot.app.screen, AdjudicateScreen)
        await press(pilot, "f5")
        assert reading_of(pilot).current in ("", "x1", "x2")
        assert "1 of 2 open" in screen_text(pilot)


def test_picture(
    snap_compare: Callable[..., bool],
    path: Path,
    files: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.view.parts.deciding.now", lambda: NOW)
    app = make_app(path, files)
    assert snap_compare(app, terminal_size=(120, 36), run_before=pressing("]", "A", "["))
