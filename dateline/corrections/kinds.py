"""The kinds of corrections, as frozen records with a JSON form.

They refer to things by the words that stand in the text, with their offsets, never by ids: those may be others when the
article is analysed again. Every field is checked, since a session file or a link may have been edited by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from dateline.corrections.edtf import days_of
from dateline.records import Candidate, Polarity, Record
from dateline.stances.plover import TYPES

MOST = 500
"""Corrections of one article that are read from outside."""
LONGEST = 300
Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=8)]


class Quote(Record):
    """Words of the article and where they stand (code points, end exclusive)."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str


class ActorRef(Record):
    """An actor: by one of its mentions, else by a name that no other actor bears."""

    name: str
    mention: Quote | None = None


class TargetRef(Record):
    """Whom or what a stance is toward: an actor, the place that a toponym means, or an issue in words."""

    actor: ActorRef | None = None
    place: Quote | None = None
    issue: Words | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> TargetRef:
        if sum(x is not None for x in (self.actor, self.place, self.issue)) != 1:
            raise ValueError("a target is exactly one of actor, place, issue")
        return self


class StanceRef(Record):
    """A stance: by its cue and actor; by target and type where several share these."""

    cue: Quote
    actor: ActorRef
    target: Quote | None = None
    type: str


def _in_bounds(candidate: Candidate) -> bool:
    texts = [value for _, value in candidate if isinstance(value, str)]
    return max(map(len, texts)) <= LONGEST and 0 <= (candidate.population or 0) <= 20_000_000_000


class SetPlace(Record):
    """What a toponym means, or every toponym of some names; None: no place at all."""

    kind: Literal["place"] = "place"
    toponym: Quote | None = None
    names: Annotated[tuple[str, ...], Field(max_length=100)] = ()
    to: Candidate | None

    @model_validator(mode="after")
    def _checked(self) -> SetPlace:
        if (self.toponym is None) == (not self.names):
            raise ValueError("a place is set for exactly one of a toponym, names")
        if self.to and not (-90 <= self.to.lat <= 90 and -180 <= self.to.lon <= 180):
            raise ValueError("a latitude lies between -90 and 90, a longitude between -180 and 180")
        if self.to and not (self.to.name.strip() and _in_bounds(self.to)):
            raise ValueError(f"a place has a name, of at most {LONGEST} characters, and no more people than the Earth")
        return self


class Rename(Record):
    """Another name for an actor; the old one stays among its aliases."""

    kind: Literal["rename"] = "rename"
    actor: ActorRef
    name: Words


class Merge(Record):
    """Two actors are one: all that belongs to the first goes to the second."""

    kind: Literal["merge"] = "merge"
    actor: ActorRef
    into: ActorRef


class SetSector(Record):
    """The sector of an actor, as a CAMEO code; None: unknown."""

    kind: Literal["sector"] = "sector"
    actor: ActorRef
    sector: Short | None


class SetSide(Record):
    """The actor that an actor belongs to; None: nobody."""

    kind: Literal["side"] = "side"
    actor: ActorRef
    side: ActorRef | None


class ChangeStance(Record):
    """Another type, polarity or target for a stance; what is None stays."""

    kind: Literal["stance"] = "stance"
    stance: StanceRef
    type: Annotated[Literal[TYPES] | None, Field()] = None  # type: ignore[valid-type]
    polarity: Polarity | None = None
    target: TargetRef | None = None


class RefuseStance(Record):
    """The text does not say that."""

    kind: Literal["refuse"] = "refuse"
    stance: StanceRef


class DateStance(Record):
    """When the act of a stance happened: a day, month, year, or an interval of these in EDTF; None: not known."""

    kind: Literal["date"] = "date"
    stance: StanceRef
    edtf: Annotated[str, StringConstraints(max_length=40)] | None

    @model_validator(mode="after")
    def _a_date(self) -> DateStance:
        if self.edtf is not None:
            days_of(self.edtf)
        return self


class AddStance(Record):
    """A stance that the analysis lacks; its words in the text are its cue, their sentence its evidence."""

    kind: Literal["add"] = "add"
    words: Quote
    actor: ActorRef
    target: TargetRef
    type: Literal[TYPES]  # type: ignore[valid-type]
    polarity: Polarity


Correction = (
    SetPlace | Rename | Merge | SetSector | SetSide | ChangeStance | RefuseStance | DateStance | AddStance
)  # fmt: skip
_ONE: TypeAdapter[Correction] = TypeAdapter(Annotated[Correction, Field(discriminator="kind")])


def read_all(rows: Iterable[Any]) -> tuple[tuple[Correction, ...], int]:
    """The corrections among these plain data, at most MOST, and how many of them could not be read."""
    found, refused = [], 0
    for number, row in enumerate(rows):
        if number >= MOST:
            refused += 1
            continue
        try:
            found.append(_ONE.validate_python(row))
        except (ValidationError, RecursionError):
            refused += 1
    return tuple(found), refused
