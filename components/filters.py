"""Filters: which stances are shown, and with them which places, actors, times and statements; pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, fields, replace
from typing import Any, cast, get_args

from dateline.records import Analysis, Place, Polarity, Role, Span, Stance
from dateline.stances.plover import TYPES

LEAST = (0.5, 0.7, 0.9)
"""The confidences that can be asked for: the bounds of the words for it."""
_ID = re.compile(r"[\w.-]{1,80}")
_MOST = 50


@dataclass(frozen=True)
class Filters:
    """What to show; an empty filter shows all. Actors and places by id; `sure` is the least confidence."""

    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    polarities: tuple[Polarity, ...] = ()
    sure: float | None = None
    role: Role | None = None

    def __bool__(self) -> bool:
        return self != Filters()

    def with_(self, name: str, value: Any) -> Filters:
        """These filters with another value of one of them."""
        return replace(self, **{name: value})

    def without(self, name: str, value: Any) -> Filters:
        """These filters with one chip taken away."""
        held = getattr(self, name)
        return self.with_(name, tuple(v for v in held if v != value) if isinstance(held, tuple) else None)

    def __str__(self) -> str:
        """As in addresses: "actors:a1,a2;polarities:-1"."""
        parts = []
        for field in fields(self):
            held = getattr(self, field.name)
            if held:
                parts.append(f"{field.name}:" + (",".join(map(str, held)) if isinstance(held, tuple) else str(held)))
        return ";".join(parts)

    @classmethod
    def read(cls, text: str | None) -> Filters:
        """The filters that a text as in addresses names; what it does not name well is left out."""
        raw = {name: held.split(",")[:_MOST] for name, _, held in (p.partition(":") for p in (text or "").split(";"))}
        ids = {name: tuple(v for v in raw.get(name, ()) if _ID.fullmatch(v)) for name in ("actors", "places")}
        polarities = tuple(p for p in get_args(Polarity) if str(p) in raw.get("polarities", ()))
        return cls(
            **ids,
            types=tuple(t for t in raw.get("types", ()) if t in TYPES),
            polarities=cast("tuple[Polarity, ...]", polarities),
            sure=next((least for least in LEAST if str(least) in raw.get("sure", ())), None),
            role=next((role for role in get_args(Role) if role in raw.get("role", ())), None),
        )


def filtered(analysis: Analysis, filters: Filters) -> Analysis:
    """The analysis with what the filters let through.

    Stances are kept by the filters; places, times and statements stay where a stance that is kept has its sentence,
    actors where they take part in one. The choice of role is about mentions of places alone. All that something kept
    refers to is kept. A filter for something that this analysis does not hold is as good as none.
    """
    filters = known(analysis, filters)
    if filters.role:
        toponyms = tuple(t for t in analysis.toponyms if t.role == filters.role)
        analysis = analysis.model_copy(update={"toponyms": toponyms})
        analysis = analysis.model_copy(update={"places": _places(analysis)})
    if not replace(filters, role=None):
        return analysis
    stances = tuple(s for s in analysis.stances if _passes(s, filters))
    shown = _Sentences([s.evidence for s in stances])
    update: dict[str, Any] = {
        "stances": stances,
        "toponyms": tuple(
            t for t in analysis.toponyms if (t.place in filters.places if filters.places else shown.hold(t))
        ),
        "statements": tuple(s for s in analysis.statements if shown.hold(s)),
    }
    used = {s.time for s in stances}
    update["times"] = tuple(t for t in analysis.times if t.id in used or shown.hold(t))
    analysis = analysis.model_copy(update=update)
    return analysis.model_copy(update={"places": _places(analysis), "actors": _actors(analysis, filters)})


def known(analysis: Analysis, filters: Filters) -> Filters:
    """The filters without actors and places that this analysis does not hold."""
    actors, places = {a.id for a in analysis.actors}, {p.id for p in analysis.places}
    return replace(
        filters,
        actors=tuple(a for a in filters.actors if a in actors),
        places=tuple(p for p in filters.places if p in places),
    )


def _passes(stance: Stance, filters: Filters) -> bool:
    target = stance.target
    return (
        (not filters.actors or stance.actor in filters.actors or target.actor in filters.actors)
        and (not filters.places or stance.place in filters.places or target.place in filters.places)
        and (not filters.types or stance.type in filters.types)
        and (not filters.polarities or stance.polarity in filters.polarities)
        and (filters.sure is None or stance.confidence >= filters.sure)
    )


class _Sentences:
    """Sentences, and whether something begins in one of them or around its beginning."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted({(s.start, s.end) for s in spans})
        self._starts = [start for start, _ in self._spans]

    def hold(self, thing: Span) -> bool:
        at = bisect_right(self._starts, thing.start)
        before = at > 0 and self._spans[at - 1][1] > thing.start
        return before or (at < len(self._starts) and self._starts[at] < thing.end)


def _places(analysis: Analysis) -> tuple[Place, ...]:
    used = {t.place for t in analysis.toponyms} | {s.place for s in analysis.stances}
    used |= {s.target.place for s in analysis.stances}
    return tuple(p for p in analysis.places if p.id in used)


def _actors(analysis: Analysis, filters: Filters) -> tuple[Any, ...]:
    used = {*filters.actors, *(s.speaker for s in analysis.statements)}
    for stance in analysis.stances:
        used |= {stance.actor, stance.target.actor, stance.said_by}
    side_of = {a.id: a.part_of for a in analysis.actors}
    for id in list(used):
        while id and (side := side_of.get(id)) and side not in used:
            used.add(side)
            id = side
    return tuple(a for a in analysis.actors if a.id in used)
