"""Session files: what is written reads back, only changed blocks change, errors have lines."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.making import FIRE, LATER, NOW, article, claim, full, session
from tests.signs import strewn
from tui.errors import BadFile
from tui.model.tag import DEFAULT_TAGSET, Place, Session, Status
from tui.session.anchor import find
from tui.session.edits import remove_tag, set_note, toggle_label
from tui.session.format import read
from tui.session.join import whole_reason
from tui.session.merge import in_order, same, same_work
from tui.session.rewrite import fresh, update


def book(text: str):  # type: ignore[no-untyped-def]
    return read(text, "s.yaml", "fire", "anna")


def test_everything_reads_back() -> None:
    again = book(fresh(full()).text())
    assert again.problems == ()
    assert same(again.session, full())
    assert (again.session.story, again.session.annotator) == ("fire", "anna")


OLD_PLACE = """
# where I stopped
place: {file: "a.txt", offset: 12, base: "a.txt#2", hidden: [], marks: "tags", seen: "1-3 5"}
"""


def test_a_place_of_an_older_file_is_read_and_goes_with_the_next_change() -> None:
    text = fresh(full()).text()
    for old in (text.replace("\ntags:\n", OLD_PLACE + "\ntags:\n", 1), text + OLD_PLACE):
        before = book(old)
        assert before.session.place == Place("a.txt", 12, "a.txt#2", marks="tags")
        assert update(before, before.session).text() == old
        less = remove_tag(before.session, before.session.tags[0].id, NOW).session
        after = update(before, less).text()
        assert "place:" not in after
        assert "# where I stopped\n" in after
        assert same_work(book(after).session, less)


def test_the_checksums_of_an_older_file_still_tell_of_changes_by_hand() -> None:
    ids = [t.id for t in session(1, 3).tags]
    text = re.sub(r"  seal: .*\n", "", fresh(session(1, 3)).text())
    old = text[: text.index("\nsealed:")] + f'\nsealed:\n  "{ids[0]}": "1a"\n  "t9": "1b"\n'
    told = [p.message for p in book(old).problems]
    assert told == [
        f"{ids[0]!r} was changed by hand since it was saved",
        "'t9' is gone from the file since it was saved",
    ]


def test_the_quote_comes_first_and_every_text_is_quoted() -> None:
    lines = fresh(session(1)).text().split("\n")
    at = lines.index("tags:")
    assert lines[at + 1] == '- quote: "The harbour burned on Sunday."'
    assert lines[at + 2] == '  labels: ["fact"]'


def test_reading_and_writing_unchanged_gives_the_same_bytes() -> None:
    text = fresh(full()).text()
    again = book(text)
    assert update(again, again.session).text() == text


NAUGHTY = strewn(
    "\x00\x1b\t\r\n\x7f\x85\x9b\xa0\u2028\u2029\u202e\ufeff\ufffe\"'\\#:-%&*!|>{}[],",
    st.characters(exclude_categories=["Cs"]),
    max_size=40,
)


@given(NAUGHTY, NAUGHTY, NAUGHTY)
def test_any_text_reads_back_as_typed(quote: str, note: str, name: str) -> None:
    text = article("x" + quote.replace("\n", " "), file=name or "a")
    made = toggle_label(Session(name, "n"), text, text.paragraphs[0].span, "fact", NOW).session
    made = set_note(made, made.tags[0].id, note, Status.CHECKED, None, NOW).session
    again = book(fresh(made).text())
    assert again.session.tags == made.tags
    assert again.problems == ()


HAND = """\
# my file
format: 1
story: fire
annotator: "anna"
mood: "good"   # not ours

tags:
# about the fire
- quote: "The harbour burned on Sunday."   # sure?
  labels: ["fact"]
  my-own: {a: [1, 2]}
  file: a.txt
  at: [0, 29]
  # deep comment
  id: t1
# about the ships
- id: t3
  file: a.txt
  note: |
    first
    second
  labels:
    - fact
    - check   # both
  quote: 'No ship was lost.'
  at: [71, 88]
# the end
decisions: []
"""


def test_a_hand_written_file_is_read() -> None:
    hand = book(HAND)
    assert [p.message for p in hand.problems] == [
        "the last part, `sealed`, is missing: cut short, or written by hand"
    ]
    first, second = hand.session.tags
    assert (first.id, first.labels) == ("t1", ("fact",))
    assert (second.note, second.labels) == ("first\nsecond\n", ("fact", "check"))
    assert hand.session.tagset == DEFAULT_TAGSET


MINIMAL = """\
format: 1
tags:
- quote: "No ship was lost."
  labels: ["fact"]
  file: "a.txt"
- quote: mayor
  file: "a.txt"
  occurrence: [2, 2]
"""


def test_a_claim_needs_its_quote_and_file_only() -> None:
    first, second = book(MINIMAL).session.tags
    whole = session(3).tags[0]
    by_quote = {first.anchor.quote: first, second.anchor.quote: second}
    ship, mayor = by_quote["No ship was lost."], by_quote["mayor"]
    assert (ship.id, ship.labels, ship.status) == (whole.id, ("fact",), Status.UNCHECKED)
    assert find(ship.anchor, FIRE).span == claim(FIRE, 3)
    found = find(mayor.anchor, FIRE).span
    assert found is not None
    assert found.start == FIRE.text.rindex("mayor")


def test_a_claim_without_id_keeps_its_text_until_it_changes() -> None:
    hand = book(MINIMAL)
    more = toggle_label(hand.session, FIRE, claim(FIRE, 1), "check", NOW).session
    text = update(hand, more).text()
    assert all(block in text for block in MINIMAL.split("tags:\n")[1].split("\n- "))
    assert same(book(text).session, more)
    assert book(text).problems == ()


def test_a_changed_claim_without_id_gets_all_that_was_missing() -> None:
    hand = book(MINIMAL)
    more = toggle_label(hand.session, FIRE, claim(FIRE, 3), "check", LATER).session
    assert len(more.tags) == 2
    text = update(hand, more).text()
    assert f'  id: "{session(3).tags[0].id}"\n' in text
    assert "  at: [71, 88]\n" in text
    assert '- quote: mayor\n  file: "a.txt"\n  occurrence: [2, 2]\n' in text
    assert same(book(text).session, more)


def test_a_note_on_a_claim_of_unknown_place_writes_no_place() -> None:
    hand = book(MINIMAL)
    ship = session(3).tags[0].id
    noted = set_note(hand.session, ship, "why?", Status.CHECKED, None, LATER).session
    text = update(hand, noted).text()
    assert "  at:" not in text
    assert same(book(text).session, noted)


def test_the_same_words_twice_without_id_say_how_to_tell_them_apart() -> None:
    twice = MINIMAL.replace("quote: mayor", 'quote: "No ship was lost."').replace(
        "occurrence: [2, 2]", "labels: [check]"
    )
    hand = book(twice)
    assert len(hand.session.tags) == 1
    assert "`occurrence: [2, 2]`" in next(p.message for p in hand.problems if p.grave)


def without_ours(text: str) -> list[str]:
    """The lines above the parts that a save adds."""
    return text[: text.index("\nsealed:")].split("\n")


def test_one_tag_changes_only_lines_of_its_own_block() -> None:
    hand = book(HAND)
    changed = hand.session.tags[0]._replace(labels=("check",), note="why?", changed=LATER)
    new = update(hand, replace(hand.session, tags=(changed, hand.session.tags[1])))
    before, after = HAND.split("\n"), without_ours(new.text())
    gone = [x for x in before if x not in after]
    come = [x for x in after if x not in before]
    assert gone == ['  labels: ["fact"]']
    assert [x for x in come if x.startswith("  ") and ":" in x][:3] == [
        '  labels: ["check"]',
        '  note: "why?"',
        f'  changed: "{LATER}"',
    ]
    assert same(book(new.text()).session, new.session)


def test_block_lists_and_literal_texts_can_be_changed_where_they_stand() -> None:
    hand = book(HAND)
    changed = hand.session.tags[1]._replace(labels=("quote",), note="", status=Status.CHECKED)
    new = update(hand, replace(hand.session, tags=(hand.session.tags[0], changed)))
    assert "# about the ships\n- id: t3\n" in new.text()
    assert book(new.text()).session.tags == (hand.session.tags[0], changed)


def test_a_removed_claim_takes_its_comment_and_leaves_its_neighbours() -> None:
    hand = book(HAND)
    less = remove_tag(hand.session, "t1", NOW).session
    text = update(hand, less).text()
    assert "about the fire" not in text
    assert "my-own" not in text
    assert "# about the ships\n- id: t3" in text
    assert "# the end\ndecisions: []" in text


def test_undo_gives_the_former_bytes_back_comment_and_all() -> None:
    hand = book(fresh(full()).text().replace("tags:\n-", "tags:\n# mine\n-", 1))
    start = hand.text()
    less = update(hand, remove_tag(hand.session, hand.session.tags[0].id, NOW).session)
    assert less.text() != start
    back = update(less, hand.session)
    assert back.text() == start


def test_a_new_claim_goes_to_its_place_between_the_others() -> None:
    start = book(fresh(session(1, 4)).text())
    more = toggle_label(start.session, FIRE, claim(FIRE, 2), "fact", NOW).session
    text = update(start, more).text()
    assert text == fresh(more).text()


@pytest.mark.parametrize(
    ("hand", "entry"),
    [
        ("tags: []\n", '- quote: "The'),
        ("tags:   # none yet\n", "tags:  # none yet\n- quote:"),
        ("", "tags:\n- quote:"),
    ],
)
def test_a_first_claim_fits_under_an_empty_list(hand: str, entry: str) -> None:
    start = book('format: 1\nstory: "fire"\n' + hand)
    new = update(start, replace(start.session, tags=session(1).tags))
    assert entry in new.text()
    assert book(new.text()).session.tags == session(1).tags


def test_indented_and_windows_files_stay_what_they_are() -> None:
    text = 'format: 1\r\ntags:\r\n  - quote: "a b"\r\n    file: a\r\n    id: t1\r\n'
    start = book(text)
    new = update(start, replace(start.session, tags=(*start.session.tags, *session(1).tags)))
    assert new.text().startswith(text)
    assert new.text().count("\n") == new.text().count("\r\n")
    assert len(book(new.text()).session.tags) == 2


NO_YAML = {
    "duplicate key": ('  id: t1\n', '  id: t1\n  id: t1\n', 16, "the key 'id' stands here twice"),
    "unclosed quote": ("'No ship was lost.'", '"No ship was lost.', 25, "while scanning"),
    "tab": ("  at: [0, 29]", "\tat: [0, 29]", 13, "while scanning"),
    "alias": ("note: |\n    first\n    second", "note: *x", 19, "anchors and aliases"),
}  # fmt: skip
"""Right text, wrong text, the line to mend, what is told."""


@pytest.mark.parametrize("name", NO_YAML)
def test_a_file_that_is_no_yaml_as_a_whole_is_shown_but_not_written(name: str) -> None:
    right, wrong, line, words = NO_YAML[name]
    hand = book(HAND.replace(right, wrong, 1))
    told = re.fullmatch(
        r"s\.yaml:(\d+):\d+: (.*); mend line (\d+), or name another file with --session",
        hand.read_only,
    )
    assert told, hand.read_only
    assert words in told[2]
    assert (told[1], told[3]) == (str(line), str(line))
    assert any(p.grave for p in hand.problems)
    assert len(hand.session.tags) == 1


@pytest.mark.parametrize("head", ["format: one\ntags: []\n", "title: a\nfiles: [b]\n"])
def test_a_file_that_is_no_session_is_not_written(head: str) -> None:
    other = book(head)
    assert other.read_only.startswith("s.yaml:1:1: a session begins with `format: 1`")
    assert [p.grave for p in other.problems] == [True]


def test_a_list_in_brackets_with_a_wrong_entry_is_not_written() -> None:
    hand = book("format: 1\ntags: [{quote: a}]\n")
    assert hand.read_only.startswith("s.yaml:2:1: this list in [brackets]")
    assert hand.read_only.endswith("mend line 2, or name another file with --session")


BROKEN = {
    "unknown status": ("  id: t1\n", "  id: t1\n  status: cheked\n", "did you mean checked?"),
    "octal": ("[0, 29]", "[012, 29]", "'012' starts with 0"),
    "time": ("[0, 29]", "[12:30, 29]", "'12:30' is not a whole number"),
    "no file": ("  file: a.txt\n", "", "file is missing or empty"),
    "twice": ("id: t3", "id: t1", "'t1' stands here twice"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_told_with_its_line_and_the_other_claims_load(name: str) -> None:
    right, wrong, words = BROKEN[name]
    text = HAND.replace(right, wrong, 1)
    hand = book(text)
    grave = [p for p in hand.problems if p.grave]
    assert any(words in p.message for p in grave), hand.problems
    lines = text.split("\n")
    begin, end = [n for n, x in enumerate(lines, 1) if x.startswith("- ")], len(lines)
    block = 1 if name == "twice" else 0
    limits = [*begin, end]
    assert limits[block] <= grave[0].line <= limits[block + 1]
    assert len(hand.session.tags) == 1
    assert hand.read_only == ""
    more = update(hand, replace(hand.session, tags=(*hand.session.tags, *session(2).tags)))
    assert all(line in more.text().split("\n") for line in lines)
    assert len(book(more.text()).session.tags) == 2


def test_a_misspelt_key_is_kept_and_warned_about() -> None:
    hand = book(HAND.replace('  labels: ["fact"]', '  lables: ["fact"]'))
    warning = next(p for p in hand.problems if "lables" in p.message)
    assert (warning.line, warning.grave) == (10, False)
    assert "did you mean labels?" in warning.message


def test_an_unknown_label_is_warned_about() -> None:
    hand = book(HAND.replace('["fact"]', '["fcat"]'))
    assert any("'fcat' is not in the tagset; did you mean fact?" in str(p) for p in hand.problems)


def test_a_newer_format_is_read_only() -> None:
    newer = book(fresh(session(1)).text().replace("format: 1", "format: 2"))
    assert "newer rashomon (format 2" in newer.read_only
    assert len(newer.session.tags) == 1


UNWRITABLE = {
    "newer": "format: 2\ntags: []\n",
    "on one line": '{format: 1, tags: [{quote: "a", file: "a.txt"}]}\n',
    "no session": "title: a\nfiles: [b]\n",
    "an entry in brackets": "format: 1\ntags: [{quote: a}]\n",
    "no YAML": 'format: 1\ntags:\n- quote: "a\n',
}


@pytest.mark.parametrize("name", UNWRITABLE)
def test_the_reason_against_writing_a_file_does_not_name_it_again(name: str) -> None:
    """Who asks for it puts file and line in front."""
    hand = book(UNWRITABLE[name])
    assert hand.read_only
    reason = whole_reason(hand)
    assert reason in [p.message for p in hand.problems]
    assert "s.yaml" not in reason


@pytest.mark.parametrize("text", ["[", "- a\n- b", "just words", "\x00", "a: &x 1", "{" * 3000])
def test_what_is_no_session_is_refused(text: str) -> None:
    with pytest.raises(BadFile):
        book(text)


def test_a_cut_file_is_noticed() -> None:
    text = fresh(session(1, 2, 3)).text()
    cut = book(text[: text.index('- quote: "No ship')])
    assert not cut.whole
    assert any("cut short" in p.message for p in cut.problems)


def test_a_lost_and_a_changed_claim_are_noticed() -> None:
    text = fresh(session(1, 2, 3)).text()
    at, end = text.index('- quote: "Twelve'), text.index('- quote: "No ship')
    lost = book(text[:at] + text[end:])
    assert [p.message for p in lost.problems] == [
        f"{session(2).tags[0].id!r} is gone from the file since it was saved"
    ]
    hand = book(text.replace("burned on Sunday", "burned on Monday"))
    assert "was changed by hand" in hand.problems[0].message


KEYS = ["id", "quote", "file", "labels", "note", "status", "at", "mine", "made"]
VALUES = [
    '"x y"', "plain words", "'single'", "[a, b]", '["fact"]', "|\n    text\n    more", "[1, 2]",
    "checked", "{a: 1, b: [2]}", ">-\n    folded\n\n    text", "\n  - one\n  - two",
    '"a\n    b"', '""', "", "7  # seven",
]  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> str:
    """Hand-made files in many styles, right and wrong."""
    out = draw(st.sampled_from(["", "# head\n", "---\n"])) + "format: 1\n"
    for part in draw(st.permutations(["tags", "decisions", "other", "place"])):
        out += draw(st.sampled_from(["", "\n", "# note\n", "  # deep\n\n"]))
        if part in ("other", "place"):
            out += f"{part}: {draw(st.sampled_from(['1', '[a]', '{offset: 3}']))}\n"
            continue
        out += f"{part}:{draw(st.sampled_from(['', '  # c']))}\n"
        indent = draw(st.sampled_from(["", "  "]))
        for n in range(draw(st.integers(0, 3))):
            out += draw(st.sampled_from(["", f"{indent}# above\n", "\n"]))
            more = draw(st.lists(st.sampled_from(KEYS[3:]), max_size=4, unique=True))
            keys = draw(st.permutations([*KEYS[:3], *more][draw(st.sampled_from([0, 0, 0, 1])) :]))
            lines = []
            for key in keys:
                value = draw(st.sampled_from(VALUES))
                if key in ("quote", "file"):
                    value = draw(st.sampled_from(VALUES[:3]))
                value = f"t{n}" if key == "id" else value.replace("\n", "\n" + indent)
                lines.append(f"{key}: {value}")
            out += f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"
            out += draw(st.sampled_from(["", f"{indent}    # below\n"]))
    return out


@given(files(), st.data())
@settings(max_examples=150)
def test_any_hand_made_file_keeps_its_text_and_takes_changes(
    text: str, data: st.DataObject
) -> None:
    try:
        hand = book(text)
    except BadFile:
        return
    assert hand.text() == text
    if hand.read_only or any("twice" in p.message for p in hand.problems):
        return  # of two equal claims the second counts once the first is gone
    tags = [
        t._replace(note=data.draw(NAUGHTY), labels=("check",), status=Status.DISPUTED)
        for t in hand.session.tags
        if data.draw(st.booleans())
    ]
    wanted = replace(hand.session, tags=in_order((*tags, *session(2).tags)))
    new = update(hand, wanted)
    again = book(new.text())
    assert again.session.tags == wanted.tags
    assert again.session.decisions == wanted.decisions
    for line in text.split("\n"):
        if line.startswith(("# note", "other:")):
            assert line in new.text()
