"""Returned templates as kommuner send them: filled in by another program, and each with a fault of its own.

`hand_made` writes twelve files. What is right of them is worked out by hand: every child is 3-5 years old, and every
unit has ten, so that kr. per child is the amount divided by ten.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from addin.filejobs.saml.form import of_svar
from addin.filejobs.skabelon.laid import Book
from addin.filejobs.skabelon.layout import lay
from addin.filejobs.skabelon.write import workbook
from addin.hosts.files import command_line
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.faelles import vejledning

NAVN = "netvaerksmaaling"
CPR = "010190-1234"
UNITS = ("b02", "b35", "beloeb", "special")
ANSWERS = {"s8": "ja", "sB6": "1 børnetælling", "sB9": "ja", "sB10": "nej", "budget": 1_000_000.0, "beloeb": 20_000.0,
           "k6": "ja", "k7": "nej"}
Change = Callable[[Workbook], None]
Line = dict[str, Any]


class Made(NamedTuple):
    """What the command has written beside the folder "svar"."""

    folder: Path
    book: Any


def gathered(folder: Path, fill: Callable[[Path], None], values: bool = False) -> Made:
    """The command run once, with everything it can write; `values` of formulas in place of them."""
    (folder / "svar").mkdir()
    fill(folder / "svar")
    assert command_line.run(["saml", str(folder / "svar"), "--ud", str(folder / "ud.xlsx"), "--csv", "--parquet"]) == 0
    return Made(folder, openpyxl.load_workbook(folder / "ud.xlsx", data_only=values))


@cache
def empty(navn: str) -> bytes:
    return workbook(skabelon(navn), empty=True)


@cache
def places(navn: str) -> Book:
    template = skabelon(navn)
    return lay(template, (vejledning(template), *template.ark), empty=True)


def units(*amounts: float | None, special: Iterable[float] = ()) -> list[tuple[Any, ...]]:
    """Ten children of 3-5 years in each."""
    return [(0, 10, amount, "nej") for amount in amounts] + [(0, 10, amount, "ja") for amount in special]


def filled(kommune: str | None, answers: dict[str, Any], lines: list[tuple[Any, ...]], change: Change | None = None,
           base: bytes = b"") -> bytes:
    """`base` is one `fordel skabelon` made."""
    typed = [dict(zip(UNITS, line)) for line in lines]
    return copy(NAVN, {"enh": typed}, {"kommune": kommune, **answers}, change, base)


def copy(navn: str, lines: dict[str, list[Line]], fields: Line, change: Change | None = None, base: bytes = b""
         ) -> bytes:
    """The template as another program saves it, its formulas with no values."""
    book = openpyxl.load_workbook(io.BytesIO(base or empty(navn)))
    for key, value in fields.items():
        sheet, row, column = places(navn).fields[key]
        book[sheet].cell(row + 1, column + 1).value = value
    for table, filled in lines.items():
        for nr, line in enumerate(filled):
            for key, value in line.items():
                sheet, box = places(navn).columns[table, key]
                book[sheet].cell(box.row + 1 + nr, box.column + 1).value = value
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def field(navn: str, key: str) -> str:
    """Where an answer stands."""
    sheet, row, column = places(navn).fields[key]
    return f"{sheet}!{openpyxl.utils.get_column_letter(column + 1)}{row + 1}"


def cell(navn: str, table: str, column: str, nr: int) -> str:
    """Where a line's answer stands, from 1."""
    sheet, box = places(navn).columns[table, column]
    return f"{sheet}!{openpyxl.utils.get_column_letter(box.column + 1)}{box.row + nr}"


def open_document(data: bytes) -> bytes:
    """The same values and hidden name as an .ods."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    tables = []
    for sheet in book.worksheets:
        rows = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>"
                       for row in sheet.iter_rows(values_only=True))
        tables.append(f"<table:table table:name={quoteattr(sheet.title)}>{rows}</table:table>")
    called = quoteattr(book.defined_names["Fordel_skabelon"].attr_text)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" '
        + " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in
                   ("office", "table", "text"))
        + f"><office:body><office:spreadsheet>{''.join(tables)}<table:named-expressions><table:named-expression "
        f'table:name="Fordel_skabelon" table:base-cell-address="$Svar.$A$1" table:expression={called}/>'
        "</table:named-expressions></office:spreadsheet></office:body></office:document-content>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content)
    return out.getvalue()


def ods_cell(value: Any) -> str:
    if value is None or str(value).startswith("="):
        return "<table:table-cell/>"
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = quoteattr(str(value))[1:-1]
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def named(text: str) -> Change:
    def change(book: Workbook) -> None:
        book.defined_names["Fordel_skabelon"] = DefinedName("Fordel_skabelon", attr_text=f'"{text}"', hidden=True)
    return change


def without(sheet: str) -> Change:
    return lambda book: book.remove(book[sheet])


def hidden_sheet(*rows: tuple[Any, ...]) -> Change:
    def change(book: Workbook) -> None:
        sheet = book.create_sheet("Noter")
        sheet.sheet_state = "hidden"
        for row in rows:
            sheet.append(row)
    return change


def hand_made(folder: Path) -> None:
    """Twelve files: five kommuner count, and every fault is there."""
    aaby = filled("Aaby Kommune", ANSWERS, units(10_000, 20_000, 30_000, special=[900_000]))
    wrong = {**ANSWERS, "budget": "ca. fem mio.", "sB6": "måske en", "taerskel": 8, "loft": "6.000 kr.", "sB10": "ja"}
    one_wrong = [(0, 10, 10_000, "nej"), (0, 10.5, 20_000, "nej")]
    files = {
        "Aaby.xlsx": aaby,
        "Kopi af Aaby (2).xlsx": filled("Aaby", ANSWERS, units(10_000, 20_000, 30_000, special=[900_000])),
        "svar endelig ny.xlsx": filled("Beby", {**ANSWERS, "k7": "ja", "beloeb": 100_000}, units(10_000, 0, 40_000)),
        "ceby.ods": open_document(filled("Ceby", {**ANSWERS, "k6": "nej"}, units(10_000, 17_000))),
        "Deby 1.xlsx": filled("Deby", ANSWERS, units(10_000)),
        "Deby 2.xlsx": filled("DEBY Kommune", {**ANSWERS, "k6": "nej"}, units(10_000)),
        "gammel.xlsx": filled("Eby", ANSWERS, units(10_000), named(f"{NAVN} 0")),
        "Feby.xlsx": filled("Feby", ANSWERS, [], without("Institutioner")),
        "Geby.xlsx": filled("Geby", wrong, one_wrong),
        "Hoeby.xlsx": aaby[: len(aaby) // 2],
        "Iby.xlsx": filled("Iby", ANSWERS, units(10_000), hidden_sheet(("Kontakt", f"mor til {CPR}"))),
        "Jeby.xlsx": filled("Jeby", ANSWERS, units(10_000), hidden_sheet(
            ("Institution", "Enlig", "Indkomst"), *((name, 1, 0) for name in ("Solen", "Maanen") for _ in range(5)))),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)


def of_all(rng: random.Random) -> tuple[dict[str, Any], list[tuple[Any, ...]]]:
    """An answer to every question, and thirty units: as much as the template has room for."""
    answers: dict[str, Any] = {}
    for key, asked in of_svar().items():
        rule = asked.rule
        answers[key] = rng.choice(rule.valg) if rule.valg else {"tekst": "lige vægte"}.get(rule.slags)
    answers |= {"budget": float(rng.randint(10**8, 10**9)), "beloeb": float(rng.randint(10**6, 10**7)),
                "taerskel": 0.08, "loft": 6000.0}
    lines = [(rng.randint(0, 30), rng.randint(10, 60), float(rng.choice([0, rng.randint(10_000, 900_000)])),
              rng.choice(["nej", "nej", "ja"])) for _ in range(30)]
    return answers, lines
