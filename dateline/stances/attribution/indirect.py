"""Indirect attribution: a verb of the table with a clause, an infinitive or a proposition in a noun phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from . import cues, extent, inserted
from .cues import Cue
from .reading import Offsets, Reading
from .spans import cue_span, pieces_of, sentences
from .speaker import is_passive, phrase, subject

_TELLING = frozenset(("speech", "writing", "commissive", "request"))
_VERBAL = frozenset(("VERB", "AUX"))
_WISHES = frozenset(("xcomp", "ccomp", "advcl"))
_HUNG = frozenset(("acl", "relcl", "ccomp"))
_PASSING = frozenset(("relcl", "acl", "pcomp"))
_MAX_GAP = 10
MAX_LOOK = 150
"""Tokens of a noun phrase that are looked through for a verb."""
_WH = frozenset(("WDT", "WP", "WRB", "WP$"))
_MODALS = frozenset(("could", "might", "may", "should", "must", "can"))


@dataclass(frozen=True)
class _Content:
    """A complement: its frame, its first and last token, the key of the cue, and what stands apart before it."""

    frame: str
    first: int
    last: int
    key: str
    apart: Token | None = None


def read(doc: Doc) -> Iterator[Reading]:
    """All readings of the verbs of the table, those inside others included."""
    verbs = cues.table("verbs")
    for sentence in sentences(doc):
        bounds = sentence.start, sentence.end
        for token in sentence:
            if (token.pos_ in _VERBAL and token.dep_ not in ("amod", "compound")) or token.dep_ == "parataxis":
                reading = _of_verb(token, verbs, bounds)
                if reading is not None:
                    yield reading


def _of_verb(verb: Token, verbs: Mapping[str, Cue], bounds: tuple[int, int]) -> Reading | None:
    if verb.lemma_.lower() not in cues.first_words() or _is_hyphenated(verb):
        return None
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    key = f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else verb.lemma_.lower()
    if any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.rights) and f"{key} it" in verbs:
        key = f"{key} it"
    cue = verbs.get(key)
    who = subject(verb)
    who = inserted.inverted(verb, bounds[1]) or inserted.beside(verb, bounds[0], who) or who
    content = _complement(verb, cue) if cue is not None else None
    pieces: tuple[Offsets, ...] = ()
    if cue is not None and cue.takes("that", "quote"):
        pieces = inserted.around(verb, who, bounds)
    if pieces:
        content = _Content("that", 0, 0, key)
    else:
        content = content or _thing(verb, key, verbs) or (_rest(verb, cue, bounds[1]) if cue is not None else None)
        if content is not None:
            pieces = _pieces(verb, content, who)
    if content is None or not pieces or _is_order(verb) or _is_background(verb, content, verbs[content.key].kind):
        return None
    span = phrase(who) if who is not None else None
    return Reading(pieces, who, span, cue_span(verb, content.key), content.frame, verbs[content.key].kind, verb.i)


def _is_hyphenated(verb: Token) -> bool:
    """Whether the verb is part of a compound ("so-called")."""
    return verb.i > 0 and verb.nbor(-1).text == "-" and not verb.nbor(-1).whitespace_


def _is_background(verb: Token, content: _Content, kind: str) -> bool:
    """Whether a thought or an intention is only named in passing: "without knowing why", "those who want to help"."""
    if content.frame == "predicate" and is_passive(verb):
        return subject(verb) is None  # "a region called the Dry Zone"
    if content.frame in ("to", "gerund"):
        return verb.dep_ in _PASSING or content.last - content.first < 2
    return verb.dep_ == "pcomp" and kind in ("belief", "knowledge", "finding", "feeling", "intention")


def _is_order(verb: Token) -> bool:
    """Whether the verb is an order to the reader ("tell them that ...")."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "agent", "auxpass") for c in verb.children):
        return False
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("ROOT", "conj")
        and not any(c.dep_ == "aux" for c in verb.children)
        and subject(verb) is None
    )


def _pieces(verb: Token, content: _Content, who: Token | None) -> tuple[Offsets, ...]:
    doc = verb.doc
    first, last = content.first, content.last
    if last > verb.i:
        first = extent.first_token(verb, content.frame, first) if first > verb.i else first
        last = extent.last_token(verb, content.frame, last)
    pieces = pieces_of(doc, first, last, verb, who)
    if content.apart is not None and pieces:
        pieces = (*pieces_of(doc, content.apart.left_edge.i, content.apart.right_edge.i, verb, None), *pieces)
    return pieces


def _rest(verb: Token, cue: Cue, end: int) -> _Content | None:
    """The rest of the sentence after a verb of saying, where the parser saw no content there."""
    if not cue.takes("that") or cue.kind not in _TELLING or is_passive(verb) or verb.tag_ == "VBN":
        return None
    if subject(verb) is None:
        return None
    doc, first = verb.doc, verb.i + 1
    beginning = doc[first : min(end, first + _MAX_GAP)]
    that = next((t.i for t in beginning if t.lower_ == "that" and t.tag_ in ("IN", "DT")), None)
    if that is not None and not any(t.is_punct or t.pos_ in _VERBAL for t in doc[first:that]):
        thing = any(c.dep_ == "dobj" for c in verb.rights) and not cue.takes("to-object")
        return _Content("that", that, end - 1, cue.lemma) if not thing else None
    if any(c.dep_ in ("dobj", "dative", "prep", "xcomp") for c in verb.rights):
        return None
    while first < end and (doc[first].ent_type_ in ("DATE", "TIME") or doc[first].dep_ in ("npadvmod", "prt")):
        first += 1
    if first >= end or doc[first].is_punct or doc[first].pos_ in ("ADP", "CCONJ", "SCONJ", "PART"):
        return None
    begun = doc[first : min(end, first + _MAX_GAP)]
    if not any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i > t.i and t.tag_ not in _WH for t in begun):
        return None
    return _Content("that", first, end - 1, cue.lemma)


def _complement(verb: Token, cue: Cue) -> _Content | None:
    """A clause or an infinitive."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    for child in verb.children:
        first, last = child.left_edge.i, extent.before_further_saying(child, child.right_edge.i)
        if child.dep_ == "ccomp" and not (last < verb.i and _stands_apart(verb)):
            marked = any(c.tag_ == "TO" for c in child.lefts)
            if marked and cue.takes("to-object"):
                return _Content("to-object", first, last, cue.lemma)
            if not marked and cue.takes("wh" if _is_question(child) else "that"):
                return _Content("that", first, last, cue.lemma)
            if cue.takes("predicate"):
                return _Content("predicate", first, last, cue.lemma)
        elif child.dep_ == "advcl" and cue.takes("wh") and cue.kind in _TELLING and _is_question(child):
            if child.left_edge.i > verb.i:
                return _Content("that", first, last, cue.lemma)
        elif child.dep_ == "xcomp" and any(c.tag_ == "TO" for c in child.lefts):
            if thing is not None and thing.i < child.i and cue.takes("to-object"):
                return _Content("to-object", thing.left_edge.i, last, cue.lemma)
            raised = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            if raised is not None and (cue.takes("raised") or (cue.takes("to-object") and cue.kind == "request")):
                return _Content("that", first, last, cue.lemma, raised)
            if cue.takes("to"):
                return _Content("to", first, last, cue.lemma)
        elif child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG" and cue.takes("gerund", "object"):
            return _Content("gerund", first, last, cue.lemma)
        elif child.dep_ == "oprd" and cue.takes("predicate") and child.pos_ != "PROPN" and verb.dep_ != "acl":
            if thing is not None and thing.i < child.i:
                first = thing.left_edge.i
            return _Content("predicate", first, last, cue.lemma, _relative(verb))
    clause = next((c for c in thing.rights if c.dep_ in _HUNG), None) if thing is not None else None
    if clause is not None and cue.takes("that") and cue.takes("to-object") and _is_marked(clause):
        return _Content("that", clause.left_edge.i, clause.right_edge.i, cue.lemma)
    if verb.dep_ == "parataxis" and cue.takes("that", "quote"):
        return _Content("that", verb.head.left_edge.i, verb.head.right_edge.i, cue.lemma)
    return None


def _is_marked(clause: Token) -> bool:
    first = clause.doc[clause.left_edge.i]
    return first.lower_ == "that" and first.dep_ == "mark"


def _stands_apart(verb: Token) -> bool:
    """Whether a clause before the verb is none it says: no subject between, or a colon, semicolon or dash."""
    first = min((c.left_edge.i for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), default=verb.i)
    if first == verb.i and not any(c.dep_ == "nsubj" for c in verb.rights):
        return True
    return first > 0 and verb.doc[first - 1].text in (";", ":", "-", "--", "–", "—")


def _is_question(clause: Token) -> bool:
    first = clause.doc[clause.left_edge.i]
    if clause.dep_ == "advcl":
        return first.lower_ in ("whether", "if") and first.i > 0 and not first.nbor(-1).is_punct
    return first.tag_ in _WH or first.lower_ in ("whether", "if")


def _thing(verb: Token, key: str, verbs: Mapping[str, Cue]) -> _Content | None:
    """A noun phrase that says something: the verb's object, or that of its preposition ("call for")."""
    content = _prepositional(verb, key, verbs) or (_object(verb, verbs[key]) if key in verbs else None)
    if content is None or (content.frame == "object" and not _is_proposition(verb, content)):
        return None
    return content


def _is_proposition(verb: Token, content: _Content) -> bool:
    """Whether a noun phrase says something rather than name a thing: it holds a clause or quoted words."""
    if is_passive(verb) or any(c.dep_ == "neg" or c.lower_ in _MODALS for c in verb.children):
        return False
    last = min(content.last, content.first + MAX_LOOK)
    return any(t.pos_ == "VERB" or t.is_quote for t in verb.doc[content.first : last + 1])


def _prepositional(verb: Token, key: str, verbs: Mapping[str, Cue]) -> _Content | None:
    for child in verb.rights:
        if child.dep_ != "prep":
            continue
        cue = verbs.get(f"{key} {child.lower_}")
        if cue is None or not cue.takes("object"):
            continue
        wish = next((c for c in verb.rights if c.dep_ in _WISHES and any(t.tag_ == "TO" for t in c.lefts)), None)
        for content in child.rights:
            if content.dep_ == "pobj" and wish is not None and wish.i > child.i and cue.takes("to-object"):
                return _Content("to-object", content.left_edge.i, wish.right_edge.i, cue.lemma)
            if content.dep_ in ("pobj", "pcomp"):
                return _Content("object", content.left_edge.i, content.right_edge.i, cue.lemma)
    return None


def _relative(verb: Token) -> Token | None:
    """The pronoun for the thing named in "what she called a mistake" and "a plan that he described as cruel"."""
    return next((c for c in verb.lefts if c.dep_ == "dobj" and c.tag_ in _WH), None)


def _object(verb: Token, cue: Cue) -> _Content | None:
    """The verb's object, with what is said of it ("describe X as Y", "blame X for Y")."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is None and is_passive(verb):
        thing = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if thing is None:
        return None
    first = thing.left_edge.i
    apart = _relative(verb)
    for child in verb.rights:
        if child.dep_ != "prep" or child.i < thing.i:
            continue
        if apart is not None:
            first = child.left_edge.i
        if child.lower_ == "as" and cue.takes("as"):
            return _Content("as", first, child.right_edge.i, cue.lemma, apart)
        if child.lower_ in ("to", "with") and cue.takes("likened"):
            return _Content("as", first, child.right_edge.i, cue.lemma, apart)
        if child.lower_ in ("for", "of", "over", "on") and cue.takes("object-for"):
            return _Content("object-for", first, child.right_edge.i, cue.lemma)
    if cue.takes("predicate") and any(t.is_quote for t in verb.doc[first : thing.right_edge.i + 1]):
        first = min([first, *(c.left_edge.i for c in verb.rights if c.dep_ == "dative")])
        return _Content("object", first, thing.right_edge.i, cue.lemma)  # 'branded him a "liar"'
    return _Content("object", first, thing.right_edge.i, cue.lemma) if cue.takes("object") else None
