"""The map as streamlit-folium gets it: no network, one base, hostile text as data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string, generate_js_hash

from components import map_assets
from components.escape import shortened
from components.map import base_map, chosen_place, places_group
from dateline.records import Analysis, Toponym
from tests.components.made import HOSTILE, analysis, hostile, place, small, toponym


def script(found: Analysis, selected: str | None = None) -> str:
    world = base_map()
    world.get_root().render()
    _get_map_string(world)
    return _get_feature_group_string(places_group(found, selected), world)


def payload(code: str) -> dict:
    match = re.search(r"datelineMap\.show\(map_div, (.*)\);", code)
    assert match is not None
    return json.loads(match[1])


def test_the_base_is_the_same_whatever_the_article_and_differs_by_theme() -> None:
    def frame(dark: bool) -> str:
        world = base_map(dark=dark)
        world.get_root().render()
        return generate_js_hash(_get_map_string(world), "key")

    assert frame(dark=False) == frame(dark=False) != frame(dark=True)


def test_the_page_loads_only_files_that_lie_in_the_static_folder() -> None:
    map_assets.ensure()
    addresses = [address for _, address in [*base_map().default_js, *base_map().default_css]]
    assert len(addresses) == 4
    for address in addresses:
        assert (map_assets.STATIC / address.removeprefix(f"{map_assets.FROM_FRAME}/")).is_file()


def test_no_address_leads_to_another_host_but_the_street_tiles_and_credits() -> None:
    own = Path(map_assets.STATIC / "map" / "dateline-map.js").read_text(encoding="utf-8")
    hosts = set(re.findall(r"https?://([\w.]+)", own))
    assert hosts == {"www.naturalearthdata.com", "tile.openstreetmap.org", "www.openstreetmap.org"}


def test_the_browser_gets_the_places_and_the_selection() -> None:
    got = payload(script(small(), "kotor"))
    assert got["selected"] == "kotor"
    assert {f["properties"]["name"] for f in got["features"]} == {"Kotor", "Norland", "Adriatic Sea"}


def test_hostile_text_arrives_as_it_is_and_only_as_data() -> None:
    code = script(hostile())
    assert "<" not in code
    assert "`" not in code
    assert "${" not in code
    for one in payload(code)["features"]:
        assert one["properties"]["name"] == shortened(HOSTILE, 60)
        assert one["properties"]["evidence"].startswith("</script><img")


def test_a_template_in_the_text_is_not_run_on_the_server() -> None:
    text = "{{ 7 * 7 }} {% raw %} {# Kotor"
    found = analysis(text, places=(place("p", text),), toponyms=(toponym("Kotor", "p", text),))
    (one,) = payload(script(found))["features"]
    assert one["properties"]["name"] == text


def test_our_own_script_never_reads_text_as_markup() -> None:
    own = Path(map_assets.STATIC / "map" / "dateline-map.js").read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|\beval\b", own)


@pytest.mark.parametrize("count", [1000, 5000])
def test_thousands_of_places_stay_a_message_of_less_than_half_a_kilobyte_each(count: int) -> None:
    sentence = "Kotor fell to the rebels after a night of shelling that nobody in the old town will forget. "
    text = sentence * count
    many = tuple(place(f"p{i}", f"Town {i}", lat=i % 80, lon=i % 170) for i in range(count))
    at = len(sentence)
    mentions = tuple(
        Toponym(start=at * i, end=at * i + 5, text="Kotor", place=f"p{i}", role="literal", confidence=1)
        for i in range(count)
    )
    assert len(script(analysis(text, places=many, toponyms=mentions))) < 420 * count


@pytest.mark.parametrize(("asked", "told"), [("kotor", "kotor"), ("nowhere", None), (None, None)])
def test_a_choice_counts_only_if_the_analysis_holds_it(asked: str | None, told: str | None) -> None:
    assert chosen_place({"last_active_drawing": {"properties": {"id": asked}}}, small()) == told


@pytest.mark.parametrize("answer", [None, {}, {"last_active_drawing": None}, {"last_active_drawing": {}}])
def test_no_answer_is_no_choice(answer: object) -> None:
    assert chosen_place(answer, small()) is None
