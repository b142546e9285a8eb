"""A reader's session: the open article with its date, selection and corrections; into the address and back."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import corrections_state, filter_bar, selection, session_file, session_link
from components.filters import Filters, known
from components.library import samples
from components.selection import Selection
from components.session_file import Opened, Session
from dateline.ingest import IngestError, parse_published
from dateline.records import Analysis, Article

CARRIED = "carried"
"""The part of an address that holds corrections, or a whole text."""
ARTICLE_KEYS = frozenset(("article", "published", CARRIED))
_ARTICLE, _OPENED, _LINKED, _PACKED = "article", "opened from address", "text in the address", "packed session"


def open_from_address() -> None:
    """At the start of a session, open what the address names: `article`, `published`, `sel`, `show`, `carried`.

    What the address names and cannot be opened is said, and the rest is opened; at least the first sample.
    """
    if st.session_state.get(_OPENED):
        return
    st.session_state[_OPENED] = True
    carried = _unpacked(st.query_params.get(CARRIED))
    if carried is not None:
        open_session(carried.session)
        if _sample() is None:
            st.session_state[_LINKED] = article().text
        for note in carried.notes:
            st.toast(f"About the link: {note}", duration="long")
    else:
        show(_named(st.query_params.get("article")))
    try:
        published = parse_published(st.query_params.get("published"))
    except IngestError:
        published = None
        st.toast("The link’s publication date could not be read; the article’s own is used.")
    if published:
        show(dated(article(), published))
    filter_bar.choose(Filters.read(st.query_params.get("show")))
    if chosen := Selection.read(st.query_params.get("sel")):
        selection.choose(chosen)


def _unpacked(text: str | None) -> Opened | None:
    if not text:
        return None
    try:
        return session_file.read(session_link.unpacked(text), samples())
    except IngestError as error:
        st.toast(f"{error} What else it names is opened.", icon=":material/link_off:", duration="long")
        return None


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
    """Open an article; a selection and filters made in another text are cleared."""
    before = st.session_state.get(_ARTICLE)
    st.session_state[_ARTICLE] = article
    if before is not None and before.text != article.text:
        selection.choose(None)
        filter_bar.choose(Filters())


def open_session(found: Session) -> None:
    """Open an article with the corrections and the selection that were kept with it."""
    show(found.article)
    corrections_state.replace(found.article.text, found.corrections)
    selection.choose(found.selection)


def now(analysis: Analysis) -> Session:
    """What is open and set, to be kept."""
    return Session(article(), corrections_state.of(article().text), selection.current(analysis))


def dated(article: Article, published: date | None) -> Article:
    """The article with another publication date, given by the reader; None makes it unknown."""
    if published == article.published:
        return article
    return article.model_copy(update={"published": published, "published_basis": "given" if published else None})


def _sample() -> Article | None:
    """The sample that is open; None when the text is the reader's own."""
    sample = samples().get(article().id)
    return sample if sample and sample.text == article().text else None


def carried(analysis: Analysis) -> str:
    """What is open and set, packed for an address; a sample is named there and not held."""
    kept = Session(article(), now(analysis).corrections)
    packed = st.session_state.get(_PACKED)
    if packed is None or packed[0] != kept:
        packed = (kept, session_link.packed(kept, with_text=_sample() is None))
        st.session_state[_PACKED] = packed
    result: str = packed[1]
    return result


def address_holds_all(analysis: Analysis) -> bool:
    """Whether the address, as `write_address` leaves it, shows another reader all that is open and set."""
    if _sample() is None:
        return False
    return not now(analysis).corrections or len(carried(analysis)) <= session_link.SMALL_CHARS


def write_address(analysis: Analysis) -> None:
    """Put what is open into the address, so that it can be shared.

    A pasted text stays out of it, unless it came from there; corrections stay out of it when they are many.
    """
    sample, wanted = _sample(), {}
    if sample:
        wanted["article"] = sample.id
        if now(analysis).corrections and address_holds_all(analysis):
            wanted[CARRIED] = carried(analysis)
    elif st.session_state.get(_LINKED) == article().text and len(carried(analysis)) <= session_link.MOST_CHARS:
        wanted[CARRIED] = carried(analysis)
    published = article().published
    if published and CARRIED not in wanted and (not sample or sample.published != published):
        wanted["published"] = published.isoformat()
    chosen = selection.current(analysis)
    if chosen:
        wanted["sel"] = str(chosen)
    whole = corrections_state.last()
    if filters := known(whole.analysis, filter_bar.current()) if whole else None:
        wanted["show"] = str(filters)
    for key in ("article", "published", CARRIED, "sel", "show"):
        if st.query_params.get(key) != wanted.get(key):
            if key in wanted:
                st.query_params[key] = wanted[key]
            else:
                st.query_params.pop(key, None)
