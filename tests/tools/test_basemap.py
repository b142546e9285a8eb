"""The baked basemap holds together: outlines, names and label points agree."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from components.map_assets import STATIC

BASEMAP = STATIC / "basemap"


def load(name: str) -> Any:
    return json.loads((BASEMAP / name).read_text(encoding="utf-8"))


def inside(lon: float, lat: float, geometry: dict[str, Any]) -> bool:
    """Whether a point lies in a MultiPolygon, by counting the outlines that a line to the east crosses."""
    crossed = 0
    for polygon in geometry["coordinates"]:
        for ring in polygon:
            for (x0, y0), (x1, y1) in pairwise(ring):
                if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) * (x1 - x0) / (y1 - y0):
                    crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (43.13, 36.34, "IQ"),
        (2.35, 48.85, "FR"),
        (-77.04, 38.9, "US"),
        (36.8, -1.3, "KE"),
        (178.0, 68.0, "RU"),
        (-175.0, 67.0, "RU"),
        (21.2, 42.6, "XK"),
        (0.0, -80.0, "AQ"),
    ],
)
def test_towns_lie_in_their_countries(lon: float, lat: float, code: str) -> None:
    found = [f["properties"]["iso2"] for f in load("countries.json")["features"] if inside(lon, lat, f["geometry"])]
    assert found == [code]


@pytest.mark.parametrize(("lon", "lat", "name"), [(51.5, 27.0, "Persian Gulf"), (34.0, 43.0, "Black Sea")])
def test_points_in_the_water_lie_in_their_seas(lon: float, lat: float, name: str) -> None:
    found = [f["properties"]["name"] for f in load("seas.json")["features"] if inside(lon, lat, f["geometry"])]
    assert name in found


@pytest.mark.parametrize("name", ["countries.json", "seas.json"])
def test_outlines_are_closed_rings_on_the_earth(name: str) -> None:
    for feature in load(name)["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            for ring in polygon:
                assert len(ring) >= 4
                assert ring[0] == ring[-1]
                assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_no_country_is_drawn_as_a_line_round_the_world() -> None:
    for feature in load("countries.json")["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            for ring in polygon:  # along the pole itself a long side is right: nobody sees it
                assert not [a for a, b in pairwise(ring) if abs(a[0] - b[0]) > 180 and abs(a[1]) < 89]


def test_each_country_is_labelled_within_its_outline_in_english() -> None:
    outlines = {f["properties"]["name"]: f["geometry"] for f in load("countries.json")["features"]}
    labels = {one["name"]: one["at"] for one in load("labels.json") if one["kind"] == "country"}
    assert labels.keys() == outlines.keys()
    assert {"Germany", "Ivory Coast", "Iraq", "United States"} <= labels.keys()
    outside = [name for name, (lon, lat) in labels.items() if not inside(lon, lat, outlines[name])]
    assert len(outside) <= 3, outside  # islets smaller than the rounding


def test_large_areas_are_labelled_before_small_ones() -> None:
    labels = {one["name"]: one["zoom"] for one in load("labels.json")}
    assert labels["Russia"] < labels["Iraq"] < labels["Luxembourg"]


def test_the_files_stay_small_enough_for_a_phone() -> None:
    assert sum(p.stat().st_size for p in BASEMAP.glob("*.json")) < 2_000_000
