"""Attribution: who said what."""

from __future__ import annotations

from dateline.language import Parse, unwrapped
from dateline.records import Actor, Statement

from . import according, block, direct, headline, indirect, nominal, quotes
from .lookup import Lookup
from .merge import settle, statements
from .quotes import Quotation
from .reading import Reading
from .speaker import Speakers

__all__ = ["Lookup", "read", "readings"]


def read(parse: Parse, actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """The statements of an article in text order: speech, writing, thoughts and feelings with whose they are.

    Spans are code-point offsets into `parse.article.text`. `speaker` is an actor's id or None; `speaker_span` is
    the noun phrase of the speaker even when no actor is known, None when the text names nobody.
    """
    settled, quotations = readings(parse)
    return statements(settled, quotations, Speakers(actors))


def readings(parse: Parse) -> tuple[list[Reading], tuple[Quotation, ...]]:
    """The readings that stand, before speakers become actors, and the article's quotations."""
    text, doc = unwrapped(parse.article.text), parse.doc
    lines, quotations = quotes.paragraphs(text), quotes.read(text)
    spoken = direct.read(doc, text, quotations, lines)
    said = {piece for reading in spoken for piece in reading.pieces}
    quotations = tuple(q for q in quotations if q.closed or (q.start, q.end) in said)  # a mark alone quotes nothing
    found = [
        *spoken,
        *block.read(doc, text, quotations, lines),
        *headline.read(doc, text, lines),
        *according.read(doc),
        *indirect.read(doc),
        *nominal.read(doc),
    ]
    return settle(found, quotations, text), quotations
