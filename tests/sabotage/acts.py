"""All that is done to a finished result, each as cells and what is written in them; None empties a cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from addin.dele.kerne import VISES_KUN
from addin.workbook import a1, area
from tests.sabotage.books import BASIS, BUDGET, CHILDREN, FIRST, HEAD, LAST, Kind, columns, marks
from workbook_templates.indstillinger import CELLE, NAVN
from workbook_templates.opsaetning import SETTINGS, VALG

RESULT, APPENDIX, TRAIL = "Fordeling", "Fordeling bilag", "Fordeling trin"
CONTROL, SETUP = "Fordeling kontrol", "Fordel opsætning"
NOT_AMOUNTS = ("udgave", *VISES_KUN)  # settings that move nothing


class Act(NamedTuple):
    name: str
    cells: dict[str, Any]


class Book:
    """A finished result as openpyxl reads it: what is written, and what it shows."""

    def __init__(self, kind: Kind, path: Path):
        self.kind = kind
        self.written, self.shown = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)

    def value(self, address: str) -> Any:
        sheet, _, cell = address.rpartition("!")
        return self.shown[sheet][cell].value

    def is_formula(self, address: str) -> bool:
        sheet, _, cell = address.rpartition("!")
        return self.written[sheet][cell].data_type == "f"

    def table(self, sheet: str) -> tuple[Worksheet, int, dict[str, str]]:
        """The first table of a sheet: its sheet, the row of its headings, and heading -> letter of the column."""
        found = self.shown[sheet]
        head = next(line[1].row for line in found.iter_rows() if line[1].value in ("Institution", "Modtager"))
        return found, head, {str(cell.value): cell.column_letter for cell in found[head] if cell.value}

    def names(self) -> dict[str, str]:
        """Setting -> the cells it is read from."""
        return {name[len(NAVN):]: str(area(found.attr_text)).replace("$", "")
                for name, found in self.written.defined_names.items() if name.startswith(NAVN)}


def acts(kind: Kind, path: Path) -> list[Act]:
    book = Book(kind, path)
    found = [*amounts(book), *inputs(book), *rows(book), *headings(book), *settings(book), *result(book), *trail(book)]
    return found + (list(children(book)) if kind.children else [])


def other(value: Any, plus: float = 1) -> Any:
    """Another value of the same kind."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value + plus
    return "noget andet" if value else 7


def letters(kind: Kind) -> dict[str, str]:
    return {heading: get_column_letter(at) for at, heading in enumerate(columns(kind), 1)}


# ------------------------------------------------------------------------------------- the user's cells


def inputs(book: Book) -> Iterator[Act]:
    """A cell of every column, one that was blank, and what is no number."""
    for heading, letter in letters(book.kind).items():
        if book.kind.more == "besparelse" and heading == "Tildeling 2026 (kr.)":
            continue  # a saving shows nothing of last year
        for row in (FIRST, FIRST + 1):
            address = f"{BUDGET}!{letter}{row}"
            yield Act(f"{heading} i række {row}", {address: other(book.value(address))})
    letter = letters(book.kind)["Børn"]
    for wrong in ("tredive", "=1/0", None):
        yield Act(f"børn er {wrong}", {f"{BUDGET}!{letter}{FIRST}": wrong})
    last = letters(book.kind)["Tildeling 2026 (kr.)"]
    yield Act("en tom celle bliver fyldt", {f"{BUDGET}!{last}{FIRST + 2}": 100})
    one, two = (f"{BUDGET}!A{row}" for row in (FIRST, FIRST + 1))
    yield Act("to navne bytter plads", {one: book.value(two), two: book.value(one)})


def rows(book: Book) -> Iterator[Act]:
    """Institutions written below the table, and the total made one."""
    for row in (LAST + 2, LAST + 3, LAST + 5):
        new = {f"{BUDGET}!{letter}{row}": 12 for heading, letter in letters(book.kind).items() if heading in (
            "Børn", "Nøgle", "Grundbudget (kr.)")}
        yield Act(f"en institution i række {row}", {f"{BUDGET}!A{row}": "Grønærten", **new})
        yield Act(f"kun et navn i række {row}", {f"{BUDGET}!A{row + 6}": "Grønærten"})
    yield Act("totalen bliver en institution", {f"{BUDGET}!A{LAST + 1}": "Grønærten"})
    yield Act("totalens navn bliver slettet", {f"{BUDGET}!A{LAST + 1}": None})


def headings(book: Book) -> Iterator[Act]:
    """Headings that are swapped, given a unit, or new; titles and labels that are given a unit."""
    found = letters(book.kind)
    one, two = f"{BUDGET}!{found['Børn']}{HEAD}", f"{BUDGET}!{found['Grundbudget (kr.)']}{HEAD}"
    yield Act("to overskrifter bytter plads", {one: book.value(two), two: book.value(one)})
    yield Act("overskriften får en enhed", {two: "Grundbudget (1.000 kr.)"})
    yield Act("overskriften siger et andet år",
              {f"{BUDGET}!{found['Tildeling 2026 (kr.)']}{HEAD}": "Tildeling 2025 (kr.)"})
    yield Act("overskriften bliver slettet", {one: None})
    yield Act("titlen får en enhed", {f"{BUDGET}!A2": "Beløb i 1.000 kr."})
    yield Act("der kommer en titel", {f"{BUDGET}!C3": "Alle beløb i mio. kr."})
    yield Act("der kommer en overskrift", {f"{BUDGET}!{get_column_letter(len(found) + 1)}{HEAD}": "Gives til"})
    yield Act("puljens tekst får en enhed", {f"{BASIS}!A3": "Pulje 2027 (1.000 kr.)"})
    yield Act("puljen får en enhed ved siden af", {f"{BASIS}!C3": "1.000 kr."})
    yield Act("loftet bliver til noget andet", {f"{BASIS}!A5": "Minimum pr. institution"})
    yield Act("loftet, der var tomt, bliver fyldt", {f"{BASIS}!B5": 9000})
    yield Act("minimum, der var tomt, bliver fyldt", {f"{BASIS}!B6": 5000})


def settings(book: Book) -> Iterator[Act]:
    """Every setting of one value, where it is read from; what only shows it; and the weights."""
    for key, address in book.names().items():
        if key in SETTINGS and SETTINGS[key].kind == CELLE and key not in NOT_AMOUNTS:
            yield Act(f"{SETTINGS[key].label} ({address})", {address: another(book, key, book.value(address))})
            if book.value(address) is not None and SETTINGS[key].default is None and key != "vaegt":  # 1 is the same
                yield Act(f"{SETTINGS[key].label} bliver tømt", {address: None})
    for line in book.shown[SETUP].iter_rows(min_col=2, max_col=2):
        address = f"{SETUP}!{line[0].coordinate}"
        if book.is_formula(address):
            yield Act(f"der er skrevet i {address}", {address: other(line[0].value)})
    weights = area(book.names().get("kriterievaegte", ""))
    if weights:
        yield Act("en vægt bliver 2", {f"{weights.sheet}!{a1(weights.row, weights.column)}": 2})


def another(book: Book, key: str, value: Any) -> Any:
    """A setting as it might be instead."""
    if key in VALG:
        return next(word for word in VALG[key] if word != value)
    if SETTINGS[key].style == "tekst":
        return "noget andet"
    return 0.5 if value is None else value * 1.25 + 0.01


def children(book: Book) -> Iterator[Act]:
    last = len(marks()) + 1
    flipped = 1 - book.value(f"{CHILDREN}!B2")
    yield Act("et kryds bliver vendt", {f"{CHILDREN}!B2": flipped})
    yield Act("et barn flytter", {f"{CHILDREN}!A2": "Fjorden"})
    yield Act("et barn kommer til", {f"{CHILDREN}!A{last + 1}": "Anemonen", f"{CHILDREN}!B{last + 1}": 1})
    yield Act("et barn kommer til længere nede", {f"{CHILDREN}!A{last + 4}": "Anemonen", f"{CHILDREN}!B{last + 4}": 1})
    one, two = f"{CHILDREN}!B1", f"{CHILDREN}!C1"
    yield Act("kriterierne bytter overskrift", {one: book.value(two), two: book.value(one)})


# ------------------------------------------------------------------------------------- our own sheets


def amount_column(found: dict[str, str]) -> str:
    return next(letter for heading, letter in found.items()
                if heading.startswith(("Skal spare", "Tildeling", "Bevilget")))


def people(sheet: Worksheet, head: int) -> list[int]:
    """The rows of the recipients."""
    rows = []
    for line in sheet.iter_rows(min_row=head + 1):
        if line[0].value in ("I alt", "Hele kommunen"):
            return [*rows]
        rows += [line[1].row] if line[1].value else []
    raise LookupError("no total")


def amounts(book: Book) -> Iterator[Act]:
    sheet, head, found = book.table(RESULT)
    cells = [f"{RESULT}!{amount_column(found)}{row}" for row in people(sheet, head)]
    for address in cells[:3]:
        yield Act(f"{address} en krone mere", {address: book.value(address) + 1})
    for one, two in zip(cells, cells[1:]):
        yield Act(f"en krone fra {one} til {two}", {one: book.value(one) - 1, two: book.value(two) + 1})


def result(book: Book) -> Iterator[Act]:
    """Every text of the page, every key figure, a line of each table, the totals; and two names changing places."""
    sheet, head, _ = book.table(RESULT)
    first, second = people(sheet, head)[:2]
    name = "B"
    yield Act("to navne på resultatet bytter plads", {f"{RESULT}!{name}{first}": sheet[f"{name}{second}"].value,
                                                      f"{RESULT}!{name}{second}": sheet[f"{name}{first}"].value})
    for name in (RESULT, APPENDIX):
        sheet, head, _ = book.table(name)
        rows = people(sheet, head)
        sums = [line[0].row for line in sheet.iter_rows(min_row=head, max_row=rows[-1] + 2)
                if str(line[0].value).endswith(" i alt") or line[0].value in ("I alt", "Hele kommunen")]
        for row in dict.fromkeys([*range(4, head), head, rows[0], sums[0], sums[-1]]):
            for cell in sheet[row]:
                if cell.value not in (None, ""):
                    address = f"{name}!{cell.coordinate}"
                    yield Act(f"{address} bliver rettet", {address: other(cell.value)})


def trail(book: Book) -> Iterator[Act]:
    sheet = book.shown[TRAIL]
    for row in (2, 5, 7, 8):
        for cell in sheet[row]:
            if cell.value not in (None, ""):
                address = f"{TRAIL}!{cell.coordinate}"
                yield Act(f"{address} bliver rettet", {address: other(cell.value)})
