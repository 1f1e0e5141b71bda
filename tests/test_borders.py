"""Who may import whom, that only the screen pays for Textual, and that the map names everybody."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import tui

ROOT = Path(tui.__file__).parent
OPEN = {"errors", "ordinary", "yamlfile", "yamlsimple"}
"""Open to all, whatever their package."""
ALLOWED = {
    "model": set(),
    "reading": {"model"},
    "analysis": {"model"},
    "session": {"model"},
    "page": {"model"},
    "report": {"model", "page"},
    "team": {"model", "session"},
    "keys": set(),
    "errors": set(),
    "ordinary": set(),
    "yamlevents": {"yamlfile"},
    "yamlfile": {"yamlevents"},
    "yamlsimple": set(),
    "resources": set(),
    "crash": {"model", "resources"},
    "config": {"keys", "model"},
    "themefile": {"resources"},
    "whereabouts": {"analysis", "model", "session"},
    "workspace": {"analysis", "config", "model", "reading", "resources", "session", "team",
                  "whereabouts"},
    "shelf": {"model", "reading", "session", "workspace"},
    "worker": {"model", "workspace"},
    "commands": {"config", "keys", "model", "page", "report", "resources", "session", "team",
                 "themefile", "view", "whereabouts", "workspace"},
    "cli": {"commands", "crash"},
    "__main__": {"cli"},
}  # fmt: skip
FILES = sorted(p.relative_to(ROOT) for p in ROOT.rglob("*.py") if "_shipped" not in p.parts)


MAP = ROOT.parent / "docs" / "architecture.md"


@pytest.mark.parametrize("path", [p for p in FILES if not p.stem.startswith("_")], ids=str)
def test_the_map_names_every_module(path: Path) -> None:
    assert f"`{path.stem}`" in MAP.read_text(encoding="utf-8")


def imports(path: Path) -> set[str]:
    """The dotted names of every import statement of a file, also those in functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports by relative name"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(path: Path) -> str:
    """The package of a file below `tui`, or the module itself."""
    return path.parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_module_imports_only_what_is_below_it(path: Path) -> None:
    own = part(path)
    if own not in ALLOWED:  # `view` stands on top of everything
        assert own in ("view", "__init__"), f"{own} is a new part; say here what it may import"
        return
    parts = {name.split(".")[1] for name in imports(ROOT / path) if name.startswith("tui.")}
    assert parts - OPEN - {own, "__version__"} <= ALLOWED[own]


@pytest.mark.parametrize("path", [p for p in FILES if part(p) != "view"], ids=str)
def test_only_view_names_textual(path: Path) -> None:
    assert not {name for name in imports(ROOT / path) if name.split(".")[0] == "textual"}


@pytest.mark.parametrize("path", [p for p in FILES if p.parts[:2] == ("view", "story")], ids=str)
def test_what_the_screens_share_knows_neither_textual_nor_a_screen(path: Path) -> None:
    named = {tuple(name.split(".")[:3]) for name in imports(ROOT / path)}
    assert not {n for n in named if n[0] == "textual"}
    assert {n for n in named if n[:2] == ("tui", "view")} <= {("tui", "view", "story")}


def test_no_test_imports_from_another() -> None:
    """What two of them need stands in a module beside them, or is a fixture."""
    tests = Path(__file__).parent
    named = {p.name: imports(p) for p in tests.rglob("*.py")}
    assert {n: i for n, i in named.items() if any(".test_" in name for name in i)} == {}


LAYERS = ("words", "sentences", "alignment", "clashes", "disputes", "compared")
"""The packages of the analysis; each rests only on those before it."""


@pytest.mark.parametrize("layer", LAYERS)
def test_a_package_of_the_analysis_rests_only_on_those_before_it(layer: str) -> None:
    lower = LAYERS[: LAYERS.index(layer) + 1]
    for path in sorted((ROOT / "analysis" / layer).rglob("*.py")):
        inner = {name.split(".")[2] for name in imports(path) if name.startswith("tui.analysis.")}
        assert inner <= set(lower), path.name


ROOMS = ("wording", "basis", "figures", "quoted", "deeds", "named", "alike")
"""The rooms of the contradictions. Rules rest on `basis`, it on `wording`; those of sentences that
are alike also on other rules, whose findings excuse a difference."""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_rules_rests_only_on_those_below_it(room: str) -> None:
    below = {room, *(ROOMS if room == "alike" else ROOMS[: min(ROOMS.index(room), 2)])}
    for path in sorted((ROOT / "analysis" / "disputes" / room).glob("*.py")):
        named = {n for n in imports(path) if n.startswith("tui.analysis.disputes.")}
        assert {name.split(".")[3] for name in named} <= below, path.name


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after `code`."""
    script = (
        f"{code}\nimport sys; sys.stderr.write(' '.join(m for m in sys.modules if '.' not in m))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_no_headless_part_loads_textual() -> None:
    below = [p for p in FILES if part(p) != "view" and p.stem != "__main__"]
    names = [".".join(("tui", *p.with_suffix("").parts)).removesuffix(".__init__") for p in below]
    assert "textual" not in loaded_after(f"import {', '.join(names)}")


def test_a_report_loads_neither_textual_nor_the_option_parser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One boat burned on Sunday in the harbour.")
    code = f"from tui.cli import run; assert run([{str(tmp_path)!r}]) == 0"
    assert not loaded_after(code) & {"textual", "click"}


def test_no_first_text_waits_for_fields_of_several_lines() -> None:
    code = "import sys, tui.view.app\nassert 'textual.widgets._text_area' not in sys.modules"
    assert "tui" in loaded_after(code)


def test_opening_a_story_loads_nothing_that_only_the_analysis_needs() -> None:
    """What stands in front of the first text on the screen is kept small."""
    code = "import tui.cli, tui.commands.read, tui.workspace, tui.worker, tui.reading.story"
    heavy = {
        "dateparser",
        "simplemma",
        "nupunkt",
        "rapidfuzz",
        "selectolax",
        "click",
        "text_to_num",
    }
    assert not loaded_after(code) & heavy
