"""Article: the text with places, actors, times, statements and stances marked."""

import streamlit as st

from components.current import analysis as current_analysis
from components.evidence import evidence_panel
from components.header import header
from components.layers import layer_choice
from components.marked_text import marked_text

analysis = current_analysis()
header(analysis)
layers = layer_choice()
left, right = st.columns([3, 2], gap="medium")
with left:
    marked_text(analysis, layers)
with right, st.container(key="sticky evidence"):
    evidence_panel(analysis, in_text=True)
