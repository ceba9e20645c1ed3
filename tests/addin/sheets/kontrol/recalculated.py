"""What the control says in a real LibreOffice, computed anew: a cached OK proves nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from addin.hosts.files import job
from tests.builders import budget
from tests.calc.office import Office
from tests.conftest import WORKBOOKS
from tests.planning import WHY

OK, NOT_OK = "OK", "IKKE OK"
STATUS = "Fordeling kontrol!C4"
DAGTILBUD, CHILDREN = WORKBOOKS / "dagtilbud_budget_2023.xlsx", WORKBOOKS / "boernetaelling_2026.xlsx"


def distribute(source: Path, folder: Path, **choices: str) -> Path:
    return job.run(source, folder / "ud.xlsx", {**WHY, **choices}).target


def status(office: Office) -> str:
    office.recalc()
    return office.get(STATUS)


def change(office: Office, cells: dict[str, Any]) -> str:
    """The status with cells changed; they are changed back, and the status is OK again."""
    before = {address: office.get(address) for address in cells}
    for address, value in cells.items():
        office.set(address, value)
    answer = status(office)
    for address, value in before.items():
        office.set(address, value)
    assert status(office) == OK, "changing back did not bring the OK back"
    return answer


def amount_cells(path: Path) -> list[str]:
    """Where the amounts stand on the result sheet."""
    sheet = openpyxl.load_workbook(path)["Fordeling"]
    head = next(row for row in sheet.iter_rows() if row[1].value in ("Institution", "Modtager"))
    column = next(cell.column_letter for cell in head if str(cell.value).startswith("Tildeling, kr."))
    last = next(row for row in sheet.iter_rows(min_row=head[0].row + 1) if row[0].value in ("I alt", "Hele kommunen"))
    return [f"Fordeling!{column}{row[1].row}" for row in sheet.iter_rows(min_row=head[0].row + 1, max_row=last[0].row)
            if row[1].value not in (None, head[1].value)]  # the headings stand again where it goes on over the page


# Two equal recipients and one odd krone: the place in the list decides.
TIE = [("A", 10, 10, 0.1), ("B", 10, 10, 0.1)]
# 8 of 100 children is exactly 8 %; and 3 x 0,1 is not quite 0,3.
EDGE = [("A", 0, 100, 0.08), ("B", 0, 50, 0.2), ("C", 0, 30, 0.3), ("D", 0, 100, 0.0799)]


def made_tie(path: Path) -> Path:
    return budget(path, TIE, pool=[("Pulje, kr.", 1001)])


def made_edge(path: Path) -> Path:
    return budget(path, EDGE, pool=[("Pulje, kr.", 1000), ("Minimumsgrænse", 0.08), ("Loft pr. barn", 9)])


def copied(source: Path) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(source.read_bytes())
        return path
    return make
