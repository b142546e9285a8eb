"""What is known about words around place names: the tables in data/lexicon/toponyms/, loaded once."""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.settings import DEFAULTS

FOLDER = DEFAULTS.lexicon / "toponyms"


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV table whose first lines, starting with #, say what its columns are."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def bare(word: str) -> str:
    """A word as the tables have it: lower case, without full stops ("Gov." gives "gov")."""
    return word.lower().replace(".", "")


@lru_cache(maxsize=1)
def kinds() -> dict[str, frozenset[str]]:
    """For a word, what it tells of a name beside it: "river" is a kind of water, "gov" a title and an office."""
    found: dict[str, set[str]] = {}
    for row in table(FOLDER / "words.csv"):
        found.setdefault(row["word"], set()).add(row["kind"])
    return {word: frozenset(kind) for word, kind in found.items()}


_NONE: frozenset[str] = frozenset()


def kinds_of(word: str) -> frozenset[str]:
    """The kinds of one word as it stands in the text; none for most words."""
    return kinds().get(bare(word), _NONE)


@lru_cache(maxsize=1)
def traps() -> frozenset[str]:
    """Words that alone are never a place, whatever places bear them as a name."""
    return frozenset(row["word"] for row in table(FOLDER / "traps.csv"))


@lru_cache(maxsize=1)
def relations() -> dict[tuple[str, ...], str]:
    """Phrases before a place that make it a vague one, as words, and what they mean for a map."""
    return {tuple(row["phrase"].split()): row["relation"] for row in table(FOLDER / "relations.csv")}


@lru_cache(maxsize=1)
def outlet_words() -> frozenset[str]:
    """Parts of a news site's address that say what it is, not where."""
    return frozenset(row["word"] for row in table(FOLDER / "outlets.csv"))


@lru_cache(maxsize=1)
def weights() -> dict[str, Any]:
    """The fitted numbers (weights.json): recognition, role, resolution and the calibration of each."""
    loaded: dict[str, Any] = json.loads((FOLDER / "weights.json").read_text(encoding="utf-8"))
    return loaded
