"""The tables of the README that the program knows better than any writer.

    python docs/make_tables.py

Rewrites what stands between the markers `<!-- keys -->` and `<!-- /keys -->`
from the table of commands, and between `<!-- settings -->` and its end from
config.yaml. A test fails when the README is behind.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from tui import keys

ROOT = Path(__file__).resolve().parent.parent


def keys_table() -> str:
    """Every command, by group; the ten labels are one line."""
    lines = ["| | Keys | Does | Where | Command |", "|---|---|---|---|---|"]
    order = list(dict.fromkeys(command.group for command in keys.COMMANDS))
    commands = sorted(keys.COMMANDS, key=lambda command: order.index(command.group))
    for group, members in groupby(commands, key=lambda command: command.group):
        title = group
        for command in members:
            if command.id in _OTHER_LABELS:
                continue
            pressed, words, id = _told(command)
            lines.append(f"| {title} | {pressed} | {words} | {_where(command)} | {id} |")
            title = ""
    return "\n".join(lines)


_OTHER_LABELS = {f"label-{digit}" for digit in "234567890"}


def _where(command: keys.Command) -> str:
    """The places of a command; those of deciding only where they are not the page's own."""
    places = [p for p in keys.PLACES if p in command.places]
    if keys.READER in places:
        places = [p for p in places if p != keys.ADJUDICATE]
    return ", ".join(keys.PLACES[p] for p in places)


def _told(command: keys.Command) -> tuple[str, str, str]:
    if command.id == "label-1":
        return "`1` … `9` `0`", "put a label on the claim, or take it off", "`label-1` … `label-0`"
    pressed = " ".join(f"`{keys.shown(key)}`" for key in command.keys)
    return pressed.replace("|", "\\|"), command.words, f"`{command.id}`"


def settings_table() -> str:
    """Every setting with its default and the words that stand above it in config.yaml."""
    lines = ["| Setting | Default | Meaning |", "|---|---|---|"]
    section, words = "", []
    for line in (ROOT / "config.yaml").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("#"):
            words.append(text.lstrip("# "))
            continue
        name, _, value = text.partition(":")
        if text and line.startswith(" "):
            lines.append(f"| `{section}.{name}` | `{value.strip()}` | {' '.join(words) or '″'} |")
        elif text:
            section = name
        words = []
    return "\n".join(lines)


def filled(readme: str) -> str:
    """The README with its tables as they must be."""
    for name, table in (("keys", keys_table()), ("settings", settings_table())):
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, _, rest = readme.partition(begin)
        _, _, after = rest.partition(end)
        readme = f"{before}{begin}\n\n{table}\n\n{end}{after}"
    return readme


def main() -> None:
    path = ROOT / "README.md"
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(path)


if __name__ == "__main__":
    main()
