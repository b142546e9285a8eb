"""Words without quotation marks: the paragraph after one that ends in "said:" or in a colon."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from . import saying
from .quotes import Quotation
from .reading import Offsets, Reading
from .spans import cue_span
from .speaker import phrase, subject

_MIN_CHARS = 40
_MAX_LEAD = 60


def read(doc: Doc, text: str, quotations: Sequence[Quotation], lines: Sequence[Offsets]) -> Iterator[Reading]:
    """Readings of unquoted paragraphs whose cue is the paragraph before; a colon with no verb of saying is none."""
    starts = [t.idx for t in doc]
    marked = {q.paragraph for q in quotations}
    for number in range(1, len(lines)):
        (lead_start, lead_end), (start, end) = lines[number - 1], lines[number]
        end = start + len(text[start:end].rstrip())
        if number in marked or end - start < _MIN_CHARS or not text[lead_start:lead_end].rstrip().endswith(":"):
            continue
        first, last = bisect_left(starts, lead_start), bisect_left(starts, lead_end)
        lead = list(doc[max(first, last - _MAX_LEAD) : last])
        verb = next((t for t in reversed(lead) if saying.cue_of(t) is not None), None)
        if verb is None:
            continue
        who = subject(verb)
        yield Reading(
            ((start, end),),
            who,
            phrase(who) if who is not None else None,
            cue_span(verb, ""),
            "block",
            "speech",
            verb.i,
        )
