"""Literal and associative mentions, and places that are only the anchor of a vaguer one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.places.conftest import Read

Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb exploded in Kabul on Tuesday.", "Kabul"),
        ("She was born in Norway and lives in Lima.", "Norway"),
        ("Thousands fled to Uganda after the flood.", "Uganda"),
        ("Troops arrived at Nairobi late on Friday.", "Nairobi"),
    ],
)
def test_where_something_is_or_happens_is_literal(read_places: Reader, text: str, name: str) -> None:
    assert read_places(text).toponym(name).role == "literal"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Egyptian president denied the report.", "Egyptian"),
        ("The German car maker cut jobs.", "German"),
        ("The Canada Revenue Agency fined him.", "Canada"),
        ("Russia has accused Britain of lying.", "Russia"),
    ],
)
def test_peoples_governments_and_products_are_associative(read_places: Reader, text: str, name: str) -> None:
    assert read_places(text).toponym(name).role == "associative"


@pytest.mark.parametrize(
    ("text", "name", "relation", "words"),
    [
        ("Troops dug in north of Baghdad.", "Baghdad", "north of", "north of"),
        ("A camp near Mosul was hit.", "Mosul", "near", "near"),
        ("Rioters burned cars outside Paris.", "Paris", "outside", "outside"),
        ("Rain fell in north-eastern Nigeria.", "Nigeria", "northeastern part", "north-eastern"),
        ("The ship sank off the coast of Somalia.", "Somalia", "off the coast of", "off the coast of"),
        ("They were stopped at the border with Hungary.", "Hungary", "border", "the border with"),
    ],
)
def test_a_vague_place_keeps_its_anchor_and_says_its_relation(
    read_places: Reader, text: str, name: str, relation: str, words: str
) -> None:
    read = read_places(text)
    toponym = read.toponym(name)
    assert toponym.relation == relation and toponym.role == "literal"
    assert toponym.place is not None
    assert toponym.relation_span is not None
    assert text[toponym.relation_span.start : toponym.relation_span.end].lower() == words


def test_a_border_between_two_countries_is_a_relation_of_both(read_places: Reader) -> None:
    read = read_places("Smugglers crossed the border between Syria and Iraq at night.")
    assert [read.toponym(name).relation for name in ("Syria", "Iraq")] == ["border", "border"]


def test_the_relation_of_another_word_is_not_the_place_s(read_places: Reader) -> None:
    assert read_places("They met north of the Iraq capital.").toponym("Iraq").relation is None


def test_a_plain_mention_has_no_relation(read_places: Reader) -> None:
    toponym = read_places("The talks were held in Oslo.").toponym("Oslo")
    assert toponym.relation is None and toponym.relation_span is None
