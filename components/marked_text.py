"""The article's text with its marks: each can be chosen by mouse or keyboard, and says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from components import selection
from components.marks import LAYERS, Layer, Segment, marks, segments
from components.palette import palette
from components.selection import Selection
from components.style import is_dark
from dateline.records import Analysis

_ASSETS = Path(__file__).parent / "assets"
_component = st.components.v2.component(
    "dateline_marked_text",
    html='<article class="text" lang="en"></article>',
    css=(_ASSETS / "marked_text.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "marked_text.js").read_text(encoding="utf-8"),
)


def marked_text(analysis: Analysis, layers: frozenset[Layer] = frozenset(LAYERS), *, key: str = "marked text") -> None:
    """Show the text with the marks of these layers; what the reader chooses becomes the selection."""
    chosen, colours = selection.current(analysis), palette(is_dark())
    _component(
        key=key,
        data={
            "segments": [_plain(s) for s in segments(analysis.article.text, marks(analysis, layers))],
            "chosen": str(chosen) if chosen else None,
            "evidence": _evidence(analysis, chosen),
            "colours": {"positive": colours.supportive_text, "negative": colours.hostile_text},
        },
        on_chosen_change=lambda: selection.choose_reported(key),
    )


def _plain(segment: Segment) -> dict[str, Any]:
    return {
        "start": segment.start,
        "text": segment.text,
        "marks": [
            {"layer": m.layer, "target": m.target, "label": m.label, "tone": m.tone, "first": m.start == segment.start}
            for m in segment.marks
        ],
    }


def _evidence(analysis: Analysis, chosen: Selection | None) -> list[int] | None:
    # The sentence to bring into view when a stance is chosen elsewhere: its cue alone may be one short word.
    if chosen and chosen.kind == "stance":
        stance = next(s for s in analysis.stances if s.id == chosen.id)
        return [stance.evidence.start, stance.evidence.end]
    return None
