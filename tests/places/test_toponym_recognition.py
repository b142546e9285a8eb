"""What is a place name in a news text, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.places.conftest import Read

Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain is falling on Glasgow's streets and in the Netherlands.", {"Glasgow", "Netherlands"}),
        ("The Boston-based charity sent a team to Haiti.", {"Boston", "Haiti"}),
        ("U.S.-led forces left Afghanistan in a hurry.", {"U.S.", "Afghanistan"}),
        ("Trains between Lyon, Marseille and Nice were cancelled.", {"Lyon", "Marseille", "Nice"}),
        ("NAIROBI (Reuters) - Two ministers resigned on Friday.", {"NAIROBI"}),
        ("Schools in Dallas and Denton counties closed on Monday.", {"Dallas", "Denton"}),
    ],
)
def test_names_are_trimmed_of_what_is_not_part_of_them(read_places: Reader, text: str, expected: set[str]) -> None:
    assert expected == read_places(text).mapped


def test_every_span_is_the_text_at_its_offsets(read_places: Reader) -> None:
    read = read_places("Flights from “Cairo” to the U.S. and Iraq’s north were full; Kenya’s were not.")
    assert {"Cairo", "U.S.", "Iraq", "Kenya"} <= set(read.names)
    assert all(read.text[t.start : t.end] == t.text for t in read.toponyms)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Michael Jordan and Paris Hilton laughed about it with Jack London.", {"Jordan", "Paris", "London"}),
        ("Mr. China said that Mrs. Houston had left.", {"China", "Houston"}),
        (
            "He was reading a nice book on his mobile phone in March and May.",
            {"reading", "nice", "mobile", "March", "May"},
        ),
        ("The Secretary of State and the Senate met a Kurd and a Sunni cleric.", {"State", "Senate", "Kurd", "Sunni"}),
        ("ISIS fighters fought the Army, and the Union said no.", {"ISIS", "Army", "Union"}),
    ],
)
def test_people_offices_peoples_and_words_are_not_places(read_places: Reader, text: str, never: set[str]) -> None:
    assert not never & read_places(text).mapped


def test_words_that_are_also_places_are_places_where_the_text_says_so(read_places: Reader) -> None:
    read = read_places("He was reading a book in Reading, England, and she moved to Mobile, Alabama.")
    assert read.where("Reading") == ("GB", "ENG")
    assert read.where("Mobile") == ("US", "AL")


def test_a_place_at_the_head_of_an_organisation_is_marked_as_within_it(read_places: Reader) -> None:
    state = read_places("The U.S. State Department said nothing on Tuesday.").toponym("U.S.")
    assert state.within is not None and state.within.endswith("State Department")
    assert state.role == "associative" and state.place is not None


def test_a_place_at_the_tail_of_a_known_name_is_not_mapped(read_places: Reader) -> None:
    read = read_places("Fighters of the Islamic State in Iraq and Syria shelled a hospital in Tikrit.")
    assert read.mapped == {"Tikrit"}
    assert all(t.within == "Islamic State in Iraq and Syria" for t in read.toponyms if t.text in ("Iraq", "Syria"))


def test_demonyms_are_associative_mentions_of_their_country_or_city(read_places: Reader) -> None:
    read = read_places("The Kenyan minister met Brazilian and Parisian officials.")
    assert [read.place(t) and read.where(t)[0] for t in ("Kenyan", "Brazilian", "Parisian")] == ["KE", "BR", "FR"]
    assert {t.role for t in read.toponyms} == {"associative"}


def test_seas_and_regions_are_places(read_places: Reader) -> None:
    read = read_places("A carrier entered the Persian Gulf as tension rose across the Middle East.")
    gulf, east = read.place("Persian Gulf"), read.place("Middle East")
    assert gulf is not None and gulf.bbox is not None and 23 < gulf.lat < 31 and 47 < gulf.lon < 57
    assert east is not None and east.feature_class == "L"


def test_an_abbreviated_state_is_that_state(read_places: Reader) -> None:
    read = read_places("A man from Santa Fe, N.M., and a woman from Aurora, Colo., were hurt.")
    assert read.where("N.M.") == ("US", "NM") and read.where("Colo.") == ("US", "CO")
