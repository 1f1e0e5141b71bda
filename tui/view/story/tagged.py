"""Where the tags of a session stand in the texts as they are now, and which of them ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui import whereabouts
from tui.model.article import Story
from tui.model.finding import Mention
from tui.model.span import Span
from tui.model.tag import Session, Tag

if TYPE_CHECKING:
    from tui.page.asks import Ask
    from tui.whereabouts import Whereabouts


class Tagged:
    """Of one story and one session; a new one after every change of either.

    What was found out of a tag that stayed is taken over from the one before.
    """

    def __init__(self, story: Story, session: Session, before: Tagged | None = None) -> None:
        self.story, self.session = story, session
        same = before is not None and before.story is story
        self._known: whereabouts.Known = before._known if before and same else {}

    @cached_property
    def finds(self) -> Mapping[str, Whereabouts]:
        """What became of the words of each tag, by its id."""
        if not self.session.tags:
            return {}
        return whereabouts.find_tags(self.story, self.session, self._known)

    @cached_property
    def places(self) -> Mapping[str, Mention | None]:
        """Where each tag stands, by its id; None when its words are gone."""
        return {id: found.place for id, found in self.finds.items()}

    @cached_property
    def asking(self) -> Mapping[str, Mention]:
        """Where tags may stand whose words or surroundings changed, by id: the reader is asked."""
        asked: dict[str, Mention] = {}
        for id, where in self.finds.items():
            if where.found.state in ("moved", "changed") and (spans := _spans(where)):
                asked[id] = Mention(where.article, spans[0])
        return asked

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Tags that need the reader's word, by their place; then those that have none."""
        from tui.page.asks import Ask, Kind

        found: list[Ask] = []
        for tag in self.session.tags:
            where = self.finds[tag.id]
            places = _spans(where)
            if tag.conflict:
                found.append(Ask(tag, Kind.TWO_WAYS, where.article, places))
            elif where.found.state != "exact":
                kind = Kind(where.found.state) if places else Kind.GONE
                found.append(Ask(tag, kind, where.article, places, where.found.why))
        return tuple(sorted(found, key=lambda ask: ask.kind is Kind.GONE))

    @cached_property
    def by_article(self) -> Mapping[str, Sequence[tuple[Span, Tag]]]:
        """Where the tags of each article stand, in the order of the text, the longer first."""
        found: dict[str, list[tuple[Span, Tag]]] = {}
        for tag in self.session.tags:
            if place := self.places.get(tag.id):
                found.setdefault(place.article, []).append((place.span, tag))
        for listed in found.values():
            listed.sort(key=lambda t: (t[0].start, -t[0].end, t[1].id))
        return found

    def on(self, article: str, claim: Span) -> list[tuple[Span, Tag]]:
        """All tags on words of a claim: its own first, then in the order of the text."""
        listed = (t for t in self.by_article.get(article, ()) if t[0].overlaps(claim))
        return sorted(listed, key=lambda t: t[0] != claim)

    def asked_on(self, article: str, claim: Span) -> list[tuple[Tag, Whereabouts]]:
        """The tags that may stand on a claim and ask, because their article was edited."""
        ids = {
            id
            for id, there in self.asking.items()
            if there.article == article and there.span.overlaps(claim)
        }
        return [(t, self.finds[t.id]) for t in self.session.tags if t.id in ids] if ids else []


def _spans(where: Whereabouts) -> tuple[Span, ...]:
    """Where the words stand or may stand, likeliest first."""
    spans = (where.found.span, *where.found.proposals)
    return tuple(dict.fromkeys(span for span in spans if span))
