"""How marks look on both timelines: shape by quad class, colour and sign by polarity, outline by basis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components import words
from components.escape import for_plotly
from components.palette import BASIS_LINES, QUAD_GLYPHS, QUAD_SHAPES, Palette
from components.timeline_rows import Mark

FONT = '"Source Sans", "Source Sans Pro", system-ui, sans-serif'
SIZE = 17
"""Diameter of a mark in pixels: wide enough for its sign, and for a finger with plotly's hover distance."""


BEFORE, AFTER = "◂", "▸"
"""Signs of marks that lie beyond the edge."""


@dataclass(frozen=True)
class Point:
    """Where a mark stands: `x` in the units of its axis, `y` in pixels from the top."""

    mark: Mark
    x: float
    y: float
    axis: str = "x"
    sign: str = ""
    """Instead of the polarity's sign: an arrow for what lies beyond the edge."""


@dataclass(frozen=True)
class Bar:
    """The stretch that a mark may lie in, from `x0` to `x1`."""

    mark: Mark
    x0: float
    x1: float
    y: float
    axis: str = "x"


def colour_of(mark: Mark, colours: Palette) -> str:
    """The colour of a mark: its polarity's; that of a time is muted."""
    return colours.muted if mark.kind == "time" else colours.polarity(mark.polarity)


def bars(found: Iterable[Bar], colours: Palette, half: float = 8) -> list[go.Scatter]:
    """Faint boxes, as long as the doubt, outlined by basis; a trace for each look and axis."""
    looks: dict[tuple[str, str, str], list[Bar]] = defaultdict(list)
    for bar in found:
        looks[(bar.axis, colour_of(bar.mark, colours), BASIS_LINES[bar.mark.basis])].append(bar)
    traces = []
    for (axis, colour, line), those in looks.items():
        xs: list[float | None] = []
        ys: list[float | None] = []
        for bar in those:
            xs += [bar.x0, bar.x1, bar.x1, bar.x0, bar.x0, None]
            ys += [bar.y - half, bar.y - half, bar.y + half, bar.y + half, bar.y - half, None]
        traces.append(
            go.Scatter(
                x=xs,
                y=ys,
                xaxis=axis,
                mode="lines",
                fill="toself",
                fillcolor=faint(colour),
                line={"color": colour, "width": 1.4, "dash": line},
                hoverinfo="skip",
                showlegend=False,
            )
        )
    return traces


def faint(colour: str, share: float = 0.16) -> str:
    """A hex colour as an almost transparent one."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def points(found: list[Point], selected: str | None, colours: Palette) -> list[go.Scatter]:
    """The marks, a trace for each axis; `customdata` carries the ids. The chosen one stands in a ring below them."""
    traces = []
    for axis in sorted({p.axis for p in found}):
        here = [p for p in found if p.axis == axis]
        ring = [p for p in here if p.mark.id == selected]
        if ring:
            traces.append(_ring(ring, axis, colours))
        traces.append(_marks(here, axis, colours))
    return traces


def _marks(here: list[Point], axis: str, colours: Palette) -> go.Scatter:
    hues = [colour_of(p.mark, colours) for p in here]
    hollow = [p.mark.modality != "asserted" or p.mark.kind == "time" for p in here]
    same = {"opacity": 1}
    return go.Scatter(
        x=[p.x for p in here],
        y=[p.y for p in here],
        xaxis=axis,
        mode="markers+text",
        marker={
            "symbol": [_shape(p) for p in here],
            "size": [SIZE - 5 if p.mark.kind == "time" else SIZE + _extra(p.mark) for p in here],
            "color": [colours.paper if h else hue for h, hue in zip(hollow, hues, strict=True)],
            "line": {"color": hues, "width": 1.8},
            "opacity": 1,
        },
        text=["" if p.mark.kind == "time" else f"<b>{p.sign or words.SIGNS[p.mark.polarity]}</b>" for p in here],
        textfont={
            "size": 13,
            "color": [hue if h else colours.paper for h, hue in zip(hollow, hues, strict=True)],
            "family": FONT,
        },
        textposition="middle center",
        customdata=[[p.mark.id] for p in here],
        hovertext=[hover(p.mark) for p in here],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": same},
        unselected={"marker": same},
        cliponaxis=False,
        showlegend=False,
    )


def _extra(mark: Mark) -> int:
    # Symbols of one size differ in area: squares look larger, triangles and diamonds smaller than circles.
    return {"MC": -2, "MX": 3, "VX": 2}.get(mark.quad, 0)


def _shape(point: Point) -> str:
    if point.mark.kind == "stance":
        return QUAD_SHAPES[point.mark.quad]
    return {BEFORE: "triangle-left", AFTER: "triangle-right"}.get(point.sign, "hourglass")


def _ring(ring: list[Point], axis: str, colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[p.x for p in ring],
        y=[p.y for p in ring],
        xaxis=axis,
        mode="markers",
        marker={
            "symbol": "circle",
            "size": SIZE + 13,
            "color": colours.selected,
            "line": {"color": colours.ink, "width": 2},
        },
        hoverinfo="skip",
        cliponaxis=False,
        showlegend=False,
    )


def hover(mark: Mark) -> str:
    """What the box over a mark says, escaped for plotly."""
    head = for_plotly(mark.words, width=44, lines=3)
    facts = [words.days(mark.earliest, mark.latest), words.BASES[mark.basis]]
    if not mark.dated:
        facts = ["the text gives no date"]
    if mark.kind == "stance" and mark.modality != "asserted":
        facts.append(words.MODALITIES[mark.modality])
    sentence = for_plotly(mark.sentence, width=48, lines=5)
    return f"<b>{head}</b><br>{for_plotly(', '.join(facts), width=48)}<br><br><i>{sentence}</i>"


def layout(colours: Palette, height: float, top: int, bottom: int) -> dict[str, Any]:
    """What both figures share: no frame, no buttons, text of at least 12 pixels, the theme's colours."""
    return {
        "height": round(height) + top + bottom,
        "margin": {"l": 10, "r": 10, "t": top, "b": bottom, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": colours.ink},
        "hoverlabel": {
            "bgcolor": colours.paper,
            "bordercolor": colours.muted,
            "font": {"family": FONT, "size": 13, "color": colours.ink},
            "align": "left",
        },
        "hovermode": "closest",
        "hoverdistance": 14,
        "clickmode": "event+select",
        "dragmode": False,
        "showlegend": False,
    }


def axis_look(colours: Palette) -> dict[str, Any]:
    """The look of a horizontal axis: a faint grid, text of 12 pixels."""
    return {
        "showgrid": True,
        "gridcolor": colours.faint,
        "zeroline": False,
        "showline": True,
        "linecolor": colours.muted,
        "tickfont": {"size": 12, "color": colours.muted},
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colours.muted,
    }


def note(text: str, colours: Palette, **where: Any) -> dict[str, Any]:
    """An annotation without arrow; `text` is already escaped."""
    return {"text": text, "showarrow": False, "font": {"size": 13, "color": colours.muted}, "align": "left"} | where


def legend_html(colours: Palette) -> str:
    """The key to shapes, colours, fills and outlines as one paragraph of HTML, for under the figure."""
    shapes = "".join(f"<span><b>{QUAD_GLYPHS[q]}</b> {words.QUADS[q]}</span>" for q in QUAD_GLYPHS)
    tones = "".join(
        f'<span><b style="color:{colours.polarity_text(p)}">{words.SIGNS[p]}</b> {words.POLARITIES[p]}</span>'
        for p in (1, 0, -1)
    )
    lines = (
        "<span>hollow: not told as a fact</span><span>box: the days it may lie in; outline solid when the text gives "
        "the date, dashed when counted from another, dotted when inferred</span>"
        "<span>hourglass: a time in the text</span><span>arrow at the edge: beyond the days shown</span>"
    )
    style = f"display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;font-size:.82rem;color:{colours.muted}"
    return f'<div style="{style}">{tones}{shapes}{lines}</div>'
