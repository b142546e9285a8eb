"""The timelines on the screen: actor lanes over the calendar, and the order of telling against it.

Each returns the id of the stance or time that the reader has just chosen on it, else None.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components.palette import palette
from components.timeline_draw import legend_html
from components.timeline_lanes import lanes_figure
from components.timeline_order import order_figure
from components.timeline_rows import departure, departure_words, marks, timeline_table, undated
from dateline.records import Analysis

__all__ = ["actor_lanes", "lanes_figure", "order_figure", "story_order", "timeline_table", "undated"]

_CONFIG: dict[str, Any] = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "responsive": True}


def actor_lanes(
    analysis: Analysis,
    selected: str | None,
    *,
    key: str,
    dark: bool = False,
    most: int = 12,
    equal: bool = False,
) -> str | None:
    """Show lanes of the `most` busiest actors; `selected` (a stance's or time's id) is drawn as chosen.

    `equal` gives each stretch between two dates the same length, for texts that leap over centuries.
    """
    figure = lanes_figure(analysis, selected, most=most, equal=equal, dark=dark)
    chosen = _chart(figure, key, _alt(analysis, "Lanes of actors over the calendar"))
    st.html(legend_html(palette(dark)))
    return chosen


def story_order(
    analysis: Analysis, selected: str | None, *, key: str, dark: bool = False, equal: bool = False
) -> str | None:
    """Show the order of telling against the order of events, with how far the one departs from the other."""
    figure = order_figure(analysis, selected, equal=equal, dark=dark)
    st.html(f'<p class="dl-muted">{departure_words(departure(marks(analysis)))}</p>')
    chosen = _chart(figure, key, _alt(analysis, "Order of telling against order of events"))
    st.html(legend_html(palette(dark)))
    return chosen


def _alt(analysis: Analysis, what: str) -> str:
    found = marks(analysis)
    dated = sum(m.dated for m in found)
    return f"{what}: {len(found)} marks, {dated} of them dated. The table beside it holds the same."


def _chart(figure: go.Figure, key: str, alt: str) -> str | None:
    fresh = f"{key}:fresh"
    state: Any = st.plotly_chart(
        figure,
        width="stretch",
        theme=None,
        key=key,
        on_select=lambda: st.session_state.__setitem__(fresh, True),
        selection_mode="points",
        config=_CONFIG,
        alt=alt,
    )
    if not st.session_state.pop(fresh, False):
        return None
    points = state["selection"]["points"]
    return str(points[0]["customdata"][0]) if points and points[0].get("customdata") else None
