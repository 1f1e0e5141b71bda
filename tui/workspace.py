"""The one door to a story: both front ends get text, findings and tags here.

Reading, analysis and the session know nothing of each other; they meet here.
The analysis and its libraries are imported by the functions that need them, so
that opening a story to look at its text does not pay for them.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui import config, resources
from tui.config import Config
from tui.errors import BadFile, NoStory, RashomonError
from tui.model.alignment import Wish
from tui.model.article import Article, Story
from tui.model.clean import visible
from tui.model.finding import Analysis, Mention
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.model.tag import Anchor, Place, Session, Tag

if TYPE_CHECKING:
    from tui.analysis.compared.pair import Comparison
    from tui.model.shelf import StoryCard
    from tui.session.anchor import Found
    from tui.session.desk import Desk
    from tui.session.problem import Problem
    from tui.team.panel import Panel

Progress = Callable[[str, int, int], None]
"""Called with words for the reader, steps done and steps in all."""


def quiet(words: str, done: int, steps: int) -> None:
    """Progress that nobody wants to see."""


class SessionChoice(NamedTuple):
    """Which session file the reader asked for; None means the usual one."""

    file: Path | None = None
    annotator: str | None = None


def load_config(path: Path | None = None) -> Config:
    """The settings of the file at `path`, or of the user's own file if there is one.

    Raises BadFile for a wrong word or a named file that does not exist.
    """
    if path is None:
        return config.load(resources.config_folder() / "config.yaml")
    if not path.is_file():
        what = "a folder, not a file of settings" if path.is_dir() else "no such file"
        raise BadFile(str(path), f"{what}; `rashomon config` prints one to start from")
    return config.load(path)


def sample() -> Path:
    """The folder of the first story that is shipped with the program."""
    seeds = resources.shipped("seeds")
    if seeds.is_dir():
        for folder in sorted(seeds.iterdir()):
            if folder.is_dir():
                return folder
    raise NoStory("Name a story: rashomon FOLDER, or rashomon FILE.txt FILE.html")


def read(paths: Sequence[Path], settings: ReadingSettings, beginnings: bool = False) -> Story:
    """The story as it is first shown, its sentences not yet split. Raises NoStory.

    With `beginnings` long files have only their first paragraphs (`Story.whole`).
    """
    from tui.reading.story import read_story

    return read_story(paths, settings, beginnings)


def with_sentences(story: Story) -> Story:
    """The story with its sentences, which are its claims."""
    from tui.reading.story import split_sentences

    return split_sentences(story)


def panel(files: Sequence[Path], story: Story | None) -> Panel:
    """The annotators whose sessions are in `files`, in their order.

    `story` has its sentences (`with_sentences`); without one only the tagged
    passages can be compared. Raises BadFile for a file that cannot be read in
    full, since its figures would be wrong.
    """
    from tui.session.whole import whole_book
    from tui.team.panel import Annotator, Panel, seat, stated_places

    read = [(str(path), whole_book(path).session) for path in files]
    return Panel(
        tuple(
            Annotator(name, file, session,
                      tag_places(story, session) if story else stated_places(session))
            for name, file, session in seat(read)
        ),
        story,
    )  # fmt: skip


def analyse(
    story: Story, settings: AnalysisSettings, progress: Progress = quiet
) -> tuple[Story, Analysis]:
    """The story with its sentences, and what was found in it; in this process."""
    from tui.analysis.engine import analyse as find
    from tui.reading.story import split_sentences

    with _no_collection():
        whole = split_sentences(story)
        return whole, find(whole, settings, progress)


def arranged(story: Story, analysis: Analysis, session: Session | None) -> Analysis:
    """The analysis with its rows as the reader pinned and split them.

    The same object where nothing is pinned. Pins whose words are gone, or are
    not certain to be found, wait until they are back.
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


def file_states(story: Story) -> dict[str, tuple[int, int] | None]:
    """Time of change and size of each file of a story; None for one that is not there.

    Of an article's file as it is named in the story.
    """
    states: dict[str, tuple[int, int] | None] = {}
    for article in story.articles:
        try:
            found = os.stat(os.path.join(story.root, article.file))
        except (OSError, ValueError):
            states[article.file] = None
        else:
            states[article.file] = (found.st_mtime_ns, found.st_size)
    return states


def edited_files(story: Story) -> frozenset[str]:
    """The files of a story whose bytes are others now than those that were read.

    As `file_states` names them. What cannot be read now is not among them.
    """
    edited = set()
    for article in story.readable:
        with suppress(OSError, ValueError):
            path = os.path.join(story.root, article.file)
            with open(path, "rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != article.sha256:
                    edited.add(article.file)
    return frozenset(edited)


def _place_of(story: Story, wanted: Anchor) -> Mention | None:
    """Where the words of an anchor stand now; None when that is not certain."""
    from tui.session.anchor import find

    for article in story.readable:
        # Two dispatches of one file share its text; the passage tells which.
        if article.file == wanted.file:
            span = find(wanted, article).span
            if span and article.paragraph_at(span.start):
                return Mention(article.id, span)
    return None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the collector of cycles: the analysis makes none, but millions of values.

    Walking through those again and again took a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def compare(
    a: str, b: str, a_date: date | None, b_date: date | None, settings: AnalysisSettings
) -> Comparison:
    """What relates two sentences, each with the day its article was published."""
    from tui.analysis.compared.pair import compare as relate

    return relate(a, b, a_date, b_date, settings)


def open_desk(
    paths: Sequence[Path], name: str, choice: SessionChoice, passing: bool = False
) -> Desk:
    """The reader's session on the story at `paths`, by its name; nothing is written yet.

    Of a `passing` one nothing is kept, not even where the reader stopped.
    """
    from tui.session.desk import Desk
    from tui.session.store import annotator_name

    data = resources.data_folder()
    annotator = annotator_name(choice.annotator)
    places = None if passing else data / "places"
    return Desk.open(session_file(paths, choice), name, annotator, data / "rescue", now, places)


def now() -> str:
    """The time as sessions keep it: ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def saved_desk(paths: Sequence[Path], story: Story, choice: SessionChoice) -> Desk | None:
    """The reader's session if there is a file of it, else None.

    Raises BadFile if a file was asked for that does not exist.
    """
    path = session_file(paths, choice)
    if path.exists():
        return open_desk(paths, story.name, choice)
    if choice.file is not None:
        raise BadFile(str(path), "no such session file")
    return None


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
"""What is known of one story's tags, by anchor and `kept`, so that an edit asks for few anew."""


def find_tags(story: Story, session: Session, known: Known | None = None) -> dict[str, Whereabouts]:
    """Where each tag stands or may stand now, by the tag's id.

    `known` is filled, and asked first; it must be of the same story.
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
    from tui.session.anchor import Found, State, find

    best = Whereabouts("", Found(State.ORPHAN, None, why=f"{tag.anchor.file} is not in the story"))
    for article in articles:
        # Two dispatches of one file share its text; the passage tells which.
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


def session_file(paths: Sequence[Path], choice: SessionChoice) -> Path:
    """Where the tags on the story at `paths` are kept; the file need not exist.

    The file asked for; else below the story's folder; else, where that cannot
    be written or files were named one by one, in the user's data folder.
    Raises BadFile where a folder was named for the file.
    """
    from tui.session.store import FOLDER, annotator_name, folder_name, safe_name, session_path

    if choice.file and choice.file.is_dir():
        raise no_session_file(choice.file)
    annotator, data = annotator_name(choice.annotator), resources.data_folder()
    folder = paths[0] if len(paths) == 1 and paths[0].is_dir() else None
    if choice.file or (folder and not resources.is_installed(folder)):
        return session_path(folder, annotator, choice.file, data)
    # The next installation would take tags beside a shipped story away, and
    # files named one by one have no folder of their own: both by their paths.
    name = folder_name(folder or paths[0].parent, paths)
    return data / FOLDER / name / f"{safe_name(annotator)}.yaml"


def story_folders(folder: Path, around: bool = False) -> tuple[Path, ...]:
    """The stories in a folder of stories, sorted by name; empty where it is a story itself,
    unless it is known to stand `around` one."""
    from tui.reading.files import story_folders as find

    return find(folder, around)


def story_card(folder: Path, settings: ReadingSettings, choice: SessionChoice) -> StoryCard:
    """A story at a glance: its files are read, nothing is compared or written. Never raises."""
    from tui.model.shelf import StoryCard
    from tui.session.summary import summary

    name = visible(folder.name)
    card = StoryCard(str(folder), name, True)
    path = session_file([folder], SessionChoice(None, choice.annotator))
    try:
        others = [p for p in path.parent.glob("*.yaml") if p != path]
        worked = summary(path, len(others))
        story = read([folder], settings, beginnings=True)
    except (RashomonError, OSError) as error:
        # The way out that the sentence names belongs to the command line.
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
    return card._replace(work=worked[0], place=_stopped(story, worked[1])) if worked else card


def _stopped(story: Story, place: Place) -> str:
    """The words at the place where the reader stopped; empty when its file is gone."""
    for article in story.readable:
        if article.file == place.file and place.offset < len(article.text):
            words = " ".join(article.text[place.offset : place.offset + 300].split("\n")[0].split())
            return f"{article.id} “{words}”" if words else ""
    return ""


def no_session_file(path: Path) -> BadFile:
    """Why a path is no session, with the sessions below it where it is a folder."""
    from tui.session.store import FOLDER

    if not path.is_dir():
        return BadFile(str(path), "no such session file")
    inside = sorted((*path.glob("*.yaml"), *path.glob(f"{FOLDER}/*.yaml")))
    sessions = [p for p in inside if p.name != "story.yaml"]
    names = f"one of {', '.join(map(str, sessions))}" if sessions else f"FOLDER/{FOLDER}/NAME.yaml"
    return BadFile(str(path), f"a folder, not a session file; name {names}")


def check_session(path: Path, settings: ReadingSettings) -> list[Problem]:
    """What is wrong in the session file at `path`, in its order.

    Where the file lies below its story, the tags are looked up in the texts
    as well. Raises BadFile if there is no such file.
    """
    if not path.is_file():
        raise no_session_file(path)
    from tui.session.check import check
    from tui.session.store import FOLDER

    story = None
    if path.resolve().parent.name == FOLDER:
        with suppress(NoStory):
            story = read([path.resolve().parent.parent], settings)
    return check(path, story)
