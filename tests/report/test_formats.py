"""Every format can be written, and is described."""

import json

import pytest

from tests.report.made import ANALYSIS, PLACES, SESSION, STORY
from tui.model.settings import Settings
from tui.report.formats import ABOUT, Format, Reported, write

BEGINS = {
    Format.TEXT: "Fire at the harbour\n",
    Format.MARKDOWN: "# Fire at the harbour\n",
    Format.HTML: "<!doctype html>\n",
    Format.JSON: "{\n",
    Format.CSV: "id,article,file,",
}


@pytest.mark.parametrize("format", Format)
def test_each_format_is_written_from_the_same_story(format: Format) -> None:
    text = write(format, Reported(STORY, ANALYSIS, Settings(), SESSION, PLACES))
    assert text.startswith(BEGINS[format])
    assert text.endswith("\n")
    assert "Nobody was hurt." in text
    if format is Format.JSON:
        assert json.loads(text)["session"]["annotator"] == "ana"


@pytest.mark.parametrize("format", Format)
def test_each_format_is_described_and_has_its_own_suffix(format: Format) -> None:
    assert ABOUT[format].name
    assert ABOUT[format].use
    assert len({about.suffix for about in ABOUT.values()}) == len(Format)


def test_without_a_session_there_are_no_tags_to_list() -> None:
    text = write(Format.CSV, Reported(STORY, ANALYSIS, Settings(), None, {}))
    assert text.count("\n") == 1
