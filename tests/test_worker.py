"""Analysis in another process: progress, the answer, and every way it can end."""

import asyncio
import io
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui import worker, workspace
from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.finding import Analysis, Mention, Only
from tui.model.progress import Progress
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.model.span import Span
from tui.worker import analyse_elsewhere

SETTINGS = AnalysisSettings()
Plant = Callable[[str], None]


@pytest.fixture
def story(tmp_path: Path) -> Story:
    (tmp_path / "a.txt").write_text("Ten boats burned on Sunday. The mayor spoke to reporters.\n")
    (tmp_path / "b.txt").write_text("Ten boats burned on Sunday. The bishop was silent.\n")
    return workspace.read([tmp_path], ReadingSettings())


@pytest.fixture
def child_does(monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Make the other process do something else instead of the analysis."""

    def plant(code: str) -> None:
        body = f"import tui.workspace as w\ndef planted(story, settings, progress):\n{code}\n"
        start = worker._START.replace(
            "from tui.worker", f"exec({body!r}); w.analyse = planted; from tui.worker"
        )
        monkeypatch.setattr(worker, "_START", start)

    return plant


def test_the_answer_is_the_one_of_this_process(story: Story) -> None:
    seen = []
    whole, found = asyncio.run(
        analyse_elsewhere(story, SETTINGS, lambda *words: seen.append(words))
    )
    _, expected = workspace.analyse(story, SETTINGS)
    assert found.rows == expected.rows
    assert [len(p.sentences) for p in whole.articles[0].paragraphs] == [2]
    assert seen
    assert seen[-1][1] == seen[-1][2]


def test_it_runs_from_a_folder_that_holds_modules_of_its_own(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A story folder is never a place to import from."""
    for name in ("json", "tui", "dateparser", "pickle"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported from the story folder')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [p for p in sys.path if p])
    asyncio.run(analyse_elsewhere(story, SETTINGS))


def test_what_a_library_prints_does_not_mix_with_the_answer(
    story: Story, child_does: Plant
) -> None:
    child_does("    print('hello'); import os; os.write(1, b'raw'); return story, w.Analysis()")
    assert asyncio.run(analyse_elsewhere(story, SETTINGS))[1].rows == ()


def test_a_refusal_arrives_as_it_was_said(story: Story, child_does: Plant) -> None:
    child_does("    raise w.NoStory('there is nothing here')")
    with pytest.raises(RashomonError, match=r"^there is nothing here$"):
        asyncio.run(analyse_elsewhere(story, SETTINGS))


def test_a_crash_is_told_with_its_last_words(story: Story, child_does: Plant) -> None:
    child_does("    raise ZeroDivisionError('by nought')")
    with pytest.raises(RashomonError, match=r"stopped unexpectedly: ZeroDivisionError: by nought"):
        asyncio.run(analyse_elsewhere(story, SETTINGS))


def test_a_sudden_death_is_told_too(story: Story, child_does: Plant) -> None:
    child_does("    import os; os.kill(os.getpid(), 9)")
    with pytest.raises(RashomonError, match="killed by signal 9"):
        asyncio.run(analyse_elsewhere(story, SETTINGS))


def test_cancelling_ends_the_other_process(story: Story, child_does: Plant, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    child_does(
        f"    import os, time; open({str(note)!r}, 'w').write(str(os.getpid()))\n"
        "    progress('here', 1, 2); time.sleep(60)"
    )

    async def cancel_when_started() -> None:
        started = asyncio.Event()
        task = asyncio.create_task(analyse_elsewhere(story, SETTINGS, lambda *_: started.set()))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel_when_started())
    assert not alive(int(note.read_text()))


def test_it_ends_when_whoever_asked_is_gone(story: Story, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    asker = f"""
import asyncio, os, pickle, sys, tui.worker as worker
body = '''import tui.workspace as w
def planted(story, settings, progress):
    import os, time; open({str(note)!r}, 'w').write(str(os.getpid()))
    progress('here', 1, 2); time.sleep(60)'''
planted = f'exec({{body!r}}); w.analyse = planted; from tui.worker'
worker._START = worker._START.replace('from tui.worker', planted)
story, settings = pickle.loads(sys.stdin.buffer.read())
asyncio.run(worker.analyse_elsewhere(story, settings, lambda *_: os._exit(3)))
"""
    done = subprocess.run(
        [sys.executable, "-c", asker], input=pickle.dumps((story, SETTINGS)), check=False
    )
    assert done.returncode == 3
    child = int(note.read_text())
    until = time.monotonic() + 10
    while alive(child) and time.monotonic() < until:
        time.sleep(0.01)
    assert not alive(child)


def alive(pid: int) -> bool:
    try:
        told = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    # A child that ended but was not waited for is no longer at work.
    return told.rpartition(")")[2].split()[0] != "Z"


def test_it_is_out_of_reach_of_ctrl_c(story: Story, child_does: Plant) -> None:
    """The terminal sends the signal to its own session; the other process has another."""
    child_does("    import os; return story, w.Analysis(voices={'A': str(os.getsid(0))})")
    found = asyncio.run(analyse_elsewhere(story, SETTINGS))[1]
    assert found.voices["A"] not in ("", str(os.getsid(0)))


def test_a_long_answer_comes_in_portions_and_is_put_together_again(story: Story) -> None:
    only = tuple(Only(Mention("A", Span(n, n + 1))) for n in range(2 * worker._PORTION + 1))
    found = Analysis(only=only, voices={"A": "A", "B": "B"})
    frames, answer = io.BytesIO(), worker.Answer()
    worker.give_answer(frames, workspace.with_sentences(story), found)
    frames.seek(0)
    ends = [answer.take(*worker.take(frames)) for _ in range(4)]
    assert ends == [False, False, False, True]
    whole, analysis = answer.on(story)
    assert (analysis.only, analysis.voices) == (only, found.voices)
    assert whole.articles[0].text is story.articles[0].text
    assert [len(p.sentences) for p in whole.articles[0].paragraphs] == [2]


def test_requests_and_messages_are_framed(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other end's own code, run here so that its steps are seen."""

    def analyse(story: Story, settings: AnalysisSettings, progress: Progress) -> object:
        progress("Weighing", 1, 2)
        return story, Analysis()

    monkeypatch.setattr(workspace, "analyse", analyse)
    answer = io.BytesIO()
    worker.serve((story, SETTINGS), answer)
    answer.seek(0)
    assert worker.take(answer) == ("progress", ("Weighing", 1, 2))
    kind, (paragraphs, _) = worker.take(answer)
    assert (kind, len(paragraphs)) == ("done", len(story.articles))
    assert answer.read() == b""
