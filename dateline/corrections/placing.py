"""Another place for a toponym, with all that is said to be at the place or toward it."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable

from dateline.corrections.kinds import SetPlace
from dateline.corrections.references import Unfit, toponym_of
from dateline.records import Analysis, Candidate, Place, Span, Stance, Target, Toponym

REASON = "set by the reader"
BY_HAND = "reader"
"""The `source` of a point that was put by hand."""

Things = frozenset[tuple[str, str]]


def set_place(analysis: Analysis, correction: SetPlace) -> tuple[Analysis, Things]:
    """The analysis with the place set, and what was touched. Raises Unfit."""
    meant = _meant(analysis, correction)
    place = _place(analysis, correction.to) if correction.to else None
    id = place.id if place else None
    change = {"place": id, "confidence": 1.0 if place else 0.0, "reason": REASON}
    moved = {(t.start, t.end) for t in meant}
    toponyms = tuple(t.model_copy(update=change) if (t.start, t.end) in moved else t for t in analysis.toponyms)
    stances = _moved(analysis, frozenset(t.place for t in meant if t.place), id, toponyms)
    known = analysis.places if place is None or place in analysis.places else (*analysis.places, place)
    used = {t.place for t in toponyms} | {s.place for s in stances} | {s.target.place for s in stances}
    places = tuple(p for p in known if p.id in used)
    update = {"toponyms": toponyms, "places": places, "stances": stances}
    return analysis.model_copy(update=update), frozenset({("place", id)} if id else ())


def _meant(analysis: Analysis, correction: SetPlace) -> list[Toponym]:
    if correction.toponym is not None:
        return [toponym_of(analysis, correction.toponym)]
    names = frozenset(correction.names)
    # What is only a part of a longer name, and therefore no place of its own, stays so.
    found = [t for t in analysis.toponyms if t.text in names and (t.place is not None or t.within is None)]
    if not found:
        raise Unfit(f"“{correction.names[0][:60]}” is no place name here")
    return found


def _place(analysis: Analysis, to: Candidate) -> Place:
    """The place of a candidate: one that the article names already, else a new one with an id that lasts."""
    for place in analysis.places:
        same_entry = to.source_id is not None and (place.source, place.source_id) == (to.source, to.source_id)
        if same_entry or (place.name, place.lat, place.lon) == (to.name, to.lat, to.lon):
            return place
    known_by = f"{to.source}|{to.source_id}|{to.name}|{to.lat}|{to.lon}"
    return Place(
        id="set-" + hashlib.sha256(known_by.encode()).hexdigest()[:10],
        name=to.name.strip(),
        lat=to.lat,
        lon=to.lon,
        source=to.source or BY_HAND,
        source_id=to.source_id,
        feature_class=to.feature_class or "S",
        feature_code=to.feature_code,
        country=to.country,
        admin1=to.admin1,
        population=to.population,
    )


def _moved(analysis: Analysis, old: frozenset[str], new: str | None, after: tuple[Toponym, ...]) -> tuple[Stance, ...]:
    """The stances, with places as the toponyms in their words now mean them; `old` are the places moved from."""
    left = {t.place for t in after}
    now = {(t.start, t.end): t.place for t in after}
    named: dict[str, list[tuple[int, int]]] = {}
    for t in sorted(analysis.toponyms, key=lambda t: t.start):
        if t.place in old:
            named.setdefault(t.place, []).append((t.start, t.end))

    def place(id: str | None, around: Span) -> str | None:
        if id is None or id not in old:
            return id
        at = bisect_left(named[id], (around.start, 0))
        if at < len(named[id]) and named[id][at][0] < around.end:
            return now[named[id][at]]
        return id if id in left else new

    return tuple(_with_places(analysis, s, place(s.place, s.evidence), place) for s in analysis.stances)


def _with_places(
    analysis: Analysis, stance: Stance, where: str | None, place: Callable[[str | None, Span], str | None]
) -> Stance:
    target = stance.target
    if target.place is not None:
        around = stance.target_span or stance.evidence
        new = place(target.place, around)
        if new != target.place:
            target = Target(place=new) if new else Target(issue=_words(analysis, stance))
    if where == stance.place and target is stance.target:
        return stance
    return stance.model_copy(update={"place": where, "target": target})


def _words(analysis: Analysis, stance: Stance) -> str:
    if stance.target_span is not None:
        return analysis.article.text[stance.target_span.start : stance.target_span.end]
    return next((p.name for p in analysis.places if p.id == stance.target.place), "?")
