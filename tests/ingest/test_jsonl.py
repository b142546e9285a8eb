"""Each line of a table of articles is read or refused on its own."""

from __future__ import annotations

import json

from dateline.ingest.jsonl import Refused, articles
from dateline.records import Article

TEXT = "Ministers from Chad and Niger met in Niamey on Monday to discuss the border."


def test_good_lines_survive_bad_ones_in_order() -> None:
    lines = [
        json.dumps({"id": 1, "text": TEXT, "published": "2020-01-02"}),
        "{not json",
        "",
        json.dumps({"id": "b", "text": ""}),
        json.dumps({"text": TEXT}),
        json.dumps({"id": "c", "text": TEXT, "published": "soon"}),
        json.dumps(["a list"]),
        json.dumps({"id": "d", "text": TEXT, "title": 3}),
        json.dumps({"id": "e", "text": TEXT, "url": "https://example.org/a"}),
    ]
    found = list(articles(lines))
    assert [a.id for a in found if isinstance(a, Article)] == ["1", "e"]
    refused = [(r.line, r.id) for r in found if isinstance(r, Refused)]
    assert refused == [(2, None), (4, "b"), (5, None), (6, "c"), (7, None), (8, "d")]


def test_json_nested_too_deeply_is_refused() -> None:
    (found,) = articles(["[" * 100_000])
    assert isinstance(found, Refused)
