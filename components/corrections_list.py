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
    with st.sidebar.expander(f"Your corrections ({len(made)})", icon=":material/edit:"):
        for index in reversed(range(len(made))):
            said = line(made[index])
            st.markdown(for_markdown(said))
            if index in unfit:
                st.caption(for_markdown(f"Not applied: {unfit[index]}"))
            st.button(
                "Undo",
                key=f"undo {index} of {len(made)}",
                icon=":material/undo:",
                type="tertiary",
                help=for_markdown(f"Take back: {said}"),
                on_click=corrections_state.undo,
                args=(text, index),
            )
        if len(made) > 1:
            st.button("Undo all", key="undo all", on_click=corrections_state.replace, args=(text, ()))
