"""Names of provinces and states for the codes that records carry."""

from __future__ import annotations

from functools import lru_cache

from dateline.places.gazetteer import Gazetteer, GazetteerError
from dateline.settings import DEFAULTS


@lru_cache(maxsize=2048)
def province_name(country: str | None, code: str | None) -> str | None:
    """The name of a first-order division by its country (alpha-2) and code; None where it is not known."""
    if not country or not code:
        return None
    try:
        found = Gazetteer.open(DEFAULTS.gazetteer).admin1(country, code)
    except GazetteerError:
        return None
    return found.name if found else None
