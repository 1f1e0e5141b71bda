"""Pictures of what lies over a page: choosing words, a claim in hand, cards, labels, questions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.page.story import STORY, A
from tests.view.golden import Picture
from tests.view.sample import NOW, desk_at, make_app
from tests.view.test_asking import CHANGED
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


STATES = {
    "choosing": ("j", "v", "o", "w", "w", "o", "w", "w"),
    "in-hand": ("equals_sign", "l"),
    "which-tag": ("e",),
    "card": ("i",),
    "labels": ("f2", "j", "r"),
    "colours": ("f2", "c"),
    "delete-label": ("f2", "backspace"),
}


@pytest.mark.parametrize("name", STATES)
def test_over_the_page(picture: Picture, worked: Path, name: str) -> None:
    app = make_app(worked)
    assert picture(app, (100, 32), *STATES[name])


@pytest.mark.parametrize(
    ("size", "theme"),
    [((80, 24), "rashomon-light"), ((160, 45), "rashomon-contrast"), ((60, 12), "rashomon-ansi")],
)
@pytest.mark.parametrize("name", ["choosing", "card"])
def test_sizes_and_themes(
    picture: Picture, worked: Path, name: str, size: tuple[int, int], theme: str
) -> None:
    app = make_app(worked, theme=theme)
    assert picture(app, size, *STATES[name])


QUESTIONS = {"asked": ("T",), "before-and-after": ("T", "d"), "notice": ("l", "j")}


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_asked(picture: Picture, worked: Path, name: str) -> None:
    app = make_app(worked, story=CHANGED)
    assert picture(app, (100, 32), *QUESTIONS[name])
