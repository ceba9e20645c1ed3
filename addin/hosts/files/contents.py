"""What the workbook part says: which sheets and names there are, and how the workbook is calculated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from addin.hosts.files import refusals
from addin.hosts.files.container import normal
from addin.hosts.files.markup import FALSE, TRUE, Element, elements, is_index
from addin.hosts.files.reading.values import unescaped
from addin.hosts.files.refusals import refuse
from addin.marks import TO_BE_COMPUTED
from addin.workbook import Calculation

MAX_SHEETS = 4_096
WORKSHEET, NO_PART = "worksheet", "no part"
_UNSEEN = ("hidden", "veryHidden")


class Relation(NamedTuple):
    """One relationship of a part. `target` is a part's full name, or None when it points out of the file."""

    id: str
    kind: str  # the last word of its type: worksheet, styles, chart
    target: str | None
    written: str  # the target as it stands


class SheetPart(NamedTuple):
    """A sheet of the workbook, in the order of the tabs."""

    name: str
    part: str  # "" where it is not in the file
    state: str  # visible, hidden or veryHidden
    sheet_id: int
    kind: str  # worksheet, chartsheet, dialogsheet, xlMacrosheet; NO_PART for what is but a name, a module of Excel 5


class BookName(NamedTuple):
    """A defined name as the file has it; `scope` is a sheet's name, or None for the whole workbook."""

    name: str
    text: str
    scope: str | None
    hidden: bool


class Contents:
    """The sheets, the names and the calculation of a workbook; raises Refusal.

    `escapes` is whether names of sheets are written as Excel writes them, _x005F_ for _; XlsxWriter does not.
    """

    def __init__(self, root: Element, file: str, relations: Sequence[Relation], has: Callable[[str], bool],
                 escapes: bool) -> None:
        self.file, self.has, self.escapes = file, has, escapes
        self.sheets = self.read_sheets(root, {relation.id: relation for relation in relations})
        self.names = self.read_names(root)
        said = root.find("{*}calcPr")
        says: Mapping[str, str] = {} if said is None else said.attrib
        self.asked_by_us = says.get("fullCalcOnLoad") in TRUE and any(
            name.name.lower() == TO_BE_COMPUTED for name in self.names)
        self.calculation = self.read_calculation(says)

    def read_sheets(self, root: Element, relations: Mapping[str, Relation]) -> list[SheetPart]:
        sheets = []
        for element in elements(root.find("{*}sheets")):
            name, number = self.name(element.get("name", "")), element.get("sheetId", "")
            if not is_index(number):
                raise refuse(refusals.DAMAGED, self.file, f"arket {name}")
            id = _relation_id(element)
            relation = relations.get(id)
            part = relation.target if relation and relation.target and self.has(relation.target) else ""
            state = element.get("state", "")
            sheets.append(SheetPart(name, part, state if state in _UNSEEN else "visible", int(number),
                                    relation.kind if relation else WORKSHEET if id else NO_PART))
        self.check(sheets)
        return sheets

    def check(self, sheets: Sequence[SheetPart]) -> None:
        if not 0 < len(sheets) <= MAX_SHEETS:
            raise refuse(refusals.DAMAGED, self.file, f"{len(sheets)} ark")
        names, numbers = zip(*((sheet.name.casefold(), sheet.sheet_id) for sheet in sheets), strict=True)
        parts = [normal(sheet.part) for sheet in sheets if sheet.part]
        if any(len(set(values)) < len(values) for values in (names, numbers, parts)):
            raise refuse(refusals.DAMAGED, self.file, "to ark er ens")

    def read_names(self, root: Element) -> list[BookName]:
        names = []
        for element in elements(root.find("{*}definedNames")):
            name, index = element.get("name", ""), element.get("localSheetId")
            if index is not None and not (is_index(index) and int(index) < len(self.sheets)):
                raise refuse(refusals.DAMAGED, self.file, f"navnet {name}")
            scope = None if index is None else self.sheets[int(index)].name
            text = self.meant("".join(element.itertext()))
            names.append(BookName(name, text, scope, element.get("hidden") in TRUE))
        return names

    def name(self, written: str) -> str:
        return unescaped(written) if self.escapes else written

    def meant(self, text: str) -> str:
        """What a name refers to. Excel writes a sheet called Ark_x0020_1 as Ark_x005F_x0020_1, others as it is."""
        meant = self.name(text)
        return meant if any(sheet.name in meant and sheet.name not in text for sheet in self.sheets) else text

    def read_calculation(self, said: Mapping[str, str]) -> Calculation:
        """What the user's program says; our own wish that all be computed says nothing of the user's values."""
        return Calculation(
            to_be_computed=said.get("fullCalcOnLoad") in TRUE and not self.asked_by_us,
            unfinished=said.get("calcCompleted") in FALSE,
            manual=said.get("calcMode") == "manual",
            as_displayed=said.get("fullPrecision") in FALSE)


def _relation_id(sheet: Element) -> str:
    """The attribute r:id, whatever its prefix and whether the file is Strict."""
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id") and "relationships" in key), "")
