"""What is new since last time, said once: in session and articles, and what is left to do."""

from __future__ import annotations

from textual.content import Content

from tui.model.article import Story
from tui.model.clean import visible
from tui.model.counted import counted
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.edits import EditHost
from tui.view.parts.subject import Subject
from tui.view.story.seen import versions


class News:
    """Says what is new, and how to see it."""

    def __init__(self, host: EditHost, columns: AlignedColumns, subject: Subject) -> None:
        self._host, self._columns, self._subject = host, columns, subject
        self.resumed = False
        """Whether the reader came to a saved place and was not told yet what is left there."""
        self._read = ""
        """What reading the files again brought, until it is said."""
        self._opened: list[str] = []
        """What to say about the session as it was opened, until it is said."""
        self._grave = False
        """Whether that is serious enough for a warning."""

    def tell_read(self, before: Story, now: Story) -> None:
        """Say what reading the files again brought."""
        from tui.view.story.changes import since_read

        self._read = since_read(before, now) or "No file changed"
        self._host.tell(self._read)

    def tell_opened(self) -> None:
        """Say what is wrong in the session file, and what came back that it did not hold."""
        desk = self._host.reading.desk
        wrong = [str(p) for p in desk.problems if not desk.read_only.startswith(str(p))]
        self._opened = [desk.read_only, *wrong[:1]] if desk.read_only else wrong[:1]
        if more := len(wrong) - 1 if wrong else 0:
            listed = f"`rashomon check {desk.store.path}` lists all"
            self._opened.append(f"{counted(more, 'more problem')}: {listed}")
        articles = self._host.reading.story.articles
        if broken := [a.problem.rstrip(".") for a in articles if a.problem]:
            unread = counted(len(broken), "file")
            rest = " …" if broken[2:] else ""
            self._opened.append(f"{unread} cannot be read: {'; '.join(broken[:2])}{rest}")
        self._grave = bool(self._opened or desk.taken_up)
        if desk.recovery:
            self._opened.append(desk.recovery[:1].upper() + desk.recovery[1:])
        self._opened += self._of_the_files()
        if self._opened:
            kind = "error" if desk.read_only else "warning" if self._grave else "information"
            self._host.tell(" · ".join(self._opened), kind)

    def _of_the_files(self) -> list[str]:
        """What was left out of the story unasked, and which articles are not in English."""
        from tui.reading.files import STORY_FILE
        from tui.reading.language import NOTE as NOT_ENGLISH

        story = self._host.reading.story
        told = [note.rstrip(".") for note in story.notes if STORY_FILE not in note]
        if foreign := [a.id for a in story.readable if NOT_ENGLISH in a.notes]:
            told.append(f"Not English, so that little is found: {' '.join(foreign)}")
        return told

    def _since_left(self) -> str:
        """What changed since these articles were read last, which is now; empty for nothing."""
        from tui.view.story.changes import since_left

        reading = self._host.reading
        noted = reading.desk.last_read
        if noted is None:
            return ""
        told = since_left(noted.versions(), reading.story)
        noted.keep(versions(reading.story))
        return told

    def offer_deleted(self) -> None:
        """Ask what to do where the session file is gone and its journal is not."""
        from tui.view.screens.windows import PickWindow

        desk = self._host.reading.desk
        choices = [
            ("back", Content(f"Bring back {desk.deleted}, as the journal tells")),
            ("", Content("Begin anew; the journal goes on")),
        ]

        def chosen(id: str | None) -> None:
            if id:
                desk.bring_back()
                self._host.save()
                self._host.rebuild()

        name = visible(desk.store.path.name)
        window = PickWindow(f"{name} is gone, its journal is not", choices)
        self._host.show_window(window, chosen)

    def tell(self) -> None:
        """After the comparison: what moved since the tags were made, and what is left to do."""
        from tui.view.story.changes import since_tagged, two_ways

        reading, news, self._read = self._host.reading, self._read, ""
        told, self._opened = self._opened, []
        grave, self._grave = self._grave, False
        listed = False
        since_left = self._since_left()
        moved = since_tagged(reading)
        if moved.words and moved.words != reading.told_changes:
            reading.told_changes = moved.words
            told.append(moved.words)
            listed = moved.waits
        elif news := news or since_left:
            told.append(news)
        if waiting := two_ways(reading.session):
            told.append(waiting)
            listed = True
        if listed:
            told[-1] += f"; {self._host.shown_key('tags')} lists them"
        if self.resumed and not (told or reading.blind):
            left = counted(reading.undecided(), self._subject.name)
            seen = self._columns.rows_seen()
            told.append(f"You left off here: {seen} rows seen, {left} undecided")
        self.resumed = False
        if told:
            kind = "warning" if grave or listed else "information"
            self._host.tell(" · ".join(told), kind)
