"""What a service says of a place, read into one form, whichever service it is. Nothing it says is trusted."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import Field, StringConstraints, TypeAdapter

from dateline.places import keys
from dateline.places.services.features import feature
from dateline.records import BBox, Record

MOST_NAMES = 60
Words = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Raw = Mapping[str, Any]
_CLASSES = frozenset("AHLPRSTUV")
_OSM_TYPES = {"n": "node", "w": "way", "r": "relation"}


class Found(Record):
    """A place as a service gave it. Degrees WGS 84; `bbox` west, south, east, north; country ISO 3166-1 alpha-2."""

    name: Words
    names: tuple[str, ...] = ()
    """All its names, the first included."""
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
    source_id: Annotated[str, StringConstraints(min_length=1, max_length=40)] | int
    feature_class: str
    feature_code: str | None
    country: str | None = None
    admin1: str | None = None
    population: int | None = None
    bbox: BBox | None = None


KEPT: TypeAdapter[tuple[Found, ...]] = TypeAdapter(tuple[Found, ...])
"""Reads and writes the form in which answers are kept."""


def read_nominatim(raw: Raw) -> Found:
    """A place of Nominatim's `json` format. Raises what UNREADABLE of `errors` names."""
    named = raw.get("namedetails") or {}
    whole = str(raw.get("display_name") or "")
    name = str(named.get("name:en") or raw.get("name") or named.get("name") or whole.split(",")[0])
    key, value = str(raw.get("class") or raw.get("category") or ""), str(raw.get("type") or "")
    class_, code = feature(key, value, str(raw.get("addresstype") or ""))
    south, north, west, east = _four(raw.get("boundingbox"))
    return Found(
        name=name,
        names=_names(name, whole.split(",")[0], *named.values()),
        lat=raw["lat"],
        lon=raw["lon"],
        source_id=_osm_id(raw["osm_type"], raw["osm_id"]) if "osm_id" in raw else f"place/{int(raw['place_id'])}",
        feature_class=class_,
        feature_code=code,
        country=_country((raw.get("address") or {}).get("country_code")),
        bbox=_box(west, south, east, north),
    )


def read_photon(raw: Raw) -> Found:
    """A feature of Photon's GeoJSON."""
    said, (lon, lat) = raw["properties"], raw["geometry"]["coordinates"][:2]
    name = str(said.get("name") or said.get("street") or said.get("city") or "")
    class_, code = feature(str(said.get("osm_key")), str(said.get("osm_value")), str(said.get("type")))
    west, north, east, south = _four(said.get("extent"))
    return Found(
        name=name,
        names=_names(name),
        lat=lat,
        lon=lon,
        source_id=_osm_id(said["osm_type"], said["osm_id"]),
        feature_class=class_,
        feature_code=code,
        country=_country(said.get("countrycode")),
        bbox=_box(west, south, east, north),
    )


def read_geonames(raw: Raw) -> Found:
    """A place of GeoNames' search."""
    class_, code = str(raw.get("fcl") or "S"), raw.get("fcode")
    box = raw.get("bbox") or {}
    return Found(
        name=raw["name"],
        names=_names(raw["name"], raw.get("toponymName"), *(n.get("name") for n in raw.get("alternateNames") or ())),
        lat=raw["lat"],
        lon=raw["lng"],
        source_id=int(raw["geonameId"]),
        feature_class=class_ if class_ in _CLASSES else "S",
        feature_code=str(code)[:10] if code else None,
        country=_country(raw.get("countryCode")),
        admin1=str(raw["adminCode1"])[:20] if raw.get("adminCode1") else None,
        population=int(raw["population"]) if raw.get("population") else None,
        bbox=_box(*(box.get(side) for side in ("west", "south", "east", "north"))),
    )


# The coordinates are read here, not taken from geopy, which puts a place without any at 0, 0.
READERS: Mapping[str, Callable[[Raw], Found]] = {
    "nominatim": read_nominatim,
    "photon": read_photon,
    "geonames": read_geonames,
}


def _names(*names: Any) -> tuple[str, ...]:
    said = (n.strip() for n in names if isinstance(n, str))
    return tuple(dict.fromkeys(n for n in said if 0 < len(n) <= keys.MAX_NAME))[:MOST_NAMES]


def _osm_id(type: Any, id: Any) -> str:
    return f"{_OSM_TYPES[str(type)[:1].lower()]}/{int(id)}"


def _country(code: Any) -> str | None:
    return code.upper() if isinstance(code, str) and len(code) == 2 and code.isascii() and code.isalpha() else None


def _four(box: Any) -> tuple[Any, Any, Any, Any]:
    return tuple(box) if isinstance(box, list) and len(box) == 4 else (None, None, None, None)


def _box(west: Any, south: Any, east: Any, north: Any) -> BBox | None:
    """The box, or None where its sides are no degrees in their order."""
    try:
        w, s, e, n = (float(side) for side in (west, south, east, north))
    except (TypeError, ValueError):
        return None
    sound = all(map(math.isfinite, (w, s, e, n))) and -180 <= w <= e <= 180 and -90 <= s <= n <= 90
    return (w, s, e, n) if sound else None
