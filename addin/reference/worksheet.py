"""XlsxWriter's worksheet, with formulas and their texts as Excel itself writes them."""

from __future__ import annotations

import re
from typing import Any, Literal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet

IN_ARRAY = " "  # the "formula" of a cell in the range of an array formula: it has a value and nothing else
_NO_XML = re.compile(r"[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")  # what has no place in XML, or would be read as it
ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


class PlainWorksheet(Worksheet):
    """Leaves formulas as they are, and says of every text a formula gives that it is one.

    XlsxWriter would look through each formula for functions newer than Excel 2007, which ours never use, and so rewrite
    a sheet's name like 'MAP(2026)', and take most of the time of the whole command. An empty text it writes as no value
    at all, of which Excel may make 0. Most cells are written in one piece here, the same and sooner; that a row or a
    column has a format of its own is nothing we use.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

    def _write_formula(
        self, row: int, col: int, formula: str, cell_format: Format | None = None, value: object = 0
    ) -> Literal[0, -1, -2]:
        if self._check_dimensions(row, col):
            return -1
        self.table[row][col] = CellFormulaTuple(self._prepare_formula(formula), cell_format, value)
        return 0

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        kind, style = type(cell), f' s="{cell.format._get_xf_index()}"' if cell.format else ""
        begun = f'<c r="{xl_rowcol_to_cell_fast(row, col)}"{style}'
        if kind is CellNumberTuple:
            self.fh.write(f"{begun}><v>{cell.number:.16G}</v></c>")
        elif kind is CellStringTuple:
            self.fh.write(f'{begun} t="s"><v>{cell.string}</v></c>')
        elif kind is CellFormulaTuple:
            self.fh.write(begun + of_formula(cell.formula, cell.value))
        elif kind is CellBlankTuple:
            self.fh.write(f"{begun}/>")
        else:
            super()._write_cell(row, col, cell)

    def _get_range_data(self, row_start: int, col_start: int, row_end: int, col_end: int) -> list[object]:
        """What a chart keeps of a column: of an empty cell nothing, where XlsxWriter would have it keep 0."""
        found = super()._get_range_data(row_start, col_start, row_end, col_end)
        cells = (self.table.get(row, {}).get(col_start) for row in range(row_start, row_end + 1))
        return [None if isinstance(cell, CellBlankTuple) else value for value, cell in zip(found, cells)]


def of_formula(formula: str, value: object) -> str:
    """The rest of a cell with a formula, from the kind of its value."""
    kind = ""
    if isinstance(value, bool):
        kind, value = ' t="b"', int(value)
    elif isinstance(value, str):
        kind = f' t="{"e" if value in ERRORS else "str"}"'
        value = escaped(_NO_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", value))
    text = "" if formula == IN_ARRAY else f"<f>{escaped(formula)}</f>"
    return f"{kind}>{text}<v>{value}</v></c>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
