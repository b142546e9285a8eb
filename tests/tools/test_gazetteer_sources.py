"""The pieces that the gazetteer is baked from: pins, shapes, tables."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest

from dateline.places import store, tables
from dateline.places.store import Alias, Row
from dateline.settings import DEFAULTS
from tools.gazetteer import geonames, natural_earth, packages, shapes

TABLES = DEFAULTS.lexicon / "places"
SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def test_a_package_with_another_hash_is_refused(tmp_path: Path) -> None:
    package = packages.PACKAGES["zipcodes"]
    fetched = tmp_path / "fetched" / package.name
    fetched.mkdir(parents=True)
    (fetched / "zipcodes-1.3.0-py3-none-any.whl").write_bytes(b"something else")
    with pytest.raises(packages.WrongPackage, match=r"zipcodes 1\.3\.0"):
        packages.folder("zipcodes", tmp_path)


def test_a_pickle_that_would_run_code_is_refused() -> None:
    with pytest.raises(pickle.UnpicklingError, match="system"):
        natural_earth._DataOnly(io.BytesIO(b"cposix\nsystem\n(S'true'\ntR.")).load()


def test_the_inner_point_of_a_sea_is_in_no_island() -> None:
    island = [(3.0, 3.0), (7.0, 3.0), (7.0, 7.0), (3.0, 7.0)]
    x, y = shapes.inner_point([SQUARE], [(shapes.box([island]), island)])
    assert shapes.contains(SQUARE, (x, y)) and not shapes.contains(island, (x, y))
    assert shapes.contains(island, shapes.inner_point([SQUARE]))


def test_the_main_box_leaves_out_far_possessions() -> None:
    far = [(x + 90, y) for x, y in [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]]
    assert shapes.main_box([SQUARE, far]) == (0, 0, 10, 10)


@pytest.mark.parametrize("name", ["Mosul", "Łódź", "Al Mawşil", "Đà Nẵng"])
def test_names_in_latin_letters_are_kept(name: str) -> None:
    assert geonames.latin(name)


@pytest.mark.parametrize("name", ["Москва", "OSL", "ao si lu", "モスル", "123"])
def test_names_that_english_never_prints_are_dropped(name: str) -> None:
    assert not geonames.latin(name)


def test_every_table_can_be_read_and_lies_on_earth() -> None:
    rows = list(tables.places(TABLES))
    assert len(rows) > 1_500
    for row in rows:
        assert -90 <= row.lat <= 90 and -180 <= row.lon <= 180, row.name
        if row.bbox:
            west, south, east, north = row.bbox
            assert west <= row.lon <= east and south <= row.lat <= north, row.name


def test_no_place_stands_twice_in_the_tables() -> None:
    seen = [(r.name, r.kind, r.country, round(r.lat), round(r.lon)) for r in tables.places(TABLES)]
    assert sorted(s for s in set(seen) if seen.count(s) > 1) == []


def test_a_river_is_known_by_its_full_name_and_only_great_ones_without() -> None:
    rivers = {r.name: {a.name for a in r.aliases} for r in tables.places(TABLES) if r.kind == "river"}
    assert "Thames" in rivers["River Thames"]
    assert "East" not in rivers["East River"]


def test_names_go_to_the_weightiest_row_they_mean() -> None:
    small = Row("Paris", "city", "P", "PPL", "FR", 45, 1, "geonames", 1, weight=3)
    large = Row("Paris", "city", "P", "PPLC", "FR", 48.9, 2.35, "geonames", 2, weight=7)
    found = tables.names([(0, small), (1, large)], TABLES)
    assert Alias("Parisian", "demonym") in found[1] and 0 not in found


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("word\n", encoding="utf-8")
    (tmp_path / "x.csv").write_text(
        "# note\nname,kind,code,country,lat,lon,aliases\nAtlantis,city,P.PPL,,,,\n", encoding="utf-8"
    )
    with pytest.raises(tables.TableError, match=r"x\.csv, line 3"):
        list(tables.places(tmp_path))


def test_the_order_of_rows_does_not_change_the_build(tmp_path: Path) -> None:
    rows = [
        Row(n, "city", "P", "PPL", "IQ", 33, 44, "geonames", i, weight=w)
        for i, (n, w) in enumerate([("A b", 3), ("C d", 5)])
    ]
    one = store.write(tmp_path / "1.sqlite", rows)
    two = store.write(tmp_path / "2.sqlite", rows[::-1])
    assert one["build"] == two["build"]


def test_a_point_off_the_earth_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no point on Earth"):
        store.write(tmp_path / "x.sqlite", [Row("X", "city", "P", "PPL", None, 91, 0, "t")])
    assert list(tmp_path.iterdir()) == []
