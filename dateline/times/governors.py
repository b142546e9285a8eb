"""Which verb or noun a time expression dates, and by which preposition: "met ON Monday", "the MARCH 4 poisoning"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from dateline.records import TimeExpression
from dateline.times import lexicon

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
LIGHT = frozenset(lexicon.words("verb-light"))
"""Verbs that lend their time to the noun beside them: "launched an attack on Monday"."""
OF_OTHER_TIMES = frozenset(
    {"after", "before", "since", "until", "despite", "following", "of", "for", "from", "against"}
)
"""Prepositions whose clause is not of its verb's time: "after meeting", "accused them of spying"."""
_MODIFIES_NOUN = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_MAX_CLIMB = 14
_COMPOUND_SIGNALS = {"prior": "before", "ahead": "before", "following": "after", "till": "until", "starting": "since"}


@dataclass(frozen=True)
class Link:
    """A time expression as it dates one token. `sure` is false where only the parser's attachment speaks for it."""

    time: TimeExpression
    signal: str
    sure: bool

    @property
    def days(self) -> tuple[date, date]:
        """First and last day of the expression."""
        assert self.time.earliest and self.time.latest
        return self.time.earliest, self.time.latest


def links(doc: Doc, times: Sequence[TimeExpression]) -> dict[int, tuple[Link, ...]]:
    """For each token that is dated, the links to the expressions that date it, in the text's order."""
    found: dict[int, list[Link]] = {}
    for time in times:
        if time.earliest is None or time.latest is None or time.edtf is None:
            continue
        for token, link in _governed(doc, time):
            found.setdefault(token.i, []).append(link)
    return {i: tuple(there) for i, there in found.items()}


def _governed(doc: Doc, time: TimeExpression) -> list[tuple[Token, Link]]:
    """The tokens that an expression dates: its own, the nouns it modifies, and the verb above them."""
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not len(span):
        return []
    token, signal, sure = span.root, "", True
    found = [(t, Link(time, "", True)) for t in span]
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head == token:
            break
        if head.pos_ in ("ADP", "SCONJ", "ADV", "PART") or token.dep_ in ("pobj", "pcomp"):
            signal = signal or _COMPOUND_SIGNALS.get(head.lower_, head.lower_)
        elif head.pos_ in VERBAL:
            if sure or signal:
                found.append((head, Link(time, signal, sure)))
            break
        elif (head.pos_ in NOMINAL or head.pos_ == "ADJ") and token.dep_ != "conj":
            found.append((head, Link(time, signal, sure or token.dep_ in _MODIFIES_NOUN)))
            if token.dep_ in _MODIFIES_NOUN or signal == "of":  # "Monday's order", "the Act of 1956" date no verb
                break
            sure = False
        token = head
    return found
