"""A session survives being kept as a file or in a link, and one that was damaged opens as far as it can."""

from __future__ import annotations

import base64
import json
import zlib
from datetime import date
from typing import Any

import pytest

from components.library import samples
from components.selection import Selection
from components.session_file import MOST_BYTES, Session, read, written
from components.session_link import MOST_CHARS, packed, unpacked
from dateline.corrections import kinds
from dateline.corrections.kinds import ActorRef
from dateline.ingest import IngestError, article_from_text
from dateline.records import Article

TEXT = "Kenya banned the union on Monday. The union’s leaders called the ban unlawful, and “we will march,” they said."
RENAME = kinds.Rename(actor=ActorRef(name="union"), name="Union of Port Workers")


def session(**more: Any) -> Session:
    article = article_from_text(TEXT, title="A ban", published=date(2021, 5, 4))
    return Session(article, (RENAME,), Selection("actor", "a1"), **more)


def form(**changes: Any) -> bytes:
    """A session file, edited by hand."""
    return json.dumps(json.loads(written(session())) | changes).encode()


def test_a_session_is_read_as_it_was_written() -> None:
    found = read(written(session()), {})
    assert found.session == session() and found.notes == ()


def test_a_date_that_the_reader_made_unknown_stays_unknown() -> None:
    text = "NAIROBI, May 4, 2021 — Kenya banned the union."
    article = article_from_text(text).model_copy(update={"published": None, "published_basis": None})
    assert read(written(Session(article)), {}).session.article.published is None


def test_a_sample_needs_no_text_and_keeps_its_own_date() -> None:
    sample = samples()["iraq-june-2014"]
    data = written(Session(sample), with_text=False)
    assert len(data) < 400
    assert read(data, samples()).session.article == sample


def test_a_file_that_takes_a_samples_name_for_another_text_does_not_get_it() -> None:
    found = read(form(article={"id": "iraq-june-2014", "text": TEXT}), samples()).session.article
    assert found.text == TEXT and found.id not in samples()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "cannot be read as JSON"),
        (b"\xff\xfe\x00", "cannot be read as JSON"),
        (b"[" * 100_000, "cannot be read as JSON"),
        (b'{"format": ' + b"9" * 5000 + b"}", "cannot be read as JSON"),
        (b"[]", "does not say that it is one"),
        (b'{"format": "other/1"}', "does not say that it is one"),
        (b" " * (MOST_BYTES + 1), "at most"),
        (form(article=None), "holds no article"),
        (form(article={"id": "gone"}), "names no article that is here"),
        (form(article={"text": "12345 67890"}), "no words"),
        (form(article={"text": ["x"]}), "holds no text"),
        (form(article={"text": "Kenya \ud800 banned it."}), "broken characters"),
    ],
)
def test_what_holds_no_article_is_refused_with_the_reason(data: bytes, message: str) -> None:
    with pytest.raises(IngestError, match=message):
        read(data, {})


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"format": "dateline.session/0"}, "another version"),
        ({"corrections": [{"kind": "exec"}, json.loads(RENAME.model_dump_json())]}, "1 of 2 corrections"),
        ({"corrections": "all"}, "1 of 1 corrections"),
        ({"article": {"text": TEXT, "published": "soon"}}, "publication date could not be read"),
        ({"article": {"text": TEXT, "published": "2021-05-04", "published_basis": "hearsay"}}, "publication date"),
        ({"article": {"text": TEXT, "published": 5}}, "publication date could not be read"),
        ({"article": {"text": TEXT, "title": 7}}, "title could not be read"),
        ({"article": {"text": TEXT, "url": "x" * 3000}}, "url could not be read"),
    ],
)
def test_a_file_edited_by_hand_opens_as_far_as_it_can_and_says_what_it_could_not(changes: Any, note: str) -> None:
    found = read(form(**changes), {})
    assert found.session.article.text == TEXT
    assert any(note in said for said in found.notes)


@pytest.mark.parametrize("chosen", [None, 5, {}, "moon:m1", "actor", "actor:" + "x" * 10_000])
def test_a_selection_that_names_nothing_is_harmless(chosen: Any) -> None:
    found = read(form(selection=chosen), {}).session
    assert found.article.text == TEXT and (found.selection is None or len(found.selection.id) < 200)


def test_a_link_holds_a_news_article_within_its_size() -> None:
    article = samples()["iraq-june-2014"]
    own = Session(Article(id="t", text=article.text, title=article.title, published=article.published))
    link = packed(own)
    assert len(link) < MOST_CHARS and link.isascii() and "=" not in link
    assert read(unpacked(link), {}).session.article.text == article.text


def test_no_prefix_of_a_link_is_taken_for_the_whole() -> None:
    link = packed(session())
    for cut in range(1, len(link), 7):
        with pytest.raises(IngestError, match="damaged"):
            unpacked(link[:-cut])


def test_a_changed_link_is_damaged_or_still_no_other_text() -> None:
    link = packed(session())
    for at in range(0, len(link), 11):
        changed = link[:at] + ("A" if link[at] != "A" else "B") + link[at + 1 :]
        try:
            assert read(unpacked(changed), {}).session.article.text == TEXT
        except IngestError:
            continue


def test_a_link_that_would_unpack_to_very_much_is_refused_unread() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b" " * 15_000_000, 9)).decode().rstrip("=")
    assert len(bomb) < 4 * MOST_CHARS
    with pytest.raises(IngestError, match="more than any article"):
        unpacked(bomb)


@pytest.mark.parametrize("text", ["%%%", "é", "A", "A" * 40_000, "\ud800"])
def test_what_is_no_link_is_said_to_be_damaged(text: str) -> None:
    with pytest.raises(IngestError, match="damaged"):
        unpacked(text)
