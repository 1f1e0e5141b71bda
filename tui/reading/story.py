"""The entry to this package: reads paths into a Story, and splits a Story into sentences."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tui.errors import NoStory
from tui.model.article import Article, Story
from tui.model.settings import ReadingSettings
from tui.reading.characters import inert
from tui.reading.files import STORY_FILE, find_files, shown, shown_list
from tui.reading.one_file import long, read_file
from tui.reading.origin import with_inferred_dates
from tui.reading.story_file import StoryFile, read_story_file

BEGINNING = 20_000
"""Of a long file, so many characters are laid out before its text is first shown."""


def read_story(paths: Sequence[Path], settings: ReadingSettings, beginnings: bool = False) -> Story:
    """One folder, or files named one by one, as a story whose sentences are not split yet.

    Articles stand in the order of the files. A file that cannot be read is an
    article with a `problem`. With `beginnings`, long files have only their first
    paragraphs (their text and its hash are whole), and `Story.whole` is False if
    there is such a file. Raises NoStory if there is nothing to read, and
    BadFile for a mistake in `story.yaml`.
    """
    most = BEGINNING if beginnings else None
    if not paths:
        raise NoStory("No story was named. Try: rashomon FOLDER, or rashomon FILE.txt FILE.html")
    if len(paths) == 1 and paths[0].is_dir():
        return _folder(paths[0], settings, most)
    missing = [path for path in paths if not path.exists() and not path.is_symlink()]
    if len(missing) == len(paths):
        names = shown_list([str(path) for path in missing])
        raise NoStory(f"There is no file or folder {names}. Try: rashomon FOLDER")
    if all(path.is_dir() for path in paths):
        raise NoStory(
            f"{shown_list([str(path) for path in paths])} are folders, and a story is one. "
            "Try: rashomon FOLDER, with the folder of one story or of several"
        )
    named = [(path, shown(path)) for path in paths]
    articles = _articles(named, settings, StoryFile(), most)
    name = shown(_name(paths[0].absolute().parent))
    return Story(name, _title(articles, name), tuple(articles), whole=_whole(articles, most))


def split_sentences(story: Story) -> Story:
    """The same story with the sentences of every paragraph; imports nupunkt (60 ms)."""
    from tui.reading import sentences

    return sentences.split_sentences(story)


def _folder(folder: Path, settings: ReadingSettings, most: int | None) -> Story:
    files, notes = find_files(folder)
    said = StoryFile()
    story_file = folder / STORY_FILE
    if os.path.lexists(story_file):
        said = read_story_file(story_file, [shown(path.name) for path in files])
    kept = [path for path in files if shown(path.name) not in said.leave_out]
    if not kept:
        raise NoStory(
            f"{shown(story_file)} leaves out every article of {shown(folder)}. "
            "Shorten its leave-out list"
        )
    if said.leave_out:
        notes = [*notes, f"Left out by {STORY_FILE}: {shown_list(said.leave_out)}."]
    articles = _articles([(path, shown(path.name)) for path in kept], settings, said, most)
    name = shown(_name(folder))
    title = inert(said.title)[0] if said.title else _title(articles, name)
    whole = _whole(articles, most)
    return Story(name, title, tuple(articles), shown(folder), tuple(notes), whole)


def _articles(
    named: Sequence[tuple[Path, str]],
    settings: ReadingSettings,
    said: StoryFile,
    most: int | None,
) -> list[Article]:
    articles: list[Article] = []
    for place, (path, file) in enumerate(named):
        articles += read_file(path, file, letter(place), settings, said, most)
    return with_inferred_dates(articles, settings.day_first)


def _whole(articles: Sequence[Article], most: int | None) -> bool:
    return most is None or not any(long(article.text, most) for article in articles)


def _name(folder: Path) -> str:
    # `resolve` raises for a link loop; the name as given serves as well.
    try:
        return folder.resolve().name or str(folder)
    except (OSError, RuntimeError):
        return folder.name


def _title(articles: Sequence[Article], name: str) -> str:
    return next((article.title for article in articles if article.title), name)


def letter(place: int) -> str:
    """A, B … Z, AA, AB … for places from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
