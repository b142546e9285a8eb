"""Parsed articles for the benchmarks, kept in .cache/ so that a change to a later step does not cost a parse.

The cache key is the model, the text and the paragraph rule's source: a stale parse is never served.
"""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import DocBin

from dateline import language
from dateline.records import Article

CACHE = Path(__file__).resolve().parent.parent / ".cache" / "parses"


def rows(path: str | Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def article_of(row: dict[str, Any]) -> Article:
    """The article of one row: its id, text, title and publication date."""
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    return Article(
        id=str(row["id"]),
        text=row["text"],
        title=row.get("title"),
        published=published,
        published_basis="given" if published else None,
        url=row.get("url"),
    )


def parses(path: str | Path, limit: int | None = None) -> Iterator[language.Parse]:
    """The parsed articles of a JSON Lines file, in order."""
    articles = [article_of(row) for row in rows(path)[:limit]]
    key = hashlib.sha256(
        json.dumps([language.model_name(), inspect.getsource(language), [a.text for a in articles]]).encode()
    ).hexdigest()[:24]
    store = CACHE / f"{Path(path).stem}-{key}.spacy"
    vocab = language.pipeline().vocab
    if not store.exists():
        kept = DocBin(store_user_data=True)
        for parse in language.parse_many(articles):
            kept.add(parse.doc)
        store.parent.mkdir(parents=True, exist_ok=True)
        partial = store.with_suffix(f".{id(kept)}.part")
        kept.to_disk(partial)
        partial.rename(store)
    docs = DocBin(store_user_data=True).from_disk(store).get_docs(vocab)
    for article, doc in zip(articles, docs, strict=True):
        yield language.Parse(article, doc)
