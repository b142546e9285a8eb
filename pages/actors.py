"""Actors: who stands where toward whom."""

import streamlit as st

from components.actors_view import cards_view, matrix_view
from components.current import analysis as current_analysis
from components.evidence import evidence_panel
from components.header import header

analysis = current_analysis()
header(analysis)
left, right = st.columns([13, 7], gap="medium")
with left:
    matrix_view(analysis)
    cards_view(analysis)
with right, st.container(key="sticky evidence"):
    evidence_panel(analysis)
