"""What an article's other readings say of each token: which actor, which place, whose words it is in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dateline.language import Parse
from dateline.records import Actor, Place, Span, Statement, Toponym
from dateline.stances.tree import Tree


@dataclass(frozen=True)
class Scene:
    """Token-indexed views of actors, places and statements; dicts are keyed by token index."""

    parse: Parse
    tree: Tree
    actors: dict[str, Actor]
    actor_head: dict[int, str]
    """Actor whose mention has this token as its root."""
    actor_cover: dict[int, str]
    """Actor of the shortest mention that covers this token."""
    place_head: dict[int, str]
    place_names: dict[str, str]
    statement_of: dict[int, Statement]
    """Innermost statement whose content holds this token."""

    def speaker(self, token: int) -> str | None:
        """Actor whose words the token is part of."""
        statement = self.statement_of.get(token)
        return statement.speaker if statement else None

    def quoted(self, token: int) -> bool:
        """Whether the token stands in quoted words."""
        statement = self.statement_of.get(token)
        return statement is not None and statement.form in ("direct", "mixed")

    def span(self, first: int, past: int) -> Span:
        """Offsets of the tokens from `first` to before `past`."""
        return Span(start=self.tree.start[first], end=self.tree.end(past - 1))

    def sentence(self, token: int) -> Span:
        """The sentence of a token, without white space at its ends."""
        first, past = self.tree.bounds[self.tree.sentence[token]]
        start, end = self.tree.start[first], self.tree.end(past - 1)
        piece = self.parse.article.text[start:end]
        start += len(piece) - len(piece.lstrip())
        return Span(start=start, end=start + len(piece.strip()))


def of(
    parse: Parse,
    tree: Tree,
    actors: tuple[Actor, ...],
    toponyms: tuple[Toponym, ...],
    places: tuple[Place, ...],
    statements: tuple[Statement, ...],
) -> Scene:
    """Lay the records of the other readings over the tokens."""
    where = _Tokens(tree)
    heads: dict[int, str] = {}
    cover: dict[int, str] = {}
    mentions = [(m.end - m.start, m.start, m.end, a.id) for a in actors for m in a.mentions]
    for _, start, end, actor in sorted(mentions, reverse=True):  # the shortest mention has the last word
        tokens = where.tokens(start, end)
        if tokens:
            heads[where.root(tokens)] = actor
            cover.update(dict.fromkeys(tokens, actor))
    spots = {}
    for toponym in toponyms:
        tokens = where.tokens(toponym.start, toponym.end)
        if tokens and toponym.place is not None and toponym.within is None:
            spots[where.root(tokens)] = toponym.place
    said: dict[int, Statement] = {}
    for statement in sorted(statements, key=lambda s: s.start - s.end):
        said.update(dict.fromkeys(where.tokens(statement.start, statement.end), statement))
    names = {p.id: p.name for p in places}
    return Scene(parse, tree, {a.id: a for a in actors}, heads, cover, spots, names, said)


@dataclass(frozen=True)
class _Tokens:
    """From offsets to tokens."""

    tree: Tree

    def tokens(self, start: int, end: int) -> range:
        """Tokens that overlap the offsets."""
        first = max(bisect_right(self.tree.start, start) - 1, 0)
        if len(self.tree) and self.tree.end(first) <= start:
            first += 1
        return range(first, max(bisect_right(self.tree.start, end - 1), first))

    def root(self, tokens: range) -> int:
        """The token that the others hang on; of several, the last that is a noun."""
        tops = [t for t in tokens if self.tree.head[t] not in tokens or self.tree.head[t] == t]
        nominal = [t for t in tops if self.tree.pos[t] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
        return (nominal or tops or [tokens[0]])[0 if len(nominal) < 2 else -1]
