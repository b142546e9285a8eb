"""The sidebar: which article is open, and when it was published."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import session, session_file
from components.library import samples
from dateline.ingest import IngestError, article_from_text, text_of
from dateline.records import Article

_ERROR, _NOTES = "own error", "session file notes"
_BRAND = (
    '<div class="dl-brand"><b>Dateline</b>'
    "<span>Where a news article happens, who acts, who stands where, and when.</span></div>"
)
_EARLIEST = date(1600, 1, 1)


def sidebar() -> None:
    """Choose a sample or bring an article, and set its publication date."""
    with st.sidebar:
        st.html(_BRAND)
        _chooser()
        _own_article()
        _published()


def _chooser() -> None:
    known, open_article = samples(), session.article()
    options = [*known, *([] if open_article.id in known else [open_article.id])]
    st.selectbox(
        "Open",
        options,
        index=options.index(open_article.id),
        format_func=lambda id: _label(known.get(id, open_article)),
        key=f"open {open_article.id}",
        on_change=lambda: _open_sample(f"open {open_article.id}"),
        label_visibility="collapsed",
    )


def _label(article: Article) -> str:
    return article.title or "Your article: " + " ".join(article.text[:60].split()) + "…"


def _open_sample(key: str) -> None:
    chosen = samples().get(st.session_state[key])
    if chosen:
        st.session_state[_ERROR], st.session_state[_NOTES] = None, ()
        session.show(chosen)


def _own_article() -> None:
    with st.expander("Bring your own", icon=":material/add:"):
        _own_form()
        st.file_uploader(
            "or a session file", type=["json"], key="session file", on_change=_open_session_file, max_upload_size=5
        )
    if st.session_state.get(_ERROR):
        st.error(st.session_state[_ERROR], icon=":material/error:")
    for note in st.session_state.get(_NOTES) or ():
        st.warning(note, icon=":material/info:")


def _own_form() -> None:
    with st.form("own article", border=False):
        st.text_input("Title", key="own title", max_chars=300, placeholder="optional")
        st.text_area("Text", key="own text", height=180, placeholder="Paste a news article in English")
        st.file_uploader("or a text file", type=["txt", "md"], key="own file")
        st.date_input(
            "Published",
            value=None,
            min_value=_EARLIEST,
            max_value=date.today(),
            key="own published",
            help="“Yesterday” and “last week” are read against this date. Without it they stay undated.",
        )
        if st.form_submit_button("Analyse", type="primary", width="stretch"):
            _open_own()


def _open_session_file() -> None:
    """Open the session file just chosen, with what of it can be opened; the reason is shown where nothing can."""
    state = st.session_state
    file = state["session file"]
    if file is None:
        return
    state[_ERROR], state[_NOTES] = None, ()
    try:
        found = session_file.read(file.getvalue(), samples())
    except IngestError as error:
        state[_ERROR] = str(error)
        return
    session.open_session(found.session)
    state[_NOTES] = found.notes


def _open_own() -> None:
    """Open what the form holds. The form keeps its contents when it cannot be read, with the reason shown."""
    state = st.session_state
    state[_ERROR], state[_NOTES] = None, ()
    try:
        text = state["own text"] or ""
        if not text.strip() and state["own file"] is not None:
            text = text_of(state["own file"].getvalue())
        title = (state["own title"] or "").strip()[:300] or None
        article = article_from_text(text, title=title, published=state["own published"])
    except IngestError as error:
        state[_ERROR] = str(error)
        return
    session.show(article)
    st.rerun()


def _published() -> None:
    open_article = session.article()
    key = f"published {open_article.id}"
    st.date_input(
        "Published",
        value=open_article.published,
        min_value=_EARLIEST,
        max_value=date.today(),
        key=key,
        format="YYYY-MM-DD",
        on_change=lambda: session.show(session.dated(session.article(), st.session_state[key])),
        help="Relative times (“Saturday”, “last week”) are read against this date. Change it and they move.",
    )
    if open_article.published and open_article.published_basis in ("inferred", "dateline"):
        how = "read from a dateline" if open_article.published_basis == "dateline" else "inferred from the text"
        st.caption(f"This date is {how}.")
