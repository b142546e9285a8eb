"""A gazetteer from a GeoNames dump has the shipped one's form and answers in the same way."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from dateline.places.build import DumpError, build
from dateline.places.gazetteer import Gazetteer, GazetteerError


def line(geonameid: int, name: str, others: str, lat: float, lon: float, code: str, country: str,
         admin1: str = "", people: int = 0) -> str:  # fmt: skip
    class_, _, feature = code.partition(".")
    plain = name.encode("ascii", "ignore").decode()
    cells = [
        geonameid,
        name,
        plain,
        others,
        lat,
        lon,
        class_,
        feature,
        country,
        "",
        admin1,
        "",
        "",
        "",
        people,
        "",
        "",
        "",
        "",
    ]
    return "\t".join(map(str, cells)) + "\n"


ANDORRA = "".join([
    line(3041565, "Principality of Andorra", "Andorra,Andorre,Андорра", 42.55, 1.58, "A.PCLI", "AD", "00", 77006),
    line(3041566, "Andorra la Vella", "", 42.5, 1.5, "A.ADM1", "AD", "07", 20430),
    line(3041563, "Andorra la Vella", "Andorra-Vila,ALV", 42.50779, 1.52109, "P.PPLC", "AD", "07", 20430),
    line(3040051, "les Escaldes", "Escaldes", 42.50729, 1.53414, "P.PPLA", "AD", "08", 15853),
    line(3039163, "Riu Valira", "Valira", 42.4, 1.45, "H.STM", "AD"),
    line(1, "Pic de Coma Pedrosa", "", 42.59, 1.44, "T.PK", "AD"),
])  # fmt: skip
NAMES = "".join(
    f"{i}\t{geonameid}\t{language}\t{name}\t\t\t\t\t\t\n"
    for i, (geonameid, language, name) in enumerate(
        [
            (3041565, "en", "Andorra"),
            (3041565, "fr", "Andorre"),
            (3041565, "abbr", "AND"),
            (3041563, "en", "Andorra City"),
        ]
    )
)


def zipped(path: Path, name: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, text)
    return path


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return zipped(tmp_path / "AD.zip", "AD.txt", ANDORRA)


def test_a_dump_becomes_a_gazetteer(dump: Path, tmp_path: Path) -> None:
    manifest = build(dump, None, tmp_path / "ad.sqlite", lexicon=None)
    gazetteer = Gazetteer.open(tmp_path / "ad.sqlite")
    assert gazetteer.build == manifest["build"]
    assert manifest["places"] == 6
    capital = gazetteer.lookup("andorra la vella")[0]
    assert (capital.source_id, capital.kind, capital.population) == (3041563, "city", 20430)
    assert gazetteer.lookup("Andorra")[0].kind == "country"
    assert gazetteer.lookup("Valira")[0].kind == "river"
    assert gazetteer.within(capital) == "Andorra la Vella, Principality of Andorra"


def test_alternate_names_are_those_that_english_prints(dump: Path, tmp_path: Path) -> None:
    names = zipped(tmp_path / "names.zip", "alternateNamesV2.txt", NAMES)
    build(dump, names, tmp_path / "ad.sqlite", lexicon=None)
    gazetteer = Gazetteer.open(tmp_path / "ad.sqlite")
    assert gazetteer.lookup("Andorra City")[0].source_id == 3041563
    assert gazetteer.lookup("AND")[0].alias_kind == "abbreviation"
    assert not gazetteer.is_known("and")
    assert not gazetteer.is_known("Andorre")


def test_the_projects_own_tables_are_added(dump: Path, tmp_path: Path) -> None:
    build(dump, None, tmp_path / "ad.sqlite")
    gazetteer = Gazetteer.open(tmp_path / "ad.sqlite")
    assert gazetteer.demonym("Andorran")[0].source_id == 3041565
    assert gazetteer.lookup("Pyrenees")[0].kind == "mountain"


def test_the_same_dump_gives_the_same_build(dump: Path, tmp_path: Path) -> None:
    first = build(dump, None, tmp_path / "1.sqlite", lexicon=None)
    second = build(dump, None, tmp_path / "2.sqlite", lexicon=None)
    assert first["build"] == second["build"]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [("AD.txt", "one\ttwo\n", "columns"), ("readme.txt", "hello", "no table"), ("AD.csv", "a", "no table")],
)
def test_a_zip_that_is_no_dump_is_a_clear_error(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(DumpError, match=message):
        build(zipped(tmp_path / "x.zip", name, text), None, tmp_path / "x.sqlite", lexicon=None)
    assert not (tmp_path / "x.sqlite").exists()


def test_what_is_no_zip_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("hello", encoding="utf-8")
    with pytest.raises(GazetteerError, match="no zip file"):
        build(tmp_path / "x.zip", None, tmp_path / "x.sqlite", lexicon=None)


def test_a_number_that_is_none_is_a_clear_error(tmp_path: Path) -> None:
    bad = zipped(tmp_path / "x.zip", "AD.txt", ANDORRA.replace("42.55", "north"))
    with pytest.raises(DumpError, match="line 1"):
        build(bad, None, tmp_path / "x.sqlite", lexicon=None)
