"""Words that govern an act ("refused to", "a plan to") or lend it their subject ("launched an attack")."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.settings import DEFAULTS

FOLDER = DEFAULTS.lexicon / "stances"
_KIND = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


@dataclass(frozen=True)
class Governor:
    """`control`: whose act the complement is, "subj" or "obj"; `effect`: what becomes of it."""

    control: str
    effect: str


def rows(path: Path) -> list[dict[str, str]]:
    """Lines of a table whose comments start with #."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@lru_cache(maxsize=1)
def _governors() -> dict[tuple[str, str, str], Governor]:
    table: dict[tuple[str, str, str], Governor] = {}
    for row in rows(FOLDER / "governors.csv"):
        entry = Governor(row["control"], row["effect"])
        table[row["lemma"], row["pos"], row["control"]] = entry
        table.setdefault((row["lemma"], row["pos"], ""), entry)
    return table


def governor(lemma: str, pos: str, has_object: bool = False) -> Governor | None:
    """What a word does to the act it governs; `pos` is spaCy's. With an object the reading "stop X from" is taken."""
    kind = _KIND.get(pos, "")
    table = _governors()
    if has_object and (found := table.get((lemma, kind, "obj"))):
        return found
    return table.get((lemma, kind, ""))


@lru_cache(maxsize=1)
def light_verbs() -> dict[str, str]:
    """Role ("do" or "get") of each verb that lends its subject to a noun."""
    return {row["lemma"]: row["role"] for row in rows(FOLDER / "light_verbs.csv")}
