"""Tables of articles in JSON Lines: one article a line, each line read or refused on its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.ingest.errors import IngestError
from dateline.ingest.text import article_from_text, parse_published
from dateline.records import Article
from dateline.settings import DEFAULTS, Settings


@dataclass(frozen=True)
class Refused:
    """A line that is no readable article: its number (from 1), the article's id if it has one, and why."""

    line: int
    id: str | None
    why: str


def articles(lines: Iterable[str], settings: Settings = DEFAULTS) -> Iterator[Article | Refused]:
    """An Article or a Refused for each line that is not blank, in order.

    Keys of a line: `id` and `text`; optional `title`, `published`, `url`. Others are left alone.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _one(number, line, settings)


def _one(number: int, line: str, settings: Settings) -> Article | Refused:
    id = None
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise IngestError("the line is not a JSON object with the keys id and text")
        id = str(row["id"]) if row.get("id") is not None else None
        if id is None or not isinstance(row.get("text"), str):
            raise IngestError("the line lacks an id or a text")
        return article_from_text(
            row["text"],
            id=id,
            title=_text(row, "title"),
            published=parse_published(_text(row, "published")),
            url=_text(row, "url"),
            settings=settings,
        )
    except json.JSONDecodeError as error:
        return Refused(number, id, f"not JSON: {error.msg} at column {error.colno}")
    except RecursionError:
        return Refused(number, id, "not JSON that can be read: nested too deeply")
    except IngestError as error:
        return Refused(number, id, str(error))


def _text(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise IngestError(f"{key} is not text")
