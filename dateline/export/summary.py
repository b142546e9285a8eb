"""A summary for people: an analysis as plain text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.records import Actor, Analysis, Place, Stance

_SIGN = {1: "+", 0: "=", -1: "-"}


def summary(analysis: Analysis, width: int = 100) -> str:
    """Places, times, actors and stances of one article, each a few lines; control characters of the text left out."""
    article = analysis.article
    published = f"{article.published:%Y-%m-%d} ({article.published_basis})" if article.published else "unknown date"
    head = f"{article.title or article.id} · {published}"
    blocks = [
        ("Places", list(_places(analysis))),
        ("Times", list(_times(analysis))),
        ("Actors", list(_actors(analysis))),
        ("Stances", list(_stances(analysis, width))),
    ]
    lines = [head, "=" * min(len(head), width)]
    for title, rows in blocks:
        lines += ["", f"{title} ({len(rows)})", *(f"  {row}" for row in rows or ["none found"])]
    return _printable("\n".join(lines))


def _printable(text: str) -> str:
    # A terminal obeys control sequences; the article's must not reach it.
    return "".join(c if c == "\n" or c.isprintable() else " " for c in text)


def _places(analysis: Analysis) -> Iterator[str]:
    mentions = Counter(t.place for t in analysis.toponyms if t.place)
    literal = {t.place for t in analysis.toponyms if t.role == "literal"}
    for place in sorted(analysis.places, key=lambda p: -mentions[p.id]):
        role = "" if place.id in literal else ", only as an attribute"
        yield f"{place.name} ({_position(place)}), {_times_word(mentions[place.id])}{role}"


def _position(place: Place) -> str:
    north, east = ("N" if place.lat >= 0 else "S"), ("E" if place.lon >= 0 else "W")
    where = f"{abs(place.lat):.2f} {north} {abs(place.lon):.2f} {east}"
    return f"{place.country}, {where}" if place.country else where


def _times_word(n: int) -> str:
    return "once" if n == 1 else f"{n} times"


def _times(analysis: Analysis) -> Iterator[str]:
    for time in analysis.times:
        yield f"“{time.text}” {time.value}" + (f" = {time.edtf}" if time.edtf else "") + f" ({time.basis})"


def _actors(analysis: Analysis) -> Iterator[str]:
    for actor in sorted(analysis.actors, key=lambda a: -len(a.mentions)):
        facts = [actor.office, actor.kind, actor.sector, actor.country, _times_word(len(actor.mentions))]
        yield f"{actor.name} ({', '.join(f for f in facts if f)})"


def _stances(analysis: Analysis, width: int) -> Iterator[str]:
    actors = {a.id: a for a in analysis.actors}
    for stance in sorted(analysis.stances, key=lambda s: s.evidence.start):
        who, whom = actors[stance.actor].name, target_name(analysis, stance, actors)
        facts = [stance.modality if stance.modality != "asserted" else None, stance.when]
        evidence = " ".join(analysis.article.text[stance.evidence.start : stance.evidence.end].split())
        quoted = evidence if len(evidence) <= width else evidence[: width - 1] + "…"
        line = f"{_SIGN[stance.polarity]} {who} {stance.type} {whom}" + "".join(f" · {f}" for f in facts if f)
        yield f"{line}\n      {quoted}"


def target_name(analysis: Analysis, stance: Stance, actors: dict[str, Actor]) -> str:
    """The name of a stance's target: the actor's, the place's, or the issue in quotation marks."""
    target = stance.target
    if target.actor is not None:
        return actors[target.actor].name
    if target.place is not None:
        return next(p.name for p in analysis.places if p.id == target.place)
    return f"“{target.issue}”"
