"""Keep and share: the session as a file, and the link that holds a pasted text."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from components import session
from components.session_file import written
from components.session_link import MOST_CHARS
from dateline.records import Analysis

_ASKED = "link asked for"


def share(analysis: Analysis) -> None:
    """Show, folded away in the sidebar, how to keep or pass on what is open."""
    folded = st.sidebar.expander("Keep and share", icon=":material/share:", key="keep and share", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.download_button(
            "Session file",
            data=written(session.now(analysis)),
            file_name=f"dateline-{_slug(analysis)}.json",
            mime="application/json",
            icon=":material/download:",
            width="stretch",
            on_click="ignore",
        )
        st.caption("Holds article, date, corrections and selection. Open it again where you bring an article.")
        if session.address_holds_all(analysis):
            st.caption("Or copy this page’s address: whoever opens it sees the same.")
        else:
            _link(analysis)


def _link(analysis: Analysis) -> None:
    text = analysis.article.text
    if st.button("Link that holds the text", key="text link", icon=":material/link:", width="stretch"):
        st.session_state[_ASKED] = text
    st.caption("The text travels in the link itself. Nothing is stored: only those who have the link can read it.")
    if st.session_state.get(_ASKED) != text:
        return
    carried = session.carried(analysis)
    if len(carried) > MOST_CHARS:
        st.warning(
            f"This would make an address of {len(carried):,} characters; {MOST_CHARS:,} is the most that passes "
            "everywhere. Use the session file.",
            icon=":material/link_off:",
        )
        return
    st.code(_address(carried), language=None, wrap_lines=True, height=140)


def _address(carried: str) -> str:
    here = urlsplit(st.context.url or "")
    others = {key: value for key, value in st.query_params.items() if key not in session.ARTICLE_KEYS}
    return urlunsplit((here.scheme, here.netloc, here.path or "/", urlencode({**others, session.CARRIED: carried}), ""))


def _slug(analysis: Analysis) -> str:
    title = analysis.article.title or analysis.article.text[:60]
    return re.sub(r"[^a-z0-9]+", "-", title.casefold())[:60].strip("-") or "article"
