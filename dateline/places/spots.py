"""Spots: the pieces of a text that may name a place, from the model's names, the gazetteer and kinds of place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.language import Parse
from dateline.names import Name
from dateline.places import lexicon
from dateline.places.gazetteer import Entry, Gazetteer
from dateline.places.geocoder import EmbeddedGeocoder, geocoder_over

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC", "NORP"))
MAX_TOKENS = 6
"""Longest name, in tokens, that is looked up."""
_MAX_CHARS = 80
_EDGE = frozenset(
    ("the", "a", "an", "'s", "'", "-", ",", ".", "'", '"', "(", ")", "this", "that", "its", "his", "their")
)
_LONGEST_LIST = 20
_LIST_WORDS = frozenset((",", "and", "or", "&"))
_PLURALS = {
    "counties": "County", "parishes": "Parish", "townships": "Township", "rivers": "River", "provinces": "Province",
    "districts": "District", "islands": "Island", "lakes": "Lake", "mountains": "Mountain",
}  # fmt: skip
_LENDERS = frozenset(("city", "postal", "admin2"))
_NOT_LENT = frozenset(("street", "water", "terrain"))
_KIND_OF_PLACE = frozenset(("street", "building", "water", "terrain", "area"))


@dataclass(frozen=True)
class Spot:
    """A piece that may be a place: tokens [start, end), the gazetteer's entries, and the name that covers it."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    name: Name | None
    whole: bool
    """Whether the piece is all of the name (but for an article or a possessive)."""
    name_start: int
    name_end: int
    """The tokens of the covering name; those of the piece where there is none."""
    named: str = ""
    """The name that the entries were found under: "Grayson County" for "Grayson" in "Grayson and Love counties"."""
    cut: int = 0
    """Characters of the last token that are not part of the piece: the "-led" of "U.S.-led"."""
    lent: bool = False
    """Whether the entries are those of a place in the piece's own name: "Lansing" of "Lansing Regional Airport"."""


@dataclass(frozen=True)
class _Cover:
    name: Name
    start: int
    end: int


def find(parse: Parse, names: tuple[Name, ...], gazetteer: Gazetteer) -> list[Spot]:
    """All spots of an article in the order of the text, overlapping ones too."""
    doc = parse.doc
    covers = _covers(doc, names)
    listed = _listed_kinds(doc)
    known = set(_by_gazetteer(doc, gazetteer, listed))
    spans = known | set(_by_kind(doc))
    spans.update(_without_direction(doc, span, known) for span in _by_model(doc, covers))
    first = dict(sorted(known))  # the last, and so the longest, piece that begins at a token
    geocoder = geocoder_over(gazetteer)
    glued = {spot.start: spot for spot in _glued(doc, covers, geocoder)}
    found = [_spot(doc, span, covers, geocoder, listed, first) for span in sorted(spans) if span[1] - 1 not in glued]
    return sorted([*found, *glued.values()], key=lambda spot: (spot.start, spot.end))


def offsets(doc: Doc, spot: Spot) -> tuple[int, int]:
    """Code-point offsets of a spot in the text."""
    last = doc[spot.end - 1]
    return doc[spot.start].idx, last.idx + len(last.text) - spot.cut


def _glued(doc: Doc, covers: dict[int, _Cover], geocoder: EmbeddedGeocoder) -> Iterator[Spot]:
    """Places that the tokeniser left joined to another word: "U.S.-led"."""
    for token in doc:
        head, hyphen, tail = token.text.partition("-")
        if hyphen and tail.islower() and is_capital(head) and len(head) > 1 and geocoder.gazetteer.is_known(head):
            cover = covers.get(token.i)
            name = cover.name if cover is not None and cover.end - cover.start == 1 else None
            start, end, found = token.i, token.i + 1, geocoder.candidates(head)
            yield Spot(start, end, head, found, name, name is not None, start, end, named=head, cut=len(hyphen + tail))


def _spot(
    doc: Doc,
    span: tuple[int, int],
    covers: dict[int, _Cover],
    geocoder: EmbeddedGeocoder,
    listed: dict[int, str],
    first: dict[int, int],
) -> Spot:
    """One spot; `first` has for each token the end of the longest known name that begins there."""
    start, end = span
    text = doc[start:end].text
    named = f"{text} {listed[end - 1]}" if end - 1 in listed else text
    entries = geocoder.candidates(named) if named != text else ()
    if not entries:
        named, entries = text, geocoder.candidates(text)
    ends = lexicon.kinds_of(doc[end - 1].text) if end - start > 1 else frozenset()
    if "street" in ends:
        entries = ()  # a town of that name says nothing of where the street is
    lender = _lender(doc, start, first.get(start, end), end, geocoder) if not entries and not ends & _NOT_LENT else ()
    lent = bool(lender)
    if lent:
        named, entries = doc[start : first[start]].text, lender
    cover = covers.get(start)
    if cover is None or cover.end < end:
        cover = covers.get(end - 1)
        if cover is not None and cover.start > start:
            cover = None
    if cover is None:
        return Spot(start, end, text, entries, None, False, start, end, named, lent=lent)
    whole = span == _trimmed(doc, cover.start, cover.end) or (
        start > 0 and _direction(doc, start - 1) and end == cover.end
    )
    return Spot(start, end, text, entries, cover.name, whole, cover.start, cover.end, named, lent=lent)


def _lender(doc: Doc, start: int, middle: int, end: int, geocoder: EmbeddedGeocoder) -> tuple[Entry, ...]:
    """The towns and counties that the first words of a longer name are the name of."""
    found = geocoder.candidates(doc[start:middle].text) if start < middle < end else ()
    return found if found and found[0].kind in _LENDERS and found[0].alias_kind != "demonym" else ()


def _direction(doc: Doc, index: int) -> bool:
    return "direction" in lexicon.kinds_of(doc[index].text)


def _without_direction(doc: Doc, span: tuple[int, int], known: set[tuple[int, int]]) -> tuple[int, int]:
    """ "Eastern Kentucky" is Kentucky, where no place bears the longer name."""
    start, end = span
    return (start + 1, end) if span not in known and (start + 1, end) in known and _direction(doc, start) else span


def _listed_kinds(doc: Doc) -> dict[int, str]:
    """For the last token of each name before a plural, the kind it shares: "Grayson and Love counties" are counties."""
    found: dict[int, str] = {}
    for token in doc:
        kind = _PLURALS.get(token.lower_)
        i = token.i - 1
        while kind and i >= 0 and token.i - i <= _LONGEST_LIST:
            if is_capital(doc[i].text):
                if i == token.i - 1 or doc[i + 1].lower_ in _LIST_WORDS:
                    found[i] = kind
            elif doc[i].lower_ not in _LIST_WORDS:
                break
            i -= 1
    return {i: kind for i, kind in found.items() if _in_list(doc, i)}


def _in_list(doc: Doc, i: int) -> bool:
    """Whether more than one name shares the plural: "the Love counties" is no list."""
    around = {doc[k].lower_ for k in range(max(0, i - 3), min(len(doc), i + 3))}
    return bool(around & (_LIST_WORDS - {","}))


def _covers(doc: Doc, names: tuple[Name, ...]) -> dict[int, _Cover]:
    """For each token, the name that it is part of."""
    found: dict[int, _Cover] = {}
    for name in names:
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is not None:
            cover = _Cover(name, span.start, span.end)
            found.update((i, cover) for i in range(span.start, span.end))
    return found


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens without articles, possessives and punctuation at the ends."""
    while start < end and (doc[start].lower_ in _EDGE or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].lower_ in _EDGE or doc[end - 1].is_space):
        end -= 1
    return start, end


def _by_model(doc: Doc, covers: dict[int, _Cover]) -> Iterator[tuple[int, int]]:
    for cover in dict.fromkeys(covers.values()):
        if cover.name.label in PLACE_LABELS:
            start, end = _trimmed(doc, cover.start, cover.end)
            trap = end - start == 1 and lexicon.bare(doc[start].text) in lexicon.traps()
            trap = trap or (start > 0 and "address" in lexicon.kinds_of(doc[start - 1].text))
            if start < end and not trap and not any(t.is_space for t in doc[start:end]):
                yield start, end


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[:1].isupper()


def _by_gazetteer(doc: Doc, gazetteer: Gazetteer, listed: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Pieces that begin and end with a capitalised word and that a place bears as its name."""
    words = [token.text for token in doc]
    capital = [is_capital(word) for word in words]
    inner = [c or "connector" in lexicon.kinds_of(w) for c, w in zip(capital, words, strict=True)]
    for i, first in enumerate(capital):
        if not first:
            continue
        for j in range(i + 1, min(i + MAX_TOKENS, len(words)) + 1):
            if not inner[j - 1]:
                break
            goes_on = j < len(words) and capital[j]
            if capital[j - 1] and _may_be_name(doc, i, j, words) and not (goes_on and words[j - 1] == "State"):
                text = doc[i:j].text
                if gazetteer.is_known(text) or (j - 1 in listed and gazetteer.is_known(f"{text} {listed[j - 1]}")):
                    yield i, j


def _may_be_name(doc: Doc, start: int, end: int, words: list[str]) -> bool:
    if end - start == 1:
        addressed = start > 0 and "address" in lexicon.kinds_of(words[start - 1])
        return len(words[start]) > 1 and not addressed and lexicon.bare(words[start]) not in lexicon.traps()
    return doc[end - 1].idx + len(words[end - 1]) - doc[start].idx <= _MAX_CHARS


def _by_kind(doc: Doc) -> Iterator[tuple[int, int]]:
    """Capitalised words that end with a kind of place: "Dover Street", "Mercy Hospital"."""
    start = None
    for token in doc:
        if not is_capital(token.text):
            start = None
            continue
        if start is None:
            start = token.i
        elif _KIND_OF_PLACE & lexicon.kinds_of(token.text):
            yield max(start, token.i - MAX_TOKENS), token.i + 1
