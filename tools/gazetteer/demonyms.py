"""Facts of the World Factbook: what the people of a country are called, and where its centre is."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from dateline.places.store import Alias, Row

Facts = dict[str, dict[str, Any]]
_MISLEADING = frozenset(("IO", "GF", "UM", "BQ", "SJ", "AQ", "CX", "TF"))
"""Territories whose people are named after their mother country."""


def facts(countryinfo: Path) -> Facts:
    """ISO alpha-2 -> the package's facts of the country."""
    found: Facts = {}
    for file in sorted((countryinfo / "countryinfo" / "data").glob("*.json")):
        fact = json.loads(file.read_text(encoding="utf-8"))
        code = (fact.get("ISO") or {}).get("alpha2")
        if code:
            found[code] = fact
    return found


def centres(facts: Facts) -> dict[str, tuple[float, float]]:
    """ISO alpha-2 -> (latitude, longitude) of the country's centre."""
    points = {code: fact.get("latlng") for code, fact in facts.items()}
    return {code: (float(p[0]), float(p[1])) for code, p in points.items() if p and len(p) == 2}


def with_demonyms(rows: list[Row], facts: Facts) -> list[Row]:
    """The rows, countries with the demonyms of the facts beside those they have."""
    return [_with(row, facts.get(row.country or "", {})) if row.kind == "country" else row for row in rows]


def _with(row: Row, fact: dict[str, Any]) -> Row:
    words = [] if row.country in _MISLEADING else [w.strip() for w in (fact.get("demonym") or "").split(",")]
    aliases = [Alias(w, "demonym") for w in words if w]
    aliases += [Alias(w + "s", "demonym") for w in words if w.endswith(("n", "i", "t"))]
    return dataclasses.replace(row, aliases=(*row.aliases, *aliases))
