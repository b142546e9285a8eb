"""Colours, shapes and lines of everything that is drawn: the same sign means the same thing on every page.

Colours are Okabe and Ito's (jfly.uni-koeln.de/color), which colour-blind readers can tell apart; the dark variants
and those for text are lightened or darkened until they keep WCAG 2.1's contrast (3:1 for marks, 4.5:1 for text).
No meaning stands on colour alone: polarity has a sign and a word (components/words.py), quad class a shape, basis a
line.
"""

from __future__ import annotations

from dataclasses import dataclass

from components import words
from dateline.records import Basis, Polarity


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as CSS hex."""

    paper: str
    ink: str
    muted: str
    faint: str
    accent: str
    selected: str
    hostile: str
    neutral: str
    supportive: str
    hostile_text: str
    supportive_text: str
    sea: str
    land: str
    border: str
    water: str

    def polarity(self, polarity: Polarity) -> str:
        """The colour of marks of this polarity."""
        return {-1: self.hostile, 0: self.neutral, 1: self.supportive}[polarity]

    def polarity_text(self, polarity: Polarity) -> str:
        """The colour of words of this polarity."""
        return {-1: self.hostile_text, 0: self.muted, 1: self.supportive_text}[polarity]


LIGHT = Palette(
    paper="#fdfcf9",
    ink="#1b1f24",
    muted="#59626d",
    faint="#e3e6ea",
    accent="#007a5a",
    selected="#e0a458",
    hostile="#d55e00",
    neutral="#6e7681",
    supportive="#0072b2",
    hostile_text="#a84800",
    supportive_text="#00619a",
    sea="#dde7ec",
    land="#f8f5ee",
    border="#bdb6a6",
    water="#4a6a80",
)
DARK = Palette(
    paper="#16181b",
    ink="#e8eaed",
    muted="#a3acb6",
    faint="#2b313a",
    accent="#2fc49b",
    selected="#e8b04a",
    hostile="#e8701a",
    neutral="#9aa3ad",
    supportive="#56b4e9",
    hostile_text="#f58a3c",
    supportive_text="#6cc0ef",
    sea="#12171e",
    land="#24282e",
    border="#4b525b",
    water="#7d9bb0",
)


def palette(dark: bool = False) -> Palette:
    """The palette of the light or the dark theme."""
    return DARK if dark else LIGHT


QUAD_SHAPES = {"VC": "circle", "MC": "square", "VX": "diamond", "MX": "triangle-up"}
"""Plotly's names of the symbols, by quad class."""
QUAD_GLYPHS = {"VC": "●", "MC": "■", "VX": "◆", "MX": "▲"}

BASIS_LINES: dict[Basis, str] = {
    "explicit": "solid",
    "relative-to-publication": "dash",
    "relative-to-mention": "dash",
    "inferred": "dot",
    "none": "dot",
}
"""Plotly's names of the lines."""


def quad_class(stance_type: str) -> str:
    """VC, MC, VX or MX of a PLOVER type; VC for a type that is not PLOVER's."""
    return words.QUAD_OF.get(stance_type, "VC")
