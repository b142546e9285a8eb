"""A reader's corrections: kept in the reader's own session, for each text by itself, and applied to its analysis."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components import selection
from components.selection import Selection
from dateline.corrections import Corrected, Correction, apply, kinds
from dateline.corrections.references import Unfit, actor_of, stance_of, toponym_of
from dateline.records import Analysis

_ALL, _APPLIED, _REFUSED = "corrections", "corrections applied", "correction refused"


@dataclass(frozen=True)
class _Applied:
    raw: Analysis
    corrections: tuple[Correction, ...]
    result: Corrected


def of(text: str) -> tuple[Correction, ...]:
    """The reader's corrections of this text, in the order they were made."""
    found: tuple[Correction, ...] = st.session_state.get(_ALL, {}).get(_key(text), ())
    return found


def replace(text: str, corrections: Sequence[Correction]) -> None:
    """Make these the corrections of this text."""
    st.session_state[_ALL] = {**st.session_state.get(_ALL, {}), _key(text): tuple(corrections)}


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def corrected(raw: Analysis) -> Corrected:
    """The analysis with the reader's corrections applied; kept until one of the two is another."""
    made, kept = of(raw.article.text), st.session_state.get(_APPLIED)
    if isinstance(kept, _Applied) and kept.raw is raw and kept.corrections == made:
        return kept.result
    result = apply(raw, made)
    st.session_state[_APPLIED] = _Applied(raw, made, result)
    return result


def last() -> Corrected | None:
    """What was applied for this run's page."""
    kept = st.session_state.get(_APPLIED)
    return kept.result if isinstance(kept, _Applied) else None


def is_corrected(chosen: Selection) -> bool:
    """Whether a correction has set this thing."""
    found = last()
    return found is not None and (chosen.kind, chosen.id) in found.touched


def add(analysis: Analysis, correction: Correction) -> None:
    """Put one more correction on top, and choose what it is about; one that does not fit is refused with a message.

    For a widget's callback: the run after it shows the corrected analysis. `analysis` is the one on screen.
    """
    st.session_state[_REFUSED] = None
    text = analysis.article.text
    if len(of(text)) >= kinds.MOST:
        st.session_state[_REFUSED] = f"{kinds.MOST} corrections are the most that one article can have"
        return
    found = apply(analysis, [correction])
    if found.unfit:
        st.session_state[_REFUSED] = found.unfit[0][1]
        return
    replace(text, (*of(text), correction))
    selection.choose(subject(found.analysis, correction))


def refuse(message: str | None) -> None:
    """Say why something entered is no correction; None takes that back."""
    st.session_state[_REFUSED] = message


def refused() -> str | None:
    """Why the last correction was not taken, until the next one is made."""
    found: str | None = st.session_state.get(_REFUSED)
    return found


def undo(text: str, index: int) -> None:
    """Take one correction back; what it was about is chosen again."""
    made = of(text)
    if not 0 <= index < len(made):
        return
    replace(text, made[:index] + made[index + 1 :])
    kept = st.session_state.get(_APPLIED)
    if isinstance(kept, _Applied) and kept.raw.article.text == text:
        selection.choose(subject(corrected(kept.raw).analysis, made[index]) or selection.current(kept.result.analysis))
    st.session_state[_REFUSED] = None


def subject(analysis: Analysis, correction: Correction) -> Selection | None:
    """What a correction is about in this analysis; None where that is not there."""
    try:
        if isinstance(correction, kinds.SetPlace):
            if correction.toponym is not None:
                place = toponym_of(analysis, correction.toponym).place
            else:
                place = next((t.place for t in analysis.toponyms if t.text in correction.names and t.place), None)
            return Selection("place", place) if place else None
        if isinstance(correction, kinds.AddStance):
            where = (correction.words.start, correction.words.end)
            new = next((s for s in reversed(analysis.stances) if (s.cue.start, s.cue.end) == where), None)
            return Selection("stance", new.id) if new else None
        if isinstance(correction, kinds.ChangeStance | kinds.RefuseStance | kinds.DateStance):
            return Selection("stance", stance_of(analysis, correction.stance).id)
        return Selection("actor", actor_of(analysis, correction.actor).id)
    except Unfit:
        return None
