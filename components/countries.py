"""Country names for the codes that records carry."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from dateline.settings import DEFAULTS


@lru_cache(maxsize=1)
def _names(path: Path = DEFAULTS.lexicon / "actors" / "states.csv") -> dict[str, str]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    return {row[key]: row["name"] for row in reversed(rows) for key in ("id", "iso2") if row[key]}


def country_name(code: str | None) -> str:
    """The usual name for an ISO 3166-1 alpha-2 or alpha-3 code; the code itself where unknown, "" for None."""
    return _names().get(code, code) if code else ""
