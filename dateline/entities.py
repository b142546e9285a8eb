"""The model's named entities, trimmed to the names themselves: no determiner, title, possessive or stray marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Span as Entity

from dateline import known
from dateline.known import PIECE, fold, words
from dateline.language import Parse
from dateline.settings import DEFAULTS

LABELS = words("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW LANGUAGE")
_OFFICE_OF = words("minister ministers secretary secretaries undersecretary")
_LEADING = words("the a an this that its his her their our my")
_LINKS = words("of for to in from on at by with against")
MONTHS = words("march april may june august")
"""Months that are surnames or first names too."""
_QUOTES = " \t\n\"'“”‘’()[],;:-–—•*"
_GIVEN_NAME_END = re.compile(r"-([a-z]{2,4})(?![\w-])")
_NO_NAME_END = words("led era run born held like hit pro made wide free own only old type owned bred")


@dataclass(frozen=True)
class Name:
    """A proper name: code-point span, entity label (one of LABELS), id in the table of known actors."""

    start: int
    end: int
    label: str
    known: str | None = None


def entities(parse: Parse, text: str) -> Iterator[Name]:
    """The names that the model sees, in the order of the text."""
    for entity in parse.doc.ents:
        if entity.label_ in LABELS:
            name = _trimmed(entity, text)
            if name:
                yield name


def _trimmed(entity: Entity, text: str) -> Name | None:
    """A model entity without determiner, title, possessive and stray marks; None when nothing is left."""
    start, end, label = entity.start_char, entity.end_char, entity.label_
    line = text.find("\n", start, end)
    end = line if line > start else end
    while True:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip(_QUOTES))
        end = start + len(text[start:end].rstrip(_QUOTES))
        first = PIECE.match(text, start, end)
        if piece.endswith(("'s", "’s")):
            end -= 2
        elif first and first.end() < end and fold(first.group()) in _LEADING and text[first.end()] == " ":
            start = first.end() + 1
        elif text[start:end] == piece:
            break
    if label == "PERSON":
        start, end = _after_titles(text, start, end), _given_name_end(text, start, end)
        end = _month_as_surname(entity, text, start, end)
    else:
        end = _without_dangling_words(text, start, end)
    if start >= end or not any(c.isupper() or not c.isascii() or c.isdigit() for c in text[start:end]):
        return None
    if _is_office(entity, text[start:end]):
        return None
    return Name(start, end, label)


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the name proper begins after its titles; at least one word is left."""
    pieces = list(PIECE.finditer(text, start, end))
    i = 0
    while i < len(pieces) - 1:
        sizes = [n for n in (3, 2, 1) if i + n < len(pieces) and _title_at(pieces[i : i + n])]
        if not sizes:
            break
        i += sizes[0]
    return pieces[i].start() if pieces else start


def _given_name_end(text: str, start: int, end: int) -> int:
    """The end of a name whose last part is small and hyphenated, as in "Kim Jong-un"."""
    more = _GIVEN_NAME_END.match(text, end)
    return more.end() if more and more.group(1) not in _NO_NAME_END and " " in text[start:end] else end


def _month_as_surname(entity: Entity, text: str, start: int, end: int) -> int:
    """The end of a name whose surname the model took for a date: "Theresa May"."""
    after = PIECE.match(text, end + 1)
    if after is None or " " in text[start:end] or entity.end_char != end or not after.group()[0].isupper():
        return end
    return after.end() if after.group().casefold() in MONTHS and text[end] == " " else end


def _without_dangling_words(text: str, start: int, end: int) -> int:
    """The end of a name without "of" and what follows it where that is no name: "Centre of leading"."""
    pieces = list(PIECE.finditer(text, start, end))
    last = len(pieces)
    while last > 1 and not pieces[last - 1].group()[0].isupper() and text[pieces[last - 1].start()].isascii():
        last -= 1
    dangling = any(p.group() in _LINKS for p in pieces[last:])
    return pieces[last - 1].end() if dangling else end


def _title_at(pieces: list[re.Match[str]]) -> bool:
    return " ".join(fold(p.group()) for p in pieces) in titles()


def _is_office(entity: Entity, piece: str) -> bool:
    """Whether this is no name but an office or a part of one: "State" of "Secretary of State", "Prime Minister"."""
    if known.key(piece) in titles() or known.key(piece) in ("secretary of state", "state"):
        return True
    i, doc = entity.start, entity.doc
    if entity.label_ == "ORG" and entity.end < len(doc) and doc[entity.end].lower_ in _OFFICE_OF:
        return not organization_word(piece)  # "Defence" of "Defence Minister"
    while i > 0 and doc[i - 1].lower_ in ("the", "of", "for"):
        i -= 1
    of_office = i < entity.start and i > 0 and doc[i - 1].lower_ in _OFFICE_OF
    return of_office and entity.label_ == "ORG" and not organization_word(piece)


@lru_cache(maxsize=1)
def titles(folder: Path = DEFAULTS.lexicon) -> dict[str, tuple[str, str]]:
    """Title (folded, without stops) -> (gender or "", rank)."""
    return {row["title"]: (row["gender"], row["rank"]) for row in known.rows(folder / "actors" / "titles.csv")}


@lru_cache(maxsize=1)
def organization_words(folder: Path = DEFAULTS.lexicon) -> dict[str, tuple[str, str, str]]:
    """Word or words of an organisation's name -> (sector, kind, place in the name)."""
    table = known.rows(folder / "actors" / "organization_words.csv")
    return {known.key(row["word"]): (row["sector"], row["kind"], row["place"]) for row in table}


def organization_word(name: str) -> tuple[str, str] | None:
    """Sector and kind that the words of an organisation's name tell; the last and longest telling word counts most."""
    pieces = PIECE.findall(fold(name))
    lexicon = organization_words()
    for size in (2, 1):
        entry = lexicon.get(" ".join(pieces[:size])) if len(pieces) > size else None
        if entry and entry[2] == "first":
            return entry[0], entry[1]
    cut = next((i for i, p in enumerate(pieces) if i and p in ("of", "for", "on", "against", "in", "to")), len(pieces))
    return _told_by(pieces[:cut], lexicon) or _told_by(pieces, lexicon)


def _told_by(pieces: list[str], lexicon: dict[str, tuple[str, str, str]]) -> tuple[str, str] | None:
    for size in (3, 2, 1):
        for i in range(len(pieces) - size, -1, -1):
            entry = lexicon.get(" ".join(pieces[i : i + size]))
            if entry and (
                entry[2] == "any" or ((entry[2] == "first") == (i == 0) and (i == 0 or i + size == len(pieces)))
            ):
                return entry[0], entry[1]
    return None
