"""The tables that people edit in data/lexicon/places/: places that no package has, and further names of places."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.places import keys, store
from dateline.places.store import Alias, Row

NAME_TABLES = ("abbreviations", "demonyms", "seats", "spellings")
DEFAULT_WEIGHT = {
    "continent": 9.5, "region": 6.5, "historical": 6.0, "river": 5.5, "lake": 5.0, "desert": 5.5, "mountain": 5.0,
    "island": 4.8, "peninsula": 5.5, "strait": 5.5, "canal": 5.5, "valley": 4.8, "district": 4.3, "seat": 5.0,
    "airport": 4.5, "university": 4.3, "landmark": 4.5, "marine": 4.5, "park": 4.3,
}  # fmt: skip

_FAMOUS = 4.9  # weight from which a river's name alone is enough


class TableError(ValueError):
    """A line of a table that cannot be used; the message names the table and the line."""


def table(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, row) of a table; lines that start with # are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(line for _, line in numbered)
    for (number, _), row in zip(numbered[1:], reader, strict=True):
        if None in row or None in row.values():
            raise TableError(f"{path.name}, line {number}: {len(reader.fieldnames or ())} columns are wanted")
        yield number, row


def places(folder: Path) -> Iterator[Row]:
    """The places of all tables of places, in order of their files' names."""
    words = {row["word"] for _, row in table(folder / "words.csv")}
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in NAME_TABLES and path.stem != "words":
            for number, row in table(path):
                try:
                    yield _place(row, path.stem, words)
                except (KeyError, ValueError) as error:
                    raise TableError(f"{path.name}, line {number}: {error}") from error


_TOLD_APART = re.compile(r" \[[^\]]+\]$")  # "Don [Yorkshire]": for who edits the table, not part of the name


def _place(row: dict[str, str], file: str, words: set[str]) -> Row:
    kind = row["kind"]
    name, own = _names(row, words)
    corners = [row.get(side, "") for side in ("west", "south", "east", "north")]
    west, south, east, north = (float(c) if c else 0.0 for c in corners)
    lat = float(row["lat"]) if row["lat"] else (south + north) / 2
    lon = float(row["lon"]) if row["lon"] else (west + east) / 2
    if not row["lat"] and not all(corners):
        raise ValueError("neither a point nor a box")
    geonameid = row.get("geonameid", "")
    return Row(
        name=name,
        kind=kind,
        feature_class=row["code"][0],
        feature_code=row["code"][2:],
        country=row["country"] or None,
        lat=lat,
        lon=lon,
        source="geonames" if geonameid else "dateline",
        source_id=int(geonameid) if geonameid else f"{file}:{row['name']}",
        admin1=row.get("admin1") or None,
        weight=float(row["weight"]) if row.get("weight") else DEFAULT_WEIGHT[kind],
        bbox=(west, south, east, north) if all(corners) else None,
        aliases=(*own, *(Alias(a.strip(), "official") for a in row["aliases"].split("|") if a.strip())),
    )


def _names(row: dict[str, str], words: set[str]) -> tuple[str, tuple[Alias, ...]]:
    """The name to show, and what follows from it: a river is also known with "River", and most without."""
    bare = _TOLD_APART.sub("", row["name"])
    if row["kind"] != "river" or "River" in bare:
        return bare, ()
    before, after = f"River {bare}", f"{bare} River"
    short = () if bare in words else (Alias(bare, "short" if float(row["weight"]) >= _FAMOUS else "alternate"),)
    name, other = (before, after) if row["country"] in ("GB", "IE") else (after, before)
    return name, (Alias(other, "official"), *short)


def names(rows: Iterable[tuple[int, Row]], folder: Path) -> dict[int, list[Alias]]:
    """The further names that NAME_TABLES give to the rows, by the rows' numbers.

    Rows come as (number, row), once, in any order and any count. A target that no row is gives nothing, so that the
    tables can serve a gazetteer of a part of the world: `unknown` says which those are.
    """
    wanted = list(_wanted(folder))
    best = _best(rows, {target for target, _ in wanted})
    found: dict[int, list[Alias]] = defaultdict(list)
    for target, aliases in wanted:
        if target in best:
            found[best[target]].extend(aliases)
    return found


def unknown(rows: Iterable[tuple[int, Row]], folder: Path) -> list[str]:
    """Targets of the tables that no row is."""
    targets = {target for target, _ in _wanted(folder)}
    return sorted(targets - _best(rows, targets).keys())


def _best(rows: Iterable[tuple[int, Row]], targets: set[str]) -> dict[str, int]:
    """Target -> number of the weightiest row that it means."""
    best: dict[str, tuple[float, int]] = {}
    for number, row in rows:
        for target in _targets(row):
            if target in targets and (target not in best or row.weight > best[target][0]):
                best[target] = (row.weight, number)
    return {target: number for target, (_, number) in best.items()}


def _wanted(folder: Path) -> Iterator[tuple[str, list[Alias]]]:
    """(target in its normal form, names) of every line of NAME_TABLES."""
    for stem in NAME_TABLES:
        path = folder / f"{stem}.csv"
        for number, line in table(path):
            kind = line["kind"]
            if kind not in store.ALIAS_KINDS:
                raise TableError(f"{path.name}, line {number}: {kind} is no kind of name")
            aliases = [Alias(n.strip(), kind, form(n.strip(), kind)) for n in line["names"].split("|")]
            for target in line["targets"].split("|"):
                yield _normal(target.strip()), aliases


def _normal(target: str) -> str:
    """A target with its name as a key: "FR/Paris" and "~the Sahel" give "FR/paris" and "~sahel"."""
    if target.startswith("~"):
        return "~" + keys.key(target[1:])
    head, slash, name = target.partition("/")
    return f"{head}/{keys.key(name)}" if slash else head


def _targets(row: Row) -> Iterator[str]:
    """The targets that mean a row."""
    if row.kind == "country":
        yield row.country or ""
    elif row.kind == "admin1":
        yield f"{row.country}.{row.admin1}"
    elif row.kind in ("city", "admin2", "postal"):
        key = keys.key(row.name)
        yield f"{row.country}/{key}"
        yield f"{row.country}.{row.admin1}/{key}"
    else:
        yield f"~{keys.key(row.name)}"


def form(name: str, kind: str) -> str:
    """Abbreviations must be met as they are written: "Mass." with its full stop, "NM" with or without."""
    if kind != "abbreviation":
        return ""
    return name if name.endswith(".") and name.count(".") == 1 else name.replace(".", "").replace(" ", "")
