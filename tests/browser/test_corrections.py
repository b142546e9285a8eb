"""A reader's corrections in a real browser: in few clicks, on the map, taken back, kept, passed on, and private."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Visit

TEXT = (
    "On Monday Kenya banned the dock union of Mombasa. The dock union condemned the ban. "
    "In London, the foreign minister praised Kenya."
)


def mark(visit: Visit, name: str) -> Any:
    return visit.map_frame().locator(f"[data-place][aria-label^='{name},']")


def unfold(visit: Visit, label: str) -> None:
    visit.page.get_by_text(label).first.click()
    visit.settle()


def press(visit: Visit, label: str) -> None:
    visit.page.get_by_role("button", name=label).first.click()
    visit.settle()


def bring(visit: Visit, text: str) -> None:
    visit.open_sidebar()
    visit.page.get_by_text("Bring your own").click()
    visit.page.get_by_role("textbox", name="Text").fill(text)
    press(visit, "Analyse")


def where(visit: Visit) -> str:
    """The coordinates in the evidence panel."""
    return str(visit.page.locator("[class*=st-key-panel] dd").first.inner_text())


def test_a_wrong_place_is_corrected_in_three_clicks_and_one_takes_it_back(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    mark(visit, "Mosul").first.click(force=True)  # the first click
    visit.page.locator("[class*=st-key-panel] .dl-card .name", has_text="Mosul").first.wait_for()
    visit.settle()
    before = where(visit)
    unfold(visit, "Correct this")  # the second
    visit.page.get_by_role("button", name="Mosul, county or district").click()  # the third
    visit.page.get_by_text("corrected by you").wait_for()
    visit.settle()
    after = where(visit)
    assert after != before and "county or district" in str(mark(visit, "Mosul").first.get_attribute("aria-label"))
    unfold(visit, "Your corrections (1)")
    press(visit, "Undo")
    assert where(visit) == before
    assert "town or city" in str(mark(visit, "Mosul").first.get_attribute("aria-label"))
    assert visit.page.get_by_text("Your corrections").count() == 0
    assert visit.wrong == []


def test_a_point_by_hand_is_on_the_map_and_in_the_address(visit: Visit, dashboard: str) -> None:
    visit.open(f"{dashboard}/?sel=place:p3")
    unfold(visit, "Correct this")
    visit.page.get_by_role("textbox", name="Name").fill("Nimrud")
    visit.page.get_by_role("spinbutton", name="Latitude").fill("36.1")
    press(visit, "Put it there")
    mark(visit, "Nimrud").first.wait_for(state="attached")
    assert mark(visit, "Mosul").count() == 0 and "carried=" in visit.page.url
    other = visit.page.context.browser.new_context()
    fresh = Visit(other.new_page()).open(visit.page.url)
    assert fresh.chosen() == "Nimrud" and mark(fresh, "Nimrud").count() == 1
    other.close()


def test_a_session_file_brings_text_corrections_and_choice_to_another_reader(
    visit: Visit, dashboard: str, tmp_path: Path
) -> None:
    visit.open(dashboard)
    bring(visit, TEXT)
    mark(visit, "Mombasa").first.dispatch_event("keydown", {"key": "Enter"})
    visit.page.locator("[class*=st-key-panel] .dl-card .name", has_text="Mombasa").first.wait_for()
    visit.settle()
    unfold(visit, "Correct this")
    visit.page.get_by_role("textbox", name="Name").fill("Kilindini")
    press(visit, "Put it there")
    unfold(visit, "Keep and share")
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Session file").click()
    file = tmp_path / "session.json"
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["article"]["text"] == TEXT
    other = visit.page.context.browser.new_context(viewport={"width": 1300, "height": 900})
    fresh = Visit(other.new_page()).open(dashboard)
    assert mark(fresh, "Kilindini").count() == 0
    open_file(fresh, file)
    assert fresh.chosen() == "Kilindini" and mark(fresh, "Kilindini").count() == 1
    other.close()
    assert visit.wrong == []


def open_file(visit: Visit, file: Path) -> None:
    visit.open_sidebar()
    visit.page.get_by_text("Bring your own").click()
    visit.page.locator("input[type=file]").last.set_input_files(file)
    visit.page.wait_for_timeout(500)
    visit.settle()


@pytest.mark.parametrize(
    ("content", "message"), [("{", "cannot be read as JSON"), ('{"format": "dateline.session/1"}', "holds no article")]
)
def test_a_file_that_is_no_session_says_so_and_loses_nothing(
    visit: Visit, dashboard: str, tmp_path: Path, content: str, message: str
) -> None:
    (tmp_path / "s.json").write_text(content, encoding="utf-8")
    visit.open(dashboard)
    open_file(visit, tmp_path / "s.json")
    assert message in visit.page.get_by_test_id("stAlert").inner_text()
    assert "Iraq crisis" in visit.page.locator(".dl-head .title").inner_text()


def test_a_link_holds_the_text_and_a_damaged_one_says_so_and_opens_the_sample(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    bring(visit, TEXT)
    assert "carried=" not in visit.page.url
    unfold(visit, "Keep and share")
    press(visit, "Link that holds the text")
    link = re.sub(r"\s", "", visit.page.get_by_test_id("stCode").inner_text())
    other = visit.page.context.browser.new_context(viewport={"width": 1300, "height": 900})
    fresh = Visit(other.new_page()).open(link)
    assert fresh.page.locator(".dl-head .title").inner_text().startswith("On Monday Kenya banned")
    fresh.page.reload()
    fresh.settle()
    assert fresh.page.locator(".dl-head .title").inner_text().startswith("On Monday Kenya banned")
    other.close()
    other = visit.page.context.browser.new_context(viewport={"width": 1300, "height": 900})
    damaged = Visit(other.new_page())
    damaged.page.goto(link[:-15])
    damaged.page.get_by_text("The link is damaged").wait_for(timeout=30_000)
    damaged.settle()
    assert "Iraq crisis" in damaged.page.locator(".dl-head .title").inner_text()
    other.close()


def test_two_readers_see_nothing_of_each_other(visit: Visit, dashboard: str) -> None:
    other = visit.page.context.browser.new_context(viewport={"width": 1300, "height": 900})
    second = Visit(other.new_page())
    for reader, text in ((visit, TEXT), (second, TEXT.replace("ban.", "ban!"))):
        reader.open(dashboard)
        bring(reader, text)
    mark(visit, "Mombasa").first.dispatch_event("keydown", {"key": "Enter"})
    visit.page.locator("[class*=st-key-panel] .dl-card .name", has_text="Mombasa").first.wait_for()
    unfold(visit, "Correct this")
    press(visit, "No place at all")
    assert visit.page.get_by_text("Your corrections (1)").count() == 1
    second.go("Article")
    assert "ban!" in second.page.locator("article.text").inner_text()
    second.go("Map")
    assert mark(second, "Mombasa").count() == 1 and mark(visit, "Mombasa").count() == 0
    assert second.page.get_by_text("Your corrections").count() == 0
    assert second.page.locator("[class*=st-key-panel][class*=chosen]").count() == 0
    other.close()


@pytest.mark.parametrize("visit", [(390, "light"), (390, "dark")], indirect=True, ids=["light", "dark"])
def test_a_place_is_corrected_on_a_narrow_screen(visit: Visit, dashboard: str) -> None:
    visit.open(f"{dashboard}/?sel=place:p3")
    unfold(visit, "Correct this")
    press(visit, "No place at all")
    mark(visit, "Baghdad").first.wait_for(state="attached")
    assert mark(visit, "Mosul").count() == 0
    assert visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    visit.open_sidebar()
    unfold(visit, "Your corrections (1)")
    assert visit.page.get_by_text("“Mosul” is no place").is_visible()
    assert visit.wrong == []
