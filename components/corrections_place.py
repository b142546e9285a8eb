"""Correct a place: another one of that name, one looked up in the gazetteer, a point by hand, or no place at all."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from components import corrections_state, words
from components.countries import country_name
from components.escape import for_markdown, shortened, visible
from components.provinces import province_name
from components.sentences import sentence_around
from dateline.corrections import kinds
from dateline.corrections.kinds import Quote
from dateline.corrections.placing import BY_HAND
from dateline.corrections.references import quote
from dateline.places.candidates import distance
from dateline.places.gazetteer import Gazetteer, GazetteerError
from dateline.places.reading import candidate_of
from dateline.records import Analysis, Candidate, Place, Toponym
from dateline.settings import DEFAULTS

_MOST = 8
"""Candidates shown; others are found by looking them up."""
_MOST_MENTIONS = 60


def form(analysis: Analysis, id: str, key: str) -> None:
    """The ways to correct this place; each is one click or one entry."""
    place = next(p for p in analysis.places if p.id == id)
    mentions = [t for t in analysis.toponyms if t.place == id]
    if not mentions:
        st.caption("The text does not name this place itself.")
        return
    scope = _scope(analysis, mentions, key)
    _choices(analysis, scope, place, _others(place, mentions), key, judged=True)
    st.button(
        "No place at all",
        key=f"{key} none",
        icon=":material/location_off:",
        type="tertiary",
        on_click=corrections_state.add,
        args=(analysis, scope.set_to(None)),
    )
    _looked_up(analysis, scope, place, key)
    _by_hand(analysis, scope, place, key)


def unplaced(analysis: Analysis) -> None:
    """The names that have no place, folded away: each can be given one. Nothing when there are none."""
    names: dict[str, list[Toponym]] = {}
    for t in analysis.toponyms:
        if t.place is None and t.within is None:
            names.setdefault(t.text, []).append(t)
    if not names:
        return
    key = "unplaced"
    folded = st.expander(
        f"Put a name on the map by hand ({len(names)})", icon=":material/add_location:", key=key, on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        name = st.selectbox("Name", sorted(names), format_func=lambda n: shortened(n, 80), key=f"{key} name")
        if name is None:
            return
        mentions = names[name]
        st.caption(for_markdown(f"{_context(analysis, mentions[0])} · {mentions[0].reason or 'too uncertain'}"))
        scope, key = Scope(names=(name,)), f"{key} {name}"
        best = max(mentions, key=lambda t: len(t.candidates))
        _choices(analysis, scope, None, best.candidates[:_MOST], key, judged=True)
        _looked_up(analysis, scope, None, key)
        _by_hand(analysis, scope, None, key)


@dataclass(frozen=True)
class Scope:
    """Which mentions are meant: all of some names, or one where it stands."""

    names: tuple[str, ...] = ()
    toponym: Quote | None = None

    def set_to(self, candidate: Candidate | None) -> kinds.SetPlace:
        """The correction that gives them this place, or none."""
        return kinds.SetPlace(names=self.names, toponym=self.toponym, to=candidate)


def _scope(analysis: Analysis, mentions: list[Toponym], key: str) -> Scope:
    everywhere = Scope(names=tuple(sorted({t.text for t in mentions})[:100]))
    if len(mentions) == 1:
        return everywhere
    options = range(-1, min(len(mentions), _MOST_MENTIONS))
    picked = st.selectbox(
        "Which mentions",
        options,
        key=f"{key} scope",
        format_func=lambda n: f"All {len(mentions)} of them" if n < 0 else f"Only {_context(analysis, mentions[n])}",
    )
    return everywhere if picked is None or picked < 0 else Scope(toponym=quote(analysis, mentions[picked]))


def _context(analysis: Analysis, mention: Toponym) -> str:
    start = max(sentence_around(analysis, mention).start, mention.start - 28)
    return "… " + shortened(analysis.article.text[start : mention.end + 28], 90) + " …"


def _others(place: Place, mentions: list[Toponym]) -> list[Candidate]:
    best = max(mentions, key=lambda t: len(t.candidates))
    return [c for c in best.candidates if (c.lat, c.lon) != (place.lat, place.lon)][:_MOST]


def _choices(
    analysis: Analysis, scope: Scope, place: Place | None, found: Iterable[Candidate], key: str, *, judged: bool
) -> None:
    for number, candidate in enumerate(found):
        with st.container(gap="xxsmall"):
            st.button(
                for_markdown(shortened(f"{candidate.name}, {where(candidate)}", 120)),
                key=f"{key} candidate {number} {candidate.source_id}",
                icon=":material/location_on:",
                width="stretch",
                on_click=corrections_state.add,
                args=(analysis, scope.set_to(candidate)),
            )
            st.caption(for_markdown(why_not(candidate, place, judged)))


def where(candidate: Candidate) -> str:
    """What a candidate is and where: "town or city, Texas, United States"."""
    kind = words.kind_of(candidate.feature_class, candidate.feature_code)
    province = (
        province_name(candidate.country, candidate.admin1) if candidate.feature_code not in ("ADM1", "PCLI") else None
    )
    country = country_name(candidate.country) if candidate.feature_code != "PCLI" else None
    return ", ".join(part for part in (kind, province, country) if part)


def why_not(candidate: Candidate, place: Place | None, judged: bool = True) -> str:
    """Why it was not taken: how likely the text makes it (where the engine `judged` it), its people, its distance."""
    found = [
        # Scores of one toponym are shares of 1; those of a geocoding service may be on any scale.
        _likely(candidate.score) if judged and 0 <= candidate.score <= 1 else None,
        f"{candidate.population:,} people" if candidate.population else None,
        _away(candidate, place) if place else None,
    ]
    return " · ".join(part for part in found if part)


def _away(candidate: Candidate, place: Place) -> str:
    km = distance(place.lat, place.lon, candidate.lat, candidate.lon)
    return f"{km:,.0f} km from the place shown" if km >= 1 else "at the place shown"


def _likely(share: float) -> str:
    return f"{share:.0%} likely from the text" if share >= 0.005 else "hardly likely from the text"


def _looked_up(analysis: Analysis, scope: Scope, place: Place | None, key: str) -> None:
    name = st.text_input("Look up another place", key=f"{key} look up", max_chars=80, placeholder="its name")
    if not name or not name.strip():
        return
    try:
        found = Gazetteer.open(DEFAULTS.gazetteer).lookup(visible(name))
    except GazetteerError:
        found = ()
    if not found:
        st.caption("The gazetteer knows no place of that name. Put a point by hand.")
    _choices(
        analysis, scope, place, [candidate_of(entry, 0.0) for entry in found[:_MOST]], f"{key} looked up", judged=False
    )


def _by_hand(analysis: Analysis, scope: Scope, place: Place | None, key: str) -> None:
    name, lat, lon = (place.name, place.lat, place.lon) if place else (scope.names[0], 0.0, 0.0)
    with st.form(f"{key} by hand", border=False):
        st.markdown("**A point by hand**")
        names = (f"{key} name", f"{key} latitude", f"{key} longitude")
        st.text_input("Name", value=shortened(name, 120), key=names[0], max_chars=kinds.LONGEST)
        left, right = st.columns(2)
        left.number_input("Latitude", -90.0, 90.0, round(lat, 5), 0.01, "%.5f", key=names[1])
        right.number_input("Longitude", -180.0, 180.0, round(lon, 5), 0.01, "%.5f", key=names[2])
        st.form_submit_button(
            "Put it there", icon=":material/add_location:", on_click=_put, args=(analysis, scope, *names)
        )


def _put(analysis: Analysis, scope: Scope, *keys: str) -> None:
    name, lat, lon = (st.session_state[key] for key in keys)
    point = _point(name, lat, lon)
    if point is None:
        corrections_state.refuse("a point needs a name, a latitude and a longitude")
        return
    corrections_state.add(analysis, scope.set_to(point))


def _point(name: str | None, lat: float | None, lon: float | None) -> Candidate | None:
    named = visible(name or "").strip()
    if not named or lat is None or lon is None or not (math.isfinite(lat) and math.isfinite(lon)):
        return None
    return Candidate(name=named, lat=lat, lon=lon, score=1.0, source=BY_HAND)
