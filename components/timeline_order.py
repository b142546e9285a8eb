"""The figure of two orders: above as told, sentence by sentence; below as it happened; a line from one to the other."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import plotly.graph_objects as go

from components.palette import Palette, palette
from components.timeline_draw import AFTER, BEFORE, Bar, Point, bars, colour_of, faint, layout, note, points
from components.timeline_rows import Mark, marks
from components.timeline_scale import Scale, scale, tick_words
from dateline.records import Analysis

STEP = 21
GAP = 140
"""Pixels between marks that stand at the same spot, and between the two orders."""
MOST = 8
"""Marks stacked at one spot; beyond it they lie on each other."""


def order_figure(
    analysis: Analysis, selected: str | None = None, *, equal: bool = False, dark: bool = False
) -> go.Figure:
    """The figure. Both orders run from 0 to 1: sentences by their number, days by the scale."""
    colours = palette(dark)
    found = marks(analysis)
    calendar = scale(found, analysis.article.published, equal=equal)
    told, rise = _told(found, len(analysis.sentences))
    line = rise  # pixels from the top to the line of sentences
    happened = _happened(found, calendar, line + GAP) if calendar else {}
    depth = max((p.y for p, _ in happened.values()), default=line + 20)
    height = depth + 24
    dots = [Point(m, x, line - y) for m, (x, y) in told.items()]
    below = [point for point, _ in happened.values()]
    traces = _links(dots, happened, selected, colours)
    traces += bars([b for _, bar in happened.values() for b in bar], colours)
    traces += points(dots + below, selected, colours)
    shapes, notes = _rulers(analysis, calendar, line, height, colours)
    look = layout(colours, height, top=30, bottom=52) | {"shapes": shapes, "annotations": notes}
    look |= {"yaxis": {"range": [height, 0], "fixedrange": True, "visible": False}}
    look |= {"xaxis": {"range": [-0.03, 1.03], "fixedrange": True, "visible": False}}
    return go.Figure(traces, look)


def _told(found: list[Mark], sentences: int) -> tuple[dict[Mark, tuple[float, float]], float]:
    """Where each mark stands above the line of sentences, and how high the highest is, in pixels."""
    seen: Counter[int] = Counter()
    places = {}
    for mark in found:
        places[mark] = (_along(mark.told, sentences), 14.0 + STEP * min(seen[mark.told], MOST - 1))
        seen[mark.told] += 1
    return places, max((y for _, y in places.values()), default=0.0) + 10


def _along(sentence: int, sentences: int) -> float:
    return (sentence - 0.5) / max(sentences, 1)


def _happened(found: list[Mark], calendar: Scale, top: float) -> dict[str, tuple[Point, list[Bar]]]:
    """Below, each dated mark under those that it overlaps, with the box of its days."""
    ends: list[float] = []
    placed = {}
    for mark in sorted((m for m in found if m.dated), key=lambda m: _ends(m, calendar)):
        early, late = _ends(mark, calendar)
        outside = BEFORE if late < calendar.first else AFTER if early > calendar.last else ""
        x0, x1 = (min(max(x, 0.0), 1.0) for x in (calendar.at(early), calendar.at(late, end=True)))
        low, high = (x0 + x1) / 2 - max((x1 - x0) / 2, 0.03), (x0 + x1) / 2 + max((x1 - x0) / 2, 0.03)
        row = next((i for i, end in enumerate(ends) if end <= low), len(ends))
        row = min(row, MOST * 2)
        ends[row : row + 1] = [high]
        y = top + STEP * row
        # A box that begins before the first day shown, or ends after the last, runs on to the figure's edge.
        left, right = (-0.03 if early < calendar.first else x0), (1.03 if late > calendar.last else x1)
        bar = [] if outside else [Bar(mark, left, right, y)]
        placed[mark.id] = (Point(mark, (x0 + x1) / 2, y, sign=outside), bar)
    return placed


def _ends(mark: Mark, calendar: Scale) -> tuple[date, date]:
    return mark.earliest or calendar.first, mark.latest or calendar.last


def _links(
    dots: list[Point],
    happened: dict[str, tuple[Point, list[Bar]]],
    selected: str | None,
    colours: Palette,
) -> list[go.Scatter]:
    share = 0.6 if len(happened) <= 60 else 0.2  # many lines are a texture; each still leads somewhere
    looks: dict[tuple[str, float], tuple[list[float | None], list[float | None]]] = {}
    for dot in dots:
        if dot.mark.id in happened:
            below = happened[dot.mark.id][0]
            chosen = dot.mark.id == selected
            look = (colours.selected, 3.0) if chosen else (faint(colour_of(dot.mark, colours), share), 1.3)
            xs, ys = looks.setdefault(look, ([], []))
            xs += [dot.x, below.x, None]
            ys += [dot.y, below.y, None]
    return [
        go.Scatter(x=xs, y=ys, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip")
        for (colour, width), (xs, ys) in looks.items()
    ]


def _rulers(
    analysis: Analysis, calendar: Scale | None, line: float, bottom: float, colours: Palette
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The line of sentences and that of days with their ticks, as shapes and annotations."""
    count = max(len(analysis.sentences), 1)
    shapes = [_line(0, line, 1, line, colours)]
    small = {"size": 12, "color": colours.muted}
    top = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom", "yref": "paper", "y": 1, "yshift": 6}
    notes = [note("<b>As told</b>, by sentence", colours, **top)]
    for number in range(1, count + 1, max(1, -(-count // 12))):
        where = {"x": _along(number, count), "y": line, "yanchor": "top", "yshift": -1}
        notes.append(note(str(number), colours, **where) | {"font": small})
    if calendar is None:
        return shapes, notes
    shapes.append(_line(0, bottom, 1, bottom, colours))
    for day in calendar.ticks(5):
        x = calendar.at(day)
        where = {"x": x, "y": bottom, "yanchor": "top", "xanchor": "left", "yshift": -3, "xshift": -8}
        notes.append(note(tick_words(day, calendar), colours, **where) | {"font": small})
        shapes.append(_line(x, bottom - 5, x, bottom + 5, colours))
    low = {"xref": "paper", "x": 0, "xanchor": "left", "y": line + GAP - 22, "yanchor": "bottom"}
    notes.append(note("<b>As it happened</b>", colours, **low))
    return shapes, notes


def _line(x0: float, y0: float, x1: float, y1: float, colours: Palette) -> dict[str, Any]:
    ends = {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "layer": "below"}
    return ends | {"line": {"color": colours.muted, "width": 1}}
