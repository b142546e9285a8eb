"""A service as a geopy geocoder with the gazetteer's interface: kept answers first, then a turn at the limiter."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from geopy.exc import ConfigurationError, GeopyError
from geopy.geocoders import GeoNames, Nominatim, Photon
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point
from pydantic import ValidationError

from dateline.places import keys
from dateline.places.services import errors, limiter
from dateline.places.services.adapter import OnceAdapter
from dateline.places.services.answers import KEPT, READERS, Found
from dateline.places.services.cache import Cache
from dateline.places.services.catalogue import SERVICES, Known
from dateline.places.services.identity import checked_account, checked_user_agent
from dateline.settings import DEFAULTS, Settings

MOST_PLACES = 5
"""Places that are taken from one answer."""


@dataclass(frozen=True)
class _Line:
    """Where a service is and how it is asked: a geopy geocoder's `geocode`, with what it is to be told each time."""

    place: str
    ask: Callable[[str], Any]


class ServiceGeocoder(Geocoder):
    """Geocodes by asking a service. Any number of threads may share one, or have their own."""

    def __init__(self, known: Known, line: _Line, cache: Cache, limit: limiter.Limiter, timeout: float) -> None:
        super().__init__(adapter_factory=OnceAdapter)  # which sends nothing: the line does
        self.known, self._line, self._cache, self._limit, self._seconds = known, line, cache, limit, timeout

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = None) -> Location | list[Location] | None:
        """As of the gazetteer's geocoder; `Location.raw` is the place as a dict. Raises ServiceError."""
        found = [Location(f.name, Point(f.lat, f.lon), f.model_dump()) for f in self.candidates(query)]
        return (found[0] if exactly_one else found) if found else None

    def candidates(self, query: str) -> tuple[Found, ...]:
        """The places that the service gives for a name, its best first, at most MOST_PLACES. Raises ServiceError.

        A name that is no name (too long, no letters) is not asked for and has none.
        """
        question = " ".join(query.split())
        if not askable(question):
            return ()
        kept = self._kept(question)
        if kept is None:
            kept = self._asked(question)
            self._cache.put(self._line.place, question, KEPT.dump_json(kept).decode())
        return kept

    def _kept(self, question: str) -> tuple[Found, ...] | None:
        said = self._cache.get(self._line.place, question)
        try:
            return KEPT.validate_json(said) if said is not None else None
        except ValidationError:
            return None

    def _asked(self, question: str) -> tuple[Found, ...]:
        left = self._limit.seconds_left(self._line.place)
        if left > 0:
            raise errors.too_many(self.known, left)
        try:
            return self._read(self._limit(partial(self._line.ask, question)))
        except (GeopyError, *errors.UNREADABLE) as error:
            told = errors.translated(error, self.known, self._seconds)
            if isinstance(told, errors.TooManyRequests):
                self._limit.leave_alone(self._line.place, told.seconds)
            raise told from error

    def _read(self, locations: Any) -> tuple[Found, ...]:
        """The places of an answer that can be read; an answer that holds places, but none such, is a bad one."""
        said = [place for place in locations or () if place is not None][:MOST_PLACES]
        found = []
        for place in said:
            with suppress(*errors.UNREADABLE):
                found.append(READERS[self.known.name](place.raw))
        if said and not found:
            raise errors.bad_answer(self.known)
        return tuple(found)


def askable(name: str) -> bool:
    """Whether a service can be asked for a name: one with letters, not too long, that can be written in an address."""
    return (
        0 < len(name) <= keys.MAX_NAME
        and any(c.isalpha() for c in name)
        and not any("\ud800" <= c <= "\udfff" for c in name)
    )


def connect(
    service: str,
    user_agent: str,
    account: str = "",
    *,
    settings: Settings = DEFAULTS,
    limit: limiter.Limiter | None = None,
) -> ServiceGeocoder:
    """A service by its name in SERVICES, ready to be asked; nothing is sent yet.

    `user_agent` names who asks; `account` is the user name at GeoNames. Raises NotAskable, with what is missing.
    """
    known = SERVICES.get(service)
    if known is None:
        raise errors.NotAskable(f"There is no service “{service}”; there are {', '.join(SERVICES)}.")
    agent = checked_user_agent(user_agent)
    name = checked_account(account, known) if known.wants_account else ""
    address = urlsplit(getattr(settings, known.name))
    common = {"user_agent": agent, "timeout": settings.ask_timeout, "adapter_factory": OnceAdapter}
    common |= {"scheme": address.scheme, "domain": address.netloc + address.path.rstrip("/")}
    try:
        ask = _MAKERS[known.name](common, name)
    except ConfigurationError as error:
        raise errors.NotAskable(f"{known.label} cannot be asked: its address in the settings is none.") from error
    cache = Cache(settings.cache, settings.cache_days, settings.cache_most)
    line = _Line(f"{known.name} {address.netloc}{address.path}", ask)
    return ServiceGeocoder(known, line, cache, limit or limiter.SHARED, settings.ask_timeout)


def _nominatim(common: dict[str, Any], account: str) -> Callable[[str], Any]:
    ask = Nominatim(**common).geocode
    return partial(ask, exactly_one=False, limit=MOST_PLACES, language="en", addressdetails=True, namedetails=True)


def _photon(common: dict[str, Any], account: str) -> Callable[[str], Any]:
    return partial(Photon(**common).geocode, exactly_one=False, limit=MOST_PLACES, language="en")


def _geonames(common: dict[str, Any], account: str) -> Callable[[str], Any]:
    return partial(GeoNames(account, **common).geocode, exactly_one=False)


_MAKERS = {"nominatim": _nominatim, "photon": _photon, "geonames": _geonames}
