"""The options of the commands that work on session files: merge, agree, tags, check."""

from __future__ import annotations

from pathlib import Path

import click

from tui.commands.arguments import FILE
from tui.commands.output import Shape

_SESSIONS = click.argument("sessions", nargs=-1, required=True, type=FILE, metavar="SESSION...")
_JSON = click.option("--json", is_flag=True, help="For programs.")
_CSV = click.option("--csv", "shape", flag_value="csv", help="For spreadsheets.")
_SHAPE_JSON = click.option("--json", "shape", flag_value="json", help="For programs.")
_STORY = click.option(
    "--story", type=FILE, metavar="FOLDER",
    help="The story they are on. Sessions in STORY/sessions find it themselves.",
)  # fmt: skip


@click.command("merge")
@click.argument("ours", type=FILE)
@click.argument("theirs", type=FILE)
@click.argument("base", type=FILE, required=False)
@click.argument("more", nargs=-1, type=FILE, metavar="")
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write here, not to the terminal.")
@click.option("--force", is_flag=True, help="Replace the file of -o, also when it is an input.")
def merge(
    ours: Path,
    theirs: Path,
    base: Path | None,
    more: tuple[Path, ...],
    output: Path | None,
    force: bool,
) -> int:
    """Merge two session files claim by claim.

    BASE is what both began from; without it nothing that either file holds is
    taken for removed. Comments and unknown keys of both are kept. A claim
    tagged two ways keeps both labels and says so under `conflict`.

    \b
    Exit codes: 0 no conflicts, 1 conflicts were kept, 2 it could not be done.
    """
    if more:
        raise click.UsageError(
            "two files are merged, with what both began from; several annotators stay in files "
            "of their own, see `rashomon agree` and `rashomon STORY --compare`"
        )
    from tui.commands import merging

    return merging.merge(ours, theirs, base, output, force)


@click.command("merge-driver")
@click.argument("base", type=FILE)
@click.argument("ours", type=FILE)
@click.argument("theirs", type=FILE)
@click.argument("name", required=False, default="")
def merge_driver(base: Path, ours: Path, theirs: Path, name: str) -> int:
    """Merge session files for git, which calls this itself.

    \b
    Set up once in a repository:
      echo '**/sessions/*.yaml merge=rashomon' >> .gitattributes
      git config merge.rashomon.driver 'rashomon merge-driver %O %A %B %P'
    Exit codes, as git wants them: 0 clean, 1 conflicts were kept.
    """
    from tui.commands import merging

    return merging.merge_for_git(base, ours, theirs, name or str(ours))


@click.command("agree")
@_SESSIONS
@_STORY
@click.option("--only-tagged", is_flag=True, help="Leave out sentences that nobody labelled.")
@_JSON
def agree(sessions: tuple[Path, ...], story: Path | None, only_tagged: bool, json: bool) -> int:
    """Say how far annotators agree, label by label.

    A folder stands for the sessions in it; the story's own folder will do.

    Percentage, Cohen's kappa (two annotators), Krippendorff's alpha by claim
    and by character. docs/teams.md tells how they are counted.
    """
    from tui.commands import team

    return team.agree(sessions, [story] if story else [], only_tagged, json)


@click.command("disagreements")
@_SESSIONS
@_STORY
@_CSV
@_SHAPE_JSON
def disagreements(sessions: tuple[Path, ...], story: Path | None, shape: str | None) -> int:
    """List the claims that annotators labelled differently.

    A folder stands for the sessions in it; the story's own folder will do.
    To decide on them: rashomon STORY --compare SESSION SESSION

    \b
    Exit codes: 0 none, 1 some, 2 it could not be done.
    """
    from tui.commands import team

    return team.list_disagreements(sessions, [story] if story else [], Shape(shape or "text"))


class _ListByDefault(click.Group):
    """`tags SESSION` means `tags list SESSION`; a file called like a command is `./list`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in ("--help", "-h", *self.commands):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    "tags", cls=_ListByDefault, subcommand_metavar="SESSION | COMMAND", no_args_is_help=False
)
def tags() -> None:
    """List, filter and change the tags of a session."""


@tags.command("list")
@click.argument("session", type=FILE)
@click.option("--label", multiple=True, metavar="NAME", help="With this label.")
@click.option("--article", multiple=True, metavar="A", help="In this article: letter or file.")
@click.option("--status", multiple=True, metavar="WORD", help="unchecked, checked, disputed …")
@click.option("--words", multiple=True, metavar="TEXT", help="With these in quote or note.")
@_CSV
@_SHAPE_JSON
def list_tags(
    session: Path,
    label: tuple[str, ...],
    article: tuple[str, ...],
    status: tuple[str, ...],
    words: tuple[str, ...],
    shape: str | None,
) -> int:
    """List tags; the word `list` may be left out.

    An option given again means "or", except --words: all of them.
    """
    from tui.commands import tags as command

    wanted = command.Filter(articles=article, statuses=status, words=words)
    return command.list_tags(session, wanted, label, Shape(shape or "text"))


@tags.command("rename")
@click.argument("session", type=FILE)
@click.argument("old")
@click.argument("new")
def rename(session: Path, old: str, new: str) -> int:
    """Rename a label in the tagset and on every tag."""
    from tui.commands import tags as command

    return command.rename(session, old, new)


@tags.command("merge")
@click.argument("session", type=FILE)
@click.argument("label")
@click.argument("into")
def merge_labels(session: Path, label: str, into: str) -> int:
    """Make two labels one: every LABEL becomes INTO."""
    from tui.commands import tags as command

    return command.merge(session, label, into)


@click.command("check")
@_SESSIONS
def check(sessions: tuple[Path, ...]) -> int:
    """Say what is wrong in session files, by line.

    A folder stands for the sessions in it. In STORY/sessions the tags are
    looked up in the articles as well.

    \b
    Exit codes: 0 nothing wrong, 1 something is, 2 a file could not be read.
    """
    from tui.commands import about

    return about.check(sessions)


COMMANDS = (merge, merge_driver, agree, disagreements, tags, check)
