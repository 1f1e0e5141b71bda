"""The program on a story that was compared before.

    python bench/ready.py --keep FINDINGS STORY
    python bench/ready.py --invent FINDINGS STORY
    python bench/ready.py FINDINGS STORY

Comparing long stories takes minutes, and the keys are to be pressed with all
marks on the screen. The first command writes what the program finds to a file,
the second what `invented.py` knows of its own stories, the last opens the story
and takes the answer from there.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import invented

from tui import cli, worker, workspace
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.progress import Progress, quiet
from tui.model.settings import AnalysisSettings, ReadingSettings


def keep(folder: Path, findings: Path, invent: bool) -> None:
    """Write what the other process would answer of the story in `folder`."""
    story = workspace.read([folder], ReadingSettings())
    if invent:
        whole = workspace.with_sentences(story)
        analysis = invented.findings(whole)
    else:
        whole, analysis = workspace.analyse(story, AnalysisSettings())
    with findings.open("wb") as file:
        worker.give_answer(file, whole, analysis)


def main() -> None:
    *options, findings, folder = sys.argv[1:]
    if options:
        keep(Path(folder), Path(findings), invent=options == ["--invent"])
        return

    async def known(
        story: Story, settings: AnalysisSettings, on_progress: Progress = quiet
    ) -> tuple[Story, Analysis]:
        return (await asyncio.to_thread(_load, Path(findings))).on(story)

    worker.analyse_elsewhere = known
    sys.argv[1:] = [folder]
    cli.main()


def _load(findings: Path) -> worker.Answer:
    answer = worker.Answer()
    with findings.open("rb") as file:
        while not answer.take(*worker.take(file)):
            pass
    return answer


if __name__ == "__main__":
    main()
