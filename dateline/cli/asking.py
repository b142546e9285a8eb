"""The options of `dateline analyse` that ask a geocoding service for names the gazetteer lacks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

from dateline.places.services import SERVICES, NotAskable, ServiceGeocoder, connect, fill
from dateline.records import Analysis


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command."""
    group = parser.add_argument_group(
        "geocoding services",
        "Nobody is asked unless --ask names a service. The names without a place are sent to it, and nothing else.",
    )
    group.add_argument("--ask", choices=tuple(SERVICES), metavar="SERVICE", help=" or ".join(SERVICES))
    group.add_argument("--user-agent", default="", metavar="TEXT", help="who asks: your project and your address")
    group.add_argument("--geonames-user", default="", metavar="NAME", help="user name of your GeoNames account")


def service(args: argparse.Namespace) -> ServiceGeocoder | None:
    """The service that the options name. Raises NotAskable when something is missing to ask it."""
    return connect(args.ask, args.user_agent, args.geonames_user) if args.ask else None


def filled(analyses: Iterable[Analysis], asked: ServiceGeocoder | None, failures: list[str]) -> Iterator[Analysis]:
    """The analyses with what the service knows; what fails is added to `failures`.

    Once the service has refused, it is asked no more.
    """
    refused, spared = False, 0
    for analysis in analyses:
        if asked is None or refused:
            spared += refused
            yield analysis
            continue
        found = fill(analysis, asked)
        failures.extend(f"article {analysis.article.id}: {message}" for message in found.messages)
        refused = found.refused
        yield found.analysis
    if asked and spared:
        failures.append(f"{asked.known.label} was not asked for the {spared} articles after that")


def usage_error(error: NotAskable) -> int:
    """Say why a service cannot be asked; the exit code of wrong usage."""
    print(f"dateline: --ask: {error}", file=sys.stderr)
    return 2
