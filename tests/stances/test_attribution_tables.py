"""The tables of cues have the form that their headers promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.stances.attribution import cues

KINDS = frozenset(
    ("speech", "writing", "request", "commissive", "intention", "decision", "belief", "knowledge", "finding")
) | {"feeling", "evaluation"}
VERB_FRAMES = frozenset(
    ("quote", "that", "wh", "to", "to-object", "object", "object-for", "raised", "as", "likened", "predicate", "gerund")
)


@pytest.mark.parametrize("name", ["verbs", "nouns", "adjectives", "phrases", "minds", "occasions"])
def test_every_entry_has_a_known_kind(name: str) -> None:
    assert {cue.lemma: cue.kind for cue in cues.table(name).values() if cue.kind not in KINDS} == {}


def test_every_verb_has_frames_that_the_engine_knows() -> None:
    unknown = {
        cue.lemma: cue.frames - VERB_FRAMES for cue in cues.table("verbs").values() if not cue.frames <= VERB_FRAMES
    }
    assert unknown == {}
    assert all(cue.frames for cue in cues.table("verbs").values())


def test_a_table_with_an_unknown_commitment_is_refused(tmp_path: Path) -> None:
    (tmp_path / "speech").mkdir()
    lines = "# a table\nlemma,kind,commitment,frames\nsay,speech,maybe,that\n"
    (tmp_path / "speech" / "verbs.csv").write_text(lines, encoding="utf-8")
    with pytest.raises(ValueError, match="say: unknown commitment"):
        cues.table("verbs", tmp_path)


def test_verbs_that_are_denied_or_doubted_are_told_from_those_that_vouch() -> None:
    verbs = cues.table("verbs")
    assert verbs["deny"].commitment == "doubtful"
    assert verbs["learn"].commitment == "factive"
    assert verbs["say"].commitment == "neutral"
