"""What OpenStreetMap calls a thing, as a GeoNames feature class and code."""

from __future__ import annotations

from functools import lru_cache

from dateline.places.tables import table
from dateline.settings import DEFAULTS

FILE = DEFAULTS.lexicon / "services" / "osm_features.csv"
OTHER = ("S", None)
"""A spot, building or farm: what anything is that the table does not know."""


def feature(key: str, value: str, detail: str) -> tuple[str, str | None]:
    """Class and code of a tag: feature("place", "city", "city") is ("P", "PPL").

    `detail` is what the service takes the thing for ("state", "city"); it decides what a boundary is of.
    """
    known = _table()
    wanted = (detail, value) if key == "boundary" else (value,)
    return next((known[key, v] for v in (*wanted, "*") if (key, v) in known), OTHER)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], tuple[str, str | None]]:
    return {(row["key"], row["value"]): (row["class"], row["code"] or None) for _, row in table(FILE)}
