"""What is timed in one session of LibreOffice. Runs under LibreOffice's Python."""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from com.sun.star.sheet.FillDirection import TO_BOTTOM

INSTITUTIONS, CHILDREN, CRITERIA = 400, 60_000, 6
ROUNDS = 6  # of capping, in the native formulas: as many as this pool needs
FORMULAS, ROWS = 2_000, 60
SEED = 20261122


def median(work: Callable[[], Any], times: int = 3) -> float:
    """Of the seconds a user waits: LibreOffice computes its own formulas on all cores."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def block(sheet: Any, column: int, row: int, rows: list[tuple[Any, ...]], formulas: bool = False) -> None:
    area = sheet.getCellRangeByPosition(column, row, column + len(rows[0]) - 1, row + len(rows) - 1)
    (area.setFormulaArray if formulas else area.setDataArray)(tuple(rows))


def fresh(office: Any) -> Any:
    """A sheet that computes nothing while it is laid."""
    office.show_new()
    office.document.enableAutomaticCalculation(False)
    return office.document.Sheets.getByIndex(0)


def seconds(office: Any, sheet: Any, answer: str) -> tuple[float, float]:
    """Seconds a recalculation takes, and what a cell then says: both ways must have distributed the same."""
    office.document.enableAutomaticCalculation(True)
    office.document.calculateAll()
    took = median(office.document.calculateAll)
    value = sheet.getCellRangeByName(answer).getValue()
    office.close()
    return took, value


def children(office: Any, ours: bool) -> tuple[float, float]:
    """60,000 children x 6 criteria counted per institution, and a pool shared by the count."""
    dice = random.Random(SEED)
    sheet = fresh(office)
    rows = [(float(dice.randint(1, INSTITUTIONS)), *(float(dice.random() < 0.2) for _ in range(CRITERIA)))
            for _ in range(CHILDREN)]
    block(sheet, 0, 0, rows)
    block(sheet, 10, 0, [(float(number),) for number in range(1, INSTITUTIONS + 1)])
    if ours:
        sheet.getCellRangeByName("Z1").setFormula(
            f'=SUM(FORDEL_PULJE(1000000;FORDEL_OPTAEL(K1:K{INSTITUTIONS};A1:A{CHILDREN};B1:G{CHILDREN};"unikke";2)))')
    else:
        sheet.getCellRangeByName("H1").setFormula("=IF(SUM(B1:G1)>=2;1;0)")
        sheet.getCellRangeByName(f"H1:H{CHILDREN}").fillAuto(TO_BOTTOM, 1)
        block(sheet, 11, 0, [(f"=COUNTIFS($A$1:$A${CHILDREN};K{n};$H$1:$H${CHILDREN};1)",
                              f"=L{n}/SUM($L$1:$L${INSTITUTIONS})*1000000") for n in range(1, INSTITUTIONS + 1)], True)
        sheet.getCellRangeByName("Z1").setFormula(f"=SUM(M1:M{INSTITUTIONS})")
    return seconds(office, sheet, "Z1")


def capped(office: Any, ours: bool) -> tuple[float, float]:
    """A pool to 400 recipients with a threshold and a cap, to the krone by largest remainder."""
    dice = random.Random(SEED)
    sheet, n = fresh(office), INSTITUTIONS
    block(sheet, 0, 0, [(float(dice.randint(1, 60)), float(dice.randint(60, 200))) for _ in range(n)])
    if ours:
        sheet.getCellRangeByPosition(3, 0, 3, n - 1).setArrayFormula(
            f"=FORDEL_PULJE(6000000;A1:A{n};B1:B{n};0.08;200)")
        sheet.getCellRangeByName("Z1").setFormula(f"=SUM(D1:D{n})")
        return seconds(office, sheet, "Z1")
    rows = []
    for r in range(1, n + 1):
        line = [f"=IF(A{r}/B{r}<0.08;0;A{r})", f"=200*B{r}", f"=6000000*C{r}/SUM(C$1:C${n})"]
        for number in range(ROUNDS):
            last = "EFGHIJKLMN"[number]
            line.append(f"=IF({last}{r}>=D{r};D{r};C{r}*(6000000-SUMPRODUCT(({last}$1:{last}${n}>=D$1:D${n})*D$1:D${n}))"
                        f"/MAX(1;SUMPRODUCT(({last}$1:{last}${n}<D$1:D${n})*C$1:C${n})))")
        end = "EFGHIJKLMN"[ROUNDS]
        line += [f"=INT({end}{r})", f"={end}{r}-L{r}",
                 f"=L{r}+(RANK(M{r};M$1:M${n})<=ROUND(SUM({end}$1:{end}${n})-SUM(L$1:L${n});0))"]
        rows.append(tuple(line))
    block(sheet, 2, 0, rows, True)
    sheet.getCellRangeByName("Z1").setFormula(f"=SUM(N1:N{n})")
    return seconds(office, sheet, "Z1")


def opening(office: Any, ours: bool, path: str) -> tuple[float, float]:
    """A workbook with 2,000 formulas, opened and computed."""
    dice = random.Random(SEED)
    sheet = fresh(office)
    block(sheet, 0, 0, [(float(dice.randint(1, 60)),) for _ in range(ROWS)])
    text = f"=FORDEL_SATS(1000*ROW();$A$1:$A${ROWS})" if ours else f"=1000*ROW()/SUMPRODUCT($A$1:$A${ROWS})"
    block(sheet, 2, 0, [(text,)] * FORMULAS, True)
    target = os.path.join(path, f"{int(ours)}.xlsx")
    office.save(target, "Calc MS Excel 2007 XML")
    office.close()

    def once() -> None:
        office.show(target)
        office.document.calculateAll()
        value.append(office.document.Sheets.getByIndex(0).getCellRangeByName("C2").getValue())
        office.close()

    value: list[float] = []
    return median(once), value[-1]


def measured(office: Any, path: str) -> dict[str, list[tuple[float, float]]]:
    """Ours, then native formulas."""
    return {"children": [children(office, True), children(office, False)],
            "capped": [capped(office, True), capped(office, False)],
            "opening": [opening(office, True, path), opening(office, False, path)]}
