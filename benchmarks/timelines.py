"""Timelines across articles: for a given actor or thing, its events in order with their dates (SemEval-2015 task 4).

usage: python -m benchmarks.timelines --eval FOLDER

The task's measure compares relations: events of one place in a timeline are SIMULTANEOUS, events of a place are BEFORE
those of the next. Precision is the share of the predicted relations that follow from the gold timeline, recall the
share of the gold relations that follow from the predicted one, both over all timelines together (micro). Events that
gold leaves undated (place 0) are not compared. A first reading: an entity's events are the verbs, and the nouns that
the tables of predicates know, whose argument names it; an event that the text does not date stands at the day of
the article's lead, else at its publication, as in the gold timelines; that is this benchmark's rule, not the engine's.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from benchmarks.parses import parses, rows
from benchmarks.scoring import eval_folder
from dateline import actors, places, times
from dateline import names as persons
from dateline.language import Parse
from dateline.places.gazetteer import Gazetteer
from dateline.settings import DEFAULTS
from dateline.stances import predicates
from dateline.times import story
from dateline.times.anchoring import when

Event = tuple[str, int, str]
"""Article, sentence number from 1, the event's word."""
Relation = tuple[str, Event, Event]
_MAX_CLIMB = 4
GAZETTEER = Gazetteer.open(DEFAULTS.gazetteer)


@dataclass(frozen=True)
class Place:
    """The events that stand together in a timeline."""

    events: frozenset[Event]


def main(argv: list[str] | None = None) -> None:
    """Print precision, recall and F1 of every timeline and of all."""
    folder, _ = eval_folder(argparse.ArgumentParser(description=__doc__), argv)
    gold = rows(folder / "dev" / "timelines_semeval15_gold.jsonl")
    docs = folder / "dev" / "timelines_semeval15_docs.jsonl"
    read = [(p, times.read(p)) for p in parses(docs)]
    total = [0, 0, 0, 0]
    for row in gold:
        wanted = _gold_places(row)
        found = _places(_events(read, row["entity"]))
        counts = score(found, wanted)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        print(f"{row['entity']:24} {_figures(counts)}")
    print(f"{'all (micro)':24} {_figures(total)}")


def score(found: list[Place], wanted: list[Place]) -> list[int]:
    """Predicted relations that follow from gold, predicted; gold relations that follow from the prediction, gold."""
    predicted, true = set(_relations(found)), set(_relations(wanted))
    return [
        len(predicted & set(_closure(wanted))), len(predicted), len(true & set(_closure(found))), len(true)
    ]  # fmt: skip


def _figures(counts: list[int]) -> str:
    p = counts[0] / counts[1] if counts[1] else 0.0
    r = counts[2] / counts[3] if counts[3] else 0.0
    return f"P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {200 * p * r / (p + r) if p + r else 0:5.1f}"


def _relations(places: list[Place]) -> Iterator[Relation]:
    yield from _simultaneous(places)
    for earlier, later in pairwise(places):
        yield from (("BEFORE", a, b) for a in earlier.events for b in later.events)


def _closure(places: list[Place]) -> Iterator[Relation]:
    yield from _simultaneous(places)
    for earlier, later in combinations(places, 2):
        yield from (("BEFORE", a, b) for a in earlier.events for b in later.events)


def _simultaneous(places: Iterable[Place]) -> Iterator[Relation]:
    for place in places:
        yield from (("SIMULTANEOUS", a, b) for a, b in combinations(sorted(place.events), 2))


def _gold_places(row: dict[str, Any]) -> list[Place]:
    by_order: dict[int, set[Event]] = defaultdict(set)
    for item in row["items"]:
        if int(item["order"]) > 0:
            by_order[int(item["order"])] |= {(e["doc"], int(e["sent"]), e["token"]) for e in item["events"]}
    return [Place(frozenset(by_order[order])) for order in sorted(by_order)]


def _places(dated: Iterable[tuple[date, date, Event]]) -> list[Place]:
    """Events of the same days together, in the order of their first days, shorter spans first."""
    by_days: dict[tuple[date, date], set[Event]] = defaultdict(set)
    for first, last, event in dated:
        by_days[first, last].add(event)
    return [Place(frozenset(by_days[days])) for days in sorted(by_days)]


def _events(read: list[tuple[Parse, Any]], entity: str) -> Iterator[tuple[date, date, Event]]:
    known = _event_nouns(DEFAULTS.lexicon / predicates.FOLDER)
    for parse, found in read:
        told = story.of(parse, found)
        lead = told.sentences[told.lead].day if told.lead >= 0 else None
        day = lead.time.earliest if lead else parse.article.published
        for start, end in _mentions(parse, entity):
            span = parse.doc.char_span(start, end, alignment_mode="expand")
            for token in _acts(span.root, known) if span is not None and len(span) else ():
                anchor = when(parse, found, (), token)
                first, last = (anchor.earliest, anchor.latest or anchor.earliest) if anchor else (day, day)
                if first and last:
                    sentence = parse.article.text.count("\n", 0, token.idx) + 1
                    yield first, last, (parse.article.id, sentence, token.text)


def _mentions(parse: Parse, entity: str) -> set[tuple[int, int]]:
    """Where an article names the entity, whole or by its last words, and what the engine holds for the same actor."""
    words = entity.split()
    names = {" ".join(words[i:]) for i in range(len(words)) if len(words[i:]) > 1 or words[i].istitle()} | {entity}
    pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    found = {m.span() for m in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", parse.article.text, re.IGNORECASE)}
    where, places_of = places.read(parse, called := persons.read(parse), GAZETTEER)
    for actor in actors.read(parse, called, where, places_of):
        if {actor.name.casefold(), *(a.casefold() for a in actor.aliases)} & {n.casefold() for n in names}:
            found |= {(m.start, m.end) for m in actor.mentions}
    return found


def _acts(argument: Token, known: frozenset[str]) -> Iterator[Token]:
    """The verbs and event nouns above an argument, nearest first, with the verbs that go along."""
    token = argument
    for _ in range(_MAX_CLIMB):
        if token.head == token:
            return
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_.lower() in known:
            yield token
        if token.pos_ == "VERB":
            yield token
            along = (t for t in token.children if t.dep_ in ("conj", "xcomp", "advcl") and t.pos_ == "VERB")
            yield from (t for t in along if not _own_subject(t))
            return


def _own_subject(verb: Token) -> bool:
    return any(t.dep_ in story.SUBJECTS for t in verb.children)


def _event_nouns(folder: Path) -> frozenset[str]:
    lines = (line for path in sorted(folder.glob("nouns_*.csv")) for line in path.read_text("utf-8").splitlines())
    return frozenset(line.split(",")[0].split()[0] for line in lines if line and not line.startswith(("#", "cue,")))


if __name__ == "__main__":
    main()
