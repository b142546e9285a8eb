"""Places found and located, measured: recognition, distance, calibration, role, cost, and errors by kind.

    python -m benchmarks.places --eval FOLDER             # the weights as they stand, fitted on these very texts
    python -m benchmarks.places --eval FOLDER --folds 2   # fitted on the other articles of all sets, in turn
    python -m benchmarks.places --eval FOLDER --cross     # fitted on two sets, measured on the third, in turn
    python -m benchmarks.places --eval FOLDER --fit       # fit on all and write data/lexicon/toponyms/weights.json

`--cross` has no roles to fit on where GeoWebNews, the only set that tells them, is the third.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import places_fit
from benchmarks.parses import article_of, parses, rows
from benchmarks.scoring import eval_folder, scorer
from dateline import language, names, places
from dateline.language import Parse
from dateline.names import Name
from dateline.places import lexicon, reading
from dateline.places.gazetteer import Gazetteer
from dateline.places.lexicon import FOLDER
from dateline.places.spots import PLACE_LABELS
from dateline.records import Place, Toponym
from dateline.settings import DEFAULTS

Read = Callable[[Parse, tuple[Name, ...], Gazetteer], tuple[tuple[Toponym, ...], tuple[Place, ...]]]
Row = dict[str, Any]


def baseline(
    parse: Parse, found: tuple[Name, ...], gazetteer: Gazetteer
) -> tuple[tuple[Toponym, ...], tuple[Place, ...]]:
    """The model's places as they are, each the most important of that name."""
    toponyms, known = [], {}
    for name in found:
        text = parse.article.text[name.start : name.end]
        entries = gazetteer.lookup(text) if name.label in PLACE_LABELS else ()
        if name.label in PLACE_LABELS:
            place = reading.place_of(entries[0], entries[0].id) if entries else None
            if place is not None:
                known[place.id] = place
            toponyms.append(Toponym(start=name.start, end=name.end, text=text, place=place.id if place else None,
                                    role="literal", confidence=0.5 if place else 0))  # fmt: skip
    return tuple(toponyms), tuple(known.values())


def with_numbers(numbers: Mapping[str, Any] | None) -> Read:
    """The engine's reading with these weights."""
    return lambda parse, found, gazetteer: places.read(parse, found, gazetteer, numbers)


def analyses(texts: Iterable[Parse], gazetteer: Gazetteer, read: Read) -> dict[str, Row]:
    """What the scorer needs of each article's analysis, by article id."""
    found = {}
    for parse in texts:
        toponyms, known = read(parse, names.read(parse), gazetteer)
        found[parse.article.id] = {
            "toponyms": [t.model_dump() for t in toponyms],
            "places": [p.model_dump() for p in known],
        }
    return found


def role_accuracy(score: ModuleType, gold: Sequence[Row], found: dict[str, Row]) -> tuple[float, float]:
    """Of matched mentions whose role is annotated, the share with the right one; and were all literal."""
    right = literal = count = 0
    for row in gold:
        predicted = score.predicted(found.get(row["id"]), False)
        for i, (j, _) in score.match(row["toponyms"], predicted).items():
            answer = row["toponyms"][i].get("class")
            if answer:
                count += 1
                right += predicted[j]["role"] == answer
                literal += answer == "literal"
    return (100 * right / count, 100 * literal / count) if count else (0.0, 0.0)


def error_kinds(score: ModuleType, gold: Sequence[Row], found: dict[str, Row]) -> Counter[str]:
    """The errors that cost end-to-end score, by kind: what was missed or placed wrong, and why."""
    kinds: Counter[str] = Counter()
    for row in gold:
        predicted = score.predicted(found.get(row["id"]), False)
        matched = score.match(row["toponyms"], predicted)
        for i, toponym in enumerate(row["toponyms"]):
            if toponym["lat"] is not None:
                kinds[_fate(score, toponym, predicted[matched[i][0]] if i in matched else None)] += 1
        met = {j for j, _ in matched.values()}
        for j, extra in enumerate(predicted):
            if j not in met and extra["lat"] is not None:
                kinds[f"spurious: {_sort(extra)}"] += 1
    del kinds["right"]
    return kinds


def _fate(score: ModuleType, gold: Row, predicted: Row | None) -> str:
    if predicted is None:
        return "missed"
    same = gold.get("geonameid") and str(gold["geonameid"]) == predicted["geonameid"]
    if predicted["lat"] is not None and (same or score.km(gold, predicted) <= score.NEAR_KM):
        return "right"
    good = [c for c in predicted["candidates"] if score.km(gold, c) <= score.NEAR_KM
            or (gold.get("geonameid") and str(c["source_id"]) == str(gold["geonameid"]))]  # fmt: skip
    why = (
        "a candidate is right"
        if good
        else "no candidate is right"
        if predicted["candidates"]
        else "not in the gazetteer"
    )
    return f"{'not placed' if predicted['lat'] is None else 'misplaced'}: {why}"


def _sort(extra: Row) -> str:
    return "within a name" if extra.get("within") else extra["role"]


def cost(folder: Path, gazetteer: Gazetteer, name: str = "trnews") -> tuple[float, float]:
    """Milliseconds an article of the parse and of recognition and resolution together."""
    articles = [article_of(row) for row in rows(folder / "dev" / f"places_{name}.jsonl")]
    language.parse(articles[0])
    began = time.perf_counter()
    parsed = [language.parse(a) for a in articles]
    middle = time.perf_counter()
    found = [names.read(p) for p in parsed]
    named = time.perf_counter()
    for parse, known in zip(parsed, found, strict=True):
        places.read(parse, known, gazetteer)
    return 1000 * (middle - began) / len(articles), 1000 * (time.perf_counter() - named) / len(articles)


def report(score: ModuleType, name: str, gold: list[Row], found: dict[str, Row], show: int) -> Counter[str]:
    """Print the figures of one set; returns its errors by kind."""
    got, log = score.score(gold, found)
    right, literal = role_accuracy(score, gold, found)
    calibration = got["calibration"] or {"ece": 0}
    e2e, overlap, exact = got["e2e"], got["overlap"]["F1"], got["exact"]["F1"]
    line = f"{name:26} e2e P {e2e['P']:5} R {e2e['R']:5} F1 {e2e['F1']:5} | overlap F1 {overlap:5} exact {exact:5}"
    line += f" | a161 {got['a161']:5} | ECE {calibration['ece']:4}"
    print(line + (f" | role {right:.1f} (all literal {literal:.1f})" if right else ""))
    if show:
        for article, lines in log.items():
            for text in lines[:show]:
                print("   ", article, text)
    return error_kinds(score, gold, found)


def unseen(
    sets: dict[str, list[places_fit.Example]], gazetteer: Gazetteer, folds: int
) -> Iterator[tuple[dict[str, Any], dict[str, list[Parse]]]]:
    """Weights, and for each set the articles that they were not fitted on: each set in turn, or each fold of all."""
    if folds:
        for fold in range(folds):
            others = [[x for i, x in enumerate(s) if i % folds != fold] for s in sets.values()]
            yield places_fit.fit(others, gazetteer), {n: [x.parse for x in s[fold::folds]] for n, s in sets.items()}
        return
    for name, examples in sets.items():
        others = [s for n, s in sets.items() if n != name]
        yield places_fit.fit(others, gazetteer), {name: [x.parse for x in examples]}


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="fit on all sets and write the weights")
    parser.add_argument("--cross", action="store_true", help="fit on two sets and measure on the third")
    parser.add_argument("--folds", type=int, default=0, help="fit on the other articles, in this many folds")
    parser.add_argument("--errors", type=int, default=0, help="errors to print an article")
    parser.add_argument("--gazetteer", type=Path, default=DEFAULTS.gazetteer)
    folder, args = eval_folder(parser, argv)
    gazetteer = Gazetteer.open(args.gazetteer)
    score = scorer(folder, "places")
    files = {n: folder / "dev" / f"places_{n}.jsonl" for n in places_fit.SETS}
    gold = {n: [dict(r, id=str(r["id"])) for r in rows(path)] for n, path in files.items()}
    sets = {n: places_fit.load(folder, n, gazetteer) for n in files} if args.fit or args.cross or args.folds else {}
    if args.fit:
        text = json.dumps(places_fit.fit(list(sets.values()), gazetteer), indent=1, ensure_ascii=False)
        (FOLDER / "weights.json").write_text(text + "\n", encoding="utf-8")
        lexicon.weights.cache_clear()
    found: dict[str, dict[str, Row]] = {n: {} for n in files}
    if args.cross or args.folds:
        for numbers, articles in unseen(sets, gazetteer, args.folds):
            for name, parsed in articles.items():
                found[name] |= analyses(parsed, gazetteer, with_numbers(numbers))
    else:
        found = {n: analyses(parses(path), gazetteer, with_numbers(None)) for n, path in files.items()}
    for name, path in files.items():
        report(score, f"{name} baseline", gold[name], analyses(parses(path), gazetteer, baseline), 0)
        kinds = report(score, name, gold[name], found[name], args.errors)
        print("    " + "; ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    spent, own = cost(folder, gazetteer)
    print(f"cost: {own:.1f} ms an article, {own / spent:.0%} of the parse ({spent:.0f} ms)")


if __name__ == "__main__":
    main()
