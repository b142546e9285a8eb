"""What the gazetteer holds: the share of annotated places whose right entry is among the candidates, and its cost.

    python -m benchmarks.gazetteer --eval FOLDER [--gazetteer FILE] [--misses N]

Right means the same GeoNames id, or within 161 km. Spans are those of the annotation: recognition is not measured.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from geopy.distance import great_circle

from benchmarks.scoring import eval_folder
from dateline.places.gazetteer import Gazetteer
from dateline.settings import DEFAULTS

SETS = {"lgl": 95, "trnews": 94, "geowebnews": 80}
"""Set -> share in per cent that is aimed at."""
NEAR_KM = 161


def mentions(path: Path) -> list[dict[str, Any]]:
    """The annotated places with coordinates of one set."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [t for row in rows for t in row["toponyms"] if t.get("lat") is not None]


def right_rank(gazetteer: Gazetteer, mention: dict[str, Any]) -> int | None:
    """Place of the right entry among the candidates, from 0; None when it is not there."""
    for rank, entry in enumerate(gazetteer.lookup(mention["text"])):
        same = mention.get("geonameid") and entry.source == "geonames"
        if same and str(entry.source_id) == str(mention["geonameid"]):
            return rank
        if great_circle((entry.lat, entry.lon), (mention["lat"], mention["lon"])).km <= NEAR_KM:
            return rank
    return None


def report(gazetteer: Gazetteer, folder: Path, misses: int) -> None:
    """Print the shares, and the commonest misses by GeoNames code."""
    for name, aim in SETS.items():
        found = mentions(folder / "dev" / f"places_{name}.jsonl")
        ranks = [right_rank(gazetteer, m) for m in found]
        held = sum(r is not None for r in ranks)
        first = sum(r == 0 for r in ranks)
        print(f"{name:11} {len(found):5} mentions  held {100 * held / len(found):5.1f} % (aim {aim})  "
              f"first {100 * first / len(found):5.1f} %")  # fmt: skip
        missed = [m for m, r in zip(found, ranks, strict=True) if r is None]
        print("  missed by code:", dict(Counter(str(m.get("fcode")) for m in missed).most_common(12)))
        for (text, code, known), times in Counter(
            (m["text"], str(m.get("fcode")), gazetteer.is_known(m["text"])) for m in missed
        ).most_common(misses):
            print(f"    {times:3} {text!r} {code} {'other places of the name' if known else 'unknown'}")


def cost(path: Path, names: list[str]) -> None:
    """Print size, opening time, look-ups a second and the memory that the file takes."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    gazetteer = Gazetteer.open(path)
    opened = time.perf_counter() - start
    start = time.perf_counter()
    for name in names:
        gazetteer.lookup(name)
    each = (time.perf_counter() - start) / len(names)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{path.stat().st_size / 2**20:.1f} MB; opened in {1000 * opened:.1f} ms; {1 / each:,.0f} different names "
          f"a second; {memory:.0f} MB of memory after {len(names):,} names")  # fmt: skip


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazetteer", type=Path, default=DEFAULTS.gazetteer)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print the N commonest misses of each set")
    folder, args = eval_folder(parser, sys.argv[1:])
    names = sorted({m["text"] for name in SETS for m in mentions(folder / "dev" / f"places_{name}.jsonl")})
    cost(args.gazetteer, names)
    report(Gazetteer.open(args.gazetteer), folder, args.misses)


if __name__ == "__main__":
    main()
