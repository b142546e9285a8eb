"""A list of things to choose from, by mouse or keyboard: each row a sign, a line and a note."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from components import selection
from components.words import MODALITIES, SIGNS, TYPES, actor_name, days, target_name
from dateline.records import Analysis, Stance, TimeExpression

_ASSETS = Path(__file__).parent / "assets"
_component = st.components.v2.component(
    "dateline_rows",
    html='<ul class="rows"></ul><button class="more" hidden></button>',
    css=(_ASSETS / "rows.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "rows.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Row:
    """One thing: `target` is what choosing it selects ("kind:id"); `tone` is positive, negative, neutral or empty."""

    target: str
    line: tuple[tuple[str, str], ...]
    """Pieces of (text, "strong" or "")."""
    note: str = ""
    sign: str = ""
    tone: str = ""


def rows(analysis: Analysis, items: list[Row], *, key: str, label: str, shown: int = 8) -> None:
    """Show the rows, `shown` of them at first; what the reader chooses becomes the selection."""
    chosen = selection.current(analysis)
    _component(
        key=key,
        data={
            "rows": [asdict(i) for i in items],
            "chosen": str(chosen) if chosen else None,
            "label": label,
            "shown": shown,
        },
        on_chosen_change=lambda: selection.choose_reported(key),
    )


def stance_row(analysis: Analysis, stance: Stance) -> Row:
    """A stance as a row: who, what, toward whom; modality, reporter and days as the note."""
    notes = []
    if stance.modality != "asserted":
        notes.append(MODALITIES[stance.modality])
    if stance.said_by and stance.said_by != stance.actor:
        notes.append(f"says {actor_name(analysis, stance.said_by)}")
    if stance.earliest or stance.latest:
        notes.append(days(stance.earliest, stance.latest))
    return Row(
        target=f"stance:{stance.id}",
        line=(
            (actor_name(analysis, stance.actor), "strong"),
            (f" {TYPES[stance.type]} ", ""),
            (target_name(analysis, stance), "strong"),
        ),
        note=" · ".join(notes),
        sign=SIGNS[stance.polarity],
        tone={1: "positive", 0: "neutral", -1: "negative"}[stance.polarity],
    )


def time_row(analysis: Analysis, time: TimeExpression) -> Row:
    """A time expression as a row: the words and the days they mean."""
    return Row(target=f"time:{time.id}", line=((time.text, "strong"),), note=days(time.earliest, time.latest))
