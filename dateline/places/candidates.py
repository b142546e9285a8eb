"""Candidates: the entries that each name of an article may mean, as rows of readable features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

import numpy as np
import numpy.typing as npt

from dateline.places import keys
from dateline.places.gazetteer import Entry
from dateline.places.groups import Group, areas

Numbers = npt.NDArray[np.float64]

EARTH_KM = 6371.0
_TOUCHING_KM = 60.0
_LARGE, _MILLION = 5.3, 6.0  # weights of a city of 200,000 and of a million people
_TWIN_SHARE = 0.25  # of the province's people
_ENGLISH = frozenset(("US", "GB", "CA", "AU", "IE", "NZ", "ZA", "IN", "JM", "NG", "KE", "PK", "PH", "SG", "MT"))
_SITES = frozenset(("seat", "airport", "university", "landmark"))
_WATER = frozenset(("marine", "river", "lake", "strait", "canal"))
_KINDS = ("country", "admin1", "admin2", "city", "postal", "region", "water", "site", "terrain")
_ALIASES = ("official", "short", "alternate", "abbreviation", "demonym", "seat")

STATIC = (
    *(f"kind-{k}" for k in _KINDS), *(f"alias-{k}" for k in _ALIASES),
    "weight", "behind", "lead", "first", "large", "million", "same-name", "english", "tld", "unknown-size",
    "contained", "contained-area", "contained-list", "not-contained", "container-area",
    "office-admin1", "people-country", "area-word", "capital", "capital-behind", "twin-city", "twin-area", "lent",
)  # fmt: skip
CONTEXT = (
    "country-share", "admin1-share", "near", "near-many", "neighbour-near", "outlet-near", "outlet-admin1", "echo",
    "peers",
)  # fmt: skip
COLUMNS = STATIC + CONTEXT


@dataclass(frozen=True)
class Table:
    """The candidates of one group: `static` has one row a candidate and one column for each of STATIC."""

    group: Group
    static: Numbers
    lat: Numbers
    lon: Numbers


def kind_of(entry: Entry) -> str:
    """The coarse kind of an entry, one of _KINDS."""
    if entry.kind in ("continent", "region", "historical"):
        return "region"
    if entry.kind in _WATER:
        return "water"
    if entry.kind in _SITES:
        return "site"
    return entry.kind if entry.kind in _KINDS else "terrain"


def table(group: Group, hints: Mapping[str, bool], tld: str | None) -> Table:
    """The candidates of a group. `hints` are facts about its mentions: "office" (before "Gov."), "people"."""
    rows = np.zeros((len(group.entries), len(STATIC)))
    heaviest = [*sorted((e.weight for e in group.entries), reverse=True)[:2], 0.0, 0.0]
    holders = list(areas(group.container))
    capitals = _capitals(group.entries)
    twins = _twins(group.entries)
    for row, (rank, entry) in zip(rows, enumerate(group.entries), strict=True):
        for name, value in _static(group, entry, rank, heaviest, holders, hints, tld).items():
            row[_AT[name]] = value
        capital = entry.id in capitals
        row[_AT["capital"]], row[_AT["capital-behind"]] = capital, capital and rank > 0
        row[_AT["twin-city"]], row[_AT["twin-area"]] = entry.id in twins, -entry.id in twins
    return Table(group, rows, np.array([e.lat for e in group.entries]), np.array([e.lon for e in group.entries]))


_AT = {name: i for i, name in enumerate(COLUMNS)}


def _capitals(entries: Sequence[Entry]) -> set[int]:
    """The entries that are capitals of countries, one a country."""
    found: dict[str | None, int] = {}
    for entry in entries:
        if entry.feature_code == "PPLC":
            found.setdefault(entry.country, entry.id)
    return set(found.values())


def _twins(entries: Sequence[Entry]) -> set[int]:
    """A city that holds much of the province of its name ("New York"), and the province with a minus sign."""
    provinces = {(e.country, e.admin1): e for e in entries if e.kind == "admin1"}
    found: dict[int, int] = {}
    for entry in entries:
        province = provinces.get((entry.country, entry.admin1))
        large = province is not None and (entry.population or 0) >= _TWIN_SHARE * (province.population or 0)
        if entry.kind == "city" and province is not None and large:
            found.setdefault(-province.id, entry.id)
    return set(found) | set(found.values())


def _static(
    group: Group,
    entry: Entry,
    rank: int,
    heaviest: Sequence[float],
    holders: list[Entry],
    hints: Mapping[str, bool],
    tld: str | None,
) -> dict[str, float]:
    kind = kind_of(entry)
    found = {
        f"kind-{kind}": 1.0,
        f"alias-{entry.alias_kind}": 1.0,
        "weight": entry.weight / 10,
        "behind": (entry.weight - heaviest[0]) / 10,
        "lead": (heaviest[0] - heaviest[1]) / 10 if rank == 0 else 0.0,
        "large": float(kind == "city" and entry.weight >= _LARGE),
        "million": float(kind == "city" and entry.weight >= _MILLION),
        "first": float(rank == 0),
        "same-name": float(keys.key(entry.name) == group.key),
        "english": float(entry.country in _ENGLISH),
        "tld": float(tld is not None and entry.country == tld),
        "container-area": float(group.contains and kind in ("country", "admin1", "region")),
        "office-admin1": float(hints.get("office", False) and kind == "admin1"),
        "people-country": float(hints.get("people", False) and kind in ("country", "region")),
        "unknown-size": float(not entry.population),
        "lent": float(hints.get("lent", False)),
        "area-word": float(hints.get("area", False) and kind in ("admin1", "admin2", "region", "country")),
    }
    if holders:
        held = any(lies_in(entry, holder) for holder in holders)
        name = "contained-list" if group.listed else "contained-area" if kind in ("country", "admin1") else "contained"
        found[name if held else "not-contained"] = 1.0
    return found


def lies_in(entry: Entry, area: Entry) -> bool:
    """Whether a place lies in a country, a province or (by distance) a county."""
    if entry.id == area.id or entry.kind in ("country", "continent"):
        return False
    if area.kind == "country":
        return entry.country == area.country
    if area.kind == "admin1":
        return entry.kind != "admin1" and (entry.country, entry.admin1) == (area.country, area.admin1)
    if area.kind == "admin2":
        return (
            (entry.country, entry.admin1) == (area.country, area.admin1)
            and entry.kind != "admin1"
            and (distance(entry.lat, entry.lon, area.lat, area.lon) < _TOUCHING_KM)
        )
    return False


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in km."""
    a, b, c, d = map(radians, (lat1, lon1, lat2, lon2))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def distances(lat1: Numbers, lon1: Numbers, lat2: Numbers, lon2: Numbers) -> Numbers:
    """Great-circle distances in km between each of the first points (rows) and each of the second (columns)."""
    a, b, c, d = (np.radians(x) for x in (lat1, lon1, lat2, lon2))
    half = (
        np.sin((c[None, :] - a[:, None]) / 2) ** 2
        + np.cos(a)[:, None] * np.cos(c)[None, :] * np.sin((d[None, :] - b[:, None]) / 2) ** 2
    )
    result: Numbers = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return result


def prior(tables: Sequence[Table], weights: Mapping[str, float]) -> list[Numbers]:
    """The probability of each candidate by the static features alone, one array a group."""
    vector = np.array([weights.get(name, 0.0) for name in STATIC])
    return [softmax(t.static @ vector) for t in tables]


def softmax(scores: Numbers) -> Numbers:
    """Scores as shares of one."""
    if not len(scores):
        return scores
    raised = np.exp(scores - scores.max())
    result: Numbers = raised / raised.sum()
    return result
