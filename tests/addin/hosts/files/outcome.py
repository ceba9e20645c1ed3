"""What a result says, as a viewer shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from tests.conftest import WORKBOOKS

DAGTILBUD, CHILDREN = WORKBOOKS / "dagtilbud_budget_2023.xlsx", WORKBOOKS / "boernetaelling_2026.xlsx"
AMOUNTS = ("Tildeling, kr.", "Bevilget, kr.", "Skal spare, kr.")
SCHOOLS = WORKBOOKS / "skoler_besparelse_2020.xlsx"


def amounts(path: Path, sheet: str = "Fordeling") -> dict[str, float]:
    """Recipient -> amount, from the result sheet as a viewer shows it."""
    rows = list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if row[1] in ("Institution", "Modtager"))
    column = next(at for at, heading in enumerate(rows[head]) if str(heading).startswith(AMOUNTS))
    last = next(i for i, row in enumerate(rows) if i > head and row[0] in ("I alt", "Hele kommunen"))
    return {row[1]: row[column] for row in rows[head + 1:last] if row[1] not in (None, rows[head][1])}  # headings again


def figure(path: Path, label: str) -> Any:
    for row in openpyxl.load_workbook(path, data_only=True)["Fordeling bilag"].iter_rows(values_only=True):
        if row[1] == label:
            return row[2]
    raise AssertionError(f"no key figure {label}")
