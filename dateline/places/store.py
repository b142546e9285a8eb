"""The gazetteer's file form: one SQLite file, its tables, and the writer that makes it from places and their names.

A place's row id is its rank by importance (1 is the most important), so that the names of one key are clustered in
the order in which they are wanted. Coordinates are stored in units of 1e-5 degree (about 1 m).
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.places import keys

APPLICATION_ID = 0x44544C47  # "DTLG"
FORMAT_VERSION = 1
SCALE = 100_000
"""Stored units a degree."""
ALIAS_KINDS = ("official", "short", "abbreviation", "demonym", "seat", "alternate")
"""How a name names its place, best first; the index is what is stored."""

SCHEMA = """
create table meta(key text primary key, value text) without rowid;
create table type(id integer primary key, kind text, class text, code text, source text);
create table place(
  id integer primary key, name text, type int, cc text, admin1 text, admin2 text,
  lat int, lon int, population int, weight int, source_id, bbox text);
create table alias(key text, place int, form text, kind int, primary key(key, place, form)) without rowid;
create table admin1(cc text, code text, place int, primary key(cc, code)) without rowid;
create table country(cc text primary key, place int) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a place. `form` is what the text must look like where case matters ("US"), else ""."""

    name: str
    kind: str = "alternate"
    form: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A place as it goes into the file.

    Degrees WGS 84; `bbox` west, south, east, north; `weight` is importance on the scale of log10 of people.
    """

    name: str
    kind: str
    feature_class: str
    feature_code: str | None
    country: str | None
    lat: float
    lon: float
    source: str
    source_id: str | int | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int | None = None
    weight: float = 0.0
    bbox: tuple[float, float, float, float] | None = None
    aliases: tuple[Alias, ...] = field(default=())


def _names(row: Row) -> Iterator[tuple[str, str, int]]:
    """(key, form, kind) of a row's names, each key and form once, with its best kind."""
    best: dict[tuple[str, str], int] = {}
    for alias in (Alias(row.name, "official"), *row.aliases):
        key = keys.key(alias.name)
        if key:
            at = (key, alias.form or keys.form_of(alias.name))
            kind = ALIAS_KINDS.index(alias.kind)
            best[at] = min(kind, best.get(at, kind))
    for (key, form), kind in best.items():
        if not form or (key, "") not in best:
            yield key, form, kind


def _values(row: Row) -> tuple[Any, ...]:
    box = json.dumps([round(v, 3) for v in row.bbox], separators=(",", ":")) if row.bbox else None
    return (row.name, row.country, row.admin1, row.admin2, round(row.lat * SCALE), round(row.lon * SCALE),
            row.population, round(row.weight * 100), row.source_id, box)  # fmt: skip


def _type(row: Row) -> tuple[str, str, str, str]:
    return row.kind, row.feature_class, row.feature_code or "", row.source


def named(row: Row, names: Iterable[Alias]) -> Row:
    """The row with further names."""
    more = tuple(names)
    return dataclasses.replace(row, aliases=(*row.aliases, *more)) if more else row


def order(row: Row) -> tuple[Any, ...]:
    """What rows are sorted by: importance, then what tells one from another."""
    return -row.weight, row.name, row.country or "", row.admin1 or "", row.lat, row.lon, row.kind


def write(path: Path, rows: Iterable[Row], about: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Write a gazetteer file, in place of what is there, and return its manifest.

    The same rows give the same content whatever their order; `build` is the hash of that content. `about` is kept in
    the file and in the manifest. Raises OSError when the file cannot be written, ValueError for a point that is not
    on Earth.
    """
    return write_ordered(path, sorted(rows, key=order), about)


def write_ordered(path: Path, rows: Iterable[Row], about: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """As `write`, for rows that come in order of importance and are too many to be held at once."""
    partial = path.with_name(path.name + ".part")
    partial.unlink(missing_ok=True)
    db = sqlite3.connect(partial)
    try:
        manifest = _fill(db, rows, dict(about or {}))
    except BaseException:
        db.close()
        partial.unlink(missing_ok=True)
        raise
    db.close()
    partial.replace(path)
    return manifest


_PLACE = "insert into place values(?,?,?,?,?,?,?,?,?,?,?,?)"


def _fill(db: sqlite3.Connection, rows: Iterable[Row], about: dict[str, Any]) -> dict[str, Any]:
    db.executescript(f"pragma page_size=4096; pragma journal_mode=off; pragma application_id={APPLICATION_ID};"
                     f"pragma user_version={FORMAT_VERSION};" + SCHEMA)  # fmt: skip
    db.execute("create temp table named(key text, place int, form text, kind int)")  # sorted on disk at the end
    digest = hashlib.sha256()
    types: dict[tuple[str, str, str, str], int] = {}
    kinds: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        if not (-90 <= row.lat <= 90 and -180 <= row.lon <= 180):
            raise ValueError(f"{row.name}: {row.lat}, {row.lon} is no point on Earth")
        values, kind, names = (number, *_values(row)), _type(row), sorted(_names(row))
        digest.update(json.dumps([values, kind, names], ensure_ascii=False).encode())
        db.execute(_PLACE, (*values[:2], types.setdefault(kind, len(types) + 1), *values[2:]))
        db.executemany("insert into named values(?,?,?,?)", ((k, number, form, at) for k, form, at in names))
        _index(db, row, number)
        kinds[row.kind] += 1
        sources[row.source] += 1
    db.executemany("insert into type values(?,?,?,?,?)", [(n, *t) for t, n in types.items()])
    count = db.execute("insert into alias select * from named order by key, place, form").rowcount
    manifest = {"format": FORMAT_VERSION, "build": digest.hexdigest()[:16], "places": kinds.total(), "names": count,
                "by_kind": dict(sorted(kinds.items())), "by_source": dict(sorted(sources.items())),
                **about}  # fmt: skip
    kept = {k: v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for k, v in manifest.items()}
    db.executemany("insert into meta values(?,?)", sorted(kept.items()))
    db.commit()
    db.execute("vacuum")
    return manifest


def _index(db: sqlite3.Connection, row: Row, number: int) -> None:
    if row.kind == "admin1":
        db.execute("insert or ignore into admin1 values(?,?,?)", (row.country, row.admin1, number))
    elif row.kind == "country":
        db.execute("insert or ignore into country values(?,?)", (row.country, number))
