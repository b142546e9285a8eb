"""The map: where the article happens, from the reader's point of view; tells which place the reader chose.

The base (basemap, legend, look) is the same for every article, so that streamlit-folium keeps its frame, and with it
zoom and centre; what changes goes through a feature group as plain data to static/map/dateline-map.js.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import folium
import streamlit as st
from branca.element import MacroElement
from folium.template import Template
from streamlit_folium import st_folium

from components import map_assets, map_layers
from components.escape import for_script
from components.palette import palette
from dateline.records import Analysis

START = (25.0, 15.0)
MAX_ZOOM = 10
"""Beyond this the 1:50m outlines of the basemap mislead; street tiles go on to 18."""
LEGEND = (
    ("literal", "where something is or happens"),
    ("associative", "only its people or its government"),
    ("area", "country, region or sea"),
    ("extent", "its extent, roughly"),
    ("vague", "“north of”, “near”: somewhere here"),
    ("acts", "stances here: − hostile, + friendly"),
    ("selected", "chosen (larger: more mentions)"),
    ("candidate", "what the name might mean as well"),
)


class _Script(MacroElement):
    """A line of script that calls datelineMap with data."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "datelineMap.{{ this.call }}({{ this.map_name() }}, {{ this.data }});"
        "{% endmacro %}"
    )

    def __init__(self, call: str, data: object) -> None:
        super().__init__()
        self._name = "Script"
        self.call = call
        self.data = for_script(data)

    def map_name(self) -> str:
        """The script's name of the map that this stands in."""
        parent = self._parent
        while parent is not None and not isinstance(parent, folium.Map):
            parent = parent._parent
        if parent is None:
            raise ValueError("the script stands in no map")
        return str(parent.get_name())


def base_map(*, dark: bool = False) -> folium.Map:
    """The map without places: the same whatever the article, but for the theme."""
    map_assets.ensure()
    world = folium.Map(
        location=START,
        zoom_start=3,
        tiles=None,
        min_zoom=1,
        max_zoom=MAX_ZOOM,
        zoom_snap=0.5,
        world_copy_jump=False,
        max_bounds=True,
        min_lat=-85,
        max_lat=85,
        min_lon=-220,
        max_lon=220,
        max_bounds_viscosity=0.6,
    )
    options = {"static": map_assets.FROM_FRAME, "colours": asdict(palette(dark)), "legend": LEGEND, "maxZoom": MAX_ZOOM}
    _Script("base", options).add_to(world)
    return world


def places_group(analysis: Analysis, selected_place: str | None, *, tiles: bool = False) -> folium.FeatureGroup:
    """What changes: the places, their areas, the selection, street tiles or not."""
    group = folium.FeatureGroup(name="places")
    _Script("show", map_layers.payload(analysis, selected_place, tiles=tiles)).add_to(group)
    return group


def place_map(
    analysis: Analysis,
    selected_place: str | None,
    *,
    height: int,
    key: str,
    on_choose: Callable[[str], None],
    dark: bool = False,
    tiles: bool = False,
) -> None:
    """Show the map, `height` pixels high; `on_choose` is called with the id of a place that the reader chooses.

    It is called before the run that the choice causes, so that one run shows it everywhere. `selected_place` is drawn
    as the chosen one. `tiles` adds OpenStreetMap's street tiles, which need the network.
    """
    widget = f"{key}:{'dark' if dark else 'light'}"

    def report() -> None:
        chosen = chosen_place(st.session_state.get(widget), analysis)
        if chosen:
            on_choose(chosen)

    st_folium(
        base_map(dark=dark),
        key=widget,
        height=height,
        width=None,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=places_group(analysis, selected_place, tiles=tiles),
        on_change=report,
    )


def chosen_place(answer: Any, analysis: Analysis) -> str | None:
    """The id in the browser's answer, if the analysis holds such a place."""
    chosen = ((answer or {}).get("last_active_drawing") or {}).get("properties", {}).get("id")
    return chosen if any(p.id == chosen for p in analysis.places) else None
