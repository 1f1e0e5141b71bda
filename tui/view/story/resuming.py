"""Where the reader is, to and from the session, which names files in place of articles."""

from __future__ import annotations

from tui.model.finding import Kind
from tui.model.tag import Place
from tui.page.filters import Certainty, Filter
from tui.page.marks import Show
from tui.view.story.open_story import Cursor, OpenStory
from tui.view.story.seen import Seen, column_names


def place_of(reading: OpenStory) -> Place:
    """Where the reader is and what they see, for the session."""
    cursor, chosen, names = reading.cursor, reading.chosen, column_names(reading.story)
    return Place(
        file=reading.story.by_id[cursor.article].file if cursor else "",
        offset=cursor.offset if cursor else 0,
        base=names.get(chosen.base, ""),
        hidden=tuple(names[i] for i in chosen.hidden if i in names),
        marks=reading.show.value,
        layout=chosen.layout,
        order=tuple(names[i] for i in chosen.columns if i in names),
        folds=("open",) * (not chosen.folded) + ("agreeing",) * chosen.agreeing_folded,
        certainty=reading.filter.certainty.value,
        kinds=tuple(reading.filter.kinds),
        blind=reading.filter.blind,
        seen=reading.seen.saved(),
        counts=reading.counts(),
    )


def resume(reading: OpenStory, place: Place) -> None:
    """Go to a saved place, as far as its files are still there."""
    chosen = reading.chosen
    ids = {name: id for id, name in column_names(reading.story).items()}
    chosen.base = ids.get(place.base, "")
    chosen.hidden = tuple(ids[name] for name in place.hidden if name in ids)
    if place.marks in set(Show):
        reading.show = Show(place.marks)
    chosen.layout = place.layout
    chosen.columns = tuple(ids[name] for name in place.order if name in ids)
    chosen.folded, chosen.agreeing_folded = "open" not in place.folds, "agreeing" in place.folds
    known = place.certainty in set(Certainty)
    kinds = tuple(Kind(kind) for kind in place.kinds if kind in set(Kind))
    certainty = Certainty(place.certainty) if known else Certainty.NORMAL
    reading.filter = Filter(certainty, kinds, place.blind)
    reading.seen = Seen(place.seen)
    for article in reading.story.articles:
        if article.file == place.file and article.paragraph_at(place.offset):
            reading.cursor = Cursor(article.id, place.offset)
