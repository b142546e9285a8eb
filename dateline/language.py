"""The spaCy pipeline: an article's text becomes a parsed Doc whose offsets are those of the text."""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.records import Article, Span
from dateline.settings import DEFAULTS

# One character for one, so that every offset into the Doc is an offset into the article. The model was trained on
# straight quotes and plain spaces; what it has never seen (control characters, direction marks) becomes a space.
_FOR_THE_MODEL = {ord(c): "'" for c in "‘’‛′`´ʼʻ"} | {ord(c): '"' for c in "“”„‟″«»"} | {ord(c): "-" for c in "‐‑"}
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
_DATELINE = re.compile(
    r"^[ \t]*(?=[A-Z]{3})[A-Z][A-Z.'/ -]{2,40}(?:, [A-Z][\w. ]{1,30}){0,2}"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([\w ,./&-]{2,40}\))? ?(?:-{1,2}|–|—) ?(?=\S)",
    re.MULTILINE,
)
_PIECE_CHARS = 12_000
"""A news article is shorter; the parser takes some 25 MB for as much as this."""
_GOES_ON = re.compile(r"(?<=[^\s.!?:;\"'’”])\n(?=[a-z])")
_FEWEST_WRAPPED, _WRAP_WIDTHS = 4, (45, 100)
_PARAGRAPH_END = re.compile(r"\n")


@dataclass(frozen=True)
class Parse:
    """An article and its Doc. `doc.text` has the length of `article.text`; the Doc never leaves the engine."""

    article: Article
    doc: Doc

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the sentences, without the white space at their ends; blank ones left out."""
        return tuple(self._trimmed(s.start_char, s.end_char) for s in self.doc.sents if s.text.strip())

    def _trimmed(self, start: int, end: int) -> Span:
        piece = self.article.text[start:end]
        start += len(piece) - len(piece.lstrip())
        return Span(start=start, end=start + len(piece.strip()))


def for_the_model(text: str) -> str:
    """The text as the model should see it: same length, straight quotes, no invisible characters, lines unwrapped."""
    return unwrapped(_INVISIBLE.sub(" ", text.translate(_FOR_THE_MODEL)))


def unwrapped(text: str) -> str:
    """The text with the line ends that only wrap it turned into spaces, so that no sentence is cut; same length.

    A line end wraps where the next line goes on in lower case. In a text wrapped throughout (mails, pages of print) it
    also wraps behind any line of usual width that another follows.
    """
    text = _GOES_ON.sub(" ", text)
    lines = text.split("\n")
    followed = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(followed) < _FEWEST_WRAPPED or not _WRAP_WIDTHS[0] <= median(followed) <= max(followed) <= _WRAP_WIDTHS[1]:
        return text
    ends = [" " if len(a) >= _WRAP_WIDTHS[0] and b.strip() else "\n" for a, b in pairwise(lines)]
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


@Language.component("dateline_paragraphs")
def _sentences_end_with_paragraphs(doc: Doc) -> Doc:
    """A paragraph's end ends a sentence, and so does a dateline: "BEIRUT (AP) —" is no part of what follows."""
    for token in doc[:-1]:
        if token.is_space and _PARAGRAPH_END.search(token.text):
            doc[token.i + 1].is_sent_start = True
    for dateline in _DATELINE.finditer(doc.text):
        told = doc.char_span(dateline.end(), dateline.end() + 1, alignment_mode="expand")
        if told is not None and told.start_char == dateline.end():
            told[0].is_sent_start = True
    return doc


def pipeline(model: str = DEFAULTS.model) -> Language:
    """The loaded pipeline. `model` is the import name of a package with `load()`, or what `spacy.load` takes.

    Raises OSError when no such pipeline is installed.
    """
    return _loaded(model)


@lru_cache(maxsize=1)  # some 250 MB each
def _loaded(model: str) -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]")  # stock weights of 3.7 run unchanged on 3.8
        try:
            nlp = importlib.import_module(model).load()
        except (ImportError, AttributeError):
            nlp = spacy.load(model)
    nlp.add_pipe("dateline_paragraphs", before="parser")
    nlp.max_length = DEFAULTS.max_chars + 1
    return nlp


def model_name(model: str = DEFAULTS.model) -> str:
    """Name and version of the loaded pipeline, as in "en_core_web_md 3.7.1"."""
    meta = pipeline(model).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse(article: Article, model: str = DEFAULTS.model) -> Parse:
    """Parse one article; a long one in pieces, as the parser's memory grows with the text it has at once."""
    nlp, text = pipeline(model), for_the_model(article.text)
    if len(text) <= _PIECE_CHARS:
        return Parse(article, nlp(text))
    docs = list(nlp.pipe(pieces(text), batch_size=1))
    return Parse(article, Doc.from_docs(docs, ensure_whitespace=False))


def pieces(text: str, most: int = _PIECE_CHARS) -> list[str]:
    """The text cut into pieces of at most `most` characters: behind a paragraph, a sentence, a word, or anywhere."""
    found, start = [], 0
    while len(text) - start > most:
        window = text[start : start + most]
        cut = next((at for mark in ("\n", ". ", " ") if (at := window.rfind(mark) + len(mark)) >= most // 4), most)
        found.append(window[:cut])
        start += cut
    return [*found, text[start:]]


def parse_many(articles: Iterable[Article], model: str = DEFAULTS.model, batch_size: int = 8) -> Iterator[Parse]:
    """Parse articles as a stream, in order."""
    pairs = ((for_the_model(a.text), a) for a in articles)
    for doc, article in pipeline(model).pipe(pairs, as_tuples=True, batch_size=batch_size):
        yield Parse(article, doc)
