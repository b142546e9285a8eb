"""Imports go one way, and no module outgrows its idea."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SUBJECTS = ("places", "times", "actors", "stances")
DISPLAYS = {"streamlit", "folium", "plotly", "streamlit_folium", "branca"}


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Full names of what a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches(path: Path, wanted: str) -> bool:
    return any(name == wanted or name.startswith(f"{wanted}.") for name in imports(path))


@pytest.mark.parametrize("path", modules("dateline"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_engine_knows_no_display_and_no_component(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & (DISPLAYS | {"components", "pages", "app"})


@pytest.mark.parametrize("path", modules("components"), ids=lambda p: str(p.relative_to(ROOT)))
def test_components_know_no_page(path: Path) -> None:
    assert not reaches(path, "pages") and not reaches(path, "app")


@pytest.mark.parametrize("subject", ["places", "times", "actors"])
def test_only_stances_look_at_the_other_subjects(subject: str) -> None:
    others = [s for s in SUBJECTS if s != subject]
    found = [
        f"{path.relative_to(ROOT)} imports dateline.{other}"
        for path in modules(f"dateline/{subject}")
        for other in others
        if reaches(path, f"dateline.{other}")
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["dateline", "components", "pages", "tools", "benchmarks"])
def test_a_module_says_in_its_first_line_what_it_is_for_and_holds_one_idea(folder: str) -> None:
    wrong = []
    for path in modules(folder):
        text = path.read_text(encoding="utf-8")
        if text.strip() and not ast.get_docstring(ast.parse(text)):
            wrong.append(f"{path.relative_to(ROOT)} has no docstring")
        if text.count("\n") > 350:
            wrong.append(f"{path.relative_to(ROOT)} has {text.count(chr(10))} lines")
    assert wrong == []
