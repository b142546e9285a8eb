"""Everybody in the process waits for the same turn, and what was answered once is not asked again."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from dateline.places.services import NotAskable, ServiceFailed, connect, limiter
from dateline.places.services.cache import Cache
from dateline.places.services.limiter import Limiter
from dateline.settings import DEFAULTS
from tests.answering import AGENT, Reply, Server, listing, nominatim, photon


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


class Clock:
    """A clock that goes on only when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self._lock = 100.0, threading.Lock()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.now += seconds


def test_requests_are_a_pause_apart() -> None:
    clock = Clock()
    limit, times = Limiter(1.0, clock, clock.sleep), []
    for _ in range(3):
        limit(lambda: times.append(clock.now))
    assert times == [100.0, 101.0, 102.0]


def test_who_comes_late_does_not_wait() -> None:
    clock = Clock()
    limit, times = Limiter(1.0, clock, clock.sleep), []
    limit(lambda: None)
    clock.now += 30
    limit(lambda: times.append(clock.now))
    assert times == [130.0]


def test_threads_that_ask_different_services_share_the_limiter(tmp_path: Path) -> None:
    clock = Clock()
    limit = Limiter(1.0, clock, clock.sleep)
    with Server(lambda r: Reply(listing("photon" if r.path == "/api" else "nominatim"))) as server:
        asked = [server.connect(service, tmp_path, limit) for service in ("nominatim", "photon")]
        jobs = [
            threading.Thread(target=lambda g=geocoder, w=word: [g.candidates(f"{w} {n}") for n in ("a", "b", "c")])
            for geocoder, word in zip(asked, ("East", "West"), strict=True)
        ]
        for job in jobs:
            job.start()
        for job in jobs:
            job.join(10)
    assert len(server.requests) == 6
    assert clock.now >= 105.0, "six turns of one limiter; two limiters of three turns each are done by 104"


def test_an_error_is_raised_at_once_and_nothing_tried_again() -> None:
    clock, tries = Clock(), []
    limit = Limiter(1.0, clock, clock.sleep)

    def fail() -> None:
        tries.append(clock.now)
        raise ServiceFailed("out of order")

    with pytest.raises(ServiceFailed):
        limit(fail)
    assert len(tries) == 1


def test_unless_told_otherwise_all_share_one_limiter_of_a_second(tmp_path: Path) -> None:
    with Server(Reply([])) as server:
        settings = server.settings(tmp_path)
        first, second = (connect(name, AGENT, settings=settings) for name in ("nominatim", "photon"))
    assert first._limit is second._limit is limiter.SHARED
    assert limiter.SHARED.min_delay_seconds == DEFAULTS.ask_pause == 1.0


def test_a_kept_answer_asks_nobody_even_in_another_process(tmp_path: Path) -> None:
    with Server(Reply([nominatim("Bartella", 36.35, 43.38)])) as server:
        first = server.connect("nominatim", tmp_path).candidates("Bartella")
        again = server.connect("nominatim", tmp_path).candidates(" Bartella ")
    assert first == again and len(first) == 1 and server.names == ["Bartella"]


def test_that_there_is_no_such_place_is_kept_too_but_no_failure(tmp_path: Path) -> None:
    replies = [Reply(status=500), Reply([]), Reply(status=500)]
    with Server(lambda _: replies.pop(0)) as server:
        geocoder = server.connect("nominatim", tmp_path)
        with pytest.raises(ServiceFailed):
            geocoder.candidates("Bartella")
        assert geocoder.candidates("Bartella") == () == geocoder.candidates("Bartella")
    assert len(server.requests) == 2


def test_services_do_not_share_answers(tmp_path: Path) -> None:
    with Server(Reply(listing("photon", photon("Bartella", 36.35, 43.38)))) as server:
        server.connect("photon", tmp_path).candidates("Bartella")
        server.answer = lambda _: Reply([])
        assert server.connect("nominatim", tmp_path).candidates("Bartella") == ()
    assert len(server.requests) == 2


def test_an_answer_grows_too_old(tmp_path: Path) -> None:
    now = [0.0]
    cache = Cache(tmp_path, days=1, most=10, clock=lambda: now[0])
    cache.put("s", "Bartella", "yes")
    now[0] = 86_399
    assert cache.get("s", "Bartella") == "yes"
    now[0] = 86_401
    assert cache.get("s", "Bartella") is None


def test_the_oldest_answers_make_room(tmp_path: Path) -> None:
    now = [0.0]
    cache = Cache(tmp_path, days=1, most=3, clock=lambda: now[0])
    for n in range(6):
        now[0] += 1
        cache.put("s", f"name {n}", "yes")
    assert [n for n in range(6) if cache.get("s", f"name {n}")] == [3, 4, 5]


def test_a_damaged_file_is_started_anew(tmp_path: Path) -> None:
    Cache(tmp_path, days=1, most=3).put("s", "Bartella", "yes")
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"no database at all, and long enough to be looked at" * 100)
    cache = Cache(tmp_path, days=1, most=3)
    assert cache.get("s", "Bartella") is None
    cache.put("s", "Bartella", "again")
    assert cache.get("s", "Bartella") == "again"


def test_an_answer_of_another_form_is_asked_for_again(tmp_path: Path) -> None:
    with Server(Reply([nominatim("Bartella", 36.35, 43.38)])) as server:
        geocoder = server.connect("nominatim", tmp_path)
        geocoder.candidates("Bartella")
        (file,) = tmp_path.iterdir()
        with sqlite3.connect(file) as db:
            db.execute("update answer set said = '[{\"name\": 1}]'")
        assert geocoder.candidates("Bartella")[0].name == "Bartella"
    assert len(server.requests) == 2


def test_without_a_folder_to_keep_answers_in_nobody_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Server(Reply([])) as server, pytest.raises(NotAskable, match="DATELINE_CACHE"):
        server.connect("nominatim", tmp_path / "file")
