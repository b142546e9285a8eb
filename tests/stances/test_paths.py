"""From a cue to who acts and whom it is toward: each test is the sentence that it reads."""

from __future__ import annotations

import pytest

from tests.stances.marked import coded

PATHS = {
    "active": ("[Kenya] accused [Uganda] of smuggling sugar.", ("Kenya", "ACCUSE", -1, "Uganda")),
    "passive with an agent": (
        "[The miners] were criticised by [the bishop] on Sunday.",
        ("the bishop", "ACCUSE", -1, "The miners"),
    ),
    "relative clause": (
        "[The senator], who condemned [the militia], left at noon.",
        ("The senator", "ACCUSE", -1, "the militia"),
    ),
    "relative clause with a gap": (
        "Kenya left [the militia] that [the senator] had condemned.",
        ("the senator", "ACCUSE", -1, "the militia"),
    ),
    "reduced passive": ("[The rebels] attacked by [the army] have fled.", ("the army", "ASSAULT", -1, "The rebels")),
    "participle": ("[The gunmen] attacking [the convoy] wore masks.", ("The gunmen", "ASSAULT", -1, "the convoy")),
    "adverbial participle": (
        "[The army] entered the valley, killing [the rebels].",
        ("The army", "ASSAULT", -1, "the rebels"),
    ),
    "coordinated verbs": (
        "[The court] freed the mayor and criticised [the police].",
        ("The court", "ACCUSE", -1, "the police"),
    ),
    "subject control": ("[The union] refused to support [the mayor].", ("The union", "REJECT", -1, "the mayor")),
    "object control": (
        "[Norway] accused [Malta] of attacking [the trawlers].",
        ("Malta", "ASSAULT", -1, "the trawlers"),
    ),
    "light verb": ("[The rebels] launched an attack on [the garrison].", ("The rebels", "ASSAULT", -1, "the garrison")),
    "possessor of a noun": ("[Peru]'s criticism of [Chile] was sharp.", ("Peru", "ACCUSE", -1, "Chile")),
    "by-phrase of a noun": (
        "The attack on [the convoy] by [the militia] was brief.",
        ("the militia", "ASSAULT", -1, "the convoy"),
    ),
    "between": ("Talks between [Egypt] and [Sudan] resumed.", ("Egypt", "CONSULT", 0, "Sudan")),
    "what an anti-something act is against": (
        "[Students] staged an anti-[government] protest.",
        ("Students", "PROTEST", -1, "government"),
    ),
    "owner of the deed": ("[Yemen] condemned [Iran]'s attack.", ("Yemen", "ACCUSE", -1, "Iran")),
    "a mouthpiece": (
        "[Amnesty] published a report accusing [the army] of torture.",
        ("Amnesty", "ACCUSE", -1, "the army"),
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), PATHS.values(), ids=list(PATHS))
def test_the_path_leads_to_actor_and_target(sentence: str, expected: tuple[str, str, int, str]) -> None:
    assert expected in coded(sentence)


def test_coordinated_actors_and_targets_give_a_record_each() -> None:
    found = coded("[Ghana] and [Togo] condemned [the rebels] and [the pirates].")
    assert {(a, t) for a, _, _, t in found} == {
        ("Ghana", "the rebels"),
        ("Ghana", "the pirates"),
        ("Togo", "the rebels"),
        ("Togo", "the pirates"),
    }


def test_a_passive_without_an_agent_gives_nothing() -> None:
    assert coded("[The journalist] was arrested on Monday.") == set()


def test_a_symmetric_act_of_two_is_one_record() -> None:
    found = coded("[Chile] and [Peru] held talks on Friday.")
    assert len(found) == 1
    assert {(a, t) for a, _, _, t in found} == {("Chile", "Peru")}


def test_a_place_taken_is_a_target() -> None:
    assert ("The rebels", "ASSAULT", -1, "Kanto") in coded("[The rebels] captured {Kanto} at dawn.")


def test_an_issue_stands_in_the_articles_own_words() -> None:
    found = coded("[The council] rejected the new parking fees.")
    assert ("The council", "REJECT", -1, "new parking fees") in found


def test_an_issue_that_joins_two_things_is_one_target() -> None:
    found = coded("[The council] rejected the parking fees and the water tax.")
    assert [t for _, _, _, t in found] == ["parking fees and the water tax"]
