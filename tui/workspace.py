"""The one door to a story: both front ends get text, findings and tags here.

Reading, analysis and the session know nothing of each other; they meet here.
The analysis and its libraries are imported by the functions that need them, so
that opening a story to look at its text does not pay for them.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tui import config, resources
from tui.config import Config
from tui.errors import BadFile, NoStory
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.model.tag import Session

if TYPE_CHECKING:
    from tui.analysis.pair import Verdict as PairVerdict
    from tui.session.desk import Desk
    from tui.session.problem import Problem

Progress = Callable[[str, int, int], None]
"""Called with words for the reader, steps done and steps in all."""


def quiet(words: str, done: int, steps: int) -> None:
    """Progress that nobody wants to see."""


@dataclass(frozen=True, slots=True)
class SessionChoice:
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
        raise BadFile(str(path), "no such file; `rashomon config` prints one to start from")
    return config.load(path)


def sample() -> Path:
    """The folder of the first story that is shipped with the program."""
    seeds = resources.shipped("seeds")
    if seeds.is_dir():
        for folder in sorted(seeds.iterdir()):
            if folder.is_dir():
                return folder
    raise NoStory("Name a story: rashomon FOLDER, or rashomon FILE.txt FILE.html")


def read(paths: Sequence[Path], settings: ReadingSettings) -> Story:
    """The story as it is first shown, its sentences not yet split. Raises NoStory."""
    from tui.reading.story import read_story

    return read_story(paths, settings)


def analyse(
    story: Story, settings: AnalysisSettings, progress: Progress = quiet
) -> tuple[Story, Analysis]:
    """The story with its sentences, and what was found in it; in this process."""
    from tui.analysis.engine import analyse as find
    from tui.reading.story import split_sentences

    whole = split_sentences(story)
    return whole, find(whole, settings, progress)


def compare(
    a: str, b: str, a_date: date | None, b_date: date | None, settings: AnalysisSettings
) -> PairVerdict:
    """What relates two sentences, each with the day its article was published."""
    from tui.analysis.pair import compare as relate

    return relate(a, b, a_date, b_date, settings)


def open_desk(paths: Sequence[Path], story: Story, choice: SessionChoice) -> Desk:
    """The reader's session on the story at `paths`; nothing is written yet."""
    from tui.session.desk import Desk

    annotator = choice.annotator or _login()
    return Desk.open(
        session_file(paths, choice), story.name, annotator, _elsewhere(paths, annotator)
    )


def saved_session(paths: Sequence[Path], story: Story, choice: SessionChoice) -> Session | None:
    """The reader's session if there is a file of it, else None."""
    if not session_file(paths, choice).exists():
        return None
    return open_desk(paths, story, choice).session


def session_file(paths: Sequence[Path], choice: SessionChoice) -> Path:
    """Where the tags on the story at `paths` are kept; the file need not exist.

    The file asked for; else `sessions/ANNOTATOR.yaml` in the story's folder;
    else, where that cannot be written or files were named one by one, a file
    in the user's data folder.
    """
    if choice.file is not None:
        return choice.file
    annotator = choice.annotator or _login()
    if len(paths) == 1 and paths[0].is_dir() and _may_write(paths[0]):
        return paths[0] / "sessions" / _file_name(annotator)
    return _elsewhere(paths, annotator)


def _elsewhere(paths: Sequence[Path], annotator: str) -> Path:
    places = sorted(str(path.resolve()) for path in paths)
    mark = hashlib.sha256("\0".join(places).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    name = paths[0].resolve().name if len(paths) == 1 else paths[0].resolve().parent.name
    folder = resources.data_folder() / "sessions" / f"{_plain(name)}-{mark}"
    return folder / _file_name(annotator)


def _may_write(folder: Path) -> bool:
    """Shipped stories are left alone: the next installation would take the tags away."""
    if resources.is_installed(folder):
        return False
    sessions = folder / "sessions"
    return os.access(sessions if sessions.is_dir() else folder, os.W_OK)


def _file_name(annotator: str) -> str:
    return f"{_plain(annotator)}.yaml"


def _plain(name: str) -> str:
    """`name` as part of a file name that every system and git accept."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:60] or "reader"


def _login() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):  # an account without a name, as in many containers
        return "reader"


def check_session(path: Path) -> tuple[Problem, ...]:
    """What is wrong in the session file at `path`, in its order.

    Raises BadFile if there is no such file.
    """
    from tui.session.check import check

    if not path.is_file():
        raise BadFile(str(path), "no such session file")
    return check(path)
