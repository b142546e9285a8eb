"""What a service knows is put into the analysis, with modest confidence; what fails leaves it as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.places.services import fill, filled, names_without_place
from dateline.places.services.asking import Asked
from dateline.records import Analysis
from tests.answering import MAKERS, Reply, Request, Server, geonames, listing, nominatim
from tests.components.made import analysis, place, toponym

TEXT = (
    "Shells fell on Bartella and on Qaraqosh. In BARTELLA nobody slept. North of Qaraqosh it was calm, "
    "said the Bartella Brigade in Mosul. Nobody knew where Ankawa Heights is."
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def made() -> Analysis:
    """Mosul is placed; the other names are not, and one of them is only a part of a longer name."""
    unknown: dict[str, Any] = {"text": TEXT, "confidence": 0.0, "reason": "no place of that name is known"}
    return analysis(
        TEXT,
        places=(place("p1", "Mosul", 36.34, 43.12, country="IQ", source="geonames", source_id=99072),),
        toponyms=(
            toponym("Bartella", None, **unknown),
            toponym("Qaraqosh", None, **unknown),
            toponym("BARTELLA", None, **unknown),
            toponym("Qaraqosh", None, after=70, relation="north of", **unknown),
            toponym("Bartella", None, after=100, within="Bartella Brigade", role="associative", **unknown),
            toponym("Mosul", "p1", TEXT),
            toponym("Ankawa Heights", None, **unknown),
        ),
    )


def known(request: Request) -> Reply:
    """A service that knows Bartella and Qaraqosh."""
    at = {"Bartella": (36.35, 43.38, 1), "Qaraqosh": (36.27, 43.38, 2)}
    name = request.query["q"]
    return Reply([nominatim(name, at[name][0], at[name][1], osm_id=at[name][2])] if name in at else [])


def test_each_name_without_a_place_is_asked_for_once(tmp_path: Path) -> None:
    with Server(known) as server:
        fill(made(), server.connect("nominatim", tmp_path))
    assert server.names == ["Bartella", "Qaraqosh", "Ankawa Heights"]


def test_what_is_found_becomes_a_place_with_its_source_and_a_reason(tmp_path: Path) -> None:
    before = made()
    with Server(known) as server:
        after = fill(before, server.connect("nominatim", tmp_path))
    assert after.messages == ()
    places = {p.id: p for p in after.analysis.places}
    first, second, capitals, north, part, mosul, unknown = after.analysis.toponyms
    bartella = places[first.place or ""]
    assert (bartella.name, bartella.source, bartella.source_id) == ("Bartella", "nominatim", "relation/1")
    assert bartella.bbox == pytest.approx((43.18, 36.25, 43.58, 36.45)) and bartella.feature_class == "P"
    assert first.place == capitals.place and second.place == north.place != first.place
    assert north.relation == "north of"
    assert (first.reason or "").startswith("found by Nominatim") and 0.3 <= first.confidence <= 0.6
    assert part == before.toponyms[4] and mosul == before.toponyms[5] and unknown == before.toponyms[6]
    assert before == made(), "the analysis that was given stays as it is"
    assert Analysis.model_validate_json(after.analysis.model_dump_json()) == after.analysis


@pytest.mark.parametrize("service", ["nominatim", "photon", "geonames"])
def test_places_say_which_service_they_are_from(service: str, tmp_path: Path) -> None:
    made_by = MAKERS[service]("Bartella", 36.35, 43.38, geonameId=5)
    with Server(Reply(listing(service, made_by))) as server:
        after = fill(made(), server.connect(service, tmp_path)).analysis
    expected = "geonames-web" if service == "geonames" else service
    assert [p.source for p in after.places] == ["geonames", expected]


def test_a_place_that_the_article_has_already_is_that_place(tmp_path: Path) -> None:
    same = geonames("Qaraqosh", 36.34, 43.12, geonameId=99072)
    with Server(Reply(listing("geonames", same))) as server:
        after = fill(made(), server.connect("geonames", tmp_path)).analysis
    assert after.places == made().places and after.toponyms[1].place == "p1"


def test_of_namesakes_the_one_in_a_country_of_the_article_is_taken(tmp_path: Path) -> None:
    there = nominatim("Qaraqosh", 10, 10, osm_id=8, address={"country_code": "ng"})
    with Server(Reply([there, nominatim("Qaraqosh", 36.27, 43.38, osm_id=9)])) as server:
        after = fill(made(), server.connect("nominatim", tmp_path)).analysis
    toponym = after.toponyms[1]
    assert [c.source_id for c in toponym.candidates] == ["relation/9", "relation/8"]
    assert toponym.candidates[0].score > toponym.candidates[1].score
    assert after.places[-1].country == "IQ"


def test_namesakes_of_which_none_is_likelier_are_placed_with_less_confidence(tmp_path: Path) -> None:
    elsewhere = [nominatim("Qaraqosh", n, n, osm_id=n, address={"country_code": "ng"}) for n in (8, 9)]
    with Server(Reply(elsewhere)) as server:
        both = fill(made(), server.connect("nominatim", tmp_path / "a")).analysis.toponyms[1]
        server.answer = lambda _: Reply(elsewhere[:1])
        alone = fill(made(), server.connect("nominatim", tmp_path / "b")).analysis.toponyms[1]
    assert both.confidence < alone.confidence <= 0.5


def test_a_place_of_quite_another_name_is_offered_and_not_taken(tmp_path: Path) -> None:
    with Server(Reply([nominatim("Bakery Anna", 1, 1)])) as server:
        after = fill(made(), server.connect("nominatim", tmp_path)).analysis
    assert after.places == made().places
    assert after.toponyms[0].place is None and after.toponyms[0].confidence == 0
    assert "Bakery Anna" in (after.toponyms[0].reason or "")


def test_a_place_is_known_by_its_other_names_too(tmp_path: Path) -> None:
    hamdaniya = nominatim("Al-Hamdaniya", 36.27, 43.38, namedetails={"name": "الحمدانية", "alt_name:en": "Qaraqosh"})
    with Server(Reply([hamdaniya])) as server:
        after = fill(made(), server.connect("nominatim", tmp_path)).analysis
    assert after.toponyms[1].place and after.toponyms[1].confidence > 0.5
    assert after.toponyms[0].place is None


def test_a_name_that_is_part_of_the_answers_name_is_taken_with_little_confidence(tmp_path: Path) -> None:
    with Server(Reply([nominatim("Ankawa", 36.2, 44.0)])) as server:
        after = fill(made(), server.connect("nominatim", tmp_path)).analysis
    assert after.toponyms[6].place and after.toponyms[6].confidence < 0.3
    assert "as “Ankawa”" in (after.toponyms[6].reason or "")


@pytest.mark.parametrize(
    ("reply", "asked"),
    [
        (Reply(status=403), 1),
        (Reply(status=429), 1),
        (Reply(status=500), 2),
        (Reply(body=b"rubbish"), 2),
    ],
)
def test_a_failure_is_told_and_leaves_the_analysis_as_it_was(reply: Reply, asked: int, tmp_path: Path) -> None:
    with Server(reply) as server:
        after = fill(made(), server.connect("nominatim", tmp_path))
    assert after.analysis == made()
    assert len(server.requests) == asked, "a service that does not answer is not pressed"
    assert "“Bartella”: Nominatim" in after.messages[0]
    assert "not asked for" in after.messages[-1]
    assert after.refused == (reply.status in (403, 429))


def test_what_was_found_before_a_failure_is_kept(tmp_path: Path) -> None:
    with Server(lambda r: Reply(status=403) if r.query["q"] == "Qaraqosh" else known(r)) as server:
        after = fill(made(), server.connect("nominatim", tmp_path))
    assert after.analysis.toponyms[0].place and after.analysis.toponyms[1].place is None
    assert len(after.messages) == 2


def test_one_failure_between_answers_does_not_end_the_asking(tmp_path: Path) -> None:
    with Server(lambda r: Reply(status=500) if r.query["q"] == "Bartella" else known(r)) as server:
        after = fill(made(), server.connect("nominatim", tmp_path))
    assert after.analysis.toponyms[1].place and len(after.messages) == 1 and len(server.requests) == 3


def test_no_more_names_are_asked_for_than_the_setting_says(tmp_path: Path) -> None:
    with Server(known) as server:
        after = fill(made(), server.connect("nominatim", tmp_path), most=1)
    assert server.names == ["Bartella"]
    assert after.messages == ("2 more names were not asked for: 1 are the most that one article may ask for.",)


def test_answers_can_be_put_into_an_analysis_made_anew_without_asking(tmp_path: Path) -> None:
    with Server(known) as server:
        service = server.connect("nominatim", tmp_path)
        asked = Asked("nominatim", {"Bartella": service.candidates("Bartella")})
    after = filled(made(), asked)
    assert after.toponyms[0].place == "nominatim-relation-1"
    assert filled(after, asked) == after, "what has a place is left alone"


def test_a_name_that_is_surely_no_place_is_not_asked_for() -> None:
    before = made()
    settled = before.toponyms[0].model_copy(update={"confidence": 0.9})
    assert names_without_place(before.model_copy(update={"toponyms": (settled,)})) == ()


def test_a_hostile_name_is_asked_for_as_it_is_or_not_at_all(tmp_path: Path) -> None:
    text = "They met in </script>${x} &q=Paris\x1b[31m and in Ba\ud800d."
    names = ("</script>${x} &q=Paris\x1b[31m", "Ba\ud800d")
    hostile = analysis(text, toponyms=tuple(toponym(n, None, text, confidence=0.0) for n in names))
    with Server(Reply(status=500)) as server:
        after = fill(hostile, server.connect("nominatim", tmp_path))
    assert server.names == [names[0]]
    assert "\x1b" not in after.messages[0]
