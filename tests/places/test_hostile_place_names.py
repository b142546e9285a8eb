"""Texts made to break the reading of places: it stays fast, honest and whole."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dateline import language, names, places
from dateline.places.gazetteer import Gazetteer
from dateline.records import Article
from tests.places.conftest import Read

Reader = Callable[..., Read]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "in", "'s", "the", "-", "U.S.", "In.", "St."])
def test_texts_of_almost_nothing_are_read(read_places: Reader, text: str) -> None:
    assert len(read_places(text).toponyms) <= 1


def test_a_name_of_ten_thousand_characters_is_no_place(read_places: Reader) -> None:
    assert read_places(f"He lives in {'Abcdefghij' * 1000} now.").places == ()


def test_names_in_other_scripts_do_no_harm(read_places: Reader) -> None:
    read = read_places("Протесты в Москве. 東京で会談。 اجتماع في بغداد. Then he flew to Vienna.")
    assert read.toponym("Vienna").place is not None
    assert all(read.text[t.start : t.end] == t.text for t in read.toponyms)


def test_a_text_of_names_alone_takes_time_in_proportion(gazetteer: Gazetteer) -> None:
    def seconds(count: int) -> float:
        text = ", ".join(f"Springfield, Paris and Aberdeen {n}" for n in range(count))
        parse = language.parse(Article(id="t", text=text))
        found = names.read(parse)
        began = time.process_time()
        places.read(parse, found, gazetteer)
        return time.process_time() - began

    seconds(20)
    assert seconds(800) < 12 * max(seconds(200), 0.05)


def test_two_readings_of_one_text_are_equal(gazetteer: Gazetteer) -> None:
    parse = language.parse(Article(id="t", text="Fires burned near Athens, Ga., and in Rome, Sparta and Augusta."))
    found = names.read(parse)
    assert places.read(parse, found, gazetteer) == places.read(parse, found, gazetteer)
