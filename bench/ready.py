"""The program on a story that was compared before.

    python bench/ready.py --keep FINDINGS STORY
    python bench/ready.py FINDINGS STORY

Comparing long stories takes minutes, and the keys are to be pressed with all
marks on the screen. The first command writes what the program finds to a file,
the second opens the story and takes the answer from there.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from dataclasses import replace
from pathlib import Path

from tui import cli, worker, workspace
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.workspace import Progress, quiet


def keep(story: Path, findings: Path) -> None:
    """Compare the articles of `story` and write the answer to `findings`."""
    settings = AnalysisSettings()
    answer = workspace.analyse(workspace.read([story], ReadingSettings()), settings)
    findings.write_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))


def main() -> None:
    *options, findings, folder = sys.argv[1:]
    if options == ["--keep"]:
        keep(Path(folder), Path(findings))
        return

    async def known(
        story: Story, settings: AnalysisSettings, on_progress: Progress = quiet
    ) -> tuple[Story, Analysis]:
        whole, analysis = await asyncio.to_thread(_load, Path(findings))
        return replace(whole, root=story.root), analysis

    worker.analyse_elsewhere = known
    sys.argv[1:] = [folder]
    cli.main()


def _load(findings: Path) -> tuple[Story, Analysis]:
    answer: tuple[Story, Analysis] = pickle.loads(findings.read_bytes())
    return answer


if __name__ == "__main__":
    main()
