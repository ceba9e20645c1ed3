"""A template as the bytes of an .xlsx: laid out, computed and written. The same data give the same parts every time."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from addin import formulas
from addin.cells import ErrorCell
from addin.filejobs.skabelon import evaluate, layout
from addin.filejobs.skabelon.laid import Book, Box, Laid, Put, absolute
from addin.filejobs.skabelon.values import Value
from addin.hosts.files.forms import define, name_form, validation
from addin.marks import MARK, mark_text
from addin.reference.worksheet import IN_ARRAY, PlainWorksheet
from addin.sheets.sider import Block, lay, rows_of
from addin.workbook import SheetPlan, quoted
from workbook_templates.skabeloner.faelles import vejledning
from workbook_templates.skabeloner.form import Diagram, Skabelon
from workbook_templates.styles import properties

A4, EXAMPLE = 9, "Eksempel"
CALC_ID = 191029  # of an Excel that need not compute the file again
POINTS = 20  # of a row of a chart, in pixels
AUTHOR = "Fordel"


class Made(NamedTuple):
    """A template laid out, with the value of every cell."""

    book: Book
    values: evaluate.Book


def made(skabelon: Skabelon, empty: bool = False) -> Made:
    book = layout.lay(skabelon, (vejledning(skabelon), *skabelon.ark), empty)
    given: dict[evaluate.Cell, evaluate.Given] = {}
    texts: dict[evaluate.Cell, str] = {}
    matrices: dict[evaluate.Cell, evaluate.Cell] = {}
    for laid, put in every(book):
        cell = (laid.ark.navn, put.row, put.column)
        if isinstance(put.value, str) and put.value.startswith("="):
            formulas.check(put.value)
            texts[cell] = put.value
            for place in cells_of(put.box):
                matrices[laid.ark.navn, place[0], place[1]] = cell
        else:
            given[cell] = put.value
    return Made(book, evaluate.Book(given, texts, matrices))


def every(book: Book) -> Iterator[tuple[Laid, Put]]:
    return ((laid, put) for laid in book.sheets for put in laid.puts)


def cells_of(box: Box | None) -> list[tuple[int, int]]:
    if box is None:
        return []
    return [(row, column) for row in range(box.row, box.last_row + 1)
            for column in range(box.column, box.last_column + 1)]


def workbook(skabelon: Skabelon, empty: bool = False) -> bytes:
    """The file, with the FORDEL_ functions by their plain names."""
    out = io.BytesIO()
    writer = _Writer(made(skabelon, empty), xlsxwriter.Workbook(out, {"in_memory": True}))
    writer.all()
    return out.getvalue()


class _Writer:
    def __init__(self, done: Made, book: xlsxwriter.Workbook):
        self.done, self.book = done, book
        self.formats: dict[str, Format] = {}

    def all(self) -> None:
        skabelon = self.done.book.skabelon
        self.book.calc_on_load = False  # all has been computed, and where Fordel is missing its functions keep values
        self.book.set_calc_mode("auto", CALC_ID)
        self.book.set_properties({"title": skabelon.titel, "author": AUTHOR, "subject": f"Skabelon {skabelon.navn}",
                                  "created": datetime.datetime.combine(skabelon.dato, datetime.time(12))})
        for laid in self.done.book.sheets:
            sheet = self.book.add_worksheet(laid.ark.navn, PlainWorksheet)
            self.sheet(sheet, laid)
        for name, target in self.done.book.names.items():
            define(self.book, name, target.removeprefix("="))
        name_form(self.book, skabelon.navn, skabelon.udgave)
        self.book.close()

    def format(self, style: str) -> Format:
        if style not in self.formats:
            self.formats[style] = self.book.add_format(properties(style))
        return self.formats[style]

    def sheet(self, sheet: Worksheet, laid: Laid) -> None:
        for column, width in enumerate(laid.ark.bredder):
            sheet.set_column(column, column, width)
        for row, height in laid.heights.items():
            sheet.set_row(row, height)
        for put in laid.puts:
            self.cell(sheet, laid, put)
        for box, rule, label in laid.rules:
            sheet.data_validation(*box, validation(rule, label, absolute(box.row, box.column).replace("$", "")))
        for put in laid.coloured:
            sheet.conditional_format(*(put.box or ()), {"type": "formula", "criteria": put.value,
                                                        "format": self.format(put.style)})
        for row, diagram in laid.charts:
            self.chart(sheet, laid, row, diagram)
        if laid.example:
            areas = ",".join(f"{quoted(laid.ark.navn)}!{box.text}" for box in joined(laid.example))
            define(self.book, f"{quoted(laid.ark.navn)}!{EXAMPLE}", areas)
        if laid.ark.fordels:
            self.hidden_name(laid)
        self.paper(sheet, laid)

    def hidden_name(self, laid: Laid) -> None:
        """By which Fordel knows a sheet as one of its own, with the number it has in the file."""
        number = self.done.book.sheets.index(laid) + 1
        define(self.book, f"{quoted(laid.ark.navn)}!{MARK}", mark_text(laid.ark.fordels, number), hidden=True)

    def cell(self, sheet: Worksheet, laid: Laid, put: Put) -> None:
        look = self.format(put.style)
        value: object = put.value
        where = (laid.ark.navn, put.row, put.column)
        if put.wide > 1:
            sheet.merge_range(put.row, put.column, put.row, put.column + put.wide - 1, "", look)
        if put.box is not None:
            found = plain(self.done.values.value(where))
            sheet.write_array_formula(*put.box, str(value).removeprefix("="), look, found)
        elif where in self.done.values.formulas or where in self.done.values.matrices:
            found = plain(self.done.values.value(where))
            text = str(value) if where in self.done.values.formulas else IN_ARRAY
            sheet.write_formula(put.row, put.column, text, look, found)
        elif value is None or value == "":
            sheet.write_blank(put.row, put.column, None, look)
        elif isinstance(value, datetime.date):
            sheet.write_number(put.row, put.column, (value - evaluate.EPOCH).days, look)
        elif isinstance(value, str):
            sheet.write_string(put.row, put.column, value, look)
        else:
            sheet.write_number(put.row, put.column, value, look)

    def chart(self, sheet: Worksheet, laid: Laid, row: int, diagram: Diagram) -> None:
        chart = self.book.add_chart({"type": diagram.slags})
        for name, column in diagram.serier:
            chart.add_series({"name": name, "categories": self.area(diagram.kategorier), "values": self.area(column),
                              **({"marker": {"type": "circle", "size": 7}} if diagram.slags == "scatter" else {})})
        chart.set_title({"name": diagram.titel, "name_font": {"size": 12}})
        chart.set_x_axis({"name": diagram.akser[0]})
        chart.set_y_axis({"name": diagram.akser[1], "min": 0, "num_format": "#,##0"})
        chart.set_legend({"none": True} if len(diagram.serier) == 1 else {"position": "bottom"})
        pixels = sum(int(width * 7 + 5) for width in laid.ark.bredder)
        chart.set_size({"width": min(pixels, 760), "height": POINTS * diagram.hoejde - 10})
        sheet.insert_chart(row, 0, chart, {"description": diagram.alt})

    def area(self, column: str) -> str:
        table, _, key = column.partition(".")
        sheet, box = self.done.book.columns[table, key]
        return f"={quoted(sheet)}!{xl_range_abs(*box)}"

    def paper(self, sheet: Worksheet, laid: Laid) -> None:
        sheet.set_paper(A4)
        if laid.ark.liggende:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
        sheet.set_footer(f"&L{self.done.book.skabelon.titel}&C&A&RSide &P af &N")
        sheet.hide_gridlines(2)
        if laid.printed:
            sheet.print_area(0, 0, laid.printed - 1, len(laid.ark.bredder) - 1)
        if len(laid.headings) == 1:
            sheet.repeat_rows(laid.headings[0])
            if laid.headings[0] < 8:
                sheet.freeze_panes(laid.headings[0] + 1, 1)
        else:
            sheet.set_h_pagebreaks(pages(laid))


def pages(laid: Laid) -> list[int]:
    """The rows a new page of paper begins with, where no heading is repeated: a part that has no room is not parted,
    unless it is more than a page."""
    plan = SheetPlan(laid.ark.navn, laid.ark.navn, widths=dict(enumerate(laid.ark.bredder)), heights=laid.heights,
                     landscape=laid.ark.liggende)
    ends, columns = [0, *laid.begins, laid.printed or laid.rows], len(laid.ark.bredder)
    lay(plan, columns, [block for first, after in zip(ends, ends[1:]) for block in rows_of(
        plan, Block(first, after - 1), next((row for row in laid.headings if first <= row < after), first), columns)])
    return list(plan.breaks)


def plain(value: Value) -> object:
    return str(value) if isinstance(value, ErrorCell) else value


def joined(boxes: list[Box]) -> list[Box]:
    """The same cells in fewer boxes: columns beside each other, then rows below each other."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.row, box.last_row, box.column)):
        last = found[-1] if found else None
        if last and (last.row, last.last_row, last.last_column + 1) == (box.row, box.last_row, box.column):
            found[-1] = last._replace(last_column=box.last_column)
        else:
            found.append(box)
    below: list[Box] = []
    for box in found:
        last = below[-1] if below else None
        if last and (last.column, last.last_column, last.last_row + 1) == (box.column, box.last_column, box.row):
            below[-1] = last._replace(last_row=box.last_row)
        else:
            below.append(box)
    return below
