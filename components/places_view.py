"""The map with its reader's choice, and the table that holds the same; or why there is none."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from components import selection, words
from components.countries import country_name
from components.map import place_map
from components.selection import Selection
from components.style import is_dark
from dateline.records import Analysis


def place_view(analysis: Analysis, *, height: int, key: str, tiles: bool = False) -> None:
    """Show the map; a place chosen on it becomes the selection."""
    if not analysis.places:
        st.info("No place was found in this text, so there is no map.", icon=":material/map:")
        return
    chosen = selection.chosen_id(analysis, "place")
    place_map(
        analysis,
        chosen,
        height=height,
        key=key,
        on_choose=lambda id: selection.choose(Selection("place", id)),
        dark=is_dark(),
        tiles=tiles,
    )


def place_table(analysis: Analysis) -> None:
    """The same places as a table."""
    if not analysis.places:
        return
    mentions = Counter(t.place for t in analysis.toponyms if t.place)
    literal = Counter(t.place for t in analysis.toponyms if t.place and t.role == "literal")
    surest = {
        p.id: max((t.confidence for t in analysis.toponyms if t.place == p.id), default=0.0) for p in analysis.places
    }
    table = pd.DataFrame(
        {
            "Place": p.name,
            "Kind": words.feature(p),
            "Country": country_name(p.country),
            "Mentions": mentions[p.id],
            "Where it happens": literal[p.id],
            "Latitude": round(p.lat, 3),
            "Longitude": round(p.lon, 3),
            "Sure?": words.confidence(surest[p.id]),
        }
        for p in sorted(analysis.places, key=lambda p: -mentions[p.id])
    )
    with st.expander(f"As a table ({len(table)} places)"):
        st.dataframe(table, hide_index=True, width="stretch")
