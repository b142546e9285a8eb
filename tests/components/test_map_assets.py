"""Leaflet's files are put in place once, from the installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from components import map_assets


@pytest.fixture
def vendor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of static/vendor/leaflet."""
    monkeypatch.setattr(map_assets, "VENDOR", tmp_path / "leaflet")
    map_assets.ensure.cache_clear()
    return tmp_path / "leaflet"


def test_a_fresh_clone_gets_script_style_and_images(vendor: Path) -> None:
    map_assets.ensure()
    assert (vendor / "leaflet.js").stat().st_size > 100_000
    assert (vendor / "leaflet.css").is_file()
    assert list((vendor / "images").glob("*.png"))


def test_a_damaged_file_is_put_right_at_the_next_start(vendor: Path) -> None:
    map_assets.ensure()
    whole = (vendor / "leaflet.js").read_bytes()
    (vendor / "leaflet.js").write_bytes(b"half")
    map_assets.ensure.cache_clear()
    map_assets.ensure()
    assert (vendor / "leaflet.js").read_bytes() == whole


def test_no_scratch_files_are_left(vendor: Path) -> None:
    map_assets.ensure()
    assert {p.name for p in vendor.iterdir()} == {"leaflet.js", "leaflet.css", "images"}
