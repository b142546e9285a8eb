"""The figure of actor lanes: a lane for each actor, dated marks on the calendar, undated ones beside it as told."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from components.escape import for_plotly, shortened
from components.palette import Palette, palette
from components.timeline_draw import AFTER, BEFORE, Bar, Point, axis_look, bars, layout, note, points
from components.timeline_rows import Lane, Mark, lanes
from components.timeline_scale import Scale, scale, tick_words
from dateline.records import Analysis

HEAD, ROW, FOOT = 23, 24, 9
"""Pixels of a lane: for its name, for each row of marks, below them."""
SHARE = 0.62
"""Share of the width for the calendar, where there is something undated beside it."""

MARGIN = 0.03
"""Of the calendar's width, left and right of its days."""
Drawn = tuple[list[dict[str, Any]], list[dict[str, Any]]]
"""Shapes and annotations of a plotly layout."""


def lanes_figure(
    analysis: Analysis, selected: str | None = None, *, most: int = 12, equal: bool = False, dark: bool = False
) -> go.Figure:
    """The figure; `selected` is the id of a stance or time, `equal` spaces the dates that occur evenly."""
    colours = palette(dark)
    drawn = lanes(analysis, most)
    every = [m for lane in drawn for m in lane.marks]
    calendar = scale(every, analysis.article.published, equal=equal)
    tops, height = _tops(drawn)
    dots: list[Point] = []
    boxes: list[Bar] = []
    for lane, top in zip(drawn, tops, strict=True):
        for mark in lane.marks:
            y = top + HEAD + ROW * (mark.row + 0.5)
            if mark.dated and calendar:
                boxes.extend(_bar(mark, y, calendar))
                dots.append(_dated(mark, y, calendar))
            else:
                dots.append(Point(mark, mark.told, y, "x2"))
    beside = any(p.axis == "x2" for p in dots)
    shapes, notes = _names(drawn, tops, colours)
    for more_shapes, more_notes in (
        _heads(calendar, beside, colours),
        _published(analysis, calendar, height, colours),
    ):
        shapes, notes = shapes + more_shapes, notes + more_notes
    look = layout(colours, height, top=84, bottom=24) | _axes(analysis, calendar, beside, colours)
    look |= {"yaxis": {"range": [height, 0], "fixedrange": True, "visible": False}}
    # All of the layout at once: plotly checks the whole of it again at every addition.
    traces = bars(boxes, colours) + points(dots, selected, colours)
    return go.Figure(traces, look | {"shapes": shapes, "annotations": notes})


def _tops(drawn: list[Lane]) -> tuple[list[float], float]:
    tops, y = [], 0.0
    for lane in drawn:
        tops.append(y)
        y += HEAD + ROW * lane.rows + FOOT
    return tops, max(y, 60)


def _bar(mark: Mark, y: float, calendar: Scale) -> list[Bar]:
    early, late = mark.earliest or calendar.first, mark.latest or calendar.last
    if late < calendar.first or early > calendar.last:
        return []
    # A box that begins before the first day shown, or ends after the last, runs on to the edge.
    x0 = -MARGIN if early < calendar.first or mark.earliest is None else calendar.at(early)
    x1 = 1 + MARGIN if late > calendar.last or mark.latest is None else calendar.at(late, end=True)
    return [Bar(mark, x0, x1, y)]


def _dated(mark: Mark, y: float, calendar: Scale) -> Point:
    """In the middle of the part of its box that is shown; an arrow at the edge for what lies wholly beyond."""
    early, late = mark.earliest or calendar.first, mark.latest or calendar.last
    if late < calendar.first:
        return Point(mark, 0, y, sign=BEFORE)
    if early > calendar.last:
        return Point(mark, 1, y, sign=AFTER)
    x0, x1 = calendar.at(max(early, calendar.first)), calendar.at(min(late, calendar.last), end=True)
    return Point(mark, (x0 + x1) / 2, y)


def _split(calendar: Scale | None, beside: bool) -> float:
    return SHARE if calendar and beside else 1.0 if calendar else 0.0


def _axes(analysis: Analysis, calendar: Scale | None, beside: bool, colours: Palette) -> dict[str, Any]:
    """The calendar's axis, and that of the sentences for what is undated."""
    look = axis_look(colours) | {"side": "top", "tickangle": 0}
    axes: dict[str, Any] = {}
    if calendar:
        domain = [0, _split(calendar, beside) - (0.03 if beside else 0)]
        axes["xaxis"] = look | _calendar_axis(calendar) | {"domain": domain}
    if beside:
        count = max(len(analysis.sentences), 1)
        step, room = max(1, -(-count // 5)), max(0.8, 0.08 * count)
        axes["xaxis2"] = look | {
            "domain": [_split(calendar, beside), 1],
            "range": [1 - room, count + room],
            "tickvals": list(range(1, count + 1, step)),
            "fixedrange": True,
            "anchor": "y",
        }
    return axes


def _calendar_axis(calendar: Scale) -> dict[str, Any]:
    ticks = calendar.ticks(5)
    return {
        "range": [-MARGIN, 1 + MARGIN],
        "tickvals": [calendar.at(d) for d in ticks],
        "ticktext": [tick_words(d, calendar) for d in ticks],
        "fixedrange": True,
    }


def _heads(calendar: Scale | None, beside: bool, colours: Palette) -> Drawn:
    """What each part is, above it; a tint under the part without a calendar."""
    split = _split(calendar, beside)
    shapes: list[dict[str, Any]] = []
    notes = [_head("<b>On the calendar</b>", 0, colours)] if calendar else []
    if beside:
        box = {"type": "rect", "xref": "paper", "yref": "paper", "x0": split, "x1": 1, "y0": 0, "y1": 1}
        tint = {"fillcolor": colours.faint, "opacity": 0.45, "line": {"width": 0}, "layer": "below"}
        shapes.append(box | tint)
        notes.append(_head("<b>No date</b>: as told,<br>by sentence", split, colours))
    return shapes, notes


def _head(text: str, x: float, colours: Palette) -> dict[str, Any]:
    where = {"xref": "paper", "yref": "paper", "x": x, "y": 1, "xanchor": "left", "yanchor": "bottom", "yshift": 40}
    return note(text, colours, **where)


def _names(drawn: list[Lane], tops: list[float], colours: Palette) -> Drawn:
    """The lanes' names and the lines between them."""
    shapes, notes = [], []
    for lane, top in zip(drawn, tops, strict=True):
        name = f"<b>{for_plotly(shortened(lane.name, 42))}</b>"
        where = {"xref": "paper", "yref": "y", "x": 0, "y": top + 2, "xanchor": "left", "yanchor": "top"}
        notes.append(note(name, colours, **where) | {"font": {"size": 13, "color": colours.ink}})
        line = {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": top, "y1": top}
        shapes.append(line | {"line": {"color": colours.faint, "width": 1}, "layer": "below"})
    return shapes, notes


def _published(analysis: Analysis, calendar: Scale | None, height: float, colours: Palette) -> Drawn:
    """The day of publication as a band, named below it."""
    day = analysis.article.published
    if day is None or calendar is None or not calendar.first <= day <= calendar.last:
        return [], []
    x0, x1 = calendar.at(day), calendar.at(day, end=True)
    box = {"type": "rect", "xref": "x", "yref": "y", "x0": x0, "x1": x1, "y0": 0, "y1": height}
    shade = {"fillcolor": colours.ink, "opacity": 0.07, "line": {"width": 0}, "layer": "below"}
    where = {"xref": "x", "yref": "y", "x": x1, "y": height, "xanchor": "right", "yanchor": "top"}
    return [box | shade], [note("published", colours, **where) | {"font": {"size": 12, "color": colours.muted}}]
