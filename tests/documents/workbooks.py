"""The workbooks that the commands in the documents are about, by the names they have there."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

import xlsxwriter

from workbook_templates.demo_budget import FIL

SHARED = Path(__file__).parents[1] / "workbooks"
HOUSES = ("Ådalen", "Birken", "Cypressen", "Dueslaget", "Egehuset", "Fyrtårnet")
CHILDREN = ((24, 46), (12, 50), (30, 54), (18, 33), (20, 41), (25, 45))
BURDENS = (0.05, 0.02, 0.09, 0.03, 0.06, 0.04)
Column = Sequence[object]
Rows = Sequence[Sequence[object]]


def put(folder: Path) -> None:
    """All of them, and an answer to a question that none of them raises."""
    resource = resources.files("workbook_templates").joinpath(FIL)
    folder.joinpath("Budget 2027.xlsx").write_bytes(resource.read_bytes())
    shutil.copy(SHARED / "boernetaelling_2026.xlsx", folder / "Børnetælling 2026.xlsx")
    written(folder / "Scorer 2027.xlsx", 2_000_000, {}, {"Børn": [
        ["Løbenr.", "Institution", "Score"],
        *([child, HOUSES[child % 6], 0.02 + 0.013 * (child * 7 % 11)] for child in range(600))]})
    written(folder / "Vurdering 2027.xlsx", 2_000_000, {}, {"Vurdering": [
        ["Institution", "Sprogvurderinger", "Samarbejde med PPR", "Viden fra tilsyn"],
        *([house, 1 + place % 4, place % 3, 4 - place % 4] for place, house in enumerate(HOUSES))]})
    written(folder / "Ansøgninger 2027.xlsx", 500_000,
            {"Ansøgt beløb": (120_000, 80_000, 200_000, 150_000, 90_000, 60_000), "Prioritet": (1, 2, 2, 1, 3, 3)})
    written(folder / "Faste beløb 2027.xlsx", 2_000_000, {
        "Sandsynlighed": BURDENS, "Fast beløb": (250_000, None, None, None, None, 100_000),
        "Virkning": ("oven i", None, None, None, None, "i stedet for"),
        "Begrundelse": ("boligområdet", None, None, None, None, "mange nye børn")})
    folder.joinpath("svar.txt").write_text("# intet bliver spurgt\n", encoding="utf-8")


def written(path: Path, pool: int, columns: Mapping[str, Column], more: Mapping[str, Rows] | None = None) -> None:
    """A workbook with a pool, the houses with these columns, and more sheets."""
    houses = [[house, *children, *(column[place] for column in columns.values())]
              for place, (house, children) in enumerate(zip(HOUSES, CHILDREN))]
    heading = ["Institution", "0-2 år", "3-5 år", *columns]
    sheets: dict[str, Rows] = {"Forudsætninger": [["Pulje", pool]], "Institutioner": [heading, *houses], **(more or {})}
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
