"""The few rules of style that Streamlit's theme does not cover, set once a page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_CSS = (Path(__file__).parent / "assets" / "page.css").read_text(encoding="utf-8")


def is_dark() -> bool:
    """Whether the reader sees the dark theme."""
    return st.context.theme.type == "dark"


def apply_style() -> None:
    """Put the page's own rules in place."""
    paper = st.get_option(f"theme.{'dark' if is_dark() else 'light'}.backgroundColor")
    st.html(f"<style>:root {{ --dl-paper: {paper}; }}\n{_CSS}</style>")
