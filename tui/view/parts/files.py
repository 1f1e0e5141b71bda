"""The files of the story: whether one changed on disk since it was read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

from tui import workspace
from tui.view.parts.host import Host

WATCH_SECONDS = 3.0
"""Between two looks at the files of the story."""

_OTHER = (-1, -1)
"""A state that no file has: what was read is not what is there now."""


class FilesHost(Host, Protocol):
    """A screen that can look at files while it is used."""

    def draw_top(self) -> None:
        """Draw the line at the top anew."""

    def set_interval(self, interval: float, callback: Callable[[], object]) -> object: ...

    def run_worker(self, work: Any, *, group: str, exclusive: bool) -> object: ...


class Files:
    """Checks the files now and then, and has the top line name the articles that changed."""

    def __init__(self, host: FilesHost) -> None:
        self._host = host
        self._known: dict[str, tuple[int, int] | None] = {}
        """Time of change and size of each file when it was read."""

    def watch(self) -> None:
        """Look at the files of the story now and then."""
        self._host.set_interval(WATCH_SECONDS, self._look_soon)

    def forget(self) -> None:
        """The files were read just now."""
        self._known, self._host.reading.stale = {}, ()

    def _look_soon(self) -> None:
        self._host.run_worker(self.look(), group="watch", exclusive=True)

    async def look(self) -> None:
        """Look whether a file changed on disk, in a thread: a disk may be slow."""
        reading = self._host.reading
        story = reading.story
        now = await asyncio.to_thread(workspace.file_states, story)
        if story.root != reading.story.root:
            return
        if not self._known:
            # The files may have been edited between the reading and this first look.
            edited = await asyncio.to_thread(workspace.edited_files, story)
            if story.root != reading.story.root:
                return
            self._known = {**now, **dict.fromkeys(edited, _OTHER)}
        files = {file for file, state in now.items() if state != self._known.get(file, state)}
        stale = tuple(a.id for a in story.articles if a.file in files)
        if stale != reading.stale:
            reading.stale = stale
            self._host.draw_top()
