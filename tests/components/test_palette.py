"""The colours can be told apart from their ground, and every sign has a meaning of its own."""

from __future__ import annotations

import pytest

from components import words
from components.palette import DARK, LIGHT, QUAD_SHAPES, Palette, quad_class


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    def test_marks_stand_out_from_the_page_three_to_one(self, colours: Palette) -> None:
        for mark in (colours.hostile, colours.neutral, colours.supportive, colours.accent):
            assert contrast(mark, colours.paper) >= 3

    def test_words_stand_out_from_the_page_and_the_map_by_more(self, colours: Palette) -> None:
        for text in (colours.ink, colours.muted, colours.hostile_text, colours.supportive_text):
            assert contrast(text, colours.paper) >= 4.5
        assert contrast(colours.ink, colours.land) >= 4.5
        assert contrast(colours.water, colours.sea) >= 4.5

    def test_places_stand_out_from_land_and_sea(self, colours: Palette) -> None:
        assert contrast(colours.accent, colours.land) >= 3
        assert contrast(colours.accent, colours.sea) >= 3

    def test_the_poles_differ_in_more_than_hue(self, colours: Palette) -> None:
        assert words.SIGNS[1] != words.SIGNS[-1]
        assert colours.polarity(1) != colours.polarity(-1) != colours.polarity(0)


def test_each_quad_class_has_a_shape_of_its_own() -> None:
    assert len(set(QUAD_SHAPES.values())) == len(QUAD_SHAPES) == len(words.QUADS)


def test_a_type_that_plover_does_not_know_is_drawn_all_the_same() -> None:
    assert quad_class("ASSAULT") == "MX"
    assert quad_class("NONSENSE") in QUAD_SHAPES
