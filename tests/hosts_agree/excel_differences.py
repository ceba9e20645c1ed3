"""What may differ between a workbook written by the file host and one written in an open Excel, and nothing else.

Each is a limit of xlwings' JSON engine, named in addin/hosts/excel/limits.py; the rest of that list (printing, alt
text, the look of charts, undo, hidden rows) is not in the form that is compared.
"""

from __future__ import annotations

from addin.hosts.excel.limits import ARRAY, ENGINE, FORMULAS, SHA, SHEET_NUMBER
from addin.marks import MARK, NO_NUMBER
from addin.workbook import SheetPlan
from tests.hosts_agree.excel_sheets import Sheet
from workbook_templates.fordel_tjek import ARK, FOUND, INGEN_FORMLER, LABEL, TJEK

USED = (SHA, ARRAY, SHEET_NUMBER, FORMULAS)
assert set(USED) <= set(ENGINE)


def without_fingerprint(sheet: Sheet) -> None:
    """SHA: there is no file to take it of."""
    for place in [place for place, cell in sheet.cells.items() if str(cell).startswith("('tekst', 'SHA-256 ")]:
        del sheet.cells[place]
        sheet.looks.pop(place, None)


def only_first_of_arrays(sheet: Sheet, plan: SheetPlan) -> None:
    """ARRAY: the cells below the first are filled by Excel itself."""
    for block in plan.blocks:
        if block.formula:
            for row in range(block.row + 1, block.row + len(block.values)):
                sheet.cells.pop((row, block.column), None)


def without_totals(sheet: Sheet) -> None:
    """FORMULAS: what is said of typed totals."""
    labels = [("tekst", tjek.label) for tjek in TJEK if tjek.needs == INGEN_FORMLER]
    rows = [row for (row, column), cell in sheet.cells.items() if column == LABEL and cell in labels]
    for row in rows if sheet.name == ARK else ():
        for column in range(LABEL + 1, FOUND + 2):
            sheet.cells.pop((row, column), None)


def without_number(names: dict[str, str]) -> dict[str, str]:
    """SHEET_NUMBER: the mark of a sheet made in an open Excel has none."""
    return {name: target.rpartition("|")[0] + f'|{NO_NUMBER}"' if name.endswith(f"!{MARK}") else target
            for name, target in names.items()}
