"""The output has the form that is promised outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from dateline.records import Analysis

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "analysis.schema.json").read_text(encoding="utf-8"))


def validate(analysis: Analysis) -> None:
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(analysis.to_json())


def test_the_sample_has_the_promised_form(sample: Analysis) -> None:
    validate(sample)


@pytest.mark.parametrize(
    "text",
    [
        "Rain.",
        "1 2 3\n\n4 5 6",
        "Boil the rice. Drain it. Serve it with lemon.",
        "On Tuesday France condemned the raid near Kano, and “we reject it,” its ambassador said.",
    ],
)
def test_any_text_gives_the_promised_form(text: str, read: Callable[..., Analysis]) -> None:
    validate(read(text))


def test_it_survives_being_written_and_read(sample: Analysis) -> None:
    assert Analysis.model_validate_json(json.dumps(sample.to_json())) == sample


def test_every_span_lies_in_the_text_and_says_its_words(sample: Analysis) -> None:
    text = sample.article.text
    for thing in [*sample.toponyms, *sample.times, *(m for a in sample.actors for m in a.mentions)]:
        assert text[thing.start : thing.end] == thing.text


def test_every_id_that_is_referred_to_exists(sample: Analysis) -> None:
    actors, places = {a.id for a in sample.actors}, {p.id for p in sample.places}
    times = {t.id for t in sample.times}
    assert {t.place for t in sample.toponyms if t.place} <= places
    assert {a.part_of for a in sample.actors if a.part_of} <= actors
    assert {s.speaker for s in sample.statements if s.speaker} <= actors
    for stance in sample.stances:
        assert stance.actor in actors
        assert stance.target.actor is None or stance.target.actor in actors
        assert stance.target.place is None or stance.target.place in places
        assert stance.said_by is None or stance.said_by in actors
        assert stance.time is None or stance.time in times
