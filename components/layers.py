"""Which layers of marks are shown in the text."""

from __future__ import annotations

import streamlit as st

from components.marks import LAYERS, Layer

_NAMES = {"places": "Places", "actors": "Actors", "times": "Times", "statements": "Statements", "stances": "Stances"}


def layer_choice() -> frozenset[Layer]:
    """Let the reader switch layers on and off; kept in the address."""
    chosen = st.pills(
        "Marked in the text",
        LAYERS,
        selection_mode="multi",
        default=list(LAYERS),
        format_func=lambda layer: _NAMES[layer],
        key="layers",
        bind="query-params",
    )
    return frozenset(chosen or ())
