"""Texts that break readers of quotations: odd marks, endless quotations, lists, nothing at all."""

from __future__ import annotations

import time

import pytest

from dateline import language
from dateline.records import Article, Statement
from dateline.stances import attribution


def read(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    return attribution.read(language.parse(Article(id="t", text=text)), ())


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", '"', "“", "said", "said:", '"" said', ":\n:\n", "“”‘’''``", "\u200f“\x00”"]
)
def test_next_to_nothing_is_read_without_a_statement(text: str) -> None:
    assert read(text) == ()


def test_an_odd_mark_costs_its_own_paragraph_only() -> None:
    text = '"The road is closed, he said.\n\n“The bridge is open,” she said.\n\nThe ferry “runs again, they said.'
    said = [text[s.start : s.end] for s in read(text)]
    assert "“The bridge is open,”" in said
    assert said[0] == "The road is closed"


@pytest.mark.slow
def test_a_quotation_of_fifty_thousand_characters_has_its_speaker() -> None:
    speech = "We walked to the river and we walked back. " * 1200
    text = f"“{speech.strip()}” said the pilgrim.".replace(".”", ",”")
    (statement,) = read(text)
    assert (statement.start, statement.form) == (0, "direct")
    assert statement.end - statement.start > 50_000
    assert statement.speaker_span is not None
    assert text[statement.speaker_span.start : statement.speaker_span.end] == "the pilgrim"


def test_an_article_that_is_all_one_quotation_is_one_statement_by_nobody_known() -> None:
    text = "“We walked to the river.\n\n“We walked back again.\n\n“Then we slept until noon.”"
    (statement,) = read(text)
    assert (statement.start, statement.end, statement.speaker_span) == (0, len(text), None)
    assert len(statement.pieces) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Flour, 200 g; eggs, two; milk, 100 ml. Beat the eggs, add the flour and bake for 20 minutes.",
        "Leeds 2-1 York; Hull 0-0 Bath; Derby 3-3 Stoke. Gate: 12,400.",
        "def said(x):\n    return 'yes' if x else \"no\"",
        "Ada Lovelace, Alan Turing, Grace Hopper, Kurt Gödel, Emmy Noether",
    ],
)
def test_recipes_results_code_and_lists_say_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ['"We go," he said. ', "“We go to the sea and more.\n\n", "He said that ", 'He called it "bad" and "good", '],
)
def test_reading_a_long_odd_text_takes_less_time_than_parsing_it(unit: str) -> None:
    start = time.perf_counter()
    parse = language.parse(Article(id="t", text=unit * 1000))
    parsed = time.perf_counter()
    attribution.read(parse, ())
    assert time.perf_counter() - parsed < 0.7 * (parsed - start)
