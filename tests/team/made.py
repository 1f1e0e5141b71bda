"""Small panels to test with."""

from __future__ import annotations

from tests.session.making import FIRE, NOW, claim
from tui.model.article import Article, Story
from tui.model.finding import Mention
from tui.model.span import Span
from tui.model.tag import Session
from tui.session.edits import toggle_label
from tui.team.panel import Annotator, Panel, stated_places

STORY = Story("fire", "Fire", (FIRE,))


def labelled(name: str, labels: dict[int | Span, str], of: Article = FIRE) -> Session:
    """A session in which these sentences (from 1), or stretches, have these labels."""
    made = Session("fire", name)
    for where, words in labels.items():
        span = claim(of, where) if isinstance(where, int) else where
        for label in words.split():
            made = toggle_label(made, of, span, label, NOW).session
    return made


def annotator(name: str, labels: dict[int | Span, str], story: Story | None = STORY) -> Annotator:
    session = labelled(name, labels)
    places = dict(stated_places(session))
    if story:
        places = {
            id: Mention(story.articles[0].id, m.span) if m else None for id, m in places.items()
        }
    return Annotator(name, f"sessions/{name}.yaml", session, places)


def panel(story: Story | None = STORY, **people: dict[int | Span, str]) -> Panel:
    """`panel(ann={1: "fact"}, ben={1: "fact doubtful"})`."""
    return Panel(tuple(annotator(n, labels, story) for n, labels in people.items()), story)
