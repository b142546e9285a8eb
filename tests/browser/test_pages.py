"""The pages in a real browser that can reach nothing but the dashboard."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Visit

PAGES = ["Overview", "Article", "Map", "Timeline", "Actors", "Method"]
LOOKS = [(1300, "light"), (1300, "dark"), (390, "light"), (390, "dark")]


@pytest.mark.parametrize("visit", LOOKS, indirect=True, ids=lambda look: f"{look[0]}-{look[1]}")
def test_every_page_opens_without_an_error_or_a_failed_request(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    for page in PAGES:
        visit.go(page)
        if page in ("Overview", "Map"):
            visit.map_frame()
        assert visit.page.get_by_test_id("stException").count() == 0
        overflow = visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, f"{page} is {overflow} pixels too wide"
    assert visit.wrong == []


def test_the_map_has_one_container_and_six_named_markers(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    visit.go("Map")
    frame = visit.map_frame()
    assert frame.locator(".leaflet-container").count() == 1
    names = {"Mosul", "Baghdad", "Persian Gulf", "Iraq", "United States", "Middle East"}
    text = frame.locator("body").inner_text()
    assert frame.locator("[data-place]").count() >= 6
    assert {n for n in names if n in text} >= {"Mosul", "Baghdad", "Persian Gulf", "Iraq"}


def test_a_click_on_mosul_shows_a_popup_and_a_sentence_with_mosul(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    visit.go("Map")
    visit.map_frame().locator("[data-place][aria-label^='Mosul,']").first.click(force=True)
    visit.settle()
    assert "Mosul" in visit.map_frame().locator(".leaflet-popup-content").inner_text()
    assert re.search(r"taking over\s+Mosul", visit.page.locator("blockquote.dl-quote").first.inner_text())
    assert "sel=place" in visit.page.url


def test_the_choice_is_remembered_on_the_other_pages(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    visit.go("Article")
    visit.page.get_by_role("button", name=re.compile("Mosul. Place")).first.click()
    visit.settle()
    for page in ("Map", "Timeline", "Actors", "Overview"):
        visit.go(page)
        assert "Mosul" in visit.chosen(), page


def test_an_address_opened_elsewhere_shows_the_same_choice(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    visit.go("Article")
    visit.page.get_by_role("button", name=re.compile("Baghdad. Place")).first.click()
    visit.settle()
    address = visit.page.url
    other = visit.page.context.browser.new_context()
    fresh = Visit(other.new_page()).open(address)
    assert "Baghdad" in fresh.chosen()
    other.close()


def test_the_timeline_has_at_least_twelve_marks(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    visit.go("Timeline")
    visit.page.wait_for_selector(".js-plotly-plot .point, .js-plotly-plot .bars path", state="attached")
    assert visit.page.locator(".js-plotly-plot .point path, .js-plotly-plot path.point").count() >= 12


def test_an_article_with_scripts_in_it_is_shown_and_not_obeyed(visit: Visit, dashboard: str) -> None:
    text = (
        "<script>window.hacked = 1</script> <img src=x onerror='window.hacked = 1'> Police in Lagos arrested "
        "`${window.hacked = 1}` protesters on Monday, and $x$ the **union** condemned the arrests in Kano."
    )
    visit.open(dashboard)
    bring(visit, text)
    for page in PAGES:
        visit.go(page)
        assert visit.page.evaluate("window.hacked") is None
        for frame in visit.page.frames:
            assert frame.evaluate("window.hacked") is None
    visit.go("Article")
    assert "<script>window.hacked = 1</script>" in visit.page.locator("article.text").inner_text()
    assert visit.wrong == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("   ", "There is no text"),
        ("Der Streik im Hafen endete am Freitag, nachdem die Gewerkschaft zugestimmt hatte.", "not in English"),
        ("word " * 70_000, "at most 200,000"),
        ("12345 67890 !!!", "no words"),
    ],
)  # fmt: skip
def test_bad_input_gets_a_message_and_loses_nothing(visit: Visit, dashboard: str, text: str, message: str) -> None:
    visit.open(dashboard)
    bring(visit, text)
    assert message in visit.page.get_by_test_id("stAlert").inner_text()
    assert "Iraq crisis" in visit.page.locator(".dl-head .title").inner_text()
    if text.strip():
        assert visit.page.get_by_role("textbox", name="Text").input_value().startswith(text[:12])


def test_a_text_with_no_place_and_no_actor_has_honest_empty_pages(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    bring(visit, "Boil the rice for ten minutes. Drain it well. Serve it with lemon and a little salt.")
    for page, words in (("Map", "No place was found"), ("Actors", "No stance was found")):
        visit.go(page)
        assert words in visit.page.get_by_test_id("stMain").inner_text()
    assert visit.wrong == []


def test_another_publication_date_moves_the_days(visit: Visit, dashboard: str) -> None:
    visit.open(f"{dashboard}/?published=2014-07-13")
    assert "Sunday, 13 July 2014" in visit.page.locator(".dl-head").inner_text()
    visit.go("Timeline")
    assert (
        "12 Jul 2014" in visit.page.get_by_test_id("stMain").inner_text() or visit.page.locator("text=/12 Jul/").count()
    )


def bring(visit: Visit, text: str) -> None:
    """Paste a text in the sidebar and have it analysed."""
    visit.open_sidebar()
    visit.page.get_by_text("Bring your own").click()
    visit.page.get_by_role("textbox", name="Text").fill(text)
    visit.page.get_by_role("button", name="Analyse").click()
    visit.settle()
