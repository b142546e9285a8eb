"""Correct an actor: its name, its double, its sector, its side, and a stance of it that was not found."""

from __future__ import annotations

from components import words
from components.corrections_add import add_stance
from components.corrections_fields import choice, entry
from components.escape import shortened
from dateline.corrections import kinds
from dateline.corrections.references import ref_to_actor
from dateline.records import Analysis

_NOBODY = ""


def form(analysis: Analysis, id: str, key: str) -> None:
    """The ways to correct this actor; each choice or entry is one correction."""
    actor = next(a for a in analysis.actors if a.id == id)
    key = f"{key} {actor.name} {actor.sector} {actor.part_of}"  # a corrected actor gets fresh fields
    me = ref_to_actor(actor)
    entry(analysis, "Called", actor.name, f"{key} name", lambda name: kinds.Rename(actor=me, name=name))
    others = {a.id: a for a in analysis.actors if a.id != id}
    choice(
        analysis,
        "The same as",
        {_NOBODY: "nobody else", **{i: shortened(a.name, 80) for i, a in others.items()}},
        _NOBODY,
        f"{key} merge",
        lambda other: kinds.Merge(actor=me, into=ref_to_actor(others[other])) if other else None,
    )
    sector = actor.sector or "UNK"
    choice(
        analysis,
        "Sector",
        {sector: sector, **words.SECTORS},
        sector,
        f"{key} sector",
        lambda code: kinds.SetSector(actor=me, sector=None if code == "UNK" else code),
    )
    choice(
        analysis,
        "Belongs to",
        {_NOBODY: "nobody", **{i: shortened(a.name, 80) for i, a in others.items()}},
        actor.part_of or _NOBODY,
        f"{key} side",
        lambda side: kinds.SetSide(actor=me, side=ref_to_actor(others[side]) if side else None),
    )
    add_stance(analysis, actor, key)
