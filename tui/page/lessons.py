"""The tutorial: ten steps, what each asks for, and how it is known to be done.

A step is done by what the learner did, with the real keys or by the palette;
nothing is checked by time or by a key pressed on the side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tui.page.lines import Fragment, Line, flow, pad
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of


class Practice(NamedTuple):
    """What the learner did since the step began."""

    commands: frozenset[str] = frozenset()
    """Ids of the commands that were given."""
    tags: int = 0
    """Labels given."""
    noted: int = 0
    """Notes written, or a status or a confidence set."""
    decided: int = 0
    """Findings confirmed or rejected."""
    written: str = ""
    """The file of the exported report; empty until there is one."""
    on_page: bool = True
    """Whether the learner is on the reading page, no window or other screen above it."""


class Lesson(NamedTuple):
    """One step."""

    title: str
    about: str
    """What there is to know; left out where there is no room for it."""
    task: str
    """What to do; `{next-claim}` stands for the key of that command, here and above."""
    parts: tuple[Callable[[Practice], bool], ...]
    """What must have been done, each by itself."""

    def so_far(self, did: Practice) -> int:
        """How many of the parts are done."""
        return sum(part(did) for part in self.parts)

    def done(self, did: Practice) -> bool:
        return self.so_far(did) == len(self.parts)


def _gave(*ids: str) -> Callable[[Practice], bool]:
    """Whether one of the commands was given."""
    return lambda did: any(id in did.commands for id in ids)


def _back(done: Callable[[Practice], bool]) -> Callable[[Practice], bool]:
    """Whether it was done, and the learner came back to the page."""
    return lambda did: did.on_page and done(did)


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        "Walk",
        "A row shows what the articles say of one thing. The bar at the left is the cursor, "
        "on one claim, a sentence.",
        "{next-claim} and {previous-claim} walk from claim to claim, {previous-article} and "
        "{next-article} from article to article. Go down once and sideways once.",
        (_gave("next-claim", "previous-claim"), _gave("next-article", "previous-article")),
    ),
    Lesson(
        "Find a contradiction",
        "Who says what stands right above these lines.",
        "Press {next-conflict}: it goes to the next point on which the articles differ and "
        "brings both sides on screen.",
        (_gave("next-conflict", "previous-conflict"),),
    ),
    Lesson(
        "Ask why",
        "Nothing is marked without a reason.",
        "{why} shows the words, the values and the rule. Press it, read, and close the window "
        "with {cancel}.",
        (_gave("why"), _back(_gave("why"))),
    ),
    Lesson(
        "Decide",
        "You are the judge.",
        "{confirm} confirms the finding, {reject} rejects it, and it is remembered. Do one of "
        "the two.",
        (lambda did: did.decided > 0,),
    ),
    Lesson(
        "Compare word by word",
        "The sources of this row can stand one under the other, with the words that differ marked.",
        "Press {compare}, look, and come back with {cancel}.",
        (_gave("compare"), _back(_gave("compare"))),
    ),
    Lesson(
        "See what they share",
        "",
        "{next-fact} goes to the next fact that several articles tell; {who-else} goes on to "
        "the next article that tells it. Press both.",
        (_gave("next-fact", "previous-fact"), _gave("who-else")),
    ),
    Lesson(
        "Tag a claim",
        "Your labels stand in the line at the bottom, each with a digit.",
        "Press one, such as {label-1}: the claim under the cursor is tagged, and saved at once.",
        (lambda did: did.tags > 0,),
    ),
    Lesson(
        "Say more",
        "In a note, F2 sets a status and F3 how sure you are.",
        "Press {edit-note}, write a few words on this claim, and close the note with {cancel}.",
        (_back(lambda did: did.noted > 0),),
    ),
    Lesson(
        "Take it back",
        "",
        "{undo} takes the last change back and goes there, as often as you like; {redo} does "
        "it again. Press both.",
        (_gave("undo"), _gave("redo")),
    ),
    Lesson(
        "Take it with you",
        "A report holds your tags and notes.",
        "Press {export}, choose a form with the arrows, and write it with {open}.",
        (lambda did: bool(did.written), _back(lambda did: bool(did.written))),
    ),
)
"""Ten, each with one new idea, from looking to handing on."""

_KEY = re.compile(r"\{([a-z0-9-]+)\}")


def with_keys(words: str, shown: Mapping[str, str]) -> str:
    """`words` with the keys as they are set now; `shown` is by command id."""
    return _KEY.sub(lambda found: shown.get(found[1], found[1]), words)


def lesson_lines(
    number: int,
    shown: Mapping[str, str],
    written: str,
    width: int,
    height: int,
    signs: Signs,
    skips: bool = True,
    so_far: int = 0,
) -> tuple[Line, ...]:
    """`height` lines: how far the tutorial is, and what to do now.

    `number` counts from 0; past the last step it says good-bye and where the
    report was `written`. `shown` gives the key of each command; `skips` is
    whether a step can be left out here, `so_far` how many of its parts are done.
    """
    if number < len(LESSONS):
        step = LESSONS[number]
        title = f"Step {number + 1} of {len(LESSONS)} {signs.dot} {step.title}"
        task = with_keys(step.task, shown)
        words = with_keys(f"{step.about} {task}".strip(), shown)
        if len(_flowed(words, width)) >= height:
            cut = f"… {task}"  # the task is what must be read to the end
            words = cut if len(_flowed(cut, width)) < height else task
        asides = [f"{so_far} of {len(step.parts)} done"] if so_far else []
        asides += [with_keys("{skip-lesson} skips this step", shown)] if skips else []
    else:
        title, asides = "That was all", []
        report = f"Your report is {written}. " if written else ""
        words = with_keys(
            report + "Open your own folder with: rashomon FOLDER. {help} lists all keys, "
            "{palette} finds a command by name, {quit} leaves.",
            shown,
        )
    return (_head(title, number, asides, width, signs), *_body(words, width, height - 1))


def _head(title: str, number: int, asides: Sequence[str], width: int, signs: Signs) -> Line:
    """The title at the left, and at the right as many of the `asides` as there is room for."""
    track = signs.present * min(number, len(LESSONS)) + signs.dot * (len(LESSONS) - number)
    left = fit(f" {track} {title} ", width)
    room = width - width_of(left)
    right = f" {signs.dot} ".join(asides)
    while asides and width_of(right) + 1 > room:
        asides = asides[:-1]
        right = f" {signs.dot} ".join(asides)
    right = f"{right} " if asides else ""
    return (
        Fragment(left, "top-title"),
        Fragment(" " * (room - width_of(right)), "top-title"),
        Fragment(right, "top-dim"),
    )


def _body(words: str, width: int, height: int) -> Sequence[Line]:
    found = _flowed(words, width)[:height]
    found += [((), 0)] * (height - len(found))
    edge = Fragment(" ", "top")
    return [pad((edge, *line), used + 1, width, "top") for line, used in found]


def _flowed(words: str, width: int) -> list[tuple[Line, int]]:
    return flow((Fragment(words, "top"),), width - 2)
