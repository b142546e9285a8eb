"""A running dashboard and a real browser that can reach nothing but it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(str(item.fspath)).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def dashboard() -> Iterator[str]:
    """The address of a dashboard that runs for this test session."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    process = subprocess.Popen(
        [*command, "--server.port", str(port), "--server.address", "127.0.0.1", "--server.fileWatcherType", "none"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        _wait_until_healthy(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the dashboard stopped at its start with exit code {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not start within {START_SECONDS} s")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium. Without one the test is skipped, and fails where DATELINE_REQUIRE_BROWSER is set."""
    executable = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if executable is None:
        reason = f"no browser: none of {', '.join(CHROMIUM)} is installed"
        if os.environ.get("DATELINE_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """One page of the browser, and all that went wrong on it."""

    page: Any
    wrong: list[str] = field(default_factory=list)

    def note_failed(self, request: Any) -> None:
        """Keep a request that failed; one that the browser itself dropped on leaving a page did not fail."""
        if request.failure != "net::ERR_ABORTED":
            self.wrong.append(f"failed {request.url[:120]}")

    def go(self, page: str) -> None:
        """Open a page by its link in the navigation, which at narrow widths stands in the sidebar."""
        self.open_sidebar()
        link = self.page.get_by_role("link", name=page, exact=True)
        link.first.click()
        self.settle()

    def open_sidebar(self) -> None:
        """Open the sidebar where the width has closed it."""
        sidebar = self.page.get_by_test_id("stSidebar")
        if sidebar.get_attribute("data-collapsed") == "true":
            self.page.get_by_test_id("stExpandSidebarButton").click()
            self.page.wait_for_timeout(400)

    def open(self, address: str) -> Visit:
        """Open an address and wait until the script has run."""
        self.page.goto(address)
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until Streamlit says that nothing runs."""
        self.page.wait_for_selector("[data-testid=stApp]", timeout=30_000)
        self.page.wait_for_timeout(300)  # a click has to reach the server before anything runs
        # A map that has just been drawn tells its state, which runs the page once more: quiet is what stays quiet.
        quiet = 0
        for _ in range(200):
            state = self.page.evaluate("document.querySelector('[data-testid=stApp]')?.dataset.testScriptState")
            quiet = quiet + 1 if state == "notRunning" else 0
            if quiet == 5:
                return
            self.page.wait_for_timeout(200)
        raise TimeoutError("the page did not come to rest within 40 s")

    def chosen(self) -> str:
        """The name at the head of the evidence panel."""
        return str(self.page.locator("[class*=st-key-panel] .dl-card .name").first.inner_text())

    def map_frame(self) -> Any:
        """The frame that holds the map, once Leaflet has drawn."""
        self.page.wait_for_selector("iframe[title*=folium]", state="attached", timeout=30_000)
        frame = self.page.frame_locator("iframe[title*=folium]").first
        frame.locator(".leaflet-container").wait_for(timeout=30_000)
        return frame


@pytest.fixture
def visit(browser: Any, dashboard: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh visitor, 1300 pixels wide and in light unless the test's parameters say otherwise."""
    width, scheme = getattr(request, "param", (1300, "light"))
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-GB")
    found = Visit(context.new_page())
    found.page.on("requestfailed", found.note_failed)
    found.page.on("response", lambda r: r.status >= 400 and found.wrong.append(f"{r.status} {r.url[:120]}"))
    found.page.on("pageerror", lambda e: found.wrong.append(f"script error {str(e)[:200]}"))
    found.page.on("console", lambda m: m.type == "error" and found.wrong.append(f"console {m.text[:200]}"))
    yield found
    context.close()
