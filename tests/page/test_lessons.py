"""The tutorial's steps: what each asks for, and when it is done."""

import pytest

from tui import keys
from tui.page.lessons import LESSONS, Practice, lesson_lines, with_keys
from tui.page.lines import plain
from tui.page.signs import ASCII, UNICODE
from tui.page.wrap import width_of

SHOWN = {id: keys.shown(found[0]) for id, found in keys.keymap({}).items()}


def test_every_key_that_a_step_names_is_in_the_table() -> None:
    for step in LESSONS:
        words = step.about + step.task
        assert "{" not in with_keys(words, SHOWN)
        for name in words.split("{")[1:]:
            assert name.partition("}")[0] in SHOWN


def test_no_step_is_done_before_anything_was_done() -> None:
    assert not any(step.done(Practice()) for step in LESSONS)


@pytest.mark.parametrize(
    ("number", "did"),
    [
        (0, Practice(frozenset({"next-claim", "next-article"}))),
        (1, Practice(frozenset({"next-conflict"}))),
        (2, Practice(frozenset({"why"}))),
        (3, Practice(decided=1)),
        (4, Practice(frozenset({"compare"}))),
        (5, Practice(frozenset({"next-fact", "who-else"}))),
        (6, Practice(tags=1)),
        (7, Practice(noted=1)),
        (8, Practice(frozenset({"undo", "redo"}))),
        (9, Practice(written="report.md")),
    ],
)
def test_a_step_is_done_by_what_it_asks_for(number: int, did: Practice) -> None:
    assert LESSONS[number].done(did)


def test_half_of_what_a_step_asks_for_is_not_enough() -> None:
    assert not LESSONS[0].done(Practice(frozenset({"next-claim"})))
    assert not LESSONS[8].done(Practice(frozenset({"undo"})))


def test_what_is_done_of_a_step_is_counted() -> None:
    assert LESSONS[0].so_far(Practice(frozenset({"next-claim", "previous-claim"}))) == 1
    assert LESSONS[2].so_far(Practice(frozenset({"why"}), on_page=False)) == 1
    head = plain(lesson_lines(0, SHOWN, "", 80, 4, UNICODE, so_far=1)[0])
    assert head.endswith("1 of 2 done · F9 skips this step ")


def test_a_head_without_room_tells_what_is_done_before_how_to_skip() -> None:
    head = plain(lesson_lines(0, SHOWN, "", 50, 4, UNICODE, so_far=1)[0])
    assert head.endswith("1 of 2 done ")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 300])
@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_every_line_fills_the_width(width: int, signs: object) -> None:
    for number in range(len(LESSONS) + 1):
        lines = lesson_lines(number, SHOWN, "report.md", width, 4, signs)  # type: ignore[arg-type]
        assert [width_of(plain(line)) for line in lines] == [width] * 4


def test_the_words_of_every_step_fit_on_an_old_terminal() -> None:
    for number, step in enumerate(LESSONS):
        told = " ".join(
            plain(line).strip() for line in lesson_lines(number, SHOWN, "", 80, 4, UNICODE)[1:]
        )
        assert with_keys(f"{step.about} {step.task}".strip(), SHOWN) == " ".join(told.split())


def test_what_to_do_fits_in_the_narrowest_window() -> None:
    for number, step in enumerate(LESSONS):
        lines = lesson_lines(number, SHOWN, "", 40, 4, UNICODE)[1:]
        told = " ".join(" ".join(map(plain, lines)).split())
        assert with_keys(step.task, SHOWN) in told


def test_a_step_that_is_told_in_part_says_so() -> None:
    told = " ".join(" ".join(map(plain, lesson_lines(0, SHOWN, "", 50, 4, UNICODE)[1:])).split())
    assert with_keys(LESSONS[0].about, SHOWN) not in told
    assert told.startswith("…")


def test_in_five_lines_every_step_is_told_in_full() -> None:
    for number, step in enumerate(LESSONS):
        lines = lesson_lines(number, SHOWN, "", 60, 5, UNICODE)[1:]
        told = " ".join(" ".join(map(plain, lines)).split())
        assert with_keys(f"{step.about} {step.task}".strip(), SHOWN) in told


def test_the_end_says_where_the_report_is() -> None:
    lines = lesson_lines(len(LESSONS), SHOWN, "/home/ann/report.md", 100, 4, UNICODE)
    assert "/home/ann/report.md" in " ".join(plain(line) for line in lines)
