"""Ask a service: the names that the gazetteer could not place, and a form to ask a geocoding service for them.

What a service said is kept in the reader's own session, for each text by itself, and put into its analysis.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.escape import for_markdown, visible
from dateline.corrections.placing import REASON as BY_READER
from dateline.places.services import (
    SERVICES,
    Asked,
    NotAskable,
    ask,
    connect,
    filled,
    names_without_place,
    open_toponyms,
)
from dateline.records import Analysis, Toponym
from dateline.settings import DEFAULTS

_ALL, _APPLIED = "asked services", "asked services applied"


def with_answers(raw: Analysis) -> Analysis:
    """The analysis with what services said; the same object until one of the two is another."""
    asked, kept = _of(raw.article.text), st.session_state.get(_APPLIED)
    if not asked:
        return raw
    if kept is not None and kept[0] is raw and kept[1] == asked:
        before: Analysis = kept[2]
        return before
    found = raw
    for one in asked:
        found = filled(found, one)
    st.session_state[_APPLIED] = (raw, asked, found)
    return found


def ask_services(analysis: Analysis) -> None:
    """Show, folded away, the names without a place, and the form; above it, whose data the answers are."""
    asked = _of(analysis.article.text)
    toponyms = [t for t in open_toponyms(analysis) if t.reason != BY_READER]
    _credits(analysis)
    if not toponyms and not asked:
        return
    names = names_without_place(analysis.model_copy(update={"toponyms": tuple(toponyms)}))
    table = _table(toponyms)
    label = f"Ask a service for names not on the map ({len(table)})"
    with st.expander(label, icon=":material/travel_explore:", key="names not on map"):
        if toponyms:
            st.dataframe(table, hide_index=True, width="stretch")
        _told(analysis, asked)
        if names:
            _form(analysis, names)


def _table(toponyms: list[Toponym]) -> pd.DataFrame:
    mentions = Counter(_name(t) for t in toponyms)
    reasons = {_name(t): t.reason or "" for t in reversed(toponyms)}
    return pd.DataFrame({"Name": n, "Mentions": count, "Why": reasons[n]} for n, count in mentions.most_common())


def _name(toponym: Toponym) -> str:
    return visible(" ".join(toponym.text.split()))


def _form(analysis: Analysis, names: tuple[str, ...]) -> None:
    most = min(len(names), DEFAULTS.ask_most)
    which = "this name" if len(names) == 1 else "these names" if most == len(names) else f"the first {most} of these"
    with st.form("ask a service", border=False):
        st.caption(
            f"A geocoding service on the internet may know more. Of the article, {which} will be sent to the one you "
            f"choose, and nothing else. Its answers are kept here for {DEFAULTS.cache_days:g} days."
        )
        service = st.selectbox("Service", tuple(SERVICES), format_func=lambda s: SERVICES[s].label, key="ask service")
        agent = st.text_input(
            "User agent: who asks",
            max_chars=200,
            placeholder="your project (you@example.org)",
            key="ask user agent",
            help="The services refuse requests that do not say whose they are. It is sent along with the names.",
        )
        account = st.text_input("User name at GeoNames", max_chars=200, placeholder="for GeoNames only", key="ask user")
        if st.form_submit_button("Ask", icon=":material/travel_explore:"):
            _ask(analysis, names, service, agent, account)


def _ask(analysis: Analysis, names: tuple[str, ...], service: str, agent: str, account: str) -> None:
    try:
        geocoder = connect(service, agent, account, settings=DEFAULTS)
    except NotAskable as error:
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    most, bar = min(len(names), DEFAULTS.ask_most), st.progress(0.0)

    def show(index: int, name: str) -> None:
        bar.progress(index / most, text=f"Asking {geocoder.known.label} for {for_markdown(name)}")

    _keep(analysis.article.text, ask(names, geocoder, DEFAULTS.ask_most, show))
    st.rerun()


def _told(analysis: Analysis, asked: tuple[Asked, ...]) -> None:
    """What came of the asking, and a way to undo it."""
    for one in asked:
        for message in one.messages:
            st.warning(for_markdown(message), icon=":material/cloud_off:")
        for did, names in (("answered for", _names(one, True)), ("does not know", _names(one, False))):
            if names:
                st.caption(f"{SERVICES[one.service].label} {did}: {for_markdown(', '.join(names))}")
    if any(found for one in asked for found in one.answers.values()):
        text = analysis.article.text
        st.button("Forget the services’ answers", key="forget answers", on_click=lambda: _forget(text))


def _names(asked: Asked, known: bool) -> list[str]:
    return [name for name, found in asked.answers.items() if bool(found) == known]


def _credits(analysis: Analysis) -> None:
    sources = {p.source for p in analysis.places}
    for known in SERVICES.values():
        if known.source in sources:
            st.caption(f"Places found by {known.label}: [{known.credit}]({known.licence}).")


def _of(text: str) -> tuple[Asked, ...]:
    found: tuple[Asked, ...] = st.session_state.get(_ALL, {}).get(_key(text), ())
    return found


def _keep(text: str, asked: Asked) -> None:
    """Keep what a service said; of one that was asked before, its earlier answers too, and the later messages."""
    before = {one.service: one for one in _of(text)}
    earlier = before.pop(asked.service, None)
    if earlier is not None:
        asked = replace(asked, answers={**earlier.answers, **asked.answers})
    st.session_state[_ALL] = {**st.session_state.get(_ALL, {}), _key(text): (*before.values(), asked)}


def _forget(text: str) -> None:
    st.session_state[_ALL] = {k: v for k, v in st.session_state.get(_ALL, {}).items() if k != _key(text)}


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
