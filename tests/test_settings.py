"""Every limit has a name, a default and a sentence; two can be set from outside."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from dateline.settings import Settings


@pytest.mark.parametrize("name", [f.name for f in fields(Settings)])
def test_every_setting_says_what_it_is_for(name: str) -> None:
    help = next(f.metadata["help"] for f in fields(Settings) if f.name == name)
    assert help.endswith(".") and len(help.split()) >= 6


def test_the_environment_names_another_gazetteer_and_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", "elsewhere.sqlite")
    monkeypatch.setenv("DATELINE_MODEL", "en_core_web_sm")
    found = Settings.from_environment()
    assert (found.gazetteer, found.model) == (Path("elsewhere.sqlite"), "en_core_web_sm")
