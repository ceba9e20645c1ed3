"""What the tests of the graft share: workbooks, a scratch workbook, ways to look into and alter a file."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import xlsxwriter
from lxml import etree

from addin.hosts.files.graft import graft
from addin.hosts.files.package import Package

FOLDER = Path(__file__).parents[3] / "workbooks"
WORKBOOKS = sorted([*FOLDER.glob("*.xlsx"), *FOLDER.glob("excel/*.xls[xm]")])
BUDGET = FOLDER / "dagtilbud_budget_2023.xlsx"
KEYS = {"Fordeling": "resultat", "Fordeling data": "data"}
TEXTS = ["  Åkjær & Ørsted <1>", 'siger "nej"', "linje 1\nlinje 2"]


def scratch(first: float = 10.5, name: str = "Fordeling", rows: int = 3) -> bytes:
    """A finished scratch workbook: two sheets, a chart, formats, a rule, print set-up and names."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    report, data = book.add_worksheet(name), book.add_worksheet("Fordeling data")
    heading = book.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "white", "border": 1})
    amount = book.add_format({"num_format": '#,##0.00 "kr."'})
    red = book.add_format({"font_color": "#9C0006", "num_format": "0.000"})
    report.write_row(0, 0, ["Navn", "Beløb"], heading)
    for row, text in enumerate(TEXTS, 1):
        report.write(row, 0, text)
        report.write(row, 1, first * row, amount)
    report.write_formula(4, 1, "=SUM(B2:B4)", amount, first * 6)
    report.write_formula(5, 0, '=A2&" s=""1"""', None, "s")
    report.set_column(1, 1, 14, amount)
    report.set_row(8, 30, heading)
    report.conditional_format("B2:B4", {"type": "cell", "criteria": ">", "value": 20, "format": red})
    report.repeat_rows(0)
    report.print_area(0, 0, 5, 1)
    report.write_url(6, 0, "https://example.org/?a=1&b=2", string="kilde")
    data.write_column(0, 0, range(rows))
    data.autofilter(0, 0, rows - 1, 0)
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": f"='Fordeling data'!$A$1:$A${rows}"})
    report.insert_chart("D2", chart, {"description": "Søjler over beløb"})
    book.define_name("Fordel_sum", f"='{name}'!$B$5")
    book.close()
    return out.getvalue()


def one_sheet(name: str = "Ny") -> bytes:
    """A finished scratch workbook of one sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet(name).write(0, 0, "ny")
    book.close()
    return out.getvalue()


def users_own(active: int = 2) -> bytes:
    """Ours first and second, then the user's, with names and views that count sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheets = [book.add_worksheet(name) for name in ("Fordeling", "Fordeling data", "Budget")]
    sheets[2].write_formula(0, 0, "=Fordeling!B5", None, 63)
    sheets[2].print_area(0, 0, 4, 4)
    sheets[2].repeat_rows(1)
    sheets[active].activate()
    book.define_name("Fordeling!_fordel", '="resultat|1"')
    book.define_name("'Fordeling data'!_fordel", '="data|2"')
    book.define_name("Budget!Mit", "=Budget!$A$1")
    book.define_name("Fordeling!Brugerens", "=Fordeling!$A$1")
    book.define_name("Fra_os", "=Fordeling!$B$5")
    book.close()
    return out.getvalue()


def grafted(data: bytes, **how: float | str) -> bytes:
    """The workbook with the scratch workbook in it."""
    name = str(how.get("name", "Fordeling"))
    return graft(Package(data), scratch(**how), {name: "resultat", "Fordeling data": "data"})  # type: ignore[arg-type]


def raw_entries(data: bytes) -> dict[str, tuple[object, ...]]:
    """Each entry by name: its date, checksum, size and compressed bytes, read without the product's code."""
    found: dict[str, tuple[object, ...]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            at = info.header_offset
            start = at + 30 + sum(struct.unpack("<HH", data[at + 26 : at + 30]))
            raw = data[start : start + info.compress_size]
            found[info.filename] = (info.date_time, info.CRC, info.file_size, info.compress_type, raw)
    return found


def parts(data: bytes) -> dict[str, bytes]:
    """Each part's unpacked bytes by name; fails where a checksum is wrong."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def altered(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The file with some parts replaced, added or (None) removed."""
    content = {**parts(data), **changes}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            if text is not None:
                archive.writestr(name, text)
    return out.getvalue()


def edited(data: bytes, part: str, *replacements: tuple[str, str]) -> bytes:
    """The file with the text of one part replaced; each text must be there."""
    text = parts(data)[part].decode()
    for old, new in replacements:
        assert old in text, (part, old)
        text = text.replace(old, new)
    return altered(data, {part: text.encode()})


def prefixed(xml: bytes) -> bytes:
    """The same XML with x: before every name that has no prefix, as some programs write it."""
    text = re.sub(r"<(/?)([A-Za-z]+)(?=[\s/>])", r"<\1x:\2", xml.decode())
    return text.replace(' xmlns="', ' xmlns:x="').encode()


def opened(data: bytes) -> openpyxl.Workbook:
    """The workbook in openpyxl, which warns of every part of Excel's that it cannot read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data))


def tree(data: bytes, part: str) -> etree._Element:
    return etree.fromstring(parts(data)[part])


def sheet_names(data: bytes) -> list[str]:
    return [sheet.name for sheet in Package(data).sheets]


def orphans(data: bytes) -> set[str]:
    """Parts that nothing leads to: no relationship from the package downwards."""
    package = Package(data)
    reached = package.reached("") | {"[content_types].xml", "_rels/.rels"}
    return {name for name in package.entries if name not in reached and not name.endswith((".rels", "/"))}
