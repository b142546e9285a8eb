"""Context: what the other places of an article say for each candidate, as rows of readable features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.places.candidates import CONTEXT, Numbers, Table, distances, kind_of
from dateline.places.gazetteer import Entry

_NEAR_KM = 100.0  # at this distance the pull of another place falls to 37 %
_MOST_OTHERS = 60
_WINDOW = 3  # mentions before and after that count as neighbours
_LOCAL = frozenset(("city", "postal", "admin2", "site", "terrain", "water"))
_AT = {name: i for i, name in enumerate(CONTEXT)}


@dataclass(frozen=True)
class Scene:
    """All names of an article with their candidates; `outlet` is the index of the outlet's own name, if known."""

    tables: Sequence[Table]
    outlet: int | None
    neighbours: Sequence[frozenset[int]]
    """For each group, the groups mentioned close by."""


@dataclass(frozen=True)
class _Others:
    """What each group most likely is, and how its likelihood is spread over countries and provinces."""

    index: list[int]
    lat: Numbers
    lon: Numbers
    pull: Numbers
    sure: Numbers
    kinds: list[dict]
    """Countries, and provinces of each country: what lists of names are often lists of."""
    countries: list[dict[str | None, float]]
    provinces: list[dict[tuple[str | None, str | None], float]]


def neighbours(groups: Sequence[Sequence[int]]) -> list[frozenset[int]]:
    """For each group of mention indexes, the groups that have a mention close to one of its own."""
    owner = {m: g for g, members in enumerate(groups) for m in members}
    near: list[set[int]] = [set() for _ in groups]
    for mention, group in owner.items():
        for other in range(mention - _WINDOW, mention + _WINDOW + 1):
            if other in owner and owner[other] != group:
                near[group].add(owner[other])
    return [frozenset(x) for x in near]


def rows(scene: Scene, shares: Sequence[Numbers]) -> list[Numbers]:
    """For each group, one row a candidate and one column for each of CONTEXT, given the shares so far."""
    others = _others(scene, shares)
    echoes = _echoes(scene, shares)
    outlet = _Outlet(scene, shares) if scene.outlet is not None else None
    total_countries = _summed(others.countries)
    total_provinces = _summed(others.provinces)
    found = []
    for g, table in enumerate(scene.tables):
        entries = table.group.entries
        out = np.zeros((len(entries), len(CONTEXT)))
        if entries:
            _shares_of_areas(out, g, entries, others, total_countries, total_provinces)
            _peers(out, entries, others, scene.neighbours[g])
            _nearness(out, g, table, others, scene.neighbours[g])
            if not table.group.container:
                out[:, _AT["echo"]] = [echoes.get((table.group.key, e.id), 0.0) for e in entries]
            if outlet is not None and g != scene.outlet:
                out[:, _AT["outlet-near"]], out[:, _AT["outlet-admin1"]] = outlet.of(table)
        found.append(out)
    return found


def _others(scene: Scene, shares: Sequence[Numbers]) -> _Others:
    groups = [g for g, t in enumerate(scene.tables) if t.group.entries]
    groups.sort(key=lambda g: -len(scene.tables[g].group.members))
    groups = sorted(groups[:_MOST_OTHERS])
    best = [int(shares[g].argmax()) for g in groups]
    chosen = [scene.tables[g].group.entries[k] for g, k in zip(groups, best, strict=True)]
    return _Others(
        groups,
        np.array([e.lat for e in chosen]),
        np.array([e.lon for e in chosen]),
        np.array(
            [
                float(shares[g][k]) * scene.tables[g].group.sure * (kind_of(e) in _LOCAL)
                for g, k, e in zip(groups, best, chosen, strict=True)
            ]
        ),
        np.array([scene.tables[g].group.sure for g in groups]),
        [
            _spread([_kind(e) for e in scene.tables[g].group.entries], shares[g] * scene.tables[g].group.sure)
            for g in groups
        ],
        [
            _spread([e.country for e in scene.tables[g].group.entries], shares[g] * scene.tables[g].group.sure)
            for g in groups
        ],
        [
            _spread(
                [(e.country, e.admin1) if e.admin1 else None for e in scene.tables[g].group.entries],
                shares[g] * scene.tables[g].group.sure,
            )
            for g in groups
        ],
    )


def _spread(areas: Sequence[object], shares: Numbers) -> dict:
    spread: dict[object, float] = {}
    for area, share in zip(areas, shares, strict=True):
        if area is not None:
            spread[area] = spread.get(area, 0.0) + float(share)
    return spread


def _summed(spreads: Sequence[dict]) -> dict:
    total: dict[object, float] = {}
    for spread in spreads:
        for area, share in spread.items():
            total[area] = total.get(area, 0.0) + share
    return total


def _shares_of_areas(
    out: Numbers, g: int, entries: Sequence[Entry], others: _Others, countries: dict, provinces: dict
) -> None:
    own = others.index.index(g) if g in others.index else None
    count = others.sure.sum() - (others.sure[own] if own is not None else 0.0)
    for row, entry in zip(out, entries, strict=True):
        country, province = entry.country, (entry.country, entry.admin1)
        c = countries.get(country, 0.0) - (others.countries[own].get(country, 0.0) if own is not None else 0.0)
        p = provinces.get(province, 0.0) - (others.provinces[own].get(province, 0.0) if own is not None else 0.0)
        row[_AT["country-share"]] = c / (count + 1)
        row[_AT["admin1-share"]] = p / (count + 1)


def _kind(entry: Entry) -> tuple[str, str | None] | None:
    if entry.kind == "country":
        return ("country", None)
    return ("admin1", entry.country) if entry.kind == "admin1" else None


def _peers(out: Numbers, entries: Sequence[Entry], others: _Others, close: frozenset[int]) -> None:
    """For countries and provinces, the share of the names close by that are countries, or provinces of that country."""
    nearby = [k for k, o in enumerate(others.index) if o in close]
    if nearby:
        total = _summed([others.kinds[k] for k in nearby])
        out[:, _AT["peers"]] = [total.get(_kind(e), 0.0) / (len(nearby) + 1) if _kind(e) else 0.0 for e in entries]


def _nearness(out: Numbers, g: int, table: Table, others: _Others, close: frozenset[int]) -> None:
    keep = [k for k, o in enumerate(others.index) if o != g and others.pull[k] > 0]
    if not keep:
        return
    pull = others.pull[keep] * np.exp(-distances(table.lat, table.lon, others.lat[keep], others.lon[keep]) / _NEAR_KM)
    out[:, _AT["near"]] = pull.max(axis=1)
    out[:, _AT["near-many"]] = np.log1p(pull.sum(axis=1)) / 2
    nearby = [n for n, k in enumerate(keep) if others.index[k] in close]
    if nearby:
        out[:, _AT["neighbour-near"]] = pull[:, nearby].max(axis=1)


def _echoes(scene: Scene, shares: Sequence[Numbers]) -> dict[tuple[str, int], float]:
    """How likely a name means an entry where the text says what it lies in, for where the text does not."""
    found: dict[tuple[str, int], float] = {}
    for table, share in zip(scene.tables, shares, strict=True):
        if table.group.container:
            for entry, value in zip(table.group.entries, share, strict=True):
                at = (table.group.key, entry.id)
                found[at] = max(found.get(at, 0.0), float(value))
    return found


class _Outlet:
    """The pull of the place where the outlet is."""

    def __init__(self, scene: Scene, shares: Sequence[Numbers]) -> None:
        assert scene.outlet is not None
        self._table, self._shares = scene.tables[scene.outlet], shares[scene.outlet]
        entries = self._table.group.entries
        self._provinces = _spread([(e.country, e.admin1) if e.admin1 else None for e in entries], self._shares)

    def of(self, table: Table) -> tuple[Numbers, list[float]]:
        """Nearness to the outlet and the share of its province, for each candidate."""
        gap = distances(table.lat, table.lon, self._table.lat, self._table.lon)
        near: Numbers = np.exp(-gap / _NEAR_KM) @ self._shares
        return near, [self._provinces.get((e.country, e.admin1), 0.0) for e in table.group.entries]
