"""Timeline: when it happened, and in which order it is told."""

import streamlit as st

from components.current import analysis as current_analysis
from components.evidence import evidence_panel
from components.header import header
from components.timeline_view import lanes_view, order_view, timeline_as_table, undated_tray

analysis = current_analysis()
header(analysis)
left, right = st.columns([13, 7], gap="medium")
with left:
    view = st.segmented_control(
        "View",
        ["By actor", "As told"],
        default="By actor",
        required=True,
        key="timeline-view",
        bind="query-params",
        label_visibility="collapsed",
    )
    equal = st.toggle(
        "Equal spacing",
        key="equal-spacing",
        bind="query-params",
        help="Gives each stretch between two dates the same length: for texts that leap over years.",
    )
    if view == "As told":
        order_view(analysis, key="order", equal=equal)
    else:
        lanes_view(analysis, key="lanes", equal=equal)
    undated_tray(analysis)
    timeline_as_table(analysis)
with right, st.container(key="sticky evidence"):
    evidence_panel(analysis)
