"""How well and how fast times are read: scores on annotated texts, errors by kind, speed, time on hostile text.

usage: python -m benchmarks.times --eval FOLDER [--errors N] [--text-only] [--skip-hostile]
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.parses import article_of, parses, rows
from benchmarks.scoring import eval_folder, scorer
from dateline import analyse, times
from dateline.records import TimeExpression
from dateline.times.interpreter import read_text

SETS = ("meantime", "aquaint", "wikiwars")
HOSTILE = {
    "digits": "1234567890",
    "of the": "of the ",
    "March": "March march march ",
    "in 1939": "in 1939 ",
    "12": "12 ",
}
SIZES = (250_000, 1_000_000)


def main(argv: list[str] | None = None) -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="errors to print of each set")
    parser.add_argument("--text-only", action="store_true", help="without the parse: tense by the words alone")
    parser.add_argument("--skip-hostile", action="store_true")
    folder, args = eval_folder(parser, argv)
    for name in SETS:
        _score(folder, name, args.errors, args.text_only)
    stances = folder / "dev" / "stances.jsonl"
    if stances.exists():
        _anchoring(folder, stances)
    if not args.skip_hostile:
        _hostile()


def _score(folder: Path, name: str, errors: int, text_only: bool) -> None:
    path = folder / "dev" / f"times_{name}.jsonl"
    docs = rows(path)
    analyses, seconds = _by_text(docs) if text_only else _by_parse(path)
    result, log = scorer(folder, "times").score(docs, analyses)
    figures = {k: v["F1"] if isinstance(v, dict) else v for k, v in result.items()}
    print(f"{name}: " + "  ".join(f"{k} {v}" for k, v in figures.items()))
    length = sum(len(d["text"]) for d in docs)
    print(f"  {len(docs) / seconds:.0f} articles/s, {length / seconds / 1e6:.2f} M characters/s, the parse not counted")
    lines = [(doc, line) for doc, there in log.items() for line in there]
    print("  errors by kind: " + ", ".join(f"{kind} {n}" for kind, n in Counter(map(_kind, lines)).most_common()))
    for doc, line in lines[:errors]:
        print(f"    {doc[:20]:20} {line}")


def _by_text(docs: list[dict[str, Any]]) -> tuple[dict[str, Any], float]:
    articles = [article_of(d) for d in docs]
    return _timed([(a.id, lambda a=a: read_text(a.text, a.published)) for a in articles])


def _by_parse(path: Path) -> tuple[dict[str, Any], float]:
    return _timed([(p.article.id, lambda p=p: times.read(p)) for p in parses(path)])


def _timed(work: list[tuple[str, Callable[[], tuple[TimeExpression, ...]]]]) -> tuple[dict[str, Any], float]:
    start = time.process_time()
    read = {name: call() for name, call in work}
    seconds = time.process_time() - start
    return {n: {"times": [t.model_dump(mode="json") for t in there]} for n, there in read.items()}, seconds


def _kind(entry: tuple[str, str]) -> str:
    """The kind of one error: what was done wrong, to what kind of expression."""
    line = entry[1]
    words = line.lower()
    for kind, pattern in {
        "weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
        "now": r"\bnow\b|current|recent|former|future|present",
        "clock or part of day": r"morning|afternoon|evening|night|[ap]\.m|:\d\d",
        "month": r"'[^']*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
        "season": r"spring|summer|autumn|fall|winter",
        "year": r"'(?:[^']* )?\d{4}",
        "duration or count": r"(?:days?|weeks?|months?|years?|decades?|hours?|minutes?)\b",
    }.items():
        if re.search(pattern, words):
            return f"{line.split()[0]} {kind}"
    return f"{line.split()[0]} other"


def _anchoring(folder: Path, path: Path) -> None:
    """Of the acts that the stance scorer matches: right dates among the dated, dates among the undated."""
    module = scorer(folder, "stances")
    gold = {r["id"]: r for r in rows(path)}
    count = Counter[str]()
    for parse in parses(path):
        analysis = analyse.read(parse).to_json()
        doc = gold[parse.article.id]
        matched = module.score_doc(doc, analysis)[0]["stance"][3]
        for i, j in matched.items():
            want = module.day_bounds(doc["stances"][i].get("when"))
            when = analysis["stances"][j]["when"]
            got = module.day_bounds(when)
            if want:
                inside = bool(got and (got == want or (want[0] <= got[0] and got[1] <= want[1])))
                count["right" if inside else "wrong" if when else "missing"] += 1
            elif not doc["stances"][i].get("when"):
                count["undated, given a date" if when else "undated, left so"] += 1
    print("acts: " + ", ".join(f"{k} {n}" for k, n in count.most_common()))


def _hostile() -> None:
    for name, piece in HOSTILE.items():
        seconds = []
        for size in SIZES:
            start = time.process_time()
            read_text(piece * (size // len(piece)), date(2014, 6, 15))
            seconds.append(time.process_time() - start)
        sizes = ", ".join(f"{s / 1e6:.2f} MB {t:.1f} s" for s, t in zip(SIZES, seconds, strict=True))
        print(f"hostile {name!r}: {sizes}")


if __name__ == "__main__":
    main()
