"""The geocoding services that can be asked, and what is to be known of each before one asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """A service. `name` is what users call it by and its field in the settings; `source` is that of its places."""

    name: str
    label: str
    source: str
    credit: str
    """What its licence wants to stand beside its results."""
    licence: str
    """Where that licence stands."""
    rules: str
    """Where its conditions of use stand."""
    remedy: str
    """What to do when it refuses to answer."""
    wants_account: bool = False


_USER_AGENT = "Give a user agent that names you or your project and how to reach you."
SERVICES = {
    known.name: known
    for known in (
        Known(
            name="nominatim",
            label="Nominatim",
            source="nominatim",
            credit="© OpenStreetMap contributors, ODbL",
            licence="https://www.openstreetmap.org/copyright",
            rules="https://operations.osmfoundation.org/policies/nominatim/",
            remedy=_USER_AGENT,
        ),
        Known(
            name="photon",
            label="Photon",
            source="photon",
            credit="© OpenStreetMap contributors, ODbL",
            licence="https://www.openstreetmap.org/copyright",
            rules="https://photon.komoot.io",
            remedy=_USER_AGENT,
        ),
        Known(
            name="geonames",
            label="GeoNames",
            source="geonames-web",
            credit="GeoNames, CC BY 4.0",
            licence="https://www.geonames.org/about.html",
            rules="https://www.geonames.org/export/",
            remedy="Check the user name, and that web services are switched on in its GeoNames account.",
            wants_account=True,
        ),
    )
}
