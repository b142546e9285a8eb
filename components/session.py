"""What one reader has open, kept in the session and in the address: article, publication date, selection."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import selection
from components.library import samples
from components.selection import Selection
from dateline.ingest import IngestError, parse_published
from dateline.records import Analysis, Article

_ARTICLE, _OPENED = "article", "opened from address"


def open_from_address() -> None:
    """At the start of a session, open what the address names: `article`, `published`, `sel`. Else the first sample.

    What the address names and cannot be opened is said, and the rest is opened.
    """
    if st.session_state.get(_OPENED):
        return
    st.session_state[_OPENED] = True
    article = _named(st.query_params.get("article"))
    try:
        published = parse_published(st.query_params.get("published"))
    except IngestError:
        published = None
        st.toast("The link’s publication date could not be read; the article’s own is used.")
    show(dated(article, published) if published else article)
    selection.choose(Selection.read(st.query_params.get("sel")))


def _named(id: str | None) -> Article:
    known = samples()
    if id and id not in known:
        st.toast("The link names an article that is not here; the sample is shown instead.")
    return known.get(id or "", next(iter(known.values())))


def article() -> Article:
    """The article that is open."""
    found: Article = st.session_state[_ARTICLE]
    return found


def show(article: Article) -> None:
    """Open an article; a selection made in another text is cleared."""
    before = st.session_state.get(_ARTICLE)
    st.session_state[_ARTICLE] = article
    if before is not None and before.text != article.text:
        selection.choose(None)


def dated(article: Article, published: date | None) -> Article:
    """The article with another publication date, given by the reader; None makes it unknown."""
    if published == article.published:
        return article
    return article.model_copy(update={"published": published, "published_basis": "given" if published else None})


def write_address(analysis: Analysis) -> None:
    """Put what is open into the address, so that it can be shared. A pasted text stays out of it."""
    open_article, wanted = article(), {}
    sample = samples().get(open_article.id)
    if sample and sample.text == open_article.text:
        wanted["article"] = open_article.id
    if open_article.published and (not sample or sample.published != open_article.published):
        wanted["published"] = open_article.published.isoformat()
    chosen = selection.current(analysis)
    if chosen:
        wanted["sel"] = str(chosen)
    for key in ("article", "published", "sel"):
        if st.query_params.get(key) != wanted.get(key):
            if key in wanted:
                st.query_params[key] = wanted[key]
            else:
                st.query_params.pop(key, None)
