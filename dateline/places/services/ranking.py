"""Which of a service's answers a name means, and how much that is to be trusted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dateline.places import keys
from dateline.places.services.answers import Found

# A service has no view of the article, so that its best answer is trusted less than the gazetteer's; by judgement.
NAMED_COUNTRY, ONLY_ONE, SAME_NAME, LONGER_NAME = 0.6, 0.5, 0.4, 0.25


@dataclass(frozen=True)
class Ranked:
    """An answer with its confidence, and why in words that follow "found by ..."; 0.0: it bears another name."""

    found: Found
    confidence: float
    why: str


def ranked(name: str, found: Sequence[Found], countries: Collection[str]) -> tuple[Ranked, ...]:
    """The answers, the likeliest first; equally likely ones in the service's order.

    `countries` are those that the article's other places lie in, as ISO 3166-1 alpha-2.
    """
    judged = [_judged(name, place, len(found) == 1, countries) for place in found]
    return tuple(sorted(judged, key=lambda r: -r.confidence))


def _judged(name: str, place: Found, alone: bool, countries: Collection[str]) -> Ranked:
    wanted = keys.key(name)
    borne = {keys.key(n) for n in (place.name, *place.names)}
    if wanted in borne:
        if place.country in countries:
            return Ranked(place, NAMED_COUNTRY, ", in a country of the article")
        return Ranked(place, ONLY_ONE, ", its only answer") if alone else Ranked(place, SAME_NAME, "")
    words = frozenset(wanted.split())
    if any(_one_in_the_other(words, frozenset(other.split())) for other in borne):
        return Ranked(place, LONGER_NAME, f" as “{place.name}”")
    return Ranked(place, 0.0, f" as “{place.name}”")


def _one_in_the_other(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and (some <= others or others <= some)
