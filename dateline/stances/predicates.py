"""The tables of predicates: which words carry a stance, of what type, and where their actor and target stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.settings import DEFAULTS
from dateline.stances import plover

FOLDER = "predicates"


@dataclass(frozen=True)
class Second:
    """What an entry says of a second argument ("accuse X of Y": Y)."""

    type: str
    polarity: int
    target: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One line of the tables. `words` are the lemmas of the cue, the head first.

    `actor` and `target` name arguments in order of preference; an empty target means that none is needed.
    """

    words: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    polarity: int
    actor: tuple[str, ...]
    target: tuple[str, ...]
    second: Second | None = None
    example: str = ""

    @property
    def verbal(self) -> bool:
        """Whether the head is a verb."""
        return self.pos in ("verb", "phrase")


@dataclass(frozen=True)
class Index:
    """Entries by (kind of head, lemma of head), longest cue first, in the order of the tables."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    adjectives: dict[str, tuple[Entry, ...]]


class TableError(ValueError):
    """A line of a table that cannot be read; names the file and the line."""


def entries(folder: Path) -> Iterator[Entry]:
    """All entries of the tables of a folder, file by file in order of name.

    Raises TableError for a line with an unknown type, polarity or part of speech.
    """
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            lines = [(n, line) for n, line in enumerate(file, 1) if line.strip() and not line.startswith("#")]
        for (number, _), row in zip(lines[1:], csv.DictReader(line for _, line in lines), strict=False):
            try:
                yield _entry(row)
            except (KeyError, ValueError, AttributeError, TypeError) as error:
                raise TableError(f"{path.name}, line {number}: {error}") from error


def _entry(row: dict[str, str]) -> Entry:
    kind = row["type"].strip()
    pos = row["pos"].strip()
    if kind not in plover.TYPES:
        raise ValueError(f"unknown type {kind!r}")
    if pos not in ("verb", "noun", "adj", "phrase"):
        raise ValueError(f"unknown part of speech {pos!r}")
    return Entry(
        words=tuple(row["cue"].lower().split()),
        pos=pos,
        type=kind,
        mode=row["mode"].strip() or None,
        polarity=_sign(row["polarity"]),
        actor=_names(row["actor"]),
        target=_names(row["target"]),
        second=_second(row),
        example=row["example"] or "",
    )


def _second(row: dict[str, str]) -> Second | None:
    kind, target = (row["type2"] or "").strip(), _names(row["target2"] or "")
    if not kind or not target:
        return None
    if kind not in plover.TYPES:
        raise ValueError(f"unknown type {kind!r}")
    return Second(kind, _sign(row["polarity2"]), target)


def _sign(text: str) -> int:
    value = int(text.strip() or 0)
    if value not in (-1, 0, 1):
        raise ValueError(f"polarity {value}")
    return value


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in text.split("|")) if name and name != "-")


@lru_cache(maxsize=4)
def index(folder: Path = DEFAULTS.lexicon / FOLDER) -> Index:
    """The tables of a folder as an index; read once."""
    kinds: dict[str, dict[str, list[Entry]]] = {"verb": {}, "noun": {}, "adj": {}}
    for entry in entries(folder):
        kinds["verb" if entry.verbal else entry.pos].setdefault(entry.words[0], []).append(entry)
    verbs, nouns, adjectives = (
        {head: tuple(sorted(found, key=lambda e: -len(e.words))) for head, found in kind.items()}
        for kind in kinds.values()
    )
    return Index(verbs, nouns, adjectives)
