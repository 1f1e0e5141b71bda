"""The one door to a story: both front ends get text, findings and tags here.

Reading, analysis and the session know nothing of each other; they meet here.
The analysis and its libraries are imported by the functions that need them, so
that opening a story to look at its text does not pay for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui import config, resources
from tui.config import Config
from tui.errors import BadFile, NoStory
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.settings import AnalysisSettings, ReadingSettings

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all."""


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
    story: Story, settings: AnalysisSettings, progress: Progress | None = None
) -> tuple[Story, Analysis]:
    """The story with its sentences, and what was found in it; in this process."""
    from tui.analysis.engine import analyse as find
    from tui.reading.story import split_sentences

    whole = split_sentences(story)
    return whole, find(whole, settings, progress)
