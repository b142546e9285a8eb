"""Marks: which stretches of the text are places, actors, times, statements and stances, and what each says to a reader.

Marks may overlap; `segments` cuts the text where any mark begins or ends, so that each piece knows all its marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from components import words
from dateline.records import Analysis

Layer = Literal["places", "actors", "times", "statements", "stances"]
LAYERS: tuple[Layer, ...] = get_args(Layer)


@dataclass(frozen=True)
class Mark:
    """A stretch of the text (code points) in a layer; `target` is what choosing it selects, as "kind:id"."""

    start: int
    end: int
    layer: Layer
    target: str
    label: str
    tone: str = ""
    """What its look says beyond the layer: "associative", "pronoun", "positive", "negative" and so on."""


@dataclass(frozen=True)
class Segment:
    """A piece of text and the marks that lie over it, the narrowest first."""

    start: int
    text: str
    marks: tuple[Mark, ...]


def marks(analysis: Analysis, layers: frozenset[Layer] = frozenset(LAYERS)) -> tuple[Mark, ...]:
    """The marks of these layers, in the order of the text."""
    makers = {"places": _places, "actors": _actors, "times": _times, "statements": _statements, "stances": _stances}
    found = [mark for layer in LAYERS if layer in layers for mark in makers[layer](analysis)]
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))


def _places(analysis: Analysis) -> Iterator[Mark]:
    places = {p.id: p for p in analysis.places}
    for t in analysis.toponyms:
        if t.place is not None and t.within is None:
            where = words.place_line(places[t.place])
            label = f"Place: {where}" + (", as an attribute" if t.role == "associative" else "")
            yield Mark(t.start, t.end, "places", f"place:{t.place}", label, t.role)


def _actors(analysis: Analysis) -> Iterator[Mark]:
    for actor in analysis.actors:
        for m in actor.mentions:
            yield Mark(m.start, m.end, "actors", f"actor:{actor.id}", f"Actor: {actor.name}", m.form)


def _times(analysis: Analysis) -> Iterator[Mark]:
    for t in analysis.times:
        yield Mark(t.start, t.end, "times", f"time:{t.id}", f"Time: {words.time_line(t)}", t.basis)


def _statements(analysis: Analysis) -> Iterator[Mark]:
    names = {a.id: a.name for a in analysis.actors}
    for s in analysis.statements:
        speaker = names.get(s.speaker or "", "somebody not named")
        yield Mark(s.start, s.end, "statements", f"statement:{s.id}", f"Statement by {speaker}, {s.form}", s.form)


def _stances(analysis: Analysis) -> Iterator[Mark]:
    for s in analysis.stances:
        tone = {1: "positive", -1: "negative", 0: "neutral"}[s.polarity]
        yield Mark(
            s.cue.start, s.cue.end, "stances", f"stance:{s.id}", f"Stance: {words.stance_line(analysis, s)}", tone
        )


def segments(text: str, found: tuple[Mark, ...], start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """The text from start to end, cut at every mark's ends; in time proportional to text and marks."""
    end = len(text) if end is None else end
    inside = [m for m in found if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
    active: list[Mark] = []
    pieces = []
    for a, b in pairwise(cuts):
        active = [m for m in active if m.end > a] + opening.get(a, [])
        over = tuple(sorted(active, key=lambda m: (m.end - m.start, LAYERS.index(m.layer))))
        pieces.append(Segment(a, text[a:b], over))
    return tuple(pieces)
