"""The way of an article: from text to Analysis, in one screenful."""

from __future__ import annotations

from collections.abc import Callable

from dateline import actors, language, names, places, stances, times
from dateline.language import Parse
from dateline.places.gazetteer import Gazetteer
from dateline.records import Analysis, Article, Engine
from dateline.settings import DEFAULTS, Settings
from dateline.stances import attribution
from dateline.version import VERSION

STEPS = ("parse", "names", "places", "times", "actors", "statements", "stances")


def analyse(
    article: Article, settings: Settings = DEFAULTS, on_step: Callable[[str], None] = lambda step: None
) -> Analysis:
    """Read one article.

    `on_step` is called with the name of each of STEPS before it begins. Raises OSError when the model or the
    gazetteer is not there, ValueError when the article is longer than the settings allow.
    """
    if len(article.text) > settings.max_chars:
        raise ValueError(f"the text has {len(article.text):,} characters; at most {settings.max_chars:,} can be read")
    on_step("parse")
    return read(language.parse(article, settings.model), settings, on_step)


def read(parse: Parse, settings: Settings = DEFAULTS, on_step: Callable[[str], None] = lambda step: None) -> Analysis:
    """All steps after the parse."""
    gazetteer = Gazetteer.open(settings.gazetteer)
    on_step("names")
    found = names.read(parse)
    on_step("places")
    toponyms, where = places.read(parse, found, gazetteer)
    on_step("times")
    when = times.read(parse)
    on_step("actors")
    who = actors.read(parse, found, toponyms, where)
    on_step("statements")
    said = attribution.read(parse, who)
    on_step("stances")
    held = stances.read(parse, who, toponyms, where, when, said)
    return Analysis(
        engine=Engine(version=VERSION, model=language.model_name(settings.model), gazetteer=gazetteer.build),
        article=parse.article,
        sentences=parse.sentences,
        toponyms=toponyms,
        places=where,
        times=when,
        actors=who,
        statements=said,
        stances=held,
    )
