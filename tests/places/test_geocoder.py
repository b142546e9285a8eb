"""The gazetteer answers as a geopy geocoder."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder

from dateline.places.gazetteer import Gazetteer
from dateline.places.geocoder import EmbeddedGeocoder
from dateline.settings import DEFAULTS


@pytest.fixture(scope="module")
def geocoder() -> EmbeddedGeocoder:
    return EmbeddedGeocoder(Gazetteer.open(DEFAULTS.gazetteer))


def test_it_is_a_geopy_geocoder(geocoder: EmbeddedGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Paris", "Paris, Île-de-France, France"),
        ("Paris, Texas", "Paris, Texas, United States"),
        ("Mosul, Iraq", "Mosul, Nineveh, Iraq"),
        ("Austin, Travis County, Texas", "Austin, Texas, United States"),
        ("Iraq", "Iraq"),
    ],
)
def test_a_query_gives_the_likeliest_place(geocoder: EmbeddedGeocoder, query: str, address: str) -> None:
    location = geocoder.geocode(query)
    assert location is not None and location.address == address


def test_raw_is_the_entry(geocoder: EmbeddedGeocoder) -> None:
    raw = geocoder.geocode("Mosul").raw
    assert (raw["source"], raw["source_id"], raw["kind"]) == ("geonames", 99072, "city")


def test_all_places_of_a_name_are_given_when_asked_for(geocoder: EmbeddedGeocoder) -> None:
    locations = geocoder.geocode("Springfield", exactly_one=False)
    assert len(locations) > 10
    assert {loc.raw["admin1"] for loc in locations} >= {"IL", "MO", "MA", "OH"}


@pytest.mark.parametrize("query", ["Xyzzyville", "Paris, Xyzzy", "Mosul, Texas", ""])
def test_what_is_nowhere_gives_none(geocoder: EmbeddedGeocoder, query: str) -> None:
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


def test_what_is_no_text_is_a_query_error(geocoder: EmbeddedGeocoder) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(None)  # type: ignore[arg-type]


def test_reverse_names_the_nearest_place(geocoder: EmbeddedGeocoder) -> None:
    location = geocoder.reverse((36.335, 43.119))
    assert location is not None and location.raw["source_id"] == 99072
    assert geocoder.reverse("36.335, 43.119").raw["source_id"] == 99072


def test_reverse_amid_the_ocean_gives_none(geocoder: EmbeddedGeocoder) -> None:
    assert geocoder.reverse((0, -30)) is None


@pytest.mark.parametrize("point", ["here", (91, 0, 0, 0)])
def test_reverse_of_no_point_is_a_query_error(geocoder: EmbeddedGeocoder, point: object) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse(point)  # type: ignore[arg-type]
