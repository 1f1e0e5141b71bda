"""The one door: settings, the sample, and where a session is kept."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tui import resources, workspace
from tui.config import Config
from tui.errors import BadFile, NoStory
from tui.model.article import Story
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.model.span import Span
from tui.whereabouts import tag_places
from tui.workspace import SessionChoice

ANA = SessionChoice(annotator="ana")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folders, for settings and data alike; not there yet."""
    home = tmp_path / "home"
    monkeypatch.setattr(resources, "config_folder", lambda: home)
    monkeypatch.setattr(resources, "data_folder", lambda: home)
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "a.txt").write_text("Ten boats burned on Sunday. The mayor spoke to reporters.\n")
    (folder / "b.txt").write_text("Ten boats burned on Sunday. The bishop was silent.\n")
    return folder


def read(folder: Path) -> Story:
    return workspace.read([folder], ReadingSettings())


# -- settings ------------------------------------------------------------------


def test_without_a_file_of_their_own_readers_get_the_defaults() -> None:
    assert workspace.load_config() == Config()


def test_the_readers_own_file_is_read(home: Path) -> None:
    home.mkdir()
    (home / "config.yaml").write_text("screen:\n  fold_lines: 20\n")
    assert workspace.load_config().settings.screen.fold_lines == 20


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no such file"):
        workspace.load_config(tmp_path / "nowhere.yaml")


@pytest.mark.parametrize("odd", [Path.mkdir, os.mkfifo])
def test_settings_are_read_from_an_ordinary_file_only(
    home: Path, odd: Callable[[Path], None]
) -> None:
    """A named pipe would keep the program waiting."""
    home.mkdir()
    odd(home / "config.yaml")
    for path in (None, home / "config.yaml"):
        with pytest.raises(BadFile, match="not an ordinary file"):
            workspace.load_config(path)


def test_a_link_to_settings_that_are_gone_is_told(home: Path) -> None:
    home.mkdir()
    (home / "config.yaml").symlink_to(home / "elsewhere.yaml")
    with pytest.raises(BadFile, match="no such file"):
        workspace.load_config()


# -- files that change ---------------------------------------------------------


def test_a_file_is_edited_when_its_bytes_are_not_those_that_were_read(folder: Path) -> None:
    story = read(folder)
    assert workspace.edited_files(story) == frozenset()
    (folder / "b.txt").write_text("Ten boats burned on Monday.\n")
    assert workspace.edited_files(story) == {"b.txt"}


def test_a_file_that_became_a_pipe_is_not_waited_for(folder: Path) -> None:
    story = read(folder)
    (folder / "b.txt").unlink()
    os.mkfifo(folder / "b.txt")
    assert workspace.edited_files(story) == frozenset()


def test_a_file_that_is_gone_is_not_called_edited(folder: Path) -> None:
    story = read(folder)
    (folder / "b.txt").unlink()
    assert workspace.edited_files(story) == frozenset()


# -- the sample ----------------------------------------------------------------


def test_the_sample_is_a_story_that_can_be_read() -> None:
    assert read(workspace.sample()).readable


def test_without_any_sample_the_error_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "shipped", lambda name: tmp_path / name)
    with pytest.raises(NoStory, match="rashomon FOLDER"):
        workspace.sample()


# -- analysis ------------------------------------------------------------------


def test_text_comes_first_and_sentences_with_the_analysis(folder: Path) -> None:
    quick = read(folder)
    whole, _ = workspace.analyse(quick, AnalysisSettings())
    assert [p.sentences for p in quick.articles[0].paragraphs] == [()]
    assert [len(p.sentences) for p in whole.articles[0].paragraphs] == [2]


# -- sessions ------------------------------------------------------------------


def test_tags_are_kept_below_the_story(folder: Path) -> None:
    assert workspace.session_file([folder], ANA) == folder / "sessions" / "ana.yaml"


def test_a_file_that_was_asked_for_counts(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    assert workspace.session_file([folder], SessionChoice(mine, "ana")) == mine


def test_two_shipped_stories_have_two_sessions_outside_the_program(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next installation would take tags beside a shipped story away."""
    (folder.parent / "other").mkdir()
    monkeypatch.setattr(resources, "is_installed", lambda path: True)
    first = workspace.session_file([folder], ANA)
    other = workspace.session_file([folder.parent / "other"], ANA)
    assert first != other
    assert first.is_relative_to(home)
    assert (first.name, other.name) == ("ana.yaml", "ana.yaml")


def test_articles_named_one_by_one_have_a_session_by_their_paths(folder: Path, home: Path) -> None:
    a, b = folder / "a.txt", folder / "b.txt"
    both = workspace.session_file([a, b], ANA)
    assert both.is_relative_to(home)
    assert both == workspace.session_file([b, a], ANA)
    assert both != workspace.session_file([a], ANA)


def test_the_same_articles_have_one_session_wherever_they_are_named_from(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = workspace.session_file([folder / "a.txt"], ANA)
    monkeypatch.chdir(folder)
    assert workspace.session_file([Path("a.txt")], ANA) == far


def test_opening_a_desk_writes_nothing(folder: Path) -> None:
    before = sorted(os.listdir(folder))
    desk = workspace.open_desk([folder], read(folder).name, ANA)
    assert desk.session.annotator == "ana"
    assert sorted(os.listdir(folder)) == before


def test_no_session_is_none_unless_it_was_asked_for(folder: Path) -> None:
    story = read(folder)
    assert workspace.saved_desk([folder], story, ANA) is None
    with pytest.raises(BadFile, match="no such session file"):
        workspace.saved_desk([folder], story, SessionChoice(folder / "nowhere.yaml"))


def tagged(folder: Path, words: str) -> Story:
    """A saved session with one tag on `words` of the first article."""
    from tui.session.edits import toggle_label

    story = read(folder)
    desk = workspace.open_desk([folder], story.name, ANA)
    article = story.articles[0]
    at = article.text.index(words)
    span = Span(at, at + len(words))
    desk.apply(toggle_label(desk.session, article, span, "fact", "2025-05-04T10:00:00+00:00"))
    desk.leave()
    return story


def test_a_saved_session_comes_back(folder: Path) -> None:
    story = tagged(folder, "Ten boats burned on Sunday.")
    desk = workspace.saved_desk([folder], story, ANA)
    assert desk is not None
    assert [t.labels for t in desk.session.tags] == [("fact",)]


def test_a_tag_is_found_again_in_an_edited_text_or_is_none(folder: Path) -> None:
    tagged(folder, "Ten boats burned on Sunday.")
    path = folder / "a.txt"
    for text, found in (("It is said: " + path.read_text(), "Ten boats burned on Sunday."),
                        ("Nothing is left of it, not a word.\n", None)):  # fmt: skip
        path.write_text(text)
        story = read(folder)
        desk = workspace.saved_desk([folder], story, ANA)
        assert desk is not None
        (place,) = tag_places(story, desk.session).values()
        assert (place.span.of(text) if place else None) == found


def test_only_an_existing_session_can_be_checked(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no such session file"):
        workspace.check_session(tmp_path / "nowhere.yaml", ReadingSettings())


def test_a_session_below_its_story_is_checked_against_the_texts(folder: Path) -> None:
    tagged(folder, "Ten boats burned on Sunday.")
    path = workspace.session_file([folder], ANA)
    assert workspace.check_session(path, ReadingSettings()) == []
    (folder / "a.txt").write_text("Nothing is left of it, not a word.\n")
    assert len(workspace.check_session(path, ReadingSettings())) == 1
    elsewhere = path.rename(folder.parent / "ana.yaml")
    assert workspace.check_session(elsewhere, ReadingSettings()) == []


def test_a_folder_stands_for_its_sessions_whatever_their_annotators_are_called(
    folder: Path,
) -> None:
    """Of the files called story.yaml, the one beside the articles is no session."""
    sessions = folder / "sessions"
    sessions.mkdir()
    for file in (folder / "story.yaml", sessions / "ana.yaml", sessions / "story.yaml"):
        file.touch()
    both = [sessions / "ana.yaml", sessions / "story.yaml"]
    assert workspace.session_files([folder]) == both
    assert workspace.session_files([sessions]) == both
