"""Divisions of countries: states, provinces, governorates (first order), counties and districts (second order)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.places.store import Alias, Row
from tools.gazetteer import geonames, shapes
from tools.gazetteer.geonames import Division

City = dict[str, Any]
_GENERIC = re.compile(
    r" (?:County|Parish|Borough|Census Area|Municipality|Governorate|Province|Prefecture|Oblast|Oblast['’]|Region|"
    r"District|Department|Canton|Voivodeship|State|Emirate|Krai|Division)$|"
    r"^(?:Provincia de|Provincia di|Departamento de|"
    r"Département de la|Département du|Département de|Province of|State of|Region of|Landkreis|County of|Condado de) "
)
_KINDS = {"Administrative region": "Oblast", "Autonomous region": "Region"}
_ENGLISH_SPEAKING = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA"}
_ENGLISH = {"Governorate", "Province", "State", "Region", "Prefecture", "District", "County", "Department", "Oblast",
            "Voivodeship", "Canton", "Emirate", "Territory", "Parish", "Division"}  # fmt: skip


def natural_earth(package: Path) -> dict[int, dict[str, Any]]:
    """GeoNames id -> Natural Earth's feature of a first order division."""
    file = package / "package" / "data" / "states" / "admin1.json"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {f["properties"]["gn_id"]: f for f in features if (f["properties"].get("gn_id") or 0) > 0}


def first_order(
    divisions: dict[int, Division], inside: dict[int, list[City]], features: dict[int, dict[str, Any]]
) -> Iterator[Row]:
    """One row a first order division, at Natural Earth's label point, or amid its populated places."""
    doubled = _doubled(features)
    for number, division in divisions.items():
        if division.level != 1:
            continue
        feature, cities = features.get(division.geonameid), inside.get(number, [])
        if not feature and not cities:
            continue
        properties = feature["properties"] if feature else {}
        lat, lon = (properties["latitude"], properties["longitude"]) if feature else _amid(cities)
        people = sum(c["population"] for c in cities)
        english = _english_names(division, properties, doubled)
        yield Row(
            name=english[0],
            kind="admin1",
            feature_class="A",
            feature_code="ADM1",
            country=division.country,
            lat=lat,
            lon=lon,
            source="geonames",
            source_id=division.geonameid,
            admin1=division.code.split(".", 1)[1],
            population=people or None,
            weight=geonames.size_weight(people) + 0.5,
            bbox=_feature_box(feature),
            aliases=tuple(_aliases(english, division)),
        )


def second_order(
    divisions: dict[int, Division], inside: dict[int, list[City]], outlines: dict[str, shapes.Ring]
) -> Iterator[Row]:
    """One row a second order division, at the centre of its outline (US counties), else amid its populated places."""
    for number, division in divisions.items():
        if division.level != 2:
            continue
        country, first, second = division.code.split(".", 2)
        cities = inside.get(number, [])
        ring = outlines.get(f"{first}.{second}") if country == "US" else None
        if ring:
            lon, lat = shapes.centroid(ring)
        elif cities:
            lat, lon = _amid(cities)
        else:
            continue
        people = sum(c["population"] for c in cities)
        yield Row(
            name=division.name,
            kind="admin2",
            feature_class="A",
            feature_code="ADM2",
            country=country,
            lat=lat,
            lon=lon,
            source="geonames",
            source_id=division.geonameid,
            admin1=first,
            admin2=second,
            population=people or None,
            weight=geonames.size_weight(people) * 0.85,
            bbox=shapes.box([ring]) if ring else None,
            aliases=tuple(_aliases([division.name], division)),
        )


def _amid(cities: list[City]) -> tuple[float, float]:
    """The mean point of populated places."""
    return sum(c["latitude"] for c in cities) / len(cities), sum(c["longitude"] for c in cities) / len(cities)


def _doubled(features: dict[int, dict[str, Any]]) -> set[tuple[str, str]]:
    """(country, English name) that more than one division bears, as a city and the province round it."""
    counts = Counter((f["properties"]["iso_a2"], f["properties"].get("name_en") or "") for f in features.values())
    return {named for named, times in counts.items() if times > 1}


def _told_apart(division: Division, names: list[str], doubled: set[tuple[str, str]]) -> str | None:
    """The better name, where the first of the names is short of a word or is another division's too."""
    if not names:
        return None
    if division.name.isascii() and division.name.startswith(names[0]):
        return division.name
    if (division.country, names[0]) in doubled:
        if division.country in _ENGLISH_SPEAKING:
            return division.name
        kind = _KINDS.get(division.kind, division.kind)
        if kind in _ENGLISH:
            return f"{names[0]} {kind}"
    return None


def _english_names(division: Division, properties: dict[str, Any], doubled: set[tuple[str, str]]) -> list[str]:
    """The division's names for English readers, the usual one first."""
    usual = [properties.get("name_en"), division.name, properties.get("name"), properties.get("gn_name")]
    names = list(dict.fromkeys(n for n in usual if n and geonames.latin(n)))
    told_apart = _told_apart(division, names, doubled)
    if told_apart:
        names = [told_apart, *(n for n in names if n != told_apart)]
    return names or [division.name]


def _aliases(names: list[str], division: Division) -> Iterator[Alias]:
    given = [*names, *(n for n in division.names if geonames.latin(n))]
    for name in dict.fromkeys(given):
        short = _GENERIC.sub("", name)
        yield Alias(name, "official" if name == names[0] else "alternate")
        if short != name and len(short) > 3:
            yield Alias(short, "short")
        if division.level == 1 and short and division.kind in _ENGLISH and division.kind not in name:
            yield Alias(f"{short} {division.kind}", "official")
            if division.kind == "Governorate":
                yield Alias(f"{short} Province", "alternate")
    if division.country == "US" and division.level == 2 and names[0].endswith(" County"):
        yield Alias(names[0].replace(" County", " Counties"), "alternate")


def _feature_box(feature: dict[str, Any] | None) -> shapes.Box | None:
    if not feature or not feature.get("geometry"):
        return None
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return shapes.main_box([polygon[0] for polygon in polygons], apart=4.0)


def county_outlines(package: Path) -> dict[str, shapes.Ring]:
    """Outlines of the counties of the United States: "TX.453" -> its largest ring (TopoJSON unpacked)."""
    topology = json.loads((package / "package" / "counties-10m.json").read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    states = {g["id"]: g["properties"]["name"] for g in topology["objects"]["states"]["geometries"]}
    found: dict[str, shapes.Ring] = {}
    for geometry in topology["objects"]["counties"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [_ring(polygon[0], arcs) for polygon in polygons]
        state = _POSTAL.get(states[geometry["id"][:2]])
        if state:
            found[f"{state}.{geometry['id'][2:]}"] = max(rings, key=shapes.area)
    return found


def _arcs(topology: dict[str, Any]) -> list[list[shapes.Point]]:
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    unpacked = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        unpacked.append(points)
    return unpacked


def _ring(numbers: list[int], arcs: list[list[shapes.Point]]) -> list[shapes.Point]:
    points: list[shapes.Point] = []
    for n in numbers:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        points.extend(arc if not points else arc[1:])
    return points


_POSTAL = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO",
    "Connecticut": "CT", "Delaware": "DE", "District of Columbia": "DC", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS",
    "Kentucky": "KY", "Louisiana": "LA", "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA",
    "Michigan": "MI", "Minnesota": "MN", "Mississippi": "MS", "Missouri": "MO", "Montana": "MT",
    "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH", "New Jersey": "NJ", "New Mexico": "NM",
    "New York": "NY", "North Carolina": "NC", "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK",
    "Oregon": "OR", "Pennsylvania": "PA", "Rhode Island": "RI", "South Carolina": "SC", "South Dakota": "SD",
    "Tennessee": "TN", "Texas": "TX", "Utah": "UT", "Vermont": "VT", "Virginia": "VA", "Washington": "WA",
    "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
}  # fmt: skip
