"""On the Map page, a reader may ask a service for the names that are not on the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import ask_services, session
from dateline.corrections import kinds
from dateline.places.services import limiter
from dateline.places.services.limiter import Limiter
from dateline.records import Analysis, Article
from tests.answering import AGENT, Reply, Server, nominatim

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Residents of Mosul fled to Ankhara Heights on Monday, officials in Baghdad said."
NAME = "Ankhara Heights"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Server, str], AppTest]:
    """The Map page of an article, whose services are a server of this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(limiter, "SHARED", Limiter(0))

    def show(server: Server, text: str = TEXT) -> AppTest:
        monkeypatch.setattr(ask_services, "DEFAULTS", server.settings(tmp_path / "cache", ask_most=3))
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        at.session_state[session._OPENED] = True
        at.session_state[session._ARTICLE] = Article(id="t", text=text)
        return through(at)

    return show


def through(at: AppTest) -> AppTest:
    """The Map page after the router has run: alone, a page that was switched to runs without it in this harness."""
    return at.switch_page("app.py").run().switch_page("pages/map.py").run()


def labels(at: AppTest) -> list[str]:
    return [e.label for e in at.expander]


def pressed(at: AppTest, agent: str = AGENT) -> AppTest:
    """What the form's own run leaves on the page; `through` shows what the page makes of it."""
    at.text_input(key="ask user agent").set_value(agent)
    return next(b for b in at.button if b.label == "Ask").click().run()


def analysis(at: AppTest) -> Analysis:
    found: Analysis = at.session_state["analysis"]
    return found


def test_the_names_without_a_place_are_listed_and_nobody_is_asked(page: Callable[..., AppTest]) -> None:
    with Server(Reply([])) as server:
        at = page(server)
        assert "Ask a service for names not on the map (1)" in labels(at)
        assert any(NAME in str(d.value.to_dict()) for d in at.dataframe)
        assert any("nothing else" in c.value and "will be sent" in c.value for c in at.caption)
    assert server.requests == [] and not at.exception


def test_an_article_with_all_names_placed_has_no_such_list(page: Callable[..., AppTest]) -> None:
    with Server(Reply([])) as server:
        at = page(server, "Troops left Mosul on Monday.")
    assert not any("not on the map" in label for label in labels(at))


def test_what_the_service_knows_comes_on_the_map_until_it_is_forgotten(page: Callable[..., AppTest]) -> None:
    with Server(Reply([nominatim(NAME, 36.4, 43.1)])) as server:
        at = through(pressed(page(server)))
        assert not at.exception
        place = next(p for p in analysis(at).places if p.source == "nominatim")
        assert place.name == NAME and "Ask a service for names not on the map (0)" in labels(at)
        assert any("OpenStreetMap contributors" in c.value for c in at.caption)
        at = through(at.button(key="forget answers").click().run())
        assert place not in analysis(at).places and "Ask a service for names not on the map (1)" in labels(at)
    assert server.names == [NAME]


def test_another_article_knows_nothing_of_the_answers(page: Callable[..., AppTest]) -> None:
    with Server(Reply([nominatim(NAME, 36.4, 43.1)])) as server:
        at = through(pressed(page(server)))
        at.session_state[session._ARTICLE] = Article(id="u", text=TEXT + " It rained.")
        at = through(at)
    assert all(p.source != "nominatim" for p in analysis(at).places)


def test_a_failure_is_told_and_the_page_stays_as_it_was(page: Callable[..., AppTest]) -> None:
    with Server(Reply(status=429, headers={"Retry-After": "300"})) as server:
        before = page(server)
        places = analysis(before).places
        at = through(pressed(before))
    assert not at.exception and analysis(at).places == places
    (told,) = at.warning
    assert "Wait 5 minutes" in told.value


@pytest.mark.parametrize("agent", ["", "geopy/2.5"])
def test_who_does_not_say_who_asks_gets_the_reason(agent: str, page: Callable[..., AppTest]) -> None:
    with Server(Reply([])) as server:
        at = pressed(page(server), agent)
    assert server.requests == [] and "user agent" in at.error[0].value


def test_a_reader_may_correct_what_the_service_said_and_a_name_settled_as_no_place_is_not_asked(
    page: Callable[..., AppTest],
) -> None:
    with Server(Reply([nominatim(NAME, 36.4, 43.1)])) as server:
        at = page(server)
        none = kinds.SetPlace(names=(NAME,), to=None)
        at.session_state["corrections"] = {ask_services._key(TEXT): (none,)}
        at = through(at)
        assert not any("not on the map" in label for label in labels(at))
        at.session_state["corrections"] = {}
        at = through(pressed(through(at)))
        assert any(p.source == "nominatim" for p in analysis(at).places)
        at.session_state["corrections"] = {ask_services._key(TEXT): (none,)}
        at = through(at)
        assert all(p.source != "nominatim" for p in analysis(at).places) and not at.exception
