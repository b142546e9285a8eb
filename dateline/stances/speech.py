"""What speakers do by speaking: they judge ("a disgrace"), demand ("must leave") and report others' deeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from dateline.stances import arguments, governors, modality, paths, plover
from dateline.stances.arguments import Party
from dateline.stances.coding import Candidate, same_side
from dateline.stances.cues import Cue
from dateline.stances.kinds import Kind
from dateline.stances.scene import Scene
from dateline.stances.tree import VERBAL

_OBLIGED = frozenset({"should", "must", "ought"})
_REPORTED = frozenset({"ASSAULT", "COERCE", "THREATEN", "MOBILIZE"})
_CALLING = frozenset(
    {"call", "brand", "label", "dub", "term", "describe", "denounce", "slam", "see", "consider", "regard"}
)
_KIND = {"ADJ": "adj", "NOUN": "noun", "PROPN": "noun", "VERB": "verb", "ADV": "adv"}


@lru_cache(maxsize=1)
def evaluations() -> dict[tuple[str, str], int]:
    """Polarity of each judging word by (lemma, part of speech)."""
    table = governors.rows(governors.FOLDER / "evaluations.csv")
    return {(row["word"], row["pos"]): int(row["polarity"]) for row in table}


def read(scene: Scene, cues: dict[int, list[Cue]], coded: Iterable[Candidate]) -> Iterator[Candidate]:
    """Judgements and demands of the article's speakers, and the accusations that their reports amount to."""
    for token in range(len(scene.tree)):
        yield from judgements(scene, token)
        yield from demands(scene, cues, token)
    for candidate in coded:
        yield from accusations(scene, candidate)


def judgements(scene: Scene, token: int) -> Iterator[Candidate]:
    """A judging word with whom or what it judges, by the speaker or by the subject of "called it a disgrace"."""
    tree = scene.tree
    sign = evaluations().get((tree.lemma[token], _KIND.get(tree.pos[token], "")))
    if sign is None and tree.pos[token] in VERBAL:
        sign = evaluations().get((tree.lemma[token], "effect"))
        if sign is None and tree.kids(token, "auxpass"):  # "was involved"
            sign = evaluations().get((tree.lower[token], "adj"))
    if sign is None:
        return
    named = _named_so(scene, token)
    if named:
        judge, judged, path = named
    else:
        speaker = scene.speaker(token)
        found = _judged(scene, token) if speaker else None
        if found is None or speaker is None:
            return
        judge, (judged, path) = _voice(scene, token, speaker), found
    if judged is None or judge is None or (judged.actor and same_side(scene, judged.actor, judge.actor)):
        return
    if modality.negation(tree, token) or modality.read(tree, token).modality in ("conditional", "hypothetical"):
        return
    kind = Kind("SUPPORT", None, 1) if sign > 0 else Kind("ACCUSE", "disapprove", -1)
    yield _candidate(scene, token, judge, judged, kind, "evaluation", path)


def _voice(scene: Scene, token: int, speaker: str) -> Party:
    """The speaker as an actor, shown at the words that name him."""
    statement = scene.statement_of[token]
    span = statement.speaker_span or scene.span(token, token + 1)
    return Party(arguments.Target(actor=speaker), span, token, "speaker")


def _named_so(scene: Scene, token: int) -> tuple[Party | None, Party | None, str] | None:
    """As in "the union called the law a disgrace", "described the vote as rigged": the judge and the judged."""
    tree = scene.tree
    verb = tree.head[token]
    if tree.lower[verb] == "as" and tree.dep[token] in ("pobj", "amod", "advcl", "acomp", "pcomp"):
        verb = tree.head[verb]
    elif tree.dep[token] not in ("oprd", "ccomp", "acomp", "attr", "dobj", "xcomp"):
        return None
    if tree.lemma[verb] not in _CALLING or tree.pos[verb] not in VERBAL or paths.passive(tree, verb):
        return None
    own = tree.kids(token, "nsubj") or [k for k in tree.kids(verb, "dobj", "nsubj") if k > verb and k != token]
    subjects = paths.deep_subjects(tree, verb).tokens
    if not own or not subjects:
        return None
    return arguments.actor(scene, subjects[0]), _party(scene, own[0]), "called"


def _judged(scene: Scene, token: int) -> tuple[Party | None, str] | None:
    """Whom or what a judging word is said of: subject of the copula or of the verb, owner of the noun it describes."""
    tree = scene.tree
    head, dep = tree.head[token], tree.dep[token]
    if tree.pos[token] == "ADV" and tree.pos[head] in VERBAL:
        token = head
    if tree.pos[token] in VERBAL:
        found = paths.subjects(tree, token) if tree.kids(token, "auxpass") else paths.deep_subjects(tree, token)
        effect = (tree.lemma[token], "effect") in evaluations()
        return (_party(scene, found.tokens[0], named_only=not effect), "judged verb") if found else None
    if dep == "amod":
        if tree.pos[head] not in ("NOUN", "PROPN"):
            return None
        if modality.negation(tree, head):
            return None
        if (named := arguments.named(scene, head)) is not None:
            return named, "judged noun"
        token, head, dep = head, tree.head[head], tree.dep[head]
    if dep in ("attr", "acomp") and tree.lemma[head] in ("be", "become", "remain", "look", "seem", "sound"):
        found = paths.subjects(tree, head)
        return (_party(scene, found.tokens[0]), "copula") if found else None
    return None


def _party(scene: Scene, token: int, named_only: bool = False) -> Party | None:
    found = arguments.target(scene, token, "ACCUSE")
    if found is not None and found.target.issue is not None:
        owner = arguments.owner(scene, token)
        if owner is not None or named_only:
            return owner
    return found


def demands(scene: Scene, cues: dict[int, list[Cue]], token: int) -> Iterator[Candidate]:
    """As in "The ministers must resign", said by somebody: a request to them."""
    tree = scene.tree
    if tree.dep[token] != "aux" or tree.lower[token] not in _OBLIGED:
        return
    verb, speaker = tree.head[token], scene.speaker(token)
    if speaker is None or (tree.kids(verb, "mark") and any(tree.lower[m] == "if" for m in tree.kids(verb, "mark"))):
        return
    passive = paths.passive(tree, verb)
    found = paths.subjects(tree, verb)
    for t in found.tokens[:3]:
        asked = arguments.actor(scene, t) if not passive else arguments.target(scene, t, "REQUEST")
        if asked is None or (asked.actor and same_side(scene, asked.actor, speaker)):
            continue
        kind = _demanded(scene, cues, verb, asked, passive)
        yield _candidate(scene, verb, _voice(scene, token, speaker), asked, kind, "demand", found.path)


def _demanded(scene: Scene, cues: dict[int, list[Cue]], verb: int, asked: Party, passive: bool) -> Kind:
    """What a demand says of its subject: who should act is asked; what should be done to him may be an accusation."""
    sign = cues[verb][0].entry.polarity if passive and verb in cues else 0
    if modality.negation(scene.tree, verb):
        sign = -sign
    if sign < 0:
        return Kind("REJECT", None, -1) if asked.target.issue else Kind("ACCUSE", "disapprove", -1)
    return Kind("REQUEST", None, 1 if sign > 0 or asked.target.issue else 0)


def accusations(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """Whoever reports a hostile deed of another side accuses it."""
    reporter, doer = candidate.said_by, candidate.actor.actor
    if reporter is None or doer is None or candidate.kind.polarity >= 0 or candidate.kind.type not in _REPORTED:
        return
    if candidate.modality not in ("asserted", "alleged") or same_side(scene, reporter, doer):
        return
    if not plover.material(candidate.kind.type) and candidate.target.target.issue is not None:
        return
    cue = candidate.tokens[0]
    if cue not in scene.statement_of or scene.speaker(cue) != reporter:
        return
    accused = Party(candidate.actor.target, candidate.actor.span, candidate.actor.token, candidate.actor.kind)
    yield _candidate(
        scene, cue, _voice(scene, cue, reporter), accused, Kind("ACCUSE", "allege", -1), "report", "report"
    )


def _candidate(scene: Scene, token: int, judge: Party, judged: Party, kind: Kind, cue: str, path: str) -> Candidate:
    reading = modality.read(scene.tree, token)
    speaker = scene.speaker(token)
    features = (
        (f"cue:{cue}", 1.0),
        (f"path:{path}", 1.0),
        (f"target:{judged.kind}", 1.0),
        (f"type:{kind.type}", 1.0),
        (f"{kind.type} toward {'issue' if judged.target.issue else 'party'}", 1.0),
        ("quoted", float(scene.quoted(token))),
        ("question", float(reading.question)),
    )
    said_by = speaker if speaker != judge.actor else None
    return Candidate(judge, judged, kind, "asserted", said_by, (token,), features)
