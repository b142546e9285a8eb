"""How well attributed statements are read: F1 by kind of speech, speakers, errors by cue and form, and cost.

usage: python -m benchmarks.statements --eval FOLDER [--cues N] [--errors N] [--no-actors]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.parses import parses, rows
from benchmarks.scoring import eval_folder, scorer
from dateline import actors, language, names
from dateline.language import Parse
from dateline.records import Actor
from dateline.stances import attribution

LEAST = 0.3


@dataclass(frozen=True)
class Result:
    """One article: its gold row, its analysis in the public form (statements and actors only), its parse."""

    gold: dict[str, Any]
    analysis: dict[str, Any]
    parse: Parse


def read(path: Path, with_actors: bool) -> tuple[list[Result], float]:
    """All articles of a file and the seconds that the statements took."""
    results, spent = [], 0.0
    for row, parse in zip(rows(path), parses(path), strict=True):
        who: tuple[Actor, ...] = actors.read(parse, names.read(parse), (), ()) if with_actors else ()
        start = time.perf_counter()
        said = attribution.read(parse, who)
        spent += time.perf_counter() - start
        results.append(
            Result(row, {"actors": [a.model_dump() for a in who], "statements": [s.model_dump() for s in said]}, parse)
        )
    return results, spent


def kinds(result: Result, share: Any) -> Iterator[tuple[str, str, str, str]]:
    """("hit", "missed" or "spurious", form, cue, words) of each gold quote and each statement of an article."""
    text = result.gold["text"]
    quotes = [q for q in result.gold["quotes"] if q["content"]]
    said = result.analysis["statements"]
    pairs = sorted(
        (
            (share(q, s), i, j)
            for i, q in enumerate(quotes)
            for j, s in enumerate(said)
            if s["start"] < q["content"][-1]["end"] and q["content"][0]["start"] < s["end"]
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for part, i, j in pairs:
        if part >= LEAST and i not in found and j not in found.values():
            found[i] = j
    for i, quote in enumerate(quotes):
        if i not in found:
            cue = " ".join(c["text"] for c in quote.get("cue_all") or ())
            yield "missed", quote["type"], cue.lower(), quote["content"][0]["text"]
    for j, statement in enumerate(said):
        cue = statement["cue_span"]
        word = _lemma(result.parse, cue) if cue else "(none)"
        kind = "hit" if j in found.values() else "spurious"
        yield kind, statement["form"], word, text[statement["start"] : statement["end"]]


def _lemma(parse: Parse, span: dict[str, int]) -> str:
    piece = parse.doc.char_span(span["start"], span["end"], alignment_mode="expand")
    return " ".join(t.lemma_.lower() for t in piece if t.dep_ not in ("aux", "auxpass", "neg")) if piece else "?"


def main(argv: list[str] | None = None) -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=25, help="print the N commonest cues of each kind of error")
    parser.add_argument("--errors", type=int, default=0, help="print up to N errors an article")
    parser.add_argument("--no-actors", action="store_true", help="read statements without looking for actors first")
    folder, args = eval_folder(parser, argv)
    path = folder / "dev" / "statements_polnear.jsonl"
    score = scorer(folder, "statements")
    results, spent = read(path, not args.no_actors)
    measures, log = score.score([r.gold for r in results], {r.gold["id"]: r.analysis for r in results})
    for name, values in measures.items():
        print(f"{name:18} {values}")
    counts: dict[str, Counter[str]] = {k: Counter() for k in ("hit", "missed", "spurious")}
    forms: Counter[tuple[str, str]] = Counter()
    for result in results:
        for kind, form, cue, _ in kinds(result, score.share):
            counts[kind][cue] += 1
            forms[kind, form] += 1
    print({f"{kind} {form}": n for (kind, form), n in sorted(forms.items())})
    hits = counts["hit"]
    for kind in ("missed", "spurious"):
        common = counts[kind].most_common(args.cues)
        all_of = {cue: f"/{n + hits[cue]}" if kind == "spurious" else "" for cue, n in common}
        print(kind + ":", ", ".join(f"{cue} {n}{all_of[cue]}" for cue, n in common))
    for identity, lines in log.items() if args.errors else ():
        print("\n".join([str(identity), *lines[: args.errors]]))
    print(f"statements {spent:.2f} s, {100 * spent / parse_seconds(results):.1f} % of the parse")


def parse_seconds(results: list[Result]) -> float:
    """Seconds that parsing a sixth of the articles takes, times six."""
    some = results[::6]
    start = time.perf_counter()
    for result in some:
        language.parse(result.parse.article)
    chars = sum(len(r.gold["text"]) for r in some)
    return (time.perf_counter() - start) * sum(len(r.gold["text"]) for r in results) / chars


if __name__ == "__main__":
    main()
