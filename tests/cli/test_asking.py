"""`analyse --ask` asks a service for names without a place; without it nobody is asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli import asking, main
from dateline.places.services import connect, limiter
from dateline.places.services.limiter import Limiter
from tests.answering import AGENT, Reply, Request, Server, nominatim

TEXT = "Residents of Mosul fled to Ankhara Heights on Monday, officials in Baghdad said."


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Server], None]:
    """Makes the command ask a server of this machine, without a pause."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(limiter, "SHARED", Limiter(0))

    def put(server: Server) -> None:
        settings = server.settings(tmp_path / "cache")
        monkeypatch.setattr(asking, "connect", lambda *args: connect(*args, settings=settings))

    return put


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A file with one article."""
    path = tmp_path / "flight.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def known(request: Request) -> Reply:
    return Reply([nominatim("Ankhara Heights", 36.4, 43.1)])


def test_a_name_without_a_place_gets_the_services_place(
    article: str, serve: Callable[[Server], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with Server(known) as server:
        serve(server)
        args = ["analyse", article, "--format", "json", "--ask", "nominatim", "--user-agent", AGENT]
        assert main(args) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    place = next(p for p in found["places"] if p["source"] == "nominatim")
    toponym = next(t for t in found["toponyms"] if t["text"] == "Ankhara Heights")
    assert toponym["place"] == place["id"] and place["lat"] == 36.4
    assert server.names == ["Ankhara Heights"] and server.requests[0].agent == AGENT and err == ""


def test_nobody_is_asked_unless_it_is_wanted(
    article: str, serve: Callable[[Server], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with Server(known) as server:
        serve(server)
        assert main(["analyse", article, "--user-agent", AGENT]) == 0
    assert server.requests == []


def test_a_failure_is_on_standard_error_and_the_analysis_is_there(
    article: str, serve: Callable[[Server], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with Server(Reply(status=500)) as server:
        serve(server)
        assert main(["analyse", article, "--ask", "nominatim", "--user-agent", AGENT, "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["places"]
    assert err.startswith("dateline: article ") and "“Ankhara Heights”: Nominatim is out of order (status 500)" in err


def test_a_service_that_refuses_is_not_asked_for_the_next_article(
    tmp_path: Path, serve: Callable[[Server], None], capsys: pytest.CaptureFixture[str]
) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(json.dumps({"id": f"a{n}", "text": TEXT}) for n in range(3)))
    with Server(Reply(status=403)) as server:
        serve(server)
        assert main(["analyse", str(many), "--ask", "nominatim", "--user-agent", AGENT, "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3 and len(server.requests) == 1
    assert "not asked for the 2 articles after that" in err


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--ask", "nominatim"], "A user agent of your own is wanted"),
        (["--ask", "nominatim", "--user-agent", "geopy/2.5"], "does not say who asks"),
        (["--ask", "geonames", "--user-agent", AGENT], "user name"),
    ],
)
def test_who_does_not_say_who_asks_gets_the_reason_and_nothing_is_read(
    options: list[str],
    why: str,
    article: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["analyse", article, *options]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("dateline: --ask: ") and why in err


def test_a_service_that_nobody_knows_is_wrong_usage(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["analyse", article, "--ask", "elsewhere"])
    assert left.value.code == 2 and "nominatim" in capsys.readouterr().err
