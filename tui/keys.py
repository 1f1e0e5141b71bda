"""Every command: its id, keys, words and place.

One table feeds the bindings, the palette, the footer, the help screen, the
README and the checks of `config.yaml`; nothing else names a key. It stands
outside `view` because configuration and documentation read it without Textual.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

READER, COMPARE, SOURCE, TAGS, HELP = "reader", "compare", "source", "tags", "help"
TUTOR = "tutor"
"""The reading screen with the steps of the tutorial: its keys are those of READER and its own."""
MATRIX, STORIES = "matrix", "stories"
SELECT = "select"
"""The page while words are chosen on it."""
CARD, LABELS, ASKS = "card", "labels", "asks"
"""Windows with keys of their own."""
ADJUDICATE = "adjudicate"
"""The reading screen while somebody decides between annotators."""
PLACES = {
    READER: "reading",
    COMPARE: "compare",
    MATRIX: "matrix",
    STORIES: "stories",
    SOURCE: "source",
    TAGS: "tags",
    HELP: "help",
    TUTOR: "tutorial",
    SELECT: "selecting words",
    CARD: "claim card",
    LABELS: "labels",
    ASKS: "questions",
    ADJUDICATE: "deciding",
}
"""Places as the reader knows them."""
TEXTS = (READER, COMPARE, SOURCE)
"""The screens that show article text with a cursor."""


class Command(NamedTuple):
    """One thing a key does."""

    id: str
    keys: tuple[str, ...]
    """Textual's names, the one to show first."""
    short: str
    """One or two words for the footer."""
    words: str
    """What it does, for help, palette and README."""
    group: str
    places: tuple[str, ...] = (READER,)
    footer: bool = False
    """Shown in the footer where there is room."""

    @property
    def action(self) -> str:
        return self.id.replace("-", "_")


def _digits() -> tuple[Command, ...]:
    return tuple(
        Command(f"label-{d}", (d,), f"label {d}", f"put label {d} on the claim, or take it off", "Tag", (*TEXTS, MATRIX, SELECT, LABELS))
        for d in "1234567890"
    )  # fmt: skip


_TABLE: tuple[Command, ...] = (
    Command("next-claim", ("j", "down"), "claim", "next claim, or next line of a list", "Move", (*TEXTS, MATRIX, STORIES, TAGS, CARD, LABELS, ASKS, HELP), True),
    Command("previous-claim", ("k", "up"), "claim", "previous claim, or previous line of a list", "Move", (*TEXTS, MATRIX, STORIES, TAGS, CARD, LABELS, ASKS, HELP), True),
    Command("previous-article", ("h", "left"), "article", "previous article on this row", "Move", (READER, COMPARE, MATRIX), True),
    Command("next-article", ("l", "right"), "article", "next article on this row", "Move", (READER, COMPARE, MATRIX), True),
    Command("next-row", ("J", "shift+down"), "row", "next row", "Move", (READER, COMPARE)),
    Command("previous-row", ("K", "shift+up"), "row", "previous row", "Move", (READER, COMPARE)),
    Command("page-down", ("space", "pagedown"), "page", "a page down", "Move", (*TEXTS, MATRIX, STORIES, TAGS, HELP)),
    Command("page-up", ("b", "pageup"), "page", "a page up", "Move", (*TEXTS, MATRIX, STORIES, TAGS, HELP)),
    Command("half-down", ("ctrl+d",), "half page", "half a page down", "Move", (*TEXTS, MATRIX)),
    Command("half-up", ("ctrl+u",), "half page", "half a page up", "Move", (*TEXTS, MATRIX)),
    Command("first-row", ("g", "home"), "first", "to the first row", "Move", (*TEXTS, MATRIX, STORIES, TAGS, HELP)),
    Command("last-row", ("G", "end"), "last", "to the last row", "Move", (*TEXTS, MATRIX, STORIES, TAGS, HELP)),
    Command("back", ("ctrl+o",), "back", "back to where the last jump started", "Move"),
    Command("take-first", ("A",), "first", "the first answer is right; again takes it back", "Decide", (ADJUDICATE,), True),
    Command("take-second", ("B",), "second", "the second answer is right", "Decide", (ADJUDICATE,), True),
    Command("take-third", ("C",), "third", "the third answer is right", "Decide", (ADJUDICATE,)),
    Command("take-fourth", ("D",), "fourth", "the fourth answer is right", "Decide", (ADJUDICATE,)),
    Command("take-listed", ("O",), "other", "choose the answer that is right from a list of all", "Decide", (ADJUDICATE,)),
    Command("take-all", ("&",), "all", "all answers are right: keep all their labels", "Decide", (ADJUDICATE,), True),
    Command("take-none", ("x",), "none", "no answer is right: the claim gets no label", "Decide", (ADJUDICATE,), True),
    Command("give-reason", ("r",), "reason", "write down why you decided so", "Decide", (ADJUDICATE,), True),
    Command("show-machine", ("M",), "program", "show or hide what the program found", "Decide", (ADJUDICATE,), True),
    Command("next-conflict", ("]",), "conflict", "next contradiction; brings both sides on screen", "Findings", (*TEXTS, MATRIX), True),
    Command("previous-conflict", ("[",), "conflict", "previous contradiction", "Findings", (*TEXTS, MATRIX), True),
    Command("next-fact", ("}",), "shared", "next shared fact", "Findings", (READER, SOURCE)),
    Command("previous-fact", ("{",), "shared", "previous shared fact", "Findings", (READER, SOURCE)),
    Command("next-only", (")",), "only here", "next claim that no other article makes", "Findings", (READER, SOURCE)),
    Command("previous-only", ("(",), "only here", "previous claim that no other article makes", "Findings", (READER, SOURCE)),
    Command("next-tag", (">",), "tag", "next tag", "Findings", (READER, SOURCE)),
    Command("previous-tag", ("<",), "tag", "previous tag", "Findings", (READER, SOURCE)),
    Command("repeat-jump", (";",), "again", "repeat the last of these jumps", "Findings", (READER, SOURCE)),
    Command("why", ("?",), "why", "why this is marked; all keys where nothing is marked", "Findings", (*TEXTS, MATRIX), True),
    Command("confirm", ("a",), "confirm", "confirm the finding here; again takes it back", "Findings", (READER, COMPARE, MATRIX)),
    Command("reject", ("x",), "reject", "reject the finding here; again takes it back", "Findings", (READER, COMPARE, MATRIX)),
    Command("cycle-marks", ("f",), "marks", "switch the marks that show: all, conflicts, shared, tags, none", "Findings", (READER, COMPARE, SOURCE)),
    Command("certainty", ("w",), "certainty", "how sure a contradiction must be to show: strict, normal, everything", "Findings", (*TEXTS, MATRIX)),
    Command("kinds", ("c",), "kinds", "show one kind of contradiction only, or all", "Findings", (*TEXTS, MATRIX)),
    Command("blind", ("B",), "blind", "read blind: hide everything that was found; again shows it", "Findings", (*TEXTS, MATRIX)),
    *_digits(),
    Command("label-menu", ("t",), "tag", "choose a label by name", "Tag", (*TEXTS, SELECT, MATRIX), True),
    Command("repeat-label", (".",), "same tag", "put the last label on this claim too", "Tag", (*TEXTS, SELECT, MATRIX)),
    Command("label-row", ("A",), "tag row", "put the last label on every claim aligned with this one", "Tag", (READER, COMPARE)),
    Command("edit-note", ("e",), "note", "note, status and confidence of this claim", "Tag", (*TEXTS, SELECT, MATRIX, TAGS), True),
    Command("remove-tag", ("backspace",), "untag", "remove the tag from this claim", "Tag", (*TEXTS, MATRIX, TAGS, CARD, ASKS)),
    Command("select", ("v",), "words", "select words of the claim; again: sentence, paragraph", "Tag", (*TEXTS, SELECT), True),
    Command("word-on", ("w", "l", "right"), "word", "selecting: move the end on by a word", "Tag", (SELECT,)),
    Command("word-back", ("b", "h", "left"), "word", "selecting: move the end back by a word", "Tag", (SELECT,)),
    Command("sentence-on", (")", "j", "down"), "sentence", "selecting: move the end to the next edge of a sentence", "Tag", (SELECT,)),
    Command("sentence-back", ("(", "k", "up"), "sentence", "selecting: move the end to the previous edge of a sentence", "Tag", (SELECT,)),
    Command("other-end", ("o",), "other end", "selecting: move the other end instead", "Tag", (SELECT,)),
    Command("link-same", ("=",), "says same", "pick up this claim; on another: both say the same", "Tag", (*TEXTS, SELECT), True),
    Command("link-contradicts", ("!",), "contradicts", "pick up this claim; on another: they contradict", "Tag", (*TEXTS, SELECT), True),
    Command("card", ("i",), "card", "all about this claim: mentions, contradictions, links, tags", "Tag", (*TEXTS, CARD), True),
    Command("tagset", ("f2",), "labels", "labels: add, rename, merge, colour, key, meaning", "Tag", (*TEXTS, TAGS, LABELS)),
    Command("add-label", ("a",), "add", "labels: add one", "Tag", (LABELS,)),
    Command("rename-label", ("r",), "rename", "labels: rename this one, on every claim", "Tag", (LABELS,)),
    Command("merge-label", ("m",), "merge", "labels: put this one's claims under another label", "Tag", (LABELS,)),
    Command("define-label", ("d",), "meaning", "labels: say when to use this one", "Tag", (LABELS,)),
    Command("colour-label", ("c",), "colour", "labels: choose the colour of this one's chip", "Tag", (LABELS,)),
    Command("sign-label", ("s",), "sign", "labels: one or two letters for this one's chip", "Tag", (LABELS,)),
    Command("delete-label", ("backspace",), "delete", "labels: delete this one; first says where it is used", "Tag", (LABELS,)),
    Command("decide", ("d",), "decide", "answer the open questions: changed sentences, two writers", "Tag", (TAGS,), True),
    Command("accept", ("a",), "put it there", "question: put the tag on the words as they are now", "Tag", (ASKS,)),
    Command("leave-tag", ("x",), "leave it", "question: leave the tag with the words it had", "Tag", (ASKS,)),
    Command("take-one", ("1",), "the first", "question: keep what the first writer said", "Tag", (ASKS,)),
    Command("take-other", ("2",), "the second", "question: keep what the second writer said", "Tag", (ASKS,)),
    Command("take-both", ("b",), "both", "question: keep what both said", "Tag", (ASKS,)),
    Command("next-ask", ("n",), "next", "question: go to the next", "Tag", (ASKS,)),
    Command("undo", ("u",), "undo", "undo the last change and go there", "Tag", (*TEXTS, MATRIX, TAGS, CARD, LABELS, ASKS), True),
    Command("redo", ("U",), "redo", "redo what was undone", "Tag", (*TEXTS, MATRIX, TAGS, CARD, LABELS, ASKS)),
    Command("search", ("slash",), "find", "search in all articles", "Find", (READER, SOURCE, MATRIX, STORIES, TAGS), True),
    Command("next-hit", ("n",), "next hit", "next hit of the search", "Find", (READER, SOURCE)),
    Command("previous-hit", ("N",), "previous hit", "previous hit of the search", "Find", (READER, SOURCE)),
    Command("filter-label", ("l",), "label", "only tags with the next label; after the last, all", "Find", (TAGS,)),
    Command("filter-article", ("a",), "article", "only tags in the next article; after the last, all", "Find", (TAGS,)),
    Command("filter-status", ("s",), "status", "only tags with the next status; after the last, all", "Find", (TAGS,)),
    Command("filter-findings", ("f",), "show", "only contradictions, differences or shared facts; then all", "Find", (MATRIX,)),
    Command("order", ("r",), "order", "sort the list another way", "Find", (MATRIX, STORIES, TAGS)),
    Command("label-hits", ("M",), "tag hits", "put the last label on every claim with a hit; asks first", "Find", (READER, SOURCE)),
    Command("who-else", ("asterisk",), "who else", "who else says this: the next article, then the rows named by ↪", "Find"),
    Command("rival", ("r",), "rival", "who says otherwise: the next side of this contradiction, and round", "Find"),
    Command("open", ("enter",), "compare", "compare the sources of this row; on a claim with ↪ 7, go to row 7", "Show", (READER, MATRIX, STORIES, TAGS, CARD, ASKS), True),
    Command("compare", ("C",), "compare", "compare the sources of this row, full width", "Show"),
    Command("source", ("o",), "source", "this article alone, in its own order", "Show", (READER, COMPARE, MATRIX), True),
    Command("matrix", ("m",), "matrix", "contradictions and shared facts across all articles", "Show", (READER, MATRIX), True),
    Command("stories", ("S",), "stories", "all stories in this folder", "Show"),
    Command("tags", ("T",), "tags", "list of all tags", "Show", (READER, COMPARE, SOURCE, MATRIX), True),
    Command("spine", ("s",), "spine", "show or hide the story spine", "Show"),
    Command("fold", ("z",), "fold", "fold or unfold tall cells", "Show"),
    Command("fold-agreeing", ("Z",), "agreeing", "fold the rows in which all agree to one line each, or unfold them", "Show"),
    Command("layout", ("vertical_line",), "layout", "level rows, then flowing columns, then one article at a time", "Show"),
    Command("move-article-left", ("H",), "move left", "move this article's column to the left", "Show"),
    Command("move-article-right", ("L",), "move right", "move this article's column to the right", "Show"),
    Command("pin", ("&",), "pin", "pick up this paragraph; on another article's: put both into one row", "Show"),
    Command("split", ("%",), "split", "give this passage a row of its own; again puts it back", "Show"),
    Command("hide-article", ("minus",), "hide", "hide this article's column", "Show"),
    Command("show-articles", ("plus",), "show all", "show all hidden columns again", "Show"),
    Command("make-base", ("comma",), "base", "make this article the base, pinned at the left", "Show", (READER, COMPARE)),
    Command("copy-claim", ("y",), "copy", "copy the claim with its citation", "Share", (*TEXTS, SELECT, MATRIX)),
    Command("copy-row", ("Y",), "copy row", "copy the row as Markdown", "Share", (READER, COMPARE)),
    Command("copy-to-file", ("W",), "to file", "write the last copy to a file", "Share", TEXTS),
    Command("export", ("E",), "export", "write a report or the tags to a file", "Share", (READER, MATRIX, TAGS), True),
    Command("cycle-theme", ("f8",), "theme", "next theme: dark, light, contrast, ansi", "Show", (*TEXTS, MATRIX, STORIES, TAGS, HELP)),
    Command("reload", ("f5",), "reload", "read the articles again from disk", "Show"),
    Command("palette", ("colon", "ctrl+p"), "palette", "every command by name", "Show", (*TEXTS, SELECT, MATRIX, STORIES, TAGS, HELP, CARD, LABELS, ASKS), True),
    Command("help", ("f1",), "help", "all keys of this place", "Show", (*TEXTS, SELECT, MATRIX, STORIES, TAGS), True),
    Command("skip-lesson", ("f9",), "skip", "tutorial: skip this step", "Leave", (TUTOR,)),
    Command("cancel", ("escape",), "back", "close, or stop what is running", "Leave", (*TEXTS, SELECT, MATRIX, STORIES, TAGS, HELP, CARD, LABELS, ASKS)),
    Command("quit", ("q",), "quit", "back, then leave; everything is already saved", "Leave", (*TEXTS, SELECT, MATRIX, STORIES, TAGS, HELP, CARD, LABELS, ASKS), True),
)  # fmt: skip

_NOT_WHILE_DECIDING = frozenset(
    "confirm reject certainty kinds blind select link-same link-contradicts matrix pin split "
    "stories".split()
)
_KEYS_OF_DECIDING = {key for c in _TABLE if c.places == (ADJUDICATE,) for key in c.keys}


def _also_deciding(command: Command) -> Command:
    """The command with its place among those of adjudication, which are the reading page's.

    What judges the program's findings is left out: there is another question
    on the table, and its keys are needed.
    """
    if READER not in command.places or command.id in _NOT_WHILE_DECIDING:
        return command
    if _KEYS_OF_DECIDING & set(command.keys):
        return command
    return command._replace(places=(*command.places, ADJUDICATE))


COMMANDS: tuple[Command, ...] = tuple(map(_also_deciding, _TABLE))

_SHORT_HERE = {
    (CARD, "open"): "go there", (CARD, "remove-tag"): "unlink", (CARD, "cancel"): "close",
    (LABELS, "cancel"): "close", (ASKS, "cancel"): "later", (ASKS, "open"): "go there",
    (ADJUDICATE, "next-conflict"): "disagreement",
    (ADJUDICATE, "previous-conflict"): "disagreement",
    (SELECT, "select"): "wider", (SELECT, "cancel"): "done",
    (MATRIX, "next-claim"): "line", (MATRIX, "previous-claim"): "line",
    (MATRIX, "next-conflict"): "undecided", (MATRIX, "open"): "go there",
    (MATRIX, "matrix"): "leave", (MATRIX, "previous-conflict"): "undecided",
    (READER, "link-same"): "link", (READER, "link-contradicts"): "link",
    (COMPARE, "quit"): "back", (SOURCE, "quit"): "back", (MATRIX, "quit"): "back",
    (TAGS, "quit"): "back",
    (STORIES, "next-claim"): "story", (STORIES, "previous-claim"): "story",
    (STORIES, "open"): "read",
    (TAGS, "next-claim"): "tag", (TAGS, "previous-claim"): "tag", (TAGS, "open"): "go there",
}  # fmt: skip
"""What the footer of one place says of a command that other places call otherwise."""


def short_at(place: str, command: Command) -> str:
    """One or two words for the footer of `place`."""
    return _SHORT_HERE.get((place, command.id), command.short)


_WORDS_HERE = {
    (MATRIX, "open"): "go to these words on the reading page",
    (STORIES, "open"): "read this story", (TAGS, "open"): "go to the words of this tag",
    (MATRIX, "next-conflict"): "next undecided contradiction",
    (MATRIX, "previous-conflict"): "previous undecided contradiction",
    (MATRIX, "search"): "only lines with these words",
    (STORIES, "search"): "only stories with these words",
    (TAGS, "search"): "only tags with these words",
    (TAGS, "remove-tag"): "remove this tag", (TAGS, "edit-note"): "note, status and confidence of this tag",
}  # fmt: skip
"""What a command does in one place, where that differs from its `words`."""


def words_at(place: str, command: Command) -> str:
    """What a command does in `place`, for its help and its palette."""
    return _WORDS_HERE.get((place, command.id), command.words)


_FOOT = {
    place: tuple(
        f"next-claim previous-claim previous-article next-article next-conflict "
        f"previous-conflict why label-menu edit-note undo {more}".split()
    )
    for place, more in {
        READER: "help search open select card link-same link-contradicts matrix export",
        COMPARE: "quit help", SOURCE: "quit help search", MATRIX: "quit help open search",
        TAGS: "quit help open search",
    }.items()
}  # fmt: skip
"""What the footer of a place shows first, for screens that have no room for all."""


def footer(place: str) -> list[Command]:
    """The commands of the footer of `place`, what is needed most first."""
    listed = [c for c in COMMANDS if c.footer and place in c.places]
    rank = {id: n for n, id in enumerate(_FOOT.get(place, ()))}
    return sorted(listed, key=lambda c: rank.get(c.id, len(rank)))


BY_ID: Mapping[str, Command] = {c.id: c for c in COMMANDS}

_NAMED = frozenset(
    "space enter escape tab backspace up down left right home end pageup pagedown insert delete "
    "shift+up shift+down shift+left shift+right".split()
) | {f"f{n}" for n in range(1, 13)}
_SIGNS = {
    "/": "slash", ":": "colon", "*": "asterisk", "|": "vertical_line", "-": "minus", "+": "plus",
    ",": "comma", "?": "question_mark", "]": "right_square_bracket", "[": "left_square_bracket",
    "}": "right_curly_bracket", "{": "left_curly_bracket", ")": "right_parenthesis",
    "(": "left_parenthesis", ">": "greater_than_sign", "<": "less_than_sign", ";": "semicolon",
    ".": "full_stop", "!": "exclamation_mark", "=": "equals_sign", "&": "ampersand",
    "%": "percent_sign", "@": "at", "#": "number_sign", "$": "dollar_sign", "^": "circumflex_accent",
    "_": "underscore", "~": "tilde", "'": "apostrophe", '"': "quotation_mark", "`": "grave_accent",
    "\\": "backslash",
}  # fmt: skip
_SHOWN = {name: sign for sign, name in _SIGNS.items()} | {
    "space": "space", "enter": "enter", "escape": "esc", "backspace": "bksp", "up": "↑", "down": "↓",
    "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn",
    "shift+up": "⇧↑", "shift+down": "⇧↓",
}  # fmt: skip
_LOST = frozenset("hijmsz")
"""With Ctrl these are Backspace, Tab, Enter, or are kept by the terminal."""


def normal(key: str) -> str:
    """Textual's name of a key as people write it: `]`, `F5`, `Ctrl+D`."""
    if len(key) == 1:
        return _SIGNS.get(key, key)
    if key in ("minus", "plus"):
        return key
    lower = key.lower()
    return lower if "+" in lower or lower in _NAMED else key


def shown(key: str, plain: bool = False) -> str:
    """A key as the footer shows it; `plain` names it where its sign is no ASCII."""
    if plain and not _SHOWN.get(key, "").isascii():
        return key  # a plain arrow would look like another key
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return "^" + key[5:]
    return key.upper() if key in _NAMED and key[0] == "f" and key[1:].isdigit() else key


def refusal(key: str) -> str | None:
    """Why no terminal passes `key` on, or None when it may be used."""
    name = normal(key)
    if len(name) == 1 and name.isprintable() and not name.isspace():
        return None
    if name in _NAMED or name in _SIGNS.values():
        return None
    if name.startswith("ctrl+"):
        letter = name[5:]
        passed = len(letter) == 1 and letter.isascii() and letter.isalpha()
        return None if passed and letter not in _LOST else f"terminals do not pass {key} on"
    if name.startswith("alt+"):
        return f"{key}: Alt is not used, not every terminal passes it on"
    return f"unknown key {key!r}; use a letter, a digit, a sign, F1 to F12, or a name like space"


def keymap(changed: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Command id → Textual's key names, each once, with the user's changes."""
    keys = {c.id: (normal(key) for key in changed.get(c.id, c.keys)) for c in COMMANDS}
    return {id: tuple(dict.fromkeys(names)) for id, names in keys.items()}


def clash(changed: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """A key that means two commands in one place: (key, one id, other id), or None."""
    final = keymap(changed)
    for place in PLACES:
        taken: dict[str, str] = {}
        for command in COMMANDS:
            if place not in command.places and not (place == TUTOR and READER in command.places):
                continue
            for key in final[command.id]:
                if key in taken:
                    return shown(key), taken[key], command.id
                taken[key] = command.id
    return None
