"""The gazetteer that is shipped: what it holds, how names find it, and what it says to a file that is none."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from geopy.distance import great_circle

from dateline.places import keys, store
from dateline.places.gazetteer import MAX_CANDIDATES, Entry, Gazetteer, GazetteerError
from dateline.settings import DATA, DEFAULTS


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open(DEFAULTS.gazetteer)


def first(gazetteer: Gazetteer, name: str) -> Entry:
    entries = gazetteer.lookup(name)
    assert entries, f"nothing is called {name}"
    return entries[0]


def km(entry: Entry, lat: float, lon: float) -> float:
    return float(great_circle((entry.lat, entry.lon), (lat, lon)).km)


@pytest.mark.parametrize(
    ("country", "capital"), [("Iraq", "Baghdad"), ("Brazil", "Brasilia"), ("Australia", "Canberra"), ("Mali", "Bamako")]
)
def test_a_countrys_point_is_not_its_capital(gazetteer: Gazetteer, country: str, capital: str) -> None:
    land, city = first(gazetteer, country), first(gazetteer, capital)
    assert land.kind == "country"
    assert km(land, city.lat, city.lon) > 50


def test_mosul_is_where_it_is_and_carries_its_geonames_id(gazetteer: Gazetteer) -> None:
    mosul = first(gazetteer, "Mosul")
    assert km(mosul, 36.34, 43.13) < 25
    assert (mosul.source, mosul.source_id, mosul.country) == ("geonames", 99072, "IQ")
    assert gazetteer.within(mosul) == "Nineveh, Iraq"


def test_georgia_is_a_country_and_a_state(gazetteer: Gazetteer) -> None:
    assert {("country", "GE"), ("admin1", "US")} <= {(e.kind, e.country) for e in gazetteer.lookup("Georgia")}


def test_the_persian_gulfs_point_is_in_its_water_and_it_has_an_extent(gazetteer: Gazetteer) -> None:
    gulf = first(gazetteer, "Persian Gulf")
    assert gulf.feature_class == "H"
    assert gulf.bbox is not None
    west, south, east, north = gulf.bbox
    assert 47 < west < gulf.lon < east < 58 and 23 < south < gulf.lat < north < 31
    assert km(gulf, 26.6, 51.6) < 200  # amid the Gulf, off Qatar's and Iran's coasts
    assert not gazetteer.near(gulf.lat, gulf.lon, 25)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Texas", "admin1", "US"), ("Travis County", "admin2", "US"), ("Nineveh Governorate", "admin1", "IQ"),
        ("Anbar Province", "admin1", "IQ"), ("Bavaria", "admin1", "DE"), ("the Sahel", "region", None),
        ("Donbas", "historical", "UA"), ("Sinai", "peninsula", "EG"), ("Tigris", "river", None),
        ("Golan Heights", "historical", "SY"), ("Kremlin", "seat", "RU"), ("Downing Street", "seat", "GB"),
        ("Silicon Valley", "region", "US"), ("Heathrow", "airport", "GB"), ("Suez Canal", "canal", "EG"),
        ("Mount Everest", "mountain", None), ("Strait of Hormuz", "strait", None), ("Middle East", "region", None),
        ("Europe", "continent", None), ("Red Sea", "marine", None), ("Penn State", "university", "US"),
        ("Bombay", "city", "IN"), ("Kiev", "city", "UA"), ("Saigon", "city", "VN"), ("Burma", "country", "MM"),
        ("Soviet Union", "historical", None), ("Northamptonshire", "historical", "GB"),
        ("West Bank", "historical", "PS"),
    ],
)  # fmt: skip
def test_news_names_find_what_they_mean_first(gazetteer: Gazetteer, name: str, kind: str, country: str | None) -> None:
    entry = first(gazetteer, name)
    assert (entry.kind, entry.country) == (kind, country)


@pytest.mark.parametrize(
    ("one", "other"),
    [("St. Paul", "Saint Paul"), ("Mt. Everest", "Mount Everest"), ("Ft. Worth", "Fort Worth"),
     ("São Paulo", "Sao Paulo"), ("the Netherlands", "Netherlands"), ("Xi’an", "Xi'an"),
     ("N. Korea", "North Korea"), ("Travis Co.", "Travis County"),
     ("Tel-Aviv", "Tel Aviv"), ("KABUL", "Kabul"), ("Iraq's", "Iraq"), ("Ar-Raqqah", "al-Raqqa")],
)  # fmt: skip
def test_spellings_of_one_name_find_the_same_place(gazetteer: Gazetteer, one: str, other: str) -> None:
    assert first(gazetteer, one).source_id == first(gazetteer, other).source_id


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [("U.S.", "US", None), ("US", "US", None), ("U.K.", "GB", None), ("UAE", "AE", None), ("Ky.", "US", "KY"),
     ("N.M.", "US", "NM"), ("Calif.", "US", "CA"), ("Mass.", "US", "MA"), ("D.C.", "US", "DC"), ("Ont.", "CA", "08"),
     ("NSW", "AU", "02")],
)  # fmt: skip
def test_abbreviations_are_known_as_they_are_written(
    gazetteer: Gazetteer, text: str, country: str, admin1: str | None
) -> None:
    entry = first(gazetteer, text)
    assert (entry.country, entry.admin1, entry.alias_kind) == (country, admin1, "abbreviation")


@pytest.mark.parametrize("word", ["us", "in", "or", "me", "Mass", "Miss", "Pa", "Us and", "it", "oh"])
def test_words_are_not_taken_for_abbreviations(gazetteer: Gazetteer, word: str) -> None:
    assert not any(e.alias_kind == "abbreviation" for e in gazetteer.lookup(word))


def test_indiana_is_in_in_capitals_only(gazetteer: Gazetteer) -> None:
    assert first(gazetteer, "IN").name == "Indiana"
    assert not gazetteer.is_known("in")


@pytest.mark.parametrize(
    ("word", "name"),
    [("Iraqi", "Iraq"), ("Parisian", "Paris"), ("Londoners", "London"), ("Texan", "Texas"), ("Bavarian", "Bavaria"),
     ("Kurds", "Kurdistan"), ("Scottish", "Scotland"), ("Muscovite", "Moscow"), ("European", "Europe")],
)  # fmt: skip
def test_demonyms_lead_to_their_place(gazetteer: Gazetteer, word: str, name: str) -> None:
    entry = gazetteer.demonym(word)[0]
    assert (entry.name, entry.alias_kind) == (name, "demonym")


def test_an_indian_is_of_india_alone(gazetteer: Gazetteer) -> None:
    assert [e.country for e in gazetteer.demonym("Indian")] == ["IN"]


def test_codes_lead_to_country_and_state(gazetteer: Gazetteer) -> None:
    texas, iraq = gazetteer.admin1("US", "TX"), gazetteer.country("iq")
    assert texas is not None and texas.name == "Texas" and gazetteer.within(texas) == "United States"
    assert iraq is not None and iraq.name == "Iraq" and gazetteer.within(iraq) == ""
    assert gazetteer.country(None) is None and gazetteer.country("ZZ") is None and gazetteer.admin1("US", "ZZ") is None


def test_washington_the_city_lies_in_the_district(gazetteer: Gazetteer) -> None:
    city = next(e for e in gazetteer.lookup("Washington, D.C.") if e.kind == "city")
    assert gazetteer.within(city) == "District of Columbia, United States"


def test_common_names_give_a_bounded_list_that_spans_the_provinces(gazetteer: Gazetteer) -> None:
    entries = gazetteer.lookup("Washington")
    assert len(entries) == MAX_CANDIDATES
    assert len({(e.country, e.admin1) for e in entries}) > 30


@pytest.mark.parametrize(
    "text", ["", " ", "…", "\x00", "a" * 10_000, "'" * 100, "Мосул", "موصل", "𝕬" * 20, "%", "'; drop table"]
)
def test_rubbish_is_nobodys_name_and_no_error(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.lookup(text) == ()
    assert not gazetteer.is_known(text)


def test_every_country_and_state_has_a_point_inside_its_box(gazetteer: Gazetteer) -> None:
    for iso in ("IQ", "US", "FR", "BR", "RU", "AU", "NG"):
        entry = gazetteer.country(iso)
        assert entry is not None and entry.bbox is not None
        west, south, east, north = entry.bbox
        assert west <= entry.lon <= east and south <= entry.lat <= north, entry


def test_threads_share_one_gazetteer(gazetteer: Gazetteer) -> None:
    names = ["Paris", "London", "Mosul", "Lima", "Oslo", "Quito"] * 20
    wrong: list[str] = []

    def look() -> None:
        wrong.extend(n for n in names if keys.key(gazetteer.lookup(n)[0].name) != keys.key(n))

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_opening_again_gives_the_open_one(gazetteer: Gazetteer) -> None:
    assert Gazetteer.open(DEFAULTS.gazetteer) is gazetteer


def test_the_manifest_is_of_the_file_and_counts_it(gazetteer: Gazetteer) -> None:
    manifest = json.loads((DATA / "gazetteer.json").read_text(encoding="utf-8"))
    assert manifest["build"] == gazetteer.build
    assert sum(manifest["by_kind"].values()) == sum(manifest["by_source"].values()) == manifest["places"]
    assert all(source["data_licence"] for source in manifest["sources"])
    assert DEFAULTS.gazetteer.stat().st_size < 40 * 2**20


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="there is no gazetteer"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_truncated_file_is_a_clear_error(tmp_path: Path) -> None:
    cut = tmp_path / "cut.sqlite"
    cut.write_bytes(DEFAULTS.gazetteer.read_bytes()[:500_000])
    with pytest.raises(GazetteerError, match="truncated"):
        Gazetteer.open(cut)


@pytest.mark.parametrize("content", [b"", b"name,lat,lon\n", b"SQLite format 3\x00", b"\x00" * 4096])
def test_a_foreign_file_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(content)
    with pytest.raises(GazetteerError, match="restore"):
        Gazetteer.open(other)


def test_another_programs_database_is_a_clear_error(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "other.sqlite")
    db.execute("create table place(id)")
    db.commit()
    db.close()
    with pytest.raises(GazetteerError, match="not a gazetteer"):
        Gazetteer.open(tmp_path / "other.sqlite")


def test_an_older_form_is_a_clear_error(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    store.write(old, [])
    db = sqlite3.connect(old)
    db.execute("pragma user_version = 0")
    db.commit()
    db.close()
    with pytest.raises(GazetteerError, match=r"form 0 .* reads form"):
        Gazetteer.open(old)


def test_damage_inside_the_file_is_a_clear_error(tmp_path: Path) -> None:
    hurt = tmp_path / "hurt.sqlite"
    shutil.copy(DEFAULTS.gazetteer, hurt)
    with hurt.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (hurt.stat().st_size - 4096))
    with pytest.raises(GazetteerError, match="damaged"):
        Gazetteer.open(hurt).lookup("Paris")
