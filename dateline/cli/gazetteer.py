"""`dateline gazetteer`: what the gazetteer holds, and building one from a GeoNames dump."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from dateline.places.build import build
from dateline.places.gazetteer import Gazetteer, GazetteerError
from dateline.settings import DEFAULTS


def add_to(commands: Any) -> None:
    """Add this command to the command line."""
    parser = commands.add_parser("gazetteer", help="look into the gazetteer, or build one from a GeoNames dump")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    lookup = actions.add_parser("lookup", help="entries that bear a name")
    lookup.add_argument("name")
    lookup.set_defaults(run=_lookup)
    made = actions.add_parser("build", help="build a gazetteer from allCountries.zip [alternateNamesV2.zip]")
    made.add_argument("countries", type=Path, metavar="allCountries.zip")
    made.add_argument("names", type=Path, nargs="?", metavar="alternateNamesV2.zip")
    made.add_argument("-o", "--output", type=Path, default=Path("gazetteer.sqlite"), help="default: %(default)s")
    made.set_defaults(run=_build)


def _lookup(args: argparse.Namespace) -> int:
    try:
        entries = Gazetteer.open(DEFAULTS.gazetteer).lookup(args.name)
    except GazetteerError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 1
    for entry in entries:
        facts = (entry.name, entry.feature_code, entry.admin1, entry.country, f"{entry.lat:.3f}", f"{entry.lon:.3f}")
        print("\t".join(str(f) for f in facts if f))
    return 0 if entries else 1


def _build(args: argparse.Namespace) -> int:
    try:
        build(args.countries, args.names, args.output)
    except (OSError, GazetteerError) as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 1
    print(f"wrote {args.output}; use it by setting DATELINE_GAZETTEER={args.output}", file=sys.stderr)
    return 0
