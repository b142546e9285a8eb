"""The timelines with their reader's choice, the tray of what has no date, and the table that holds the same."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components import selection
from components.rows import rows, stance_row
from components.selection import Selection
from components.style import is_dark
from components.timeline import actor_lanes, story_order, timeline_table, undated
from dateline.records import Analysis


def lanes_view(analysis: Analysis, *, key: str, most: int = 12, equal: bool = False) -> None:
    """Actor lanes over the calendar, of the `most` busiest actors; a stance chosen on it becomes the selection."""
    if not analysis.stances and not analysis.times:
        st.info(
            "No time and no stance was found in this text, so there is no timeline.", icon=":material/view_timeline:"
        )
        return
    choose = partial(_choose, analysis)
    actor_lanes(analysis, _chosen(analysis), key=key, on_choose=choose, dark=is_dark(), most=most, equal=equal)


def order_view(analysis: Analysis, *, key: str, equal: bool = False) -> None:
    """Story order against the calendar."""
    if not analysis.stances and not analysis.times:
        st.info(
            "No time and no stance was found in this text, so there is no order to show.",
            icon=":material/view_timeline:",
        )
        return
    choose = partial(_choose, analysis)
    story_order(analysis, _chosen(analysis), key=key, on_choose=choose, dark=is_dark(), equal=equal)


def _chosen(analysis: Analysis) -> str | None:
    chosen = selection.current(analysis)
    return chosen.id if chosen and chosen.kind in ("stance", "time") else None


def _choose(analysis: Analysis, id: str) -> None:
    selection.choose(Selection("time" if any(t.id == id for t in analysis.times) else "stance", id))


def undated_tray(analysis: Analysis) -> None:
    """What the text gives no date for, in the order it is told."""
    tray = undated(analysis)
    st.subheader(f"Undated ({len(tray)})", anchor=False)
    if not tray:
        st.caption("Every stance found is dated by the text.")
        return
    st.caption("The text gives these no date, and none is made up. In the order they are told:")
    rows(analysis, [stance_row(analysis, s) for s in tray], key="undated", label="Undated stances", shown=6)


def timeline_as_table(analysis: Analysis) -> None:
    """The same timeline as a table."""
    table = timeline_table(analysis)
    if len(table):
        with st.expander(f"As a table ({len(table)} rows)"):
            st.dataframe(table, hide_index=True, width="stretch")
