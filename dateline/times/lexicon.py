"""The words of time, loaded once from data/lexicon/times/."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.settings import DEFAULTS

FOLDER = DEFAULTS.lexicon / "times"


@dataclass(frozen=True)
class Holiday:
    """A named day and the rule that finds it in a year; `kind`, `a`, `b`, `c` as the table's header says."""

    words: str
    kind: str
    a: int | None
    b: int | None
    c: int | None


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def words(kind: str) -> Mapping[str, str]:
    """The words of one kind and their values. Raises KeyError when the table has no such kind."""
    return _all_words()[kind]


@cache
def _all_words() -> dict[str, dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {}
    for row in _rows(FOLDER / "words.csv"):
        kinds.setdefault(row["kind"], {})[row["words"]] = row["value"]
    return kinds


@cache
def numbers(kind: str) -> Mapping[str, int]:
    """As `words`, for a kind whose values are whole numbers."""
    return {word: int(value) for word, value in words(kind).items()}


@cache
def holidays() -> Mapping[str, Holiday]:
    """The named days by their words, lower case, straight apostrophes."""

    def number(text: str) -> int | None:
        return int(text) if text else None

    return {
        row["words"]: Holiday(row["words"], row["kind"], number(row["a"]), number(row["b"]), number(row["c"]))
        for row in _rows(FOLDER / "holidays.csv")
    }
