"""What this project draws keeps WCAG 2.1 A and AA, by axe-core's rules."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit

PAGES = ["Overview", "Article", "Map", "Timeline", "Actors", "Method"]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
STREAMLITS_OWN = (
    "stHeader", "stToolbar", "stSidebarHeader", "stSidebarCollapseButton", "stSelectbox", "stDateInput",
    "stFileUploader", "stDataFrame", "stTopNav", "stIFrame", "stCustomComponentV1",
)  # fmt: skip
"""Widgets that we use and cannot mend: what axe finds inside them is Streamlit's."""


def ours(violation: dict[str, Any], page: Any) -> list[str]:
    """The elements of a violation that do not lie in one of Streamlit's own widgets."""
    found = []
    for node in violation["nodes"]:
        selector = node["target"][0]
        inside = page.evaluate(
            "([selector, own]) => { const e = typeof selector === 'string' ? document.querySelector(selector) : null;"
            " return !e || own.some((id) => e.closest(`[data-testid=${id}]`)); }",
            [selector, list(STREAMLITS_OWN)],
        )
        if not inside:
            found.append(f"{violation['id']}: {node['html'][:140]} ({node['failureSummary'][:160]})")
    return found


@pytest.mark.parametrize("visit", [(1300, "light"), (1300, "dark")], indirect=True, ids=["light", "dark"])
def test_no_page_breaks_wcag_2_1_aa(visit: Visit, dashboard: str) -> None:
    visit.open(dashboard)
    wrong = []
    for page in PAGES:
        visit.go(page)
        result = Axe().run(visit.page, options=RULES)
        wrong += [f"{page}: {one}" for v in result.response["violations"] for one in ours(v, visit.page)]
    assert not wrong, "\n".join(wrong)
