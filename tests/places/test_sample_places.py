"""The places of the sample article."""

from __future__ import annotations

from dateline.records import Analysis, Place


def _meant(sample: Analysis, text: str) -> set[Place | None]:
    by_id = {p.id: p for p in sample.places}
    return {by_id.get(t.place or "") for t in sample.toponyms if t.text == text and t.within is None}


def test_its_cities_are_where_they_are(sample: Analysis) -> None:
    for name, lat, lon in (("Mosul", 36.34, 43.13), ("Baghdad", 33.34, 44.40)):
        (place,) = _meant(sample, name)
        assert place is not None and abs(place.lat - lat) < 0.2 and abs(place.lon - lon) < 0.2


def test_the_persian_gulf_lies_in_its_waters_with_its_extent(sample: Analysis) -> None:
    (gulf,) = _meant(sample, "Persian Gulf")
    assert gulf is not None and gulf.bbox is not None
    west, south, east, north = gulf.bbox
    assert west < gulf.lon < east and south < gulf.lat < north and 24 < gulf.lat < 30


def test_its_countries_and_regions_are_places(sample: Analysis) -> None:
    assert {p.name for p in sample.places} == {
        "Iraq",
        "Baghdad",
        "Mosul",
        "United States",
        "Persian Gulf",
        "Middle East",
    }


def test_syria_is_only_part_of_a_name(sample: Analysis) -> None:
    syria = [t for t in sample.toponyms if t.text == "Syria"]
    assert syria and all(t.place is None and t.within for t in syria)


def test_offices_peoples_and_armed_groups_are_no_places(sample: Analysis) -> None:
    assert not {"State", "Kurd", "Sunni", "ISIS", "Islamic State"} & {t.text for t in sample.toponyms}


def test_what_lies_north_of_baghdad_is_not_baghdad(sample: Analysis) -> None:
    assert "north of" in {t.relation for t in sample.toponyms if t.text == "Baghdad"}
