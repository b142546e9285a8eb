"""A correction in words: one line that a reader recognises. Plain text: escape it where it lands."""

from __future__ import annotations

from components import words
from components.countries import country_name
from components.escape import shortened
from dateline.corrections import Correction, kinds
from dateline.corrections.kinds import StanceRef, TargetRef
from dateline.corrections.placing import BY_HAND
from dateline.records import Candidate


def line(correction: Correction) -> str:
    """As in "“Mosul” is Mosul Airport", "“Kerry” is called “John Kerry”"."""
    match correction:
        case kinds.SetPlace():
            found = [correction.toponym.text] if correction.toponym else list(correction.names)
            which = "here " if correction.toponym else ""
            return f"{_quoted(', '.join(found))} {which}is {_place(correction.to)}"
        case kinds.Rename():
            return f"{_quoted(correction.actor.name)} is called {_quoted(correction.name)}"
        case kinds.Merge():
            return f"{_quoted(correction.actor.name)} is the same as {_quoted(correction.into.name)}"
        case kinds.SetSector():
            sector = words.SECTORS.get(correction.sector or "UNK", correction.sector)
            return f"{_quoted(correction.actor.name)}: {sector}"
        case kinds.SetSide():
            side = _quoted(correction.side.name) if correction.side else "nobody"
            return f"{_quoted(correction.actor.name)} belongs to {side}"
        case kinds.RefuseStance():
            return f"Left out: {_stance(correction.stance)}"
        case kinds.DateStance():
            return f"{_stance(correction.stance)}: {correction.edtf or 'no date'}"
        case kinds.AddStance():
            act = f"{_quoted(correction.actor.name)} {words.TYPES[correction.type]} {_target(correction.target)}"
            return f"Added: {act}"
        case kinds.ChangeStance():
            return f"{_stance(correction.stance)}: {_changes(correction)}"


def _place(to: Candidate | None) -> str:
    if to is None:
        return "no place"
    if to.source == BY_HAND:
        return f"{shortened(to.name, 60)}, at {to.lat:.2f}, {to.lon:.2f}"
    kind = words.kind_of(to.feature_class, to.feature_code)
    country = country_name(to.country)
    return ", ".join([shortened(to.name, 60), kind, *([country] if country and country != to.name else [])])


def _changes(correction: kinds.ChangeStance) -> str:
    found = [
        words.TYPES[correction.type] if correction.type else None,
        words.POLARITIES[correction.polarity] if correction.polarity is not None else None,
        f"toward {_target(correction.target)}" if correction.target else None,
    ]
    return ", ".join(part for part in found if part) or "right as it is"


def _quoted(text: str) -> str:
    return f"“{shortened(text, 50)}”"


def _stance(ref: StanceRef) -> str:
    return f"{_quoted(ref.actor.name)} at {_quoted(ref.cue.text)}"


def _target(ref: TargetRef) -> str:
    if ref.actor is not None:
        return _quoted(ref.actor.name)
    return _quoted(ref.place.text if ref.place is not None else ref.issue or "")
