"""Times: expressions of time, what they mean, and which act they date."""

from __future__ import annotations

from dateline.language import Parse
from dateline.records import TimeExpression
from dateline.times.interpreter import read_text
from dateline.times.tense import from_doc


def read(parse: Parse) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in the order of its text."""
    return read_text(parse.article.text, parse.article.published, from_doc(parse.doc))
