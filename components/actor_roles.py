"""What an actor said, did and had done to it, as plain data with the evidence, and which actors matter most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from components import words
from dateline.records import Actor, Analysis, Stance


@dataclass(frozen=True)
class Item:
    """One thing said or done: a sign for its polarity, a line, a note, and the sentence that proves it."""

    line: str
    evidence: str
    sign: str = ""
    tone: str = ""
    note: str = ""


@dataclass(frozen=True)
class Part:
    """One list of a card."""

    title: str
    items: tuple[Item, ...]


def order(analysis: Analysis, first: str | None = None) -> list[Actor]:
    """The actors by how much they do, suffer and say, then by mentions; the one with the id `first` before all."""
    weight: Counter[str] = Counter()
    for stance in analysis.stances:
        weight[stance.actor] += 2
        if stance.target.actor:
            weight[stance.target.actor] += 1
    weight.update(s.speaker for s in analysis.statements if s.speaker)
    return sorted(analysis.actors, key=lambda a: (a.id != first, -weight[a.id], -len(a.mentions)))


def parts(analysis: Analysis, actor: Actor) -> tuple[Part, ...]:
    """The three lists of the actor's card, each in the order of the text."""
    did = [s for s in analysis.stances if s.actor == actor.id]
    suffered = [s for s in analysis.stances if s.target.actor == actor.id]
    return (
        Part("Did, or took as a position", tuple(_act(analysis, s) for s in _told(did))),
        Part("Had done or said to it", tuple(_act(analysis, s) for s in _told(suffered))),
        Part("Said", _said(analysis, actor)),
    )


def _told(stances: list[Stance]) -> list[Stance]:
    return sorted(stances, key=lambda s: (s.evidence.start, s.cue.start))


def _act(analysis: Analysis, stance: Stance) -> Item:
    notes = []
    if stance.modality != "asserted":
        notes.append(words.MODALITIES[stance.modality])
    if stance.said_by and stance.said_by != stance.actor:
        notes.append(f"says {words.actor_name(analysis, stance.said_by)}")
    if stance.earliest or stance.latest:
        notes.append(words.days(stance.earliest, stance.latest))
    return Item(
        line=words.stance_line(analysis, stance),
        evidence=analysis.article.text[stance.evidence.start : stance.evidence.end],
        sign=words.SIGNS[stance.polarity],
        tone={1: "hit-pos", 0: "hit-neu", -1: "hit-neg"}[stance.polarity],
        note=" · ".join(notes),
    )


def _said(analysis: Analysis, actor: Actor) -> tuple[Item, ...]:
    text = analysis.article.text
    forms = {"direct": "in its own words", "indirect": "as reported", "mixed": "partly in its own words"}
    return tuple(
        Item(line=forms[s.form], evidence=text[s.start : s.end].strip())
        for s in sorted(analysis.statements, key=lambda s: s.start)
        if s.speaker == actor.id
    )
