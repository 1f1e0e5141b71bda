"""Two bare sentences held against each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from tests.analysis.said import SAID
from tui.analysis.compared.pair import Comparison, compare


def _compare(a: str, b: str, a_date: date | None = None, b_date: date | None = None) -> Comparison:
    return compare(a, b, a_date, b_date)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("The fire killed 12 people.", "The fire killed 14 people.", "number"),
        ("One person died in the fire.", "Three people died in the fire.", "number"),
        ("Police arrested one suspect.", "Police arrested three suspects.", "number"),
        ("One federal agent was hurt.", "Three agents were hurt.", "number"),
        ("The bill passed by one vote.", "The bill passed by three votes.", "number"),
        ("He won the award twice.", "He won the award three times.", "number"),
        ("Nearly half of them agreed.", "Nearly a third of them agreed.", "number"),
        ("A man was killed in the crash.", "Three men were killed in the crash.", "number"),
        ("The minister resigned on Monday.", "The minister resigned on Tuesday.", "date"),
        ("The court approved the merger.", "The court rejected the merger.", "antonym"),
        ("The company insured the store.", "The company did not insure the store.", "negation"),
        ("Smith met Jones in Paris.", "Smith met Jones in Berlin.", "place"),
        ("Norvex sued Harlan over patents.", "Harlan sued Norvex over patents.", "actor"),
    ],
)
def test_a_changed_slot_is_a_conflict_of_its_kind(a: str, b: str, kind: str) -> None:
    found = _compare(a, b)
    assert (found.relation, found.kind) == ("conflict", kind)
    assert found.conflict > found.same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The dog bit the man.", "The man was bitten by the dog."),
        ("Alexander Lukashenko spoke.", "Aleksandr G. Lukashenko spoke."),
        ("Bill Clinton met the pope in Rome.", "William Clinton met the pope in Rome."),
        ("A man and two women were killed.", "Two women and a man were killed."),
        ("A group of three men attacked the shop.", "Three men attacked the shop."),
        ("Officials confirmed the outbreak.", "The outbreak was confirmed by officials."),
        ("At least 12 people died in the fire.", "In the fire 12 people died."),
        ("The senator announced his resignation.", "The senator's resignation was announced."),
    ],
)
def test_other_words_for_one_fact_are_no_conflict(a: str, b: str) -> None:
    assert _compare(a, b).relation == "same"


def test_yesterday_is_counted_from_each_report() -> None:
    a, b = "The bank closed yesterday.", "The bank closed on Tuesday."
    assert _compare(a, b, date(2025, 6, 11), date(2025, 6, 11)).relation != "conflict"
    assert _compare(a, b, date(2025, 6, 13), date(2025, 6, 13)).relation == "conflict"


def test_sentences_without_common_words_are_unrelated() -> None:
    found = _compare("A cat sat on the mat.", "The economy grew by 3 percent.")
    assert found.relation == "unrelated"
    assert found.kind is None


@given(SAID, SAID)
def test_scores_stay_between_none_and_one(a: str, b: str) -> None:
    found = _compare(a, b)
    assert 0.0 <= found.same <= 1.0
    assert 0.0 <= found.conflict <= 1.0
    assert found.relation in ("same", "conflict", "differs", "unrelated")


def test_a_text_without_end_is_compared_by_its_beginning() -> None:
    endless = "Police arrested the driver. " + "in Paris, " * 20_000
    told = compare(endless, "Police did not arrest the driver.", None, None)
    assert 0.0 <= told.conflict <= 1.0


SAME = """
At least 12 people died in the fire. | Fourteen people died in the fire.
More than 50 protesters were arrested. | Police arrested 51 protesters.
About a dozen houses burned down. | Twelve houses burned down.
The Senate passed the bill 97-1. | The Senate passed the bill by 97 votes to 1.
Half of the voters backed the plan. | Fifty percent of voters backed the plan.
He did not deny the report. | He did not deny the report on Monday.
No fewer than 40 ships were lost. | At least 40 ships were lost.
The minister failed to appear. | The minister did not appear.
Not only teachers but also nurses went on strike. | Teachers and nurses went on strike.
Google bought the start-up. | The start-up was bought by Google.
Russia's invasion of Ukraine began in 2022. | Russia invaded Ukraine in 2022.
The bridge reopened on Monday, June 3. | The bridge reopened on 3 June.
The quake struck 10 kilometers north of Rome. | The earthquake hit 10 km north of Rome.
The budget grew by a third. | The budget grew by 33 percent.
Three men and two women were injured. | Five people were injured.
The law was passed in March 2020. | Parliament passed the law in March 2020.
"""
CONFLICT = """
At least 12 people died in the fire. | Nine people died in the fire.
The Senate passed the bill 97-1. | The Senate passed the bill 79-1.
The firm paid $5 million for the site. | The firm paid $7 million for the site.
He denied that he had met the envoy. | He admitted that he had met the envoy.
The minister failed to appear. | The minister appeared.
The company refused to pay the fine. | The company paid the fine.
A deal is unlikely this week. | A deal is likely this week.
Google bought the start-up. | The start-up bought Google.
Russia's invasion of Ukraine began in 2022. | Ukraine invaded Russia in 2022.
The shop opens at 9 a.m. | The shop opens at 10 a.m.
She was born in 1961. | She was born in 1964.
The president arrived before the ceremony. | The president arrived after the ceremony.
Officials confirmed the death of the general. | Officials denied the death of the general.
Sales increased from 10 to 15 million. | Sales fell from 15 to 10 million.
All passengers survived the crash. | All passengers died in the crash.
None of the passengers survived. | All passengers survived.
The first round was won by Smith. | The second round was won by Smith.
The quake struck 10 kilometers north of Rome. | The earthquake hit 10 km south of Rome.
The court upheld the ban. | The court overturned the ban.
The storm is expected to weaken. | The storm is expected to strengthen.
He is the youngest senator. | He is the oldest senator.
"""
NO_CONFLICT = """
Unemployment rose by 2 percent. | Unemployment rose by 2 percentage points.
The firm paid $5 million for the site. | The firm paid 4.6 million euros for the site.
The company is expected to pay the fine. | The company paid the fine.
Police say the man allegedly stole the car. | The man stole the car.
Key al-Qaida leaders were arrested there. | Key Al Qaeda leaders were arrested there.
The gunman said he was angry. | The man said he was angry.
The union refused to sign the accord. | Signing the accord was refused by the union.
They fired for a third night. | For the third night the two sides fired.
Our research does not suggest a cause. | Our research neither suggests nor proves a cause.
"""


def test_the_order_of_a_list_tells_nothing() -> None:
    one = _compare(
        "Torre is a Morning Post, Daily Sun, Evening Star, and Harbour Gazette author.",
        "Torre is an Evening Star, Daily Sun, Morning Post and Harbour Gazette author.",
    )
    assert one.relation == "same"


def test_the_setting_of_a_story_is_not_called_untrue() -> None:
    one = _compare(
        "Middle-earth was created by the writer J. R. R. Tolkien.",
        "Middle-earth is the fictional setting of the books of the writer J. R. R. Tolkien.",
    )
    assert one.relation != "conflict"


def test_what_is_called_a_hoax_is_not_the_same() -> None:
    found = _compare("The ferry Alma sank off the coast.", "The sinking of the Alma is a hoax.")
    assert (found.relation, found.kind) == ("differs", "negation")


def test_on_one_thing_what_is_not_told_again_is_nearer_to_a_conflict() -> None:
    claim = "The dam near Kolvash was finished in the valley by Soviet engineers."
    kept = _compare(claim, "Soviet engineers finished the dam near Kolvash.")
    changed = _compare(claim, "Soviet engineers began to plan the dam near Kolvash.")
    assert kept.conflict < changed.conflict < 0.5


def _rows(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        a, _, b = line.partition(" | ")
        found.append((a, b))
    return found


@pytest.mark.parametrize(("a", "b"), _rows(SAME))
def test_one_fact_in_two_wordings_is_no_conflict_and_likely_the_same(a: str, b: str) -> None:
    found = _compare(a, b)
    assert found.relation != "conflict"
    assert found.same > found.conflict


@pytest.mark.parametrize(("a", "b"), _rows(CONFLICT))
def test_what_excludes_the_other_is_a_conflict(a: str, b: str) -> None:
    found = _compare(a, b)
    assert found.relation == "conflict"
    assert found.kind is not None


@pytest.mark.parametrize(("a", "b"), _rows(NO_CONFLICT))
def test_what_may_both_be_true_is_no_conflict(a: str, b: str) -> None:
    assert _compare(a, b).relation != "conflict"


def test_only_of_two_currencies_it_is_said_that_they_differ() -> None:
    people = _compare("One soldier died in the attack.", "Three people died in the attack.")
    assert "cannot both be the number" in people.because
    assert "currenc" not in people.because


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The house was painted red.", "The house was painted blue."),
        ("The plane crashed into a mountain.", "The plane crashed into the sea."),
        ("The price of wheat doubled.", "The price of wheat tripled."),
        ("His father attended the trial.", "His uncle attended the trial."),
        ("The storm moved north.", "The storm moved west."),
    ],
)
def test_another_thing_of_one_kind_is_not_the_same(a: str, b: str) -> None:
    found = _compare(a, b)
    assert found.relation in ("differs", "conflict")
    assert found.same < 0.5


LONG = (
    "The Renn city council, meeting in emergency session after the mayor's illness, voted on "
    "Thursday to appoint deputy mayor Piotr Walden as acting head of the city, a post that he will "
    "hold until doctors allow Beata Konig to return."
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Walden was made acting head of Renn.", "Tomas Rybak was made acting head of Renn."),
        ("Piotr Walden heads Renn for now.", "A Russian heads Renn for now."),
        ("The council of Renn voted on Thursday.", "The council of Renn has yet to vote."),
    ],
)
def test_what_a_short_claim_changes_weighs_more_than_what_it_leaves_out(
    right: str, wrong: str
) -> None:
    assert _compare(LONG, wrong).conflict > _compare(LONG, right).conflict


def test_a_surname_alone_is_no_other_person() -> None:
    told = "The institute ranked Quill as the greatest star of the Norland cinema."
    other = "The institute ranked Fenwick as the greatest star of the Norland cinema."
    claim = "Mara Quill was ranked the greatest star of the Norland cinema."
    assert _compare(claim, told).conflict < 0.2 < _compare(claim, other).conflict


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Salih Magdi Ammash", "Saleh Mahdi Ammash"),
        ("Amir Muhammed Rasheed", "Amer Mohammed Rashid"),
    ],
)
def test_two_spellings_of_a_full_name_are_one_person(one: str, two: str) -> None:
    told = "Her father was {}, a former minister and member of the party leadership."
    assert _compare(told.format(one), told.format(two)).relation == "same"
