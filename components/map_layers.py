"""What the map draws, as plain data: a mark for each place, the areas of seas, countries and vague places, the view.

Pure functions from an Analysis; no folium, no Streamlit. Positions are degrees WGS 84, longitude first as in GeoJSON.
"""

from __future__ import annotations

import bisect
import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

from components import words
from components.countries import country_name
from components.escape import shortened
from components.map_areas import POINTS, areas, mentions_of, on_earth
from components.provinces import province_name
from dateline.records import Analysis, Candidate, Place, Polarity, Span, Toponym

EVIDENCE = 120_000
"""Characters of evidence that the map carries for all places together."""


def features(analysis: Analysis) -> list[dict[str, Any]]:
    """A GeoJSON point for each place; its properties are all that the map says of it, as plain text.

    In the order of drawing: areas below points, large below small, so that each can be seen and chosen.
    """
    mentions = mentions_of(analysis)
    starts = [s.start for s in analysis.sentences]
    acts = acts_at(analysis)
    found = [
        _feature(analysis, starts, p, mentions[p.id], acts.get(p.id, Counter())) for p in analysis.places if on_earth(p)
    ]
    return sorted(found, key=lambda f: (not f["properties"]["area"], -f["properties"]["radius"]))


def acts_at(analysis: Analysis) -> dict[str, Counter[Polarity]]:
    """How many stances of each polarity are placed at a place or are toward it, by its id."""
    found: dict[str, Counter[Polarity]] = {}
    for stance in analysis.stances:
        for id in {stance.place, stance.target.place} - {None}:
            found.setdefault(str(id), Counter())[stance.polarity] += 1
    return found


def _feature(
    analysis: Analysis, starts: list[int], place: Place, mentions: list[Toponym], acts: Counter[Polarity]
) -> dict[str, Any]:
    literal = sum(t.role == "literal" for t in mentions)
    area = place.feature_class not in POINTS
    first = next((t for t in mentions if t.role == "literal"), mentions[0] if mentions else None)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(place.lon, 4), round(place.lat, 4)]},
        "properties": {
            "id": place.id,
            "name": shortened(place.name, 60),
            "where": where(place),
            "count": _count_words(len(mentions), literal),
            "mentions": len(mentions),
            "radius": radius(len(mentions), most=11 if area else 18),
            "role": "literal" if literal else "associative",
            "area": area,
            "acts": [[words.SIGNS[p], acts[p]] for p in (-1, 1, 0) if acts[p]],
            "happens": _acts_words(acts),
            "evidence": evidence(analysis, starts, first, _room(analysis)) if first else "",
        },
    }


def radius(mentions: int, most: float = 18) -> float:
    """Radius in pixels, so that the area grows with the mentions: 1 gives 6, 4 gives 9, from 25 on 18."""
    return round(min(3 + 3 * math.sqrt(max(mentions, 1)), most), 1)


def where(place: Place) -> str:
    """Kind and country: "town or city · Iraq"; the province before the country where it is known."""
    kind = words.feature(place)
    if place.feature_code and place.feature_code.startswith("PCL"):
        return kind
    country = country_name(place.country)
    return " · ".join(shortened(part, 60) for part in (kind, country) if part)


def _count_words(mentions: int, literal: int) -> str:
    times = "not mentioned by name" if not mentions else f"{mentions} mention{'s' if mentions > 1 else ''}"
    if not mentions or literal == mentions:
        return times
    if not literal:
        return f"{times}, only for its people or government"
    return f"{times}, {literal} as where it happens"


def _room(analysis: Analysis) -> int:
    """Characters of evidence for each place: all of a few, less of many, none of thousands (a message is sent each
    time that the reader chooses something)."""
    room = min(EVIDENCE // max(len(analysis.places), 1), 400)
    return room if room >= 60 else 0


def _acts_words(acts: Counter[Polarity]) -> str:
    if not acts:
        return ""
    kinds = ", ".join(f"{acts[p]} {words.POLARITIES[p]}" for p in (-1, 1, 0) if acts[p])
    return f"Stances here or toward it: {kinds}"


def evidence(analysis: Analysis, starts: list[int], toponym: Toponym, limit: int) -> str:
    """The sentence of a mention on one line; of a long one, the part round the mention.

    `starts` are those of the sentences. At most `limit` characters and an ellipsis; none when it is 0.
    """
    if not limit:
        return ""
    text = analysis.article.text
    number = bisect.bisect_right(starts, toponym.start) - 1
    sentence: Span = analysis.sentences[number] if number >= 0 else toponym
    if toponym.end - sentence.start <= limit:
        return shortened(text[sentence.start : sentence.end], limit)
    start = toponym.start - limit // 2
    start += max(text[start : toponym.start].find(" "), 0)
    return "…" + shortened(text[start : sentence.end], limit)


def candidates(analysis: Analysis, place_id: str | None, most: int = 8) -> list[dict[str, Any]]:
    """Other places that the mentions of this place might have meant, likeliest first: {name, at}; for doubting it."""
    place = next((p for p in analysis.places if p.id == place_id), None)
    if place is None:
        return []
    rivals: dict[tuple[float, float], Candidate] = {}
    for toponym in mentions_of(analysis)[place.id]:
        for one in toponym.candidates:
            near = abs(one.lat - place.lat) < 0.25 and abs(one.lon - place.lon) < 0.25
            if not near and math.isfinite(one.lat) and math.isfinite(one.lon):
                rivals.setdefault((round(one.lat, 2), round(one.lon, 2)), one)
    ranked = sorted(rivals.values(), key=lambda one: -one.score)[:most]
    return [{"name": _candidate_name(one), "at": [round(one.lon, 4), round(one.lat, 4)]} for one in ranked]


def _candidate_name(one: Candidate) -> str:
    country = country_name(one.country)
    return ", ".join(
        shortened(part, 60) for part in (one.name, province_name(one.country, one.admin1) or "", country) if part
    )


def bounds(analysis: Analysis) -> list[list[float]] | None:
    """[[south, west], [north, east]] of where it happens: the literal places, or all when none is; None without places.

    Countries and other wide areas count only where there is nothing finer, and by their point: else one mention of a
    country far off would show half the world and hide the towns.
    """
    literal = {t.place for t in analysis.toponyms if t.role == "literal"}
    shown = [p for p in analysis.places if on_earth(p)]
    chosen = [p for p in shown if p.id in literal] or shown
    return _around([p for p in chosen if not _wide(p)] or chosen)


def _around(places: list[Place]) -> list[list[float]] | None:
    if not places:
        return None
    points = [point for p in places for point in _corners(p)]
    lats, lons = [y for _, y in points], [x for x, _ in points]
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _wide(place: Place, degrees: float = 15) -> bool:
    if place.feature_class == "A" and (place.feature_code or "").startswith("PCL"):
        return True
    if place.bbox is None:
        return place.feature_code in {"CONT", "OCN"}
    west, south, east, north = place.bbox
    return east < west or east - west > degrees or north - south > degrees


def _corners(place: Place, pad: float = 1.5) -> Iterable[tuple[float, float]]:
    if place.bbox and not _wide(place):
        west, south, east, north = place.bbox
        return ((west, south), (east, north))
    return ((place.lon - pad, place.lat - pad), (place.lon + pad, place.lat + pad))


def payload(analysis: Analysis, selected_place: str | None, *, tiles: bool = False) -> dict[str, Any]:
    """All that the browser's `datelineMap.show` takes; `key` changes when the marks do, `fit.key` with the article."""
    drawn = {"features": features(analysis), "areas": areas(analysis)}
    digest = hashlib.sha256(json.dumps(drawn, sort_keys=True).encode()).hexdigest()[:16]
    article = hashlib.sha256(analysis.article.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    ids = {f["properties"]["id"] for f in drawn["features"]}
    selected = selected_place if selected_place in ids else None
    return {
        "key": digest,
        **drawn,
        "selected": selected,
        "candidates": candidates(analysis, selected),
        "fit": {
            "key": article,
            "bounds": bounds(analysis),
            "all": _around([p for p in analysis.places if on_earth(p)]),
        },
        "tiles": tiles,
    }
