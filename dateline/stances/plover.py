"""PLOVER's types of political acts: quad class, Goldstein scale and modes, read from a table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache

from dateline.settings import DEFAULTS

TABLE = DEFAULTS.lexicon / "stances" / "plover.csv"


@dataclass(frozen=True)
class Type:
    """A PLOVER type. `scale` and the values of `modes` lie between -10 (hostile) and +10 (cooperative)."""

    name: str
    quad: str
    scale: float
    symmetric: bool
    modes: dict[str, float]


@lru_cache(maxsize=1)
def types() -> dict[str, Type]:
    """All types by name."""
    found: dict[str, Type] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            name, scale = row["type"], float(row["scale"])
            if row["mode"]:
                found[name].modes[row["mode"]] = scale
            else:
                found[name] = Type(name, row["quad"], scale, row["symmetric"] == "yes", {})
    return found


TYPES = tuple(types())
SYMMETRIC = frozenset(name for name, kind in types().items() if kind.symmetric)


def scale(name: str, mode: str | None = None) -> float:
    """The scale of a type, or of its mode where that has one of its own. Raises KeyError for an unknown type."""
    kind = types()[name]
    return kind.modes.get(mode or "", kind.scale)


def friendly(name: str) -> bool:
    """Whether the type is cooperation, in words or deeds."""
    return types()[name].quad.endswith("cooperation")


def material(name: str) -> bool:
    """Whether the type is a deed, not words."""
    return types()[name].quad.startswith("material")
