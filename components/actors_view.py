"""Who stands where toward whom: the matrix with its reader's choice, and a card for each actor."""

from __future__ import annotations

import streamlit as st

from components import selection
from components.actor_cards import actor_cards
from components.matrix import stance_matrix
from components.matrix_cells import stances_of
from components.rows import rows, stance_row
from components.style import is_dark
from dateline.records import Analysis


def matrix_view(analysis: Analysis) -> None:
    """The matrix of actors by targets; choosing a cell lists its stances."""
    st.subheader("Who stands where toward whom", anchor=False)
    if not analysis.stances:
        st.info("No stance was found in this text, so there is no matrix.", icon=":material/grid_view:")
        return
    cell = stance_matrix(analysis, selection.chosen_id(analysis, "actor"), key="matrix", dark=is_dark())
    if cell is None:
        return
    inside = stances_of(analysis, cell)
    st.caption(f"The chosen cell: {len(inside)} " + ("stance" if len(inside) == 1 else "stances"))
    rows(analysis, [stance_row(analysis, s) for s in inside], key="cell stances", label="Stances of the chosen cell")


def cards_view(analysis: Analysis) -> None:
    """A card for each actor, busiest first."""
    st.subheader(f"Actors ({len(analysis.actors)})", anchor=False)
    if not analysis.actors:
        st.caption("No actor was found: the text names nobody who acts or speaks.")
        return
    picked = actor_cards(analysis, selection.chosen_id(analysis, "actor"), key="cards")
    selection.take_up(analysis, "actor", picked)
