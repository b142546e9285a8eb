"""The head of every page: which article, published when, and what of it is shown."""

from __future__ import annotations

import html

import streamlit as st

from components import words
from components.filter_bar import filter_bar
from dateline.records import Analysis


def header(analysis: Analysis) -> None:
    """Show the article's title and its publication date with its basis, and under them the filters."""
    article = analysis.article
    title = article.title or " ".join(article.text[:90].split()) + "…"
    sentences = len(analysis.sentences)
    facts = [words.published(article), f"{len(article.text.split()):,} words, {sentences} sentences", article.source]
    meta = " · ".join(fact for fact in facts if fact)
    st.html(
        f'<div class="dl-head"><div class="title" role="heading" aria-level="1">{html.escape(title)}</div>'
        f'<div class="meta">{html.escape(meta)}</div></div>'
    )
    filter_bar(analysis)
