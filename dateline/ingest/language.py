"""Which language a text is in: English or not, and if not, which it seems to be.

By the share of small words, and by script. A table suffices for that, where a language identifier's model would take an
eighth of the memory that the whole dashboard may have.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from dateline.settings import DEFAULTS

_SAMPLE_CHARS = 6_000
"""Enough to be sure of a language, and little enough to cost nothing in a long text."""
_FEWEST_WORDS = 10
"""Shorter texts (a headline, a list of names) are too little evidence to turn anybody away."""
_LEAST_SHARE = 0.18
"""Running text in any of the table's languages has more small words than this."""
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}


@lru_cache(maxsize=1)
def _small_words(path: Path = DEFAULTS.lexicon / "languages.csv") -> dict[str, frozenset[str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {row["code"]: frozenset(row["words"].split()) for row in csv.DictReader(lines)}


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language or its script's commonest one; "en" for a text too short to tell.

    A text is taken as English unless another language is clearly likelier.
    """
    sample = " ".join(text[: 2 * _SAMPLE_CHARS].split())[:_SAMPLE_CHARS]
    letters = sum(c.isalpha() for c in sample)
    for code, script in _SCRIPTS.items():
        # Japanese mixes two scripts, and news names things in foreign ones: a third of the letters decides.
        if len(script.findall(sample)) > letters / 3:
            return code
    words = _WORD.findall(sample.casefold())
    if len(words) < _FEWEST_WORDS:
        return "en"
    counted = Counter(words)
    shares = {
        code: sum(n for word, n in counted.items() if word in small) / len(words)
        for code, small in _small_words().items()
    }
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _LEAST_SHARE and shares[best] > shares["en"] + 0.05 else "en"
