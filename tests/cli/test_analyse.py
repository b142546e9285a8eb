"""The command line does what a good Unix tool does."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from dateline.cli import main

TEXT = "France condemned the raid in Kano on Monday. “We reject it,” Prime Minister Anna Keller said in Abuja."


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch):
    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def lines(capsys: pytest.CaptureFixture[str]) -> tuple[list[str], str]:
    out, err = capsys.readouterr()
    return out.splitlines(), err


def test_a_file_of_many_gives_one_analysis_a_line_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": f"a{i}", "text": TEXT, "published": "2020-03-04"} for i in range(3)]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    assert main(["analyse", str(path), "--format", "jsonl"]) == 0
    out, _ = lines(capsys)
    assert [json.loads(line)["article"]["id"] for line in out] == ["a0", "a1", "a2"]


def test_an_unreadable_article_is_named_by_line_and_id_and_the_rest_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(json.dumps({"id": "bad", "text": " "}) + "\n" + json.dumps({"id": "good", "text": TEXT}))
    assert main(["analyse", str(path), "--format", "jsonl"]) == 1
    out, err = lines(capsys)
    assert [json.loads(line)["article"]["id"] for line in out] == ["good"]
    assert "many.jsonl:1: article bad: There is no text" in err and "Traceback" not in err


def test_standard_input_is_read_where_no_file_is_named(stdin, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(TEXT.encode())
    assert main(["analyse", "--published", "2020-03-04", "--title", "Raid", "--format", "json"]) == 0
    article = json.loads(capsys.readouterr().out)["article"]
    assert (article["published"], article["title"], article["text"]) == ("2020-03-04", "Raid", TEXT)


def test_lines_of_json_on_standard_input_are_a_table(stdin, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(json.dumps({"id": "x", "text": TEXT}).encode())
    assert main(["analyse", "-", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["id"] == "x"


def test_the_summary_for_people_names_places_and_stances(stdin, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(TEXT.encode())
    assert main(["analyse"]) == 0
    out = capsys.readouterr().out
    assert "Kano (NG" in out and "France" in out and "Stances" in out


def test_control_characters_never_reach_the_terminal(stdin, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(("\x1b[31mFrance condemned the raid in Kano on Monday.\x1b]0;title\x07 " + TEXT).encode())
    assert main(["analyse"]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "There is no text"),
        (b" \n ", "There is no text"),
        (b"\x89PNG\x00\x00", "not plain text"),
        (b"x " * 2_500_000, "MB"),
    ],
)
def test_bad_input_gives_a_message_and_exit_code_1(
    data: bytes, why: str, stdin, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(data)
    assert main(["analyse"]) == 1
    out, err = lines(capsys)
    assert out == [] and why in err and err.startswith("dateline: -: ")


def test_a_missing_file_is_named_and_the_others_are_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = tmp_path / "there.txt"
    there.write_text(TEXT, encoding="utf-8")
    assert main(["analyse", str(tmp_path / "gone.txt"), str(there), "--format", "jsonl"]) == 1
    out, err = lines(capsys)
    assert len(out) == 1 and "gone.txt: No such file" in err


def test_a_publication_date_that_is_none_is_wrong_usage(stdin, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(TEXT.encode())
    assert main(["analyse", "--published", "31/12/2019"]) == 2
    assert "--published" in capsys.readouterr().err
