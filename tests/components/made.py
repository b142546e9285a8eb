"""Analyses made by hand for the tests of what is drawn: small, and of any size."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.records import (
    Actor,
    Analysis,
    Article,
    Engine,
    Mention,
    Place,
    Span,
    Stance,
    Statement,
    Target,
    TimeExpression,
    Toponym,
)

HOSTILE = (
    "</script><img src=x onerror=alert(1)> `${alert(2)}` $x$ \\u0041 {{ 'y' }} :smile: [a](http://b) %{x} \u202etfel"
)
TEXT = (
    "Rebels shelled Kotor on Monday. The mayor of Kotor called for help. "
    "Norland will send aid next week, its minister said. North of Kotor, fighting went on in May."
)
PUBLISHED = date(2021, 6, 10)


def span(words: str, text: str = TEXT, after: int = 0) -> Span:
    """Where these words stand first in the text, from `after` on."""
    start = text.index(words, after)
    return Span(start=start, end=start + len(words))


def place(id: str, name: str, lat: float = 42.4, lon: float = 18.8, **more: Any) -> Place:
    """A town, unless told otherwise."""
    facts = {"feature_class": "P", "feature_code": "PPL", "country": "ME", "source": "test", "source_id": None}
    return Place(id=id, name=name, lat=lat, lon=lon, **(facts | more))


def toponym(words: str, place: str | None, text: str = TEXT, after: int = 0, **more: Any) -> Toponym:
    """A literal mention, unless told otherwise."""
    where = span(words, text, after)
    facts = {"role": "literal", "confidence": 0.9}
    return Toponym(start=where.start, end=where.end, text=words, place=place, **(facts | more))


def stance(id: str, actor: str, target: Target, sentence: Span, **more: Any) -> Stance:
    """A hostile ASSAULT without a date, unless told otherwise."""
    facts: dict[str, Any] = {"type": "ASSAULT", "polarity": -1, "intensity": -9, "modality": "asserted"}
    facts |= {"said_by": None, "when": None, "confidence": 0.8, "cue": sentence, "target_span": None}
    return Stance(id=id, actor=actor, actor_span=None, target=target, evidence=sentence, **(facts | more))


def actor(id: str, name: str, **more: Any) -> Actor:
    """A group, unless told otherwise."""
    facts: dict[str, Any] = {"kind": "group", "sector": "REB", "country": None}
    return Actor(id=id, name=name, **(facts | more))


def sentences(text: str = TEXT) -> tuple[Span, ...]:
    """One sentence for each full stop."""
    found, start = [], 0
    for piece in text.split(". "):
        found.append(Span(start=start, end=min(start + len(piece) + 1, len(text))))
        start += len(piece) + 2
    return tuple(found)


def analysis(text: str = TEXT, **more: Any) -> Analysis:
    """An analysis of this text with nothing found in it, unless told otherwise."""
    facts: dict[str, Any] = {
        "engine": Engine(version="0", model="none", gazetteer="none"),
        "article": Article(id="made", text=text, published=PUBLISHED),
        "sentences": sentences(text),
    }
    return Analysis(**(facts | more))


def small() -> Analysis:
    """A town, a country, a sea; three actors, four stances of which two are dated; a time, a statement."""
    first, second, third, fourth = sentences()
    day, week = date(2021, 6, 7), (date(2021, 6, 14), date(2021, 6, 20))
    return analysis(
        places=(
            place("kotor", "Kotor"),
            place("norland", "Norland", 61, 9, feature_class="A", feature_code="PCLI", country="NO"),
            place(
                "sea",
                "Adriatic Sea",
                43,
                15,
                feature_class="H",
                feature_code="SEA",
                country=None,
                bbox=(12, 40, 20, 46),
            ),
        ),
        toponyms=(
            toponym("Kotor", "kotor"),
            toponym("Kotor", "kotor", after=30),
            toponym("Kotor", "kotor", after=120, relation="north of"),
            toponym("Norland", "norland", role="associative"),
        ),
        actors=(
            actor("rebels", "Rebels", mentions=(Mention(**span("Rebels").model_dump(), text="Rebels", form="name"),)),
            actor("mayor", "mayor of Kotor", kind="person", sector="GOV"),
            actor("norland-gov", "Norland", kind="government", sector="GOV", aliases=("Norland", "its minister")),
        ),
        times=(
            TimeExpression(
                id="may",
                **span("in May").model_dump(),
                text="in May",
                type="DATE",
                value="2021-05",
                edtf="2021-05",
                earliest=date(2021, 5, 1),
                latest=date(2021, 5, 31),
                grain="month",
                basis="relative-to-publication",
            ),
        ),
        statements=(
            Statement(
                id="q1",
                **span("Norland will send aid next week").model_dump(),
                speaker="norland-gov",
                speaker_span=None,
                cue_span=None,
                form="indirect",
            ),
        ),
        stances=(
            stance(
                "shelling",
                "rebels",
                Target(place="kotor"),
                first,
                when="2021-06-07",
                when_basis="relative-to-publication",
                earliest=day,
                latest=day,
            ),
            stance("call", "mayor", Target(issue="help"), second, type="REQUEST", polarity=1, intensity=0),
            stance(
                "aid",
                "norland-gov",
                Target(actor="mayor"),
                third,
                type="AID",
                polarity=1,
                intensity=10,
                modality="planned",
                when="2021-06-14/2021-06-20",
                when_basis="inferred",
                earliest=week[0],
                latest=week[1],
            ),
            stance("fight", "rebels", Target(actor="mayor"), fourth),
        ),
    )


def hostile() -> Analysis:
    """All names and the whole text are hostile."""
    text = f"{HOSTILE} did it. {HOSTILE} was hit"
    whole = Span(start=0, end=len(text))
    return analysis(
        text,
        places=(
            place("p", HOSTILE, feature_code=None),
            place("q", HOSTILE, 10, 10, feature_class="A", bbox=(5, 5, 15, 15)),
        ),
        toponyms=(toponym("</script>", "p", text, relation=HOSTILE), toponym("</script>", "q", text)),
        actors=(actor("a", HOSTILE, aliases=(HOSTILE, HOSTILE + "2"), office=HOSTILE),),
        stances=(stance("s", "a", Target(issue=HOSTILE), whole), stance("t", "a", Target(actor="a"), whole)),
        statements=(
            Statement(id="q1", start=0, end=len(text), speaker="a", speaker_span=None, cue_span=None, form="direct"),
        ),
    )
