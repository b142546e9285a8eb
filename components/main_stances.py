"""The main stances: the strongest and surest of who stands where toward whom."""

from __future__ import annotations

import streamlit as st

from components.rows import rows, stance_row
from dateline.records import Analysis, Stance


def main_stances(analysis: Analysis, *, key: str, shown: int = 8) -> None:
    """List the stances, weightiest first; an honest empty state when there is none."""
    st.subheader("Who stands where", anchor=False)
    if not analysis.stances:
        st.caption("No stance was found: the text does not say that somebody acts or speaks for or against another.")
        return
    ordered = sorted(analysis.stances, key=_weight, reverse=True)
    rows(analysis, [stance_row(analysis, s) for s in ordered], key=key, label="Main stances", shown=shown)


def _weight(stance: Stance) -> tuple[float, float, int]:
    # Hostile and friendly before even-handed, sure before doubtful, strong before weak; then as told.
    return (stance.confidence * (1 + abs(stance.polarity)), abs(stance.intensity), -stance.evidence.start)
