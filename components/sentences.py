"""Sentences as evidence: the sentence around a span, drawn with the words that count marked. Safe HTML out."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Iterable

from dateline.records import Analysis, Span


def sentence_around(analysis: Analysis, span: Span) -> Span:
    """The sentence that holds the start of a span; the span itself where no sentence does."""
    at = bisect_right([s.start for s in analysis.sentences], span.start) - 1
    if at >= 0 and analysis.sentences[at].end > span.start:
        return analysis.sentences[at]
    return Span(start=span.start, end=span.end)


def grouped(analysis: Analysis, spans: Iterable[Span]) -> list[tuple[Span, list[Span]]]:
    """Sentences in the order of the text, each with those of the spans that begin in it."""
    found: dict[tuple[int, int], tuple[Span, list[Span]]] = {}
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        sentence = sentence_around(analysis, span)
        found.setdefault((sentence.start, sentence.end), (sentence, []))[1].append(span)
    return list(found.values())


def marked(analysis: Analysis, sentence: Span, spans: Iterable[Span], css_class: str = "hit") -> str:
    """The sentence as HTML, all of its text escaped, with the spans in <mark>; overlapping spans become one."""
    text, out, at = analysis.article.text, [], sentence.start
    for start, end in _merged(spans, sentence):
        out += [_escaped(text[at:start]), f'<mark class="{css_class}">{_escaped(text[start:end])}</mark>']
        at = end
    return "".join([*out, _escaped(text[at : sentence.end])])


def _merged(spans: Iterable[Span], sentence: Span) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: s.start):
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _escaped(text: str) -> str:
    return html.escape(" ".join(text.split(" ")).replace("\n", " "))
