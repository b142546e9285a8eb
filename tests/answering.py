"""A server on this machine that answers like a geocoding service, or like one that is out of order."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dateline.places.services import ServiceGeocoder, connect
from dateline.places.services.limiter import Limiter
from dateline.settings import Settings

AGENT = "newsmap-tests (anna@example.org)"


@dataclass(frozen=True)
class Reply:
    """What is sent back; `data` as JSON, or `body` as it is. `drips`: seconds between the single bytes of the body."""

    data: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    hangs: bool = False
    drips: float = 0.0


@dataclass(frozen=True)
class Request:
    """What was asked: path, parameters (the first of each), user agent."""

    path: str
    query: dict[str, str]
    agent: str | None


class Server:
    """Answers each request with what `answer(request)` says, and remembers it. Use it in a `with`."""

    def __init__(self, answer: Callable[[Request], Reply] | Reply) -> None:
        self.answer = answer if callable(answer) else lambda _: answer
        self.requests: list[Request] = []
        self.closing = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Server:
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()

    @property
    def names(self) -> list[str]:
        """The names that were asked for, in order."""
        return [r.query["q"] for r in self.requests]

    def settings(self, folder: Any, **more: Any) -> Settings:
        """Settings that name this server for every service, and nothing outside this machine."""
        return Settings(**{"nominatim": self.url, "photon": self.url, "geonames": self.url, "cache": folder} | more)

    def connect(self, service: str, folder: Any, limit: Limiter | None = None, **more: Any) -> ServiceGeocoder:
        """A service that asks this server, without a pause unless a limiter is given."""
        settings = self.settings(folder, **more)
        return connect(service, AGENT, "anna", settings=settings, limit=limit or Limiter(0))


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(address.query).items()}
            asked = Request(address.path, query, self.headers["User-Agent"])
            server.requests.append(asked)
            reply = server.answer(asked)
            if reply.hangs:
                server.closing.wait(10)
                return
            body = reply.body if reply.body is not None else json.dumps(reply.data).encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self._send(body, reply.drips)

        def _send(self, body: bytes, drips: float) -> None:
            if not drips:
                self.wfile.write(body)
            for i in range(len(body) if drips else 0):
                if server.closing.wait(drips):
                    return
                try:
                    self.wfile.write(body[i : i + 1])
                except OSError:
                    return

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def nominatim(name: str, lat: float, lon: float, /, **more: Any) -> dict[str, Any]:
    """A village as Nominatim's JSON gives it."""
    return {
        "place_id": 100149,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. https://osm.org/copyright",
        "osm_type": "relation",
        "osm_id": 107775,
        "boundingbox": [str(lat - 0.1), str(lat + 0.1), str(lon - 0.2), str(lon + 0.2)],
        "lat": str(lat),
        "lon": str(lon),
        "display_name": f"{name}, Somewhere",
        "class": "place",
        "type": "village",
        "place_rank": 19,
        "importance": 0.4,
        "addresstype": "village",
        "name": name,
        "address": {"village": name, "country": "Iraq", "country_code": "iq"},
        "namedetails": {"name": name},
    } | more


def photon(name: str, lat: float, lon: float, /, **more: Any) -> dict[str, Any]:
    """A town as a feature of Photon's GeoJSON."""
    properties = {
        "osm_id": 4711,
        "osm_type": "N",
        "osm_key": "place",
        "osm_value": "town",
        "type": "city",
        "name": name,
        "country": "Iraq",
        "countrycode": "IQ",
        "state": "Nineveh",
        "extent": [lon - 0.2, lat + 0.1, lon + 0.2, lat - 0.1],
    } | more
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def geonames(name: str, lat: float, lon: float, /, **more: Any) -> dict[str, Any]:
    """A place as GeoNames' search gives it."""
    return {
        "geonameId": 99072,
        "name": name,
        "toponymName": name,
        "lat": str(lat),
        "lng": str(lon),
        "fcl": "P",
        "fcode": "PPLA",
        "countryCode": "IQ",
        "countryName": "Iraq",
        "adminCode1": "15",
        "adminName1": "Nineveh",
        "population": 1739800,
    } | more


def listing(service: str, *places: dict[str, Any]) -> Any:
    """A service's answer with these places."""
    if service == "photon":
        return {"type": "FeatureCollection", "features": list(places)}
    return {"totalResultsCount": len(places), "geonames": list(places)} if service == "geonames" else list(places)


MAKERS = {"nominatim": nominatim, "photon": photon, "geonames": geonames}
