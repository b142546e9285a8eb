"""The fields that corrections are made with: each choice or entry is one correction, made at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components import corrections_state
from components.escape import shortened, visible
from dateline.corrections import Correction, kinds
from dateline.corrections.kinds import TargetRef
from dateline.corrections.references import ref_to_actor, ref_to_place
from dateline.records import Analysis


def entry(analysis: Analysis, label: str, value: str, key: str, make: Callable[[str], Correction]) -> None:
    """A line of text that holds `value` now; another text makes a correction."""

    def entered() -> None:
        text = " ".join(visible(st.session_state[key] or "").split())
        if text and text != value:
            corrections_state.add(analysis, make(text))

    st.text_input(label, value=value[: kinds.LONGEST], key=key, max_chars=kinds.LONGEST, on_change=entered)


def choice(
    analysis: Analysis,
    label: str,
    options: Mapping[Any, str],
    now: Any,
    key: str,
    make: Callable[[Any], Correction | None],
) -> None:
    """A choice that is `now` now; another one makes a correction, if `make` makes any of it."""

    def chosen() -> None:
        value = st.session_state[key]
        correction = make(value) if value != now else None
        if correction is not None:
            corrections_state.add(analysis, correction)

    known = list(options)
    st.selectbox(
        label,
        known,
        index=known.index(now) if now in options else 0,
        format_func=lambda value: options[value],
        key=key,
        on_change=chosen,
    )


def targets(analysis: Analysis) -> dict[str, str]:
    """All that a stance can be toward, by "kind:id", in words: actors, then places."""
    found = {f"actor:{a.id}": shortened(a.name, 80) for a in analysis.actors}
    return found | {f"place:{p.id}": f"{shortened(p.name, 80)} (place)" for p in analysis.places}


def target_ref(analysis: Analysis, target: str | None, issue: str | None) -> TargetRef | None:
    """The target that a reader chose or wrote; None for neither."""
    kind, _, id = (target or "").partition(":")
    if kind == "actor":
        return TargetRef(actor=ref_to_actor(next(a for a in analysis.actors if a.id == id)))
    if kind == "place" and (words_ := ref_to_place(analysis, id)):
        return TargetRef(place=words_)
    text = " ".join(visible(issue or "").split())
    return TargetRef(issue=text[: kinds.LONGEST]) if text else None
