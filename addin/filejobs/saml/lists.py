"""The sheets that are lists: the kommuner beside each other, the files with what is said of each, and every figure."""

from __future__ import annotations

import math
from collections.abc import Iterator
from numbers import Real

import pandas

from addin.filejobs.saml.returned import Gathered
from addin.sheets import tekst
from addin.sheets.sider import spread
from addin.workbook import CellValue, SheetPlan
from workbook_templates.samling import FILER, KOMMUNER, MINDST, TAL

# Key, heading, style, width.
COLUMNS = (("enheder", "Enheder", "helt", 9), ("boern", "Børn i alt", "kr", 9),
           ("kvartil", "Kvartil efter børn", "helt", 9),
           ("andel", "Andel efter kriterier", "pct", 10), ("kr_barn", "Efter kriterier, kr. pr. barn", "kr", 11),
           ("budget_barn", "Budget, kr. pr. barn", "kr", 11), ("faktor", "Faktor", "faktor", 8),
           ("kvartilfaktor", "Kvartil-faktor", "faktor", 8), ("sB6", "Metode", "fritekst indrykket", 17),
           ("styring", "Styringstype", "fritekst indrykket", 17), ("taerskel", "Minimums-grænse", "pct", 10),
           ("loft", "Loft pr. barn, kr.", "kr", 9), ("sB3", "Besluttet af", "fritekst indrykket", 17),
           ("sB4", "Finansiering", "fritekst indrykket", 14), ("sB11", "Kriteriernes vægte", "fritekst indrykket", 24))
LINE, INDENT = 15, 3  # points of a line, and what is not for letters in a cell
GATHERED, ASIDE, REMARK = "samlet", "tæller ikke", "bemærkning"


def kommuner(wide: pandas.DataFrame) -> SheetPlan:
    plan = SheetPlan("samling_kommuner", KOMMUNER, freeze=(3, 1), repeat_row=2)
    plan.widths = {0: 26, **{at: width for at, (_, _, _, width) in enumerate(COLUMNS, 1)}}
    tekst.put_title(plan, "Kommunerne ved siden af hinanden")
    plan.put_row(2, ["Kommune", *(heading for _, heading, _, _ in COLUMNS)], "hoved")
    plan.heights[2] = 45
    for row, (kommune, told) in enumerate(wide.iterrows(), 3):
        plan.put(row, 0, str(kommune), "fed brudt")
        long = [len(str(kommune)) / plan.widths[0]]
        for column, (key, _, style, width) in enumerate(COLUMNS, 1):
            value = plain(told[key]) if key in wide else None
            plan.put(row, column, value, f"{style} stoerre")
            long.append(len(value) / (width - INDENT) if isinstance(value, str) else 0)
        plan.tall(row, LINE * max(1, math.ceil(max(long))))
    plan.put(4 + len(wide), 0, "Kvartil 1 er den fjerdedel af kommunerne, der har færrest børn; den vises, hvor "
             f"mindst {MINDST} har skrevet enheder. Budget og beløb pr. barn er af de børn, der står på "
             "Institutioner; et tomt felt er ikke besvaret.", "lille")
    spread(plan, len(plan.widths))
    return plan


def filer(gathered: Gathered, files: dict[str, str], who: str = "Kommune") -> SheetPlan:
    """`files` are all that were looked at, with who answers in those that could be read."""
    plan = SheetPlan("samling_filer", FILER, freeze=(3, 1), repeat_row=2)
    plan.widths = {0: 38, 1: 26, 2: 13, 3: 22, 4: 78}
    tekst.put_title(plan, "Filerne, og hvad der er at sige om dem")
    plan.put_row(2, ["Fil", who, "Svar", "Sted", "Hvad"], "hoved")
    lines = [line for file, kommune in sorted(files.items(), key=lambda each: (each[0] not in gathered.aside,
                                                                               each[0].casefold()))
             for line in of_file(gathered, file, kommune)]
    lines += [("", fault.place, REMARK, "", fault.text) for fault in gathered.faults if not fault.file]
    for row, line in enumerate(lines, 3):
        plan.put_row(row, line, "brudt")
        plan.tall(row, LINE * max(1, math.ceil(len(line[4]) / 80), math.ceil(len(line[0]) / 36)))
    return plan


def of_file(gathered: Gathered, file: str, kommune: str) -> Iterator[tuple[str, str, str, str, str]]:
    """A file, and each thing that is said of it."""
    said = [(fault.place, fault.text) for fault in gathered.faults if fault.file == file] or [("", "")]
    state = ASIDE if file in gathered.aside else GATHERED
    for nr, (place, text) in enumerate(said):
        yield file, kommune, state if not nr else REMARK, place, text


def tal(figures: pandas.DataFrame, widths: tuple[int, ...] = (26, 34, 10, 9, 14, 52, 16, 34)) -> SheetPlan:
    """One row a figure, to be used by other programs."""
    plan = SheetPlan("samling_tal", TAL, freeze=(1, 1), repeat_row=0)
    plan.widths = dict(enumerate(widths))
    columns = list(map(str, figures.columns))
    plan.put_row(0, columns, "hoved")
    for row, line in enumerate(figures.itertuples(index=False), 1):
        for column, value in enumerate(line):
            shown = plain(value)
            if shown is not None:
                plan.put(row, column, shown, "tal" if columns[column] == "Tal" else "tekst")
    return plan


def plain(value: object) -> CellValue:
    """A cell of a table: what is missing is blank."""
    if value is None or value is pandas.NA or value != value:
        return None
    return float(value) if isinstance(value, Real) else str(value)
