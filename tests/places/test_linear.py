"""The numbers behind the decisions."""

from __future__ import annotations

import json

import pytest

from dateline.places import lexicon
from dateline.places.linear import logistic, probability


def test_a_score_of_nothing_is_an_even_chance() -> None:
    assert logistic(0) == 0.5 and logistic(10_000) <= 1 and logistic(-10_000) >= 0


def test_unknown_features_count_nothing() -> None:
    weights = {"bias": -1.0, "known": 2.0}
    assert probability({"known": 1, "new": 99}, weights) == pytest.approx(logistic(1.0))


def test_the_fitted_weights_are_few_plain_and_moderate() -> None:
    numbers = lexicon.weights()
    assert numbers == json.loads((lexicon.FOLDER / "weights.json").read_text(encoding="utf-8"))
    for model in ("recognition", "acceptance", "prior", "resolution", "confidence", "role", "setting"):
        assert 3 < len(numbers[model]) < 400
        assert all(abs(value) < 12 for value in numbers[model].values())
    assert all(0 < value < 1 for value in numbers["limits"].values())


def test_bigger_and_nearer_places_are_likelier() -> None:
    weights = lexicon.weights()["resolution"]
    assert weights["weight"] > 0 and weights["contained"] > 0 and weights["admin1-share"] > 0
    assert weights["not-contained"] < 0


@pytest.mark.parametrize("name", ["words.csv", "traps.csv", "relations.csv", "outlets.csv"])
def test_every_table_says_what_its_columns_are_and_repeats_nothing(name: str) -> None:
    path = lexicon.FOLDER / name
    head = path.read_text(encoding="utf-8").splitlines()[0]
    rows = [tuple(row.values()) for row in lexicon.table(path)]
    assert head.startswith("# ") and rows
    assert len(rows) == len(set(rows)) and all(all(cell for cell in row) for row in rows)
