"""Article text is shown as it is and executed by nothing."""

from __future__ import annotations

import html
import json
import re

import pytest

from components.escape import for_html, for_markdown, for_plotly, for_script, shortened, visible
from tests.components.made import HOSTILE

STRINGS = [HOSTILE, "", "plain", "`", "\\", "a\nb", "${x}", "'\"", "-->", "]]>", "\u2028", "𝔘nicode 🙂", "<" * 300]


@pytest.mark.parametrize("text", STRINGS)
def test_html_shows_the_text_and_holds_no_sign_that_markup_or_templates_know(text: str) -> None:
    escaped = for_html(text)
    assert not re.search(r"[<>\"'`\\${}]", escaped)
    assert html.unescape(escaped) == visible(text)


@pytest.mark.parametrize("text", STRINGS)
def test_a_script_gets_the_very_text_back_and_no_parser_is_tempted_on_the_way(text: str) -> None:
    literal = for_script({"name": text})
    assert not re.search("[<>&'`$_\u2028\u2029]|{{|{%|{#", literal)
    assert json.loads(literal) == {"name": text}


def test_a_script_takes_no_number_that_json_does_not_know() -> None:
    with pytest.raises(ValueError, match="float"):
        for_script(float("nan"))


@pytest.mark.parametrize("text", STRINGS)
def test_markdown_has_nothing_to_interpret_but_entities(text: str) -> None:
    escaped = for_markdown(text)
    assert not re.search(r"[\\`*_{}\[\]()<>!|~$:^=@\"']", escaped)
    assert html.unescape(escaped) == re.sub(r"\s+", " ", visible(text))


@pytest.mark.parametrize("text", STRINGS)
def test_plotly_gets_no_tag_template_or_mathematics(text: str) -> None:
    escaped = for_plotly(text)
    assert not re.search(r"[<>${}%]", escaped)
    assert html.unescape(escaped) == re.sub(r"\s+", " ", visible(text))


def test_plotly_lines_are_no_longer_than_asked_even_without_a_space() -> None:
    lines = for_plotly("word " * 40 + "x" * 500, width=30, lines=50).split("<br>")
    assert len(lines) > 10
    assert max(len(line) for line in lines) <= 30


def test_marks_that_turn_the_direction_of_the_text_beside_it_are_left_out() -> None:
    assert visible("a\u202eb\u2066c\x00d\u200f") == "abcd"


def test_a_cut_falls_between_words_and_is_shown() -> None:
    assert shortened("one two three four five six", 20) == "one two three four…"
    assert shortened("short", 20) == "short"
    assert len(shortened("x" * 300, 20)) == 20
