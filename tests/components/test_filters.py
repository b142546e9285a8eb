"""Filters keep what they say and all that it refers to; their form in an address is read leniently."""

from __future__ import annotations

from typing import Any

import pytest

from components.filters import Filters, filtered
from dateline.records import Analysis
from tests.components.made import small


@pytest.fixture
def whole() -> Analysis:
    return small()


def ids(things: Any) -> set[str]:
    return {t.id for t in things}


def test_no_filter_leaves_everything(whole: Analysis) -> None:
    assert filtered(whole, Filters()) is whole


def test_an_actor_is_kept_with_what_it_does_and_what_is_done_to_it(whole: Analysis) -> None:
    found = filtered(whole, Filters(actors=("mayor",)))
    assert ids(found.stances) == {"call", "aid", "fight"}
    assert {"mayor", "norland-gov", "rebels"} <= ids(found.actors)


def test_tone_type_and_place_are_all_asked_for(whole: Analysis) -> None:
    assert ids(filtered(whole, Filters(polarities=(1,))).stances) == {"call", "aid"}
    assert ids(filtered(whole, Filters(polarities=(1,), types=("AID",))).stances) == {"aid"}
    assert ids(filtered(whole, Filters(places=("kotor",))).stances) == {"shelling"}
    assert filtered(whole, Filters(places=("kotor",), polarities=(1,))).stances == ()


def test_places_times_and_statements_follow_the_sentences_of_the_stances(whole: Analysis) -> None:
    found = filtered(whole, Filters(types=("AID",)))
    (stance,) = found.stances
    for thing in (*found.toponyms, *found.times, *found.statements):
        assert thing.start < stance.evidence.end and thing.end > stance.evidence.start
    assert found.statements and ids(found.places) < ids(whole.places)


def test_the_least_confidence_is_kept(whole: Analysis) -> None:
    assert filtered(whole, Filters(sure=0.9)).stances == ()
    assert filtered(whole, Filters(sure=0.7)).stances == whole.stances


def test_the_role_is_about_mentions_of_places_alone(whole: Analysis) -> None:
    found = filtered(whole, Filters(role="associative"))
    assert {t.role for t in found.toponyms} <= {"associative"} and found.stances == whole.stances


@pytest.mark.parametrize(
    "filters",
    [
        Filters(actors=("rebels",)),
        Filters(types=("AID",)),
        Filters(role="literal", polarities=(-1,)),
        Filters(role="associative", places=("kotor",)),
        Filters(sure=0.9),
    ],
)
def test_all_that_something_kept_refers_to_is_kept(whole: Analysis, filters: Filters) -> None:
    found = filtered(whole, filters)
    actors, places, times = ids(found.actors), ids(found.places), ids(found.times)
    assert {t.place for t in found.toponyms if t.place} <= places
    assert {a.part_of for a in found.actors if a.part_of} <= actors
    assert {s.speaker for s in found.statements if s.speaker} <= actors
    for stance in found.stances:
        assert {stance.actor, stance.said_by or stance.actor, stance.target.actor or stance.actor} <= actors
        assert {p for p in (stance.place, stance.target.place) if p} <= places
        assert stance.time is None or stance.time in times


def test_a_filter_for_what_is_not_there_is_as_good_as_none(whole: Analysis) -> None:
    assert filtered(whole, Filters(actors=("gone",), places=("gone",))) is whole


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(actors=("a1", "a2"), polarities=(-1, 0), role="literal"),
        Filters(places=("set-26dc4aaa67",), types=("AID", "ASSAULT"), sure=0.7),
    ],
)
def test_the_form_in_an_address_is_read_as_it_was_written(filters: Filters) -> None:
    assert Filters.read(str(filters)) == filters


@pytest.mark.parametrize(
    "text", [None, "", ";;:", "actors", "types:BEWITCH", "polarities:7", "sure:0.1", "role:x", "actors:<b>", "x" * 9999]
)
def test_what_names_no_filter_is_none(text: str | None) -> None:
    assert Filters.read(text) == Filters()


def test_a_chip_takes_away_its_own_filter_only() -> None:
    both = Filters(actors=("a1", "a2"), sure=0.7)
    assert both.without("actors", "a1") == Filters(actors=("a2",), sure=0.7)
    assert both.without("sure", 0.7) == Filters(actors=("a1", "a2"))
