"""The stories of a folder, each as a card: what it is about and how far its reader got.

Apart from `workspace`, which opens one story: a card is made from the first lines of the
articles and from the session file, and a story that cannot be opened has one, too.
"""

from __future__ import annotations

from pathlib import Path

from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.clean import visible
from tui.model.settings import ReadingSettings
from tui.model.shelf import StoryCard, Work
from tui.model.tag import Place
from tui.workspace import SessionChoice, places_folder, read, session_file


def story_folders(folder: Path, around: bool = False) -> tuple[Path, ...]:
    """The folders in `folder` that are stories, sorted by name.

    Empty when `folder` holds articles and so is a story itself. With `around` the caller
    knows that it stands around a story, and its own articles do not matter.
    """
    from tui.reading.files import story_folders as find

    return find(folder, around)


def story_card(folder: Path, settings: ReadingSettings, choice: SessionChoice) -> StoryCard:
    """The card of one story: its files are read, nothing is compared or written. Never raises."""
    name = visible(folder.name)
    card = StoryCard(str(folder), name, True)
    try:
        worked = _worked(folder, choice)
        story = read([folder], settings, beginnings=True)
    except (RashomonError, OSError) as error:
        # Behind "Try:" stands a command line, which is no help in a list on the screen.
        why, _, _ = visible(str(error)).removeprefix(f"{folder} ").partition(". Try:")
        return card._replace(title=name, problem=why)
    days = sorted(a.published for a in story.articles if a.published)
    card = card._replace(
        title=story.title,
        articles=len(story.readable),
        unreadable=len(story.articles) - len(story.readable),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
    if not story.readable:
        card = card._replace(problem="none of its files can be read")
    return card._replace(work=worked[0], place=_stopped(story, worked[1]))


def _worked(folder: Path, choice: SessionChoice) -> tuple[Work | None, Place]:
    """What the reader's session on a story tells, None where there is none; and the last place."""
    from tui.session.bookmark import Bookmark
    from tui.session.store import ADJUDICATED
    from tui.session.summary import summary

    path = session_file([folder], SessionChoice(None, choice.annotator))
    others = [p for p in path.parent.glob("*.yaml") if p != path and p.stem != ADJUDICATED]
    work, saved = summary(path, len(others)) or (None, Place())
    return work, Bookmark.of(places_folder(), path).place(saved)


def _stopped(story: Story, place: Place) -> str:
    """The article and the words at which the reader stopped; empty when the file is gone."""
    of_file = [a for a in story.readable if a.file == place.file and place.offset < len(a.text)]
    if not of_file:
        return ""
    # Several dispatches of one file share its text; the last to begin before the place holds it.
    begun = [a for a in of_file if a.paragraphs and a.paragraphs.starts[0] <= place.offset]
    article = begun[-1] if begun else of_file[0]
    words = " ".join(article.text[place.offset : place.offset + 300].split("\n")[0].split())
    return f"{article.id} “{words}”" if words else ""
