"""Evidence is the sentence, escaped, with the words that count marked."""

from __future__ import annotations

from components.sentences import grouped, marked, sentence_around
from dateline.records import Analysis, Article, Engine, Span

TEXT = "<b>Kano</b> burned. A & B met in Kano.\nThen `Kano` fell."
ANALYSIS = Analysis(
    engine=Engine(version="0", model="m", gazetteer="g"),
    article=Article(id="t", text=TEXT),
    sentences=(Span(start=0, end=19), Span(start=20, end=38), Span(start=39, end=len(TEXT))),
)


def test_markup_in_the_article_is_shown_not_obeyed() -> None:
    out = marked(ANALYSIS, ANALYSIS.sentences[0], [Span(start=3, end=7)])
    assert out == '&lt;b&gt;<mark class="hit">Kano</mark>&lt;/b&gt; burned.'


def test_overlapping_marks_become_one() -> None:
    out = marked(ANALYSIS, ANALYSIS.sentences[1], [Span(start=20, end=25), Span(start=22, end=29)])
    assert out == '<mark class="hit">A &amp; B met</mark> in Kano.'


def test_spans_are_gathered_by_their_sentence_in_order() -> None:
    found = grouped(ANALYSIS, [Span(start=45, end=49), Span(start=3, end=7), Span(start=33, end=37)])
    assert [sentence.start for sentence, _ in found] == [0, 20, 39]


def test_a_span_outside_every_sentence_is_its_own_evidence() -> None:
    empty = ANALYSIS.model_copy(update={"sentences": ()})
    assert sentence_around(empty, Span(start=3, end=7)) == Span(start=3, end=7)
