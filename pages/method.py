"""Method: how it works and how far to trust it."""

import streamlit as st

from components import method
from components.current import analysis as current_analysis

st.header("How Dateline reads, and how far to trust it", anchor=False)
reading, trust = st.columns([1, 1], gap="large")
with reading:
    st.subheader("How an article is read", anchor=False)
    method.prose("reading")
    st.subheader("What the words mean", anchor=False)
    method.prose("words")
    method.stance_types()
with trust:
    st.subheader("How far to trust it", anchor=False)
    method.measures()
    method.prose("limits")
    st.subheader("Where the places come from", anchor=False)
    method.sources()
    method.versions(current_analysis())
