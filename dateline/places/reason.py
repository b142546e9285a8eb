"""Reasons: why a place was chosen, in a few words that a reader understands."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.places.candidates import distance
from dateline.places.gazetteer import Entry, Gazetteer
from dateline.places.resolution import Choice

_NEAR_KM = 150.0
_MOST_OTHERS = 60
_LOCAL = frozenset(("city", "postal", "admin2", "district", "landmark", "airport", "university", "seat"))
_STRONG = 0.5


def why(choice: Choice, all_choices: Sequence[Choice], gazetteer: Gazetteer) -> str:
    """Why the best candidate of a name was chosen, or why none could be."""
    entry = choice.entry
    if entry is None:
        return "no place of that name is known"
    said = choice.features
    group = choice.group
    if group.container_text and (said["contained"] or said["contained-area"] or said["contained-list"]):
        return f"named with {_what(group.container)} {group.container_text}"
    if said["echo"] > _STRONG:
        return f"the article names it in full elsewhere, in {gazetteer.within(entry) or 'that area'}"
    if entry.alias_kind == "demonym":
        return f"the people or language of {entry.name}"
    if entry.alias_kind in ("abbreviation", "seat"):
        return f"stands for {entry.name}"
    if len(choice.ranked) == 1:
        return f"the only place of that name that is known{_people(entry)}"
    if entry.kind not in _LOCAL and said["first"]:
        return f"the best known {_kind(entry)} of that name"
    near = _nearby(choice, all_choices)
    if near and not (said["first"] and said["near"] < _STRONG / 5):
        return f"near {' and '.join(near)}, also named"
    if said["admin1-share"] > _STRONG / 2 and entry.admin1_name:
        return f"in {entry.admin1_name}, like other places named"
    if said["outlet-near"] > _STRONG or said["outlet-admin1"] > _STRONG:
        return "near the outlet that published the article"
    if said["first"]:
        return f"the best known {_kind(entry)} of that name{_people(entry)}"
    country = gazetteer.country(entry.country)
    if country is not None and said["country-share"] > _STRONG / 2:
        return f"in {country.name}, like other places named"
    return f"the likeliest of {len(choice.ranked)} places of that name"


def _what(container: Sequence[Entry]) -> str:
    kind = container[0].kind if container else ""
    return {"country": "its country,", "admin1": "its state or province,", "admin2": "its county,"}.get(
        kind, "its region,"
    )


def _kind(entry: Entry) -> str:
    words = {
        "admin1": "state or province",
        "admin2": "county",
        "postal": "place",
        "marine": "sea",
        "seat": "seat of power",
    }
    return words.get(entry.kind, entry.kind)


def _people(entry: Entry) -> str:
    return f" ({entry.population:,} people)" if entry.population and entry.kind == "city" else ""


def _nearby(choice: Choice, all_choices: Sequence[Choice]) -> list[str]:
    """Up to two other names of the article whose places are close to this one's, the closest first."""
    entry = choice.entry
    if entry is None or not choice.features["near"]:
        return []
    found: dict[str, float] = {}
    for other in all_choices[:_MOST_OTHERS]:
        place = other.entry
        if place is None or other.group.key == choice.group.key or place.kind not in _LOCAL or place.id == entry.id:
            continue
        gap = distance(entry.lat, entry.lon, place.lat, place.lon)
        if gap < _NEAR_KM:
            found[other.group.text] = min(gap, found.get(other.group.text, gap))
    return sorted(found, key=lambda name: found[name])[:2]
