"""Which act happened when: the expression that governs the act's word, its clause, its speaker, or the story so far.

The time of saying and the time of what is said are two things: in "said on Thursday that they attacked on Monday" each
verb keeps its own. An act that the text gives no hold for has no date; the publication date is never put in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dateline.language import Parse
from dateline.records import Statement, TimeExpression
from dateline.times import lexicon, running, story
from dateline.times.governors import LIGHT, OF_OTHER_TIMES, VERBAL, Link
from dateline.times.spans import Anchor, anchor
from dateline.times.tense import of_verb

__all__ = ["Anchor", "when"]

_MAX_CLIMB = 8
_PHASES = lexicon.words("verb-phase")
_AT_ONCE = frozenset({"when", "as", "while", "whereby", "because"})


def when(
    parse: Parse, times: tuple[TimeExpression, ...], statements: tuple[Statement, ...], act: Token
) -> Anchor | None:
    """When the act of this token happened; None when the text gives no hold.

    `times` and `statements` are those of the parse. The anchor's `basis` is that of the expression it comes from, and
    "inferred" where the act only stands in a story whose day is known.
    """
    if not times:
        return None
    told = story.of(parse, times)
    found = _governed(told, act)
    if found:
        return anchor(found, parse.article.published, of_verb(act) if act.pos_ in VERBAL else None)
    inherited = running.day_of(told, parse, statements, act)
    if inherited is None:
        return None
    there = anchor([inherited], parse.article.published, "past")
    return replace(there, basis="inferred") if there else None


def _governed(told: story.Story, act: Token) -> Sequence[Link]:
    """The links of the act's word, or of the nearest word above or beside it that shares its time."""
    token = act
    for _ in range(_MAX_CLIMB):
        found = _own(told, token) or _beside(told, token)
        if found:
            return found
        above = _shares_time_with(token)
        if above is None:
            return ()
        token = above
    return ()


def _own(told: story.Story, token: Token) -> Sequence[Link]:
    there = told.links.get(token.i, ())
    return [k for k in there if k.sure] or there


def _beside(told: story.Story, token: Token) -> Sequence[Link]:
    """Links of a clause that tells the time ("when he spoke on Monday") or of a verb that goes along with this one."""
    for child in token.children:
        if child.pos_ not in VERBAL:
            continue
        there = told.links.get(child.i, ())
        if child.dep_ == "xcomp" and token.lemma_ in _PHASES and there:
            return there
        if child.dep_ == "conj" and not _has_subject(child):
            found = there or _by_clause(told, child)
        else:
            found = _by_clause(told, token, child)
        if found:
            return found
    return ()


def _by_clause(told: story.Story, token: Token, clause: Token | None = None) -> Sequence[Link]:
    """Links of the verb's adverbial clauses, with the clause's conjunction as their signal."""
    for child in token.children if clause is None else (clause,):
        there = told.links.get(child.i, ())
        if not there or child.dep_ != "advcl" or child.pos_ not in VERBAL:
            continue
        mark = _mark(child)
        if mark in ("when", "as", "while"):
            return there
        if mark in ("after", "since", "before", "until"):
            return [replace(k, signal=mark) for k in there if k.signal in ("", "on", "in", "at", "during")]
    return ()


def _shares_time_with(token: Token) -> Token | None:
    """The word above whose time is this word's time too; None where a clause of another time begins."""
    head = token.head
    if head == token:
        return None
    if token.pos_ not in VERBAL:
        return _above_noun(token)
    if token.dep_ == "conj":
        return head if head.pos_ in VERBAL else None
    if token.dep_ == "xcomp":
        return head
    if token.dep_ == "advcl":
        return head if _mark(token) in _AT_ONCE or not (_has_subject(token) or _mark(token)) else None
    if token.dep_ == "pcomp":
        return head.head if head.lower_ not in OF_OTHER_TIMES else None
    if token.dep_ == "acl" and any(t.tag_ == "TO" for t in token.children):
        return head.head.head if head.dep_ == "pobj" else head.head
    if token.dep_ == "relcl" and _at_which(token):
        return head
    return None


def _above_noun(token: Token) -> Token | None:
    head = token.head
    if token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "oprd"):
        return head if head.lemma_ in LIGHT or token.dep_ in ("attr", "oprd") else None
    if token.dep_ in ("compound", "amod", "conj", "appos", "nmod"):
        return head
    if token.dep_ == "pobj" and head.lower_ in ("of", "in", "on", "with", "by"):
        return head.head if head.lower_ == "of" or head.head.lemma_ in LIGHT else None
    return None


def _has_subject(verb: Token) -> bool:
    return any(t.dep_ in story.SUBJECTS for t in verb.children)


def _mark(clause: Token) -> str:
    """The conjunction of an adverbial clause; "" when it has none."""
    return next((t.lower_ for t in clause.children if t.dep_ in ("mark", "advmod") and t.i < clause.i), "")


def _at_which(clause: Token) -> bool:
    """Whether a relative clause says what happened at the thing: "a meeting at which they agreed", "the day when"."""
    for child in clause.children:
        if child.lower_ == "when":
            return True
        if child.dep_ == "prep" and any(t.lower_ == "which" for t in child.children):
            return child.lower_ in ("at", "in", "on", "during")
    return False
