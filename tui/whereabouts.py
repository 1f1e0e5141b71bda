"""Where the words of tags, pins and the cursor stand in the texts as they are now.

A session knows passages by their words (`model.tag.Anchor`), since an article may have been
edited after it was tagged. Here they are looked up in a story that was just read. Where one
file holds several dispatches, these are articles over one text: the paragraphs tell to which
of them a passage belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.model.alignment import Wish
from tui.model.article import Article, Story
from tui.model.finding import Analysis, Mention
from tui.model.tag import Anchor, Session, Tag

if TYPE_CHECKING:
    from tui.session.anchor import Found


class Whereabouts(NamedTuple):
    """What became of the words of a tag in the texts as they are now."""

    article: str
    """Id of the article that holds or held them; empty when its file is not in the story."""
    found: Found

    @property
    def place(self) -> Mention | None:
        """Where the tag stands; None when that is not certain."""
        return Mention(self.article, self.found.span) if self.found.span else None


Known = dict[tuple[Anchor, str], Whereabouts]
"""Tags of one story that were looked up already, by their anchor and their `kept`."""


def find_tags(story: Story, session: Session, known: Known | None = None) -> dict[str, Whereabouts]:
    """Where each tag stands or may stand now, by the tag's id.

    A caller that asks again after each edit passes the same `known`: it saves looking up the
    tags that did not change. It must be of the same story; new answers are added to it.
    """
    known = {} if known is None else known
    files: dict[str, list[Article]] = {}
    for article in story.readable:
        files.setdefault(article.file, []).append(article)
    found: dict[str, Whereabouts] = {}
    for tag in session.tags:
        key = (tag.anchor, tag.kept)
        if key not in known:
            known[key] = _whereabouts(tag, files.get(tag.anchor.file, []))
        found[tag.id] = known[key]
    return found


def _whereabouts(tag: Tag, articles: Sequence[Article]) -> Whereabouts:
    """Where a tag stands in the `articles` of its file."""
    from tui.session.anchor import Found, State, find

    best = Whereabouts("", Found(State.ORPHAN, None, why=f"{tag.anchor.file} is not in the story"))
    for article in articles:
        found = find(tag.anchor, article)
        if found.state is not State.EXACT and tag.kept and tag.kept == article.sha256:
            why = "the text changed, and you left the tag with the words it had"
            return Whereabouts(article.id, Found(State.ORPHAN, None, why=why))
        if found.span and article.paragraph_at(found.span.start):
            return Whereabouts(article.id, found)
        first = next(iter(found.proposals), None)
        if not best.article or (first and article.paragraph_at(first.start)):
            best = Whereabouts(article.id, replace(found, span=None))
    return best


def tag_places(story: Story, session: Session) -> dict[str, Mention | None]:
    """Where each tag stands in the texts as they are now, by the tag's id.

    None for a tag whose words are gone, or are not certain to be found.
    """
    return {id: found.place for id, found in find_tags(story, session).items()}


def arranged(story: Story, analysis: Analysis, session: Session | None) -> Analysis:
    """The analysis with its rows as the reader pinned and split them.

    The same object where nothing is pinned. Pins whose words are gone, or are not certain to
    be found, have no effect until the words are back.
    """
    if session is None or not session.pins or not analysis.rows:
        return analysis
    from tui.analysis.alignment.arrange import arrange

    wishes = [
        Wish(place.article, place.span, pin.row)
        for pin in session.pins
        if (place := _place_of(story, pin.anchor)) is not None
    ]
    return replace(analysis, rows=arrange(analysis.rows, story, wishes, analysis.links))


def found_again(before: Story, now: Story, where: Mention) -> Mention | None:
    """Where the words at `where` of a story stand after it was read again; None if unsure."""
    from tui.session.anchor import anchor

    article = before.by_id.get(where.article)
    return _place_of(now, anchor(article, where.span)) if article else None


def _place_of(story: Story, wanted: Anchor) -> Mention | None:
    """Where the words of an anchor stand now; None when that is not certain."""
    from tui.session.anchor import find

    for article in story.readable:
        if article.file == wanted.file:
            span = find(wanted, article).span
            if span and article.paragraph_at(span.start):
                return Mention(article.id, span)
    return None
