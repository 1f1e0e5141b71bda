"""The wheel, installed into an environment of its own and run away from the checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui import __version__
from tui.resources import shipped

ROOT = shipped("config.yaml").parent
LEFT_BEHIND = shutil.ignore_patterns(
    ".*", "__pycache__", "tests", "bench", "docs", "dist", "build", "*.egg-info"
)
ANALYSE_ELSEWHERE = """
import asyncio, tui
from tui import worker, workspace
from tui.model.settings import AnalysisSettings, ReadingSettings
story = workspace.read([workspace.sample()], ReadingSettings())
_, found = asyncio.run(worker.analyse_elsewhere(story, AnalysisSettings()))
print(len(found.rows), tui.__file__)
"""

pytestmark = pytest.mark.skipif(
    not (ROOT / "pyproject.toml").is_file(), reason="not run from a checkout"
)


@dataclass(frozen=True)
class Installed:
    wheel: Path
    bin: Path
    away: Path
    """A folder that has nothing to do with the project."""

    def run(self, *command: str) -> str:
        env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        env |= {"HOME": str(self.away), "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
        done = subprocess.run(
            [self.bin / command[0], *command[1:]],
            cwd=self.away,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Built from a copy of the checkout, in which a developer has tagged a seed."""
    pytest.importorskip("pip")
    base = tmp_path_factory.mktemp("wheel")
    copy, away, home = base / "copy", base / "away", base / "venv"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    away.mkdir()
    for story in (copy / "seeds").iterdir():
        if story.is_dir():
            (story / "sessions").mkdir(exist_ok=True)
            (story / "sessions" / "somebody.yaml").write_text("tags: []\n")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", base, copy],
        check=True,
    )
    (wheel,) = base.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    python = home / "bin" / "python"
    subprocess.run(
        [*pip, "--python", python, "install", "--no-deps", "--no-index", wheel], check=True
    )
    # The libraries come from the environment of this test; an editable install
    # there stays out of sight, because a .pth file does not read others.
    (site,) = home.glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    shutil.rmtree(copy)
    return Installed(wheel, home / "bin", away)


def test_everything_that_is_read_at_run_time_is_inside(installed: Installed) -> None:
    inside = set(zipfile.ZipFile(installed.wheel).namelist())
    wanted = {"tui/_shipped/config.yaml"}
    for folder, place in (("themes", "tui/_shipped"), ("seeds", "tui/_shipped"), ("tui", "")):
        for path in (ROOT / folder).rglob("*"):
            below = path.relative_to(ROOT)
            hidden = {"__pycache__", "sessions", "_shipped"} if folder != "tui" else {"__pycache__"}
            if path.is_file() and not hidden & set(below.parts):
                wanted.add(str(Path(place) / below))
    assert wanted - inside == set()


def test_nothing_of_a_developer_is_inside(installed: Installed) -> None:
    inside = zipfile.ZipFile(installed.wheel).namelist()
    assert [n for n in inside if "somebody" in n or n.endswith(".pyc")] == []
    assert {n.split("/")[0] for n in inside} == {"tui", f"rashomon-{__version__}.dist-info"}


def test_the_command_tells_its_version(installed: Installed) -> None:
    assert installed.run("rashomon", "--version") == f"rashomon {__version__}\n"


def test_the_sample_story_opens_without_a_terminal(installed: Installed) -> None:
    out = installed.run("rashomon")
    assert "\nRow 1 of " in out
    assert os.listdir(installed.away) == []


def test_a_shipped_story_is_analysed_away_from_the_checkout(installed: Installed) -> None:
    (story,) = installed.bin.parent.glob(
        "lib/python*/site-packages/tui/_shipped/seeds/lavrov-wang-2025"
    )
    found = json.loads(installed.run("rashomon", "analyse", str(story), "--json"))
    assert len({a["file"] for a in found["articles"]}) == 5
    assert found["rows"]


def test_settings_and_themes_are_found(installed: Installed) -> None:
    assert "fold_lines" in installed.run("rashomon", "config")
    names = "from tui import themefile as t; print(*t.find_themes(t.theme_folders()))"
    assert "rashomon-dark" in installed.run("python", "-c", names)


def test_the_other_process_starts_there_too(installed: Installed) -> None:
    rows, file = installed.run("python", "-c", ANALYSE_ELSEWHERE).split()
    assert int(rows) > 0
    assert Path(file).is_relative_to(installed.bin.parent)
