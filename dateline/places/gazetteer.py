"""The gazetteer: names and places in one SQLite file, looked up without loading it."""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.places import keys, store

MAX_CANDIDATES = 60
"""Most entries that one lookup returns."""
_READ_AT_MOST = 800  # rows of one key that are looked at; "San José" has about 500
_CACHED_NAMES = 4096
_MEMORY_KB = 8192  # SQLite's page cache
_ALTERNATE_PENALTY = {"alternate": 1.5, "abbreviation": 0.0, "demonym": 0.0, "seat": 1.0}

_COLUMNS = (
    "p.id, p.name, t.kind, t.class, t.code, p.cc, p.admin1, p.admin2, p.lat, p.lon, p.population, p.weight, t.source,"
    " p.source_id, p.bbox, r.name"
)
_FROM = (
    " from {} join type t on t.id = p.type"
    " left join admin1 a on a.cc = p.cc and a.code = p.admin1 left join place r on r.id = a.place "
)
_BY_NAME = f"select {_COLUMNS}, n.form, n.kind" + _FROM.format("alias n join place p on p.id = n.place")
_BY_NAME += "where n.key = ? order by n.place limit ?"
_BY_ID = f"select {_COLUMNS}, '', 0" + _FROM.format("place p") + "where p.id = ?"

_NEAR = f"select {_COLUMNS}, '', 0" + _FROM.format("place p")
_NEAR += "where p.lat between ? and ? and p.lon between ? and ? and t.class = 'P'"
_KM_A_DEGREE = 111.2


class GazetteerError(OSError):
    """The gazetteer file is missing, damaged, foreign or of another version; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer, as one of its names found it.

    `id` is its row in this build; `source` and `source_id` last ("geonames", 99072). Degrees WGS 84; `bbox` west,
    south, east, north. `country` is ISO 3166-1 alpha-2, `admin1` and `admin2` GeoNames codes. `kind` is one of country,
    admin1, admin2, city, postal, marine, continent, region, historical, river, lake, desert, mountain, island,
    peninsula, strait, canal, valley, park, district, seat, airport, university, landmark. `alias_kind` is one of
    official, short, alternate, abbreviation, demonym, seat. `weight` is importance on the scale of log10 of people
    (0 to 10).
    """

    id: int
    name: str
    lat: float
    lon: float
    source: str
    source_id: str | int | None
    feature_class: str
    feature_code: str | None
    country: str | None
    admin1: str | None = None
    admin2: str | None = None
    population: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    kind: str = "city"
    alias_kind: str = "official"
    admin1_name: str | None = None
    weight: float = 0.0


def _entry(row: tuple[Any, ...]) -> Entry:
    (number, name, kind, class_, code, cc, admin1, admin2, lat, lon, population, weight, source, source_id, box,
     admin1_name, _form, alias_kind) = row  # fmt: skip
    return Entry(
        number, name, lat / store.SCALE, lon / store.SCALE, source, source_id, class_, code or None, cc, admin1, admin2,
        population, _box(box), kind, store.ALIAS_KINDS[alias_kind], admin1_name, weight / 100,
    )  # fmt: skip


def _units(*degrees: float) -> tuple[int, ...]:
    return tuple(round(d * store.SCALE) for d in degrees)


def _box(text: str | None) -> tuple[float, float, float, float] | None:
    if not text:
        return None
    west, south, east, north = json.loads(text)
    return west, south, east, north


def _rank(entry: Entry) -> float:
    """What candidates of one name are ordered by: importance, less where the name is a rare one of the place."""
    return entry.weight - _ALTERNATE_PENALTY.get(entry.alias_kind, 0.0)


def _chosen(entries: list[Entry]) -> tuple[Entry, ...]:
    """The entries in order of rank; where there are too many, the first of each province before the rest."""
    entries.sort(key=_rank, reverse=True)
    if len(entries) <= MAX_CANDIDATES:
        return tuple(entries)
    seen: set[tuple[str | None, str | None]] = set()
    first: list[Entry] = []
    rest: list[Entry] = []
    for entry in entries:
        area = (entry.country, entry.admin1)
        (rest if area in seen else first).append(entry)
        seen.add(area)
    return tuple(sorted((first + rest)[:MAX_CANDIDATES], key=_rank, reverse=True))


class Gazetteer:
    """A gazetteer file, open for reading. Any number of threads may share one."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path
        self._lock = threading.Lock()
        self.about: dict[str, str] = dict(self._query("select key, value from meta"))
        """What the manifest says, as text: build, places, names, by_kind, by_source, sources ..."""
        self.build: str = self.about["build"]
        self._found = lru_cache(maxsize=_CACHED_NAMES)(self._find)
        self._countries: dict[str, int] = dict(self._query("select cc, place from country"))

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """The gazetteer in this file; one already open is returned again as long as the file is the same.

        Raises GazetteerError for a file that is missing, truncated, of another program or of another build version.
        """
        try:
            stat = Path(path).stat()
        except OSError as error:
            raise GazetteerError(
                f"there is no gazetteer at {path}: restore data/gazetteer.sqlite, or make one with "
                "`python -m dateline gazetteer build`"
            ) from error
        return _opened(Path(path).resolve(), stat.st_mtime_ns, stat.st_size)

    def _query(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"the gazetteer {self._path} is damaged ({error}): restore or rebuild it") from error

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Entries that bear this name, the most important first, at most MAX_CANDIDATES.

        Case, diacritics, apostrophes, hyphens, "the" and St./Saint make no difference, but short names and
        abbreviations must be met in their own capitals. A name nobody bears is tried again without a possessive,
        "city of" and the Arabic article. Raises GazetteerError when the file turns out to be damaged.
        """
        return self._found(name.strip()) if len(name) <= keys.MAX_NAME else ()

    def _find(self, name: str) -> tuple[Entry, ...]:
        for variant in keys.variants(name):
            rows = self._query(_BY_NAME, (keys.key(variant), _READ_AT_MOST))
            entries = [_entry(row) for row in rows if keys.fits(row[-2], variant)]
            if entries:
                return _chosen(_once(entries))
        return ()

    def is_known(self, name: str) -> bool:
        """Whether any entry bears this name."""
        return bool(self.lookup(name))

    def demonym(self, name: str) -> tuple[Entry, ...]:
        """Entries whose people or adjective this is: "Iraqi", "Parisian"."""
        return tuple(entry for entry in self.lookup(name) if entry.alias_kind == "demonym")

    def country(self, iso2: str | None) -> Entry | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._by_id(self._countries.get((iso2 or "").upper()))

    def admin1(self, country: str | None, code: str | None) -> Entry | None:
        """The state or province of a country: admin1("US", "TX") is Texas."""
        found = self._query("select place from admin1 where cc = ? and code = ?", (country, code))
        return self._by_id(found[0][0]) if found else None

    def _by_id(self, number: int | None) -> Entry | None:
        rows = self._query(_BY_ID, (number,)) if number is not None else []
        return _entry(rows[0]) if rows else None

    def near(self, lat: float, lon: float, km: float, most: int = 10) -> tuple[Entry, ...]:
        """Populated places within `km` of a point, the nearest first. Reads the whole file: tens of milliseconds."""
        narrow = max(0.01, math.cos(math.radians(lat)))
        high, wide = km / _KM_A_DEGREE, min(180.0, km / _KM_A_DEGREE / narrow)
        rows = self._query(_NEAR, (*_units(lat - high, lat + high), *_units(lon - wide, lon + wide)))
        entries = [_entry(row) for row in rows]
        away = {e.id: math.hypot(e.lat - lat, (e.lon - lon) * narrow) * _KM_A_DEGREE for e in entries}
        return tuple(sorted((e for e in entries if away[e.id] <= km), key=lambda e: away[e.id])[:most])

    def within(self, entry: Entry) -> str:
        """What the entry lies in, in words: "Texas, United States"; "" for a country, a sea or a continent."""
        country = self.country(entry.country)
        named = [entry.admin1_name if entry.kind != "admin1" else None]
        named.append(country.name if country and entry.kind != "country" else None)
        return ", ".join(part for part in named if part)


def _once(entries: list[Entry]) -> list[Entry]:
    """One entry a place, with the best kind of name."""
    best: dict[int, Entry] = {}
    for entry in entries:
        kept = best.get(entry.id)
        if kept is None or _rank(kept) < _rank(entry):
            best[entry.id] = entry
    return list(best.values())


@lru_cache(maxsize=4)
def _opened(path: Path, changed: int, size: int) -> Gazetteer:
    rebuild = "restore data/gazetteer.sqlite, or make one with `python -m dateline gazetteer build`"
    with path.open("rb") as file:
        head = file.read(100)
    if head[:16] != b"SQLite format 3\0":
        raise GazetteerError(f"{path} is not a gazetteer: {rebuild}")
    page = int.from_bytes(head[16:18], "big")
    if int.from_bytes(head[28:32], "big") * (page if page > 1 else 65536) != size:
        raise GazetteerError(f"the gazetteer {path} is truncated or damaged: {rebuild}")
    if int.from_bytes(head[68:72], "big") != store.APPLICATION_ID:
        raise GazetteerError(f"{path} is a database, but not a gazetteer: {rebuild}")
    version = int.from_bytes(head[60:64], "big")
    if version != store.FORMAT_VERSION:
        raise GazetteerError(f"{path} has form {version} and this program reads form {store.FORMAT_VERSION}: {rebuild}")
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    db.execute(f"pragma cache_size=-{_MEMORY_KB}")
    return Gazetteer(db, path)
