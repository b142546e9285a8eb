"""Headlines and transcripts with a colon: "Minister: talks failed", "Talks failed: minister", "SMITH: We will go."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from . import cues
from .reading import Offsets, Reading

_LEAD = re.compile(r"[^\S\n]*([^\n:“”\"]{2,60}?)\s?:\s+(?=\S)")
_TAIL = re.compile(r"([^\n:“”\"]{12,200}):\s+([^\n:“”\"]{3,40}?)[.\s]*$")
_SPEAKERS = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_MAX_SOURCE = 5
_MIN_CONTENT = 8
_TRANSCRIPT = 3
"""A text with at least this many paragraphs that begin with a name in capitals and a colon is a transcript."""


def read(doc: Doc, text: str, lines: Sequence[Offsets]) -> Iterator[Reading]:
    """Readings of the first line as a headline, and of all lines where the text is a transcript."""
    leads = [(line, m) for line in lines if (m := _LEAD.match(text, line[0], line[1]))]
    spoken = [(line, m) for line, m in leads if m.group(1).isupper()]
    if len(spoken) >= _TRANSCRIPT:
        for line, lead in spoken:
            name = doc.char_span(*lead.span(1), alignment_mode="expand")
            if name is not None:
                yield _reading(name, lead.span(1), (lead.end(), _end(text, line)), text, "block")
    elif lines:
        headline = _headline(doc, text, lines[0])
        if headline is not None:
            yield headline


def _headline(doc: Doc, text: str, line: Offsets) -> Reading | None:
    end = _end(text, line)
    lead, tail = _LEAD.match(text, *line), _TAIL.match(text, line[0], end)
    pairs = [(lead.span(1), (lead.end(), end))] if lead is not None else []
    pairs += [(tail.span(2), tail.span(1))] if tail is not None else []
    for source, content in pairs:
        name = doc.char_span(*source, alignment_mode="expand")
        said = doc.char_span(*content, alignment_mode="expand")
        if name is None or said is None or content[1] - content[0] < _MIN_CONTENT:
            continue
        if _is_source(name) and any(t.pos_ in ("VERB", "AUX") for t in said):
            return _reading(name, source, content, text, "that")
    return None


def _is_source(name: Span) -> bool:
    """Whether the words beside the colon name somebody who can say something."""
    if len(name) > _MAX_SOURCE or any(t.pos_ in ("VERB", "AUX", "ADP") for t in name):
        return False
    if name.root.lower_ in cues.sources():
        return True
    if name.root.pos_ not in _NOUNS and not name.ents:
        return False
    return name.root.lemma_.lower() in cues.sources() or any(e.label_ in _SPEAKERS for e in name.ents)


def _end(text: str, line: Offsets) -> int:
    return line[0] + len(text[line[0] : line[1]].rstrip())


def _reading(name: Span, source: Offsets, content: Offsets, text: str, frame: str) -> Reading:
    colon = text.index(":", min(source[1], content[1]))
    return Reading((content,), name.root, source, (colon, colon + 1), frame, "speech")
