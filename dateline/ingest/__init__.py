"""Ingest: what a reader or a file brings becomes an Article, or a message that says what to do."""

from dateline.ingest.errors import IngestError
from dateline.ingest.text import article_from_text, parse_published, text_of

__all__ = ["IngestError", "article_from_text", "parse_published", "text_of"]
