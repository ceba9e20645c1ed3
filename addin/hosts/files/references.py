"""Which of the user's formulas, names, charts and pivot tables refer to certain sheets, and which need an add-in."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from addin.hosts.files.contents import SheetPart
from addin.hosts.files.excel_functions import BUILT_IN
from addin.hosts.files.markup import elements, named
from addin.hosts.files.package import Package
from addin.hosts.files.splice import encoding_of
from addin.workbook import Refusal

# In a cell the formula comes first. A formula shared by several cells has its text in the first of them only.
_CELL_FORMULA = re.compile(r"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)<)")
_ADDRESS = re.compile(r"""\sr\s*=\s*["']([A-Za-z]+[0-9]+)""")
_PLAIN = r"[^\s'\"(),;:=+\-*/^&<>{}\[\]!]+"
# Fordeling!B7, 'Fordeling trin'!B7 and, over several sheets, Budget:Fordeling!B7; not [1]Fordeling!B7 elsewhere.
_SHEET = re.compile(rf"(?:'((?:[^']|'')+)'|(?<![\]\w.])(?:({_PLAIN}):)?({_PLAIN}))!")
_STRING = re.compile(r'"[^"]*"')
_CALL = re.compile(r"('[^']*'!|\[\d+\]!|[\w.]+!)?([A-Za-z_\\][\w.]*)\(")
_NOT_OURS_TO_JUDGE = ("_xlfn.", "_xlws.", "_xlpm.", "_xlop.", "ORG.", "COM.MICROSOFT.")


@dataclass
class Uses:
    """What refers to the sheets in question: cells as Ark!B7, and how many charts and pivot tables."""

    cells: list[str] = field(default_factory=list)
    charts: int = 0
    pivots: int = 0

    def __bool__(self) -> bool:
        return bool(self.cells or self.charts)


def uses(package: Package, sheets: Collection[SheetPart], silent: Collection[SheetPart] = ()) -> Uses:
    """What refers to `sheets`: formulas, charts and pivot tables that are neither on them nor on those in `silent`."""
    targets = _Targets(package, sheets)
    own = {part for sheet in [*sheets, *silent] for part in package.reached(sheet.part)}
    found = Uses()
    for sheet in package.sheets:
        if sheet not in sheets and sheet not in silent and sheet.kind == "worksheet":
            text = sheet_text(package, sheet)
            if targets.may_be_in(text):
                found.cells += [f"{sheet.name}!{at}" for at, formula in formulas(text) if targets.hit(formula)]
    for name in package.entries:
        if name in own or not name.endswith(".xml"):
            continue
        if "/charts/chart" in name:
            texts = (element.text or "" for element in named(package.xml(name), "f"))
            found.charts += any(targets.hit(text) for text in texts)
        elif "/pivotcache/pivotcachedefinition" in name:
            sources = named(package.xml(name), "worksheetSource")
            found.pivots += any(targets.is_source(s.get("sheet", ""), s.get("name", "")) for s in sources)
    return found


def addin_cells(package: Package, sheets: Collection[SheetPart] = ()) -> list[str]:
    """The cells outside `sheets` whose formulas call a function of an add-in or a macro."""
    known = {name.name.upper() for name in package.names}  # a name may hold a LAMBDA
    found = []
    for sheet in package.sheets:
        if sheet not in sheets and sheet.kind in ("worksheet", "xlMacrosheet"):
            text = sheet_text(package, sheet)
            found += [f"{sheet.name}!{at}" for at, formula in formulas(text) if calls_addin(formula, known)]
    return found


def calls_addin(formula: str, known: Collection[str] = ()) -> bool:
    """Whether a formula calls what Excel itself does not have; `known` are defined names in capitals."""
    for prefix, function in _CALL.findall(_STRING.sub('""', formula)):
        name = function.upper()
        if "[" in prefix or ".XLA" in prefix.upper() or name.startswith(("_XLL.", "_XLDUDF_")):
            return True
        if name not in BUILT_IN and name not in known and not function.startswith(_NOT_OURS_TO_JUDGE):
            return True
    return False


def formulas(sheet: str) -> Iterator[tuple[str, str]]:
    """The cells of a sheet with the text of their formulas."""
    if "<f" not in sheet and ":f" not in sheet:
        return
    for attributes, formula in _CELL_FORMULA.findall(sheet):
        address = _ADDRESS.search(attributes)
        if formula:
            yield address[1] if address else "?", html.unescape(formula)


def sheet_text(package: Package, sheet: SheetPart) -> str:
    """The XML of a sheet; "" where it cannot be read: then nobody can say what its formulas refer to."""
    try:
        data = package.read(sheet.part)
        return data.decode(encoding_of(data))
    except (Refusal, UnicodeError, LookupError):
        return ""


class _Targets:
    """The sheets in question and the defined names that lead to them."""

    def __init__(self, package: Package, sheets: Collection[SheetPart]) -> None:
        self._positions = {sheet.name.casefold(): i for i, sheet in enumerate(package.sheets)}
        self._sheets = {sheet.name.casefold() for sheet in sheets}
        self._at = {self._positions[name] for name in self._sheets}
        self._names: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        scopes = {sheet.name for sheet in sheets}
        left = [name for name in package.names if name.scope not in scopes]
        while new := [name for name in left if self.hit(name.text)]:  # names that lead to names that lead there
            left = [name for name in left if name not in new]
            self._names |= {name.name.casefold() for name in new}
            words = "|".join(re.escape(name) for name in sorted(self._names))
            self._pattern = re.compile(rf"(?<![\w.\\])(?:{words})(?![\w.(])")

    def may_be_in(self, xml: str) -> bool:
        """The cheap search: no formula of a sheet without these words can refer to the targets."""
        if "<f" not in xml and ":f" not in xml:
            return False
        if "&#" in xml:
            return True
        text = xml.casefold()
        words = [*self._names, *(html.escape(name.replace("'", "''"), quote=False) for name in self._sheets)]
        return any(word in text for word in words) or any(":" in quoted for quoted in re.findall(r"'[^'<>]*'!", text)) \
            or re.search(r"\w:\w+!", text) is not None

    def hit(self, formula: str) -> bool:
        """Whether a formula refers to the targets, by name, by sheet, or by a span of sheets around one."""
        if self._pattern and self._pattern.search(formula.casefold()):
            return True
        for quoted, first, last in _SHEET.findall(formula):
            if quoted:
                first, _, last = quoted.replace("''", "'").rpartition(":")
            if last.casefold() in self._sheets or (first and self._between(first, last)):
                return True
        return False

    def is_source(self, sheet: str, name: str) -> bool:
        return sheet.casefold() in self._sheets or name.casefold() in self._names

    def _between(self, first: str, last: str) -> bool:
        ends = [self._positions.get(name.casefold()) for name in (first, last)]
        if None in ends:
            return False
        low, high = sorted(end for end in ends if end is not None)
        return any(low <= at <= high for at in self._at)


def anchors(package: Package, sheet: SheetPart) -> list[tuple[bool, str]]:
    """What is drawn on a sheet: for each, whether it is a chart, and its alternative text."""
    part = package.related(sheet.part, "drawing")
    found = []
    for anchor in elements(package.xml(part)) if part else []:
        chart = any(str(e.tag).endswith("}chart") for e in anchor.iter())
        text = next((e.get("descr", "") for e in named(anchor, "cNvPr")), "")
        found.append((chart, text))
    return found
