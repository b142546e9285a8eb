"""Marks cut the text without losing any of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.marks import LAYERS, Mark, marks, segments
from dateline.records import Analysis

TEXT = "The quick brown fox jumps over the lazy dog."
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(LAYERS))


@given(st.lists(spans, max_size=12))
def test_segments_put_together_are_the_text(found: list[tuple[int, int, str]]) -> None:
    made = tuple(Mark(min(a, b), max(a, b), layer, "place:p1", "x") for a, b, layer in found)
    assert "".join(s.text for s in segments(TEXT, made)) == TEXT


@given(st.lists(spans, max_size=12))
def test_every_segment_knows_exactly_the_marks_over_it_narrowest_first(found: list[tuple[int, int, str]]) -> None:
    made = tuple(Mark(min(a, b), max(a, b), layer, f"place:{i}", "x") for i, (a, b, layer) in enumerate(found))
    for segment in segments(TEXT, made):
        over = [
            m for m in made if m.start < segment.start + len(segment.text) and m.end > segment.start and m.start < m.end
        ]
        assert sorted(m.target for m in segment.marks) == sorted(m.target for m in over)
        widths = [m.end - m.start for m in segment.marks]
        assert widths == sorted(widths)


def test_a_layer_switched_off_has_no_marks(sample: Analysis) -> None:
    found = marks(sample, frozenset({"places"}))
    assert found and {m.layer for m in found} == {"places"}


def test_a_place_that_is_only_part_of_a_name_is_not_marked(sample: Analysis) -> None:
    text = sample.article.text
    at = text.index("Islamic State in Iraq and Syria")
    inside = [
        m for m in marks(sample, frozenset({"places"})) if at <= m.start < at + len("Islamic State in Iraq and Syria")
    ]
    assert inside == []
