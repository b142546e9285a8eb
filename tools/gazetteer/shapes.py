"""Shapes on the map: boxes, centres and points inside, of rings of (longitude, latitude) in degrees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

Point = tuple[float, float]
Ring = Sequence[Point]
Box = tuple[float, float, float, float]


def box(rings: Sequence[Ring]) -> Box:
    """West, south, east, north of all the rings."""
    lons = [p[0] for ring in rings for p in ring]
    lats = [p[1] for ring in rings for p in ring]
    return min(lons), min(lats), max(lons), max(lats)


def area(ring: Ring) -> float:
    """Unsigned area in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def main_box(rings: Sequence[Ring], apart: float = 15.0) -> Box:
    """The box of the largest ring, of those within `apart` degrees of it, and of large ones within three times that.

    So a country is boxed with Alaska, but without far possessions.
    """
    main = max(rings, key=area)
    west, south, east, north = box([main])
    kept = []
    for ring in rings:
        w, s, e, n = box([ring])
        far = 3 * apart if area(ring) > area(main) / 10 else apart
        if w >= west - far and e <= east + far and s >= south - far and n <= north + far:
            kept.append(ring)
    return box(kept)


def contains(ring: Ring, point: Point) -> bool:
    """Whether the point lies inside the ring (ray casting)."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def centroid(ring: Ring) -> Point:
    """The centre of the ring's area."""
    total = cx = cy = 0.0
    x0, y0 = ring[0]
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        total += cross
        cx += (x1 + x2 + x0) * cross / 3
        cy += (y1 + y2 + y0) * cross / 3
    return (cx / total, cy / total) if total else ring[0]


def inner_point(rings: Sequence[Ring], obstacles: Sequence[tuple[Box, Ring]] = (), steps: int = 24) -> Point:
    """The point of a grid over the largest ring that lies inside it, outside all obstacles, and farthest from edges."""
    outer = max(rings, key=area)
    around = west, south, east, north = box([outer])
    near = [ring for where, ring in obstacles if _touch(where, around)]
    edges = np.array(_thinned([p for ring in (outer, *near) for p in ring], around))
    best, best_distance = centroid(outer), -1.0
    for i in range(1, steps):
        for j in range(1, steps):
            x, y = west + (east - west) * i / steps, south + (north - south) * j / steps
            distance = float(((edges - (x, y)) ** 2).sum(axis=1).min())
            if distance > best_distance and contains(outer, (x, y)) and not any(contains(r, (x, y)) for r in near):
                best, best_distance = (x, y), distance
    return best


def _touch(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _thinned(points: list[Point], around: Box, most: int = 1500) -> list[Point]:
    """The points in the box, every n-th where there are many."""
    west, south, east, north = around
    kept = [p for p in points if west - 1 <= p[0] <= east + 1 and south - 1 <= p[1] <= north + 1]
    return kept[:: max(1, len(kept) // most)]
