"""Gets the map's scripts and styles in place, so that folium and the browser need no network.

Leaflet's own files come from the installed package `django-js-lib-leaflet` and are copied into static/vendor/,
which git ignores. Addresses are relative to the frame that streamlit-folium draws in, so that they hold under any
base path (`server.baseUrlPath`).
"""

from __future__ import annotations

import importlib.resources
import shutil
from functools import lru_cache
from pathlib import Path

import folium

STATIC = Path(__file__).resolve().parent.parent / "static"
VENDOR = STATIC / "vendor" / "leaflet"
FROM_FRAME = "../../app/static"
"""Streamlit's static folder as seen from /component/streamlit_folium.st_folium/index.html."""
_FILES = ("leaflet.js", "leaflet.css")


@lru_cache(maxsize=1)
def ensure() -> None:
    """Copy Leaflet into static/vendor/ where it is missing or changed, and make folium load it and our own files.

    Raises ModuleNotFoundError when the package with Leaflet's files is not installed, OSError when static/vendor/
    cannot be written and does not hold the files yet.
    """
    source = importlib.resources.files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    for name in _FILES:
        with importlib.resources.as_file(source / name) as path:
            _copy(path, VENDOR / name)
    with importlib.resources.as_file(source / "images") as images:
        for path in images.iterdir():
            _copy(path, VENDOR / "images" / path.name)
    folium.Map.default_js = scripts(FROM_FRAME)
    folium.Map.default_css = styles(FROM_FRAME)


def scripts(static: str) -> list[tuple[str, str]]:
    """What folium's maps load, as (name, address) under the address of the static folder."""
    return [("leaflet", f"{static}/vendor/leaflet/leaflet.js"), ("dateline", f"{static}/map/dateline-map.js")]


def styles(static: str) -> list[tuple[str, str]]:
    """The style sheets of folium's maps, as (name, address)."""
    return [("leaflet_css", f"{static}/vendor/leaflet/leaflet.css"), ("dateline_css", f"{static}/map/dateline-map.css")]


def _copy(source: Path, target: Path) -> None:
    data = source.read_bytes()
    if target.is_file() and target.read_bytes() == data:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    # Two processes may start at once: each writes its own file, and the move is atomic.
    scratch = target.with_suffix(f"{target.suffix}.{id(data)}")
    scratch.write_bytes(data)
    shutil.move(scratch, target)
