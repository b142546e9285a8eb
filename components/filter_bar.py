"""The filter bar: what is filtered as chips that a click takes away, and where more is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import corrections_state, words
from components.escape import for_markdown, shortened
from components.filters import LEAST, Filters, known
from dateline.records import Analysis

_KEY = "filters"
_ROLES = {"literal": "where it happens", "associative": "as an attribute (“Iraqi”)"}
_SURE = {least: words.confidence(least) for least in LEAST}
_ALL = "all"


def current() -> Filters:
    """The filters that the reader has set."""
    found: Filters = st.session_state.get(_KEY, Filters())
    return found


def choose(filters: Filters) -> None:
    """Make these the filters."""
    st.session_state[_KEY] = filters


def filter_bar(shown: Analysis) -> None:
    """Show the bar for the analysis that is open; `shown` is what the filters leave of it."""
    whole = corrections_state.last()
    if whole is None or (not whole.analysis.stances and not whole.analysis.toponyms):
        return
    filters = known(whole.analysis, current())
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        more = st.popover("Filter", icon=":material/filter_list:", type="tertiary", key="filter", on_change="rerun")
        if more.open:
            with more:
                _choices(whole.analysis, filters)
        for number, (name, value, label) in enumerate(_chips(whole.analysis, filters)):
            st.button(
                for_markdown(label),
                key=f"chip {number} {name} {value}",
                icon=":material/close:",
                icon_position="right",
                help="Take this filter away",
                on_click=choose,
                args=(filters.without(name, value),),
            )
        if filters:
            stances = f"{len(shown.stances):,} of {len(whole.analysis.stances):,} stances"
            st.caption(f"{stances} and {len(shown.toponyms):,} of {len(whole.analysis.toponyms):,} place names shown")


def _chips(analysis: Analysis, filters: Filters) -> list[tuple[str, Any, str]]:
    """Each filter that is set: its name, its value, and both in words."""
    actors, places = _actors(analysis), _places(analysis)
    found: list[tuple[str, Any, str]] = [("actors", id, actors[id]) for id in filters.actors]
    found += [("places", id, places[id]) for id in filters.places]
    found += [("types", type, words.TYPES[type]) for type in filters.types]
    found += [("polarities", polarity, words.POLARITIES[polarity]) for polarity in filters.polarities]
    if filters.sure is not None:
        found.append(("sure", filters.sure, f"at least {_SURE[filters.sure]}"))
    if filters.role is not None:
        found.append(("role", filters.role, f"places: {_ROLES[filters.role]}"))
    return [(name, value, shortened(label, 40)) for name, value, label in found]


def _actors(analysis: Analysis) -> dict[str, str]:
    return {a.id: shortened(a.name, 60) for a in analysis.actors}


def _places(analysis: Analysis) -> dict[str, str]:
    return {p.id: shortened(p.name, 60) for p in analysis.places}


def _choices(analysis: Analysis, filters: Filters) -> None:
    acting = {s.actor for s in analysis.stances} | {s.target.actor for s in analysis.stances}
    actors = {id: name for id, name in _actors(analysis).items() if id in acting or id in filters.actors}
    types = {t: words.TYPES[t] for t in words.TYPES if t in filters.types or any(s.type == t for s in analysis.stances)}
    _several("Actors, acting or acted upon", "actors", actors, filters)
    _several("Places", "places", _places(analysis), filters)
    _several("Acts", "types", types, filters)
    _several("Tone", "polarities", words.POLARITIES, filters)
    _one("Stances at least", "sure", _SURE, filters)
    _one("Mentions of places", "role", _ROLES, filters)


def _several(label: str, name: str, options: Mapping[Any, str], filters: Filters) -> None:
    key = f"filter {name}"
    st.session_state[key] = [value for value in getattr(filters, name) if value in options]
    st.multiselect(
        label,
        list(options),
        format_func=lambda value: options[value],
        key=key,
        placeholder="all",
        on_change=lambda: choose(filters.with_(name, tuple(st.session_state[key]))),
    )


def _one(label: str, name: str, options: Mapping[Any, str], filters: Filters) -> None:
    key, held = f"filter {name}", getattr(filters, name)
    st.session_state[key] = _ALL if held is None else held

    def chosen() -> None:
        value = st.session_state[key]
        choose(filters.with_(name, None if value == _ALL else value))

    st.selectbox(label, [_ALL, *options], format_func=lambda v: options.get(v, _ALL), key=key, on_change=chosen)
