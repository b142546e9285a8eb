"""Overview: what happened where, who, when, at a glance."""

import streamlit as st

from components.current import analysis as current_analysis
from components.evidence import evidence_panel
from components.figures import at_a_glance
from components.header import header
from components.main_stances import main_stances
from components.places_view import place_view
from components.timeline_view import lanes_view

analysis = current_analysis()
header(analysis)
at_a_glance(analysis)
left, right = st.columns([3, 2], gap="medium")
with left:
    place_view(analysis, height=380, key="overview map")
    lanes_view(analysis, key="overview lanes", most=4)
with right:
    evidence_panel(analysis)
    main_stances(analysis, key="overview stances")
