"""What a release holds besides our own packages: one line each, with what it is and who makes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from addin.packaging.oxt import oxt
from addin.packaging.web.build import checked_base, site
from addin.packaging.zipped import zipped


class Wanted(NamedTuple):
    """What only who makes the release can say: where the static site will lie, and where Pyodide is."""

    base: str
    pyodide: Path | None


class NotMade(Exception):  # noqa: N818 - it is told, and the release goes on
    """It could not be made here; the message says why, in Danish."""


class Artefact(NamedTuple):
    file: str
    what: str
    made: Callable[[Wanted], bytes]


def extension(wanted: Wanted) -> bytes:
    return oxt()


def add_in(wanted: Wanted) -> bytes:
    try:
        from addin.packaging.xlam.build import xlam  # only here: it needs pyOpenVBA
    except ImportError as missing:
        raise NotMade("pyOpenVBA mangler (pip install 'fordel[build]')") from missing
    return xlam()


def static_site(wanted: Wanted) -> bytes:
    if wanted.pyodide is None or not wanted.base:
        raise NotMade("--base og --pyodide er ikke givet")
    return zipped(site(checked_base(wanted.base), wanted.pyodide))


ARTEFACTS = (
    Artefact("fordel.oxt", "udvidelsen til LibreOffice Calc", extension),
    Artefact("Fordel.xlam", "tilføjelsesprogrammet til Excel på Windows, med Python på pc'en", add_in),
    Artefact("fordel-web.zip", "tilføjelsesprogrammet til Excel, til en webserver", static_site),
)
