"""References: from a thing of an analysis to the words it is known by, and back."""

from __future__ import annotations

from dateline.corrections.kinds import ActorRef, Quote, StanceRef, TargetRef
from dateline.records import Actor, Analysis, Span, Stance, Target, Toponym


class Unfit(ValueError):
    """A correction speaks of something that this analysis does not hold; `str()` says of what."""


def quote(analysis: Analysis, span: Span) -> Quote:
    """The words of a span, with their place in the text."""
    return Quote(start=span.start, end=span.end, text=analysis.article.text[span.start : span.end])


def ref_to_actor(actor: Actor) -> ActorRef:
    """An actor by its first mention that is no pronoun."""
    named = [m for m in actor.mentions if m.form != "pronoun"] or list(actor.mentions)
    first = min(named, key=lambda m: (m.form != "name", m.start), default=None)
    mention = Quote(start=first.start, end=first.end, text=first.text) if first else None
    return ActorRef(name=actor.name, mention=mention)


def ref_to_stance(analysis: Analysis, stance: Stance) -> StanceRef:
    """A stance by its cue, actor, target's words and type."""
    actor = next(a for a in analysis.actors if a.id == stance.actor)
    target = quote(analysis, stance.target_span) if stance.target_span else None
    return StanceRef(cue=quote(analysis, stance.cue), actor=ref_to_actor(actor), target=target, type=stance.type)


def ref_to_place(analysis: Analysis, place: str) -> Quote | None:
    """A place by its surest toponym; None where none means it."""
    mentions = [t for t in analysis.toponyms if t.place == place]
    best = max(mentions, key=lambda t: (t.confidence, -t.start), default=None)
    return quote(analysis, best) if best else None


def check_words(analysis: Analysis, words: Quote) -> None:
    """Raises Unfit when the words do not stand there."""
    if not words.text or analysis.article.text[words.start : words.end] != words.text:
        raise Unfit(f"“{words.text[:60]}” does not stand there in the text")


def actor_of(analysis: Analysis, ref: ActorRef) -> Actor:
    """The actor that is meant. Raises Unfit when there is none, or more than one by that name."""
    if ref.mention is not None:
        where = (ref.mention.start, ref.mention.end, ref.mention.text)
        mentioned = [a for a in analysis.actors if any((m.start, m.end, m.text) == where for m in a.mentions)]
        if mentioned:
            return next((a for a in mentioned if ref.name in (a.name, *a.aliases)), mentioned[0])
    named = [a for a in analysis.actors if ref.name in (a.name, *a.aliases)]
    if len(named) != 1:
        raise Unfit(f"{'no' if not named else 'more than one'} actor is called “{ref.name[:60]}” here")
    return named[0]


def toponym_of(analysis: Analysis, words: Quote) -> Toponym:
    """The toponym that stands there. Raises Unfit."""
    where = (words.start, words.end, words.text)
    found = next((t for t in analysis.toponyms if (t.start, t.end, t.text) == where), None)
    if found is None:
        raise Unfit(f"“{words.text[:60]}” is no place name there")
    return found


def stance_of(analysis: Analysis, ref: StanceRef) -> Stance:
    """The stance that is meant. Raises Unfit when there is none, or several that could be."""
    check_words(analysis, ref.cue)
    actor = actor_of(analysis, ref.actor).id
    where = (ref.cue.start, ref.cue.end)
    held = [s for s in analysis.stances if (s.cue.start, s.cue.end) == where and s.actor == actor]
    target = (ref.target.start, ref.target.end) if ref.target else None
    same_target = [s for s in held if (s.target_span and (s.target_span.start, s.target_span.end)) == target]
    same_type = [s for s in same_target or held if s.type == ref.type]
    found = same_type[:1] or same_target[:1] or (held if len(held) == 1 else [])
    if not found:
        raise Unfit(f"no such stance is read from “{ref.cue.text[:60]}”")
    return found[0]


def target_of(analysis: Analysis, ref: TargetRef) -> Target:
    """The target as the analysis writes it. Raises Unfit."""
    if ref.actor is not None:
        return Target(actor=actor_of(analysis, ref.actor).id)
    if ref.place is None:
        return Target(issue=ref.issue)
    place = toponym_of(analysis, ref.place).place
    return Target(place=place) if place else Target(issue=ref.place.text)
