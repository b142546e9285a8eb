"""The one selection: what the reader chose last, on whichever page, until it is cleared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast, get_args

import streamlit as st

from dateline.records import Analysis

Kind = Literal["place", "actor", "stance", "time", "statement"]
_KEY = "selection"


@dataclass(frozen=True)
class Selection:
    """A thing of the analysis: its kind and its id there. Written "kind:id" in addresses and marks."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def read(cls, text: str | None) -> Selection | None:
        """The selection that a text like "place:p3" names; None when it names none."""
        kind, colon, id = (text or "").partition(":")
        return cls(cast(Kind, kind), id) if colon and kind in get_args(Kind) and id else None

    def exists_in(self, analysis: Analysis) -> bool:
        """Whether the analysis holds this thing."""
        things = {
            "place": analysis.places,
            "actor": analysis.actors,
            "stance": analysis.stances,
            "time": analysis.times,
            "statement": analysis.statements,
        }[self.kind]
        return any(thing.id == self.id for thing in things)  # type: ignore[attr-defined]


def current(analysis: Analysis) -> Selection | None:
    """What is chosen, if this analysis holds it."""
    chosen = st.session_state.get(_KEY)
    return chosen if isinstance(chosen, Selection) and chosen.exists_in(analysis) else None


def choose(selection: Selection | None) -> None:
    """Make this the selection; None clears it."""
    st.session_state[_KEY] = selection


def take_up(analysis: Analysis, kind: Kind, id: str | None) -> None:
    """Make what a widget reports as just chosen the selection, and run the page again so that all of it shows it."""
    if id is None:
        return
    picked = Selection(kind, id)
    if picked != current(analysis) and picked.exists_in(analysis):
        choose(picked)
        st.rerun()


def choose_reported(key: str) -> None:
    """Make what the component of this key reports as `chosen` the selection: the callback of our own components.

    They report "kind:id" and a time stamp, so that choosing the same thing again is a new choice.
    """
    picked = Selection.read(str(st.session_state[key].get("chosen") or "").partition(" ")[0])
    if picked:
        choose(picked)


def chosen_id(analysis: Analysis, kind: Kind) -> str | None:
    """The id of what is chosen, when it is of this kind."""
    chosen = current(analysis)
    return chosen.id if chosen and chosen.kind == kind else None
