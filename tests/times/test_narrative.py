"""A history carries its own dates: the year goes on from sentence to sentence, whatever the day it is read on."""

from __future__ import annotations

from datetime import date

from dateline.times.interpreter import read_text
from dateline.times.moments import of
from dateline.times.narrative import is_narrative

HISTORY = """The war began on 3 May 1866, when Graustark crossed the river. Its army took the capital in June, and by \
late July the king had fled. In 1867 the league sent help. In March its fleet sailed; two weeks later it was beaten. \
The treaty of 1815 was dead. In August 1868 the last fort fell, and the following year peace was made. \
An archive opened in 1999 shows the plans. The dead were buried in October. The empire ended in 1871, 1872 or 1873."""
LATER = date(2014, 6, 15)


def values(text: str) -> dict[str, str]:
    """Value by expression."""
    return {t.text: t.value for t in read_text(text, LATER)}


def test_a_history_is_told_from_news_by_its_text() -> None:
    assert is_narrative(HISTORY, of(LATER))
    assert not is_narrative("The minister said on Friday that the war of 1991 and that of 2003 were lost.", of(LATER))


def test_months_take_the_year_of_the_story() -> None:
    found = values(HISTORY)
    assert (found["June"], found["late July"], found["March"]) == ("1866-06", "1866-07", "1867-03")


def test_relative_expressions_count_from_the_story() -> None:
    found = values(HISTORY)
    assert found["the following year"] == "1869"


def test_a_look_aside_at_a_year_far_off_does_not_move_the_story() -> None:
    assert values(HISTORY)["October"] == "1869-10"


def test_years_before_christ_go_on_before_christ() -> None:
    text = "In 490 BC the king sailed. In 480 BC his son came; in the summer he crossed the strait. In 479 he lost."
    text += " He had ruled since 486 BC. In 478 BC, 477 BC, 470 BC and 460 BC the league fought on."
    found = values(text)
    assert (found["the summer"], found["479"]) == ("BC0480-SU", "BC0479")
