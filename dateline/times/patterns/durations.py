"""Lengths of time: "three days", "a week", "half an hour", "the past two months", "decades-long"."""

from __future__ import annotations

import re
from typing import Any

from dateline.times import moments, values
from dateline.times.context import Context, Reading
from dateline.times.rules import Match, Rule


def duration(c: Context, m: Match) -> Reading | None:
    """A number of units; refused for ages in years and for "second" that is an ordinal."""
    number, unit = _number(m), m["unit"]
    if m.words("number").lower() == "one" and unit == "day":
        return one(c, m)
    if re.match(r"[\s-]olds?\b", c.after()) and "-" in m.text[m.start : m.end + 1]:
        return None
    if unit == "quarter" and number in (1, 3):
        return None
    if unit == "second" and m.words("unit").lower() == "second" and "-" not in m.words():
        return None
    value = values.duration(number, unit)
    if "number2" in m:
        value += re.sub(
            r"^PT?",
            "T" if "T" not in value and m["unit2"] in ("hour", "minute", "second") else "",
            values.duration(m["number2"], m["unit2"]),
        )
    return Reading("DURATION", value, m["approx"] or None, "none")


def one(c: Context, m: Match) -> Reading | None:
    """As in "a week", "a full year", "one day": refused where it is not a length ("one day he came")."""
    if re.match(r"[\s-](?:olds?\b|of age)", c.after()):
        return None
    if m.words("unit").lower() == "night" or m.words("unit").lower().endswith("s") or m["unit"] == "quarter":
        return None
    if (
        m["unit"] in ("day", "second", "season", "quarter", "minute", "hour")
        and "approx" not in m
        and not _is_length(c)
    ):
        return None
    return Reading("DURATION", values.duration(1, m["unit"]), m["approx"] or None, "none")


def reaching_back(c: Context, m: Match) -> Reading:
    """As in "the past two months", "the last day": a length that ends now."""
    return _anchored(c, m, -1)


def reaching_ahead(c: Context, m: Match) -> Reading:
    """As in "the next four years": a length that begins now."""
    return _anchored(c, m, 1)


def last_day(c: Context, m: Match) -> Reading | None:
    """As in "in the last day": up to now; not "the last day of the talks"."""
    return None if re.match(r"\s+(?:of|for|to|in)\b", c.after()) else _anchored(c, m, -1)


def half(c: Context, m: Match) -> Reading:
    """As in "half an hour", "half-year"."""
    smaller = {"hour": "PT30M", "minute": "PT30S", "year": "P6M", "day": "PT12H", "century": "P50Y", "decade": "P5Y"}
    return Reading("DURATION", smaller.get(m["unit"], values.duration(0.5, m["unit"])), basis="none")


def unknown(c: Context, m: Match) -> Reading:
    """As in "several years", "weeks", "decades-long"."""
    number: Any = m["some"] or "X"
    unit = m["unit"]
    if number == "X" and unit in ("decade", "century"):
        return Reading("DURATION", "PXY", basis="none")
    return Reading("DURATION", values.duration(number if number == "X" else int(number), unit), basis="none")


def long(c: Context, m: Match) -> Reading:
    """As in "decades-long", "day-long"."""
    return (
        unknown(c, m)
        if m.words("unit").lower().endswith("s")
        else Reading("DURATION", values.duration(1, m["unit"]), basis="none")
    )


def bare_units(c: Context, m: Match) -> Reading | None:
    """As in "for years", "weeks of fighting": a length only beside words that make it one."""
    before, after = c.before(), c.after()
    if re.search(
        r"\b(?:for|in|over|within|after|took|take|takes|spent|lasted|lasting|of|and|or|before)\s$", before
    ) and not re.search(r"\b(?:number|some|most) of\s$", before):
        return (
            unknown(c, m)
            if re.match(
                r"\s*(?:[.,;:)]|$|of\b|to come|before|after|and\b|by\b|now\b|in\b|on\b|without|until|later)", after
            )
            else None
        )
    return (
        unknown(c, m)
        if re.match(r"\s(?:of\s[a-z]+(?:ing|fare|tion|ment)\b|to come|before|after|now\b)", after)
        else None
    )


def _number(m: Match) -> Any:
    if "some" in m:
        return "X" if m["some"] == "X" else int(m["some"])
    number = m["number"]
    return 1 if number is None else number


def _anchored(c: Context, m: Match, sign: int) -> Reading:
    number, unit, ref = _number(m), m["unit"], c.now
    value = values.duration(number, unit)
    other = None
    if ref.moment and number != "X" and unit not in ("hour", "minute", "second"):
        other = moments.shifted(ref.moment, sign * int(number), unit)
    if other is None or ref.moment is None:
        return Reading("DURATION", value, m["approx"] or None, "none")
    begin, finish = sorted((other, ref.moment))
    return Reading(
        "DURATION", value, m["approx"] or None, ref.basis, begin=values.day(begin), finish=values.day(finish)
    )


def _is_length(c: Context) -> bool:
    return bool(
        re.search(
            r"\b(?:for|in|within|after|than|about|lasted|lasting|took|takes?|nearly|almost|over|only|just|every|spent)\s$",
            c.before(),
        )
    ) or bool(re.match(r"\s+(?:later|before|after|ahead)\b|-", c.after()))


_COUNT = "(<number>|<some>)[ (more|full|straight|consecutive|additional|whole|long|short|bloody|solid|extra|further)]"

RULES = (
    Rule("n units", f"[<approx> ]{_COUNT}~<unit>", duration),
    Rule("n units and n units", "[<approx> ]<number> <unit>[,][ and] <number:number2> <unit:unit2>", duration),
    Rule("a unit", "[<approx> ](an|a|one)[ (full|whole|entire|single)]~<unit>", one),
    Rule("the past n units", f"[the ](past|last|previous|preceding) [<approx> ]{_COUNT} <unit>", reaching_back),
    Rule("the past unit", "[the ](past|preceding) <unit>", reaching_back),
    Rule("the last day", "the (last|past) <unit>", last_day),
    Rule("the next n units", f"[the ](next|coming|following) [<approx> ]{_COUNT} <unit>", reaching_ahead),
    Rule("half a unit", "[a ]half~[(a|an)~]<unit>", half),
    Rule("units long", "<unit>~long", long),
    Rule("units", "<units:unit>", bare_units),
)
