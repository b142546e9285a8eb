"""Correct this: folded away in the evidence panel, what a reader can say better about the thing that is chosen."""

from __future__ import annotations

import streamlit as st

from components import corrections_actor, corrections_place, corrections_stance, corrections_state
from components.selection import Selection
from dateline.records import Analysis

_FORMS = {"place": corrections_place.form, "actor": corrections_actor.form, "stance": corrections_stance.form}


def correct_panel(analysis: Analysis, chosen: Selection, *, key: str) -> None:
    """Show the ways to correct what is chosen; times and statements have none of their own."""
    form = _FORMS.get(chosen.kind)
    if form is None:
        return
    # Its state is the session's, so that it stays open while the reader looks a place up; folded, it costs nothing.
    folded = st.expander("Correct this", icon=":material/edit:", key=f"correct {key} {chosen}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        refused = corrections_state.refused()
        if refused:
            st.warning(refused[:1].upper() + refused[1:], icon=":material/error:")
        form(analysis, chosen.id, f"{key} {chosen}")
