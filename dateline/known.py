"""The table of known actors: who is who in the news, loaded once from data/lexicon/actors."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from dateline.settings import DEFAULTS

PIECE = re.compile(r"[^\W_]+")
"""A name is compared as its runs of letters and digits, so that hyphens, stops and apostrophes do not matter."""

_LABELS = {"person": "PERSON", "government": "ORG", "organization": "ORG", "armed group": "ORG", "group": "NORP"}
_COLUMNS = {"id", "name", "aliases", "kind", "sector", "country"}
"""What a table of actors has at least; every file in the folder that has them is read."""
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}|[A-Z0-9]{2,6}|[A-Z]{2,5}-?[A-Z]{0,2}")


@dataclass(frozen=True)
class Term:
    """A time in office: what, and the years or dates (ISO, as far as known) it began and ended; "" is open."""

    office: str
    sector: str | None
    since: str
    until: str
    country: str | None = None
    part_of: str | None = None

    def in_force(self, day: str | None) -> bool:
        """Whether it was held on a day (ISO date; a year covers all its days); without a day, whether it is still."""
        if day is None:
            return not self.until
        return self.since <= day and (not self.until or self.until >= day[: len(self.until)])


@dataclass(frozen=True)
class Known:
    """One known actor. `label` is the entity label of its names; `country` is ISO 3166-1 alpha-3."""

    id: str
    name: str
    aliases: tuple[str, ...]
    label: str
    kind: str
    sector: str | None
    country: str | None
    part_of: str | None
    terms: tuple[Term, ...] = ()

    def term(self, day: str | None) -> Term | None:
        """The office in force on a day (ISO date), the one begun last; without a day only one that has not ended."""
        current = [t for t in self.terms if t.in_force(day)]
        return max(current, key=lambda t: t.since, default=None)

    def past_term(self, day: str | None) -> Term | None:
        """The last office that had ended by a day; None without a day."""
        ended = [t for t in self.terms if day and t.until and t.until < day[: len(t.until)]]
        return max(ended, key=lambda t: t.until, default=None)


@dataclass(frozen=True)
class State:
    """A state: ISO codes, name, demonyms (adjective first) and what stands for its government."""

    id: str
    iso2: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    until: str

    @property
    def adjective(self) -> str:
        """The adjective that goes before "government"."""
        return self.demonyms[0] if self.demonyms else self.name


@dataclass(frozen=True)
class Alias:
    """One spelling of a known name: its pieces, the label to give, and the actors that bear it."""

    pieces: tuple[str, ...]
    label: str
    ids: tuple[str, ...]
    capitals: bool
    """Only when the text has it in capitals ("WHO", "IS")."""


@dataclass(frozen=True)
class Table:
    """All known actors, and the indexes to find them."""

    actors: dict[str, Known]
    states: dict[str, State]
    by_first: dict[str, tuple[Alias, ...]]
    by_name: dict[str, tuple[str, ...]]
    demonyms: dict[str, str]
    """Normalised demonym -> state id."""
    capitals: dict[str, str]
    """Normalised capital -> state id."""
    seats: frozenset[str]
    """Normalised names of seats of power."""
    by_iso2: dict[str, str] = field(default_factory=dict)

    def named(self, name: str) -> tuple[str, ...]:
        """Ids of the actors that bear this name."""
        return self.by_name.get(key(name), ())


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: for short lists of words in code."""
    return frozenset(text.split())


def key(name: str) -> str:
    """A name for comparison: folded pieces with one space between them."""
    return " ".join(PIECE.findall(fold(name)))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table whose first lines may be comments (#). Raises OSError when there is no such file."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return first.strip().split(",")


def listed(cell: str | None) -> tuple[str, ...]:
    """The entries of a cell that holds several, separated by semicolons."""
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())


@lru_cache(maxsize=4)
def table(folder: Path = DEFAULTS.lexicon) -> Table:
    """The table of known actors in `folder`/actors. Raises OSError when its states are missing."""
    folder = folder / "actors"
    states = {row["id"]: _state(row) for row in rows(folder / "states.csv")}
    actors = {state.id: _as_known(state) for state in states.values()}
    for path in sorted(folder.glob("*.csv")):
        if _COLUMNS.issubset(_header(path)) and path.name != "states.csv":
            _add_rows(actors, rows(path))
    aliases = list(_spellings(actors, states))
    return Table(
        actors=actors,
        states=states,
        by_first=_by_first(aliases),
        by_name=_by_name(aliases),
        demonyms={key(d): s.id for s in states.values() if not s.until for d in _demonyms(s)},
        capitals={key(c): s.id for s in states.values() for c in s.capitals},
        seats=frozenset(key(x) for s in states.values() for x in s.seats),
        by_iso2={s.iso2: s.id for s in states.values() if not s.until},
    )


def _state(row: dict[str, str]) -> State:
    return State(
        row["id"], row["iso2"], row["name"], listed(row["aliases"]), listed(row["demonyms"]),
        listed(row["capital"]), listed(row["seats"]), row["to"] or "",
    )  # fmt: skip


def _as_known(state: State) -> Known:
    return Known(state.id, state.name, state.aliases, "GPE", "government", "GOV", state.id, None)


def _add_rows(actors: dict[str, Known], lines: Iterator[dict[str, str]]) -> None:
    """Adds the rows of one table; several rows of one id are terms of office of one person."""
    for row in lines:
        term = Term(
            row.get("office") or "", row["sector"] or None, row.get("from") or "", row.get("to") or "",
            row["country"] or None, row.get("part_of") or None,
        )  # fmt: skip
        before = actors.get(row["id"])
        terms = (*(before.terms if before else ()), *((term,) if term.office else ()))
        aliases = tuple(dict.fromkeys((*(before.aliases if before else ()), *listed(row["aliases"]))))
        actors[row["id"]] = Known(
            row["id"], row["name"], aliases, _LABELS[row["kind"]], row["kind"], row["sector"] or None,
            row["country"] or None, row.get("part_of") or None, terms,
        )  # fmt: skip


def _demonyms(state: State) -> Iterator[str]:
    for word in state.demonyms:
        yield word
        if not word.endswith(("ese", "sh", "ch", "men", "man", "s")):
            yield word + "s"


def _spellings(actors: dict[str, Known], states: dict[str, State]) -> Iterator[tuple[str, str, str]]:
    """(spelling, label, id) of all names, demonyms and seats of power."""
    for actor in sorted(actors.values(), key=lambda a: a.kind == "person"):
        for name in (actor.name, *actor.aliases):
            yield name, actor.label, actor.id
    for state in states.values():
        yield from ((name, "NORP", state.id) for name in _demonyms(state))
        yield from ((name, "FAC", state.id) for name in state.seats)


def _by_first(spellings: list[tuple[str, str, str]]) -> dict[str, tuple[Alias, ...]]:
    """First piece -> aliases that begin with it, longest first."""
    merged: dict[tuple[str, ...], Alias] = {}
    for name, label, actor in spellings:
        pieces = tuple(PIECE.findall(fold(name)))
        if not pieces or (label == "PERSON" and len(pieces) == 1):
            continue  # "May", "Bush": a word that is a surname tells nobody before the text has shown that it is one
        old = merged.get(pieces)
        capitals = bool(_ACRONYM.fullmatch(name)) and (old.capitals if old else True)
        ids = tuple(dict.fromkeys((*(old.ids if old else ()), actor)))
        merged[pieces] = Alias(pieces, old.label if old else label, ids, capitals)
    index: dict[str, list[Alias]] = {}
    for alias in merged.values():
        index.setdefault(alias.pieces[0], []).append(alias)
    return {first: tuple(sorted(group, key=lambda a: -len(a.pieces))) for first, group in index.items()}


def _by_name(spellings: list[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for name, _label, actor in spellings:
        index.setdefault(key(name), []).append(actor)
    return {name: tuple(dict.fromkeys(ids)) for name, ids in index.items()}
