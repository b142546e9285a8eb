"""The reader's corrections in the sidebar, each with its undo; nothing as long as there are none."""

from __future__ import annotations

import streamlit as st

from components import corrections_state
from components.corrections_words import line
from components.escape import for_markdown
from dateline.records import Analysis


def corrections_list(analysis: Analysis) -> None:
    """List the corrections of this article, newest first; those that no longer fit say so."""
    text = analysis.article.text
    made, found = corrections_state.of(text), corrections_state.last()
    if not made:
        return
    unfit = dict(found.unfit) if found else {}
    label = f"Your corrections ({len(made)})"
    with st.sidebar.expander(label, icon=":material/edit:", key="corrections list", on_change="rerun"):
        for index in reversed(range(len(made))):
            with st.container(gap="xxsmall"):
                _one(text, index, line(made[index]), unfit.get(index))
        if len(made) > 1:
            st.button("Undo all", key="undo all", on_click=corrections_state.replace, args=(text, ()))


def _one(text: str, index: int, said: str, unfit: str | None) -> None:
    st.markdown(for_markdown(said))
    if unfit:
        st.caption(for_markdown(f"Not applied: {unfit}"))
    st.button(
        "Undo",
        key=f"undo {index} {said}",
        icon=":material/undo:",
        type="tertiary",
        help=for_markdown(f"Take back: {said}"),
        on_click=corrections_state.undo,
        args=(text, index),
    )
