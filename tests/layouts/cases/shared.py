"""The shared workbooks, their truth read from cells that are known by hand."""

from __future__ import annotations

import warnings
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl

from tests.layouts.model import ASK, House, Layout, Placed, Rules

BOOKS = Path(__file__).parents[2] / "workbooks"
DAY_CARE, CHILDREN, SCHOOLS = (BOOKS / f"{name}.xlsx" for name in (
    "dagtilbud_budget_2023", "boernetaelling_2026", "skoler_besparelse_2020"))


def cells(book: Path, sheet: str, first: int, last: int) -> list[tuple[Any, ...]]:
    """Rows as they were saved, counted as users do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl would lose on saving is not our concern: nothing is saved
        opened = openpyxl.load_workbook(book, read_only=True, data_only=True)
        rows = list(opened[sheet].iter_rows(min_row=first, max_row=last, values_only=True))
    opened.close()
    return rows


def exact(value: Any) -> Fraction:
    return Fraction(str(value))


def day_care() -> Layout:
    """Institutions are the rows with a number in column A."""
    rows = {number: row for number, row in enumerate(cells(DAY_CARE, "Dagtilbud", 1, 43)) if isinstance(
        row[0], (int, float))}
    houses = tuple(House(str(row[1]), young=row[3] or 0, old=row[4] or 0, burden=exact(row[6]))
                   for row in rows.values())
    columns = {"navn": 1, "boern_0_2": 3, "boern_3_5": 4, "grundbudget": 5, "belastning": 6, "sidste_aar": 7}
    return Layout("delt: dagtilbud_budget_2023", (), houses, Rules(Fraction(9_590_000), weight=Fraction("1.8")),
                  pool_at="Forudsætninger!B7", file=DAY_CARE, placed=Placed("Dagtilbud", tuple(rows), 5, columns))


COUNTED = {"pool": Fraction(6_400_000), "threshold": Fraction("0.08"), "cap": Fraction(14_000)}
HOMES = Placed("Institutioner", tuple(range(1, 29)), 0, {"navn": 0, "boern_0_2": 1, "boern_3_5": 2, "gruppe": 3})


def counted(name: str, **more: Any) -> Layout:
    """28 institutions, 1.874 children, 28 rows of delivered counts."""
    counts = {row[0]: row[1:7] for row in cells(CHILDREN, "DST", 4, 31)}
    houses = tuple(House(row[0], row[3], row[1], row[2], counts=counts[row[0]])
                   for row in cells(CHILDREN, "Institutioner", 2, 29))
    return Layout(name, (), houses, pool_at="Pulje!B1", file=CHILDREN, placed=HOMES, **more)


def schools() -> Layout:
    rows = cells(SCHOOLS, "Budget 2020", 5, 55)
    houses = tuple(House(str(row[0]), old=row[2] or 0, key=row[3]) for row in rows)
    placed = Placed("Budget 2020", tuple(range(4, 55)), 3, {"navn": 0, "boern": 2, "noegle": 3})
    return Layout("delt: skoler_besparelse_2020", (), houses, Rules(Fraction(3_250_000), "key", split=False), ASK,
                  pool_at="Budget 2020!B2", file=SCHOOLS, placed=placed, why="intet siger, at budgettet er nøglen",
                  answers={"enhed_pulje": "1.000 kr."})


MARKS = tuple((row[1], tuple(row[3:9])) for row in cells(CHILDREN, "Børn", 2, 1_875))
LAYOUTS = (
    day_care(),
    counted("delt: boernetaelling_2026 fra børnearket", rules=Rules(key="children", least=3, **COUNTED), marks=MARKS),
    counted("delt: boernetaelling_2026 fra DST-arket", rules=Rules(key="counts", replacement=1, **COUNTED),
            choices={"grundlag": "leverede antal", "erstat": "1"}),
    counted("delt: boernetaelling_2026 fra DST-arket, skjulte celler spørges",
            rules=Rules(key="counts", replacement=1, **COUNTED), expect=ASK, choices={"grundlag": "leverede antal"},
            why="skjulte antal har ingen værdi"),
    schools(),
)
