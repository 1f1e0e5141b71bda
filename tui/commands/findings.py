"""`analyse` and `report`: what is in a story, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui import workspace
from tui.commands.labels import meant
from tui.commands.output import Counter, emit, emit_json, narrate, narrate_problems
from tui.config import Config
from tui.errors import BadFile, NoStory
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.tag import Session
from tui.report.as_json import as_json
from tui.report.formats import Format, Reported, write
from tui.report.outline import outline
from tui.whereabouts import arranged, tag_places
from tui.workspace import SessionChoice


def analyse(paths: Sequence[Path], json: bool, config_file: Path | None) -> int:
    """Print the findings of a story: the whole contract as JSON, or a summary for people."""
    config = workspace.load_config(config_file)
    story, analysis = _compared(_read(paths, config), config)
    settings = config.settings
    if json:
        emit_json(as_json(story, analysis, settings.reading, settings.analysis))
    else:
        from tui.report.as_text import as_text

        found = settings.analysis
        emit(as_text(outline(story, analysis, found.possible, least=found.least), rows=False))
    return 0


def report(
    paths: Sequence[Path],
    format: Format,
    config_file: Path | None,
    choice: SessionChoice,
    labels: Sequence[str] = (),
) -> int:
    """Print a story with its findings and the reader's tags, row by row.

    With `labels` only the tags that carry one of them are listed.
    """
    config = workspace.load_config(config_file)
    story, analysis = _read(paths, config), Analysis()
    if format is not Format.CSV:  # the tags alone, which nothing found changes
        story, analysis = _compared(story, config)
    settings = config.settings
    desk = workspace.saved_desk(paths, story, choice)
    if desk is None:
        _say_whose(paths, choice, needed=bool(labels) or format is Format.CSV)
    # A misspelt label is an error even if there is no session.
    chosen = _with_labels(desk.session if desk else Session("", ""), labels)
    session = chosen if desk else None
    analysis = arranged(story, analysis, session)
    places = tag_places(story, session) if session else {}
    text = write(format, Reported(story, analysis, settings, session, places))
    if format is Format.JSON:
        emit_json(text)
    else:
        emit(text)
    return narrate_problems(desk.problems) if desk else 0


def _say_whose(paths: Sequence[Path], choice: SessionChoice, needed: bool) -> None:
    """Say that this reader has no tags, if somebody else has, or if they are `needed`."""
    from tui.session.store import annotator_name

    others: list[Path] = []
    if len(paths) == 1 and paths[0].is_dir():
        with suppress(BadFile):  # nobody has any
            others = workspace.session_files(paths)
    if others:
        names = ", ".join(path.name for path in others)
        whose = f"; --session FILE names whose to report: {names} in {others[0].parent}"
    else:
        whose = ""
    if others or needed:
        narrate(f"no tags by {annotator_name(choice.annotator)} on this story{whose}")


def _with_labels(session: Session, labels: Sequence[str]) -> Session:
    if not labels:
        return session
    wanted = meant(session, labels)
    return replace(session, tags=tuple(t for t in session.tags if wanted.intersection(t.labels)))


def _read(paths: Sequence[Path], config: Config) -> Story:
    """The story, its files that cannot be read told of. Raises NoStory where none can be."""
    story = workspace.read(paths, config.settings.reading)
    problems = [a.problem for a in story.articles if a.problem]
    if not story.readable:
        named = ", ".join(map(str, paths))
        why = " ".join(problems) or "there is nothing in it."
        raise NoStory(f"Nothing in {named} can be read: {why} Try: rashomon FOLDER")
    for problem in problems:
        narrate(problem)
    return story


def _compared(story: Story, config: Config) -> tuple[Story, Analysis]:
    """The story with its sentences, and what was found in it; progress is shown meanwhile."""
    counter = Counter()
    try:
        return workspace.analyse(story, config.settings.analysis, counter)
    finally:
        counter.clear()
