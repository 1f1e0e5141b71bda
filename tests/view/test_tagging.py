"""The main job by keys alone: tag, note, decide, undo, leave, come back; the file tells all."""

from pathlib import Path

import pytest

from tests.page.story import HURT, STORY
from tests.view.sample import (
    Words,
    claim,
    only_tag,
    open_app,
    piloted,
    place,
    press,
    reading_of,
    screen_text,
    stored,
    tags_in,
    to,
    told,
)
from tui.model.finding import finding_key
from tui.model.tag import Confidence, Status, Verdict

TWELVE = "Twelve people were hurt, the harbour office said."
"""The claim on which the program opens: the first contradiction."""


@piloted
async def test_a_digit_tags_the_claim_and_takes_the_tag_off_again(path: Path) -> None:
    async with open_app(path) as pilot:
        assert claim(pilot) == ("A", TWELVE)
        await press(pilot, "1")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert "⚑F" in screen_text(pilot)
        await press(pilot, "2")
        assert tags_in(path) == {TWELVE: ("fact", "doubtful")}
        await press(pilot, "1", "2")
        assert tags_in(path) == {}


@piloted
async def test_a_digit_without_a_label_says_so(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "9")
        assert "No label has the digit 9" in told(pilot)[-1]
    assert not path.exists()


@piloted
async def test_the_label_menu_filters_what_is_typed(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "t")
        assert place(pilot) == "LabelMenu"
        await press(pilot, Words("load"), "enter")
        assert place(pilot) == "reader"
        assert tags_in(path) == {TWELVE: ("loaded",)}


@piloted
async def test_the_label_menu_is_walked_with_the_arrows_and_left_with_escape(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "t", "down", "down", "up", "enter")
        assert tags_in(path) == {TWELVE: ("doubtful",)}
        await press(pilot, "t", "escape")
        assert place(pilot) == "reader"
        assert tags_in(path) == {TWELVE: ("doubtful",)}


@piloted
async def test_digits_and_letters_typed_in_a_field_never_tag(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        await press(pilot, "t", Words("123q.A"), "escape")
        await press(pilot, "slash", Words("1 2 u]"), "escape")
        await press(pilot, "e", *"1", "escape", "u")
        await press(pilot, "colon", *"12", "escape")
        assert place(pilot) == "reader"
        assert stored(path).tags == ()


@piloted
async def test_a_dot_puts_the_last_label_on_the_next_claim(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "3", "j", "full_stop")
        captain = "The captain had reported trouble with the rudder an hour earlier."
        assert tags_in(path) == {TWELVE: ("opinion",), captain: ("opinion",)}


@piloted
async def test_capital_a_tags_what_the_others_say_of_the_same(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "7", "A")
        found = tags_in(path)
        for words in (
            TWELVE,
            "Nine people were hurt, a spokesman of the hospital said.",
            "Twelve were hurt.",
        ):
            assert found[words] == ("check",)
        assert {t.anchor.article for t in stored(path).tags} == {"A", "B", "C", "D"}
        await press(pilot, "u")
        assert tags_in(path) == {TWELVE: ("check",)}


@piloted
async def test_backspace_takes_the_whole_tag_away(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "4", "backspace")
        assert tags_in(path) == {}
        await press(pilot, "backspace")
        assert "no tag" in told(pilot)[-1]


@piloted
async def test_a_note_is_kept_by_escape_with_status_and_confidence(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "e", Words("call them"), "enter", Words("1 [b]"), "f2", "f3", "escape")
        assert place(pilot) == "reader"
        tag = only_tag(path)
        assert tag.note == "call them\n1 [b]"
        assert (tag.status, tag.confidence) == (Status.CHECKED, Confidence.LOW)
        assert tag.anchor.quote == TWELVE
        await press(pilot, "e", Words(" now"), "escape")
        assert only_tag(path).note == "call them\n1 [b] now"


@piloted
async def test_opening_a_note_and_closing_it_writes_nothing(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "e", "escape")
    assert not path.exists()


@piloted
async def test_undo_and_redo_go_back_and_forth_and_show_where(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "J", "2", "G")
        await press(pilot, "u")
        assert "Undone: tagged A ‘doubtful’" in told(pilot)[-1]
        assert claim(pilot)[1].startswith("The captain")
        assert tags_in(path) == {TWELVE: ("fact",)}
        await press(pilot, "u")
        assert claim(pilot) == ("A", TWELVE)
        assert tags_in(path) == {}
        await press(pilot, "u")
        assert "nothing to undo" in told(pilot)[-1]
        await press(pilot, "U", "U")
        assert len(tags_in(path)) == 2
        await press(pilot, "U")
        assert "nothing to do again" in told(pilot)[-1]


@pytest.mark.parametrize(
    ("key", "verdict", "sign"), [("a", Verdict.CONFIRMED, "✓"), ("x", Verdict.REJECTED, "✗")]
)
@piloted
async def test_a_finding_is_decided_with_one_key_and_freed_with_the_same(
    path: Path, key: str, verdict: Verdict, sign: str
) -> None:
    async with open_app(path) as pilot:
        await press(pilot, key)
        (decision,) = stored(path).decisions
        assert decision.finding == finding_key(HURT, STORY)
        assert decision.verdict is verdict
        assert decision.question == HURT.question
        assert f"≠1{sign}" in screen_text(pilot)
        await press(pilot, key)
        assert stored(path).decisions == ()


@piloted
async def test_read_why_then_reject_takes_three_keys(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "]", "question_mark")
        shown = screen_text(pilot)
        assert "What did the mayor call the crossing?" in shown
        assert "One speech is quoted in two wordings." in shown
        await press(pilot, "x")
        assert place(pilot) == "reader"
        assert [d.verdict for d in stored(path).decisions] == [Verdict.REJECTED]


@piloted
async def test_a_shared_fact_can_be_decided_too(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "right_curly_bracket", "x")
        (decision,) = stored(path).decisions
        assert decision.question.startswith("The captain had reported")


@piloted
async def test_after_leaving_everything_is_where_it_was(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "J", "l", "2", "f", "comma", "vertical_line", "vertical_line")
        before = claim(pilot)
        state = reading_of(pilot).place()
        await press(pilot, "q")
        assert pilot.app._exit
    async with open_app(path) as pilot:
        reading = reading_of(pilot)
        assert claim(pilot) == before
        assert reading.place() == state
        assert (reading.base, reading.layout, reading.show.value) == ("B", "stack", "conflicts")
        assert before[1] in {t.anchor.quote for t in reading.session.tags}
        assert "2⚑doubtful" in screen_text(pilot)


@piloted
async def test_hidden_columns_stay_hidden(path: Path) -> None:
    async with open_app(path) as pilot:
        to(pilot, "B", "Nine people")
        await press(pilot, "minus", "1", "q")
    async with open_app(path) as pilot:
        assert reading_of(pilot).order == ("A", "C", "D")


@piloted
async def test_the_bar_knows_the_contradiction_of_the_claim_one_comes_back_to(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "]", "1", "q")
    async with open_app(path) as pilot:
        assert reading_of(pilot).current == "x2"


@piloted
async def test_looking_only_leaves_no_file(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        await press(
            pilot, *"jjlhJKbGg", "space", "ctrl+d", "ctrl+u", "]", "}", ")", ">", ";", "ctrl+o"
        )
        await press(
            pilot, "slash", Words("alda"), "enter", *"nN", "escape", "question_mark", "escape"
        )
        await press(pilot, "t", "escape", "enter", "j", "escape", "o", "j", "escape", "T", "escape")
        await press(pilot, *"fffff", "s", "z", "|", "|", "-", "+", "f8", "f1", "escape", "q")
        assert pilot.app._exit
    assert not path.parent.exists()


@piloted
async def test_tags_are_made_on_every_page_of_text(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "enter")
        assert place(pilot) == "compare"
        await press(pilot, "1", "escape", "o")
        assert place(pilot) == "source"
        await press(pilot, "2")
        assert tags_in(path) == {TWELVE: ("fact", "doubtful")}


@piloted
async def test_lines_that_stand_in_no_row_can_be_tagged_in_the_source(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "o", "G", "4")
        assert tags_in(path) == {"Sign up for our newsletter.": ("quote",)}
        await press(pilot, "escape")
        assert place(pilot) == "reader"
        assert claim(pilot)[0] == "A"


@piloted
async def test_the_list_of_tags_finds_goes_edits_and_removes(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1", "J", "2", "g", "T")
        assert place(pilot) == "tags"
        assert "Tags: 2" in screen_text(pilot)
        await press(pilot, "slash", Words("doubt"), "enter")
        assert "Tags: 1 of 2" in screen_text(pilot)
        await press(pilot, "e", *"odd", "escape")
        assert {t.note for t in stored(path).tags} == {"", "odd"}
        await press(pilot, "enter")
        assert place(pilot) == "reader"
        assert claim(pilot)[1].startswith("The captain")
        await press(pilot, "T", "backspace")
        assert list(tags_in(path).values()) == [("doubtful",)]
        await press(pilot, "u", "escape")
        assert len(tags_in(path)) == 2


@piloted
async def test_an_empty_list_of_tags_says_how_to_make_one(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "T")
        assert "No tags yet" in screen_text(pilot)
        await press(pilot, "enter", "e", "backspace")
        assert place(pilot) == "tags"


@piloted
async def test_the_top_line_says_saved_only_when_it_is(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "1")
        assert "saved" in screen_text(pilot).splitlines()[0]
        path.parent.chmod(0o500)
        try:
            await press(pilot, "2")
            top = screen_text(pilot).splitlines()[0]
            assert ("saved" in top) == (tags_in(path)[TWELVE] == ("fact", "doubtful"))
        finally:
            path.parent.chmod(0o700)
