"""Which of the places of a name is meant, and what the reader is told about why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.places import keys
from tests.places.conftest import Read

Reader = Callable[..., Read]


def test_a_state_beside_a_city_decides(read_places: Reader) -> None:
    read = read_places("A barn burned down in Paris, Texas, on Friday.")
    assert read.where("Paris") == ("US", "TX")
    assert read.toponym("Paris").reason == "named with its state or province, Texas"


def test_a_state_at_the_end_of_a_list_holds_for_the_list(read_places: Reader) -> None:
    read = read_places("Protesters marched in Paris, Houston and Austin, Texas, on Sunday.")
    assert {read.where(city) for city in ("Paris", "Houston", "Austin")} == {("US", "TX")}


def test_countries_in_a_list_are_not_towns_in_one_another(read_places: Reader) -> None:
    read = read_places("Refugees fled from Lebanon, Jordan, Georgia and Syria.")
    assert [read.where(name)[0] for name in ("Lebanon", "Jordan", "Georgia", "Syria")] == ["LB", "JO", "GE", "SY"]


def test_a_name_has_one_sense_in_an_article(read_places: Reader) -> None:
    text = "Police in London, Ky., made an arrest. London officers found the car. He is jailed in London."
    read = read_places(text)
    assert {read.where("London", n) for n in range(3)} == {("US", "KY")}
    assert "elsewhere" in (read.toponym("London", 2).reason or "")


def test_two_places_of_one_name_can_stand_in_one_article(read_places: Reader) -> None:
    read = read_places("Police in Springfield, Ill., arrested a man from Springfield, Missouri.")
    assert (read.where("Springfield"), read.where("Springfield", 1)) == (("US", "IL"), ("US", "MO"))


def test_without_other_signs_the_best_known_place_is_meant(read_places: Reader) -> None:
    read = read_places("Leaders met in London, then in Berlin and in Moscow.")
    assert [read.where(city)[0] for city in ("London", "Berlin", "Moscow")] == ["GB", "DE", "RU"]


def test_neighbours_named_too_decide(read_places: Reader) -> None:
    read = read_places(
        "Crews from Lexington and Frankfort fought the fire near Versailles. Woodford County deputies closed roads, "
        "and Kentucky sent help. Versailles schools stayed shut."
    )
    assert read.where("Versailles") == ("US", "KY")
    assert read.where("Frankfort") == ("US", "KY")


def test_the_outlet_tells_what_a_local_name_means(read_places: Reader) -> None:
    text = "Richmond police arrested a man on Main Street. Officers said the Henrico County man ran."
    assert read_places(text, "https://www.richmondgazette.example.com/a").where("Richmond") == ("US", "VA")


def test_a_capital_is_meant_before_the_state_of_its_name(read_places: Reader) -> None:
    read = read_places("Officials in Washington met envoys from Beijing about sanctions on the United States.")
    assert read.where("Washington") == ("US", "DC")


def test_a_city_is_meant_before_the_province_around_it_unless_the_text_says_province(read_places: Reader) -> None:
    read = read_places("Shells fell on Aleppo and Hama, activists said. Aid reached Hama province on Monday.")
    city, province = read.place("Hama"), read.place("Hama", 1)
    assert city is not None and city.feature_class == "P"
    assert province is not None and province.feature_class == "A"


def test_every_mapped_toponym_says_why_and_shows_its_candidates(read_places: Reader) -> None:
    read = read_places("Talks in Geneva on Ukraine and the Black Sea ended; Geneva police said so. Polish aid came.")
    for toponym in read.toponyms:
        assert toponym.reason
        assert toponym.place is None or toponym.candidates
        assert 0 <= toponym.confidence <= 1
        scores = [c.score for c in toponym.candidates]
        assert len(scores) < 2 or min(scores) >= 0


def test_places_are_numbered_once_each_in_order_of_mention(read_places: Reader) -> None:
    read = read_places("Spain beat Italy in Rome. Spanish fans left Rome for Spain.")
    assert [p.id for p in read.places] == [f"p{n}" for n in range(1, len(read.places) + 1)]
    assert read.toponym("Spain").place == read.toponym("Spanish").place == "p1"
    assert len({(p.source, p.source_id) for p in read.places}) == len(read.places)


def test_a_name_too_common_to_tell_has_no_pin(read_places: Reader) -> None:
    read = read_places("They met again in Clinton, near the mill, and drove to Franklin.")
    assert not {"Clinton", "Franklin"} & read.mapped


def test_a_street_is_placed_in_the_town_named_beside_it(read_places: Reader) -> None:
    read = read_places("A cyclist was hit on Dalrymple Street in Chicago. Chicago police closed it.")
    street = read.toponym("Dalrymple Street")
    assert street.place == read.toponym("Chicago").place is not None
    assert street.relation == "in" and "Chicago" in (street.reason or "")


@pytest.mark.parametrize("name", ["Sverdlovsk-Zarechny Quarter", "Qwxyzville"])
def test_an_unknown_name_is_never_pinned_on_its_own(read_places: Reader, name: str) -> None:
    assert read_places(f"The factory stands in {name}.").places == ()


def test_listed_counties_are_looked_up_as_counties(read_places: Reader) -> None:
    read = read_places("Storms hit Grayson and Fannin counties near Sherman, Texas.")
    county = read.place("Grayson")
    assert county is not None and county.feature_code == "ADM2" and keys.key(county.name) == "grayson county"
