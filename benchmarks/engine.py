"""What each step of the engine costs beside the parse, and the memory it takes, on the articles of data/articles.

Prints medians over rounds, in milliseconds and as a share of the parse measured in the same round, and the resident
memory after it. Shares are what to compare: the machine's load changes both alike.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
from collections import defaultdict

from components.library import samples
from dateline import language
from dateline.analyse import STEPS, analyse
from dateline.records import Article


def seconds_by_step(article: Article) -> dict[str, float]:
    """Seconds that each of STEPS takes on one article."""
    began: list[tuple[str, float]] = []
    analyse(article, on_step=lambda step: began.append((step, time.perf_counter())))
    ends = [*(at for _, at in began[1:]), time.perf_counter()]
    return {step: end - at for (step, at), end in zip(began, ends, strict=True)}


def resident_mb() -> float:
    """The most memory that this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    language.pipeline()
    loaded = resident_mb()
    articles = list(samples().values())
    for article in articles:
        analyse(article)
    took: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        by_step = [seconds_by_step(article) for article in articles]
        for step in STEPS:
            took[step].append(sum(one[step] for one in by_step))
    parse = statistics.median(took["parse"])
    print(f"{len(articles)} articles, {sum(len(a.text.split()) for a in articles):,} words, {rounds} rounds")
    for step in STEPS:
        seconds = statistics.median(took[step])
        print(f"{step:12} {1000 * seconds:8.1f} ms  {seconds / parse:6.2f} of the parse")
    whole = sum(statistics.median(took[step]) for step in STEPS)
    print(f"{'all':12} {1000 * whole:8.1f} ms  {whole / parse:6.2f} of the parse")
    print(f"memory: {loaded:.0f} MB with the parser loaded, {resident_mb():.0f} MB at most")


if __name__ == "__main__":
    main()
