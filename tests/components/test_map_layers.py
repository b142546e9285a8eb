"""What the map draws of an analysis."""

from __future__ import annotations

import json
import math

from components import map_layers
from dateline.records import Candidate, Span
from tests.components.made import analysis, hostile, place, small, toponym


def feature(found: list[dict], id: str) -> dict:
    return next(f["properties"] for f in found if f["properties"]["id"] == id)


class TestMarks:
    def test_each_place_has_one_mark_that_carries_its_id_and_says_what_it_is(self) -> None:
        found = map_layers.features(small())
        assert {f["properties"]["id"] for f in found} == {"kotor", "norland", "sea"}
        kotor = feature(found, "kotor")
        assert (kotor["name"], kotor["where"]) == ("Kotor", "town or city · Montenegro")
        assert kotor["count"] == "3 mentions"
        assert kotor["evidence"] == "Rebels shelled Kotor on Monday."

    def test_a_place_named_only_for_its_people_is_associative(self) -> None:
        found = map_layers.features(small())
        assert feature(found, "kotor")["role"] == "literal"
        assert feature(found, "norland")["role"] == "associative"

    def test_stances_at_a_place_or_toward_it_are_counted_by_polarity(self) -> None:
        made = small()
        there = made.stances[2].model_copy(update={"place": "kotor"})
        found = map_layers.features(made.model_copy(update={"stances": (*made.stances[:2], there)}))
        assert feature(found, "kotor")["acts"] == [["−", 1], ["+", 1]]
        assert feature(found, "kotor")["happens"] == "Stances here or toward it: 1 hostile, 1 friendly"
        assert feature(found, "sea")["acts"] == []

    def test_a_country_needs_no_country(self) -> None:
        assert feature(map_layers.features(small()), "norland")["where"] == "country"

    def test_more_mentions_make_a_larger_mark_within_bounds(self) -> None:
        sizes = [map_layers.radius(n) for n in (0, 1, 2, 5, 20, 2000)]
        assert sizes == sorted(sizes)
        assert sizes[1] >= 5
        assert sizes[-1] <= 18

    def test_areas_are_drawn_below_points_so_that_a_capital_is_not_hidden_by_its_country(self) -> None:
        found = [f["properties"]["area"] for f in map_layers.features(small())]
        assert found == sorted(found, reverse=True)

    def test_a_place_that_is_nowhere_on_earth_is_left_out(self) -> None:
        found = map_layers.features(
            analysis(places=(place("x", "X", lat=math.nan), place("y", "Y", lat=91), place("z", "Z")))
        )
        assert [f["properties"]["id"] for f in found] == ["z"]

    def test_evidence_of_an_endless_sentence_is_the_part_round_the_mention(self) -> None:
        text = "word " * 2000 + "Kotor fell " + "word " * 2000
        one = toponym("Kotor", "kotor", text)
        found = map_layers.features(
            analysis(
                text, sentences=(Span(start=0, end=len(text)),), places=(place("kotor", "Kotor"),), toponyms=(one,)
            )
        )
        evidence = feature(found, "kotor")["evidence"]
        assert "Kotor fell" in evidence
        assert len(evidence) <= 401
        assert evidence.startswith("…word")


class TestCandidates:
    def rivals(self, *more: Candidate) -> list[dict]:
        one = toponym("Kotor", "kotor", candidates=more)
        return map_layers.candidates(analysis(places=(place("kotor", "Kotor"),), toponyms=(one,)), "kotor")

    def test_places_that_lost_are_shown_likeliest_first_and_the_winner_is_not_its_own_rival(self) -> None:
        found = self.rivals(
            Candidate(name="Kotor", lat=42.4, lon=18.8, score=9),
            Candidate(name="Kotor", lat=43, lon=17, score=2, country="BA"),
            Candidate(name="Kotor Varoš", lat=44.6, lon=17.4, score=5, admin1="Krajina", country="BA"),
        )
        assert [one["name"].split(",")[0] for one in found] == ["Kotor Varoš", "Kotor"]
        assert found[1]["at"] == [17, 43]

    def test_there_are_none_without_a_selection_and_never_more_than_a_handful(self) -> None:
        many = [Candidate(name="K", lat=i, lon=i, score=i) for i in range(40)]
        assert len(self.rivals(*many)) == 8
        assert map_layers.candidates(small(), None) == []


class TestView:
    def test_it_fits_what_is_fine_and_leaves_the_country_far_off_aside(self) -> None:
        (south, west), (north, east) = map_layers.bounds(small())
        assert 40 < south < north < 45
        assert 17 < west < east < 21

    def test_it_fits_the_country_where_there_is_nothing_finer(self) -> None:
        only = place("n", "Norland", 61, 9, feature_class="A", feature_code="PCLI")
        (south, _), (north, _) = map_layers.bounds(analysis(places=(only,)))
        assert south < 61 < north

    def test_all_places_are_a_view_of_their_own(self) -> None:
        (south, west), (north, east) = map_layers.payload(small(), None)["fit"]["all"]
        for p in small().places:
            assert south < p.lat < north
            assert west < p.lon < east

    def test_without_places_there_is_no_view(self) -> None:
        assert map_layers.bounds(analysis()) is None


class TestPayload:
    def test_another_selection_changes_neither_the_marks_nor_the_view(self) -> None:
        one, other = map_layers.payload(small(), None), map_layers.payload(small(), "kotor")
        assert (one["key"], one["fit"]) == (other["key"], other["fit"])
        assert other["selected"] == "kotor"

    def test_a_selection_that_is_not_there_selects_nothing(self) -> None:
        assert map_layers.payload(small(), "nowhere")["selected"] is None

    def test_texts_that_differ_in_one_character_have_views_of_their_own(self) -> None:
        one, other = analysis("Rebels shelled Kotor."), analysis("Rebels shelled Kotor!")
        assert map_layers.payload(one, None)["fit"]["key"] != map_layers.payload(other, None)["fit"]["key"]

    def test_hostile_names_are_plain_json_data(self) -> None:
        json.dumps(map_layers.payload(hostile(), "p"), allow_nan=False)
