"""Where the gazetteer comes from and under which terms: for the manifest and the licence note."""

from __future__ import annotations

from typing import Any

from tools.gazetteer.packages import PACKAGES


def sources() -> list[dict[str, str]]:
    """One record a package, and one for the tables that are our own."""
    listed = [
        {"package": p.name, "version": p.version, "registry": p.registry, "digest": p.digest, "gives": p.gives,
         "data_licence": p.data_licence, "code_licence": p.code_licence}
        for p in PACKAGES.values()
    ]  # fmt: skip
    own = {"package": "data/lexicon/places", "gives": "regions, waters, landforms, landmarks, demonyms, abbreviations",
           "data_licence": "MIT, as this project"}  # fmt: skip
    return [*listed, own]


def text(manifest: dict[str, Any]) -> str:
    """The licence note that stands beside the file."""
    lines = [
        "# Licences of gazetteer.sqlite",
        "",
        f"Build {manifest['build']}: {manifest['places']:,} places, {manifest['names']:,} names. Made by"
        " `tools/bake_gazetteer.py`. GeoNames data are used under CC BY 4.0: names were normalised, names in other"
        " scripts left out, and centres of second order divisions computed from the places in them.",
        "",
        "| source | version | what | licence of the data | licence of the package |",
        "|---|---|---|---|---|",
    ]
    for source in manifest["sources"]:
        cells = [source.get(k, "") for k in ("package", "version", "gives", "data_licence", "code_licence")]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
