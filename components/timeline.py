"""The timelines on the screen: actor lanes over the calendar, and the order of telling against it.

Each calls `on_choose` with the id of the stance or time that the reader chooses on it, before the run that this causes.
"""

from __future__ import annotations

from collections.abc import Callable
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
    on_choose: Callable[[str], None],
    dark: bool = False,
    most: int = 12,
    equal: bool = False,
) -> None:
    """Show lanes of the `most` busiest actors; `selected` (a stance's or time's id) is drawn as chosen.

    `equal` gives each stretch between two dates the same length, for texts that leap over centuries.
    """
    figure = lanes_figure(analysis, selected, most=most, equal=equal, dark=dark)
    _chart(figure, key, on_choose, _alt(analysis, "Lanes of actors over the calendar"))
    st.html(legend_html(palette(dark)))


def story_order(
    analysis: Analysis,
    selected: str | None,
    *,
    key: str,
    on_choose: Callable[[str], None],
    dark: bool = False,
    equal: bool = False,
) -> None:
    """Show the order of telling against the order of events, with how far the one departs from the other."""
    figure = order_figure(analysis, selected, equal=equal, dark=dark)
    st.html(f'<p class="dl-muted">{departure_words(departure(marks(analysis)))}</p>')
    _chart(figure, key, on_choose, _alt(analysis, "Order of telling against order of events"))
    st.html(legend_html(palette(dark)))


def _alt(analysis: Analysis, what: str) -> str:
    found = marks(analysis)
    dated = sum(m.dated for m in found)
    return f"{what}: {len(found)} marks, {dated} of them dated. The table beside it holds the same."


def _chart(figure: go.Figure, key: str, on_choose: Callable[[str], None], alt: str) -> None:
    def report() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points and points[0].get("customdata"):
            on_choose(str(points[0]["customdata"][0]))

    st.plotly_chart(
        figure,
        width="stretch",
        theme=None,
        key=key,
        on_select=report,
        selection_mode="points",
        config=_CONFIG,
        alt=alt,
    )
