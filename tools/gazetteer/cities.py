"""Populated places of 500 and more people, with their other names, provinces and counties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.places.store import Row
from tools.gazetteer import geonames

CAPITAL_BONUS = 1.0
NAMED_FROM = 1_000
"""Below this many people the other names of a place are its local administration's, not what newspapers print."""
_BOROUGH = re.compile(r"^(?:City|Town|Village|Borough|Township|Municipality) of |^Downtown ")


def rows(
    cities: dict[str, Any],
    countries: dict[str, Any],
    divisions: dict[int, geonames.Division],
    lies_in: dict[int, list[int]],
) -> Iterator[Row]:
    """One row a populated place; capitals weigh more than their people do."""
    capitals = {(c["iso"], c["capital"]) for c in countries.values() if c["capital"]}
    for city in cities.values():
        capital = (city["countrycode"], city["name"]) in capitals and city["population"] > 5_000
        second = [divisions[n] for n in lies_in.get(city["geonameid"], ()) if n in divisions]
        names = city["alternatenames"] if city["population"] >= NAMED_FROM or capital else []
        yield Row(
            name=city["name"],
            kind="city",
            feature_class="P",
            feature_code="PPLC" if capital else "PPL",
            country=city["countrycode"],
            lat=city["latitude"],
            lon=city["longitude"],
            source="geonames",
            source_id=city["geonameid"],
            admin1=city["admin1code"] or None,
            admin2=next((d.code.split(".", 2)[2] for d in second if d.level == 2), None),
            population=city["population"] or None,
            weight=geonames.size_weight(city["population"]) + (CAPITAL_BONUS if capital else 0),
            aliases=geonames.aliases(_with_short(city["name"], names), city["name"]),
        )


def _with_short(name: str, names: list[str]) -> list[str]:
    """The other names, and the name without "City of" or "Downtown"."""
    short = _BOROUGH.sub("", name)
    return [short, *names] if short != name else names
