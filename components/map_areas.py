"""The areas that the map draws: seas, countries and regions in their extent, vague places as "somewhere here".

Pure functions from an Analysis to GeoJSON. Positions are degrees WGS 84, longitude first.
"""

from __future__ import annotations

import math
from typing import Any

from dateline.records import Analysis, BBox, Place, Toponym

KM_A_DEGREE = 111.2
VAGUE_KM = 80
"""Radius of the area drawn for "north of Mosul": how far news mean by it is unknown, so the outline is dotted."""
_BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270}
_BEARINGS |= {"northwest": 315}
POINTS = {"P", "S", "R"}
"""GeoNames classes of what is a point at the map's scale: towns, sites, roads."""


def mentions_of(analysis: Analysis) -> dict[str, list[Toponym]]:
    """The toponyms of each place by its id, in the order of the text."""
    found: dict[str, list[Toponym]] = {p.id: [] for p in analysis.places}
    for toponym in analysis.toponyms:
        if toponym.place in found:
            found[toponym.place].append(toponym)
    return found


def on_earth(place: Place) -> bool:
    """Whether a place has a position that a map can show."""
    return math.isfinite(place.lat) and math.isfinite(place.lon) and abs(place.lat) <= 90 and abs(place.lon) <= 180


def areas(analysis: Analysis) -> list[dict[str, Any]]:
    """What is drawn as an area: {id, country | sea, geometry, extent, vague}; the browser knows the basemap's outlines.

    `geometry` is drawn where the basemap has no such country or sea; `extent` says that it is only a frame.
    """
    mentions = mentions_of(analysis)
    found = []
    for place in analysis.places:
        if not on_earth(place):
            continue
        if place.feature_class not in POINTS:
            found.append(_area(place))
        relations = dict.fromkeys(t.relation for t in mentions[place.id] if t.relation)
        found.extend(_vague(place, relation) for relation in relations)
    return [area for area in found if area]


def _area(place: Place) -> dict[str, Any] | None:
    area: dict[str, Any] = {"id": place.id}
    if place.feature_class == "A" and (place.feature_code or "").startswith("PCL") and place.country:
        area["country"] = place.country
    elif place.feature_class == "H":
        area["sea"] = place.name.lower().removeprefix("the ")
    if place.bbox:
        area["geometry"] = rounded_box(place.bbox)
        area["extent"] = not {"country", "sea"} & area.keys()
    return area if len(area) > 1 else None


def rounded_box(box: BBox, corner: float = 0.25, steps: int = 5) -> dict[str, Any]:
    """A box as a GeoJSON polygon with rounded corners, `corner` being their share of the shorter side.

    A box over the 180th meridian (west > east) goes on beyond 180 degrees.
    """
    west, south, east, north = box
    east += 360 if east < west else 0
    south, north = max(south, -85), min(north, 85)
    r = corner * min(east - west, north - south)
    ring = []
    for x, y, turn in (
        (east - r, north - r, 0),
        (west + r, north - r, 90),
        (west + r, south + r, 180),
        (east - r, south + r, 270),
    ):
        for step in range(steps + 1):
            angle = math.radians(turn + 90 * step / steps)
            ring.append([round(x + r * math.cos(angle), 3), round(y + r * math.sin(angle), 3)])
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _vague(place: Place, relation: str) -> dict[str, Any]:
    radius, away = _reach(place, relation)
    lon, lat = place.lon, place.lat
    bearing = bearing_of(relation)
    if bearing is not None:
        lon, lat = moved(lon, lat, bearing, away)
    return {"id": place.id, "vague": relation, "geometry": circle(lon, lat, radius)}


def _reach(place: Place, relation: str) -> tuple[float, float]:
    """Radius of the area and its distance from the place's point, in km: within an area for "northern", else beyond."""
    if place.bbox is None or place.feature_class in POINTS:
        return VAGUE_KM, VAGUE_KM
    _, south, _, north = place.bbox
    half = min((north - south) * KM_A_DEGREE / 2, 1500)
    radius = max(half * 0.4, VAGUE_KM / 2)
    return radius, half * 0.6 if "ern" in relation.lower() else half + radius


def bearing_of(relation: str) -> int | None:
    """Degrees clockwise from north of "north of", "south-east of", "eastern"; None for "near" and the like."""
    word = relation.lower().replace("-", "").replace(" ", "")
    longest = sorted(_BEARINGS, key=len, reverse=True)
    return next((_BEARINGS[name] for name in longest if word.startswith(name)), None)


def moved(lon: float, lat: float, bearing: float, km: float) -> tuple[float, float]:
    """The point so many km away; plane geometry, good to a few per cent at this scale."""
    north = km * math.cos(math.radians(bearing)) / KM_A_DEGREE
    east = km * math.sin(math.radians(bearing)) / (KM_A_DEGREE * max(math.cos(math.radians(lat)), 0.05))
    return lon + east, max(-85.0, min(85.0, lat + north))


def circle(lon: float, lat: float, km: float, corners: int = 36) -> dict[str, Any]:
    """A circle of this radius as a GeoJSON polygon."""
    ring = [moved(lon, lat, 360 * i / corners, km) for i in range(corners)]
    return {"type": "Polygon", "coordinates": [[[round(x, 3), round(y, 3)] for x, y in [*ring, ring[0]]]]}
