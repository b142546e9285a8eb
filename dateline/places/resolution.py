"""Resolution: which of its candidates each name of an article means, all names together, with calibrated confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from spacy.tokens import Doc

from dateline.places import candidates, context, keys, lexicon, outlet
from dateline.places.candidates import COLUMNS, STATIC, Numbers, Table
from dateline.places.context import Scene
from dateline.places.gazetteer import Entry, Gazetteer
from dateline.places.groups import Group, containers, grouped
from dateline.places.linear import probability
from dateline.places.spots import Spot
from dateline.records import Article

_AREA_WORD, _TWIN = STATIC.index("area-word"), STATIC.index("twin-city")
_AREA_WORDS = frozenset(("area", "polity"))
_OF_STATES = frozenset(("gov", "governor", "senator", "sen", "legislature", "lawmakers"))
_ALIKE_KM = 100.0
ROUNDS = 2
"""How often the names look at one another again."""


@dataclass(frozen=True)
class Choice:
    """What a group means: the candidates with their shares, best first, and how sure the best is."""

    group: Group
    ranked: tuple[tuple[Entry, float], ...]
    features: Mapping[str, float]
    """Those of the best candidate."""
    confidence: float

    @property
    def entry(self) -> Entry | None:
        """The likeliest candidate; None where the gazetteer knows none."""
        return self.ranked[0][0] if self.ranked else None


def scene(doc: Doc, article: Article, spots: Sequence[Spot], sure: Sequence[float], gazetteer: Gazetteer) -> Scene:
    """The names of an article and their candidates; the outlet's own name, if it has one, is the last.

    `sure` is how likely each spot is a place at all.
    """
    groups = grouped(spots, sure, containers(doc, spots), [_means_area(doc, spot) for spot in spots])
    tld = outlet.country(article)
    tables = [candidates.table(g, _hints(doc, spots, g), tld) for g in groups]
    near = context.neighbours([g.members for g in groups])
    home = outlet.places(article, gazetteer)
    if home is None:
        return Scene(tables, None, near)
    own = Group(home[0], "outlet", home[1], ())
    return Scene([*tables, candidates.table(own, {}, tld)], len(tables), [*near, frozenset()])


def _means_area(doc: Doc, spot: Spot) -> bool:
    """Whether the words say that the province is meant, not the city: "Hama province", "New York Gov."."""
    words = [doc[spot.end].text] if spot.end < len(doc) else []
    if spot.start > 1 and doc[spot.start - 1].lower_ == "of":
        words.append(doc[spot.start - 2].text)
    if spot.end - spot.start > 1:
        words.append(doc[spot.end - 1].text)
    return any(_AREA_WORDS & lexicon.kinds_of(word) for word in words) or (
        spot.end < len(doc) and lexicon.bare(doc[spot.end].text) in _OF_STATES
    )


def _hints(doc: Doc, spots: Sequence[Spot], group: Group) -> dict[str, bool]:
    members = [spots[m] for m in group.members]
    after = [doc[s.end].text for s in members if s.end < len(doc)]
    return {
        "area": group.area,
        "office": any("office" in lexicon.kinds_of(word) for word in after),
        "lent": all(s.lent for s in members),
        "people": any(s.name is not None and s.whole and s.name.label == "NORP" for s in members),
    }


def shares(
    scene: Scene, first: Mapping[str, float], weights: Mapping[str, float]
) -> tuple[list[Numbers], list[Numbers]]:
    """The share of each candidate of each group, and the features (columns COLUMNS) behind the last round."""
    found = candidates.prior(scene.tables, first)
    vector = np.array([weights.get(name, 0.0) for name in COLUMNS])
    rows: list[Numbers] = []
    for _ in range(ROUNDS):
        around = context.rows(scene, found)
        rows = [np.hstack([t.static, c]) for t, c in zip(scene.tables, around, strict=True)]
        found = [candidates.softmax(r @ vector) for r in rows]
    return found, rows


def choices(scene: Scene, numbers: Mapping[str, Any]) -> list[Choice]:
    """One choice a group, in the order of the groups; `numbers` are the fitted weights."""
    found, rows = shares(scene, numbers["prior"], numbers["resolution"])
    count = scene.outlet if scene.outlet is not None else len(scene.tables)
    return [_choice(scene.tables[g], found[g], rows[g], numbers) for g in range(count)]


def _choice(table: Table, share: Numbers, rows: Numbers, numbers: Mapping[str, Any]) -> Choice:
    if not len(share):
        return Choice(table.group, (), {}, 0.0)
    order = _cities_first(table, np.argsort(-share, kind="stable"))
    ranked = tuple(
        (table.group.entries[k], float(value)) for k, value in zip(order, np.sort(share)[::-1], strict=True)
    )  # a city put before its province takes over the province's share
    best = dict(zip(COLUMNS, map(float, rows[order[0]]), strict=True))
    doubt = confidence_features(ranked, best)
    sure = probability(doubt, numbers["confidence"])
    return Choice(table.group, ranked, best, sure)


def _cities_first(table: Table, order: np.typing.NDArray[np.intp]) -> np.typing.NDArray[np.intp]:
    """The order with a city before the province or county of its name around it, unless the text means an area."""
    entries, top = table.group.entries, table.group.entries[order[0]]
    if top.kind not in ("admin1", "admin2") or table.static[order[0], _AREA_WORD] or table.group.contains:
        return order
    for k in order[1:]:
        entry = entries[k]
        if entry.kind != "city" or (entry.country, entry.admin1) != (top.country, top.admin1):
            continue
        near = candidates.distance(entry.lat, entry.lon, top.lat, top.lon) < _ALIKE_KM
        same_name = keys.key(entry.name) == table.group.key or entry.alias_kind in ("official", "short")
        if table.static[k, _TWIN] or (near and same_name):
            return np.concatenate([[k], order[order != k]])
    return order


def confidence_features(ranked: Sequence[tuple[Entry, float]], best: Mapping[str, float]) -> dict[str, float]:
    """What tells how likely the best candidate is right."""
    top, share = ranked[0]
    alike = sum(s for e, s in ranked if e is top or candidates.distance(e.lat, e.lon, top.lat, top.lon) < _ALIKE_KM)
    found = {
        "share": share,
        "alike": alike,
        "odds": log((alike + 0.01) / (1.01 - min(alike, 1.0))) / 4,
        "only": float(len(ranked) == 1),
        "many": min(len(ranked), 30) / 30,
    }
    names = (
        "weight", "contained", "contained-list", "near", "near-many", "neighbour-near", "admin1-share", "country-share",
        "outlet-near", "echo", "not-contained", "same-name", "unknown-size",
    )  # fmt: skip
    found |= {name: best[name] for name in names}
    found |= {name: value for name, value in best.items() if name.startswith(("kind-", "alias-")) and value}
    return found
