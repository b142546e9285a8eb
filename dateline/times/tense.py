"""The tense of the verb that a time expression belongs to: from the parse, or from the words beside it."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from dateline.times import lexicon
from dateline.times.context import Tense, TenseReader

_REACH = 160
_CLAUSE_END = re.compile(r"[.?!;\n](?:\s|$)|\n")
_AHEAD = re.compile(
    r"\b(?:will|won't|'ll|would|shall|to be|(?:is|are|was|were) to|plans?|planned|expects?|expected|scheduled|due"
    r"|slated|set to|until|upcoming|intends?|may|might|could|should|going to|begins?|starts?|ends?|expires?|forecasts?"
    r"|aims?|hopes?|wants?|(?:ready|likely|agreed|asked|ordered|headed|leave|arrive|meet)s? to)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:was|were|had|did|said|told|began|came|took|went|made|held|fell|rose|won|lost|since|ago|earlier"
    r"|[a-z]{3,20}ed)\b",
    re.IGNORECASE,
)
_CLOCK = r"(?:[\d:]{1,5}\s?(?:[ap]\.?m\.?)?\s(?:[A-Z]{2,4}\s)?)?"
_UNTIL = re.compile(rf"\b(?:until|till|as (?:soon|early|late) as|no later than)\s+(?:the\s+)?{_CLOCK}$", re.IGNORECASE)
_AHEAD_OF = re.compile(r"\b(?:ahead of|before|until|for)\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|last|ago)\s+(?:the\s+)?$", re.IGNORECASE)
_MODALS = {"will", "shall", "'ll", "wo", "would", "may", "might", "should", "must"}
_LOOKING_AHEAD = lexicon.words("verb-looking-ahead")
_SET_FOR_LATER = lexicon.words("verb-setting-for-later")
_REPORTING = lexicon.words("verb-reporting")


def from_text(text: str) -> TenseReader:
    """A reader that goes by the words of the clause."""

    def tense(start: int, end: int) -> Tense:
        left = text[max(0, start - _REACH) : start]
        cut = [m.end() for m in _CLAUSE_END.finditer(left)]
        left = left[cut[-1] :] if cut else left
        right = _CLAUSE_END.split(text[end : end + _REACH // 2], maxsplit=1)[0]
        if _UNTIL.search(left):
            return "future"
        if _SINCE.search(left):
            return "past"
        found = [(m.end(), "future") for m in _AHEAD.finditer(left)] + [(m.end(), "past") for m in _BACK.finditer(left)]
        if found:
            return "future" if max(found)[1] == "future" else "past"
        found = [(m.start(), "future") for m in _AHEAD.finditer(right)] + [
            (m.start(), "past") for m in _BACK.finditer(right)
        ]
        return None if not found else "future" if min(found)[1] == "future" else "past"

    return tense


def from_doc(doc: Doc) -> TenseReader:
    """A reader that goes by the verb which governs the expression, and by the words where there is no verb."""
    by_words = from_text(doc.text)

    def tense(start: int, end: int) -> Tense:
        left = doc.text[max(0, start - 32) : start]
        if _SINCE.search(left):
            return "past"
        span = doc.char_span(start, end, alignment_mode="expand")
        verb = _governor(span.root) if span is not None and len(span) else None
        if span is not None and len(span) and span.root.dep_ in ("poss", "compound", "nmod"):
            if _AHEAD_OF.search(left):
                return "future"
            return "open" if verb is not None and of_verb(verb) == "future" else "past"
        if _UNTIL.search(left):
            return "past" if verb is not None and _not_yet(verb) else "future"
        return of_verb(verb) if verb is not None else by_words(start, end)

    return tense


def of_verb(verb: Token) -> Tense:
    """Tense of what the verb tells: future too for what a past verb plans and for a timetable's present."""
    auxiliaries = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    if any(t.lower_ in _MODALS for t in auxiliaries):
        return "past" if any(t.lower_ == "have" for t in auxiliaries) else "future"
    if verb.lemma_ in _SET_FOR_LATER or (verb.tag_ == "VBN" and verb.lemma_ == "set"):
        return "future"
    if any(t.tag_ == "TO" for t in auxiliaries):
        return _of_infinitive(verb)
    if any(t.lower_ == "could" for t in auxiliaries):
        return "past" if any(t.dep_ in ("neg", "preconj") or t.lower_ == "be" for t in verb.children) else "open"
    if any(t.tag_ == "VBD" or t.lower_ in ("has", "have", "had", "'ve") for t in (verb, *auxiliaries)):
        return "past"
    if verb.tag_ in ("VBN", "VBG") and not auxiliaries:
        governed = verb.tag_ == "VBG" and verb.head != verb and verb.head.pos_ in ("VERB", "AUX")
        return of_verb(verb.head) if governed else "past" if verb.tag_ == "VBN" else "present"
    return "present" if verb.lemma_ in _REPORTING or (verb.head == verb and verb.tag_ == "VB") else "future"


def _of_infinitive(verb: Token) -> Tense:
    """What is planned lies ahead; what somebody ordered or agreed to do may be ahead or done by now."""
    head = verb.head
    if head == verb or head.lemma_ in _SET_FOR_LATER:
        return "future"
    if head.lemma_ in _LOOKING_AHEAD:
        return "open" if head.tag_ in ("VBD", "VBN") else "future"
    above = _governor(head)
    if verb.dep_ in ("acl", "relcl") and above is not None and of_verb(above) == "past":
        return "open"
    return of_verb(above) if above is not None and above.i != verb.i else "future"


def _not_yet(verb: Token) -> bool:
    """As in "had not said so until Thursday": what ended at that time."""
    return any(t.dep_ == "neg" or t.lower_ == "had" for t in verb.children)


def _governor(token: Token) -> Token | None:
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None
