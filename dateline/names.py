"""Proper names of an article: the model's entities, corrected by the table of known names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline import known
from dateline.entities import LABELS, MONTHS, Name, entities, organization_word, organization_words, titles
from dateline.known import PIECE, Alias, Table, fold, words
from dateline.language import Parse

__all__ = ["LABELS", "Name", "is_acronym", "organization_word", "organization_words", "read", "titles"]

_JOINS = re.compile(r"\.?[ \u00a0\-'’&/]{0,2}(?:[&-] )?")
_ABBREVIATED = 4
"""Longest piece after which ". " does not end a name ("U.S. ", "Lt. ", "Gen. ")."""
_TITLE_BEFORE = re.compile(r"(?<!\w)([A-Z][a-z]+\.?) $")
_TITLE_REACH = 20
_PERSONAL_TITLES = words(
    "mr mrs ms sir president senator sen rep gov governor ambassador chancellor gen col justice judge"
)
_BRACKETED = re.compile(r"[(\[]\s?([A-Z][A-Za-z&.-]{1,9})\s?[)\]]")


@dataclass(frozen=True)
class Word:
    """A run of letters and digits of the text: its span, its folded form, and whether it begins with a capital."""

    start: int
    end: int
    folded: str
    capital: bool


def read(parse: Parse) -> tuple[Name, ...]:
    """The names of an article, sorted, not overlapping."""
    table, text = known.table(), parse.doc.text
    tokens = [Word(m.start(), m.end(), fold(m.group()), m.group()[0].isupper()) for m in PIECE.finditer(text)]
    hits = list(_known_names(tokens, text, table))
    countries = _countries(hits, table)
    day = parse.article.published.isoformat() if parse.article.published else None
    found = entities(parse, text)
    names = _without_overlap([*(_chosen(hit, countries, table, day) for hit in hits), *found])
    names = _without_overlap([*names, *_acronyms(names, text)])
    names = _without_overlap([*names, *_repeated(names, tokens, parse)])
    return tuple(_surnames_known(_relabelled(names, text, table), text, table, countries, day))


def _known_names(words: list[Word], text: str, table: Table) -> Iterator[tuple[int, int, Alias]]:
    """The longest known name that begins at each word, left to right."""
    i = 0
    while i < len(words):
        alias = _longest(words, i, text, table.by_first.get(words[i].folded, ()))
        if alias:
            end = words[i + len(alias.pieces) - 1].end
            abbreviated = len(alias.pieces[-1]) == 1 and text[end : end + 1] == "."
            yield words[i].start, end + abbreviated, alias
            i += len(alias.pieces)
        else:
            i += 1


def _longest(words: list[Word], i: int, text: str, aliases: tuple[Alias, ...]) -> Alias | None:
    if not aliases or not words[i].capital:
        return None
    for alias in aliases:
        size = len(alias.pieces)
        group = words[i : i + size]
        if len(group) < size or any(w.folded != p for w, p in zip(group, alias.pieces, strict=True)):
            continue
        if not all(_joined(text, a, b) for a, b in pairwise(group)):
            continue
        piece = text[group[0].start : group[-1].end]
        if alias.capitals and not _in_capitals(piece, text, group[0].start):
            continue
        if group[-1].capital or size > 1:
            return alias
    return None


def _joined(text: str, a: Word, b: Word) -> bool:
    """Whether nothing but a space, hyphen or the stop of an abbreviation stands between two words of a name."""
    between = text[a.end : b.start]
    if between in (" ", "-", "'", "’", ""):
        return True
    if "\n" in between or not _JOINS.fullmatch(between):
        return False
    return not between.startswith(". ") or a.end - a.start <= _ABBREVIATED


def _in_capitals(piece: str, text: str, start: int) -> bool:
    """Whether an acronym is written as one, and not in a line that is all capitals anyway."""
    if not piece.replace(".", "").replace("-", "").replace(" ", "").isupper():
        return False
    around = text[max(0, start - 25) : start + len(piece) + 25]
    letters = [c for c in around if c.isalpha()]
    return len(piece) > 4 or sum(c.isupper() for c in letters) < 0.85 * len(letters) or len(letters) < 12


def _countries(hits: Iterable[tuple[int, int, Alias]], table: Table) -> Counter[str]:
    """How often the text names each state, for names that several countries share."""
    return Counter(i for _, _, alias in hits for i in alias.ids if i in table.states)


def _chosen(hit: tuple[int, int, Alias], countries: Counter[str], table: Table, day: str | None) -> Name:
    start, end, alias = hit
    return Name(start, end, alias.label, likeliest(alias.ids, countries, table, day))


def likeliest(ids: Iterable[str], countries: Counter[str], table: Table, day: str | None) -> str:
    """Of several known actors of one name: in office on the article's day, of the country that the text names most."""

    def weight(actor: str) -> tuple[bool, int]:
        known_as = table.actors[actor]
        return known_as.term(day) is not None, countries.get(known_as.country or "", 0)

    return max(ids, key=weight)


def _surnames_known(
    names: Iterable[Name], text: str, table: Table, countries: Counter[str], day: str | None
) -> Iterator[Name]:
    """Names with the known person whom a surname alone means, where the text has no other bearer of that surname."""
    names = list(names)
    people = [PIECE.findall(fold(text[n.start : n.end])) for n in names if n.label == "PERSON"]
    borne = {pieces[-1] for pieces in people if len(pieces) > 1}
    for name in names:
        piece = text[name.start : name.end]
        if name.known or (" " not in piece and fold(piece) in borne):
            yield name
            continue
        ids = [i for i in table.named(piece) if table.actors[i].kind == "person"]
        if name.label != "PERSON":  # the model's guess yields only to those in office on the day
            ids = [i for i in ids if table.actors[i].term(day)]
        yield replace(name, label="PERSON", known=likeliest(ids, countries, table, day)) if ids else name


def _without_overlap(names: Iterable[Name]) -> list[Name]:
    """The longest of names that overlap; of equal ones the known one. Sorted by start."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -(n.end - n.start), n.known is None)):
        if kept and name.start < kept[-1].end:
            if _outranks(name, kept[-1]):
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _outranks(name: Name, other: Name) -> bool:
    longer = (name.end - name.start) - (other.end - other.start)
    if longer == 0:
        return name.known is not None and other.known is None
    if longer < 0 and name.known and not other.known:
        # A known name of several words at the end of a longer guess: "Trump White House".
        return name.end == other.end and other.label in ("GPE", "WORK_OF_ART", "FAC") and name.label == "ORG"
    return longer > 0


def _acronyms(names: list[Name], text: str) -> Iterator[Name]:
    """Acronyms that the text introduces in brackets after a name, wherever they stand."""
    introduced: dict[str, Name] = {}
    starts = {name.start: name for name in names}
    ends = {name.end: name for name in names if name.label in ("ORG", "FAC", "NORP", "GPE", "WORK_OF_ART", "EVENT")}
    for match in _BRACKETED.finditer(text):
        before = len(text[: match.start()].rstrip()) if match.start() < 2 else match.start()
        while before > 0 and text[before - 1] in " \"'”’":
            before -= 1
        name = ends.get(before)
        inner = starts.get(match.start(1))
        if name and inner and inner.known and name.known is None and name.label == inner.label == "ORG":
            if known.table().actors[inner.known].sector == "JRN":
                continue  # "LAGOS (Reuters)": who reports, not what the name before is called
            yield replace(name, known=inner.known)
        elif name and is_acronym(match.group(1), text[name.start : name.end]):
            introduced[match.group(1)] = replace(name, label="ORG" if name.label != "EVENT" else "EVENT")
    if introduced:
        pattern = re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, introduced)) + r")(?![\w])")
        for match in pattern.finditer(text):
            name = introduced[match.group()]
            yield Name(match.start(), match.end(), name.label, name.known)


def is_acronym(short: str, full: str) -> bool:
    """Whether the letters of `short` are first letters of words of `full`, in order, or its capitals."""
    letters = [c for c in short.casefold() if c.isalnum()]
    initials = [p[0].casefold() for p in PIECE.findall(full)]
    if len(letters) < 2 or len(initials) < 2 or letters[0] not in initials[:2]:
        return False
    missed, at = 0, 0
    for letter in letters:
        try:
            at = initials.index(letter, at) + 1
        except ValueError:
            missed += 1
    return missed <= len(letters) // 4


def _repeated(names: list[Name], tokens: list[Word], parse: Parse) -> Iterator[Name]:
    """Surnames and one-word names that the model saw in one place and missed in another."""
    forms: dict[str, Name] = {}
    text = parse.doc.text
    for name in names:
        if name.label in ("PERSON", "ORG"):
            pieces = PIECE.findall(text[name.start : name.end])
            if name.label == "PERSON" and pieces and len(pieces[-1]) > 2:
                forms.setdefault(pieces[-1], name)
            elif len(pieces) == 1 and len(pieces[0]) > 2:
                forms.setdefault(pieces[0], name)
    common = {text[w.start : w.end] for w in tokens if not w.capital} | MONTHS
    taken = {name.start for name in names}
    for word in tokens:
        piece = text[word.start : word.end]
        form = forms.get(piece)
        if form and word.start not in taken and (piece.casefold() not in common or _is_subject(parse, word)):
            alone = form if form.end - form.start == len(piece) else replace(form, known=None)
            particle = 3 * (text[max(0, word.start - 3) : word.start] in ("al-", "el-", "Al-", "El-"))
            yield Name(word.start - particle, word.end, form.label, alone.known)


def _is_subject(parse: Parse, word: Word) -> bool:
    """Whether a word that is also a common one is a proper noun here that does or owns something: "May said"."""
    span = parse.doc.char_span(word.start, word.end)
    return span is not None and span.root.tag_ == "NNP" and span.root.dep_ in ("nsubj", "poss", "nsubjpass")


def _relabelled(names: list[Name], text: str, table: Table) -> Iterator[Name]:
    """Labels that the table, the organisation's own words or the other mentions show to be wrong, mended."""
    people = [text[n.start : n.end] for n in names if n.label == "PERSON"]
    surnames = {piece.split()[-1] for piece in people}
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(text[name.start : name.end], Counter())[name.label] += 1
    for name in names:
        piece = text[name.start : name.end]
        if name.known:
            yield name
        elif name.label in ("PERSON", "ORG") and known.key(piece) in table.demonyms:
            yield replace(name, label="NORP", known=table.demonyms[known.key(piece)])
        elif name.label in ("PERSON", "GPE", "LOC", "NORP") and " " in piece and organization_word(piece):
            yield replace(name, label="ORG")
        elif piece in surnames or (name.label == "ORG" and _is_persons(piece, text, name.start, surnames)):
            yield replace(name, label="PERSON")
        else:
            yield replace(name, label=votes[piece].most_common(1)[0][0])


def _is_persons(piece: str, text: str, start: int, surnames: set[str]) -> bool:
    """Whether a guessed organisation is a person: a title stands before it, or it ends with a person's surname."""
    words = piece.split()
    if organization_word(piece) or len(words) > 4 or not all(word[0].isupper() for word in words):
        return False
    if len(words) > 1 and words[-1] in surnames:
        return True
    before = _TITLE_BEFORE.search(text, max(0, start - _TITLE_REACH), start)
    return before is not None and fold(before.group(1)).rstrip(".") in _PERSONAL_TITLES
