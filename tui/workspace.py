"""The one entry to a story: both front ends get text, findings and tags here.

`reading`, `analysis` and `session` know nothing of each other; they are combined here. The
analysis and its libraries are imported inside the functions that need them, so that showing the
text of a story does not wait for them.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui import config, resources, yamlfile
from tui.config import Config
from tui.errors import BadFile, NoStory
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.progress import Progress, quiet
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.ordinary import open_ordinary

if TYPE_CHECKING:
    from tui.analysis.compared.pair import Comparison
    from tui.session.desk import Desk
    from tui.session.problem import Problem
    from tui.team.panel import Panel


class SessionChoice(NamedTuple):
    """Which session file the reader asked for; None means the usual one."""

    file: Path | None = None
    annotator: str | None = None


# -- settings ------------------------------------------------------------------


def load_config(path: Path | None = None) -> Config:
    """The settings of the file at `path`; None means the user's own file, which need not exist.

    Raises BadFile for a wrong word and for a file that cannot be read.
    """
    file = path or resources.config_folder() / "config.yaml"
    if path is None and not os.path.lexists(file):
        return Config()
    try:
        return config.read(yamlfile.read(file))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise BadFile(str(file), f"{why}; `rashomon config` prints one to start from") from None


# -- the texts -----------------------------------------------------------------


def sample() -> Path:
    """The folder of the first story that is shipped with the program."""
    seeds = resources.shipped("seeds")
    if seeds.is_dir():
        for folder in sorted(seeds.iterdir()):
            if folder.is_dir():
                return folder
    raise NoStory("Name a story: rashomon FOLDER, or rashomon FILE.txt FILE.html")


def read(paths: Sequence[Path], settings: ReadingSettings, beginnings: bool = False) -> Story:
    """The story as it is first shown, not yet split into sentences. Raises NoStory, BadFile.

    With `beginnings`, long files have only their first paragraphs (`Story.whole`).
    """
    from tui.reading.story import read_story

    return read_story(paths, settings, beginnings)


def with_sentences(story: Story) -> Story:
    """The story split into sentences, which are its claims."""
    from tui.reading.story import split_sentences

    return split_sentences(story)


def file_states(story: Story) -> dict[str, tuple[int, int] | None]:
    """File name, as in the story → time of change (ns) and size; None if the file is not there."""
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
    """The files of a story whose bytes have changed since they were read, by their names in it.

    Files that cannot be read now are not among them.
    """
    edited = set()
    for article in story.readable:
        path = Path(story.root, article.file)
        with suppress(OSError, ValueError), open_ordinary(path) as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != article.sha256:
                edited.add(article.file)
    return frozenset(edited)


# -- what is found in them -----------------------------------------------------


def analyse(
    story: Story, settings: AnalysisSettings, progress: Progress = quiet
) -> tuple[Story, Analysis]:
    """The story with its sentences, and what was found in it; in this process."""
    from tui.analysis.engine import analyse as find
    from tui.reading.story import split_sentences

    with _no_collection():
        whole = split_sentences(story)
        return whole, find(whole, settings, progress)


def compare(a: str, b: str, a_date: date | None, b_date: date | None) -> Comparison:
    """What relates two sentences, each with the day its article was published."""
    from tui.analysis.compared.pair import compare as relate

    return relate(a, b, a_date, b_date)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the garbage collector.

    The analysis creates millions of values but no reference cycles; scanning them again and
    again took a quarter of its time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# -- sessions on them ----------------------------------------------------------


def open_desk(
    paths: Sequence[Path], name: str, choice: SessionChoice, passing: bool = False
) -> Desk:
    """The reader's session on the story at `paths`, by its name; nothing is written yet.

    Of a `passing` one nothing is kept, not even where the reader stopped.
    """
    from tui.session.desk import Desk
    from tui.session.store import annotator_name

    rescue = resources.data_folder() / "rescue"
    annotator = annotator_name(choice.annotator)
    places = None if passing else places_folder()
    return Desk.open(session_file(paths, choice), name, annotator, rescue, now, places)


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


def panel(files: Sequence[Path], story: Story | None) -> Panel:
    """The annotators whose sessions are in `files`, in their order.

    A folder stands for the sessions in it. `story` has its sentences (`with_sentences`); without
    one only the tagged passages can be compared. Raises BadFile for a file that cannot be read
    in full, since its figures would be wrong.
    """
    from tui.session.whole import whole_book
    from tui.team.panel import Annotator, Panel, annotating, seat, stated_places
    from tui.whereabouts import tag_places

    sessions = [(str(path), whole_book(path).session) for path in session_files(files)]
    sessions, decided = annotating(sessions)
    return Panel(
        tuple(
            Annotator(name, file, session,
                      tag_places(story, session) if story else stated_places(session))
            for name, file, session in seat(sessions)
        ),
        story,
        decided,
    )  # fmt: skip


def places_folder() -> Path:
    """Where it is noted at which place a reader stopped who changed nothing."""
    return resources.data_folder() / "places"


def now() -> str:
    """The current time as sessions store it: ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


# -- where sessions are --------------------------------------------------------


def session_file(paths: Sequence[Path], choice: SessionChoice) -> Path:
    """Where the tags on the story at `paths` are kept; the file need not exist.

    The file asked for, or one below the story's folder. If that cannot be written, or if files
    were named one by one, it is in the user's data folder. Raises BadFile if a folder was named
    instead of a file.
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


def session_files(paths: Sequence[Path]) -> list[Path]:
    """The session files at `paths`: a folder stands for those in it, or in its `sessions`.

    Raises BadFile for a folder without any.
    """
    found: list[Path] = []
    for path in paths:
        inside = _sessions_below(path) if path.is_dir() else [path]
        if not inside:
            raise no_session_file(path)
        found += inside
    return found


def no_session_file(path: Path) -> BadFile:
    """The error for a path that is no session; for a folder it lists the sessions below it."""
    from tui.session.store import FOLDER

    if not path.is_dir():
        return BadFile(str(path), "no such session file")
    sessions = _sessions_below(path)
    names = f"one of {', '.join(map(str, sessions))}" if sessions else f"FOLDER/{FOLDER}/NAME.yaml"
    return BadFile(str(path), f"a folder, not a session file; name {names}")


def _sessions_below(folder: Path) -> list[Path]:
    from tui.reading.files import STORY_FILE
    from tui.session.store import FOLDER

    # Among sessions, a file of that name is the session of an annotator called so.
    other = "" if folder.resolve().name == FOLDER else STORY_FILE
    beside = (path for path in folder.glob("*.yaml") if path.name != other)
    return sorted((*beside, *folder.glob(f"{FOLDER}/*.yaml")))
