"""Runs the analysis in a process of its own, so that no key ever waits for it.

`python -m tui.worker` reads one request from standard input and writes framed messages to
standard output: progress while it works, then the answer. A frame is its length (8 bytes, big
endian) and a pickle. Both ends are this module, so only our own values are ever unpickled. A
pickle is in memory twice while it is read, and a long story is most of the memory the program
needs. So the story is sent one article per frame, no text is sent back, and the findings come
in portions.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import struct
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, BinaryIO

from tui import workspace
from tui.errors import RashomonError
from tui.model.article import Article, Paragraphs, Story
from tui.model.finding import Analysis
from tui.model.progress import Progress, quiet
from tui.model.settings import AnalysisSettings

_LENGTH = struct.Struct(">Q")
_PROGRESS, _PART, _DONE, _REFUSED = "progress", "part", "done", "refused"
_PORTION = 4_000
"""Rows, links or findings in one frame: with more, equal strings are sent once; with fewer,
less is in memory twice.
"""
_LONG = ("rows", "links", "facts", "contradictions", "only")
"""The fields of an analysis that come in portions."""
_KEPT = 2_000
"""Characters of a crashed process's last words that are kept."""

# The child finds modules where this process did, and never in the folder it
# happens to run in: a story folder may hold a `json.py`.
_START = "import sys; sys.path[:] = sys.argv[1:]; from tui.worker import main; main()"


async def analyse_elsewhere(
    story: Story, settings: AnalysisSettings, on_progress: Progress = quiet
) -> tuple[Story, Analysis]:
    """The story with its sentences, and what was found in it.

    Cancelling the caller ends the other process. Raises RashomonError with the
    other process's last words if it fails.
    """
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-c", _START, *sys.path),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,  # Ctrl+C in the terminal is for the reader, not for this
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    last_words = asyncio.create_task(_last_words(child.stderr))
    try:
        await _ask(child.stdin, story, settings)
        answer = await _answer(child.stdout, on_progress)
    except asyncio.IncompleteReadError:
        how = await child.wait()
        words = await last_words or (f"killed by signal {-how}" if how < 0 else f"exit code {how}")
        raise RashomonError(f"The comparison stopped unexpectedly: {words}") from None
    finally:
        if child.returncode is None:
            child.kill()
        last_words.cancel()
        await child.wait()
    return answer.on(story)


async def _ask(stdin: asyncio.StreamWriter, story: Story, settings: AnalysisSettings) -> None:
    with suppress(ConnectionError):  # it has died; the missing answer will say so
        for part in (*story.articles, (replace(story, articles=()), settings)):
            data = await asyncio.to_thread(pickle.dumps, part, pickle.HIGHEST_PROTOCOL)
            stdin.write(_LENGTH.pack(len(data)))
            stdin.write(data)
            await stdin.drain()
    # The pipe stays open: when it ends, the other process knows that this one is gone.


class Answer:
    """What was found in a story, put together from frames."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Any]] = {}
        self._paragraphs: Sequence[Paragraphs] = ()
        self._analysis = Analysis()

    def take(self, kind: str, value: Any) -> bool:
        """Add what a frame holds; whether it was the last one."""
        if kind == _PART:
            name, portion = value
            self._parts.setdefault(name, []).extend(portion)
        if kind == _DONE:
            self._paragraphs, self._analysis = value
        return kind == _DONE

    def on(self, story: Story) -> tuple[Story, Analysis]:
        """The story that was asked about with its sentences, and what was found in it."""
        both = zip(story.articles, self._paragraphs, strict=True)
        articles = tuple(replace(article, paragraphs=split) for article, split in both)
        found: dict[str, Any] = {name: tuple(parts) for name, parts in self._parts.items()}
        return replace(story, articles=articles), replace(self._analysis, **found)


async def _answer(stdout: asyncio.StreamReader, on_progress: Progress) -> Answer:
    answer = Answer()
    while True:
        (length,) = _LENGTH.unpack(await stdout.readexactly(_LENGTH.size))
        data = await stdout.readexactly(length)
        kind, value = await asyncio.to_thread(pickle.loads, data)
        if kind == _REFUSED:
            raise RashomonError(value)
        if kind == _PROGRESS:
            on_progress(*value)
        elif answer.take(kind, value):
            return answer


async def _last_words(stderr: asyncio.StreamReader) -> str:
    """The end of what the other process wrote to standard error, in one line.

    Of a traceback only what went wrong, not the lines of code that led there.
    """
    kept = b""
    while data := await stderr.read(65_536):
        kept = (kept + data)[-4 * _KEPT :]
    lines = kept.decode("utf-8", "replace").strip().splitlines()
    told = [line for line in lines if not line.startswith((" ", "Traceback "))]
    return " / ".join(line.strip() for line in told[-3:])[-_KEPT:]


def main() -> None:
    """The other process: one request, its progress, one answer."""
    # What a library prints must not mix with the frames.
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if hasattr(os, "nice"):
        os.nice(5)  # the reader's keys come first
    request = _take_request(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        serve(request, answer)
    except BrokenPipeError:
        os._exit(1)


def serve(request: tuple[Story, AnalysisSettings], answer: BinaryIO) -> None:
    """Analyse what was asked and write every message to `answer`."""

    def progress(words: str, done: int, steps: int) -> None:
        _give(answer, _PROGRESS, (words, done, steps))

    try:
        story, analysis = workspace.analyse(*request, progress)
    except RashomonError as error:
        _give(answer, _REFUSED, str(error))
    else:
        give_answer(answer, story, analysis)


def give_answer(answer: BinaryIO, story: Story, analysis: Analysis) -> None:
    """Write the frames that `Answer` puts together again."""
    for name in _LONG:
        found = getattr(analysis, name)
        for at in range(0, len(found), _PORTION):
            _give(answer, _PART, (name, found[at : at + _PORTION]))
    rest = replace(analysis, rows=(), links=(), facts=(), contradictions=(), only=())
    _give(answer, _DONE, ([article.paragraphs for article in story.articles], rest))


def _take_request(stream: BinaryIO) -> tuple[Story, AnalysisSettings]:
    articles = []
    while isinstance(part := take(stream), Article):
        articles.append(part)
    story, settings = part
    return replace(story, articles=tuple(articles)), settings


def take(stream: BinaryIO) -> Any:
    """What the next frame holds."""
    (length,) = _LENGTH.unpack(stream.read(_LENGTH.size))
    return pickle.loads(stream.read(length))


def _give(stream: BinaryIO, kind: str, value: object) -> None:
    data = pickle.dumps((kind, value), pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _end_with_parent() -> None:
    """Exit when standard input ends, because then the process that asked has ended."""
    while os.read(0, 4096):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
