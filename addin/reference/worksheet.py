"""XlsxWriter's worksheet, with formulas and their texts as Excel itself writes them."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

IN_ARRAY = " "  # the "formula" of a cell in the range of an array formula: it has a value and nothing else


class PlainWorksheet(Worksheet):
    """Leaves formulas as they are, and says of every text a formula gives that it is one.

    XlsxWriter would look through each formula for functions newer than Excel 2007, which ours never use, and so rewrite
    a sheet's name like 'MAP(2026)', and take most of the time of the whole command. An empty text it writes as no value
    at all, of which Excel may make 0.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

    def _xml_formula_element(self, formula: str, result: Any, attributes: Any = ()) -> None:
        attributes = [*attributes, ("t", "str")] if result == "" else attributes
        if formula != IN_ARRAY:
            super()._xml_formula_element(formula, result, attributes)
            return
        self._xml_start_tag("c", attributes)
        self._write_cell_value(result)
        self._xml_end_tag("c")
