"""Reading the places of a text with the gazetteer of the repository."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from dateline import language, names, places
from dateline.places.gazetteer import Gazetteer
from dateline.records import Article, Place, Toponym
from dateline.settings import DEFAULTS


@dataclass(frozen=True)
class Read:
    """The toponyms and places of one text, and short ways to ask for them."""

    text: str
    toponyms: tuple[Toponym, ...]
    places: tuple[Place, ...]

    @property
    def names(self) -> list[str]:
        """The texts of the toponyms, in order."""
        return [t.text for t in self.toponyms]

    def toponym(self, text: str, nth: int = 0) -> Toponym:
        """The nth toponym with this text."""
        found = [t for t in self.toponyms if t.text == text]
        assert len(found) > nth, f"no toponym {text!r} (number {nth}) in {self.names}"
        return found[nth]

    def place(self, text: str, nth: int = 0) -> Place | None:
        """What the nth toponym with this text means."""
        return {p.id: p for p in self.places}.get(self.toponym(text, nth).place or "")

    def where(self, text: str, nth: int = 0) -> tuple[str | None, str | None]:
        """Country and GeoNames admin1 code of what the toponym means."""
        place = self.place(text, nth)
        assert place is not None, f"{text!r} has no place: {self.toponym(text, nth).reason}"
        return place.country, place.admin1

    @property
    def mapped(self) -> set[str]:
        """The texts of the toponyms that have a place."""
        return {t.text for t in self.toponyms if t.place is not None}


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer of the repository."""
    return Gazetteer.open(DEFAULTS.gazetteer)


@pytest.fixture(scope="session")
def read_places(gazetteer: Gazetteer) -> Callable[..., Read]:
    """Reads the places of a text, each text once."""

    @cache
    def read(text: str, url: str | None = None) -> Read:
        parse = language.parse(Article(id="t", text=text, url=url))
        return Read(text, *places.read(parse, names.read(parse), gazetteer))

    return read
