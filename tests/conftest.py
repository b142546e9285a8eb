"""What many tests need: the sample article, its analysis, and a way to read a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from components.library import samples
from dateline.analyse import analyse
from dateline.records import Analysis, Article

SAMPLE = "iraq-june-2014"


@pytest.fixture(scope="session")
def sample_article() -> Article:
    """The article that the project was created around."""
    return samples()[SAMPLE]


@pytest.fixture(scope="session")
def sample(sample_article: Article) -> Analysis:
    """Its analysis."""
    return analyse(sample_article)


@pytest.fixture(scope="session")
def read() -> Callable[..., Analysis]:
    """Reads a text as an article."""

    def read_text(text: str, published: date | None = None) -> Analysis:
        basis = "given" if published else None
        return analyse(Article(id="t", text=text, published=published, published_basis=basis))

    return read_text
