"""The options and arguments of every command, for people, help and completion."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from click.shell_completion import CompletionItem, shell_complete

from tui import __version__, workspace
from tui.commands import COMPLETE, NAMES, about, findings, pairs, sessions
from tui.commands.arguments import CONFIG, FILE, day, name
from tui.commands.output import narrate
from tui.commands.read import Options, check_keys, learn, read
from tui.model.tag import DEFAULT_TAGSET
from tui.report.formats import Format
from tui.workspace import SessionChoice

_STORY = click.argument("story", nargs=-1, type=FILE)
_STORY_NEEDED = click.argument("story", nargs=-1, required=True, type=FILE)
_SESSION = click.option("--session", type=FILE, metavar="FILE", help="Keep tags in this file.")
_ANNOTATOR = click.option(
    "--annotator", callback=name, metavar="NAME", help="Whose tags these are."
)


def _themes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from tui import themefile

    names = themefile.find_themes(themefile.theme_folders())
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


_THEME = click.option("--theme", metavar="NAME", shell_complete=_themes,
                      help="Colours; `rashomon themes` lists the names.")  # fmt: skip


def start(arguments: Sequence[str]) -> int:
    """Parse and run; returns the exit code. Raises RashomonError for what the user can fix.

    Avoids `click.Group.main`, which handles closed pipes and Ctrl+C in its own way.
    """
    if request := os.environ.get(COMPLETE):
        return shell_complete(rashomon, {}, "rashomon", COMPLETE, request)
    try:
        with rashomon.make_context("rashomon", list(arguments)) as context:
            return int(rashomon.invoke(context) or 0)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        narrate(f"rashomon: {' '.join(error.format_message().split())}")
        if isinstance(error, click.UsageError) and error.ctx:
            narrate(f"Try: {error.ctx.command_path} --help")
        return 2


class _ReadByDefault(click.Group):
    """`rashomon STORY` means `rashomon read STORY`; a known command wins."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ours = ("--help", "-h", "--version", *self.commands)
        if (args or not ctx.resilient_parsing) and (not args or args[0] not in ours):
            args = ["read", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the reading screen stand in the main help as well."""
        options = [p for p in read_story.params if isinstance(p, click.Option)]
        rows = [p.get_help_record(ctx) for p in (*options, *self.get_params(ctx))]
        with formatter.section("Options"):
            formatter.write_dl([row for row in rows if row])
        self.format_commands(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(NAMES)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Options, or commands where one begins so, else files and folders."""
        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            found += read_story.shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


@click.group(
    cls=_ReadByDefault,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="",
    subcommand_metavar="[STORY]... | COMMAND",
    epilog="A folder that is called like a command opens as ./NAME.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def rashomon() -> None:
    """Read one story told by many: STORY is a folder of .txt, .md or .html
    articles, or the articles themselves. Without STORY a sample opens."""


@rashomon.command("read")
@_STORY
@click.option("--plain", is_flag=True, help="Print the report as text; no screen.")
@_SESSION
@_ANNOTATOR
@CONFIG
@_THEME
@click.option("--compare", multiple=True, type=FILE, metavar="FILE FILE...",
              help="Decide between the annotators of these files, or of a folder.")  # fmt: skip
def read_story(
    story: tuple[Path, ...],
    plain: bool,
    session: Path | None,
    annotator: str | None,
    config: Path | None,
    theme: str | None,
    compare: tuple[Path, ...],
) -> int:
    """Open a story; the word `read` may be left out."""
    choice = SessionChoice(session, annotator)
    if compare:
        # `--compare A B`: the parser gives an option one word and takes B for a story.
        more = tuple(path for path in story if path.suffix in (".yaml", ".yml"))
        story = tuple(path for path in story if path not in more)
        compare += more
        if other := [str(p) for p in story if len(story) > 1 and p.is_file()]:
            raise click.UsageError(
                f"{', '.join(other)}: no session file, which ends in .yaml; "
                "wanted: rashomon STORY --compare A.yaml B.yaml"
            )
        from tui.commands.team import own_story

        compare = tuple(workspace.session_files(compare))
        story = story or tuple(own_story(compare))
        if len(compare) < 2 or not story:
            raise click.UsageError("wanted: rashomon STORY --compare A.yaml B.yaml")
    return read(story, Options(config, theme, choice, plain, compare))


@rashomon.command("analyse")
@_STORY_NEEDED
@click.option("--json", is_flag=True, help="Everything found, with offsets, for programs.")
@CONFIG
def analyse_story(story: tuple[Path, ...], json: bool, config: Path | None) -> int:
    """Print what is shared, contradicted and told alone."""
    return findings.analyse(story, json, config)


@rashomon.command("compare")
@click.argument("sentences", nargs=-1, metavar="[A B | FILE...]")
@click.option("--jsonl", is_flag=True, help="Pairs as lines of JSON, from FILEs or standard input.")
@click.option("--a-date", callback=day, metavar="DAY", help="When A was published.")
@click.option("--b-date", callback=day, metavar="DAY", help="When B was published.")
@CONFIG
def compare_sentences(
    sentences: tuple[str, ...],
    jsonl: bool,
    a_date: date | None,
    b_date: date | None,
    config: Path | None,
) -> int:
    """Say whether two sentences tell the same, or cannot both be true."""
    if jsonl:
        if a_date or b_date:
            raise click.UsageError("with --jsonl the dates stand in the lines")
        return pairs.compare_lines([Path(name) for name in sentences], config)
    if len(sentences) != 2 or not all(s.strip() for s in sentences):
        raise click.UsageError("two sentences are wanted, each in quotation marks, or --jsonl")
    return pairs.compare(pairs.Pair(None, *sentences, a_date, b_date), config)


def _labels(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [
        CompletionItem(label.name, help=label.meaning)
        for label in DEFAULT_TAGSET
        if label.name.startswith(incomplete)
    ]


@rashomon.command("report")
@_STORY_NEEDED
@click.option("--format", type=click.Choice([f.value for f in Format]), default="text")
@click.option("--label", multiple=True, metavar="NAME", shell_complete=_labels,
              help="Only tags with this label; may be given again.")  # fmt: skip
@_SESSION
@_ANNOTATOR
@CONFIG
def report_story(
    story: tuple[Path, ...],
    format: str,
    label: tuple[str, ...],
    session: Path | None,
    annotator: str | None,
    config: Path | None,
) -> int:
    """Print the story row by row, with findings, tags and notes."""
    choice = SessionChoice(session, annotator)
    return findings.report(story, Format(format), config, choice, label)


for _command in sessions.COMMANDS:
    rashomon.add_command(_command)


@rashomon.command("history")
@click.argument("session", type=FILE)
@click.option("--json", is_flag=True, help="The same for programs.")
@click.option("--restore", metavar="N|TIME", help="Put the session back to what it was then.")
@_ANNOTATOR
def session_history(session: Path, json: bool, restore: str | None, annotator: str | None) -> int:
    """List who did what when in a session file, or go back to a moment of it."""
    from tui.commands import history

    if restore is not None:
        return history.restore(session, history.Moment(restore), annotator)
    return history.show(session, json)


@rashomon.command("tutor")
@CONFIG
@_THEME
def tutor(config: Path | None, theme: str | None) -> int:
    """Learn the keys in ten steps, on a practice story."""
    return learn(Options(config, theme))


@rashomon.command("keys")
@click.option("--check", is_flag=True, help="Press keys and see which ones the terminal passes on.")
@CONFIG
def show_keys(check: bool, config: Path | None) -> int:
    """List every command and its keys."""
    return check_keys(Options(config)) if check else about.print_keys(config)


@rashomon.command("config")
def show_config() -> int:
    """Print all settings, and where yours belong."""
    return about.print_config()


@rashomon.command("themes")
def show_themes() -> int:
    """List the themes, and what is wrong with those of your own."""
    return about.print_themes()


@rashomon.command("completion")
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the script that completes arguments in your shell.

    bash: rashomon completion bash > ~/.local/share/bash-completion/completions/rashomon
    """
    return about.print_completion(rashomon, shell)
