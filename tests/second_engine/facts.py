"""What Excel takes, and no validator looks for, in a whole file: each fault found by name.

The facts with their limits are Microsoft's, "Excel specifications and limits"; lengths are counted as Excel counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from openpyxl.utils.cell import range_boundaries

from addin import formulas
from addin.addresses import a1, unquoted
from addin.hosts.files.package import Package
from addin.workbook import HIGHEST

LONGEST_NAME, LONGEST_CELL = 31, 32_767
_CHART = re.compile(r"(?i)xl/charts/chart\d+\.xml")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]|^'|'$|^(?i:history)$")
Cells = dict[str, str]  # what each holds, by its address


def faults(path: Path) -> list[str]:
    package = Package(path.read_bytes(), path.name)
    held = {sheet.name: cells(package, sheet.part) for sheet in package.sheets if "/worksheets/" in f"/{sheet.part}"}
    found = [*of_names(package), *(fault for name in package.entries if _CHART.fullmatch(name)
                                   for fault in of_chart(etree.fromstring(package.read(name)), held))]
    for sheet in package.sheets:
        found += [f"{sheet.name}: {fault}" for fault in of_sheet(etree.fromstring(package.read(sheet.part)))]
    return found


def of_names(package: Package) -> Iterator[str]:
    """Sheets and defined names: valid, and no two alike."""
    sheets = [sheet.name for sheet in package.sheets]
    for name in sheets:
        if not 0 < formulas.units(name) <= LONGEST_NAME or _FORBIDDEN.search(name):
            yield f"a sheet called {name!r}"
    root = etree.fromstring(package.read("xl/workbook.xml"))
    names = [(each.get("localSheetId"), each.get("name").casefold()) for each in root.iterfind(".//{*}definedName")]
    for list_ in (names, [name.casefold() for name in sheets]):
        yield from (f"two called {name}" for name in set(list_) if list_.count(name) > 1)
    for each in root.iterfind(".//{*}definedName"):
        if "#REF!" in (each.text or "") or formulas.units(each.text or "") > formulas.LONGEST:
            yield f"{each.get('name')} is {each.text}"


def of_sheet(root: etree._Element) -> Iterator[str]:
    """Rows, formulas and their values, rules of cells."""
    first_column, first, last_column, last = range_boundaries(root.find("{*}dimension").get("ref"))
    for row in root.iterfind("{*}sheetData/{*}row"):
        if float(row.get("ht", 0)) > HIGHEST:
            yield f"row {row.get('r')} is {row.get('ht')} high"
    for cell in root.iterfind("{*}sheetData/{*}row/{*}c"):
        column, line, _, _ = range_boundaries(cell.get("r"))
        if not (first_column <= column <= last_column and first <= line <= last):
            yield f"{cell.get('r')} is outside its dimension"
        yield from (f"{cell.get('r')}: {fault}" for fault in of_formula(cell))
    for rule in root.iterfind(".//{*}dataValidation/{*}formula1"):
        if formulas.units((rule.text or "").strip('"')) > formulas.LONGEST_TEXT:
            yield f"a rule of {len(rule.text)} signs"


def of_formula(cell: etree._Element) -> Iterator[str]:
    formula, value = cell.find("{*}f"), cell.find("{*}v")
    if value is not None and formulas.units(value.text or "") > LONGEST_CELL:
        yield "a text that is too long"
    if formula is None:
        return
    try:
        formulas.check(f"={formula.text or ''}")
    except ValueError as fault:
        yield str(fault)
    if value is None or (not value.text and cell.get("t") != "str"):
        yield "a formula whose value is not said to be a text"


def cells(package: Package, part: str) -> Cells:
    strings = [] if not package.has("xl/sharedStrings.xml") else [
        "".join(text.text or "" for text in each.iter("{*}t"))
        for each in etree.fromstring(package.read("xl/sharedStrings.xml"))]
    found = {}
    for cell in etree.fromstring(package.read(part)).iterfind("{*}sheetData/{*}row/{*}c"):
        value = cell.find("{*}v")
        text = "".join(each.text or "" for each in cell.iter("{*}t")) if value is None else value.text or ""
        if value is not None or text:
            found[cell.get("r")] = strings[int(text)] if cell.get("t") == "s" else text
    return found


def of_chart(root: etree._Element, held: dict[str, Cells]) -> Iterator[str]:
    """What it keeps of its cells is what they hold: of an empty one nothing, and of a text where numbers are 0."""
    for kept in (*root.iter("{*}numRef"), *root.iter("{*}strRef")):
        sheet, _, place = (kept.findtext("{*}f") or "").rpartition("!")
        column, first, _, last = range_boundaries(place)
        points = {int(each.get("idx")): each.findtext("{*}v") or "" for each in kept.iter("{*}pt")}
        for at, row in enumerate(range(first, last + 1)):
            where = a1(row - 1, column - 1)
            one, other = held[unquoted(sheet)].get(where), points.get(at)
            if kept.tag.endswith("numRef") and one is not None:
                one, other = number(one), number(other or "none")
            if one != other:
                yield f"a picture keeps {other} of {where}, which is {one}"


def number(text: str) -> str:
    try:
        return f"{float(text):.15g}"
    except ValueError:
        return "0" if text != "none" else text
