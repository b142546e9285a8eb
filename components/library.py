"""The articles that come with the dashboard."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from dateline.ingest import article_from_text, parse_published
from dateline.records import Article
from dateline.settings import DATA

FIRST = "iraq-june-2014"
"""The article that the dashboard opens with."""


@lru_cache(maxsize=1)
def samples(folder: Path = DATA / "articles") -> dict[str, Article]:
    """Articles by id, each a .txt and a .json beside it with id, title and published; the first is opened first."""
    found = {}
    for path in sorted(folder.glob("*.json"), key=lambda p: (p.stem != FIRST, p.stem)):
        known = json.loads(path.read_text(encoding="utf-8"))
        article = article_from_text(
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            id=known["id"],
            title=known["title"],
            published=parse_published(known.get("published")),
            source=known.get("source"),
        )
        found[article.id] = article.model_copy(update={"published_basis": _basis(known)})
    return found


def _basis(known: dict[str, str]) -> str:
    # The note behind the word ("inferred: it tells of ...") is for people who open the file.
    return known.get("published_basis", "given").partition(":")[0]
