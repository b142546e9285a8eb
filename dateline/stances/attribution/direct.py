"""Direct speech: quotations joined to what says whose they are, and to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from . import saying
from .context import SENTENCE_END, Context, contexts
from .quotes import Quotation
from .reading import Offsets, Reading
from .spans import cue_span
from .speaker import phrase

_PUNCTUATION = re.compile("[,;:—–.]")
_MAX_LINK = 2
"""Words between the cue's clause and the next quotation of one speech: ', he said, but "'."""
MIN_WORDS = 4
"""A quotation with no verb of saying beside it is speech when it is a sentence of at least this many words."""


def read(doc: Doc, text: str, quotations: Sequence[Quotation], lines: Sequence[Offsets]) -> list[Reading]:
    """Readings of the quotations that are speech, in order. `lines` are the article's paragraphs.

    A quotation whose speaker nothing beside it tells has frame "floating" and no speaker yet.
    """
    found: list[Reading] = []
    previous: Context | None = None
    for context in contexts(doc, text, quotations, lines):
        after = saying.verb_after(context)
        if (
            found
            and previous is not None
            and found[-1].end == previous.quotation.end
            and _continues(found[-1], previous, context, after)
        ):
            found[-1] = _joined(found[-1], context, after)
            previous = context
            continue
        reading = _new(context, after)
        if reading is not None:
            found.append(reading)
        if reading is not None or context.words >= MIN_WORDS:
            previous = context
    return found


def _continues(last: Reading, previous: Context, context: Context, after: Token | None) -> bool:
    """Whether a quotation goes on with the speech before it."""
    if saying.name_inside(context) is not None or saying.sign_after(previous) is not None:
        return False
    gap = context.text[previous.quotation.end : context.quotation.start]
    if not gap.strip():
        if saying.sign_after(context) is not None:
            return False
        return after is None or not previous.quotation.closed
    cue = _cue_between(last, previous, context)
    if cue is None or "\n" in gap or after is not None:
        return False
    if saying.verb_before(context) not in (None, cue) or _sentences_end(previous, context):
        return False
    if gap.rstrip()[-1] in ".?!":
        return context.is_sentence or context.words >= MIN_WORDS
    return len(_PUNCTUATION.split(gap)[-1].split()) <= _MAX_LINK


def _cue_between(last: Reading, previous: Context, context: Context) -> Token | None:
    """The verb between two quotations that says whose the first one is."""
    if last.verb is None:
        return None
    if previous.last < last.verb < context.first:
        return context.doc[last.verb]
    if saying.verb_before(context) is not None:
        return None
    return saying.verb_after(previous)  # 'scolded him: "You are late," she said. "Sit down."'


def _sentences_end(previous: Context, context: Context) -> bool:
    """Whether a sentence ends between two quotations and another begins."""
    between = context.doc[previous.last + 1 : context.first - 1]
    return any(t.text in SENTENCE_END and t.nbor().text[:1].isupper() for t in between)


def _joined(reading: Reading, context: Context, after: Token | None) -> Reading:
    quotation = context.quotation
    joined = replace(reading, pieces=(*reading.pieces, (quotation.start, quotation.end)))
    if reading.verb is None and after is not None:
        return replace(_by_verb(context, after), pieces=joined.pieces)
    return joined


def _new(context: Context, after: Token | None) -> Reading | None:
    if not context.words or (not context.quotation.closed and saying.ends_inside(context)):
        return None
    named = saying.name_inside(context)
    if named is not None:
        return _reading(context, named[1], named[0], "quote", "speech", None)
    before = saying.verb_before(context)
    if before is not None:
        return _by_verb(context, before)
    if after is not None:
        return _by_verb(context, after, _from_sentence_start(context))
    signed = saying.sign_after(context)
    if signed is not None:
        return _reading(context, signed[1], signed[0], "quote", "speech", None)
    if context.words < MIN_WORDS:
        return None
    sign = saying.colon_before(context)
    if sign is not None:
        cue, who = sign
        return _reading(context, who, cue, "quote" if who is not None else "floating", "speech", None)
    if not context.before and not context.quotation.single and (context.is_sentence or not context.after):
        return _reading(context, saying.subject_before(context), None, "floating", "speech", None)
    return None


def _by_verb(context: Context, verb: Token, start: int | None = None) -> Reading:
    cue = saying.cue_of(verb)
    kind, key = (cue.kind, cue.lemma) if cue is not None else ("speech", "")
    reading = _reading(context, saying.speaker_of(verb, context), cue_span(verb, key), "quote", kind, verb.i)
    return reading if start is None else replace(reading, pieces=((start, context.quotation.end),))


def _from_sentence_start(context: Context) -> int | None:
    """Where the content begins when its first words stand before the marks: 'The plan "has failed," she said'."""
    words = [t for t in context.before if not t.is_punct]
    if len(words) < 2 or any(saying.cue_of(t) is not None for t in words):
        return None
    return words[0].idx


def _reading(
    context: Context, who: Token | None, cue: Offsets | None, frame: str, kind: str, verb: int | None
) -> Reading:
    pieces = ((context.quotation.start, context.quotation.end),)
    return Reading(pieces, who, phrase(who) if who is not None else None, cue, frame, kind, verb)
