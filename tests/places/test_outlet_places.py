"""What the address of an article tells about where it was written."""

from __future__ import annotations

import pytest

from dateline.places import outlet
from dateline.places.gazetteer import Gazetteer
from dateline.records import Article


def _article(url: str | None = None, source: str | None = None) -> Article:
    return Article(id="t", text="", url=url, source=source)


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.example.co.uk/news/1", "GB"),
        ("http://example.ie/a?b=c", "IE"),
        ("https://news.example.com.au:8080/x", "AU"),
        ("https://example.com/uk", None),
        ("https://example.tv/", None),
        ("not a url", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_a_country_code_is_a_country_and_a_fashionable_one_is_not(url: str | None, country: str | None) -> None:
    assert outlet.country(_article(url)) == country


@pytest.mark.parametrize(
    ("url", "source", "name"),
    [
        ("https://www.bostonherald.example.com", None, None),
        ("https://www.bostonherald.com/x", None, "Boston"),
        ("https://the-omaha-post.com", None, "Omaha"),
        ("https://www.losangelesdaily.net", None, "Los Angeles"),
        (None, "The Denver Chronicle", "Denver"),
        ("https://www.thenews.com", None, None),
        ("https://" + "a" * 300 + ".com", None, None),
    ],
)
def test_a_place_in_the_name_of_the_outlet_is_found(
    gazetteer: Gazetteer, url: str | None, source: str | None, name: str | None
) -> None:
    found = outlet.places(_article(url, source), gazetteer)
    assert (found[0] if found else None) == name
    assert found is None or name in {e.name for e in found[1]}
