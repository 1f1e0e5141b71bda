"""An article that is not English says so; one that may be does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.model.settings import ReadingSettings
from tui.reading.language import NOTE, foreign
from tui.reading.story import read_story

ROOT = Path(__file__).parents[2]
FRENCH = (
    "Un incendie s'est déclaré mardi soir dans un entrepôt du port. Neuf personnes ont été "
    "hospitalisées, selon les pompiers, qui ont maîtrisé le feu vers minuit. La cause en est "
    "encore inconnue, a dit le capitaine, et la maire a annoncé une enquête."
)
GERMAN = (
    "Bei einem Brand im Hafen sind am Dienstagabend neun Menschen verletzt worden, das teilte die "
    "Feuerwehr mit. Wir hatten das Feuer erst gegen Mitternacht unter Kontrolle, sagte der Leiter "
    "des Einsatzes, und die Ursache ist noch nicht bekannt, so die Polizei in der Stadt."
)


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        GERMAN,
        "В порту Выборга во вторник вечером загорелся склад, сообщили в МЧС.",
        "周二晚上港口仓库发生火灾四人被送往医院火势直到凌晨两点才得到控制没有人死亡市长宣布展开调查",
        "اندلع حريق مساء الثلاثاء في مستودع بالميناء، ونُقل تسعة أشخاص إلى المستشفى.",
    ],
)
def test_other_languages_are_told(text: str) -> None:
    assert foreign([text])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Incendie au port",
        "Москва",
        "The fire in Köln, Łódź and São Paulo was put out by noon, and nobody was hurt in it. " * 3,
        "Boats: 12. Quays: 3. " * 5,
    ],
)
def test_english_and_what_is_too_short_to_tell_is_not(text: str) -> None:
    assert not foreign([text])


@pytest.mark.parametrize("seed", ["harbour-fire", "lavrov-wang-2025"])
def test_no_english_report_is_taken_for_another(seed: str) -> None:
    story = read_story([ROOT / "seeds" / seed], ReadingSettings())
    assert not any(NOTE in article.notes for article in story.articles)


def test_the_article_says_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Incendie au port\n\n{FRENCH}\n", encoding="utf-8")
    (article,) = read_story([tmp_path], ReadingSettings()).articles
    assert NOTE in article.notes
