"""Map: where it happens."""

import streamlit as st

from components.ask_services import ask_services
from components.corrections_place import unplaced
from components.current import analysis as current_analysis
from components.evidence import evidence_panel
from components.header import header
from components.places_view import place_table, place_view

analysis = current_analysis()
header(analysis)
left, right = st.columns([13, 7], gap="medium")
with left:
    tiles = st.toggle(
        "Street map",
        key="street-map",
        bind="query-params",
        help="Loads tiles from OpenStreetMap, which then sees your address. Off, nothing is loaded from elsewhere.",
    )
    place_view(analysis, height=560, key="map", tiles=tiles)
    place_table(analysis)
    unplaced(analysis)
    ask_services(analysis)
with right, st.container(key="sticky evidence"):
    evidence_panel(analysis)
