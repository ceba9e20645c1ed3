"""A second engine of spreadsheets, `formulas` from PyPI, in which the same sabotages are tried.

It carries every formula of the control. What it cannot do is named here: a cell that is empty when the workbook is
compiled is no cell to it, so one that an act fills is written first and emptied again by its own word for empty; and it
has no rows to insert and no file to save.
"""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import schedula
from formulas.functions import Error

from tests.planning import STATUS
from tests.sabotage.acts import Act, Book
from tests.second_engine.engine import Model

EMPTY, DIVISION = schedula.EMPTY, Error.errors["#DIV/0!"]
FILLED = "udfyldt"  # what stands in a cell that is to be empty


class Engine:
    """A finished result, compiled once."""

    def __init__(self, book: Book, path: Path, found: list[Act]):
        logging.getLogger("schedula").setLevel(logging.CRITICAL)
        self.file = f"regnet {path.stem}.xlsx"
        empty = {address for act in found for address in act.cells
                 if book.value(address) is None and not book.is_formula(address)}
        copy = openpyxl.load_workbook(path)
        for address in empty:
            sheet, _, cell = address.rpartition("!")
            copy[sheet][cell] = FILLED
        copy.save(path.with_name(self.file))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.model = Model().loads(str(path.with_name(self.file))).finish()
            self.done = self.model.calculate(inputs={self.node(address): [[EMPTY]] for address in empty})

    def node(self, address: str) -> str:
        sheet, _, cell = address.rpartition("!")
        return f"'[{self.file}]{sheet.upper()}'!{cell}"

    def status(self, cells: dict[str, Any]) -> Any:
        """The control's answer with these cells changed."""
        changed = {self.node(address): [[worded(value)]] for address, value in cells.items()}
        return self.model.anew(self.done, changed, self.node(STATUS)).value[0, 0]


def worded(value: Any) -> Any:
    """A value as the engine has it."""
    return EMPTY if value is None else DIVISION if value == "=1/0" else value
