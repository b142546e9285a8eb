"""How well actors are found, merged and described: python -m benchmarks.actors --eval FOLDER [--errors N] [--cost]

Mention clusters: every occurrence of a gold actor's name or alias in the text (longest first, not nested) is a gold
mention; its predicted actor is the one that `ActorIndex.at` gives for the span and its syntactic head, as the other
steps ask. B-cubed over these mentions, pooled over articles; a mention without an actor has recall 0 and no
precision. Sector and country: per gold actor, of the predicted actor that has most of its mentions; accuracy among
the gold actors of which a mention was found. Gold sector OTH is not scored; IGO covers UNO and EUR, MED covers JRN
(the annotators' sign for news media), BUS covers MNC.
Sources and targets: share of annotated spans that overlap a mention that is not a pronoun's, and of those with any
mention.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.parses import parses, rows
from benchmarks.scoring import eval_folder
from dateline import actors, language, names
from dateline.actors.lookup import ActorIndex
from dateline.language import Parse
from dateline.records import Actor

GOALS = {"clusters": 75, "sector": 80, "country": 85, "spans": 80}
COVERS = {"IGO": {"IGO", "UNO", "EUR"}, "MED": {"MED", "JRN"}, "BUS": {"BUS", "MNC"}, "REB": {"REB", "ISM"}}


@dataclass(frozen=True)
class GoldMention:
    """An occurrence of a gold actor's name or alias."""

    start: int
    end: int
    actor: str


def read(parse: Parse) -> tuple[Actor, ...]:
    """The actors of a parse, places included when that step is there."""
    found = names.read(parse)
    toponyms, where = _places(parse, found)
    return actors.read(parse, found, toponyms, where)


def _places(parse: Parse, found: tuple[names.Name, ...]) -> Any:
    from dateline import places
    from dateline.places.gazetteer import Gazetteer
    from dateline.settings import DEFAULTS

    try:
        return places.read(parse, found, Gazetteer.open(DEFAULTS.gazetteer))
    except OSError:
        return (), ()


def gold_mentions(row: dict[str, Any]) -> list[GoldMention]:
    """All occurrences of the names and aliases of an article's actors."""
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in row["actors"]:
        for name in (actor["name"], *actor["aliases"]):
            owners[name].add(actor["name"])
    taken = [False] * len(row["text"])
    mentions = []
    for name in sorted(owners, key=len, reverse=True):
        for start in _occurrences(row["text"], name):
            end = start + len(name)
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                if len(owners[name]) == 1:
                    mentions.append(GoldMention(start, end, next(iter(owners[name]))))
    return sorted(mentions, key=lambda m: m.start)


def _occurrences(text: str, name: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
        if not (before.isalnum() and name[:1].isalnum()) and not (after.isalnum() and name[-1:].isalnum()):
            yield start
        start = text.find(name, start + 1)


def head_offset(parse: Parse, start: int, end: int) -> int | None:
    """Offset of the syntactic head of a span."""
    span = parse.doc.char_span(start, end, alignment_mode="expand")
    return span.root.idx if span is not None else None


class Clusters:
    """B-cubed, sector and country, gathered over articles."""

    def __init__(self) -> None:
        self.precision: list[float] = []
        self.recall: list[float] = []
        self.right: Counter[str] = Counter()
        self.of: Counter[str] = Counter()
        self.errors: list[tuple[str, str]] = []

    def add(self, row: dict[str, Any], parse: Parse, found: tuple[Actor, ...]) -> None:
        """Takes in one article."""
        index, by_id = ActorIndex(found), {a.id: a for a in found}
        gold = gold_mentions(row)
        pairs = [(m, index.at(m.start, m.end, head_offset(parse, m.start, m.end))) for m in gold]
        both = Counter((m.actor, p) for m, p in pairs if p)
        of_gold, of_pred = Counter(m.actor for m, _ in pairs), Counter(p for _, p in pairs if p)
        for mention, pred in pairs:
            if pred:
                self.precision.append(both[mention.actor, pred] / of_pred[pred])
            self.recall.append(both[mention.actor, pred] / of_gold[mention.actor] if pred else 0.0)
            if not pred:
                text = row["text"]
                context = text[max(0, mention.start - 30) : mention.end + 30].replace("\n", " ")
                self.errors.append(("missed", f"{row['id']} {text[mention.start : mention.end]!r} in {context!r}"))
        self._clusters(row, both, by_id)
        for actor in row["actors"]:
            likely = [(n, p) for (g, p), n in both.items() if g == actor["name"]]
            self.of["actors"] += 1
            if likely:
                self._describe(row, actor, by_id[max(likely)[1]])

    def _clusters(self, row: dict[str, Any], both: Counter[tuple[str, str]], by_id: dict[str, Actor]) -> None:
        for name in {g for g, _ in both}:
            parts = [f"{by_id[p].name} x{n}" for (g, p), n in both.items() if g == name]
            if len(parts) > 1:
                self.errors.append(("split", f"{row['id']} {name}: {parts}"))
        for pred in {p for _, p in both}:
            parts = [f"{g} x{n}" for (g, p), n in both.items() if p == pred]
            if len(parts) > 1:
                self.errors.append(("lumped", f"{row['id']} {by_id[pred].name}: {parts}"))

    def _describe(self, row: dict[str, Any], gold: dict[str, Any], pred: Actor) -> None:
        self.right["found"] += 1
        if gold["kind"] and gold["kind"] != "OTH":
            self.of["sector"] += 1
            good = pred.sector in COVERS.get(gold["kind"], {gold["kind"]})
            self.right["sector"] += good
            if not good:
                self.errors.append(
                    ("sector", f"{row['id']} {gold['name']}: {pred.sector} for {gold['kind']} ({pred.name})")
                )
        self.of["country"] += 1
        self.right["country"] += pred.country == gold["country"]
        if pred.country != gold["country"]:
            self.errors.append(
                ("country", f"{row['id']} {gold['name']}: {pred.country} for {gold['country']} ({pred.name})")
            )
        if gold["part_of"]:
            self.of["side"] += 1
            self.right["side"] += pred.part_of is not None

    def report(self) -> dict[str, float]:
        """All figures in percent."""
        p, r = sum(self.precision) / max(1, len(self.precision)), sum(self.recall) / max(1, len(self.recall))
        out = {"B3 precision": p, "B3 recall": r, "clusters": 2 * p * r / (p + r) if p + r else 0.0}
        out["found"] = self.right["found"] / max(1, self.of["actors"])
        for what in ("sector", "country", "side"):
            out[what] = self.right[what] / max(1, self.of[what])
        return {k: round(100 * v, 1) for k, v in out.items()}


def spans(folder: Path, limit: int | None, errors: list[tuple[str, str]]) -> dict[str, float]:
    """Shares of annotated sources and targets that a mention overlaps."""
    path = folder / "dev" / "events_cameo_srctgt.jsonl"
    total: Counter[str] = Counter()
    for row, parse in zip(rows(path)[:limit], parses(path, limit), strict=True):
        found = [(m, a) for a in read(parse) for m in a.mentions]
        for span in row["spans"]:
            over = [m for m, _ in found if m.start < span["end"] and m.end > span["start"]]
            total["spans"] += 1
            total["any"] += bool(over)
            named = any(m.form != "pronoun" for m in over)
            total["mention"] += named
            head = head_offset(parse, span["start"], span["end"])
            total["head"] += any(head is not None and m.start <= head < m.end for m in over)
            if not over:
                errors.append(("span", f"{span['kind']} {span['text']!r} in {row['text'][:200]!r}"))
    n = max(1, total["spans"])
    return {"spans": round(100 * total["mention"] / n, 1), "spans with pronouns": round(100 * total["any"] / n, 1),
            "span heads": round(100 * total["head"] / n, 1)}  # fmt: skip


def cost(folder: Path) -> dict[str, float]:
    """Milliseconds an article for the parse, the names and the actors, on the annotated articles."""
    texts = [p.article for p in parses(folder / "dev" / "stances.jsonl")]
    spent: Counter[str] = Counter()
    for article in [texts[0], *texts]:
        clock = [time.perf_counter()]
        parse = language.parse(article)
        clock.append(time.perf_counter())
        found = names.read(parse)
        clock.append(time.perf_counter())
        actors.read(parse, found, (), ())
        clock.append(time.perf_counter())
        if article is not texts[0] or spent:
            for what, a, b in zip(("parse", "names", "actors"), clock, clock[1:], strict=False):
                spent[what] += b - a  # type: ignore[assignment]
        else:
            spent["warm"] = 1
    out = {f"{k} ms": round(1000 * spent[k] / len(texts), 2) for k in ("parse", "names", "actors")}
    return {**out, "names + actors to parse %": round(100 * (spent["names"] + spent["actors"]) / spent["parse"], 1)}


def main(argv: list[str] | None = None) -> None:
    """Prints the figures beside their goals, and errors by kind when asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, help="print up to N errors of each kind")
    parser.add_argument("--limit", type=int, default=None, help="only the first N sentences of sources and targets")
    parser.add_argument("--cost", action="store_true", help="measure the time too")
    folder, args = eval_folder(parser, argv)
    clusters = Clusters()
    path = folder / "dev" / "stances.jsonl"
    for row, parse in zip(rows(path), parses(path), strict=True):
        clusters.add(row, parse, read(parse))
    figures = {**clusters.report(), **spans(folder, args.limit, clusters.errors)}
    figures |= cost(folder) if args.cost else {}
    for name, value in figures.items():
        goal = f"   goal {GOALS[name]}" if name in GOALS else ""
        print(f"{name:26} {value:6}{goal}")
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, text in clusters.errors:
        by_kind[kind].append(text)
    for kind, texts in by_kind.items():
        print(f"{kind}: {len(texts)}")
        for text in texts[: args.errors]:
            print("   ", text)


if __name__ == "__main__":
    main()
