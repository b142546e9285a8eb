"""A gazetteer from a GeoNames dump: allCountries.zip (or one country's), and its alternate names.

Streams: neither the dump nor the names are held in memory; what must be sorted is sorted on disk beside the target.
"""

from __future__ import annotations

import io
import json
import math
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dateline.places import store, tables
from dateline.places.gazetteer import GazetteerError
from dateline.places.store import Alias, Row
from dateline.settings import DEFAULTS

_COLUMNS = 19  # of a line of a GeoNames dump; of alternateNamesV2.txt at least 4
_LANGUAGES = {"": "alternate", "en": "official", "abbr": "abbreviation"}
"""Languages whose names English text prints, and the kind of name they give."""
_KINDS = {
    "ADM1": "admin1", "ADM2": "admin2", "CONT": "continent", "PRK": "park", "STM": "river", "LK": "lake", "LKS": "lake",
    "RSV": "lake", "STRT": "strait", "CHN": "strait", "CNL": "canal", "MT": "mountain", "MTS": "mountain",
    "PK": "mountain", "ISL": "island", "ISLS": "island", "PEN": "peninsula", "DSRT": "desert", "VAL": "valley",
    "AIRP": "airport", "UNIV": "university",
}  # fmt: skip
_CLASSES = {"A": "region", "P": "city", "H": "marine", "L": "region", "R": "landmark", "S": "landmark", "T": "mountain",
            "U": "marine", "V": "park"}  # fmt: skip
_BONUS = {"country": 1.5, "admin1": 0.5}
_MOST_BY_FAME = 6.5
_TERMS = {"gives": "all places", "data_licence": "CC BY 4.0, GeoNames (geonames.org)"}


class DumpError(GazetteerError):
    """The file is no GeoNames dump; the message says what is wrong with it."""


def build(
    dump: Path, alternates: Path | None, target: Path, lexicon: Path | None = DEFAULTS.lexicon / "places"
) -> dict[str, Any]:
    """Make the gazetteer file `target` from a dump, and return its manifest.

    `alternates` is alternateNamesV2.zip: with it only English, general and abbreviated names are taken, without it all
    the names that the dump has in Latin letters. `lexicon` is the folder of the project's tables of places and names
    (data/lexicon/places), which are added. Raises DumpError for a file that is no dump, OSError when a file cannot be
    read or written.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".gazetteer-") as scratch:
        staging = sqlite3.connect(Path(scratch) / "staging.sqlite")
        try:
            staging.executescript("pragma journal_mode=off; pragma synchronous=off;"
                                  "create table row(id integer primary key, weight real, name text, row text);"
                                  "create table other(geonameid int, name text, kind text);"
                                  "create index by_id on other(geonameid);")  # fmt: skip
            if alternates:
                _stage_names(staging, alternates)
            _stage(staging, _rows(staging, dump, alternates is not None))
            if lexicon:
                _stage(staging, tables.places(lexicon))
            more = tables.names(_staged(staging, "id"), lexicon) if lexicon else {}
            ordered = (store.named(row, more.get(n, ())) for n, row in _staged(staging, "weight desc, name, id"))
            return store.write_ordered(target, ordered, {"sources": [{"package": dump.name, **_TERMS}]})
        finally:
            staging.close()


def _lines(archive: Path, columns: int) -> Iterator[list[str]]:
    """The lines of the text in a zip file, split at tabs."""
    try:
        with zipfile.ZipFile(archive) as zipped:
            texts = [n for n in zipped.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
            if not texts:
                raise DumpError(f"{archive.name} holds no table of GeoNames")
            texts.sort(key=lambda n: -zipped.getinfo(n).file_size)
            with zipped.open(texts[0]) as stream:
                for number, line in enumerate(io.TextIOWrapper(stream, encoding="utf-8"), 1):
                    cells = line.rstrip("\n").split("\t")
                    if len(cells) < columns:
                        raise DumpError(f"{archive.name}, line {number}: {len(cells)} columns, {columns} are wanted")
                    yield cells
    except (zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise DumpError(f"{archive.name} is no zip file of GeoNames: {error}") from error


def _stage_names(staging: sqlite3.Connection, alternates: Path) -> None:
    chosen = ((int(c[1]), c[3], _LANGUAGES[c[2]]) for c in _lines(alternates, 4) if c[2] in _LANGUAGES and c[3])
    staging.executemany("insert into other values(?,?,?)", chosen)


def _stage(staging: sqlite3.Connection, rows: Iterable[Row]) -> None:
    values = ((row.weight, row.name, json.dumps(asdict(row))) for row in rows)
    staging.executemany("insert into row(weight, name, row) values(?,?,?)", values)


def _staged(staging: sqlite3.Connection, order: str) -> Iterator[tuple[int, Row]]:
    for number, text in staging.execute(f"select id, row from row order by {order}"):
        fields = json.loads(text)
        fields["aliases"] = tuple(Alias(**alias) for alias in fields["aliases"])
        fields["bbox"] = tuple(fields["bbox"]) if fields["bbox"] else None
        yield number, Row(**fields)


def _rows(staging: sqlite3.Connection, dump: Path, has_names: bool) -> Iterator[Row]:
    for number, cells in enumerate(_lines(dump, _COLUMNS), 1):
        if cells[6] not in _CLASSES or not cells[1]:
            continue
        try:
            found = staging.execute("select name, kind from other where geonameid=?", (int(cells[0]),))
            yield _row(cells, tuple(_alias(name, kind) for name, kind in found), has_names)
        except ValueError as error:
            raise DumpError(f"{dump.name}, line {number}: {error}") from error


def _alias(name: str, kind: str) -> Alias:
    return Alias(name, kind, tables.form(name, kind))


def _row(cells: list[str], names: tuple[Alias, ...], has_names: bool) -> Row:
    """A row of a line of the dump: id, name, ascii name, other names, latitude, longitude, class, code, country ..."""
    geonameid, name, plain, others, lat, lon, class_, code, country, _, admin1, admin2 = cells[:12]
    kind = "country" if code.startswith("PCL") and code != "PCLH" else _KINDS.get(code, _CLASSES[class_])
    people = int(cells[14] or 0)
    given = names if has_names else tuple(Alias(n) for n in others.split(",") if len(n) > 3 and _latin(n))
    return Row(
        name=name,
        kind=kind,
        feature_class=class_,
        feature_code=code or None,
        country=country or None,
        lat=float(lat),
        lon=float(lon),
        source="geonames",
        source_id=int(geonameid),
        admin1=admin1 or None,
        admin2=admin2 or None,
        population=people or None,
        weight=_weight(kind, code, people, others.count(",") + bool(others)),
        aliases=(Alias(plain, "official"), *given) if plain and plain != name else given,
    )


def _weight(kind: str, code: str, people: int, names: int) -> float:
    """Importance: people where they are counted, else fame, which the number of names in other languages tells."""
    counted = math.log10(people + 1) if people else 0.0
    fame = 0.0 if kind in ("city", "admin2") else 1.5 + 0.8 * math.log2(1 + names)
    return max(counted, min(fame, _MOST_BY_FAME)) + _BONUS.get(kind, 1.0 if code == "PPLC" else 0.0)


def _latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in letters) and name[:1].isupper()
