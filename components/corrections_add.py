"""Add a stance that was not found: its sentence, the words that say so, the act, toward whom, and its tone."""

from __future__ import annotations

import streamlit as st

from components import corrections_state, words
from components.corrections_fields import target_ref, targets
from components.escape import shortened
from dateline.corrections import kinds
from dateline.corrections.kinds import Quote
from dateline.corrections.references import ref_to_actor
from dateline.records import Actor, Analysis

_ISSUE = ""


def add_stance(analysis: Analysis, actor: Actor, key: str) -> None:
    """The form, folded away; what it lacks is said when it is sent."""
    with st.popover("Add a stance", icon=":material/add:"), st.form(f"{key} add", border=False):
        sentences = range(len(analysis.sentences))
        text = analysis.article.text

        def sentence(n: int) -> str:
            span = analysis.sentences[n]
            return shortened(text[span.start : span.end], 110)

        first = next((n for n in sentences if _mentions(actor, analysis, n)), 0)
        st.selectbox("Sentence that proves it", sentences, index=first, format_func=sentence, key=f"{key} sentence")
        st.text_input(
            "Its words that say so", key=f"{key} cue", max_chars=200, placeholder="copied from it; empty: all of it"
        )
        st.selectbox("Does what", list(words.TYPES), format_func=words.TYPES.__getitem__, key=f"{key} add type")
        known = {_ISSUE: "an issue, in the words below", **targets(analysis)}
        st.selectbox("Toward", list(known), format_func=known.__getitem__, key=f"{key} toward")
        st.text_input("Issue", key=f"{key} issue", max_chars=kinds.LONGEST, placeholder="if toward no actor or place")
        polarities = list(words.POLARITIES)
        st.selectbox("Tone", polarities, format_func=words.POLARITIES.__getitem__, key=f"{key} add polarity")
        st.form_submit_button("Add it", on_click=_added, args=(analysis, actor, key))


def _mentions(actor: Actor, analysis: Analysis, n: int) -> bool:
    span = analysis.sentences[n]
    return any(span.start <= m.start < span.end for m in actor.mentions)


def _added(analysis: Analysis, actor: Actor, key: str) -> None:
    state = st.session_state
    number = state[f"{key} sentence"]
    target = target_ref(analysis, state[f"{key} toward"], state[f"{key} issue"])
    cue = words_in(analysis, number, state[f"{key} cue"]) if number is not None else None
    if cue is None or target is None:
        missing = "an actor, a place or an issue to be toward" if cue else "words that stand in its sentence"
        corrections_state.refuse(f"a stance needs {missing}")
        return
    corrections_state.add(
        analysis,
        kinds.AddStance(
            words=cue,
            actor=ref_to_actor(actor),
            target=target,
            type=state[f"{key} add type"],
            polarity=state[f"{key} add polarity"],
        ),
    )


def words_in(analysis: Analysis, number: int, wanted: str | None) -> Quote | None:
    """The wanted words where they stand in the sentence of this number; the whole sentence when none are wanted."""
    span = analysis.sentences[number]
    text, start = analysis.article.text, span.start
    words_ = (wanted or "").strip()
    if words_:
        start = text.find(words_, span.start, span.end)
        if start < 0:
            return None
    end = start + len(words_) if words_ else span.end
    return Quote(start=start, end=end, text=text[start:end])
