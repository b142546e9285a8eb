"""The day a story stands at: what an undated act inherits from the dated sentences before it.

News names its day once: "X said on Thursday ..."; what X says and does in the sentences after that is of that day too,
and so is the headline above. A sentence inherits only when it tells of a single act, by somebody whom the headline,
the sentence that names the day or another dated sentence speaks of; habits, perfects ("has long accused"), what others
did by somebody's account, and strangers inherit nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.language import Parse
from dateline.records import Statement
from dateline.times import lexicon
from dateline.times.governors import LIGHT, NOMINAL, OF_OTHER_TIMES, VERBAL, Link
from dateline.times.story import PRONOUNS, SUBJECTS, Story, names, stem, subject_words
from dateline.times.tense import of_verb

_MAX_CLIMB = 12
_REACH = 60
_ANOTHER_TIME = lexicon.words("another-time")
_SPEECH = lexicon.words("verb-speech")


@dataclass(frozen=True)
class _Clause:
    """The main verb that an act hangs on, and its time when a verb of speech on the way is dated."""

    verb: Token
    day: Link | None


def day_of(story: Story, parse: Parse, statements: tuple[Statement, ...], act: Token) -> Link | None:
    """The day that an act without a time of its own inherits; None when nothing says that it is of that day."""
    n = story.number.get(act.sent.start)
    if n is None:
        return None
    clause = _main_clause(story, act)
    if clause and clause.day:
        return clause.day
    before = story.sentences[max(n - 1, 0)].subject
    spoken = _statement_at(statements, act.idx)
    if spoken and not _tells_of_others(act):
        found = _day_of_saying(story, parse, spoken, n, before)
        if found:
            return found
    if act.pos_ == "NOUN" or act.dep_ == "acl":
        found = story.events.get(stem(act))
        if found:
            return found
    if story.lead < 0 or clause is None:
        return None
    if n < story.lead:
        return story.sentences[story.lead].day
    if n == story.lead or _tells_one_act(clause.verb) or any(t.lower_ == "would" for t in clause.verb.children):
        return _day_about(story, n, subject_words(clause.verb, before))
    return None


def _day_of_saying(story: Story, parse: Parse, spoken: Statement, n: int, before: frozenset[str]) -> Link | None:
    """The day on which a statement was made: that of its verb of speech, else the speaker's day."""
    if spoken.cue_span:
        cue = parse.doc.char_span(spoken.cue_span.start, spoken.cue_span.end, alignment_mode="expand")
        if cue is not None and len(cue) and (dated := story.links.get(cue.root.i)):
            return dated[0]
        if cue is not None and len(cue) and _is_perfect(cue.root):
            return None
    about = _speaker_words(parse, spoken) or before
    return _day_about(story, n, about) if story.lead >= 0 else None


def _main_clause(story: Story, act: Token) -> _Clause | None:
    """The main verb whose act this is, or whose words it is in; None where the act is told of on the side."""
    token, of_others = act, False
    for _ in range(_MAX_CLIMB):
        head = token.head
        of_others = of_others or (token.pos_ in VERBAL and _own_past(token))
        if head == token:
            return _Clause(token, None)
        if token.dep_ in ("ccomp", "parataxis") and head.pos_ in VERBAL:
            if of_others:
                return None
            dated = story.links.get(head.i)
            if dated:
                return _Clause(head, dated[0])
        elif not _same_act(token):
            return None
        token = head
    return None


def _same_act(token: Token) -> bool:
    """Whether a word tells of what its head tells of: "moved to initiate", "launched an attack", "met and agreed"."""
    if token.dep_ in ("conj", "xcomp"):
        return token.head.pos_ in VERBAL or token.pos_ not in VERBAL
    if token.dep_ == "advcl":
        return token.tag_ == "VBG" and not any(t.dep_ in (*SUBJECTS, "mark") for t in token.children)
    if token.dep_ in ("dobj", "attr", "oprd", "acomp", *SUBJECTS):
        return token.dep_ in ("attr", "acomp") or token.head.lemma_ in LIGHT
    return token.dep_ in ("compound", "amod", "prep") and token.pos_ not in VERBAL and token.head.pos_ in NOMINAL


def _own_past(verb: Token) -> bool:
    """A past clause about somebody else than the speaker; what "has" been so is still so when it is said."""
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    passive = any(t.dep_ == "auxpass" and t.lower_ in ("was", "were") for t in verb.children)
    if subject.lower_ in PRONOUNS if subject else not passive:
        return False
    return of_verb(verb) == "past" and not any(t.lower_ in ("has", "have", "'ve") for t in verb.children)


def _tells_of_others(act: Token) -> bool:
    """Whether an act in somebody's words is one that others did before: no part of what is said by saying it."""
    token = act
    for _ in range(_MAX_CLIMB):
        if token.pos_ in VERBAL and (token.dep_ in ("relcl", "acl") or _own_past(token)):
            return True
        if token.dep_ == "pcomp" and token.head.lower_ in OF_OTHER_TIMES:
            return True
        if token.pos_ in VERBAL and token.dep_ not in ("conj", "xcomp", "advcl"):
            return False
        if token.head == token:
            return False
        token = token.head
    return True


def _tells_one_act(verb: Token) -> bool:
    """A simple past, what is going on, or speech in the present; not a perfect, not a habit."""
    if _is_perfect(verb):
        return False
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and (helpers & {"was", "were"} or not helpers)):
        return True
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "'re"}:
        return True
    return verb.lemma_ in _SPEECH and verb.tag_ in ("VBZ", "VBP")


def _is_perfect(verb: Token) -> bool:
    """As in "has accused", "had said", "said earlier": of another time than the story's."""
    return any(
        t.lower_ in _ANOTHER_TIME or (t.dep_ == "aux" and t.lower_ in ("has", "have", "had", "'ve", "'d"))
        for t in verb.children
    )


def _statement_at(statements: tuple[Statement, ...], offset: int) -> Statement | None:
    """The statement with a known speaker that holds an offset; statements are in the text's order."""
    i = bisect_right(statements, offset, key=lambda s: s.start)
    near = reversed(statements[max(0, i - 4) : i])
    return next((s for s in near if s.start <= offset < s.end and s.speaker_span), None)


def _speaker_words(parse: Parse, statement: Statement) -> frozenset[str]:
    assert statement.speaker_span
    span = parse.doc.char_span(statement.speaker_span.start, statement.speaker_span.end, alignment_mode="expand")
    if span is None or not len(span) or span.root.lower_ in PRONOUNS:
        return frozenset()
    return frozenset(names(span.root))


def _day_about(story: Story, n: int, about: frozenset[str]) -> Link | None:
    """The day of the last dated sentence that is about the same people; the day of the news for its own people."""
    for k in range(n, max(-1, n - _REACH), -1):
        sentence = story.sentences[k]
        if sentence.day and sentence.subject & about:
            return sentence.day
    return story.sentences[story.lead].day if about & story.people else None
