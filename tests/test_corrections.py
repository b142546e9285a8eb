"""Corrections do what they say, in order, leave the rest alone, and say when they no longer fit."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

import pytest

from dateline.corrections import Correction, apply, kinds, read_all
from dateline.corrections.edtf import days_of
from dateline.corrections.kinds import ActorRef, Quote, StanceRef, TargetRef
from dateline.corrections.references import quote, ref_to_actor, ref_to_stance
from dateline.records import Analysis, Candidate, Mention, Span, Stance, Statement, Target
from tests.components.made import actor, analysis, place, span, stance, toponym

TEXT = "Rebels shelled Kotor on Monday. The mayor of Kotor called for help. Norland sent aid to Kotor and Bar."
ELSEWHERE = Candidate(name="Kotor", lat=45.1, lon=16.3, score=0.1, source="geonames", source_id=7, country="BA")
BY_HAND = Candidate(name="The old fort", lat=42.43, lon=18.77, score=1)


def mention(words: str, after: int = 0) -> Mention:
    at = span(words, TEXT, after)
    return Mention(start=at.start, end=at.end, text=words, form="name")


@pytest.fixture
def read() -> Analysis:
    """Kotor is hit by rebels and named by its mayor; Norland sends it aid."""
    first, _, third = (span(s, TEXT) for s in ("Rebels shelled Kotor on Monday.", "The mayor", TEXT[68:]))
    said = span("called for help", TEXT)
    return analysis(
        TEXT,
        places=(place("p1", "Kotor", source_id=1), place("p2", "Bar", 42.1, 19.1, source_id=2)),
        toponyms=(
            toponym("Kotor", "p1", TEXT),
            toponym("Kotor", "p1", TEXT, after=40),
            toponym("Kotor", "p1", TEXT, after=60),
            toponym("Bar", "p2", TEXT),
        ),
        actors=(
            actor("a1", "Rebels", mentions=(mention("Rebels"),)),
            actor("a2", "mayor of Kotor", mentions=(mention("mayor of Kotor"),), part_of="a3"),
            actor("a3", "Norland", mentions=(mention("Norland"),)),
        ),
        statements=(
            Statement(id="q1", start=said.start, end=said.end, speaker="a2", speaker_span=None, cue_span=None,
                      form="indirect"),
        ),
        stances=(
            stance("s1", "a1", Target(place="p1"), first, cue=span("shelled", TEXT),
                   target_span=span("Kotor", TEXT), place="p1"),
            stance("s2", "a3", Target(place="p1"), third, cue=span("sent aid", TEXT), type="AID", polarity=1,
                   target_span=span("Kotor", TEXT, 60), said_by="a2"),
        ),
    )  # fmt: skip


def kotor(after: int = 0) -> Quote:
    at = span("Kotor", TEXT, after)
    return Quote(start=at.start, end=at.end, text="Kotor")


def who(read: Analysis, id: str) -> ActorRef:
    return ref_to_actor(next(a for a in read.actors if a.id == id))


def which(read: Analysis, id: str) -> StanceRef:
    return ref_to_stance(read, next(s for s in read.stances if s.id == id))


def held(read: Analysis, id: str) -> Stance:
    return next(s for s in read.stances if s.id == id)


def test_every_mention_of_a_name_moves_with_what_happens_there(read: Analysis) -> None:
    found = apply(read, [kinds.SetPlace(names=("Kotor",), to=ELSEWHERE)]).analysis
    new = next(p for p in found.places if p.source_id == 7)
    assert [t.place for t in found.toponyms] == [new.id] * 3 + ["p2"]
    assert [p.id for p in found.places] == ["p2", new.id]
    assert held(found, "s1").place == held(found, "s1").target.place == held(found, "s2").target.place == new.id
    assert (new.lat, new.lon, new.country) == (45.1, 16.3, "BA")


def test_one_mention_moves_alone_with_the_act_that_names_it(read: Analysis) -> None:
    found = apply(read, [kinds.SetPlace(toponym=kotor(), to=BY_HAND)]).analysis
    assert [t.place for t in found.toponyms][1:] == ["p1", "p1", "p2"]
    assert held(found, "s1").target.place == found.toponyms[0].place != "p1"
    assert held(found, "s2").target.place == "p1"


def test_a_place_that_the_article_names_already_is_used_again(read: Analysis) -> None:
    bar = Candidate(name="Bar", lat=42.1, lon=19.1, score=0.2, source="test", source_id=2)
    found = apply(read, [kinds.SetPlace(names=("Kotor",), to=bar)])
    assert {t.place for t in found.analysis.toponyms} == {"p2"}
    assert found.touched == {("place", "p2")}


def test_no_place_at_all_leaves_the_words_as_the_target(read: Analysis) -> None:
    found = apply(read, [kinds.SetPlace(names=("Kotor",), to=None)]).analysis
    assert [t.place for t in found.toponyms] == [None] * 3 + ["p2"]
    assert held(found, "s1").target == Target(issue="Kotor") and held(found, "s1").place is None
    assert [p.id for p in found.places] == ["p2"]


def test_what_is_only_a_part_of_a_longer_name_stays_no_place(read: Analysis) -> None:
    part = toponym("Kotor", None, TEXT, within="mayor of Kotor", after=40)
    with_part = read.model_copy(update={"toponyms": (read.toponyms[0], part)})
    found = apply(with_part, [kinds.SetPlace(names=("Kotor",), to=ELSEWHERE)]).analysis
    assert [t.place is None for t in found.toponyms] == [False, True]


def test_a_renamed_actor_keeps_its_old_name_as_an_alias(read: Analysis) -> None:
    found = apply(read, [kinds.Rename(actor=who(read, "a1"), name="Army of the Coast")])
    assert found.analysis.actors[0].name == "Army of the Coast"
    assert found.analysis.actors[0].aliases == ("Rebels",)
    assert found.touched == {("actor", "a1")}


def test_merged_actors_are_one_everywhere(read: Analysis) -> None:
    found = apply(read, [kinds.Merge(actor=who(read, "a3"), into=who(read, "a2"))]).analysis
    assert [a.id for a in found.actors] == ["a1", "a2"]
    one = found.actors[1]
    assert [m.text for m in one.mentions] == ["mayor of Kotor", "Norland"]
    assert one.aliases == ("Norland",) and one.part_of is None
    assert held(found, "s2").actor == held(found, "s2").said_by == "a2"


def test_a_merged_actor_is_still_found_by_its_own_mention(read: Analysis) -> None:
    merge = kinds.Merge(actor=who(read, "a3"), into=who(read, "a2"))
    found = apply(read, [merge, kinds.Rename(actor=who(read, "a3"), name="Coast Council")])
    assert not found.unfit
    assert found.analysis.actors[1].name == "Coast Council"


def test_sector_and_side_are_set(read: Analysis) -> None:
    made = [
        kinds.SetSector(actor=who(read, "a1"), sector="MIL"),
        kinds.SetSide(actor=who(read, "a1"), side=who(read, "a3")),
        kinds.SetSide(actor=who(read, "a2"), side=None),
    ]
    one, two, _ = apply(read, made).analysis.actors
    assert (one.sector, one.part_of, two.part_of) == ("MIL", "a3", None)


def test_nobody_can_belong_to_one_of_its_own(read: Analysis) -> None:
    found = apply(read, [kinds.SetSide(actor=who(read, "a3"), side=who(read, "a2"))])
    assert found.analysis == read and "cannot belong" in found.unfit[0][1]


def test_a_changed_type_brings_its_strength(read: Analysis) -> None:
    found = apply(read, [kinds.ChangeStance(stance=which(read, "s1"), type="AID", polarity=1)]).analysis
    changed = held(found, "s1")
    assert (changed.type, changed.polarity, changed.intensity, changed.mode) == ("AID", 1, 10, None)
    assert changed.target == Target(place="p1")


def test_a_changed_target_may_be_an_actor(read: Analysis) -> None:
    target = TargetRef(actor=who(read, "a3"))
    found = apply(read, [kinds.ChangeStance(stance=which(read, "s1"), target=target)]).analysis
    assert held(found, "s1").target == Target(actor="a3")


def test_a_refused_stance_is_gone_and_the_others_are_not(read: Analysis) -> None:
    found = apply(read, [kinds.RefuseStance(stance=which(read, "s1"))]).analysis
    assert [s.id for s in found.stances] == ["s2"]


def test_a_stance_is_added_with_the_sentence_around_its_words(read: Analysis) -> None:
    words = quote(read, span("called for help", TEXT))
    made = kinds.AddStance(
        words=words, actor=who(read, "a2"), target=TargetRef(issue="help"), type="REQUEST", polarity=0
    )
    found = apply(read, [made])
    (new,) = [s for s in found.analysis.stances if s not in read.stances]
    assert TEXT[new.evidence.start : new.evidence.end].startswith("The mayor of Kotor called")
    assert (new.actor, new.cue) == ("a2", span("called for help", TEXT))
    assert found.touched == {("stance", new.id)}
    assert apply(read, [made, made]).unfit == ((1, "that stance is there already"),)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2014-06-14", date(2014, 6, 14), date(2014, 6, 14)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
        ("2014-06-14/2014-07", date(2014, 6, 14), date(2014, 7, 31)),
    ],
)
def test_a_date_may_be_a_day_a_month_a_year_or_an_interval(read: Analysis, edtf: str, first: date, last: date) -> None:
    found = held(apply(read, [kinds.DateStance(stance=which(read, "s1"), edtf=edtf)]).analysis, "s1")
    assert (found.when, found.earliest, found.latest) == (edtf, first, last)


def test_a_date_can_be_taken_away(read: Analysis) -> None:
    dated = kinds.DateStance(stance=which(read, "s1"), edtf="2021")
    undated = kinds.DateStance(stance=which(read, "s1"), edtf=None)
    assert held(apply(read, [dated, undated]).analysis, "s1") == held(read, "s1")


@pytest.mark.parametrize(
    "edtf", ["", "soon", "2014-13", "2014-02-30", "0000", "2015/2014", "2014/2015/2016", "٢٠١٤", "1" * 39]
)
def test_what_is_no_date_is_refused_with_a_message(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"Write a date|no such date|before the beginning"):
        days_of(edtf)


def every_kind(read: Analysis) -> list[Correction]:
    first = which(read, "s1")
    return [
        kinds.SetPlace(toponym=kotor(), to=BY_HAND),
        kinds.SetPlace(names=("Bar",), to=None),
        kinds.Rename(actor=who(read, "a1"), name="Coast Army"),
        kinds.SetSector(actor=who(read, "a1"), sector=None),
        kinds.SetSide(actor=who(read, "a1"), side=None),
        kinds.Merge(actor=who(read, "a3"), into=who(read, "a2")),
        kinds.ChangeStance(stance=first, type="THREATEN"),
        kinds.DateStance(stance=first, edtf="2021-06"),
        kinds.AddStance(words=kotor(), actor=who(read, "a1"), target=TargetRef(place=kotor(40)), type="COERCE",
                        polarity=-1),
        kinds.RefuseStance(stance=which(read, "s2")),
    ]  # fmt: skip


def test_every_kind_survives_being_written_and_read_and_stands_in_the_export(read: Analysis) -> None:
    made = every_kind(read)
    found = apply(read, made)
    assert not found.unfit
    again, refused = read_all(json.loads(json.dumps(found.analysis.to_json()["corrections"])))
    assert list(again) == made and refused == 0
    assert Analysis.model_validate(found.analysis.model_dump()) == found.analysis


@pytest.mark.parametrize("index", range(10))
def test_taking_any_one_back_is_applying_the_others(read: Analysis, index: int) -> None:
    made = every_kind(read)
    others = made[:index] + made[index + 1 :]
    assert apply(read, others).unfit == () and read.corrections == ()


def test_they_fit_the_same_text_analysed_again_under_other_ids(read: Analysis) -> None:
    renamed = json.loads(
        json.dumps(read.to_json()).replace('"p1"', '"p9"').replace('"a1"', '"a7"').replace('"s1"', '"s5"')
    )
    found = apply(Analysis.model_validate(renamed), every_kind(read))
    assert found.unfit == ()
    assert held(found.analysis, "s5").type == "THREATEN"


def test_what_no_longer_fits_is_said_and_the_rest_is_applied(read: Analysis) -> None:
    without = read.model_copy(update={"stances": (), "toponyms": (), "places": ()})
    found = apply(without, every_kind(read))
    assert [i for i, _ in found.unfit] == [0, 1, 6, 7, 8, 9]
    assert found.analysis.actors[0].name == "Coast Army"


@pytest.mark.parametrize(
    "row",
    [
        None,
        [],
        {"kind": "exec", "code": "x"},
        {"kind": "place", "names": ["Kotor"], "to": {"name": "x", "lat": 91, "lon": 0, "score": 1}},
        {"kind": "place", "names": ["Kotor"], "to": {"name": "x", "lat": float("nan"), "lon": 0, "score": 1}},
        {"kind": "place", "names": ["Kotor"], "to": {"name": "x" * 301, "lat": 1, "lon": 0, "score": 1}},
        {"kind": "place", "names": ["Kotor"], "to": {"name": "", "lat": 1, "lon": 0, "score": 1}},
        {"kind": "place", "names": ["x"], "to": {"name": "x", "lat": 1, "lon": 0, "score": 1, "population": 9**30}},
        {"kind": "place", "names": [], "to": None},
        {"kind": "rename", "actor": {"name": "Rebels"}, "name": "  "},
        {"kind": "rename", "actor": {"name": "Rebels"}, "name": "\ud800"},
        {"kind": "rename", "actor": {"name": "Rebels"}, "name": "x", "more": 1},
        {"kind": "sector", "actor": {"name": "Rebels"}, "sector": "x" * 9},
        {"kind": "add", "words": {"start": 0, "end": 6, "text": "Rebels"}, "actor": {"name": "Rebels"},
         "target": {"issue": "x"}, "type": "BEWITCH", "polarity": 1},
    ],
)  # fmt: skip
def test_rows_that_are_no_corrections_are_counted_and_left_out(row: Any) -> None:
    good = {"kind": "rename", "actor": {"name": "Rebels"}, "name": "Coast Army"}
    found, refused = read_all([row, good])
    assert len(found) == 1 and refused == 1


def test_five_hundred_corrections_of_a_very_long_article_take_under_two_seconds_of_work(read: Analysis) -> None:
    large = read.model_copy(
        update={"toponyms": read.toponyms * 500, "stances": read.stances * 250, "actors": read.actors * 100}
    )
    made = [kinds.SetPlace(names=("Kotor",), to=ELSEWHERE if n % 2 else BY_HAND) for n in range(20)]
    made += [kinds.Rename(actor=who(read, "a1"), name=f"Army {n}") for n in range(480)]
    start = time.process_time()
    assert apply(large, made).unfit == ()
    assert time.process_time() - start < 2


def test_words_that_stand_elsewhere_are_not_taken(read: Analysis) -> None:
    wrong = Quote(start=0, end=5, text="Kotor")
    made = kinds.AddStance(words=wrong, actor=who(read, "a1"), target=TargetRef(issue="x"), type="AID", polarity=1)
    assert "does not stand there" in apply(read, [made, kinds.SetPlace(toponym=wrong, to=None)]).unfit[0][1]
    assert Span(start=0, end=6) not in [s.cue for s in read.stances]
