"""`dateline analyse`: articles in, analyses out, in order; what cannot be read is reported and the rest is done."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tqdm import tqdm

from dateline import language
from dateline.analyse import read
from dateline.cli import asking
from dateline.export.summary import summary
from dateline.ingest import IngestError, article_from_text, parse_published, text_of
from dateline.ingest.jsonl import Refused, articles
from dateline.ingest.text import decode
from dateline.places.gazetteer import GazetteerError
from dateline.places.services import NotAskable
from dateline.records import Analysis, Article

log = logging.getLogger(__name__)


def add_to(commands: Any) -> None:
    """Add this command to the command line."""
    parser = commands.add_parser(
        "analyse",
        help="analyse articles",
        description="Analyse articles: plain text (one article a file), or .jsonl with one article a line "
        "(id, text, optional title, published, url). Without FILE, or with -, standard input is read.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="plain text or .jsonl; - is standard input")
    parser.add_argument("--published", metavar="DATE", help="publication date of plain texts, like 2014-06-15")
    parser.add_argument("--title", metavar="T", help="title of a plain text")
    parser.add_argument("--format", choices=("json", "jsonl", "text"), default="text", help="output (default: text)")
    asking.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Analyse what `args` names; returns the exit code."""
    try:
        published = parse_published(args.published)
    except IngestError as error:
        print(f"dateline: --published: {error}", file=sys.stderr)
        return 2
    try:
        service = asking.service(args)
    except NotAskable as error:
        return asking.usage_error(error)
    failures: list[str] = []
    progress = tqdm(unit=" articles", disable=None, file=sys.stderr, leave=False)
    try:
        brought = _articles(args.files or ["-"], published, args.title, failures, progress)
        for analysis in asking.filled(_analyses(brought, failures, progress), service, failures):
            _write(analysis, args.format)
    except (OSError, GazetteerError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        progress.close()
        print(f"dateline: {error}", file=sys.stderr)
        return 1
    finally:
        progress.close()
    for failure in failures:
        print(f"dateline: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _articles(
    files: list[str], published: date | None, title: str | None, failures: list[str], progress: Any
) -> Iterator[Article]:
    for name in files:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            failures.append(f"{name}: {error.strerror or error}")
            continue
        try:
            if name.endswith(".jsonl") or (name == "-" and _is_jsonl(data)):
                lines = decode(data).split("\n")  # a JSON string may hold the other line ends that splitlines() knows
                progress.total = progress.n + sum(1 for line in lines if line.strip())
                yield from _rows(name, lines, failures)
            else:
                id = None if name == "-" else Path(name).stem
                yield article_from_text(text_of(data), id=id, published=published, title=title)
        except IngestError as error:
            failures.append(f"{name}: {error}")


def _is_jsonl(data: bytes) -> bool:
    first = data.lstrip()[:100_000].split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _rows(name: str, lines: list[str], failures: list[str]) -> Iterator[Article]:
    for row in articles(lines):
        if isinstance(row, Refused):
            failures.append(f"{name}:{row.line}: article {row.id or '(no id)'}: {row.why}")
        else:
            yield row


def _analyses(found: Iterator[Article], failures: list[str], progress: Any) -> Iterator[Analysis]:
    for article in found:
        try:
            yield read(language.parse(article))
        except (
            ValueError,
            RuntimeError,
            LookupError,
            ArithmeticError,
        ) as error:  # one bad article must not cost the others
            log.debug("article %s failed", article.id, exc_info=True)  # the reader gets a line, not a traceback
            failures.append(f"article {article.id}: could not be analysed ({type(error).__name__})")
        progress.update()


def _write(analysis: Analysis, form: str) -> None:
    if form == "text":
        print(summary(analysis), end="\n\n")
    else:
        print(json.dumps(analysis.to_json(), ensure_ascii=False, indent=2 if form == "json" else None), flush=True)
