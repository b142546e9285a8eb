"""The verb of saying, colon or dash that stands beside a quotation, and the noun phrase that goes with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from . import cues
from .context import MAX_CONTEXT, SENTENCE_END, Context
from .cues import Cue
from .reading import Offsets
from .speaker import is_passive, subject

_SPEECH_ENDS = ",?!…—-"
_NAMES = frozenset(("PROPN", "NOUN", "PRON"))
_PARTS = frozenset(("compound", "appos", "nmod", "poss"))
_TIMES = frozenset(("DATE", "TIME"))
_DASHES = frozenset(("-", "--", "–", "—", "―", "~"))
_MAX_STEP = 8
_MIN_WORDS = 4
_SIGN = re.compile(r"[^\S\n]*([-–—―~]{1,2})[^\S\n]*([A-Z][^\n“”\":;!?]{2,60})(?:\n|$)")
_LEAD = re.compile(r"[“\"]?([A-Z][A-Z .'’-]{1,40}):")


def cue_of(token: Token) -> Cue | None:
    """The entry of a verb that takes words in quotation marks; None for any other token."""
    if token.pos_ not in ("VERB", "AUX") and (token.dep_ != "ROOT" or token.pos_ == "NOUN"):
        return None
    verbs, lemma = cues.table("verbs"), token.lemma_.lower()
    if lemma not in cues.first_words():
        return None
    keys = [f"{lemma} {c.lower_}" for c in token.rights if c.dep_ in ("prt", "advmod")]
    found = (verbs.get(key) for key in [*keys, lemma])
    return next((cue for cue in found if cue is not None and cue.takes("quote")), None)


def verb_after(context: Context) -> Token | None:
    """The verb of saying in the clause after a quotation: '..., said Ms Jones', '..., Ms Jones told reporters'."""
    if not context.after or not context.quotation.closed:
        return None
    following = context.after[0]
    ends = context.inside[-1:] in _SPEECH_ENDS or following.text == "," or following.text in _DASHES
    if not ends and not (context.inside[-1:] == "." and following.text[:1].islower()):
        return None
    verbs = [t for t in context.after if cue_of(t) is not None and not _has_own_content(t, context)]
    for verb in verbs:
        who = subject(verb)
        if who is not None and context.last < who.i <= context.after[-1].i and verb.dep_ != "relcl":
            return verb
    if not verbs:
        return _any_verb_after(context)
    near = verbs[0].i - following.i <= _MAX_STEP or (len(verbs) == 1 and not context.before)
    return verbs[0] if near else None


def _any_verb_after(context: Context) -> Token | None:
    """A verb of no table that ends the sentence: '"..., he deadpanned.'."""
    if context.inside[-1:] not in ",?!" or context.words < _MIN_WORDS:
        return None
    verb = context.after[-1]
    who = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.tag_ not in ("VBD", "VBZ") or who is None or who.left_edge != context.after[0]:
        return None
    return verb if who.i >= verb.i - 2 else None


def ends_inside(context: Context) -> bool:
    """Whether a quotation that lacks its closing mark holds the clause with its cue: '"We lost, he said.'."""
    inside = context.doc[context.first : min(context.last, context.first + MAX_CONTEXT) + 1]
    return any(
        cue_of(t) is not None and t.i > context.first + 2 and (t.nbor(-1).text == "," or t.nbor(-2).text == ",")
        for t in inside
    )


def _has_own_content(verb: Token, context: Context) -> bool:
    """Whether the verb says something else: 'On "The Late Show," she said that ...'."""
    first = verb.i + 1
    return any(
        c.dep_ == "ccomp" and c.i <= context.after[-1].i and first <= c.left_edge.i <= first + 2 for c in verb.rights
    )


def verb_before(context: Context) -> Token | None:
    """The verb of saying that leads up to a quotation: 'said: ...', 'said, ...', 'said ...'."""
    verbs = [t for t in context.before if cue_of(t) is not None]
    if not verbs or _is_name_given(verbs[-1]):
        return None
    verb, nearest = verbs[-1], context.before[-1]
    if nearest.text in (":", ","):
        return verb if not _clause_between(verb, context.first) else None
    if nearest == verb and _stands_alone(verb, context):
        return verb
    whole = context.inside[-1:] in _SPEECH_ENDS + "." or not context.after or context.after[0].text in (",", ";", ")")
    close = nearest == verb or nearest.lower_ == "that"
    return verb if whole and close and nearest.i - verb.i < 3 else None


def _is_name_given(verb: Token) -> bool:
    """Whether what stands in marks is a name: 'is called "The Visit"'."""
    cue = cue_of(verb)
    return cue is not None and cue.takes("predicate") and is_passive(verb)


def _stands_alone(verb: Token, context: Context) -> bool:
    """Whether what follows the quotation only says where or how: 'chanted "Freedom" outside the court'."""
    following = context.after[0] if context.after else None
    if following is None or following.lower_ == "of" or following.pos_ not in ("ADP", "ADV", "SCONJ"):
        return False
    return not any(c.dep_ in ("ccomp", "xcomp") and c.i > context.last for c in verb.rights)


def _clause_between(verb: Token, end: int) -> bool:
    """Whether another clause stands between the verb and the quotation, so that the verb reports that."""
    return any(
        t.dep_ in ("nsubj", "nsubjpass")
        and t.head != verb
        and t.head.dep_ not in ("relcl", "advcl", "acl")
        and t.head.i < end
        for t in verb.doc[verb.i + 1 : end]
    )


def sign_after(context: Context) -> tuple[Offsets, Token] | None:
    """A dash with a name that closes the line ('"..." - Ada Lovelace'): the dash's offsets and the name's head."""
    sign = _SIGN.match(context.text, context.quotation.end)
    if sign is None:
        return None
    name = context.doc.char_span(*sign.span(2), alignment_mode="expand")
    return (sign.span(1), name.root) if name is not None else None


def name_inside(context: Context) -> tuple[Offsets, Token] | None:
    """A name in capitals and a colon that open the quoted words, as in transcripts: the colon and the name's head."""
    lead = _LEAD.match(context.text, context.quotation.start)
    name = context.doc.char_span(*lead.span(1), alignment_mode="expand") if lead is not None else None
    return ((lead.end() - 1, lead.end()), name.root) if lead is not None and name is not None else None


def colon_before(context: Context) -> tuple[Offsets, Token | None] | None:
    """A colon before a quotation where no verb says anything, and the noun that goes with it."""
    if not context.before or context.before[-1].text != ":":
        return None
    who = next((t for t in context.before if t.dep_ in ("nsubj", "nsubjpass")), None)
    who = who or next((_source(t, context) for t in context.before if _source(t, context) is not None), None)
    colon = context.before[-1].idx
    return (colon, colon + 1), who


def subject_before(context: Context) -> Token | None:
    """The subject of the sentence before a quotation in the same paragraph: 'Lee was angry. "It is a disgrace."'."""
    end = context.first - 1
    while end >= 0 and context.doc[end].is_space and "\n" not in context.doc[end].text:
        end -= 1
    if end < 0 or context.doc[end].text not in SENTENCE_END:
        return None
    sentence = context.doc[max(0, end - MAX_CONTEXT) : end]
    who = next((t for t in reversed(list(sentence)) if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    return who if who is not None and _source(who, context) is not None else None


def _source(token: Token, context: Context) -> Token | None:
    """A noun that can speak ("His reply: ..." is his, "The envoy, by letter: ..." the envoy's)."""
    person = token.pos_ == "PRON" and token.lower_ not in ("it", "this", "that", "which", "what", "there")
    if token.pos_ == "PROPN" or person or (token.pos_ == "NOUN" and token.lemma_.lower() in cues.sources()):
        return token if token.dep_ == "poss" or not context.before else _top(token, context.before)
    return None


def speaker_of(verb: Token, context: Context) -> Token | None:
    """Head of the noun phrase that does the saying: the verb's subject, else the noun beside it."""
    who = subject(verb)
    if is_passive(verb):
        return who
    if who is not None and not context.first <= who.i <= context.last and who.ent_type_ not in _TIMES:
        return who
    return _beside(verb, context)


def _beside(verb: Token, context: Context) -> Token | None:
    doc = verb.doc
    for step in (-1, 1):
        at = verb.i + step
        while 0 <= at < len(doc) and abs(at - verb.i) < _MAX_STEP and not context.first <= at <= context.last:
            if doc[at].text in SENTENCE_END or doc[at].is_space:
                break
            if doc[at].pos_ in _NAMES and doc[at].ent_type_ not in _TIMES:
                return _top(doc[at], list(doc[max(0, at - _MAX_STEP) : at + _MAX_STEP]))
            at += step
    return None


def _top(noun: Token, among: Sequence[Token]) -> Token:
    """The head of the noun phrase that a word is part of."""
    low, high = among[0].i, among[-1].i
    while noun.dep_ in _PARTS and low <= noun.head.i <= high and noun.head.pos_ in _NAMES:
        noun = noun.head
    return noun
