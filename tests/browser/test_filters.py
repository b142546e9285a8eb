"""Filters in a real browser: chosen in two clicks, followed by the map, taken away by their chip."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit


@pytest.mark.parametrize("visit", [(1300, "light"), (390, "dark")], indirect=True, ids=["wide", "narrow"])
def test_a_filter_is_chosen_shown_on_the_map_and_taken_away(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    places = visit.map_frame().locator("[data-place]")
    places.first.wait_for(state="attached")
    before = places.count()
    visit.page.get_by_role("button", name="Filter").first.click()
    visit.settle()
    visit.page.get_by_role("combobox", name="Actors, acting or acted upon").click()
    visit.page.get_by_role("option", name="ISIS").click()
    visit.settle()
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("Escape")
    visit.settle()
    assert "show=actors" in visit.page.url
    visit.page.get_by_text("place names shown").wait_for()
    assert 0 < visit.map_frame().locator("[data-place]").count() < before
    assert visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    visit.page.get_by_role("button", name="ISIS", exact=True).click()
    visit.settle()
    assert "show=" not in visit.page.url
    assert visit.map_frame().locator("[data-place]").count() == before
    assert visit.wrong == []
