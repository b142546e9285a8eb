"""Words: how places, times, actors and stances are put to a reader. Plain text: escape it where it lands."""

from __future__ import annotations

from datetime import date

from components.countries import country_name
from dateline.records import Actor, Analysis, Article, Place, Stance, TimeExpression

FEATURES = {
    "A": "country or region",
    "H": "water",
    "L": "area",
    "P": "town or city",
    "R": "road",
    "S": "site",
    "T": "land form",
    "U": "undersea",
    "V": "woods",
}
_FEATURE_CODES = {
    "PPLC": "capital city",
    "PPLA": "city, seat of a province",
    "PCLI": "country",
    "ADM1": "province or state",
    "ADM2": "county or district",
    "SEA": "sea",
    "GULF": "gulf",
    "BAY": "bay",
    "STRT": "strait",
    "STM": "river",
    "DSRT": "desert",
    "ISL": "island",
    "ISLS": "islands",
    "CONT": "continent",
    "RGN": "region",
    "LK": "lake",
    "MT": "mountain",
    "MTS": "mountains",
    "AIRP": "airport",
    "UNIV": "university",
    "OCN": "ocean",
}
TYPES = {
    "AGREE": "agrees with",
    "CONSULT": "meets or talks with",
    "SUPPORT": "supports",
    "CONCEDE": "gives way to",
    "COOPERATE": "cooperates with",
    "AID": "helps",
    "RETREAT": "pulls back for",
    "REQUEST": "asks or demands of",
    "ACCUSE": "criticises or accuses",
    "REJECT": "refuses or rejects",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "SANCTION": "punishes or cuts ties with",
    "MOBILIZE": "moves force against",
    "COERCE": "coerces",
    "ASSAULT": "attacks",
}
QUADS = {
    "VC": "cooperation in words",
    "MC": "cooperation in deeds",
    "VX": "conflict in words",
    "MX": "conflict in deeds",
}
QUAD_OF = {
    "AGREE": "VC",
    "CONSULT": "VC",
    "SUPPORT": "VC",
    "CONCEDE": "VC",
    "COOPERATE": "MC",
    "AID": "MC",
    "RETREAT": "MC",
    "REQUEST": "VX",
    "ACCUSE": "VX",
    "REJECT": "VX",
    "THREATEN": "VX",
    "PROTEST": "MX",
    "SANCTION": "MX",
    "MOBILIZE": "MX",
    "COERCE": "MX",
    "ASSAULT": "MX",
}
POLARITIES = {1: "friendly", 0: "even-handed", -1: "hostile"}
SIGNS = {1: "+", 0: "=", -1: "−"}
MODALITIES = {
    "asserted": "a fact",
    "alleged": "alleged",
    "negated": "said not to happen",
    "conditional": "only under a condition",
    "planned": "planned or announced",
    "hypothetical": "only imagined",
}
BASES = {
    "explicit": "the text gives the date",
    "relative-to-publication": "counted from the publication date",
    "relative-to-mention": "counted from another date in the text",
    "inferred": "inferred from the context",
    "none": "no date in the text",
}
SECTORS = {
    "GOV": "government",
    "LEG": "legislature",
    "JUD": "court",
    "MIL": "military",
    "COP": "police",
    "SPY": "intelligence",
    "PRM": "paramilitary",
    "PTY": "party",
    "OPP": "opposition",
    "REB": "armed opposition",
    "UAF": "unidentified armed group",
    "CRM": "criminals",
    "CVL": "civilians",
    "REL": "religious",
    "SOC": "social group",
    "LAB": "labour",
    "AGR": "agriculture",
    "BUS": "business",
    "EDU": "education",
    "MED": "health",
    "JRN": "news media",
    "ELI": "elites and former officials",
    "REF": "refugees",
    "IGO": "intergovernmental",
    "UNO": "United Nations",
    "EUR": "European Union",
    "NGO": "non-governmental",
    "ISM": "international militants",
    "MNC": "multinational company",
    "IMG": "international armed group",
    "UNK": "sector unknown",
}
PUBLISHED_BASES = {
    "given": "given",
    "metadata": "from the page",
    "dateline": "from a dateline in the text",
    "inferred": "inferred",
}


def confidence(share: float) -> str:
    """A confidence from 0 to 1 in words; the bounds are those of the Method page."""
    for least, word in ((0.9, "very likely"), (0.7, "likely"), (0.5, "more likely than not")):
        if share >= least:
            return word
    return "doubtful"


def day(value: date) -> str:
    """A day with its weekday: "Sunday, 15 June 2014"."""
    return f"{value:%A}, {value.day} {value:%B} {value.year}"


def short_day(value: date) -> str:
    """A day as "Sun 15 Jun 2014"."""
    return f"{value:%a} {value.day} {value:%b} {value.year}"


def days(earliest: date | None, latest: date | None) -> str:
    """A stretch of days: "Sat 14 Jun 2014 to Sun 15 Jun 2014"; open ends say so."""
    if earliest and latest:
        return short_day(earliest) if earliest == latest else f"{short_day(earliest)} to {short_day(latest)}"
    if latest:
        return f"until {short_day(latest)}"
    return f"from {short_day(earliest)}" if earliest else "no date"


def published(article: Article) -> str:
    """When an article was published and how that is known."""
    if article.published is None:
        return "Publication date unknown: relative times stay undated"
    basis = PUBLISHED_BASES.get(article.published_basis or "given", "given")
    return f"Published {day(article.published)}" + ("" if basis == "given" else f" ({basis})")


def feature(place: Place) -> str:
    """What kind of place it is: "capital city", "gulf"."""
    return kind_of(place.feature_class, place.feature_code)


def kind_of(feature_class: str | None, feature_code: str | None) -> str:
    """What a GeoNames class and code mean: "capital city", "town or city"."""
    return _FEATURE_CODES.get(feature_code or "", FEATURES.get(feature_class or "", "place"))


def place_kind(place: Place) -> str:
    """What a place is and where: "town or city, Iraq"; a country needs no country."""
    inside = country_name(place.country)
    return feature(place) + (f", {inside}" if inside and inside != place.name else "")


def place_line(place: Place) -> str:
    """A place with its kind and country: "Mosul, town or city, Iraq"."""
    return f"{place.name}, {place_kind(place)}"


def coordinates(place: Place) -> str:
    """Degrees with hemispheres, two decimals: about a kilometre."""
    north, east = ("N" if place.lat >= 0 else "S"), ("E" if place.lon >= 0 else "W")
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"


def time_line(time: TimeExpression) -> str:
    """What a time expression means: its days, or why it has none."""
    if time.type == "SET":
        return "repeated"
    if time.earliest or time.latest:
        return days(time.earliest, time.latest) + (" (unsure)" if time.unsure else "")
    return "a length of time" if time.type == "DURATION" else "no fixed date"


def target_name(analysis: Analysis, stance: Stance) -> str:
    """The target's name, or the issue in quotation marks."""
    target = stance.target
    if target.actor is not None:
        return next(a.name for a in analysis.actors if a.id == target.actor)
    if target.place is not None:
        return next(p.name for p in analysis.places if p.id == target.place)
    return f"“{target.issue}”"


def actor_name(analysis: Analysis, id: str | None) -> str:
    """An actor's name by id; "?" when there is none."""
    return next((a.name for a in analysis.actors if a.id == id), "?")


def stance_line(analysis: Analysis, stance: Stance) -> str:
    """A stance as a sentence: "Obama refuses or rejects “returning American ground troops”, hostile"."""
    who = actor_name(analysis, stance.actor)
    return f"{who} {TYPES[stance.type]} {target_name(analysis, stance)}, {POLARITIES[stance.polarity]}"


def actor_line(analysis: Analysis, actor: Actor) -> str:
    """Who an actor is: office, sector, country, side."""
    facts = [actor.office, SECTORS.get(actor.sector or "UNK", "sector unknown"), country_name(actor.country)]
    if actor.part_of:
        facts.append(f"side: {actor_name(analysis, actor.part_of)}")
    return " · ".join(f for f in facts if f)
