"""Asking a service for the names of an article that the gazetteer could not place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.places.services.answers import Found
from dateline.places.services.errors import NotAskable, ServiceError, ServiceRefused, TooManyRequests
from dateline.places.services.geocoder import ServiceGeocoder, askable
from dateline.records import Analysis, Toponym
from dateline.settings import DEFAULTS

IN_A_ROW = 2
"""Failures one after the other, after which a service is not asked further."""
SURE = 0.5
"""Confidence from which the decision that a name is no place on the map is left alone."""


@dataclass(frozen=True)
class Asked:
    """What a service said of some names, and what went wrong."""

    service: str
    answers: Mapping[str, tuple[Found, ...]]
    """By name; empty for a name that the service does not know."""
    messages: tuple[str, ...] = ()
    """For the reader: each failure, and how many names were not asked for."""
    refused: bool = False
    """The service wants no further question from this user for now."""


def open_toponyms(analysis: Analysis) -> tuple[Toponym, ...]:
    """The toponyms that have no place and could have one: no part of a longer name, not surely without one."""
    return tuple(t for t in analysis.toponyms if t.place is None and t.within is None and t.confidence < SURE)


def names_without_place(analysis: Analysis) -> tuple[str, ...]:
    """The names to ask for, each once, as it is first written."""
    names: dict[str, str] = {}
    for toponym in open_toponyms(analysis):
        if askable(" ".join(toponym.text.split())):
            names.setdefault(same(toponym.text), " ".join(toponym.text.split()))
    return tuple(names.values())


def same(name: str) -> str:
    """What two spellings of one name have in common here: all but case and space."""
    return " ".join(name.split()).casefold()


def ask(
    names: Sequence[str],
    service: ServiceGeocoder,
    most: int = DEFAULTS.ask_most,
    on_name: Callable[[int, str], None] = lambda index, name: None,
) -> Asked:
    """What the service says of the first `most` names. `on_name` hears each name, with its index, before it is asked.

    Never raises for what a service does. One that refuses or wants to be left alone is not asked further, nor one
    that failed IN_A_ROW times in a row.
    """
    answers: dict[str, tuple[Found, ...]] = {}
    messages: list[str] = []
    failed, done, refused = 0, 0, False
    for index, name in enumerate(names[:most]):
        on_name(index, name)
        done, failed = index + 1, failed + 1
        try:
            answers[name], failed = service.candidates(name), 0
        except ServiceError as error:
            messages.append(f"“{_printable(name)}”: {error}")
            refused = isinstance(error, NotAskable | ServiceRefused | TooManyRequests)
            if refused or failed == IN_A_ROW:
                break
    if left := len(names) - done:
        why = "because of that" if failed else f"{most} are the most that one article may ask for"
        messages.append(f"{left} more name{'s were' if left > 1 else ' was'} not asked for: {why}.")
    return Asked(service.known.name, answers, tuple(messages), refused)


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else " " for c in name)
