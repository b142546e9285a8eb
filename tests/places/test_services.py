"""A service's answer becomes places of one form; what is no answer becomes an error that says what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from geopy.exc import GeocoderServiceError

from dateline.places.geocoder import EmbeddedGeocoder
from dateline.places.services import (
    SERVICES,
    BadAnswer,
    NotAskable,
    ServiceError,
    ServiceFailed,
    ServiceRefused,
    ServiceTimedOut,
    TooManyRequests,
    connect,
)
from dateline.places.services.adapter import LARGEST
from dateline.places.services.features import feature
from dateline.places.services.limiter import Limiter
from dateline.settings import Settings
from tests.answering import AGENT, MAKERS, Reply, Server, listing, nominatim, photon

ALL = tuple(SERVICES)


pytestmark = pytest.mark.filterwarnings("ignore:Latitude normalization:UserWarning")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def one(service: str, *more: dict[str, Any]) -> Reply:
    return Reply(listing(service, MAKERS[service]("Qaraqosh", 36.27, 43.38), *more))


@pytest.mark.parametrize("service", ALL)
def test_a_place_is_the_same_place_whichever_service_gives_it(service: str, tmp_path: Path) -> None:
    with Server(one(service)) as server:
        (found,) = server.connect(service, tmp_path).candidates("Qaraqosh")
    assert (found.name, found.country, found.feature_class) == ("Qaraqosh", "IQ", "P")
    assert (found.lat, found.lon) == pytest.approx((36.27, 43.38))
    expected = {"nominatim": "relation/107775", "photon": "node/4711", "geonames": 99072}
    assert found.source_id == expected[service]
    assert found.bbox is None if service == "geonames" else found.bbox == pytest.approx((43.18, 36.17, 43.58, 36.37))


@pytest.mark.parametrize("service", ALL)
def test_the_service_hears_the_name_and_the_users_own_agent_and_nothing_of_the_article(
    service: str, tmp_path: Path
) -> None:
    with Server(one(service)) as server:
        server.connect(service, tmp_path).candidates("  Qaraqosh \n East ")
    (request,) = server.requests
    assert request.agent == AGENT
    assert request.query["q"] == "Qaraqosh East"
    about_form = {"q", "format", "limit", "accept-language", "addressdetails", "namedetails", "lang", "username"}
    assert set(request.query) <= about_form


@pytest.mark.parametrize("service", ALL)
def test_an_empty_list_means_that_the_service_knows_no_such_place(service: str, tmp_path: Path) -> None:
    with Server(Reply(listing(service))) as server:
        geocoder = server.connect(service, tmp_path)
        assert geocoder.candidates("Qaraqosh") == ()
        assert geocoder.geocode("Qaraqosh") is None


def test_a_service_answers_through_the_same_interface_as_the_gazetteer(gazetteer: Any, tmp_path: Path) -> None:
    with Server(one("nominatim")) as server:
        for geocoder in (EmbeddedGeocoder(gazetteer), server.connect("nominatim", tmp_path)):
            first, every = geocoder.geocode("Mosul"), geocoder.geocode("Mosul", exactly_one=False)
            assert every[0].point == first.point
            assert {"name", "lat", "lon", "source_id", "country", "bbox"} <= set(first.raw)


@pytest.mark.parametrize("service", ALL)
@pytest.mark.parametrize(
    ("reply", "kind", "advice"),
    [
        (Reply(status=403), ServiceRefused, "rules"),
        (Reply(status=401), ServiceRefused, "rules"),
        (Reply(status=429, headers={"Retry-After": "300"}), TooManyRequests, "Wait 5 minutes"),
        (Reply(status=429), TooManyRequests, "Wait 60 seconds"),
        (Reply(status=429, headers={"Retry-After": "soon"}), TooManyRequests, "Wait 60 seconds"),
        (Reply(status=429, headers={"Retry-After": "9" * 30}), TooManyRequests, "Wait 24 hours"),
        (Reply(status=500), ServiceFailed, "out of order (status 500). Try again later"),
        (Reply(status=503), ServiceFailed, "Try again later"),
        (Reply(status=404), ServiceFailed, "another service"),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}), ServiceFailed, "another service"),
        (Reply(body=b"<html>Welcome to the hotel</html>"), BadAnswer, "cannot be read"),
        (Reply(body=b'[{"lat": "1'), BadAnswer, "cannot be read"),
        (Reply(body=b"\xff\xfe\x00"), BadAnswer, "cannot be read"),
        (Reply(body=b"[" * 100_000), BadAnswer, "cannot be read"),
        (Reply(body=b" " * (LARGEST + 1)), BadAnswer, "cannot be read"),
        (Reply(data=7), BadAnswer, "cannot be read"),
        (Reply(data="places"), BadAnswer, "cannot be read"),
        (Reply(data=[1, None]), BadAnswer, "cannot be read"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else None,
)
def test_what_is_no_answer_is_an_error_that_says_what_to_do(
    reply: Reply, kind: type[ServiceError], advice: str, service: str, tmp_path: Path
) -> None:
    with Server(reply) as server, pytest.raises(kind) as raised:
        server.connect(service, tmp_path).candidates("Qaraqosh")
    assert type(raised.value) is kind and advice in str(raised.value)
    assert SERVICES[service].label in str(raised.value)
    assert isinstance(raised.value, GeocoderServiceError)
    assert len(server.requests) == 1, "nothing is tried twice"


@pytest.mark.parametrize("service", ALL)
@pytest.mark.parametrize(
    "change",
    [
        {"lat": "north", "lng": "east"},
        {"lat": "91.5"},
        {"lat": None, "lng": None, "lon": None},
        {"lat": "nan", "lon": "nan", "lng": "nan"},
        {"name": "", "display_name": "", "namedetails": {}, "toponymName": ""},
        {"osm_id": "x'y", "geonameId": "x'y", "place_id": []},
        {"osm_type": "<b>", "geonameId": None},
        {"namedetails": 3, "name": ["a"], "osm_type": 5},
    ],
)
def test_a_place_that_is_none_is_never_taken_for_one(service: str, change: dict[str, Any], tmp_path: Path) -> None:
    made = MAKERS[service]("Qaraqosh", 36.27, 43.38, **change)
    if service == "photon" and "lat" in change:
        made["geometry"]["coordinates"] = [change["lat"], change["lat"]]
    with Server(Reply(listing(service, made))) as server:
        try:
            found = server.connect(service, tmp_path).candidates("Qaraqosh")
        except BadAnswer:
            return
    assert found == (), "an unreadable place may be left out by geopy, and then there is none"


def test_one_place_that_cannot_be_read_does_not_cost_the_others(tmp_path: Path) -> None:
    places = [photon("", 1, 1, name=None), photon("Qaraqosh", 36.27, 43.38)]
    with Server(Reply(listing("photon", *places))) as server:
        found = server.connect("photon", tmp_path).candidates("Qaraqosh")
    assert [f.name for f in found] == ["Qaraqosh"]


@pytest.mark.parametrize("box", [None, [1, 2, 3], ["a", "b", "c", "d"], ["10", "5", "1", "2"], ["nan"] * 4, {"a": 1}])
def test_a_box_that_is_none_is_left_out_and_the_place_kept(box: Any, tmp_path: Path) -> None:
    with Server(Reply([nominatim("Qaraqosh", 36.27, 43.38, boundingbox=box)])) as server:
        (found,) = server.connect("nominatim", tmp_path).candidates("Qaraqosh")
    assert found.bbox is None and found.name == "Qaraqosh"


@pytest.mark.parametrize("reply", [Reply(hangs=True), Reply(body=b" " * 400, drips=0.02)], ids=["hangs", "drips"])
def test_a_service_that_does_not_answer_in_time_is_given_up_once(reply: Reply, tmp_path: Path) -> None:
    with Server(reply) as server, pytest.raises(ServiceTimedOut, match=r"within 0\.1 seconds"):
        server.connect("nominatim", tmp_path, ask_timeout=0.1).candidates("Qaraqosh")
    assert len(server.requests) == 1


def test_a_server_that_is_not_there_cannot_be_reached(tmp_path: Path) -> None:
    with Server(Reply()) as server:
        geocoder = server.connect("nominatim", tmp_path)
    with pytest.raises(ServiceFailed, match="cannot be reached"):
        geocoder.candidates("Qaraqosh")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ({"message": "user does not exist.", "value": 10}, ServiceRefused),
        ({"message": "user account not enabled to use the free webservice.", "value": 10}, ServiceRefused),
        ({"message": "the hourly limit of 1000 credits for anna has been exceeded.", "value": 19}, TooManyRequests),
        ({"message": "ERROR: canceling statement due to statement timeout", "value": 13}, ServiceFailed),
        ({"hello": 1}, BadAnswer),
    ],
)
def test_geonames_puts_its_errors_into_the_body(status: Any, kind: type[ServiceError], tmp_path: Path) -> None:
    with Server(Reply({"status": status})) as server, pytest.raises(kind):
        server.connect("geonames", tmp_path).candidates("Qaraqosh")


def test_an_error_in_the_body_of_nominatims_answer_is_told_by_its_code(tmp_path: Path) -> None:
    body = {"error": {"code": 429, "message": "Bandwidth limit exceeded"}}
    with Server(Reply(body)) as server, pytest.raises(TooManyRequests):
        server.connect("nominatim", tmp_path).candidates("Qaraqosh")


def test_nothing_a_service_says_comes_into_the_text_of_an_error(tmp_path: Path) -> None:
    for reply in (Reply(body=b"<script>x</script>"), Reply({"error": "<script>x</script>"}), Reply(status=500)):
        with Server(reply) as server, pytest.raises(ServiceError) as raised:
            server.connect("nominatim", tmp_path).candidates("Qaraqosh")
        assert "script" not in str(raised.value)


@pytest.mark.parametrize(
    "agent",
    ["", "  ", "your project (you@example.org)", "geopy/2.5.0", "my-application", "dateline", "python-requests/2.3",
     "Mozilla/5.0 (X11)", "?", "a" * 300, "anna\r\nX-Evil: 1", "Zeitungskarte (Jürgen)"],
)  # fmt: skip
def test_who_does_not_say_who_asks_may_not_ask(agent: str, tmp_path: Path) -> None:
    with pytest.raises(NotAskable, match="Name yourself or your project"):
        connect("nominatim", agent, settings=Settings(cache=tmp_path))


@pytest.mark.parametrize("account", ["", " ", "a\nb"])
def test_geonames_wants_an_account(account: str, tmp_path: Path) -> None:
    with pytest.raises(NotAskable, match="user name"):
        connect("geonames", AGENT, account, settings=Settings(cache=tmp_path))


def test_the_environment_names_other_servers_and_another_folder_for_answers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATELINE_NOMINATIM", "http://127.0.0.1:8080/own")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    found = Settings.from_environment()
    assert (found.nominatim, found.cache) == ("http://127.0.0.1:8080/own", tmp_path)
    assert found.photon == Settings().photon
    monkeypatch.delenv("DATELINE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert Settings().cache == tmp_path / "cache" / "dateline"


def test_a_server_may_lie_below_a_path_of_its_address(tmp_path: Path) -> None:
    with Server(one("nominatim")) as server:
        settings = server.settings(tmp_path, nominatim=server.url + "/geo/")
        connect("nominatim", AGENT, settings=settings, limit=Limiter(0)).candidates("Qaraqosh")
    assert server.requests[0].path == "/geo/search"


def test_a_service_nobody_knows_and_an_address_that_is_none_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotAskable, match="nominatim, photon, geonames"):
        connect("elsewhere", AGENT, settings=Settings(cache=tmp_path))
    with pytest.raises(NotAskable, match="address"):
        connect("photon", AGENT, settings=Settings(cache=tmp_path, photon="ftp://example.org"))


@pytest.mark.parametrize("name", ["", "1945", "---", "x" * 121, "Bad\ud800name"])
def test_what_can_be_no_name_is_not_asked_for(name: str, tmp_path: Path) -> None:
    with Server(one("nominatim")) as server:
        assert server.connect("nominatim", tmp_path).candidates(name) == ()
    assert server.requests == []


def test_a_service_that_wants_to_be_left_alone_is_left_alone(tmp_path: Path) -> None:
    now = [1000.0]
    limit = Limiter(0, clock=lambda: now[0])
    replies: list[Reply] = [Reply(status=429, headers={"Retry-After": "120"}), one("nominatim")]
    with Server(lambda _: replies.pop(0)) as server:
        geocoder = server.connect("nominatim", tmp_path, limit)
        with pytest.raises(TooManyRequests, match="2 minutes"):
            geocoder.candidates("Qaraqosh")
        now[0] += 90
        with pytest.raises(TooManyRequests, match="30 seconds"):
            geocoder.candidates("Bartella")
        assert len(server.requests) == 1
        now[0] += 31
        assert geocoder.candidates("Qaraqosh")


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        (("place", "village", "village"), ("P", "PPL")),
        (("boundary", "administrative", "state"), ("A", "ADM1")),
        (("boundary", "administrative", "city"), ("P", "PPL")),
        (("boundary", "protected_area", ""), ("L", "RESN")),
        (("waterway", "river", "river"), ("H", "STM")),
        (("highway", "residential", "road"), ("R", "RD")),
        (("shop", "bakery", "shop"), ("S", None)),
        (("", "", ""), ("S", None)),
    ],
)
def test_tags_of_openstreetmap_are_put_in_the_gazetteers_terms(
    tag: tuple[str, str, str], meant: tuple[str, str | None]
) -> None:
    assert feature(*tag) == meant
