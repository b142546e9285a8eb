"""Geocoding services on the net, for names that the gazetteer lacks: asked only when the user wants it.

Of an article, the names without a place are sent, and nothing else.
"""

from dateline.places.services.asking import Asked, ask, names_without_place, open_toponyms
from dateline.places.services.catalogue import SERVICES
from dateline.places.services.errors import (
    BadAnswer,
    NotAskable,
    ServiceError,
    ServiceFailed,
    ServiceRefused,
    ServiceTimedOut,
    TooManyRequests,
)
from dateline.places.services.filling import Filled, fill, filled
from dateline.places.services.geocoder import ServiceGeocoder, connect

__all__ = [
    "SERVICES",
    "Asked",
    "BadAnswer",
    "Filled",
    "NotAskable",
    "ServiceError",
    "ServiceFailed",
    "ServiceGeocoder",
    "ServiceRefused",
    "ServiceTimedOut",
    "TooManyRequests",
    "ask",
    "connect",
    "fill",
    "filled",
    "names_without_place",
    "open_toponyms",
]
