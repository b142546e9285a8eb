"""Correct a stance: what kind it is, its tone, toward whom, when; or that the text does not say it."""

from __future__ import annotations

import streamlit as st

from components import corrections_state, words
from components.corrections_fields import choice, target_ref, targets
from dateline.corrections import kinds
from dateline.corrections.edtf import days_of
from dateline.corrections.references import ref_to_stance
from dateline.records import Analysis, Stance

_AS_IT_IS = "as it is"


def form(analysis: Analysis, id: str, key: str) -> None:
    """The ways to correct this stance; each choice or entry is one correction."""
    stance = next(s for s in analysis.stances if s.id == id)
    key = f"{key} {stance.type} {stance.polarity} {stance.when} {stance.target}"  # once corrected, fresh fields
    me = ref_to_stance(analysis, stance)
    choice(
        analysis,
        "Does what",
        words.TYPES,
        stance.type,
        f"{key} type",
        lambda type: kinds.ChangeStance(stance=me, type=type),
    )
    choice(
        analysis,
        "Tone",
        words.POLARITIES,
        stance.polarity,
        f"{key} polarity",
        lambda polarity: kinds.ChangeStance(stance=me, polarity=polarity),
    )
    now = f"actor:{stance.target.actor}" if stance.target.actor else f"place:{stance.target.place}"
    known = targets(analysis)
    if now not in known:
        now, known = _AS_IT_IS, {_AS_IT_IS: words.target_name(analysis, stance), **known}
    choice(
        analysis,
        "Toward",
        known,
        now,
        f"{key} target",
        lambda chosen: kinds.ChangeStance(stance=me, target=target_ref(analysis, chosen, None)),
    )
    _date(analysis, stance, f"{key} date")
    st.button(
        "The text does not say this",
        key=f"{key} refuse",
        icon=":material/delete:",
        type="tertiary",
        on_click=corrections_state.add,
        args=(analysis, kinds.RefuseStance(stance=me)),
    )


def _date(analysis: Analysis, stance: Stance, key: str) -> None:
    def entered() -> None:
        edtf = (st.session_state[key] or "").strip() or None
        if edtf == stance.when:
            return
        try:
            if edtf:
                days_of(edtf)
        except ValueError as why:
            corrections_state.refuse(str(why))
            return
        corrections_state.add(analysis, kinds.DateStance(stance=ref_to_stance(analysis, stance), edtf=edtf))

    st.text_input(
        "When",
        value=stance.when or "",
        key=key,
        max_chars=40,
        placeholder="2014-06-14",
        on_change=entered,
        help="A day, a month or a year, or two of them with / between: 2014-06-14, 2014-06, 2014-06-08/2014-06-14. "
        "Empty: the text gives no date.",
    )
