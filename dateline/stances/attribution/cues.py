"""The tables of cues: verbs, nouns and phrases that attribute words or thoughts to somebody."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from dateline.settings import DEFAULTS

Commitment = Literal["factive", "neutral", "doubtful"]


@dataclass(frozen=True)
class Cue:
    """One line of a table: how a word attributes (`kind`), what it says of the content, what the content can be."""

    lemma: str
    kind: str
    commitment: Commitment
    frames: frozenset[str]

    def takes(self, *frames: str) -> bool:
        """Whether the content can have one of these forms."""
        return not self.frames.isdisjoint(frames)


@lru_cache(maxsize=4)
def controllers(folder: Path = DEFAULTS.lexicon) -> frozenset[str]:
    """Verbs whose object is the subject of the infinitive after it ("urged her to go", "let him go")."""
    own = frozenset(row["lemma"] for row in _rows(folder, "control"))
    return own | {lemma for lemma, cue in table("verbs", folder).items() if cue.takes("to-object")}


@lru_cache(maxsize=4)
def first_words(folder: Path = DEFAULTS.lexicon) -> frozenset[str]:
    """The verbs of verbs.csv, each without its particle and preposition."""
    return frozenset(lemma.split()[0] for lemma in table("verbs", folder))


@lru_cache(maxsize=4)
def bearers(folder: Path = DEFAULTS.lexicon) -> frozenset[str]:
    """Verbs whose subject is the source of the noun that is their object ("made a promise", "voiced the fear")."""
    return frozenset(row["lemma"] for row in _rows(folder, "bearers"))


@lru_cache(maxsize=4)
def sources(folder: Path = DEFAULTS.lexicon) -> frozenset[str]:
    """Common nouns for those who can say something, in the singular ("official", "court")."""
    return frozenset(row["lemma"] for row in _rows(folder, "sources"))


@lru_cache(maxsize=16)
def table(name: str, folder: Path = DEFAULTS.lexicon) -> Mapping[str, Cue]:
    """The cues of `speech/NAME.csv` by lemma. Raises FileNotFoundError, ValueError for an unknown commitment."""
    cues: dict[str, Cue] = {}
    for row in _rows(folder, name):
        if row["commitment"] not in ("factive", "neutral", "doubtful"):
            raise ValueError(f"{name}.csv: {row['lemma']}: unknown commitment {row['commitment']!r}")
        commitment = cast(Commitment, row["commitment"])
        cues[row["lemma"]] = Cue(row["lemma"], row["kind"], commitment, frozenset(row["frames"].split()))
    return cues


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    lines = (folder / "speech" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))
