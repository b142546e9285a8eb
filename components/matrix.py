"""The matrix on the screen: actors by targets, net position and count in each cell; returns the cell that is chosen."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components import words
from components.escape import for_plotly, shortened
from components.matrix_cells import Cell, Grid, cell_words, grid, stances_of
from components.palette import Palette, palette
from components.timeline_draw import FONT, layout
from dateline.records import Analysis, Polarity

__all__ = ["matrix_figure", "stance_matrix", "stances_of"]

ROW = 46
"""Height of a row in pixels."""
DARK_INK = "#1b1f24"
"""For text on the colour of what is selected, which is light in both themes."""


def matrix_figure(analysis: Analysis, selected: str | None = None, *, most: int = 8, dark: bool = False) -> go.Figure:
    """The figure; the row and the column of the actor or place with the id `selected` are framed."""
    colours = palette(dark)
    shown = grid(analysis, most)
    rows = {id: i for i, (id, _) in enumerate(shown.rows)}
    columns = {id: i for i, (id, _) in enumerate(shown.columns)}
    look = layout(colours, ROW * len(shown.rows), top=126, bottom=10) | _axes(shown, colours)
    look |= {"margin": look["margin"] | {"l": 112, "r": 44}, "hoverdistance": 22}
    look |= {"shapes": _tiles(shown, rows, columns, colours) + _frames(selected, rows, columns, colours)}
    return go.Figure([_choices(shown, rows, columns, colours)], look)


def _axes(shown: Grid, colours: Palette) -> dict[str, Any]:
    look: dict[str, Any] = {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": 13, "color": colours.ink},
    }
    across = {
        "side": "top",
        "tickangle": -45,
        "range": [-0.5, len(shown.columns) - 0.5],
        "tickvals": list(range(len(shown.columns))),
        "ticktext": [for_plotly(shortened(name, 17)) for _, name in shown.columns],
    }
    down = {
        "range": [len(shown.rows) - 0.5, -0.5],
        "tickvals": list(range(len(shown.rows))),
        "ticktext": [for_plotly(shortened(name, 30), width=15, lines=2) for _, name in shown.rows],
    }
    return {"xaxis": look | across, "yaxis": look | down}


def _tiles(shown: Grid, rows: dict[str, int], columns: dict[str, int], colours: Palette) -> list[dict[str, Any]]:
    """Grid lines, and a tile for each cell: the stronger its colour, the more its stances agree."""
    shapes = [_box(-0.5, y - 0.5, len(shown.columns) - 0.5, y - 0.5, colours.faint) for y in range(len(rows) + 1)]
    for cell in shown.cells:
        x, y = columns[cell.target], rows[cell.actor]
        edge = colours.polarity(_sign(cell.net))
        shapes.append(_box(x - 0.48, y - 0.47, x + 0.48, y + 0.47, edge) | {"fillcolor": tint(cell.lean, colours)})
    return [shape | {"layer": "below"} for shape in shapes]


def _box(x0: float, y0: float, x1: float, y1: float, colour: str, width: float = 1) -> dict[str, Any]:
    return {"type": "rect", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": {"color": colour, "width": width}}


def _sign(number: int) -> Polarity:
    return 1 if number > 0 else -1 if number < 0 else 0


def tint(lean: float, colours: Palette) -> str:
    """The fill for a mean polarity from -1 to 1: the page's own colour mixed with up to half of the polarity's."""
    pole = colours.hostile if lean < 0 else colours.supportive if lean > 0 else colours.neutral
    share = 0.15 + 0.33 * abs(lean)
    mixed = (
        round(int(paper, 16) * (1 - share) + int(full, 16) * share)
        for paper, full in ((colours.paper[i : i + 2], pole[i : i + 2]) for i in (1, 3, 5))
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _choices(shown: Grid, rows: dict[str, int], columns: dict[str, int], colours: Palette) -> go.Scatter:
    """The numbers, and with them what can be chosen; `customdata` carries the ids of row and column."""
    names = dict(shown.rows) | dict(shown.columns)
    return go.Scatter(
        x=[columns[c.target] for c in shown.cells],
        y=[rows[c.actor] for c in shown.cells],
        mode="markers+text",
        marker={"symbol": "square", "size": ROW - 8, "color": colours.selected, "opacity": 0},
        selected={"marker": {"opacity": 0.75}, "textfont": {"color": DARK_INK}},
        unselected={"marker": {"opacity": 0}, "textfont": {"color": colours.ink}},
        text=[_figures(c) for c in shown.cells],
        textfont={"size": 13, "color": colours.ink, "family": FONT},
        customdata=[[c.actor, c.target] for c in shown.cells],
        hovertext=[_hover(c, names) for c in shown.cells],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _figures(cell: Cell) -> str:
    net = f"{words.SIGNS[_sign(cell.net)]}{abs(cell.net) or ''}"
    return f"<b>{net}</b><br>/{len(cell.stances)}"


def _hover(cell: Cell, names: dict[str, str]) -> str:
    head = for_plotly(cell_words(cell, names[cell.actor], names[cell.target]), width=44)
    kinds = dict.fromkeys(words.TYPES.get(s.type, s.type.lower()) for s in cell.stances)
    return f"<b>{head}</b><br>{for_plotly(', '.join(kinds), width=48)}"


def _frames(
    selected: str | None, rows: dict[str, int], columns: dict[str, int], colours: Palette
) -> list[dict[str, Any]]:
    found = []
    if selected in rows:
        y = rows[selected]
        found.append(_box(-0.5, y - 0.5, len(columns) - 0.5, y + 0.5, colours.selected, 3))
    if selected in columns:
        x = columns[selected]
        found.append(_box(x - 0.5, -0.5, x + 0.5, len(rows) - 0.5, colours.selected, 3))
    return found


def stance_matrix(
    analysis: Analysis, selected: str | None, *, key: str, dark: bool = False, most: int = 8
) -> tuple[str, str] | None:
    """Show the matrix; the (row id, column id) of the chosen cell, as long as it is chosen, else None.

    Ids are those of actors and places, or of a fold: `matrix_cells.OTHERS`, `PLACES`, `ISSUES`. `stances_of` gives
    the stances of a cell. `selected` frames the row and the column of an actor or place.
    """
    if not analysis.stances:
        return None
    found = len(analysis.stances)
    state: Any = st.plotly_chart(
        matrix_figure(analysis, selected, most=most, dark=dark),
        width="stretch",
        theme=None,
        key=key,
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False},
        alt=f"Matrix of actors by targets, {found} stances: net position and count in each cell.",
    )
    st.html(
        '<p class="dl-muted">Rows act, columns are acted upon. The number is friendly less hostile stances, under it '
        f"the count of all. {words.SIGNS[1]} blue: {words.POLARITIES[1]}, {words.SIGNS[-1]} orange: "
        f"{words.POLARITIES[-1]}, {words.SIGNS[0]} grey: {words.POLARITIES[0]} or balanced.</p>"
    )
    points = state["selection"]["points"]
    if not points or len(points[0].get("customdata") or ()) != 2:
        return None
    cell = (str(points[0]["customdata"][0]), str(points[0]["customdata"][1]))
    return cell if stances_of(analysis, cell, most) else None
