"""The figures carry the ids, show doubt, keep text legible and hostile text harmless."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

from components.palette import LIGHT
from components.timeline import lanes_figure, order_figure
from components.timeline_draw import legend_html
from dateline.records import Analysis
from tests.components.made import analysis, hostile, small

FIGURES = [lanes_figure, order_figure]


def marks_of(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.customdata is not None]


def ids(figure: go.Figure) -> set[str]:
    return {row[0] for trace in marks_of(figure) for row in trace.customdata}


@pytest.mark.parametrize("draw", FIGURES)
class TestBoth:
    def test_every_mark_can_be_chosen_by_its_id(self, draw: Any) -> None:
        assert ids(draw(small())) == {"shelling", "call", "aid", "fight", "may"}

    def test_the_sample_shows_at_least_twelve_marks(self, draw: Any, sample: Analysis) -> None:
        assert sum(len(t.customdata) for t in marks_of(draw(sample))) >= 12

    def test_the_chosen_one_stands_in_a_ring(self, draw: Any) -> None:
        rings = [t for t in draw(small(), "aid").data if t.marker.color == LIGHT.selected]
        assert rings
        assert not [t for t in draw(small(), None).data if t.marker.color == LIGHT.selected]

    def test_no_text_is_smaller_than_twelve_pixels(self, draw: Any) -> None:
        sizes = re.findall(r'"size":\s*([\d.]+)', re.sub(r'"marker":\{.*?"symbol"', "", draw(small()).to_json()))
        fonts = [n.font.size for n in draw(small()).layout.annotations] + [draw(small()).layout.font.size]
        assert sizes
        assert min(fonts) >= 12

    def test_hostile_text_holds_no_tag_and_no_template(self, draw: Any) -> None:
        figure = draw(hostile())
        texts = [n.text for n in figure.layout.annotations]
        texts += [text for trace in marks_of(figure) for text in trace.hovertext]
        assert texts
        for text in texts:
            assert not re.search(r"<(?!/?(b|i|br)>)", text)
            assert "%{" not in text
            assert "$" not in text

    def test_an_empty_analysis_is_an_empty_figure(self, draw: Any) -> None:
        assert ids(draw(analysis())) == set()

    def test_dark_and_light_differ_and_even_spacing_draws_the_same_marks(self, draw: Any) -> None:
        assert draw(small(), dark=True).to_json() != draw(small()).to_json()
        assert ids(draw(small(), equal=True)) == ids(draw(small()))


def test_shape_tells_the_quad_class_and_sign_and_colour_the_polarity() -> None:
    looks = {}
    for trace in marks_of(lanes_figure(small())):
        for i, (id,) in enumerate(trace.customdata):
            looks[id] = (trace.marker.symbol[i], trace.text[i], trace.marker.line.color[i])
    assert looks["shelling"] == ("triangle-up", "<b>−</b>", LIGHT.hostile)
    assert looks["aid"][:2] == ("square", "<b>+</b>")
    assert looks["call"][0] == "diamond"


def test_a_time_is_an_hourglass_and_what_lies_before_the_days_shown_an_arrow_at_the_edge() -> None:
    made = small()
    near = made.times[0].model_copy(update={"earliest": date(2021, 6, 8), "latest": date(2021, 6, 9)})
    for time, shape in ((near, "hourglass"), (made.times[0], "triangle-left")):
        figure = lanes_figure(made.model_copy(update={"times": (time,)}))
        shapes = {id: t.marker.symbol[i] for t in marks_of(figure) for i, (id,) in enumerate(t.customdata)}
        assert shapes["may"] == shape


def test_what_is_not_told_as_fact_is_hollow() -> None:
    fills = {}
    for trace in marks_of(lanes_figure(small())):
        fills |= {id: trace.marker.color[i] for i, (id,) in enumerate(trace.customdata)}
    assert fills["aid"] == LIGHT.paper
    assert fills["shelling"] == LIGHT.hostile


def test_outlines_tell_the_basis_of_the_date() -> None:
    dashes = {t.line.dash for t in lanes_figure(small()).data if t.fill == "toself"}
    assert dashes == {"dash", "dot"}


def test_a_box_is_as_long_as_the_doubt() -> None:
    boxes = [t for t in lanes_figure(small()).data if t.fill == "toself" and t.line.dash == "dot"]
    (box,) = boxes  # the aid that is planned for a week
    calendar = [x for x in box.x if x is not None]
    shelling = next(t for t in lanes_figure(small()).data if t.fill == "toself" and t.line.color == LIGHT.hostile)
    day = [x for x in shelling.x if x is not None]
    assert (max(calendar) - min(calendar)) / (max(day) - min(day)) == pytest.approx(7)


def test_only_dated_marks_stand_on_the_calendar() -> None:
    on = {row[0] for t in marks_of(lanes_figure(small())) if (t.xaxis or "x") == "x" for row in t.customdata}
    assert on == {"shelling", "aid", "may"}


def test_the_legend_names_all_signs() -> None:
    for word in ("friendly", "hostile", "conflict in deeds", "hollow", "dashed", "dotted"):
        assert word in legend_html(LIGHT)
