"""The story of an article as time sees it: about whom each sentence is, which day it is dated to, which one leads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.language import Parse
from dateline.records import TimeExpression
from dateline.times import lexicon
from dateline.times.governors import LIGHT, NOMINAL, Link, links
from dateline.times.published import dateline_day

SUBJECTS = ("nsubj", "nsubjpass")
PRONOUNS = frozenset(lexicon.words("pronoun"))
_DAYS = ("minute", "part of day", "day")
_NEWS_DAYS = 7
_LEAD_SENTENCES = 5
_WHOLE = 6
"""Tokens; a shorter sentence is a place, a source, a picture's caption."""
_SHORTEST_STEM = 3
_WITHIN = ("", "on", "in", "at", "during")
_ANYBODY = lexicon.words("anybody")


@dataclass(frozen=True)
class Sentence:
    """What one sentence is about: the words of its subject, and the day that it is dated to."""

    start: int
    end: int
    subject: frozenset[str]
    day: Link | None


@dataclass(frozen=True, eq=False)
class Story:
    """The dated words of an article, and its sentences in order."""

    links: dict[int, tuple[Link, ...]]
    sentences: tuple[Sentence, ...]
    number: dict[int, int]
    """First token of a sentence to its number."""
    lead: int
    """Number of the sentence that names the day of the news; -1 when none does."""
    events: dict[str, Link]
    """Stems of what is dated to one time only, with that time: "the March 4 poisoning" dates each "poisoning"."""
    people: frozenset[str]
    """The names in the headline and in that sentence, and of those who are called theirs."""


@dataclass(frozen=True, eq=False)
class _Key:
    """An article and its times, compared by identity: the same objects make the same story."""

    parse: Parse
    times: tuple[TimeExpression, ...]

    def __hash__(self) -> int:
        return hash((id(self.parse), id(self.times)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.parse is other.parse and self.times is other.times


def of(parse: Parse, times: tuple[TimeExpression, ...]) -> Story:
    """The story of an article; kept for the next act of the same article."""
    return _story(_Key(parse, times))


@lru_cache(maxsize=2)
def _story(key: _Key) -> Story:
    doc, heading = key.parse.doc, dateline_day(key.parse.article.text)
    dated = links(doc, [t for t in key.times if heading is None or t.start != heading[0]])
    days = _news_days(key, dated)
    sentences, number = list[Sentence](), dict[int, int]()
    subject: frozenset[str] = frozenset()
    for n, sent in enumerate(doc.sents):
        subject = subject_words(sent.root, subject)
        sentences.append(Sentence(sent.start, sent.end, subject, _day_of_sentence(sent, days)))
        number[sent.start] = n
    lead = _lead(sentences, heading)
    events = _events(doc, dated)
    return Story(dated, tuple(sentences), number, lead, events, _people(list(doc.sents), lead))


def stem(token: Token) -> str:
    """What an event's verb and noun share: "shoot" of "shot" and "shootings"."""
    word = token.lemma_.lower()
    return word[:-3] if token.pos_ == "NOUN" and word.endswith("ing") and len(word) > _SHORTEST_STEM + 3 else word


def _events(doc: Doc, dated: dict[int, tuple[Link, ...]]) -> dict[str, Link]:
    found: dict[str, set[Link]] = {}
    for i, there in dated.items():
        token, sure = doc[i], next((k for k in there if k.sure and k.signal in _WITHIN), None)
        is_event = token.pos_ in ("NOUN", "VERB") and token.lemma_ not in LIGHT
        if sure and is_event and token.ent_type_ not in ("DATE", "TIME"):
            found.setdefault(stem(token), set()).add(sure)
    return {word: there.pop() for word, there in found.items() if len({k.days for k in there}) == 1}


def subject_words(verb: Token, before: frozenset[str]) -> frozenset[str]:
    """The content words of a verb's subject; those of the sentence before when it is a pronoun."""
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ in PRONOUNS:
        return before
    return frozenset(names(subject))


def names(subject: Token) -> Iterator[str]:
    """The nouns and names of a noun phrase, as lemmas; not those that may be anybody's ("official")."""
    for token in (subject, *subject.lefts, *(t for left in subject.lefts for t in left.lefts)):
        word = token.lemma_.lower().replace(".", "")
        if token.pos_ in NOMINAL and word not in _ANYBODY:
            yield word


def _people(sents: list[DocSpan], lead: int) -> frozenset[str]:
    """Whom the headline and the lead speak of, and who is later called one of theirs ("the NDP's leader Jane Doe")."""
    people = {w for s in sents[: lead + 1] for w in _names_in(s)}
    for n, sent in enumerate(sents):
        for token in sent:
            if token.dep_ in SUBJECTS and token.lower_ not in PRONOUNS:
                called = set(names(token))
                if n <= lead or called & people:
                    people |= called
    return frozenset(people)


def _names_in(sent: DocSpan) -> Iterator[str]:
    proper = (
        t.lemma_.lower().replace(".", "") for t in sent if t.pos_ == "PROPN" and t.ent_type_ not in ("DATE", "TIME")
    )
    return (name for name in proper if name not in _ANYBODY)


def _lead(sentences: list[Sentence], heading: tuple[int, int] | None) -> int:
    """The first sentence that names a day; the one after it where the first day is only that of the dateline."""
    whole = [n for n, s in enumerate(sentences) if s.end - s.start >= _WHOLE][:_LEAD_SENTENCES]
    dated = [n for n, s in enumerate(sentences[: whole[-1] + 1]) if s.day] if whole else []
    if not dated:
        return -1
    first = sentences[dated[0]].day
    only_heading = heading is not None and first is not None and first.time.start == heading[0]
    return dated[1] if only_heading and dated[1:2] == [dated[0] + 1] else dated[0]


def _news_days(key: _Key, dated: dict[int, tuple[Link, ...]]) -> tuple[Link, ...]:
    """The expressions that can name the day of the news: days of the last week that bound nothing ("since Monday")."""
    published = key.parse.article.published
    bounds = {k.time.id for there in dated.values() for k in there if k.signal not in (*_WITHIN, "of", "for", "to")}
    return tuple(
        Link(t, "", True)
        for t in key.times
        if t.type in ("DATE", "TIME")
        and t.earliest
        and t.id not in bounds
        and t.grain in _DAYS
        and (published is None or timedelta(0) <= published - t.earliest <= timedelta(_NEWS_DAYS))
    )


def _day_of_sentence(sent: DocSpan, days: tuple[Link, ...]) -> Link | None:
    first = bisect_right(days, sent.start_char - 1, key=lambda link: link.time.start)
    return next((link for link in days[first : first + 1] if link.time.start < sent.end_char), None)
