"""What the dashboard opens with: the sample article's places, times, actors and stances."""

from __future__ import annotations

from datetime import date

import pytest
from geopy.distance import distance

from dateline.analyse import analyse
from dateline.records import Actor, Analysis, Article, Place


def place(analysis: Analysis, name: str) -> Place:
    return next(p for p in analysis.places if p.name == name)


def actor(analysis: Analysis, name: str) -> Actor:
    """The actor that bears a name, as its own or as an alias."""
    found = [a for a in analysis.actors if name == a.name or name in a.aliases]
    assert len(found) == 1, f"{name}: {[a.name for a in found]}"
    return found[0]


def times(analysis: Analysis, text: str) -> list[tuple[date | None, date | None]]:
    return [(t.earliest, t.latest) for t in analysis.times if text in t.text]


@pytest.mark.parametrize(("name", "lat", "lon"), [("Mosul", 36.34, 43.13), ("Baghdad", 33.34, 44.40)])
def test_the_cities_are_within_25_km(sample: Analysis, name: str, lat: float, lon: float) -> None:
    found = place(sample, name)
    assert distance((found.lat, found.lon), (lat, lon)).km < 25


def test_the_persian_gulf_lies_in_its_waters_with_its_extent(sample: Analysis) -> None:
    gulf = place(sample, "Persian Gulf")
    assert gulf.feature_class == "H" and gulf.bbox is not None
    west, south, east, north = gulf.bbox
    assert 47 < west < gulf.lon < east < 58 and 23 < south < gulf.lat < north < 31


@pytest.mark.parametrize("name", ["Iraq", "United States", "Middle East"])
def test_countries_and_regions_are_places(sample: Analysis, name: str) -> None:
    assert place(sample, name)


def test_syria_is_only_a_part_of_a_name(sample: Analysis) -> None:
    assert all(p.name != "Syria" for p in sample.places) or all(t.within for t in sample.toponyms if t.text == "Syria")


@pytest.mark.parametrize("word", ["State", "Kurd", "Sunni", "ISIS"])
def test_words_and_groups_are_no_places(sample: Analysis, word: str) -> None:
    assert all(t.text != word for t in sample.toponyms if t.place)


def test_the_insurgents_are_one_actor(sample: Analysis) -> None:
    isis = actor(sample, "ISIS")
    mentions = " | ".join(m.text for m in isis.mentions)
    for name in ("Islamic State in Iraq and Syria", "ISIS insurgents", "ISIS fighters", "insurgents", "militants"):
        assert name in mentions, name


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Nuri al-Maliki", "Prime Minister"),
        ("John Kerry", "Secretary of State"),
        ("Barack Obama", "President"),
        ("Qassem Atta", "spokesman"),
        ("Qassim al-Moussawi", "spokesperson"),
        ("Aaron David Miller", "negotiator"),
    ],
)
def test_people_have_their_offices(sample: Analysis, name: str, office: str) -> None:
    found = actor(sample, name)
    assert found.kind == "person" and office.lower() in (found.office or "").lower()


@pytest.mark.parametrize(
    ("name", "country"),
    [("Nuri al-Maliki", "IRQ"), ("John Kerry", "USA"), ("Barack Obama", "USA"), ("Qassem Atta", "IRQ"),
     ("Qassim al-Moussawi", "IRQ")],
)  # fmt: skip
def test_officials_stand_on_their_side(sample: Analysis, name: str, country: str) -> None:
    found = actor(sample, name)
    side = next((a for a in sample.actors if a.id == found.part_of), None)
    assert found.country == country and side is not None


def test_qassem_and_qassim_are_two_people(sample: Analysis) -> None:
    assert actor(sample, "Qassem Atta").id != actor(sample, "Qassim al-Moussawi").id


def test_saturday_and_sunday_are_the_days_before_publication(sample: Analysis) -> None:
    found = times(sample, "Saturday") + times(sample, "Sunday")
    assert min(a for a, _ in found if a) == date(2014, 6, 14)
    assert max(b for _, b in found if b) == date(2014, 6, 15)


def test_last_week_is_the_week_before(sample: Analysis) -> None:
    ((earliest, latest),) = times(sample, "last week")
    assert earliest and latest and (latest - earliest).days == 6
    assert date(2014, 6, 1) <= earliest <= date(2014, 6, 8)


def test_relative_times_move_with_the_publication_date(sample_article: Article) -> None:
    moved = analyse(sample_article.model_copy(update={"published": date(2014, 7, 13)}))
    found = times(moved, "Saturday") + times(moved, "Sunday")
    assert min(a for a, _ in found if a) == date(2014, 7, 12)
    ((earliest, _),) = times(moved, "last week")
    assert earliest is not None and date(2014, 6, 29) <= earliest <= date(2014, 7, 6)


def test_without_a_publication_date_relative_times_stay_undated(sample_article: Article) -> None:
    undated = analyse(sample_article.model_copy(update={"published": None, "published_basis": None}))
    assert set(times(undated, "Saturday") + times(undated, "last week")) == {(None, None)}


def test_who_stands_where_is_found(sample: Analysis) -> None:
    names = {a.id: a.name for a in sample.actors}
    signs = {(names[s.actor], names.get(s.target.actor or "", "")): s.polarity for s in sample.stances}
    assert any(a == "ISIS" and p == -1 for (a, _), p in signs.items())
    assert any(t == "ISIS" and p == -1 for (_, t), p in signs.items())


def test_no_stance_is_dated_by_default(sample: Analysis) -> None:
    assert all(s.when_basis != "none" for s in sample.stances if s.when)
    assert any(s.when is None for s in sample.stances)
