"""What negation, plans, speech and the rulings make of an act."""

from __future__ import annotations

import pytest

from tests.stances.marked import coded, read

SENTENCES = {
    "a friendly act refused is a rejection": (
        "[The bank] will not help [the farmers].",
        ("The bank", "REJECT", -1, "the farmers"),
    ),
    "help still to come is agreement": ("[Japan] will help [Nepal] next year.", ("Japan", "AGREE", 1, "Nepal")),
    "force announced is a threat": (
        "[The warlord] will attack [the village].",
        ("The warlord", "THREATEN", -1, "the village"),
    ),
    "a promise of a hostile act threatens": (
        "[The general] promised to attack [the rebels].",
        ("The general", "THREATEN", -1, "the rebels"),
    ),
    "aid ended is a sanction": ("[Canada] suspended aid to [Burundi].", ("Canada", "SANCTION", -1, "Burundi")),
    "a demand that somebody do something is made of him": (
        "[The unions] demanded that [the minister] resign.",
        ("The unions", "REQUEST", 0, "the minister"),
    ),
    "a warning of what the warner would do is a threat": (
        "[The general] warned [the rebels] that he would attack if they crossed the river.",
        ("The general", "THREATEN", -1, "the rebels"),
    ),
    "a warning of what others may do is none": (
        "[The doctors] warned [residents] that the water was dirty.",
        ("The doctors", "REQUEST", 0, "residents"),
    ),
    "territory seized is taken by force": ("[The rebels] seized {Kanto}.", ("The rebels", "ASSAULT", -1, "Kanto")),
    "a denial rejects the charge": (
        "[The banker] denied the bribery charges.",
        ("The banker", "REJECT", -1, "bribery charges"),
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.values(), ids=list(SENTENCES))
def test_ruling(sentence: str, expected: tuple[str, str, int, str]) -> None:
    assert expected in coded(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "[The army] denied attacking [the village].",
        "[The pope] urged [the army] not to attack [the village].",
    ],
)
def test_a_hostile_act_denied_or_advised_against_is_not_that_act(sentence: str) -> None:
    assert not {found for found in coded(sentence) if found[1] == "ASSAULT" and found[2] < 0}


@pytest.mark.parametrize(
    "sentence", ["[The army] did not attack [the village].", "[The army] has made no decision to attack [the village]."]
)
def test_a_hostile_act_not_done_is_told_as_negated_without_a_sign(sentence: str) -> None:
    found = [s for s in read(sentence) if s.type == "ASSAULT"]
    assert [(s.modality, s.polarity) for s in found] == [("negated", 0)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Norway] returned two carved doors to [Ghana].", ("Norway", "RETREAT", 1, "Ghana")),
        ("[The premier] called [the president] on Monday.", ("The premier", "CONSULT", 0, "the president")),
        ("[Kenya] lent [Somalia] money.", ("Kenya", "AID", 1, "Somalia")),
        ("[The jury] found [the driver] guilty.", ("The jury", "SANCTION", -1, "the driver")),
    ],
)
def test_an_argument_is_found_by_what_the_verb_has_besides(sentence: str, expected: tuple[str, str, int, str]) -> None:
    assert expected in coded(sentence)


@pytest.mark.parametrize(
    "sentence", ["[The premier] returned to [Ghana].", "[The premier] called [the president] a liar."]
)
def test_the_same_verb_without_it_is_another_act(sentence: str) -> None:
    assert not {f for f in coded(sentence) if f[1] in ("RETREAT", "CONSULT")}


def test_an_act_asked_for_has_not_happened() -> None:
    found = coded("[The envoy] asked [France] to help [Chad].")
    assert ("The envoy", "REQUEST", 0, "France") in found
    assert not {f for f in found if f[0] == "France"}


def test_an_act_that_another_side_reports_is_alleged_and_names_the_reporter() -> None:
    found = read(
        "[The rebels] said [the army] attacked [the village].", [("The rebels", "the army attacked the village")]
    )
    attack = next(s for s in found if s.type == "ASSAULT")
    assert (attack.said_by, attack.modality) == ("The rebels", "alleged")
    assert any(s.actor == "The rebels" and s.type == "ACCUSE" and s.target.actor == "the army" for s in found)


def test_a_speakers_we_is_the_speaker() -> None:
    content = "We condemn [the militia]"
    found = coded(f'"{content}," said [the bishop].', [("the bishop", "We condemn the militia")])
    assert ("the bishop", "ACCUSE", -1, "the militia") in found


def test_a_speakers_judgement_is_a_stance_toward_whom_it_judges() -> None:
    found = coded('"[The ministry] is a disgrace," said [the mayor].', [("the mayor", "The ministry is a disgrace")])
    assert ("the mayor", "ACCUSE", -1, "The ministry") in found


def test_the_writers_judgement_is_nobodys() -> None:
    assert coded("[The ministry] is a disgrace.") == set()


def test_must_said_by_somebody_is_a_request() -> None:
    found = coded(
        "[The mayor] said [the owners] must repair the roof.", [("The mayor", "the owners must repair the roof")]
    )
    assert ("The mayor", "REQUEST", 0, "the owners") in found


def test_a_demand_to_do_somebody_harm_accuses_him() -> None:
    found = coded("[Greens] said [the minister] must be arrested.", [("Greens", "the minister must be arrested")])
    assert ("Greens", "ACCUSE", -1, "the minister") in found


def test_the_us_in_a_quotation_is_a_country_and_no_pronoun() -> None:
    content = "[Cuba] condemns [the US]"
    found = coded(f'"{content}," said [the envoy].', [("the envoy", "Cuba condemns the US")])
    assert ("Cuba", "ACCUSE", -1, "the US") in found


def test_an_offer_that_is_rejected_has_been_made() -> None:
    found = coded("[The union] rejected [the airline]'s offer of talks.")
    assert not {f for f in found if f[0] == "the airline" and f[1] == "REJECT"}


def test_a_question_is_no_demand() -> None:
    assert not {f for f in coded("[The reporter] asked whether [the mayor] was ill.") if f[1] == "REQUEST"}


def test_saying_alone_is_no_stance() -> None:
    assert coded("[The minister] said it was raining.", [("The minister", "it was raining")]) == set()
