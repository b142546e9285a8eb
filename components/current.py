"""The analysis of the article that is open, read once a run with the steps shown while it takes time."""

from __future__ import annotations

import logging
from typing import NoReturn

import streamlit as st

from components import ask_services, corrections_state, filter_bar, session
from components.analyses import analysis_of, key_of, store
from components.filters import filtered
from components.navigation import navigation
from dateline.places.gazetteer import GazetteerError
from dateline.records import Analysis

log = logging.getLogger(__name__)
_KEY = "analysis"

STEPS = {
    "parse": "Reading the sentences",
    "names": "Finding names",
    "places": "Placing them on the map",
    "times": "Reading dates and times",
    "actors": "Telling who is who",
    "statements": "Who said what",
    "stances": "Who stands where toward whom",
}


def read_article() -> Analysis | None:
    """Read the open article and keep its analysis for the page; None, with a message shown, when it cannot be read.

    The store that readers share holds analyses as the engine made them; what services answered to this reader
    and the reader's corrections are put in here, and the filters take out what is not to be shown.
    """
    article = session.article()
    raw = store().peek(key_of(article))
    if raw is None:
        raw = _read_with_steps()
    whole = corrections_state.corrected(ask_services.with_answers(raw)).analysis if raw else None
    found = filtered(whole, filter_bar.current()) if whole else None
    st.session_state[_KEY] = found
    return found


def analysis() -> Analysis:
    """The analysis for this run's page."""
    if _KEY not in st.session_state:
        _come_in_by_the_router()
    found: Analysis = st.session_state[_KEY]
    return found


def _come_in_by_the_router() -> NoReturn:
    # The first visitor after a start who comes by a page's own address gets that page without app.py: until some
    # script has called st.navigation, Streamlit takes a folder named pages/ for its older kind of app.
    navigation()
    st.rerun()


def _read_with_steps() -> Analysis | None:
    place = st.empty()
    with place.status("Reading the article", expanded=True) as status:
        try:
            found = analysis_of(session.article(), lambda step: status.write(STEPS[step]))
        except (GazetteerError, OSError) as error:
            log.exception("the engine is not complete")
            found, message = None, f"The engine is not complete: {error}"
        except Exception as error:  # a reader gets a message and keeps the text; the log keeps the details
            log.exception("an article could not be analysed")
            found, message = (
                None,
                f"This article could not be analysed ({type(error).__name__}). Your text is kept in the sidebar.",
            )
    if found is not None:
        place.empty()
    else:
        place.error(message, icon=":material/error:")
    return found
