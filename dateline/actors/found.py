"""A mention as it is found in the text, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.actors.nouns import Noun


@dataclass(frozen=True)
class Found:
    """One mention: where it stands and what its own words tell. Offsets in code points; `head`, `owner` are tokens."""

    start: int
    end: int
    head: int
    form: Literal["name", "nominal", "pronoun"]
    text: str
    label: str = ""
    """Entity label of a name; STATE for a name, demonym, capital or seat that stands for a government."""
    known: str | None = None
    noun: Noun | None = None
    plural: bool = False
    definite: bool = False
    countries: tuple[str, ...] = ()
    """Countries that its modifiers name (ISO alpha-3)."""
    regions: tuple[str, ...] = ()
    """Places within a country that its modifiers name, as written."""
    owner: int | None = None
    """Head token of the name or noun that it belongs to ("Hamas officials", "its forces", "the head of the agency")."""
    words: tuple[str, ...] = ()
    """Its other modifiers, folded."""
    titles: tuple[Found, ...] = ()
    """Offices and roles that stand beside a person's name, nearest first."""
    tentative: bool = False
    """Whether its noun is as likely a thing: it counts only where an actor of that word is known already."""
    equals: int | None = None
    """Head token of the phrase that it is an apposition to."""
