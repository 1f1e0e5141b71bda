"""The README tells the truth: its tables, commands, files and excerpts are the program's."""

import ast
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tui import keys, yamlfile
from tui.commands import NAMES
from tui.commands.program import rashomon
from tui.model.settings import ReadingSettings, Settings
from tui.model.tag import DEFAULT_TAGSET
from tui.page.signs import UNICODE
from tui.reading.story import read_story
from tui.session.rewrite import fresh
from tui.session.store import Store

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOW = "write it anew with: make readme"
SPARE = {"--help", "-h", "--version"}
"""Options of every command."""


def test_its_tables_are_those_the_program_makes() -> None:
    filled = runpy.run_path(str(ROOT / "docs" / "make_tables.py"))["filled"]
    assert filled(README) == README, HOW


@pytest.mark.parametrize("script", sorted((ROOT / "docs").glob("*.py")), ids=lambda p: p.name)
def test_the_scripts_that_draw_it_import_what_is_there(script: Path) -> None:
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tui"):
            names = [alias.name for alias in node.names]
            module = __import__(str(node.module), fromlist=names)
            assert [name for name in names if not hasattr(module, name)] == []


def test_every_command_with_a_key_stands_in_it() -> None:
    ids = [command.id for command in keys.COMMANDS]
    listed = [id for id in ids if not re.fullmatch(r"label-[02-9]", id)]
    assert [id for id in listed if f"`{id}`" not in README] == [], HOW


def test_every_setting_stands_in_it() -> None:
    sections = vars_of(Settings())
    names = [f"{section}.{name}" for section, values in sections.items() for name in values]
    assert [name for name in names if f"`{name}`" not in README] == [], HOW


def vars_of(settings: Settings) -> dict[str, tuple[str, ...]]:
    return {name: type(getattr(settings, name))._fields for name in type(settings)._fields}


@pytest.mark.parametrize("name", NAMES)
def test_every_command_of_the_command_line_stands_in_it(name: str) -> None:
    assert f"rashomon {name} " in README or f"`rashomon {name}`" in README or name == "read"


def all_commands(group: click.Group = rashomon) -> Iterator[click.Command]:
    """Every command, those of a group too."""
    for command in group.commands.values():
        yield command
        if isinstance(command, click.Group):
            yield from all_commands(command)


def test_every_option_stands_in_it() -> None:
    options = {
        option
        for command in all_commands()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
    assert sorted(o for o in options - SPARE if f"`{o}" not in README) == []


def test_it_names_no_option_that_does_not_exist() -> None:
    known = {option for c in all_commands() for p in c.params for option in p.opts}
    named = set(re.findall(r"`(--[a-z-]+)", README))
    assert named <= known | SPARE


def test_every_label_of_a_new_session_stands_in_it() -> None:
    assert [
        label.name for label in DEFAULT_TAGSET if f"`{label.digit}` {label.name}" not in README
    ] == []


@pytest.mark.parametrize("sign", ["shared", "conflict", "differs", "only", "tag", "also", "base"])
def test_every_sign_is_explained(sign: str) -> None:
    explained = README.partition("## What the signs mean")[2].partition("## Keys")[0]
    assert f"| `{getattr(UNICODE, sign)}" in explained


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_it_links_to_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"\]\(([^)#]+)\)|(?:src|srcset)=\"([^\"]+)\"", text)
    files = {a or b for a, b in named if not (a or b).startswith("http")}
    assert [name for name in sorted(files) if not ((ROOT / page).parent / name).exists()] == []


@pytest.mark.parametrize("package", ["analysis", "page", "session"])
def test_the_map_of_a_large_package_names_every_module(package: str) -> None:
    maps = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = sorted(p.stem for p in (ROOT / "tui" / package).rglob("[a-z]*.py"))
    heading = f"## The {package}, module by module"
    told = maps.partition(heading)[2].partition("\n## ")[0]
    assert [m for m in modules if f"`{m}`" not in told and f"`{m}.py`" not in told] == []


def excerpt(beginning: str) -> str:
    """The block of YAML in the README that begins so."""
    blocks = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    (found,) = [block for block in blocks if block.startswith(beginning)]
    return str(found)


def test_its_tag_is_one_that_the_program_reads(tmp_path: Path) -> None:
    file = tmp_path / "anna.yaml"
    file.write_text(
        'format: 1\nstory: "harbour-fire"\nannotator: "anna"\n\n' + excerpt("tags:"), "utf-8"
    )
    opened = Store.open(file, "harbour-fire", "anna")
    assert not any(problem.grave for problem in opened.problems)
    (tag,) = opened.session.tags
    story = read_story([ROOT / "seeds" / "harbour-fire"], ReadingSettings())
    text = story.by_id["A"].text
    assert tag.anchor.file == story.by_id["A"].file
    assert tag.anchor.span.of(text) == tag.anchor.quote
    assert excerpt("tags:") in fresh(opened.session).text(), "written in other words today"


def test_its_settings_are_ones_that_the_program_accepts() -> None:
    from tui import config

    changed = config.read(yamlfile.parse(excerpt("screen:"), "README.md"))
    assert changed.settings.screen.theme == "rashomon-light"
    assert "next-conflict" in changed.keymap


def test_its_story_file_is_one_that_the_program_reads(tmp_path: Path) -> None:
    (tmp_path / "gazette.md").write_text("# The night\n\nThe quay burned.\n\nNo ship was lost.\n")
    (tmp_path / "agency.txt").write_text("A quay burned on Tuesday night.\n\nNobody was hurt.\n")
    (tmp_path / "notes.txt").write_text("Call the mayor.\n")
    (tmp_path / "story.yaml").write_text(excerpt("title:"), encoding="utf-8")
    story = read_story([tmp_path], ReadingSettings())
    assert story.title == "The fire at the harbour"
    assert "notes.txt" not in {a.file for a in story.articles}


def test_its_pictures_fetch_nothing() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
    assert pictures
    for picture in pictures:
        text = picture.read_text(encoding="utf-8")
        assert not re.search(r"url\(['\"]?http|@import|xlink:href|<image", text), picture.name
