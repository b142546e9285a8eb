"""What is told of an actor: kind, sector, country, office, side and name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline import known
from dateline.settings import DEFAULTS
from tests.actors.made import Cast, cast


@pytest.mark.parametrize(
    ("text", "name", "office", "country"),
    [
        ("Iraq Prime Minister Ali Hassan spoke.", "Ali Hassan", "Prime Minister of Iraq", "IRQ"),
        ("United States Secretary of State Dean Moss warned Iran.", "Dean Moss", "Secretary of State of the U", "USA"),
        ("Luc Delorme, the French president, left.", "Luc Delorme", "president of France", "FRA"),
        ("Sen. Peter Hayes opposed the bill.", "Peter Hayes", "Senator", None),
        ("Former Balkans envoy Peter Hayes blamed Serbia.", "Peter Hayes", "Former Balkans envoy", None),
        ("Anna Weber is the chancellor of Austria.", "Anna Weber", "chancellor of Austria", "AUT"),
    ],
)
def test_the_office_and_its_country(text: str, name: str, office: str, country: str | None) -> None:
    actor = cast(text).named(name)
    assert (actor.office or "").startswith(office) and actor.country == country


def test_a_rank_between_office_and_name_is_not_the_office() -> None:
    actor = cast("Iraq security spokesman Lieutenant General Karim Nouri spoke in Baghdad.").named("Karim Nouri")
    assert "spokesman" in (actor.office or "") and "General" not in (actor.office or "")
    assert (actor.sector, actor.country) == ("MIL", "IRQ")


def test_a_person_of_unknown_country_is_not_given_the_articles() -> None:
    who = cast("Iraq's army attacked. Iraq's government fell. Peter Hayes, a professor, said Iraq was lost.")
    assert who.named("Peter Hayes").country is None


def test_an_officer_of_state_is_of_the_articles_country_where_no_other_is_named() -> None:
    who = cast("Kenya's parliament met. The finance minister resigned. Kenya has had four in a year.")
    assert who.named("Kenyan finance minister").country == "KEN"


def test_allies_and_foreigners_are_not_of_the_country_they_stand_beside() -> None:
    who = cast("Kenya expelled foreign diplomats. Kenya's government thanked its allies.")
    assert {a.country for a in who.actors if "diplomat" in a.name or "allies" in a.name} == {None}


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("The army shelled the town.", "The army", "MIL"),
        ("Police arrested a man.", "Police", "COP"),
        ("Residents fled the town.", "Residents", "CVL"),
        ("Rebels took the town.", "Rebels", "REB"),
        ("The court rejected the plea.", "The court", "JUD"),
        ("Lawmakers passed the bill.", "Lawmakers", "LEG"),
        ("The company fired hundreds.", "The company", "BUS"),
        ("A police spokesman denied it.", "A police spokesman", "COP"),
        ("The former general ran for office.", "The former general", "ELI"),
        ("Protesters burned tyres.", "Protesters", "CVL"),
        ("Journalists asked why.", "Journalists", "JRN"),
        ("The opposition boycotted the vote.", "The opposition", "OPP"),
    ],
)
def test_the_noun_tells_the_sector(text: str, words: str, sector: str) -> None:
    who = cast(text)
    (name,) = who.behind(words)
    assert who.named(name).sector == sector


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("The Kenyan government sent troops. Kenya's army shelled a village.", "Kenyan army", "Kenyan government"),
        ("Peter Hayes, spokesman for the Kenyan army, denied it.", "Peter Hayes", "Kenyan army"),
        ("Jane Marsh, president of the European Commission, warned Britain.", "Jane Marsh", "European Commission"),
        ("Hamas leader Omar Saleh spoke. Hamas fighters withdrew.", "Omar Saleh", "Hamas"),
    ],
)
def test_a_part_knows_its_whole(text: str, name: str, side: str) -> None:
    assert cast(text).side(name) == side


def test_rebels_are_no_part_of_the_government_they_fight() -> None:
    who = cast(
        "Anti-government forces took a town in Peru. Peru's government said the anti-government forces had fled."
    )
    assert {who.side(a.name) for a in who.actors if a.kind == "armed group"} == {None}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Ankara accused Damascus of lying.", {"TUR", "SYR"}),
        ("Jets bombed Damascus.", set()),
        ("She flew to Ankara.", set()),
        ("The Kremlin denied it.", {"RUS"}),
        ("The bus from Moscow arrived.", set()),
        ("The crisis in Peru may have reached a turn.", set()),
        ("Peru urges Chile to talk", {"PER", "CHL"}),
    ],
)
def test_a_capital_stands_for_its_government_only_where_it_acts_or_is_addressed(text: str, countries: set[str]) -> None:
    assert {a.country for a in cast(text).actors if a.kind == "government"} == countries


def test_an_acronym_that_the_text_uses_most_is_the_name() -> None:
    text = "ISIL took a town. ISIL, the Islamic State in Iraq and the Levant, killed ten. ISIL fled. ISIL won."
    assert cast(text).named("ISIL").kind == "armed group"


def test_the_full_name_is_the_name_where_it_is_used_as_much() -> None:
    text = "The World Trade Organization (WTO) met. The World Trade Organization ruled. The WTO said so."
    assert cast(text).named("World Trade Organization").aliases == ("WTO",)


HEAD = "id,name,aliases,kind,sector,country,office,part_of,from,to\n"
PEOPLE = (
    "hayes,Laura Hayes,Hayes,person,GOV,GBR,Prime Minister,,2010-05-11,2016-07-13\n"
    "delorme,Luc Delorme,Delorme,person,GOV,FRA,President,,2012,2017-05-14\n"
)


@pytest.fixture()
def with_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A table in which Laura Hayes and Luc Delorme are known."""
    shutil.copytree(DEFAULTS.lexicon / "actors", tmp_path / "actors")
    (tmp_path / "actors" / "people.csv").write_text(HEAD + PEOPLE, encoding="utf-8")
    made = known.table(tmp_path)
    monkeypatch.setattr(known, "table", lambda: made)
    cast.cache_clear()
    yield
    cast.cache_clear()


def hayes(text: str, day: date | None) -> tuple[str | None, str | None, str | None]:
    actor = next(a for a in cast(text, day).actors if "Hayes" in a.name)
    return actor.office, actor.sector, actor.country


PLAIN = "Laura Hayes praised the deal on Monday."


@pytest.mark.usefixtures("with_people")
def test_a_known_person_has_the_office_of_the_articles_day() -> None:
    assert hayes(PLAIN, date(2014, 6, 1)) == ("Prime Minister", "GOV", "GBR")


@pytest.mark.usefixtures("with_people")
def test_after_it_the_office_is_a_former_one() -> None:
    assert hayes(PLAIN, date(2020, 6, 1)) == ("former Prime Minister", "ELI", "GBR")


@pytest.mark.usefixtures("with_people")
def test_without_a_day_no_past_office_is_claimed() -> None:
    assert hayes(PLAIN, None)[0] is None


@pytest.mark.usefixtures("with_people")
def test_what_the_text_says_goes_before_the_table() -> None:
    office, sector, country = hayes("Canadian swimmer Laura Hayes won on Monday.", date(2014, 6, 1))
    assert "swimmer" in (office or "swimmer") and sector != "GOV" and country == "CAN"


@pytest.mark.usefixtures("with_people")
def test_a_surname_alone_is_the_known_person() -> None:
    assert hayes("Hayes told parliament on Monday that she would stay.", date(2014, 6, 1))[2] == "GBR"


@pytest.mark.usefixtures("with_people")
def test_a_surname_that_another_bears_in_the_text_is_the_others() -> None:
    who: Cast = cast("Peter Hayes, a baker, sued the city. Hayes won on Monday.", date(2014, 6, 1))
    assert who.named("Peter Hayes").country is None and len(who.behind("Hayes", 1)) == 1


@pytest.mark.usefixtures("with_people")
def test_a_government_by_its_leaders_name_is_the_leaders_country() -> None:
    who = cast("The Hayes government rejected the plan. The Delorme government accepted it.", date(2014, 6, 1))
    assert {a.country for a in who.actors if a.kind == "government"} == {"GBR", "FRA"}
