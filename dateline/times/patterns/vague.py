"""Times that no calendar has: "now", "recently", "in recent weeks", "the future", "at the time"."""

from __future__ import annotations

import re

from dateline.times import values
from dateline.times.context import Context, Reading
from dateline.times.rules import Match, Read, Rule


def reference(value: str) -> Read:
    """A reader that always gives this reference: PRESENT_REF, PAST_REF or FUTURE_REF."""

    def read(c: Context, m: Match) -> Reading | None:
        if re.match(r"-[a-z]", c.after()) and value != "PRESENT_REF":
            return None
        return Reading("DATE", value, basis="none", carries=False)

    return read


def in_story_only(value: str) -> Read:
    """As `reference`, in narratives: news says "former" of every second person."""

    def read(c: Context, m: Match) -> Reading | None:
        return Reading("DATE", value, basis="none", carries=False) if c.narrative else None

    return read


def recent(c: Context, m: Match) -> Reading:
    """As in "recent weeks", "coming years": a length unknown."""
    if m["unit"] in ("decade", "century"):
        return Reading("DURATION", "PXY", basis="none")
    return Reading("DURATION", values.duration("X", m["unit"]), basis="none")


def the_past(c: Context, m: Match) -> Reading | None:
    """As in "the past" as a noun."""
    if not re.match(r"\s*(?:[.,;:)'\"]|and\b|but\b|when\b|ha[sd]\b|have\b|was\b|is\b|$)", c.after()):
        return None
    return Reading("DATE", "PAST_REF", basis="none", carries=False)


def future(c: Context, m: Match) -> Reading | None:
    """As in "the future", "future attacks"."""
    return Reading("DATE", "FUTURE_REF", basis="none", carries=False)


def at_night(c: Context, m: Match) -> Reading | None:
    """As in "at night", "by night", in narratives: any night."""
    return (
        Reading("TIME", "XXXX-XX-XXTNI", basis="none", start=m.end - len("night"), carries=False)
        if c.narrative
        else None
    )


_PAST, _PRESENT, _FUTURE = reference("PAST_REF"), reference("PRESENT_REF"), reference("FUTURE_REF")

RULES = (
    Rule(
        "now",
        "([(right|just|by|for|until) ]now|currently|at present|at the moment|nowadays|these days|presently)",
        _PRESENT,
    ),
    Rule("the present day", "[the ]present day", _PRESENT),
    Rule("recently", "[(more|most|until) ]recently", _PAST),
    Rule("the past", "the past", the_past),
    Rule("future", "[the ][(near|foreseeable|distant|immediate) ]future", future),
    Rule("recent weeks", "[the ](recent|coming|past few|last few|next few) <units:unit>", recent),
    Rule(
        "following days",
        "[the ](following|previous|succeeding|ensuing|intervening|preceding|next|last|final|early|later) <units:unit>",
        recent,
    ),
    Rule("at this time", "(at this time|the time being|at the present time|to date)", _PRESENT),
    Rule("recent", "[more ]recent", in_story_only("PAST_REF")),
    Rule("at night", "(at|by) night", at_night),
    Rule("former", "former", in_story_only("PAST_REF")),
    Rule("current", "current", in_story_only("PRESENT_REF")),
)
