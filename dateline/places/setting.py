"""Settings: for a street, a hall or a quarter that no gazetteer has, the town or county named beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from spacy.tokens import Doc

from dateline.places import lexicon
from dateline.places.linear import probability
from dateline.places.resolution import Choice
from dateline.places.spots import PLACE_LABELS, Spot

_LOCAL = frozenset(("city", "postal", "admin2", "district", "island"))
_FARTHEST = 400  # tokens
_MENTIONS = 12  # how many mentions back and ahead are looked at
_IN = frozenset(("in", "at", "of", ",", "'s", "near"))
_KINDS = frozenset(("street", "building", "water", "terrain", "area"))

Mentions = Sequence[tuple[Spot, Choice]]


def needs_one(spot: Spot, choice: Choice) -> bool:
    """Whether the gazetteer knows nothing of a mention, which yet looks like the name of a place."""
    return choice.entry is None and (
        (spot.name is not None and spot.whole and spot.name.label in PLACE_LABELS - {"NORP"}) or bool(kinds(spot))
    )


def kinds(spot: Spot) -> frozenset[str]:
    """The kinds of place that the last word of a longer name says: street, building, water ..."""
    words = spot.text.split()
    return _KINDS & lexicon.kinds_of(words[-1]) if len(words) > 1 else frozenset()


def find(doc: Doc, mentions: Mentions, m: int) -> tuple[int, dict[str, float]] | None:
    """The mention whose place mention `m` most likely lies in, and what tells how likely that is."""
    best: tuple[float, int] | None = None
    for k in range(max(0, m - _MENTIONS), min(len(mentions), m + _MENTIONS + 1)):
        spot, choice = mentions[k]
        if k == m or choice.entry is None or choice.entry.kind not in _LOCAL or choice.entry.alias_kind == "demonym":
            continue
        rank = _rank(doc, mentions[m][0], spot, k - m, choice)
        if rank is not None and (best is None or rank > best[0]):
            best = (rank, k)
    return (best[1], _features(doc, mentions, m, best[1])) if best is not None else None


def _gap(spot: Spot, other: Spot) -> int:
    return other.start - spot.end if other.start >= spot.end else spot.start - other.end


def _rank(doc: Doc, spot: Spot, other: Spot, step: int, choice: Choice) -> float | None:
    gap = _gap(spot, other)
    if gap > _FARTHEST:
        return None
    return choice.confidence - log(1 + gap) / 3 + 0.7 * _joined(doc, spot, other) - (0.3 if step > 0 else 0.0)


def _joined(doc: Doc, spot: Spot, other: Spot) -> bool:
    """ "Dover Street in Lansing", "Lansing's Dover Street", "Dover Street, Lansing"."""
    first, second = (spot, other) if spot.start < other.start else (other, spot)
    between = [t.lower_ for t in doc[first.end : second.start]]
    return 0 < len(between) <= 2 and between[0] in _IN


def _features(doc: Doc, mentions: Mentions, m: int, k: int) -> dict[str, float]:
    spot, (other, choice) = mentions[m][0], mentions[k]
    around = mentions[max(0, m - _MENTIONS) : m + _MENTIONS + 1]
    local = {c.group.key for _, c in around if c.entry is not None and c.entry.kind in _LOCAL}
    found = {
        "confidence": choice.confidence,
        "gap": log(1 + _gap(spot, other)) / 6,
        "joined": float(_joined(doc, spot, other)),
        "same-sentence": float(doc[spot.start].sent.start == doc[other.start].sent.start),
        "ahead": float(k > m),
        "towns": min(len(local), 12) / 12,
    }
    found |= {f"ends-{kind}": 1.0 for kind in kinds(spot)}
    if spot.name is not None:
        found[f"is-{spot.name.label}"] = 1.0
    return found


def place(doc: Doc, mentions: Mentions, m: int, weights: Mapping[str, float]) -> tuple[int, float] | None:
    """The mention whose place stands for mention `m`, and how likely that is right; None where `m` needs none."""
    if not needs_one(*mentions[m]):
        return None
    found = find(doc, mentions, m)
    return (found[0], probability(found[1], weights)) if found is not None else None
