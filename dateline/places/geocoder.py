"""The gazetteer as a geopy geocoder, so that it and the services on the net answer through one interface."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from typing import Any

from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from dateline.places.gazetteer import Entry, Gazetteer, GazetteerError

REVERSE_KM = 50.0
"""Farthest populated place that `reverse` answers with, in km."""


class EmbeddedGeocoder(Geocoder):
    """Geocodes offline, from the gazetteer. `Location.raw` is the gazetteer's entry as a dict."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(user_agent="dateline")
        self._gazetteer = gazetteer

    @property
    def gazetteer(self) -> Gazetteer:
        """What it answers from."""
        return self._gazetteer

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = None) -> Location | list[Location] | None:
        """The place or places of a name, the likeliest first; "Paris, Texas" asks for the one in Texas.

        What follows a comma must be the name of a country or of a first or second order division that the place
        lies in; None when no place fits. Nothing is sent anywhere; `timeout` is there for geopy's sake.
        Raises GeocoderQueryError for a query that is no text, GeocoderServiceError when the file is damaged.
        """
        if not isinstance(query, str):
            raise GeocoderQueryError(f"a name is wanted, not {type(query).__name__}")
        try:
            found = [self._location(entry) for entry in self.candidates(query)]
        except GazetteerError as error:
            raise GeocoderServiceError(str(error)) from error
        return _answer(found, exactly_one)

    def candidates(self, query: str) -> tuple[Entry, ...]:
        """The gazetteer's entries for a query in the form that `geocode` takes."""
        whole = self._gazetteer.lookup(query)
        name, *containers = [part.strip() for part in query.split(",")]
        if whole or not containers:
            return whole
        entries = self._gazetteer.lookup(name)
        for container in filter(None, containers):
            areas = self._gazetteer.lookup(container)
            entries = tuple(e for e in entries if any(lies_in(e, area) for area in areas))
        return entries

    def reverse(
        self, query: Point | str | tuple[float, float], *, exactly_one: bool = True, timeout: Any = None
    ) -> Location | list[Location] | None:
        """The populated places nearest to a point (latitude, longitude in degrees), within REVERSE_KM km.

        Raises GeocoderQueryError for what is no point, GeocoderServiceError when the file is damaged.
        """
        try:
            point = Point(query)
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(f"no point: {query!r}") from error
        try:
            near = self._gazetteer.near(point.latitude, point.longitude, REVERSE_KM)
            return _answer([self._location(entry) for entry in near], exactly_one)
        except GazetteerError as error:
            raise GeocoderServiceError(str(error)) from error

    def _location(self, entry: Entry) -> Location:
        address = ", ".join(part for part in (entry.name, self._gazetteer.within(entry)) if part)
        return Location(address, Point(entry.lat, entry.lon), asdict(entry))


@lru_cache(maxsize=2)
def geocoder_over(gazetteer: Gazetteer) -> EmbeddedGeocoder:
    """The geocoder over a gazetteer, made once: geopy sets up an adapter for the net that takes its time."""
    return EmbeddedGeocoder(gazetteer)


def lies_in(entry: Entry, area: Entry) -> bool:
    """Whether the codes of an entry put it in a country or a division."""
    if entry.id == area.id or entry.country != area.country or area.country is None:
        return False
    if area.kind == "country":
        return True
    if area.kind == "admin1":
        return entry.admin1 == area.admin1
    return area.kind == "admin2" and (entry.admin1, entry.admin2) == (area.admin1, area.admin2)


def _answer(found: list[Location], exactly_one: bool) -> Location | list[Location] | None:
    if not found:
        return None
    return found[0] if exactly_one else found
