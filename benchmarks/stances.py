"""Accuracy and cost of the stances: `python -m benchmarks.stances --eval FOLDER [--gold-actors] [--errors N]`.

One setting for all sets: articles (pair, stance, typed F1, core recall) and pairs in sentences (macro F1). With
--gold-actors the actors come from the answers (names, aliases, marked spans), which leaves the errors of this step
alone. --errors N prints N examples of each kind of error.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.parses import article_of, parses, rows
from benchmarks.scoring import eval_folder, scorer
from dateline import actors as actor_step
from dateline import language, names, places, stances, times
from dateline.places.gazetteer import Gazetteer
from dateline.records import Actor, Analysis, Engine, Mention, Place, Statement, TimeExpression, Toponym
from dateline.settings import DEFAULTS
from dateline.stances import attribution, coding, scene
from dateline.stances.tree import Tree

ARTICLES = ("stances_seed", "stances")
PAIRS = ("pairs_plv", "pairs_dse")
_PRONOUNS = frozenset(["i", "we", "you", "he", "she", "it", "they", "who"])

Inputs = tuple[
    tuple[Actor, ...], tuple[Toponym, ...], tuple[Place, ...], tuple[TimeExpression, ...], tuple[Statement, ...]
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold-actors", action="store_true", help="take the actors from the answers")
    parser.add_argument("--errors", type=int, default=0, help="examples to print of each kind of error")
    parser.add_argument("--sets", nargs="*", default=[*ARTICLES, *PAIRS], help="which sets to score")
    folder, args = eval_folder(parser)
    for name in args.sets:
        path = folder / "dev" / f"{name}.jsonl"
        answers = rows(path)
        analyses, clock = read_all(path, answers, args.gold_actors)
        print(f"== {name}: {clock}")
        if name in ARTICLES:
            _articles(scorer(folder, "stances"), answers, analyses, args.errors)
        else:
            _pairs(scorer(folder, "pairs"), answers, analyses, args.errors)
    print(_cost(folder / "dev" / "stances.jsonl", args.gold_actors))


def read_all(path: Path, answers: list[dict[str, Any]], gold: bool) -> tuple[dict[str, Any], str]:
    """Analyses of a set by article id, with what each cue led to under "trace"; and the cost as a line of text."""
    found: dict[str, Any] = {}
    spent = words = 0.0
    for parse, answer in zip(parses(path), answers, strict=True):
        given = inputs(parse, answer, gold)
        begun = time.process_time()
        held = stances.read(parse, *given)
        spent += time.process_time() - begun
        words += len(parse.doc)
        who, toponyms, where, _, said = given
        analysis = Analysis(
            engine=Engine(version="", model="", gazetteer=""),
            article=parse.article,
            sentences=parse.sentences,
            toponyms=toponyms,
            places=where,
            actors=who,
            statements=said,
            stances=held,
        ).to_json()
        view = scene.of(parse, Tree.of(parse.doc), who, toponyms, where, said)
        analysis["trace"] = [t for result in stances.proposals(view) for t in _trace(view, result)] if who else []
        found[parse.article.id] = analysis
    return found, f"{1000 * spent / max(len(found), 1):.1f} ms an article, {1e6 * spent / max(words, 1):.0f} us a token"


def _cost(path: Path, gold: bool, articles: int = 6) -> str:
    """What this step costs beside the parse, in processor time of this process, on the first articles of a set."""
    answers = rows(path)[:articles]
    begun = time.process_time()
    parsed = [language.parse(article_of(answer)) for answer in answers]
    parsing = time.process_time() - begun
    given = [inputs(parse, answer, gold) for parse, answer in zip(parsed, answers, strict=True)]
    begun = time.process_time()
    for parse, records in zip(parsed, given, strict=True):
        stances.read(parse, *records)
    spent = time.process_time() - begun
    each = f"{1000 * spent / articles:.1f} of {1000 * parsing / articles:.1f} ms an article"
    return f"cost: {spent / parsing:.2f} of the parse ({each})"


def inputs(parse: language.Parse, answer: dict[str, Any], gold: bool) -> Inputs:
    """What the earlier steps give; with `gold` the actors are those of the answers."""
    if gold:
        who = gold_actors(answer)
        return who, *gold_places(answer), times.read(parse), attribution.read(parse, who)
    found = names.read(parse)
    toponyms, where = places.read(parse, found, Gazetteer.open(DEFAULTS.gazetteer))
    who = actor_step.read(parse, found, toponyms, where)
    return who, toponyms, where, times.read(parse), attribution.read(parse, who)


def gold_actors(answer: dict[str, Any]) -> tuple[Actor, ...]:
    """The annotated actors, wherever one of their names stands; of a pair of names, the marked spans."""
    if "stances" not in answer:
        return tuple(_spans_actor(answer, side) for side in ("source", "target") if answer.get(side))
    owner = {a["name"]: f"a{n}" for n, a in enumerate(answer["actors"])}
    mentions: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for a in answer["actors"]:
        for name in {a["name"], *a["aliases"]}:
            for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", answer["text"]):
                mentions[a["name"]].add(hit.span())
    for s in answer["stances"]:
        word = s.get("actor_mention") or ""
        start = answer["text"].find(s["evidence"])
        said = re.search(rf"\b{word}\b", s["evidence"]) if word.lower() in _PRONOUNS else None
        if said is not None and s["actor"] in owner:
            mentions[s["actor"]].add((start + said.start(), start + said.end()))
    return tuple(
        Actor(
            id=owner[a["name"]],
            name=a["name"],
            kind="group",
            sector=a["kind"],
            country=a["country"],
            aliases=tuple(a["aliases"]),
            part_of=owner.get(a["part_of"] or ""),
            mentions=tuple(_mention(answer["text"], *m) for m in sorted(mentions[a["name"]])),
        )
        for a in answer["actors"]
    )


def gold_places(answer: dict[str, Any]) -> tuple[tuple[Toponym, ...], tuple[Place, ...]]:
    """The annotated places that acts are toward, wherever their name stands; coordinates are left at zero."""
    names_of = sorted({s["target"] for s in answer.get("stances", ()) if s["target_kind"] == "place"})
    where = tuple(
        Place(
            id=f"p{n}",
            name=name,
            lat=0,
            lon=0,
            source="answers",
            source_id=None,
            feature_class="P",
            feature_code=None,
            country=None,
        )
        for n, name in enumerate(names_of)
    )
    toponyms = tuple(
        Toponym(start=hit.start(), end=hit.end(), text=hit.group(), place=place.id, role="literal", confidence=1)
        for place in where
        for hit in re.finditer(rf"(?<!\w){re.escape(place.name)}(?!\w)", answer["text"])
    )
    return toponyms, where


def _mention(text: str, start: int, end: int) -> Mention:
    word = text[start:end]
    return Mention(start=start, end=end, text=word, form="pronoun" if word.lower() in _PRONOUNS else "name")


def _spans_actor(answer: dict[str, Any], side: str) -> Actor:
    spans = answer.get("all_" + side) or [answer[side]]
    mentions = tuple(_mention(answer["text"], s["start"], s["end"]) for s in spans)
    return Actor(id=side, name=mentions[0].text, kind="group", sector=None, country=None, mentions=mentions)


def _trace(view: scene.Scene, result: list[coding.Candidate] | coding.Failure) -> Iterator[dict[str, Any]]:
    """What became of a cue, for the listing of errors."""
    given = [(c.tokens, "record") for c in result] if isinstance(result, list) else [(result.cue.tokens, result.reason)]
    for tokens, outcome in dict.fromkeys(given):
        cue = " ".join(view.tree.lemma[t] for t in tokens)
        yield {"start": view.tree.start[min(tokens)], "cue": cue, "result": outcome}


def _articles(score: Any, answers: list[dict[str, Any]], analyses: dict[str, Any], errors: int) -> None:
    totals: dict[str, Counter[str]] = {level: Counter() for level in ("pair", "stance", "typed")}
    core, kinds, by_cue = Counter[str](), Counter[str](), Counter[str]()
    right_cue: Counter[str] = Counter()
    sure: dict[int, list[bool]] = defaultdict(list)
    examples: dict[str, list[str]] = defaultdict(list)
    timed: Counter[str] = Counter()
    for answer in answers:
        analysis = analyses[str(answer["id"])]
        result, (hit, of), (right, dated), missed, spurious = score.score_doc(answer, analysis)
        core.update(hit=hit, of=of)
        timed.update(right=right, of=dated)
        for level, (matched, predicted, owed, _) in result.items():
            totals[level].update(matched=matched, predicted=predicted, owed=owed)
        for kind, line in _missed(answer, analysis, result, missed):
            kinds[kind] += 1
            examples[kind].append(line)
        matched_stances = set(result["pair"][3].values())
        signed = set(result["stance"][3].values())
        for n, s in enumerate(analysis["stances"]):
            sure[int(10 * s["confidence"])].append(n in signed)
        for n, s in enumerate(analysis["stances"]):
            cue = answer["text"][s["cue"]["start"] : s["cue"]["end"]].lower() + " " + s["type"]
            (right_cue if n in matched_stances else by_cue)[cue] += 1
        for s in spurious:
            kinds["spurious"] += 1
            examples["spurious"].append(_line(answer, analysis, s))
    for level, c in totals.items():
        print(f"{level}: {_prf(c['matched'], c['predicted'], c['owed'])}")
    print(f"core recall {100 * core['hit'] / max(core['of'], 1):.1f}; dates right {timed['right']} of {timed['of']}")
    bins = ", ".join(f"{b / 10:.1f}: {100 * sum(v) / len(v):.0f}% of {len(v)}" for b, v in sorted(sure.items()))
    print(f"right at each confidence: {bins}")
    print("errors:", dict(kinds.most_common()))
    print("spurious by cue:", {cue: f"{n} ({right_cue[cue]} right)" for cue, n in by_cue.most_common(25)})
    for kind, lines in examples.items():
        print(f"-- {kind}")
        print("\n".join("   " + line for line in lines[:errors]))


def _missed(
    answer: dict[str, Any], analysis: dict[str, Any], result: Any, missed: list[dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    gone = {(g["evidence"], g["actor"], g["target"], g["type"], g["polarity"]) for g in missed}
    for n, g in enumerate(answer["stances"]):
        line = f"{g['actor']} | {g['type']} {g['polarity']} | {g['target']} | {g['evidence'][:230]}"
        if (g["evidence"], g["actor"], g["target"], g["type"], g["polarity"]) in gone:
            start = answer["text"].find(g["evidence"])
            inside = [t for t in analysis["trace"] if start <= t["start"] < start + len(g["evidence"])]
            results = {t["result"] for t in inside}
            first = next((r for r in ("undone", "no actor", "no target", "record") if r in results), "no cue")
            names_cue = " ".join(f"[{t['cue']}: {t['result']}]" for t in inside)
            yield f"missed: {first if first != 'record' else 'only other records'}", f"{line} {names_cue}"
        elif n in result["pair"][3] and n not in result["stance"][3]:
            yield "wrong sign", f"{line} got {_line(answer, analysis, analysis['stances'][result['pair'][3][n]])}"
        elif n in result["stance"][3] and n not in result["typed"][3]:
            yield "wrong type", f"{line} got {_line(answer, analysis, analysis['stances'][result['stance'][3][n]])}"


def _line(answer: dict[str, Any], analysis: dict[str, Any], s: dict[str, Any]) -> str:
    name = {a["id"]: a["name"] for a in analysis["actors"]} | {p["id"]: p["name"] for p in analysis["places"]}
    target = next(iter(s["target"].values()))
    cue = answer["text"][s["cue"]["start"] : s["cue"]["end"]]
    evidence = answer["text"][s["evidence"]["start"] : s["evidence"]["end"]][:200]
    return (
        f"{name.get(s['actor'])} | {s['type']} {s['polarity']} | {name.get(target, target)} | <{cue}> "
        f"{s['modality']} {s['confidence']:.2f} | {evidence}"
    )


def _prf(hits: int, predicted: int, gold: int) -> str:
    precision, recall = hits / max(predicted, 1), hits / max(gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return (
        f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f} ({hits} of {predicted} predicted, {gold} owed)"
    )


def _pairs(score: Any, answers: list[dict[str, Any]], analyses: dict[str, Any], errors: int) -> None:
    out, log = score.score(answers, analyses)
    print(out)
    kinds: dict[str, list[str]] = defaultdict(list)
    for key, lines in log.items():
        for line in lines:
            kind = " ".join(line.split(" | ")[0].split(" (")[0].split())
            trace = " ".join(f"[{t['cue']}: {t['result']}]" for t in analyses[key]["trace"])
            kinds[kind].append(f"{' | '.join(line.split(' | ')[1:])} {trace}")
    for kind, lines in sorted(kinds.items(), key=lambda kl: -len(kl[1])):
        print(f"-- {len(lines)} {kind}")
        print("\n".join("   " + line for line in lines[:errors]))


if __name__ == "__main__":
    main()
