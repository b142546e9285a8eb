"""How long the dashboard takes to open and to answer, beside an empty Streamlit page, in one browser and one run.

Prints medians of alternating measurements: opening an empty page, opening the sample's Overview (the engine has read
it before), a rerun of the empty page, a choice on the map until its sentence stands in the evidence panel.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EMPTY = 'import streamlit as st\nst.markdown("again" if st.button("once more") else "empty")\n'
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost"]


@contextlib.contextmanager
def served(script: Path, folder: Path) -> Iterator[str]:
    """A Streamlit server for a script; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true"]
    process = subprocess.Popen([*command, "--server.port", str(port)], cwd=folder, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://localhost:{port}/_stcore/health"):
                break
            time.sleep(0.1)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait()


def seconds(act: Any) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def opening(browser: Any, address: str, ready: str) -> float:
    """Seconds from asking for an address in a fresh session until `ready` is there."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()

    def act() -> None:
        page.goto(address)
        page.wait_for_selector(ready)

    took = seconds(act)
    context.close()
    return took


def rerun(browser: Any, address: str) -> float:
    """Seconds of one rerun of the empty page."""
    page = browser.new_page()
    page.goto(address)
    page.get_by_role("button", name="once more").wait_for()
    page.wait_for_timeout(500)

    def act() -> None:
        page.get_by_role("button", name="once more").click()
        page.wait_for_selector("text=again")

    took = seconds(act)
    page.close()
    return took


def choice(browser: Any, address: str) -> float:
    """Seconds from a click on Mosul's marker until its sentence stands in the evidence panel."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(address)
    marker = page.frame_locator("iframe[title*=folium]").first.locator("[data-place][aria-label^='Mosul,']").first
    marker.wait_for()
    page.wait_for_timeout(4000)

    def act() -> None:
        marker.click(force=True)
        page.wait_for_selector("blockquote.dl-quote mark:has-text('Mosul')")

    took = seconds(act)
    context.close()
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        script = Path(scratch) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        with served(script, Path(scratch)) as empty, served(ROOT / "app.py", ROOT) as dashboard:
            opening(browser, dashboard, ".dl-figures")  # the first reader waits for the engine; that is not measured
            took: dict[str, list[float]] = {
                "empty page": [],
                "Overview": [],
                "empty rerun": [],
                "choice on the map": [],
            }
            for _ in range(rounds):
                took["empty page"].append(opening(browser, empty, "text=empty"))
                took["Overview"].append(opening(browser, dashboard, ".dl-figures"))
                took["empty rerun"].append(rerun(browser, empty))
                took["choice on the map"].append(choice(browser, dashboard))
        browser.close()
    for what, values in took.items():
        print(f"{what:20} {statistics.median(values):6.2f} s  ({min(values):.2f} to {max(values):.2f})")
    allowed = 2 * statistics.median(took["empty page"]) + 1
    print(f"Overview may take    {allowed:6.2f} s  (twice the empty page and one second)")


if __name__ == "__main__":
    main()
