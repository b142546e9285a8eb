"""The map under a reader's hands: keyboard, labels, a view that stays where it was put."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import Visit


def frame(visit: Visit) -> Any:
    """The frame of the map, for its own script."""
    visit.map_frame().locator("[data-place]").first.wait_for(state="attached")
    return next(f for f in visit.page.frames if "streamlit_folium" in f.url)


def zoom(visit: Visit) -> float:
    return float(frame(visit).evaluate("map.getZoom()"))


def wait_until_chosen(visit: Visit, name: str) -> None:
    """Wait until the evidence panel is headed by this name; the map waits a quarter of a second before it tells."""
    head = visit.page.locator("[class*=st-key-panel] .dl-card .name", has_text=name)
    head.first.wait_for(timeout=15_000)
    visit.settle()


def open_map(visit: Visit, dashboard: str) -> Any:
    visit.open(dashboard)
    visit.go("Map")
    return frame(visit)


def test_a_place_is_chosen_by_keyboard(visit: Visit, dashboard: str) -> None:
    found = open_map(visit, dashboard)
    found.locator("[data-place][aria-label^='Baghdad,']").focus()
    visit.page.keyboard.press("Enter")
    wait_until_chosen(visit, "Baghdad")
    assert "Baghdad" in found.locator(".leaflet-popup-content").inner_text()


def test_a_name_on_the_map_is_as_good_as_its_mark(visit: Visit, dashboard: str) -> None:
    found = open_map(visit, dashboard)
    found.get_by_text("Mosul", exact=True).click()
    wait_until_chosen(visit, "Mosul")
    assert found.locator(".dl-chosen .dl-name").inner_text() == "Mosul"


def test_the_same_place_can_be_chosen_again_after_another_was_chosen_elsewhere(visit: Visit, dashboard: str) -> None:
    found = open_map(visit, dashboard)
    for name in ("Mosul", "Persian Gulf", "Mosul"):
        found.locator(f"[data-place][aria-label^='{name},']").dispatch_event("keydown", {"key": "Enter"})
        wait_until_chosen(visit, name)


def test_a_choice_moves_neither_zoom_nor_frame(visit: Visit, dashboard: str) -> None:
    found = open_map(visit, dashboard)
    found.evaluate("void map.setZoom(6, {animate: false})")
    found.evaluate("window.sameFrame = true")
    found.locator("[data-place][aria-label^='Baghdad,']").dispatch_event("keydown", {"key": "Enter"})
    wait_until_chosen(visit, "Baghdad")
    assert zoom(visit) == 6
    assert frame(visit).evaluate("window.sameFrame") is True


def test_the_view_is_kept_while_the_reader_is_on_another_page(visit: Visit, dashboard: str) -> None:
    open_map(visit, dashboard).evaluate("void map.setView([30, 40], 7, {animate: false})")
    visit.page.wait_for_timeout(300)
    visit.go("Actors")
    visit.go("Map")
    assert zoom(visit) == 7


def test_places_far_off_are_one_click_away_and_so_is_the_way_back(visit: Visit, dashboard: str) -> None:
    found = open_map(visit, dashboard)
    mark = found.locator("[data-place][aria-label^='United States,']")
    inside = "place => { const at = place.getBoundingClientRect(); return at.left > 0 && at.right < innerWidth; }"
    assert not mark.evaluate(inside)
    near = zoom(visit)
    found.get_by_role("button", name="Show all places").click()
    visit.page.wait_for_timeout(800)
    assert mark.evaluate(inside)
    found.get_by_role("button", name="Show where it happens").click()
    visit.page.wait_for_timeout(800)
    assert zoom(visit) == near


def test_countries_seas_and_their_names_are_drawn(visit: Visit, dashboard: str) -> None:
    found = open_map(visit, dashboard)
    found.locator(".dl-country").first.wait_for()
    assert "Iran" in found.locator(".dl-country").all_inner_texts()
    areas = found.locator(".leaflet-dl-areas-pane path")
    areas.first.wait_for(state="attached")
    assert areas.count() >= 3
    assert visit.wrong == []
