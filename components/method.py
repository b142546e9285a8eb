"""The Method page's parts: how an article is read, what the words mean, how far to trust it, whence the data."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components import words
from dateline.records import Analysis
from dateline.settings import DATA

_TEXTS = Path(__file__).parent / "assets" / "method"


def prose(name: str) -> None:
    """Show one of the page's texts."""
    st.markdown((_TEXTS / f"{name}.md").read_text(encoding="utf-8"))


def stance_types() -> None:
    """The sixteen kinds of stance, in words, by quad class."""
    table = pd.DataFrame(
        {"Kind": kind, "In words": words.TYPES[kind], "Class": words.QUADS[quad]}
        for kind, quad in words.QUAD_OF.items()
    )
    with st.expander("The sixteen kinds of stance"):
        st.table(table.set_index(table.columns[0]))


def measures() -> None:
    """How well it does on texts with answers made by people, beside what else there is."""
    table = pd.DataFrame(_read_json(DATA / "measures.json")["measures"])
    table.columns = pd.Index(["What", "Measured on", "Dateline", "Others on the same"])
    st.table(table.set_index("What"))
    st.caption(
        "Scores from 0 to 100, higher is better. The texts belong to others and are not part of Dateline; "
        "the commands that measure are in benchmarks/."
    )


def sources() -> None:
    """Where the gazetteer's places come from, under which licences."""
    manifest = _read_json(DATA / "gazetteer.json")
    st.markdown(f"The gazetteer holds {manifest['places']:,} places under {manifest['names']:,} names.")
    table = pd.DataFrame(
        {
            "From": " ".join(filter(None, (source["package"], source.get("version")))),
            "What": source["gives"],
            "Licence of the data": source["data_licence"],
        }
        for source in manifest["sources"]
    )
    st.table(table.set_index(table.columns[0]))


def versions(analysis: Analysis) -> None:
    """What produced the analysis that is open."""
    engine = analysis.engine
    st.caption(f"Dateline {engine.version} · parser {engine.model} · gazetteer {engine.gazetteer}")


@lru_cache(maxsize=4)
def _read_json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
