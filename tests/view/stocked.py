"""Folders and sessions that stand there before a test begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.page.story import STORY, A, B
from tests.view.sample import NOW, answering, desk_at, use
from tui.model.finding import Analysis
from tui.model.span import Span
from tui.model.tag import Confidence, Relation, Session, Status
from tui.session import edits, labels


@pytest.fixture
def worked(path: Path) -> Path:
    """A session with tags on whole sentences and on words, a note, a link, a coloured label."""
    desk = desk_at(path)

    def claim(article: str, words: str) -> edits.Claim:
        found = STORY.by_id[article]
        span = found.claim_at(found.text.index(words))
        assert span is not None
        return found, span

    twelve, nine = claim("A", "Twelve people"), claim("B", "Nine people")
    at = A.text.index("the harbour office said")
    part = Span(at, at + len("the harbour office said"))
    steps: tuple[Callable[[Session], edits.Edit], ...] = (
        lambda s: edits.toggle_label(s, *twelve, "fact", NOW),
        lambda s: edits.set_note(s, twelve, "Ask them.", Status.CHECKED, Confidence.HIGH, NOW),
        lambda s: edits.toggle_label(s, A, part, "unsourced", NOW),
        lambda s: edits.toggle_label(s, *nine, "check", NOW),
        lambda s: edits.tie(s, twelve, nine, Relation.CONTRADICTS, NOW),
        lambda s: labels.set_colour(s, "check", "secondary", NOW),
    )
    for step in steps:
        desk.apply(step(desk.session))
    desk.adopt(desk.save(desk.order()))
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two annotators who differ on two claims of A and B and agree on one of A."""
    made = []
    for name, given in (("ann", ("fact", "quote", "fact")), ("ben", ("doubtful", "quote", ""))):
        path = tmp_path / f"{name}.yaml"
        desk = desk_at(path)
        claims = ((A, A.paragraphs[1]), (A, A.paragraphs[3]), (B, B.paragraphs[1]))
        for (article, paragraph), label in zip(claims, given, strict=True):
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


@pytest.fixture
def six_stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six stories below the working folder, so that no path of this machine shows."""
    use(monkeypatch, answering(Analysis()))
    monkeypatch.chdir(tmp_path)
    names = ("Bridge closed for repairs", "Ferry strikes the pier", "Fire at the harbour",
             "Flood on the Ost", "School gets a new roof")  # fmt: skip
    for day, title in enumerate(names, 11):
        folder = Path("stories") / title.split()[0].lower()
        folder.mkdir(parents=True)
        (folder / "story.yaml").write_text(f"title: {title}\n")
        for file in "ab":
            text = f"May {day}, 2025\n\nThe {title.lower()} on Saturday.\n\nTwelve people saw it.\n"
            (folder / f"{file}.txt").write_text(text)
    (Path("stories") / "later").mkdir()
    (Path("stories") / "later" / "story.yaml").write_text("title: Later\n")
    (Path("stories") / "fire" / "sessions").mkdir()
    (Path("stories") / "fire" / "sessions" / "anna.yaml").write_text(
        'format: 1\nstory: "fire"\nannotator: "anna"\n'
        'place: {file: "a.txt", offset: 14, counts: "12 3 2 8"}\n'
        f'tags:\n- quote: "Twelve people saw it."\n  labels: ["fact"]\n  file: "a.txt"\n'
        f'  changed: "{NOW}"\n'
    )
    return Path("stories")
