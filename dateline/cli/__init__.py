"""The command line's commands."""

from __future__ import annotations

import argparse
import os
import sys

from dateline.cli import analyse, gazetteer
from dateline.version import VERSION

OK, SOME_FAILED, USAGE = 0, 1, 2


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code: 0 all done, 1 something could not be read, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="dateline", description="Reads news articles: where, who, toward whom, when.")
    parser.add_argument("--version", action="version", version=f"dateline {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    analyse.add_to(commands)
    gazetteer.add_to(commands)
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except BrokenPipeError:  # the reader of our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return 130
