"""Plain text becomes an Article: checked for size, encoding, language and publication date."""

from __future__ import annotations

import hashlib
import re
from datetime import date, timedelta

from dateline.ingest.errors import IngestError
from dateline.ingest.language import language_of
from dateline.records import Article, PublishedBasis
from dateline.settings import DEFAULTS, Settings
from dateline.times.published import infer

_WORD = re.compile(r"[^\W\d_]{2,}")
_BROKEN = re.compile("[\ud800-\udfff]")
_EARLIEST_PUBLISHED = date(1600, 1, 1)  # the first newspapers


def parse_published(value: str | None, today: date | None = None) -> date | None:
    """A publication date from its ISO form; None for a blank one.

    Raises IngestError when it is no date, or lies before the first newspapers or more than a day ahead of `today`.
    """
    if value is None or not value.strip():
        return None
    try:
        published = date.fromisoformat(value.strip()[:10])
    except ValueError:
        raise IngestError(
            f"“{value.strip()[:40]}” is not a date. Write the publication date as year-month-day, like 2014-06-15."
        ) from None
    if published < _EARLIEST_PUBLISHED or published > (today or date.today()) + timedelta(days=1):
        raise IngestError(
            f"{published.isoformat()} cannot be a publication date: give one between 1600-01-01 and today."
        )
    return published


def article_from_text(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    published: date | None = None,
    url: str | None = None,
    source: str | None = None,
    settings: Settings = DEFAULTS,
) -> Article:
    """An Article from text, unchanged; its id defaults to the first 16 hex digits of the text's SHA-256.

    The publication date, when it is not given, is taken from a dateline in the text if there is one. Raises
    IngestError for a blank, over-long or non-English text, or one that holds no words.
    """
    if not text.strip():
        raise IngestError("There is no text. Paste the article’s text, or choose a file that holds it.")
    if len(text) > settings.max_chars:
        raise IngestError(
            f"The text has {len(text):,} characters; at most {settings.max_chars:,} can be read at once. "
            "Bring one article at a time, or split the text."
        )
    if "\x00" in text or not _WORD.search(text):
        raise IngestError("This does not look like text: there are no words in it. Bring the article as plain text.")
    if _BROKEN.search(text):
        raise IngestError("The text holds broken characters (lone surrogates). Copy it again from its source.")
    language = language_of(text)
    if language != "en":
        raise IngestError(
            f"The text seems to be in {language.upper()}, not in English. Dateline reads English only: "
            "bring a translation."
        )
    basis: PublishedBasis | None = "given" if published else None
    if published is None and (found := infer(text)):
        published, basis = found
    return Article(
        id=id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        title=title,
        published=published,
        published_basis=basis,
        language=language,
        source=source,
        url=url,
    )


def text_of(data: bytes, settings: Settings = DEFAULTS) -> str:
    """Text from a file's bytes: UTF-8, with or without a mark, or UTF-16 with one. Raises IngestError for all else."""
    if len(data) > 4 * settings.max_chars:  # UTF-8 needs at most four bytes a character
        raise IngestError(
            f"The file has {len(data) / 1e6:.1f} MB; an article of at most {settings.max_chars:,} characters "
            "can be read. Bring one article at a time."
        )
    return decode(data)


def decode(data: bytes) -> str:
    """Text from bytes of any size, as `text_of`."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise IngestError("The file is not plain text in UTF-8. Save it as plain text (UTF-8) and try again.") from None
    if "\x00" in text:
        raise IngestError("The file is not plain text: it holds binary data. Save the article as plain text (UTF-8).")
    return text
