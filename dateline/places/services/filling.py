"""Filling: what a service said, put into the analysis of the article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.places.services.answers import Found
from dateline.places.services.asking import Asked, ask, names_without_place, open_toponyms, same
from dateline.places.services.catalogue import SERVICES, Known
from dateline.places.services.geocoder import ServiceGeocoder
from dateline.places.services.ranking import Ranked, ranked
from dateline.records import Analysis, Candidate, Place, Toponym
from dateline.settings import DEFAULTS

_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9-]+")


@dataclass(frozen=True)
class Filled:
    """An analysis with what a service knew, and what the reader must be told."""

    analysis: Analysis
    messages: tuple[str, ...]
    refused: bool = False
    """The service wants no further question from this user for now."""


def fill(analysis: Analysis, service: ServiceGeocoder, most: int = DEFAULTS.ask_most) -> Filled:
    """The analysis with places from a service for the names that have none; it is asked for at most `most` names.

    Never raises for what a service does: what fails leaves its toponyms as they were, and is told in `messages`.
    """
    asked = ask(names_without_place(analysis), service, most)
    return Filled(filled(analysis, asked), asked.messages, asked.refused)


def filled(analysis: Analysis, asked: Asked) -> Analysis:
    """The analysis with the answers for the toponyms that still have no place. Asks nobody."""
    known = SERVICES[asked.service]
    countries = frozenset(p.country for p in analysis.places if p.country)
    best = {same(name): ranked(name, found, countries) for name, found in asked.answers.items() if found}
    spans = {(t.start, t.end) for t in open_toponyms(analysis) if same(t.text) in best}
    if not spans:
        return analysis
    # The article may have the place already, from this service or from the gazetteer's part of the same source.
    had = {p.source_id: p.id for p in analysis.places if p.source in (known.source, known.name)}
    new: dict[str | int, Place] = {}

    def place(found: Found) -> str:
        if found.source_id in had:
            return had[found.source_id]
        if found.source_id not in new:
            new[found.source_id] = _place(found, known)
        return new[found.source_id].id

    toponyms = tuple(
        _placed(t, best[same(t.text)], known, place) if (t.start, t.end) in spans else t for t in analysis.toponyms
    )
    return analysis.model_copy(update={"toponyms": toponyms, "places": (*analysis.places, *new.values())})


def _placed(toponym: Toponym, answers: tuple[Ranked, ...], known: Known, place: Callable[[Found], str]) -> Toponym:
    """The toponym with the likeliest answer; with the answers as candidates only, where none bears its name."""
    best = answers[0]
    candidates = (*(_candidate(r, known) for r in answers), *toponym.candidates)
    if best.confidence <= 0:
        reason = f"{known.label} knows places of other names only, like “{best.found.name}”"
        return toponym.model_copy(update={"reason": reason, "candidates": candidates})
    return toponym.model_copy(
        update={
            "place": place(best.found),
            "confidence": best.confidence,
            "reason": f"found by {known.label}{best.why}",
            "candidates": candidates,
        }
    )


def _place(found: Found, known: Known) -> Place:
    return Place(
        id=_NOT_IN_IDS.sub("-", f"{known.source}-{found.source_id}"),
        name=found.name,
        lat=found.lat,
        lon=found.lon,
        source=known.source,
        source_id=found.source_id,
        feature_class=found.feature_class,
        feature_code=found.feature_code,
        country=found.country,
        admin1=found.admin1,
        population=found.population,
        bbox=found.bbox,
    )


def _candidate(answer: Ranked, known: Known) -> Candidate:
    found = answer.found
    return Candidate(
        name=found.name,
        lat=found.lat,
        lon=found.lon,
        score=answer.confidence,
        source=known.source,
        source_id=found.source_id,
        feature_class=found.feature_class,
        feature_code=found.feature_code,
        country=found.country,
        admin1=found.admin1,
        population=found.population,
    )
