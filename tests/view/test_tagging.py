"""The main job by keys alone: tag, note, decide, undo, leave, come back; the file tells all."""

import shutil
from pathlib import Path

import pytest

from tests.page.story import HURT, STORY
from tests.view.sample import TWELVE, only_tag, stored, tags_in
from tests.view.user import WIDE, Words, open_app, using
from tui.config import Config
from tui.model.finding import finding_key
from tui.model.tag import Confidence, Status, Verdict
from tui.page.signs import UNICODE
from tui.session.desk import Desk
from tui.view.app import RashomonApp
from tui.view.story.open_story import OpenStory
from tui.view.story.resuming import place_of


async def test_a_digit_tags_the_claim_and_takes_the_tag_off_again(path: Path) -> None:
    async with open_app(path) as user:
        assert user.claim == ("A", TWELVE)
        await user.press("1")
        assert tags_in(path) == {TWELVE: ("fact",)}
        assert "⚑F" in user.text
        await user.press("2")
        assert tags_in(path) == {TWELVE: ("fact", "doubtful")}
        await user.press("1", "2")
        assert tags_in(path) == {}


async def test_a_digit_without_a_label_says_so(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("9")
        assert "No label has the digit 9" in user.told[-1]
    assert not path.exists()


async def test_the_label_menu_filters_what_is_typed(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("t")
        assert user.place == "LabelMenu"
        await user.press(Words("load"), "enter")
        assert user.place == "reader"
        assert tags_in(path) == {TWELVE: ("loaded",)}


async def test_the_label_menu_is_walked_with_the_arrows_and_left_with_escape(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("t", "down", "down", "up", "enter")
        assert tags_in(path) == {TWELVE: ("doubtful",)}
        await user.press("t", "escape")
        assert user.place == "reader"
        assert tags_in(path) == {TWELVE: ("doubtful",)}


async def test_digits_and_letters_typed_in_a_field_never_tag(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press("t", Words("123q.A"), "escape")
        await user.press("slash", Words("1 2 u]"), "escape")
        await user.press("e", *"1", "escape", "u")
        await user.press("colon", *"12", "escape")
        assert user.place == "reader"
        assert stored(path).tags == ()


async def test_a_dot_puts_the_last_label_on_the_next_claim(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("3", "j", "full_stop")
        captain = "The captain had reported trouble with the rudder an hour earlier."
        assert tags_in(path) == {TWELVE: ("opinion",), captain: ("opinion",)}


async def test_capital_a_tags_what_the_others_say_of_the_same(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("7", "A")
        found = tags_in(path)
        for words in (
            TWELVE,
            "Nine people were hurt, a spokesman of the hospital said.",
            "Twelve were hurt.",
        ):
            assert found[words] == ("check",)
        assert {t.anchor.article for t in stored(path).tags} == {"A", "B", "C", "D"}
        await user.press("u")
        assert tags_in(path) == {TWELVE: ("check",)}


async def test_backspace_takes_the_whole_tag_away(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "4", "backspace")
        assert tags_in(path) == {}
        await user.press("backspace")
        assert "no tag" in user.told[-1]


async def test_a_note_is_kept_by_escape_with_status_and_confidence(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("e", Words("call them"), "enter", Words("1 [b]"), "f2", "f3", "escape")
        assert user.place == "reader"
        tag = only_tag(path)
        assert tag.note == "call them\n1 [b]"
        assert (tag.status, tag.confidence) == (Status.CHECKED, Confidence.LOW)
        assert tag.anchor.quote == TWELVE
        await user.press("e", Words(" now"), "escape")
        assert only_tag(path).note == "call them\n1 [b] now"


async def test_opening_a_note_and_closing_it_writes_nothing(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("e", "escape")
    assert not path.exists()


async def test_a_note_that_was_being_typed_when_the_program_ended_is_there_again(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.view.screens.windows.PAUSE", 0.001)
    monkeypatch.setattr("tui.session.draft.alive", lambda process: False)

    def app() -> RashomonApp:
        def desk() -> Desk:
            return Desk.open(path, STORY.name, "anna", places=tmp_path / "places")

        shown = RashomonApp(OpenStory(STORY, desk, UNICODE), Config(), lambda: STORY)
        shown.animation_level = "none"
        return shown

    async with using(app(), WIDE) as killed:
        await killed.press("e", Words("call them"))
        while not list((tmp_path / "places").glob("*.journal")):
            await killed.pause(0.01)
        left = tmp_path / "left"
        shutil.copytree(tmp_path / "places", left)
    assert not path.exists()
    shutil.copytree(left, tmp_path / "places", dirs_exist_ok=True)
    async with using(app(), WIDE) as user:
        assert "kept the note that was being typed" in user.told[0].lower()
        await user.settle()
        assert only_tag(path).note == "call them"
        assert not list((tmp_path / "places").glob("*.journal"))
        await user.press("u")
        assert "Undone: noted on A" in user.told[-1]


async def test_undo_and_redo_go_back_and_forth_and_show_where(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "J", "2", "G")
        await user.press("u")
        assert "Undone: tagged A ‘doubtful’" in user.told[-1]
        assert user.claim[1].startswith("The captain")
        assert tags_in(path) == {TWELVE: ("fact",)}
        await user.press("u")
        assert user.claim == ("A", TWELVE)
        assert tags_in(path) == {}
        await user.press("u")
        assert "nothing to undo" in user.told[-1]
        await user.press("U", "U")
        assert len(tags_in(path)) == 2
        await user.press("U")
        assert "nothing to do again" in user.told[-1]


@pytest.mark.parametrize(
    ("key", "verdict", "sign"), [("a", Verdict.CONFIRMED, "✓"), ("x", Verdict.REJECTED, "✗")]
)
async def test_a_finding_is_decided_with_one_key_and_freed_with_the_same(
    path: Path, key: str, verdict: Verdict, sign: str
) -> None:
    async with open_app(path) as user:
        await user.press(key)
        (decision,) = stored(path).decisions
        assert decision.finding == finding_key(HURT, STORY)
        assert decision.verdict is verdict
        assert decision.question == HURT.question
        assert f"≠1{sign}" in user.text
        await user.press(key)
        assert stored(path).decisions == ()


async def test_read_why_then_reject_takes_three_keys(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("]", "question_mark")
        shown = user.text
        assert "What did the mayor call the crossing?" in shown
        assert "One speech is quoted in two wordings." in shown
        await user.press("x")
        assert user.place == "reader"
        assert [d.verdict for d in stored(path).decisions] == [Verdict.REJECTED]


async def test_a_shared_fact_can_be_decided_too(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("right_curly_bracket", "x")
        (decision,) = stored(path).decisions
        assert decision.question.startswith("The captain had reported")


async def test_after_leaving_everything_is_where_it_was(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("J", "l", "2", "f", "comma", "vertical_line", "vertical_line")
        before = user.claim
        state = place_of(user.reading)
        await user.press("q")
        assert user.app._exit
    async with open_app(path) as user:
        reading = user.reading
        assert user.claim == before
        assert place_of(reading) == state
        assert (reading.chosen.base, reading.chosen.layout, reading.show.value) == (
            "B",
            "stack",
            "conflicts",
        )
        assert before[1] in {t.anchor.quote for t in reading.session.tags}
        assert "2⚑doubtful" in user.text


async def test_hidden_columns_stay_hidden(path: Path) -> None:
    async with open_app(path) as user:
        user.to("B", "Nine people")
        await user.press("minus", "1", "q")
    async with open_app(path) as user:
        assert user.reading.order == ("A", "C", "D")


async def test_the_bar_knows_the_contradiction_of_the_claim_one_comes_back_to(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("]", "1", "q")
    async with open_app(path) as user:
        assert user.reading.current == "x2"


async def test_looking_only_leaves_no_file(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.press(
            *"jjlhJKbGg", "space", "ctrl+d", "ctrl+u", "]", "}", ")", ">", ";", "ctrl+o"
        )
        await user.press(
            "slash", Words("alda"), "enter", *"nN", "escape", "question_mark", "escape"
        )
        await user.press("t", "escape", "enter", "j", "escape", "o", "j", "escape", "T", "escape")
        await user.press(*"fffff", "s", "z", "|", "|", "-", "+", "f8", "f1", "escape", "q")
        assert user.app._exit
    assert not path.parent.exists()


async def test_tags_are_made_on_every_page_of_text(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("enter")
        assert user.place == "compare"
        await user.press("1", "escape", "o")
        assert user.place == "source"
        await user.press("2")
        assert tags_in(path) == {TWELVE: ("fact", "doubtful")}


async def test_lines_that_stand_in_no_row_can_be_tagged_in_the_source(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("o", "G", "4")
        assert tags_in(path) == {"Sign up for our newsletter.": ("quote",)}
        await user.press("escape")
        assert user.place == "reader"
        assert user.claim[0] == "A"


async def test_the_list_of_tags_finds_goes_edits_and_removes(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1", "J", "2", "g", "T")
        assert user.place == "tags"
        assert "Tags: 2" in user.text
        await user.press("slash", Words("doubt"), "enter")
        assert "Tags: 1 of 2" in user.text
        await user.press("e", *"odd", "escape")
        assert {t.note for t in stored(path).tags} == {"", "odd"}
        await user.press("enter")
        assert user.place == "reader"
        assert user.claim[1].startswith("The captain")
        await user.press("T", "backspace")
        assert list(tags_in(path).values()) == [("doubtful",)]
        await user.press("u", "escape")
        assert len(tags_in(path)) == 2


async def test_an_empty_list_of_tags_says_how_to_make_one(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("T")
        assert "No tags yet" in user.text
        await user.press("enter", "e", "backspace")
        assert user.place == "tags"


async def test_the_top_line_says_saved_only_when_it_is(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("1")
        assert "saved" in user.text.splitlines()[0]
        path.parent.chmod(0o500)
        try:
            await user.press("2")
            top = user.text.splitlines()[0]
            assert ("saved" in top) == (tags_in(path)[TWELVE] == ("fact", "doubtful"))
        finally:
            path.parent.chmod(0o700)


async def test_the_top_line_says_saved_of_a_decision_too(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("]", "a")
        await user.app.workers.wait_for_complete()
        await user.pause()
        assert stored(path).decisions
        assert "saved" in user.text.splitlines()[0]
