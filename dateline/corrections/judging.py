"""What a stance says: its type, polarity, target and date; stances to leave out, and stances to add."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from typing import Any

from dateline.corrections.edtf import days_of
from dateline.corrections.kinds import AddStance, ChangeStance, DateStance, RefuseStance
from dateline.corrections.placing import Things
from dateline.corrections.references import Unfit, actor_of, check_words, stance_of, target_of
from dateline.records import Analysis, Span, Stance
from dateline.stances import plover


def change(analysis: Analysis, correction: ChangeStance) -> tuple[Analysis, Things]:
    """The stance with another type, polarity or target. Raises Unfit, as do all here."""
    stance = stance_of(analysis, correction.stance)
    update: dict[str, Any] = {"confidence": 1.0}
    if correction.type is not None and correction.type != stance.type:
        # A mode belongs to its type, and the strength follows from both.
        update |= {"type": correction.type, "mode": None, "intensity": plover.scale(correction.type)}
    if correction.polarity is not None:
        update["polarity"] = correction.polarity
    if correction.target is not None:
        update["target"] = target_of(analysis, correction.target)
    return _changed(analysis, stance, update)


def refuse(analysis: Analysis, correction: RefuseStance) -> tuple[Analysis, Things]:
    """The analysis without the stance."""
    stance = stance_of(analysis, correction.stance)
    stances = tuple(s for s in analysis.stances if s.id != stance.id)
    return analysis.model_copy(update={"stances": stances}), frozenset()


def set_date(analysis: Analysis, correction: DateStance) -> tuple[Analysis, Things]:
    """The stance at another time, or at none."""
    stance = stance_of(analysis, correction.stance)
    first, last = days_of(correction.edtf) if correction.edtf else (None, None)
    basis = "inferred" if correction.edtf else "none"
    when = {"when": correction.edtf, "when_basis": basis, "earliest": first, "latest": last, "time": None}
    return _changed(analysis, stance, when)


def add(analysis: Analysis, correction: AddStance) -> tuple[Analysis, Things]:
    """The analysis with one stance more, told as a fact, without date or place."""
    check_words(analysis, correction.words)
    words = Span(start=correction.words.start, end=correction.words.end)
    actor = actor_of(analysis, correction.actor).id
    target = target_of(analysis, correction.target)
    same = f"{actor}|{target.model_dump_json()}|{correction.type}"
    if any((s.cue, s.actor, s.target, s.type) == (words, actor, target, correction.type) for s in analysis.stances):
        raise Unfit("that stance is there already")
    new = Stance(
        id=f"added-{words.start}-{hashlib.sha256(same.encode('utf-8')).hexdigest()[:10]}",
        actor=actor,
        actor_span=None,
        target=target,
        target_span=None,
        type=correction.type,
        polarity=correction.polarity,
        intensity=plover.scale(correction.type),
        modality="asserted",
        said_by=None,
        evidence=_sentence(analysis, words),
        cue=words,
        when=None,
        confidence=1.0,
    )
    stances = sorted((*analysis.stances, new), key=lambda s: s.evidence.start)
    return analysis.model_copy(update={"stances": tuple(stances)}), frozenset({("stance", new.id)})


def _sentence(analysis: Analysis, words: Span) -> Span:
    at = bisect_right([s.start for s in analysis.sentences], words.start) - 1
    sentence = analysis.sentences[at] if at >= 0 else words
    return Span(start=min(sentence.start, words.start), end=max(sentence.end, words.end))


def _changed(analysis: Analysis, stance: Stance, update: dict[str, Any]) -> tuple[Analysis, Things]:
    new = stance.model_copy(update=update)
    stances = tuple(new if s.id == stance.id else s for s in analysis.stances)
    return analysis.model_copy(update={"stances": stances}), frozenset({("stance", stance.id)})
