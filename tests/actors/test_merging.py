"""One actor for one who acts, however often and however named; two for two."""

from __future__ import annotations

import pytest

from tests.actors.made import Cast, cast


def test_a_form_of_address_tells_two_people_of_one_surname_apart() -> None:
    who = cast("Laura Hayes met Peter Hayes in Dover on Monday. Mrs. Hayes spoke at length. Mr. Hayes left early.")
    assert who.behind("Hayes", 2) == {"Laura Hayes"}
    assert who.behind("Hayes", 3) == {"Peter Hayes"}


def test_a_surname_alone_is_the_bearer_last_mentioned() -> None:
    who = cast("Laura Hayes sued the city. The city lost. Later Peter Hayes sued the bank. Hayes won.")
    assert who.behind("Hayes", 2) == {"Peter Hayes"}


def test_first_names_that_differ_by_gender_are_two_people() -> None:
    who = cast("Maria Rossi sued Mario Rossi in Milan.")
    assert {a.name for a in who.actors} >= {"Maria Rossi", "Mario Rossi"}


@pytest.fixture(scope="module")
def three_ministers() -> Cast:
    return cast(
        "Finance Minister Ana Costa, Defence Minister Rui Lopes and Health Minister Joao Dias met in Lisbon. "
        "The defence minister praised the troops. The health minister resigned. The finance minister blamed the banks."
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The defence minister", "Rui Lopes"),
        ("The health minister", "Joao Dias"),
        ("The finance minister", "Ana Costa"),
    ],
)
def test_each_of_three_ministers_keeps_the_own_office(three_ministers: Cast, words: str, name: str) -> None:
    assert three_ministers.behind(words) == {name}


def test_the_minister_without_more_is_the_one_last_mentioned() -> None:
    who = cast("Finance Minister Ana Costa met Defence Minister Rui Lopes. Lopes spoke first. The minister was angry.")
    assert who.behind("The minister") == {"Rui Lopes"}


def test_the_governments_of_two_leaders_are_two_actors() -> None:
    who = cast("The Hayes government rejected the plan. The Delorme government accepted it.")
    assert who.behind("The Hayes government") != who.behind("The Delorme government")


def test_the_armies_of_two_countries_are_two_actors() -> None:
    who = cast("The Turkish army shelled a village. The Syrian army fired back. The Turkish army denied it.")
    assert who.behind("The Turkish army", 1) == {"Turkish army"}
    assert who.behind("The Syrian army") == {"Syrian army"}


def test_soldiers_are_of_the_army_that_speaks_of_them() -> None:
    who = cast("The Turkish army shelled a village. The Syrian army said five soldiers died.")
    assert who.behind("five soldiers") == {"Syrian army"}


@pytest.mark.parametrize(
    "text",
    [
        "Iran's and Iraq's foreign ministers met in Muscat on Tuesday.",
        "The foreign ministers of Iran and Iraq met in Muscat on Tuesday.",
        "The Iranian and Iraqi foreign ministers met in Muscat on Tuesday.",
    ],
)
def test_the_ministers_of_two_countries_are_two_people(text: str) -> None:
    who = cast(text)
    found = {(a.name, a.kind, a.country) for a in who.actors if "minister" in a.name}
    assert found == {("Iranian foreign minister", "person", "IRN"), ("Iraqi foreign minister", "person", "IRQ")}


def test_an_office_before_and_one_after_a_name_both_find_their_holder() -> None:
    who = cast(
        "German Chancellor Greta Vogel received Luc Marchand, the French president. "
        "The chancellor praised the president. The president thanked her."
    )
    assert who.behind("The chancellor") == {"Greta Vogel"}
    assert who.behind("the president") == who.behind("The president") == {"Luc Marchand"}


def test_a_name_in_apposition_to_a_description_is_the_one_described() -> None:
    who = cast("Anna Kowalska, a lawyer, sued the city. Her brother Piotr Kowalski testified.")
    assert who.behind("Her brother") == {"Piotr Kowalski"}


@pytest.mark.parametrize(
    ("first", "second"),
    [("Rep. Michael Turner", "Mike Turner"), ("Elizabeth Moore", "Liz Moore"), ("Robert Crane", "Bob Crane")],
)
def test_nicknames_are_the_same_person(first: str, second: str) -> None:
    who = cast(f"{first} opposed the bill. {second} called it a disgrace.")
    assert len([a for a in who.actors if a.kind == "person"]) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("Moammar Gadhafi", "Muammar Qaddafi"), ("Sergei Orlov", "Sergey Orlov"), ("Mohamed Nasser", "Mohammed Naser")],
)
def test_transliterations_are_the_same_person(first: str, second: str) -> None:
    who = cast(f"{first} spoke on Monday. An aide said {second} was calm.")
    assert who.behind(first) == who.behind(second) != set()


def test_like_first_names_with_other_surnames_are_two_people() -> None:
    who = cast("Qassem Nouri praised the army. Qassim Haddad praised the police.")
    assert {a.name for a in who.actors if a.kind == "person"} == {"Qassem Nouri", "Qassim Haddad"}


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    who = cast("The Rural Health Network (RHN) criticised the plan. RHN said clinics would close.")
    assert who.behind("RHN", 1) == {"Rural Health Network"}


def test_the_group_is_the_armed_group_just_named() -> None:
    who = cast("Boko Haram militants attacked a village. The group said it would attack again.")
    assert who.behind("The group") == {"Boko Haram"}


def test_bare_insurgents_are_the_one_armed_group_of_the_text() -> None:
    who = cast("The army said it killed 12 insurgents. Al-Shabab fighters fled to the hills. Al-Shabab denied losses.")
    assert who.behind("12 insurgents") == who.behind("Al-Shabab fighters") == {"Al-Shabab"}


def test_bare_rebels_are_nobodys_where_two_armed_groups_are_about() -> None:
    who = cast("Hamas fought Boko Haram in a film. Somewhere else some rebels took a town.")
    assert who.behind("some rebels") & {"Hamas", "Boko Haram"} == set()


def test_the_company_is_the_subject_just_named() -> None:
    who = cast("Acme sued Globex on Monday. The company said its rival had copied its phones.")
    assert who.behind("The company") == {"Acme"}


def test_an_office_told_before_its_holder_is_named_is_the_holders() -> None:
    who = cast("The attorney general will sue the bank.\n\nAttorney General Peter Hayes said so on Monday.")
    assert who.behind("The attorney general") == {"Peter Hayes"}


def test_the_two_leaders_are_both() -> None:
    who = cast("Greta Vogel met Luc Marchand on Monday. The two leaders agreed to meet again. They signed a treaty.")
    assert who.behind("The two leaders") == who.behind("They") == {"Greta Vogel", "Luc Marchand"}


def test_they_are_those_joined_by_and() -> None:
    who = cast("Mayor Lopez and Governor Chen spoke on Sunday. They condemned the attack.")
    assert who.behind("They") == {"Lopez", "Chen"}


def test_they_are_the_group_before_the_body() -> None:
    who = cast("Protesters threw stones at police. They were arrested.")
    assert who.behind("They") == {"Protesters"}


@pytest.mark.parametrize(
    "words",
    ["the government", "The Shiite-led government", "The Abadi government", "Iraq's government"],
)
def test_a_government_by_any_of_its_names_is_the_countrys(words: str) -> None:
    who = cast(f"Iraq's prime minister Haider al-Abadi spoke in Baghdad. {words} sent troops. The government fell.")
    assert len(who.behind(words)) == 1
    assert who.behind(words) == who.behind("The government")


def test_governments_of_two_countries_are_two_actors() -> None:
    who = cast("Peru's government accused Chile's government of spying. The Chilean government denied it.")
    assert who.behind("Chile's government") == who.behind("The Chilean government") != who.behind("Peru's government")


def test_a_ministry_described_is_the_ministry_named() -> None:
    who = cast("Chile's trade ministry filed a complaint. The Ministry of Trade blamed the growers.")
    assert who.behind("Chile's trade ministry") == who.behind("Ministry of Trade") != set()


@pytest.mark.parametrize(
    "text",
    [
        "No amount of money given by any administration would have helped.",
        "The parties must act as a united government.",
    ],
)
def test_a_kind_of_actor_is_no_actor(text: str) -> None:
    assert [a.name for a in cast(text).actors if a.kind == "government"] == []


@pytest.mark.parametrize(
    "text", ["It rained in Mosul on Friday.", "He bought a rifle for $300.", "The battle was won."]
)
def test_places_days_weapons_and_amounts_are_no_actors(text: str) -> None:
    assert all(m.text == "He" for a in cast(text).actors for m in a.mentions)
