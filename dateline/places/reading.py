"""Reading: the toponyms and places of an article, as records; the order of the steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.language import Parse
from dateline.names import Name
from dateline.places import acceptance, lexicon, recognition, resolution, role, setting, spots, vague
from dateline.places.gazetteer import Entry, Gazetteer
from dateline.places.linear import probability
from dateline.places.reason import why
from dateline.places.resolution import Choice
from dateline.places.spots import PLACE_LABELS, Spot
from dateline.records import Candidate, Place, Role, Toponym

SHOWN_CANDIDATES = 8
"""How many candidates of a toponym are kept in the record."""


def read(
    parse: Parse, names: tuple[Name, ...], gazetteer: Gazetteer, numbers: Mapping[str, Any] | None = None
) -> tuple[tuple[Toponym, ...], tuple[Place, ...]]:
    """The toponyms of an article and the places they mean.

    A toponym that is in doubt has `place=None`; one within a longer name says so in `within`. Place ids are "p1",
    "p2" ... in the order of the first mention. `numbers` are other weights than those of weights.json.
    """
    numbers = numbers or lexicon.weights()
    limits = numbers["limits"]
    looked = recognition.looked_at(
        parse, names, spots.find(parse, names, gazetteer), numbers["recognition"], limits["looked-at"]
    )
    first = [spot for spot, _ in looked]
    scene = resolution.scene(parse.doc, parse.article, first, [sure for _, sure in looked], gazetteer)
    chosen = resolution.choices(scene, numbers)
    of_mention = {m: choice for choice in chosen for m in choice.group.members}
    found = _accepted(looked, of_mention, numbers["acceptance"], limits["recognised"])
    return _records(parse, found, chosen, gazetteer, numbers)


@dataclass(frozen=True)
class _Accepted:
    """A mention that is a place, how likely that is, what it means, and whether it stands with its container."""

    spot: Spot
    choice: Choice
    sure: float
    in_full: bool


def _accepted(
    looked: Sequence[tuple[Spot, float]], of_mention: Mapping[int, Choice], weights: Mapping[str, float], least: float
) -> list[_Accepted]:
    """The mentions that are places after the second look, what they mean, and how likely they are places."""
    found = []
    for m, (spot, sure) in enumerate(looked):
        surer = probability(acceptance.features(spot, sure, of_mention[m]), weights)
        if surer >= least:
            found.append(_Accepted(spot, of_mention[m], surer, m in of_mention[m].group.in_full))
    return found


def _records(
    parse: Parse,
    found: Sequence[_Accepted],
    chosen: Sequence[Choice],
    gazetteer: Gazetteer,
    numbers: Mapping[str, Any],
) -> tuple[tuple[Toponym, ...], tuple[Place, ...]]:
    mentions = [mention.spot for mention in found]
    kept = {id(mention.choice) for mention in found}
    alive = [choice for choice in chosen if id(choice) in kept]
    reasons = {id(choice): why(choice, alive, gazetteer) for choice in alive}
    beside = [(mention.spot, mention.choice) for mention in found]
    places: dict[int, Place] = {}
    toponyms = []
    for m, mention in enumerate(found):
        spot, reason = mention.spot, reasons[id(mention.choice)]
        reading = _meant(parse, beside, m, mention.in_full, reason, numbers["setting"])
        if mention.sure * reading.confidence < numbers["limits"]["placed"] or _only_a_part(parse, spot):
            reading = replace(reading, entry=None, reason=_not_placed(parse, spot, reading))
        entry = reading.entry
        if entry is not None and entry.id not in places:
            places[entry.id] = place_of(entry, len(places) + 1)
        place = places[entry.id].id if entry is not None else None
        part = _role(parse, spot, numbers["role"])
        toponyms.append(_toponym(parse, mentions, m, reading, place, part))
    return tuple(toponyms), tuple(places.values())


def _meant(
    parse: Parse,
    beside: Sequence[tuple[Spot, Choice]],
    m: int,
    in_full: bool,
    reason: str,
    weights: Mapping[str, float],
) -> _Reading:
    """What mention `m` means: the best candidate of its name, or the town that an unlisted street or hall lies in."""
    choice = beside[m][1]
    if choice.group.container_text and not in_full:
        reason = f"elsewhere in the article {reason}"
    held = setting.place(parse.doc, beside, m, weights)
    if held is None:
        return _Reading(choice, choice.entry, choice.confidence, reason)
    town, entry = beside[held[0]][0].text, beside[held[0]][1].entry
    return _Reading(choice, entry, held[1], f"not in the gazetteer; taken to be in {town}", True)


@dataclass(frozen=True)
class _Reading:
    """What one mention means, how sure that is and why; `inside` where the entry is only what it lies in."""

    choice: Choice
    entry: Entry | None
    confidence: float
    reason: str
    inside: bool = False


def _only_a_part(parse: Parse, spot: Spot) -> bool:
    """Whether a mention stands inside a known name but not at its head: "Islamic State in Iraq and Syria"."""
    if spot.name is None or spot.name.known is None or not _in_longer(spot):
        return False
    return any(not token.is_stop for token in parse.doc[spot.name_start : spot.start])


def _toponym(
    parse: Parse, mentions: Sequence[Spot], m: int, reading: _Reading, place: str | None, part: Role
) -> Toponym:
    spot, doc, text = mentions[m], parse.doc, parse.article.text
    start, end = spots.offsets(doc, spot)
    within = text[spot.name.start : spot.name.end] if spot.name is not None and _in_longer(spot) else None
    relation = vague.relation(doc, mentions, m) if within is None else None
    return Toponym(
        start=start,
        end=end,
        text=text[start:end],
        place=place,
        role="literal" if relation else part,
        confidence=round(reading.confidence, 3) if place is not None else 0.0,
        reason=reading.reason,
        candidates=tuple(candidate_of(entry, share) for entry, share in reading.choice.ranked[:SHOWN_CANDIDATES]),
        relation=relation[0] if relation else "in" if reading.inside and place is not None else None,
        relation_span=relation[1] if relation else None,
        within=within,
    )


def _in_longer(spot: Spot) -> bool:
    return spot.name is not None and not spot.whole and spot.name.label not in PLACE_LABELS


def _not_placed(parse: Parse, spot: Spot, reading: _Reading) -> str:
    if _only_a_part(parse, spot):
        return "only a part of a longer name"
    if reading.choice.entry is None:
        return "no place of that name is known"
    return f"too uncertain to be placed; at best {reading.reason}"


def _role(parse: Parse, spot: Spot, weights: Mapping[str, float]) -> Role:
    literal = probability(role.features(parse.doc, spot), weights) >= 0.5
    return "literal" if literal and not _only_a_part(parse, spot) else "associative"


def candidate_of(entry: Entry, share: float) -> Candidate:
    """The record of an entry as a candidate of a toponym; `share` is how likely it is, from 0 to 1."""
    return Candidate(
        name=entry.name,
        lat=entry.lat,
        lon=entry.lon,
        score=round(share, 4),
        source=entry.source,
        source_id=entry.source_id,
        feature_class=entry.feature_class,
        feature_code=entry.feature_code,
        country=entry.country,
        admin1=entry.admin1,
        population=entry.population,
    )


def place_of(entry: Entry, number: int) -> Place:
    """The record of an entry, as the place "p<number>" of an analysis."""
    return Place(
        id=f"p{number}",
        name=entry.name,
        lat=entry.lat,
        lon=entry.lon,
        source=entry.source,
        source_id=entry.source_id,
        feature_class=entry.feature_class,
        feature_code=entry.feature_code,
        country=entry.country,
        admin1=entry.admin1,
        admin2=entry.admin2,
        population=entry.population,
        bbox=entry.bbox,
    )
