"""What tests of pages need: the router in every run."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager


@pytest.fixture(autouse=True)
def router_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a server that has run before: every run begins with the router, also of a page in a folder pages/."""
    begin = PagesManager.__init__

    def begin_as_before(self: PagesManager, *args: Any, **more: Any) -> None:
        begin(self, *args, **more)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", begin_as_before)
