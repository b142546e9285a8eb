"""Acceptance: a second look at each mention, once it is known what it would mean and what lies near."""

from __future__ import annotations

from math import log

from dateline.places.resolution import Choice
from dateline.places.spots import Spot

_FROM_CHOICE = (
    "near", "near-many", "neighbour-near", "admin1-share", "country-share", "contained", "contained-list",
    "contained-area", "not-contained", "echo", "outlet-near", "weight", "container-area",
)  # fmt: skip


def features(spot: Spot, sure: float, choice: Choice) -> dict[str, float]:
    """All that the model weighs; `sure` is the probability of the first look."""
    found = {
        "odds": _odds(sure),
        "odds-of-name": _odds(choice.group.sure),
        "mentions": log(len(choice.group.members)) / 3,
        "part": float(spot.name is not None and not spot.whole),
    }
    if choice.entry is None or spot.lent:
        found["lent" if spot.lent else "unlisted"] = 1.0
        return found
    found["confidence"] = choice.confidence
    found[f"alias-{choice.entry.alias_kind}"] = 1.0
    found |= {name: choice.features[name] for name in _FROM_CHOICE}
    return found


def _odds(share: float) -> float:
    share = min(max(share, 0.001), 0.999)
    return log(share / (1 - share)) / 4
