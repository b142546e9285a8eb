"""What all steps of reading actors look at: the Doc, its names by token, and the country of each name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline import known
from dateline.actors.nouns import noun_at
from dateline.known import Table, Term
from dateline.language import Parse
from dateline.names import Name
from dateline.records import Place, Toponym

_LEAD = 600
"""Characters at the beginning in which a country counts three times: the lead says what an article is about."""


@dataclass(frozen=True)
class Named:
    """A name with its tokens: first, last, and the head of its syntax; and what country it tells."""

    name: Name
    text: str
    first: int
    last: int
    head: int
    country: str | None
    """ISO alpha-3 of a state, a demonym, a capital or any other place."""
    national: bool
    """Whether it is the name of the state, its people or its capital, and not of a place within."""


@dataclass(frozen=True)
class Scene:
    """One article, ready to be asked."""

    doc: Doc
    text: str
    table: Table
    names: tuple[Named, ...]
    name_of: dict[int, int]
    """Token -> index in names."""
    home: str | None
    """The country that the article is mostly about."""
    day: str | None = None
    """The day of publication (ISO date)."""

    def term(self, actor: str | None) -> Term | None:
        """The office that a known actor held on the article's day."""
        known = self.table.actors.get(actor or "")
        return known.term(self.day) if known else None

    def past_term(self, actor: str | None) -> Term | None:
        """The last office that a known actor had held before the article's day."""
        known = self.table.actors.get(actor or "")
        return known.past_term(self.day) if known else None

    def name_at(self, token: int) -> Named | None:
        """The name that a token is part of."""
        i = self.name_of.get(token)
        return None if i is None else self.names[i]


def scene(parse: Parse, names: tuple[Name, ...], toponyms: tuple[Toponym, ...], places: tuple[Place, ...]) -> Scene:
    """Ties names to tokens and countries."""
    doc, table = parse.doc, known.table()
    starts = [token.idx for token in doc]
    country_of = {p.id: table.by_iso2.get(p.country or "") for p in places}
    placed = {t.start: country_of.get(t.place or "") for t in toponyms if t.place}
    inside = sorted((t.start, t.end, country_of.get(t.place or "")) for t in toponyms if t.place)
    named = []
    for name in names:
        first = max(0, bisect_right(starts, name.start) - 1)
        last = max(first, bisect_right(starts, name.end - 1) - 1)
        if _is_common_noun(doc, name, first, last):
            continue
        text = parse.article.text[name.start : name.end]
        country, national = _country(name, text, table, placed.get(name.start) or _within(name, inside))
        named.append(Named(name, text, first, last, _head(doc, first, last), country, national))
    day = parse.article.published.isoformat() if parse.article.published else None
    name_of = {i: n for n, item in enumerate(named) for i in range(item.first, item.last + 1)}
    return Scene(doc, parse.article.text, table, tuple(named), name_of, _home(named, inside, table), day)


def _is_common_noun(doc: Doc, name: Name, first: int, last: int) -> bool:
    """Whether a one-word guess has its capital only from the sentence's beginning: "Rebels took the town"."""
    return first == last and name.known is None and bool(doc[first].is_sent_start) and noun_at(doc, first) is not None


def _head(doc: Doc, first: int, last: int) -> int:
    """The token of a span that depends on none other of it; the last one where the parser saw no phrase."""
    for i in range(last, first - 1, -1):
        head = doc[i].head.i
        if (head < first or head > last or head == i) and not doc[i].is_punct and doc[i].dep_ != "case":
            return i
    return last


def _country(name: Name, text: str, table: Table, placed: str | None) -> tuple[str | None, bool]:
    """Country of a name of a place or people, and whether it names the country itself."""
    if name.label not in ("GPE", "LOC", "NORP", "FAC"):
        actor = table.actors.get(name.known or "")
        if name.label == "PERSON":
            return None, False  # a person's country is told by the text, else looked up last
        return (actor.country if actor else placed if name.label == "ORG" else None), False
    key = known.key(text)
    if name.known in table.states:
        # "Georgia" may be the American one: the place that was chosen for it decides.
        return (placed, False) if placed and placed != name.known and name.label == "GPE" else (name.known, True)
    capital = table.capitals.get(key)
    if capital and placed in (None, capital):
        return capital, True
    if name.known:
        return table.actors[name.known].country, False
    return placed, False


def _within(name: Name, inside: list[tuple[int, int, str | None]]) -> str | None:
    """The country of the first place that a name contains: "Harare High Court"."""
    for start, end, country in inside[bisect_left(inside, (name.start,)) :]:
        if end > name.end:
            return None
        if country and start >= name.start:
            return country
    return None


def _home(named: list[Named], inside: list[tuple[int, int, str | None]], table: Table) -> str | None:
    """The country named most, the lead counting most; where a news agency has its seat tells nothing."""
    news = {id for id, actor in table.actors.items() if actor.sector == "JRN"}
    told = {item.name.start: item.country for item in named if item.country and item.name.known not in news}
    votes: Counter[str] = Counter()
    for start, country in {**{start: country for start, _, country in inside}, **told}.items():
        if country:
            votes[country] += 3 if start < _LEAD else 1
    return votes.most_common(1)[0][0] if votes else None
