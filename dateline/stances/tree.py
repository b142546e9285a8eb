"""The dependency tree of a Doc as plain arrays, so that walking it is cheap and its cost is bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LOWER, POS, TAG
from spacy.tokens import Doc

from dateline.settings import DEFAULTS
from dateline.stances.governors import rows

MAX_CONJUNCTS = 8
"""Members of one coordination that are read; a longer list is a list, not a set of actors."""
MAX_CLIMB = 12
"""Steps that any walk up the tree may take."""

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
VERBAL = frozenset({"VERB", "AUX"})
_NO_PARTY = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL", "QUANTITY"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def _names(doc: Doc, hashes: list[int]) -> tuple[str, ...]:
    """The strings that spaCy's hashes stand for."""
    known = {h: doc.vocab.strings[h % 2**64] for h in set(hashes)}
    return tuple(known[h] for h in hashes)


@lru_cache(maxsize=1)
def _verb_forms() -> dict[str, str]:
    """Lemmas of verb forms that the rules of the pipeline get wrong, from the tables of the predicates."""
    path = DEFAULTS.lexicon / "predicates" / "lemmas" / "verbs.csv"
    return {row["form"]: row["lemma"] for row in rows(path)} if path.exists() else {}


def _lemmas(words: tuple[str, ...], lemmas: tuple[str, ...], parts: tuple[str, ...]) -> tuple[str, ...]:
    """The lemmas in lower case, with those of verbs set right."""
    forms = _verb_forms()
    return tuple(
        forms.get(word, lemma.lower()) if part == "VERB" else lemma.lower()
        for word, lemma, part in zip(words, lemmas, parts, strict=True)
    )


@dataclass(frozen=True)
class Tree:
    """Token attributes by index. `lower` is the text in lower case; `lemma` is lower case too."""

    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    start: tuple[int, ...]
    dated: frozenset[int]
    """Tokens of dates, times and amounts, which nobody acts on."""
    children: tuple[tuple[int, ...], ...]
    sentence: tuple[int, ...]
    """Number of the sentence of each token."""
    bounds: tuple[tuple[int, int], ...] = field(repr=False, default=())
    """First and past-the-last token of each sentence."""

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Build from a parsed Doc: one pass."""
        columns = doc.to_array([LOWER, LEMMA, POS, TAG, DEP, HEAD, IDX]).astype("int64").T.tolist()
        lower, lemma, pos, tag, dep, offset, start = columns if len(doc) else ([] for _ in range(7))
        head = [i + step for i, step in enumerate(offset)]
        kids: list[list[int]] = [[] for _ in head]
        for i, h in enumerate(head):
            if h != i:
                kids[h].append(i)
        words, parts = _names(doc, lower), _names(doc, pos)
        bounds = tuple((s.start, s.end) for s in doc.sents)
        return cls(
            lower=words,
            lemma=_lemmas(words, _names(doc, lemma), parts),
            pos=parts,
            tag=_names(doc, tag),
            dep=_names(doc, dep),
            head=tuple(head),
            start=tuple(start),
            dated=frozenset(i for e in doc.ents if e.label_ in _NO_PARTY for i in range(e.start, e.end)),
            children=tuple(map(tuple, kids)),
            sentence=tuple(n for n, (a, b) in enumerate(bounds) for _ in range(a, b)),
            bounds=bounds,
        )

    def __len__(self) -> int:
        return len(self.head)

    def end(self, i: int) -> int:
        """Offset past the last character of token i."""
        return self.start[i] + len(self.lower[i])

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of token i with one of these dependency labels."""
        return [k for k in self.children[i] if self.dep[k] in deps]

    def first(self, i: int, *deps: str) -> int | None:
        """The first child of token i with one of these labels."""
        return next((k for k in self.children[i] if self.dep[k] in deps), None)

    def climb(self, i: int) -> Iterator[int]:
        """The ancestors of token i, nearest first, at most MAX_CLIMB."""
        for _ in range(MAX_CLIMB):
            if self.head[i] == i:
                return
            i = self.head[i]
            yield i

    def conjuncts(self, i: int) -> list[int]:
        """Token i and what is coordinated with it to its right, at most MAX_CONJUNCTS."""
        found = [i]
        for j in found:
            if len(found) >= MAX_CONJUNCTS:
                break
            found.extend(k for k in self.children[j] if self.dep[k] == "conj" and self.nominal_conjunct(j, k))
        return found[:MAX_CONJUNCTS]

    def nominal_conjunct(self, i: int, k: int) -> bool:
        """Whether k is coordinated with i as a like thing; a clause coordinated with a noun is a parsing error."""
        return (self.pos[i] in NOMINAL) == (self.pos[k] in NOMINAL) or self.pos[k] in ("ADJ", "X")

    def each(self, tokens: Iterable[int]) -> list[int]:
        """All conjuncts of all tokens, without doubles, in order."""
        return list(dict.fromkeys(c for t in tokens for c in self.conjuncts(t)))[:MAX_CONJUNCTS]

    def span(self, i: int, cut: frozenset[str] = frozenset(), limit: int = 60) -> tuple[int, int]:
        """First and past-the-last token of the phrase of i, without the branches labelled in `cut`."""
        low = high = i
        todo = [i]
        for _ in range(limit):
            if not todo:
                break
            j = todo.pop()
            low, high = min(low, j), max(high, j)
            todo.extend(k for k in self.children[j] if self.dep[k] not in cut)
        return low, high + 1
