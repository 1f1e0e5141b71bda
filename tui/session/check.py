"""`rashomon check`: everything that is wrong with a session file, for a list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.errors import BadFile
from tui.model.article import Article, Story
from tui.model.tag import Tag
from tui.session.anchor import State, find
from tui.session.book import Book
from tui.session.on_disk import open_book
from tui.session.problem import Problem, problem


def check(path: Path, story: Story | None = None) -> list[Problem]:
    """What is wrong in the session at `path`, by line; empty when all is well.

    With the `story` at hand also the tags whose words moved, changed or are
    gone, as warnings. A file that cannot be read gives one problem. A missing
    file is a problem too. Words of the file stand in messages in `repr` form.
    """
    try:
        book = open_book(path, story.name if story else "")
    except BadFile as error:
        return [problem(error)]
    if book is None:
        return [Problem(str(path), 1, 1, "there is no such file")]
    problems = list(book.problems)
    problems += _unresolved(book, str(path))
    if story is not None:
        problems += _misplaced(book, str(path), story)
    return sorted(problems)


def _unresolved(book: Book, file: str) -> list[Problem]:
    """Claims that two writers tagged differently, and ties to nowhere."""
    lines = _lines(book)
    known = book.session.tag_ids
    found = [
        Problem(file, lines.get(t.id, 1), 1, f"two writers differ: {words!r}", False)
        for t in book.session.tags
        for words in t.conflict
    ]
    for tie in book.session.ties:
        for end in (tie.a, tie.b):
            if end not in known:
                line = lines.get(f"{tie.a}+{tie.b}", 1)
                found.append(Problem(file, line, 1, f"a tie names no tag of this file: {end!r}"))
    return found


def _misplaced(book: Book, file: str, story: Story) -> list[Problem]:
    """Tags that do not stand where they stood in the articles of the story."""
    lines = _lines(book)
    problems = []
    for tag in book.session.tags:
        dispatches = [a for a in story.readable if a.file == tag.anchor.file]
        if words := _words(tag, dispatches):
            problems.append(Problem(file, lines.get(tag.id, 1), 1, words, False))
    return problems


def _words(tag: Tag, dispatches: Sequence[Article]) -> str:
    """What happened to the words of a tag in the articles of its file; empty if they are still
    there.
    """
    if not dispatches:
        return f"the story has no readable file {tag.anchor.file!r}"
    answers = [(article, find(tag.anchor, article)) for article in dispatches]
    # Two dispatches of one file share its text; the passage tells which is meant.
    held = (f for a, f in answers if f.span and a.paragraph_at(f.span.start))
    found = next(held, answers[0][1])
    if found.state is State.EXACT:
        return ""
    what = "not found" if found.state is State.ORPHAN else found.state.value
    return f"{what}: {tag.anchor.quote[:60]!r}: {found.why}"


def _lines(book: Book) -> dict[str, int]:
    """Where each entry begins."""
    return {i.name: i.line for s in book.layout.sections for i in s.items}
