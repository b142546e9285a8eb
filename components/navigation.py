"""The pages and their names, in the order of the navigation."""

from __future__ import annotations

import streamlit as st


def navigation() -> st.Page:
    """Draw the navigation; the page that the reader is on."""
    return st.navigation(
        [
            st.Page("pages/overview.py", title="Overview", icon=":material/newspaper:", default=True),
            st.Page("pages/article.py", title="Article", icon=":material/article:"),
            st.Page("pages/map.py", title="Map", icon=":material/map:"),
            st.Page("pages/timeline.py", title="Timeline", icon=":material/view_timeline:"),
            st.Page("pages/actors.py", title="Actors", icon=":material/groups:"),
            st.Page("pages/method.py", title="Method", icon=":material/science:"),
        ],
        position="top",
    )
