"""The common nouns that denote who acts, from data/lexicon/actors/nouns.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc, Token

from dateline.known import rows, words
from dateline.settings import DEFAULTS

_LONGEST = 3
_HELD_BY_ONE = words(
    "minister president premier chancellor king queen emir sultan leader chief head secretary governor mayor monarch "
    "ruler taoiseach ambassador speaker chairman chairwoman"
)
_ALWAYS_PLURAL = words("people police troops forces authorities media folks masses gendarmes marines elderly")


@dataclass(frozen=True)
class Noun:
    """One noun of the table; `kind` is that of the plural or the body."""

    text: str
    collective: bool
    family: str
    sector: str | None
    kind: str
    leans: bool
    weak: bool

    @property
    def is_rank(self) -> bool:
        """Whether it is a military rank, which may stand between an office and a name."""
        return self.family == "commander" and not self.leans

    @property
    def is_unique(self) -> bool:
        """Whether a country or body has one of these at a time: its minister, its president; not its officials."""
        office = self.text.split(" of ")[0].split()
        by_one = office[-1] in _HELD_BY_ONE or (len(office) > 1 and office[-1] == "general")
        return not self.collective and by_one and not self.is_rank


@lru_cache(maxsize=2)
def lexicon(folder: Path = DEFAULTS.lexicon) -> dict[str, Noun]:
    """Noun -> entry; plurals are found by their lemma."""
    return {
        row["noun"]: Noun(
            row["noun"], row["class"] == "collective", row["family"], row["sector"] or None, row["kind"],
            row["leans"] == "yes", row["weak"] == "yes",
        )
        for row in rows(folder / "actors" / "nouns.csv")
    }  # fmt: skip


@lru_cache(maxsize=2)
def acts(folder: Path = DEFAULTS.lexicon) -> frozenset[str]:
    """Lemmas of verbs whose subject is somebody."""
    return frozenset(row["verb"] for row in rows(folder / "actors" / "acts.csv"))


@lru_cache(maxsize=2)
def abbreviations(folder: Path = DEFAULTS.lexicon) -> dict[str, str]:
    """Abbreviated title with its full stop -> the noun that it stands for."""
    table = rows(folder / "actors" / "titles.csv")
    return {f"{row['title'].split()[-1]}.": row["full"].split()[-1] for row in table if row["full"]}


@lru_cache(maxsize=2)
def _last_words(folder: Path = DEFAULTS.lexicon) -> dict[str, int]:
    """Last word of a noun -> the most words that a noun ending so has."""
    longest: dict[str, int] = {}
    for noun in lexicon(folder):
        words = noun.replace("-", " ").split()
        longest[words[-1]] = max(longest.get(words[-1], 1), len(words))
    return longest


def noun_at(doc: Doc, i: int) -> tuple[Noun, int] | None:
    """The longest noun of the table that ends with token i, and the token it begins with."""
    token = doc[i]
    table, longest = lexicon(), _last_words()
    spelled = (token.lower_, token.lemma_.lower(), _singular(token.lower_), abbreviations().get(token.lower_, ""))
    forms = [f for f in dict.fromkeys(spelled) if f in longest]
    if not forms:
        return None
    for size in range(min(_LONGEST, max(longest[f] for f in forms), i + 1), 0, -1):
        before = " ".join(doc[j].lower_ for j in range(i - size + 1, i))
        for form in forms:
            entry = table.get(f"{before} {form}" if before else form)
            if entry:
                return entry, i - size + 1
    return None


def is_plural(token: Token) -> bool:
    """Whether a noun's token is plural in form or by use."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in _ALWAYS_PLURAL


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
