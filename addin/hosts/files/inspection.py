"""What is in a workbook that matters to somebody who will change it, or send it on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from addin.danish import listed
from addin.hosts.files import markup
from addin.hosts.files.contents import NO_PART, SheetPart
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.markup import TRUE, BadXml, elements
from addin.hosts.files.package import Package
from addin.hosts.files.reading.found import TooFarOut
from addin.hosts.files.reading.reader import Reader
from addin.hosts.files.references import addin_cells
from addin.workbook import Place, Refusal, a1

MACRO_SHEETS = ("xlMacrosheet", "xlIntlMacrosheet")
_PROTECTED = re.compile(rb"<(?:\w+:)?sheetProtection\b[^>]*\bsheet=[\"'](?:1|true|on)[\"']")


class Fact(NamedTuple):
    """One line: what it is, how many, and more about it. `found` is whether there is any."""

    what: str
    found: bool
    detail: str


def facts(package: Package) -> list[Fact]:
    """Everything that is looked for, whether found or not: that something is not there is worth knowing too."""
    book = package.xml(package.workbook_part)
    return [
        *_sheets(package),
        _macros(package),
        _fact("Digital underskrift", _signed(package), "enhver ændring gør den ugyldig"),
        _fact("Låst struktur", [e for e in book.iterfind("{*}workbookProtection") if e.get("lockStructure") in TRUE],
              "der kan ikke tilføjes ark"),
        _list("Beskyttede ark", [s.name for s in package.sheets if s.part and _PROTECTED.search(package.read(s.part))]),
        _list("Links til andre projektmapper", _links(package)),
        _list("Dataforbindelser", _connections(package)),
        _parts(package, "Pivottabeller", r"/pivottables/[^/]*\.xml$"),
        _parts(package, "Udsnitsværktøjer og tidslinjer", r"/(slicers|timelines)/[^/]*\.xml$"),
        _parts(package, "Diagrammer", r"/charts/chart(ex)?[0-9]*\.xml$"),
        _fact("Noter", _count(package, r"/comments[^/]*\.xml$", "{*}commentList/{*}comment")),
        _fact("Kommentartråde", _count(package, r"/threadedcomments/[^/]*\.xml$", "{*}threadedComment")),
        _parts(package, "Indlejrede objekter", r"/embeddings/[^/]+$"),
        _parts(package, "Web-tilføjelser", r"/webextension[0-9]*\.xml$"),
        _parts(package, "Følsomhedsmærkat", r"docmetadata/labelinfo\.xml$"),
        _list("Formler, der kræver et tilføjelsesprogram eller en makro", addin_cells(package)),
        _list("Navne, der ikke peger nogen steder hen", [n.name for n in package.names if "#REF!" in n.text]),
        _list("Indhold under flettede celler, som ikke kan ses", covered(package)),
        *_calculation(package),
        _fact("Datoer fra 1904", [1] if package.date1904 else []),
        _list("Fordels egne ark", our_sheets(package).values()),
        _writable(package),
    ]


def _fact(what: str, found: Iterable[object], detail: str = "") -> Fact:
    number = len(list(found))
    return Fact(what, number > 0, (f"{number}; {detail}" if detail and number > 1 else detail or str(number)) if number
                else "ingen")


def _list(what: str, names: Iterable[str]) -> Fact:
    found = list(names)
    return Fact(what, bool(found), f"{len(found)}: {listed(found, 6)}" if found else "ingen")


def _parts(package: Package, what: str, pattern: str, detail: str = "") -> Fact:
    return _fact(what, (name for name in package.entries if re.search(pattern, "/" + name)), detail)


def _sheets(package: Package) -> list[Fact]:
    def of(state: str) -> list[str]:
        return [sheet.name for sheet in package.sheets if sheet.state == state]

    def called(*kinds: str) -> list[str]:
        return [sheet.name for sheet in package.sheets if sheet.kind in kinds]

    return [_list("Synlige ark", of("visible")), _list("Skjulte ark", of("hidden")),
            _list("Meget skjulte ark (ses kun i VBA)", of("veryHidden")), _list("Diagramark", called("chartsheet")),
            _list("Dialogark og moduler fra gamle udgaver af Excel", called("dialogsheet", NO_PART)),
            _list("Ark, som filen nævner, men ikke rummer",
                  [sheet.name for sheet in package.sheets if not sheet.part and sheet.kind != NO_PART])]


def _macros(package: Package) -> Fact:
    """Of both kinds: a project in VBA, and sheets of Excel 4 macros, which may well be hidden."""
    projects = [name for name in package.entries if name.endswith("vbaproject.bin")]
    sheets = [f'"{sheet.name}"' for sheet in package.sheets if sheet.kind in MACRO_SHEETS]
    found = (["VBA"] if projects else []) + ([f"Excel 4-makroark: {listed(sheets, 6)}"] if sheets else [])
    detail = "; ".join([*found, "fulgt uændret med; filen skal hedde .xlsm"]) if found else "ingen"
    return Fact("Makroer", bool(found), detail)


def _calculation(package: Package) -> list[Fact]:
    said = package.calculation
    return [
        _fact("Manuel beregning", [1] if said.manual else [], "formler viser gamle tal, indtil nogen trykker F9"),
        _fact("Formler, som måske ikke er beregnet", [1] if said.to_be_computed or said.unfinished else [],
              "mappen beder det program, der åbner den, om at beregne dem"),
        _fact("Præcision som vist", [1] if said.as_displayed else [],
              "hver celle bliver afrundet til det, den viser; Fordel fordeler ikke i sådan en mappe")]


def covered(package: Package) -> list[str]:
    """The cells with something in them that lie under merged cells."""
    try:
        reader = Reader(package)
    except BadXml:
        return []
    return [f"{sheet.name}!{a1(*place)}" for sheet in package.sheets if sheet.kind == "worksheet"
            for place in _covered(package, sheet, reader)]


def _covered(package: Package, sheet: SheetPart, reader: Reader) -> list[Place]:
    try:
        text = markup.utf8(package.read(sheet.part))
        return reader.read(text).covered() if b"mergeCell" in text else []
    except (Refusal, BadXml, TooFarOut):
        return []


def _signed(package: Package) -> list[str]:
    return [name for name in package.entries if name.startswith("_xmlsignatures/") and name.endswith(".xml")] or \
        [relation.id for relation in package.relations("") if relation.kind == "origin"]


def _links(package: Package) -> list[str]:
    parts = [r.target for r in package.relations(package.workbook_part) if r.kind == "externalLink" and r.target]
    return [relation.written for part in parts for relation in package.relations(part) if relation.target is None]


def _connections(package: Package) -> list[str]:
    part = package.related(package.workbook_part, "connections")
    return [element.get("name", "?") for element in elements(package.xml(part))] if part else []


def _count(package: Package, pattern: str, path: str) -> list[object]:
    return [found for name in package.entries if re.search(pattern, "/" + name) for found in
            package.xml(name).iterfind(path)]


def _writable(package: Package) -> Fact:
    try:
        package.require_writable()
    except Refusal as refusal:
        return Fact("Kan Fordel tilføje sine ark", False, f"nej: {refusal}")
    return Fact("Kan Fordel tilføje sine ark", True, "ja")
