"""The nouns: frozen records that every step of the engine takes and returns.

Offsets are Unicode code points into `Article.text`, end exclusive. Coordinates are degrees WGS 84, boxes are
(west, south, east, north). The JSON form of `Analysis` is the project's public output format.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer, model_validator

FORMAT: Literal["dateline.analysis/1"] = "dateline.analysis/1"

Role = Literal["literal", "associative"]
Basis = Literal["explicit", "relative-to-publication", "relative-to-mention", "inferred", "none"]
PublishedBasis = Literal["given", "metadata", "dateline", "inferred"]
Kind = Literal["person", "organization", "government", "armed group", "group"]
Modality = Literal["asserted", "alleged", "negated", "conditional", "planned", "hypothetical"]
Polarity = Literal[-1, 0, 1]
Share = Annotated[float, Field(ge=0, le=1)]
BBox = tuple[float, float, float, float]


class Record(BaseModel):
    """Base of all records: frozen, and closed to fields it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A piece of the article's text, in code points, end exclusive."""

    start: int
    end: int


class Article(Record):
    """What the reader brings: a text, and what is known about it."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None


class Candidate(Record):
    """A place that a toponym may mean, with its score (higher is likelier, comparable within one toponym)."""

    name: str
    lat: float
    lon: float
    score: float
    source: str | None = None
    source_id: str | int | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    country: str | None = None
    admin1: str | None = None
    population: int | None = None


class Toponym(Span):
    """A mention of a place: literal ("in Mosul") or associative ("Iraqi", "Moscow said")."""

    text: str
    place: str | None
    role: Role
    confidence: Share
    reason: str | None = None
    candidates: tuple[Candidate, ...] = ()
    relation: str | None = None
    """For a vague place, its relation to the place named: "north of", "near", "border"."""
    relation_span: Span | None = None
    within: str | None = None
    """The longer name that this toponym is only a part of ("Islamic State in Iraq and Syria")."""


class Place(Record):
    """A place of the gazetteer, or of a geocoding service, that at least one toponym means."""

    id: str
    name: str
    lat: float
    lon: float
    source: str
    source_id: str | int | None
    feature_class: str
    feature_code: str | None
    country: str | None
    admin1: str | None = None
    admin2: str | None = None
    population: int | None = None
    bbox: BBox | None = None


class TimeExpression(Span):
    """A TIMEX3: what the text says of a time, its value, and the days it covers."""

    id: str
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    edtf: str | None
    earliest: date | None
    latest: date | None
    grain: str | None = None
    """The unit of the value: "minute", "day", "week", "month", "quarter", "season", "year", "decade", "century"."""
    basis: Basis
    unsure: bool = False


class Mention(Span):
    """One mention of an actor."""

    text: str
    form: Literal["name", "nominal", "pronoun"]


class Actor(Record):
    """Somebody who acts or speaks: all mentions of one actor merged, under the name a reader would use."""

    id: str
    name: str
    kind: Kind
    sector: str | None
    country: str | None
    """ISO 3166-1 alpha-3."""
    office: str | None = None
    aliases: tuple[str, ...] = ()
    part_of: str | None = None
    mentions: tuple[Mention, ...] = ()


class Statement(Span):
    """Attributed speech; the span is that of the content said."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue_span: Span | None
    form: Literal["direct", "indirect", "mixed"]
    pieces: tuple[Span, ...] = ()
    """Where the words said are interrupted ("X," she said, "Y"), the pieces between start and end; else empty."""


class Target(Record):
    """Whom or what a stance is toward: exactly one of an actor id, a place id, an issue in the article's words."""

    actor: str | None = None
    place: str | None = None
    issue: str | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Target:
        if sum(x is not None for x in (self.actor, self.place, self.issue)) != 1:
            raise ValueError("a target is exactly one of actor, place, issue")
        return self

    @model_serializer
    def _only_the_one(self) -> dict[str, str]:
        named = (("actor", self.actor), ("place", self.place), ("issue", self.issue))
        return {key: value for key, value in named if value is not None}


class Stance(Record):
    """Who takes which position toward whom or what, in PLOVER's terms, with the proof."""

    id: str
    actor: str
    actor_span: Span | None
    target: Target
    target_span: Span | None
    type: str
    mode: str | None = None
    polarity: Polarity
    intensity: Annotated[float, Field(ge=-10, le=10)]
    modality: Modality
    said_by: str | None
    evidence: Span
    """The sentence."""
    cue: Span
    """The words that carry the stance."""
    when: str | None
    """EDTF; None when the text gives no hold. Never the publication date by default."""
    when_basis: Basis = "none"
    earliest: date | None = None
    latest: date | None = None
    time: str | None = None
    """Id of the time expression that `when` comes from."""
    place: str | None = None
    confidence: Share


class Engine(Record):
    """What produced an analysis, so that it can be reproduced."""

    version: str
    model: str
    gazetteer: str


class Analysis(Record):
    """All that was read from one article."""

    format: Literal["dateline.analysis/1"] = FORMAT
    engine: Engine
    article: Article
    sentences: tuple[Span, ...]
    toponyms: tuple[Toponym, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()
    corrections: tuple[dict[str, Any], ...] = ()
    """What a reader has set by hand, already applied, in the JSON form of `dateline.corrections`."""

    def to_json(self) -> dict[str, Any]:
        """The analysis as plain JSON data, in the public output form."""
        return self.model_dump(mode="json")
