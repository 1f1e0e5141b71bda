"""The analysis as JSON obeys its contract, key by key."""

import json
from dataclasses import replace

from tests.report.made import ANALYSIS, SESSION, STORY, article
from tui import __version__
from tui.model.finding import Analysis, finding_key
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.report.as_json import as_json, dumps

TEXT = as_json(STORY, ANALYSIS, ReadingSettings(), AnalysisSettings())
WHOLE = json.loads(TEXT)


def test_the_top_level_names_program_settings_and_story() -> None:
    assert list(WHOLE) == [
        "schema", "program", "settings", "story", "articles", "rows", "links", "facts",
        "contradictions", "only",
    ]  # fmt: skip
    assert WHOLE["schema"] == 1
    assert WHOLE["program"] == {"name": "rashomon", "version": __version__}
    assert WHOLE["settings"]["link"] == AnalysisSettings().link
    assert WHOLE["settings"]["day_first"] is True
    assert WHOLE["story"] == "fire"


def test_an_article_tells_where_its_date_came_from_and_whose_copy_it_is() -> None:
    assert WHOLE["articles"][0] == {
        "id": "A", "file": "a.txt", "sha256": "00ff", "title": "Boats burn", "outlet": "Gazette",
        "published": "2025-05-04", "published_from": "header", "voice": "A", "notes": [],
        "paragraphs": [
            {"n": 1, "start": 0, "end": 26, "role": "body", "sentences": [[0, 26]]},
            {"n": 2, "start": 27, "end": 43, "role": "body", "sentences": [[27, 43]]},
        ],
    }  # fmt: skip
    assert WHOLE["articles"][1]["voice"] == "A"
    assert WHOLE["articles"][1]["published"] is None


def test_an_unreadable_article_stands_there_with_the_reason() -> None:
    assert WHOLE["articles"][3]["notes"] == ["d.txt is empty."]
    assert WHOLE["articles"][3]["paragraphs"] == []


def test_cells_stand_in_the_order_of_the_articles() -> None:
    assert list(WHOLE["rows"][0]["cells"]) == ["A", "B", "C"]
    assert WHOLE["rows"][0]["cells"]["C"] == [{"n": 2, "start": 17, "end": 46}]


def test_a_link_names_two_paragraphs() -> None:
    assert WHOLE["links"] == [
        {"a": {"article": "A", "n": 1}, "b": {"article": "C", "n": 2}, "score": 0.1235,
         "because": ["boats", "burned"]}
    ]  # fmt: skip


def test_a_contradiction_has_exactly_the_keys_of_the_contract() -> None:
    (found,) = WHOLE["contradictions"]
    assert list(found) == [
        "id", "kind", "severity", "question", "sides", "silent", "score", "because"
    ]  # fmt: skip
    assert found["sides"][1] == {
        "value": "12 boats",
        "shown": "twelve boats",
        "mentions": [{"article": "C", "start": 17, "end": 29, "text": "Twelve boats"}],
    }


def test_every_mention_slices_back_to_its_text() -> None:
    texts = {a.id: a.text for a in STORY.articles}
    mentions = [m for f in WHOLE["facts"] for m in f["mentions"]] + WHOLE["only"]
    mentions += [m for x in WHOLE["contradictions"] for s in x["sides"] for m in s["mentions"]]
    assert all(texts[m["article"]][m["start"] : m["end"]] == m["text"] for m in mentions)
    assert mentions


def test_the_session_stands_there_only_when_there_is_one() -> None:
    assert "session" not in WHOLE
    text = as_json(STORY, ANALYSIS, ReadingSettings(), AnalysisSettings(), SESSION)
    session = json.loads(text)["session"]
    assert session["tags"][0]["text"] == "Nobody was hurt."
    assert session["tags"][0]["status"] == "needs call"
    (decision,) = session["decisions"]
    assert decision["id"] == "x1"
    assert decision["finding"] == finding_key(ANALYSIS.contradictions[0], STORY)


def test_control_characters_and_lone_surrogates_are_escaped_and_survive() -> None:
    words = "a\x1b]0;x\x07\x9b\x7f\u2028\udcff≠"
    text = dumps({"words": words})
    assert all(c >= " " and not "\x7f" <= c <= "\x9f" for c in text)
    assert json.loads(text.encode("utf-8"))["words"] == words


def test_the_file_name_of_an_article_may_hold_bytes_that_are_no_text() -> None:
    odd = replace(STORY, articles=(replace(article("A", "x"), file="\udce9.txt"),))
    text = as_json(odd, Analysis(), ReadingSettings(), AnalysisSettings())
    assert json.loads(text.encode("utf-8"))["articles"][0]["file"] == "\udce9.txt"
