"""The areas that the map draws for seas, countries, regions and vague places."""

from __future__ import annotations

from components import map_areas
from tests.components.made import analysis, place, small, toponym


def test_a_country_is_its_outline_and_a_sea_its_waters_with_the_box_to_fall_back_on() -> None:
    found = {a["id"]: a for a in map_areas.areas(small()) if not a.get("vague")}
    assert found["norland"]["country"] == "NO"
    assert found["sea"]["sea"] == "adriatic sea"
    assert found["sea"]["geometry"]["type"] == "Polygon"
    assert "kotor" not in found


def test_a_region_is_a_dashed_frame() -> None:
    region = place("r", "Westmark", feature_class="L", feature_code="RGN", bbox=(10, 40, 20, 50))
    (found,) = map_areas.areas(analysis(places=(region,)))
    assert found["extent"]


def test_north_of_a_town_lies_north_of_it() -> None:
    vague = next(a for a in map_areas.areas(small()) if a.get("vague"))
    ring = vague["geometry"]["coordinates"][0]
    middle = sum(y for _, y in ring[:-1]) / (len(ring) - 1)
    assert vague["id"] == "kotor"
    assert 42.6 < middle < 44
    assert abs(sum(x for x, _ in ring[:-1]) / (len(ring) - 1) - 18.8) < 0.05


def test_relations_without_a_direction_lie_round_the_place() -> None:
    assert map_areas.bearing_of("near") is None
    assert map_areas.bearing_of("South-West of") == 225
    assert map_areas.bearing_of("southern") == 180


def test_a_box_over_the_date_line_is_not_drawn_round_the_world() -> None:
    ring = map_areas.rounded_box((170, -20, -170, -10))["coordinates"][0]
    assert max(x for x, _ in ring) - min(x for x, _ in ring) == 20


def test_the_rounded_box_touches_all_sides_and_stays_inside() -> None:
    ring = map_areas.rounded_box((10, 40, 20, 45))["coordinates"][0]
    assert [min(x for x, _ in ring), max(x for x, _ in ring)] == [10, 20]
    assert [min(y for _, y in ring), max(y for _, y in ring)] == [40, 45]
    assert ring[0] == ring[-1]


def middle_of(area: dict) -> tuple[float, float]:
    ring = area["geometry"]["coordinates"][0][:-1]
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def test_the_north_of_a_country_lies_in_it_and_north_of_a_country_beyond_it() -> None:
    country = place("n", "Norland", 60, 10, feature_class="A", feature_code="ADM1", bbox=(5, 57, 15, 63))
    for relation, within in (("northern", True), ("north of", False)):
        found = map_areas.areas(analysis(places=(country,), toponyms=(toponym("Norland", "n", relation=relation),)))
        _, lat = middle_of(next(a for a in found if a.get("vague")))
        assert lat > 60
        assert (lat < 63) is within
