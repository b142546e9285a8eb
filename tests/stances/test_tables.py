"""The tables of the stances: what they hold and how a broken line is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.stances import plover, predicates

HEADER = "cue,pos,type,mode,polarity,actor,target,type2,polarity2,target2,example\n"


def test_plover_has_its_sixteen_types_on_its_scale() -> None:
    assert len(plover.TYPES) == 16
    assert plover.scale("ASSAULT", "beat") == -7.5
    assert plover.scale("ASSAULT", "no such mode") == plover.scale("ASSAULT") == -9
    assert {"AGREE", "CONSULT", "COOPERATE"} == plover.SYMMETRIC


def test_longer_cues_come_first(tmp_path: Path) -> None:
    lines = "take,verb,COERCE,,-1,subj,obj,,,,\ntake part,verb,COOPERATE,,1,subj,in,,,,\n"
    (tmp_path / "verbs.csv").write_text(HEADER + lines)
    assert [e.words for e in predicates.index(tmp_path).verbs["take"]] == [("take", "part"), ("take",)]


@pytest.mark.parametrize(
    "line",
    [
        "hit,verb,PUNCH,,-1,subj,obj,,,,\n",
        "hit,verb,ASSAULT,,-5,subj,obj,,,,\n",
        "hit,pronoun,ASSAULT,,-1,subj,obj,,,,\n",
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "verbs.csv").write_text("# comment\n" + HEADER + line)
    with pytest.raises(predicates.TableError, match=r"verbs\.csv, line 3"):
        predicates.index(tmp_path)
