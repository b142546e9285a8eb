"""A session as a file: the article, its publication date, the reader's corrections and selection, as JSON and back.

A file may be from another version, or edited by hand: every field is checked by itself, and what can be opened is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import StringConstraints, TypeAdapter, ValidationError

from components.selection import Selection
from dateline.corrections import Correction, read_all
from dateline.ingest import IngestError, article_from_text, parse_published
from dateline.records import Article, PublishedBasis
from dateline.settings import DEFAULTS

FORMAT = "dateline.session/1"
_FAMILY = "dateline.session/"
MOST_BYTES = 6 * DEFAULTS.max_chars + 1_000_000
"""Six bytes a character is the most that JSON needs for the longest article; the rest is for corrections."""
_SHORT: TypeAdapter[str] = TypeAdapter(Annotated[str, StringConstraints(max_length=2000)])
_BASIS: TypeAdapter[PublishedBasis | None] = TypeAdapter(PublishedBasis | None)


@dataclass(frozen=True)
class Session:
    """What a reader has open and has set."""

    article: Article
    corrections: tuple[Correction, ...] = ()
    selection: Selection | None = None


@dataclass(frozen=True)
class Opened:
    """A session that was read, and what of it could not be, in sentences for the reader."""

    session: Session
    notes: tuple[str, ...] = ()


def written(session: Session, *, with_text: bool = True) -> bytes:
    """The session as JSON in UTF-8. Without the text only an article that comes with the dashboard can be opened."""
    article = session.article.model_dump(mode="json", exclude_none=True, exclude={"language"})
    article["published"] = article.get("published")
    if not with_text:
        del article["text"]
    form = {
        "format": FORMAT,
        "article": article,
        "corrections": [c.model_dump(mode="json") for c in session.corrections],
        "selection": str(session.selection) if session.selection else None,
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read(data: bytes, known: Mapping[str, Article]) -> Opened:
    """The session in these bytes; `known` are the articles that come with the dashboard, by id.

    Raises IngestError, with a message for the reader, where no article can be had from them.
    """
    form = _form(data)
    notes: list[str] = []
    if form.get("format") != FORMAT:
        notes.append("It was written by another version of Dateline; what this one understands is opened.")
    article = _article(form.get("article"), known, notes)
    rows = form.get("corrections", [])
    corrections, refused = read_all(rows if isinstance(rows, list) else [rows])
    if refused:
        total = len(corrections) + refused
        notes.append(f"{refused} of {total} corrections could not be read and are left out.")
    chosen = form.get("selection")
    selection = Selection.read(chosen[:200]) if isinstance(chosen, str) else None
    return Opened(Session(article, corrections, selection), tuple(notes))


def _form(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise IngestError(f"The file has {len(data) / 1e6:.1f} MB; a session file has at most {MOST_BYTES / 1e6:.1f}.")
    try:
        form = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise IngestError("This is not a session file, or it is damaged: it cannot be read as JSON.") from None
    if not isinstance(form, dict) or not str(form.get("format", "")).startswith(_FAMILY):
        raise IngestError("This is not a session file of Dateline: it does not say that it is one.")
    return form


def _article(raw: object, known: Mapping[str, Article], notes: list[str]) -> Article:
    if not isinstance(raw, dict):
        raise IngestError("The session file holds no article.")
    text, id = raw.get("text"), raw.get("id")
    found = known.get(id) if isinstance(id, str) else None
    if found is not None and text in (None, found.text):
        article = found
    elif isinstance(text, str):
        title, source, url = (_checked(raw, key, notes) for key in ("title", "source", "url"))
        article = article_from_text(text, title=(title or "")[:300] or None, source=source, url=url)
    else:
        raise IngestError("The session file holds no text, and names no article that is here.")
    return _dated(article, raw, notes)


def _checked(raw: Mapping[str, Any], key: str, notes: list[str]) -> str | None:
    value = raw.get(key)
    try:
        return None if value is None else _SHORT.validate_python(value)
    except ValidationError:
        notes.append(f"Its {key} could not be read and is left out.")
        return None


def _dated(article: Article, raw: Mapping[str, Any], notes: list[str]) -> Article:
    if "published" not in raw:
        return article
    try:
        value = raw["published"]
        if value is not None and not isinstance(value, str):
            raise IngestError("not a date")
        published = parse_published(value)
        basis = _BASIS.validate_python(raw.get("published_basis"))
    except (IngestError, ValidationError):
        notes.append("Its publication date could not be read; the article’s own is used.")
        return article
    basis = (basis or "given") if published else None
    return article.model_copy(update={"published": published, "published_basis": basis})
