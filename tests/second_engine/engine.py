"""A finished result computed anew by `formulas` from PyPI, with every cached value overwritten first.

It computes every formula we write, array formulas too. What it does otherwise than Excel and LibreOffice, each named:
an empty cell a formula refers to is its own word for empty, shown here as None; a formula that gives an empty text
gives "" where openpyxl reads the cached one as None, so that the two are taken for the same; and a difference of sums
that cancels is left as 3E-11 where the others make it 0.
"""

from __future__ import annotations

import logging
import re
import warnings
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

import formulas
import openpyxl
import schedula
from formulas.cell import Cell
from openpyxl.utils.cell import get_column_letter, range_boundaries

from addin.hosts.files.package import Package
from tests.calc.office import Office
from tests.planning import STATUS
from tests.sabotage.acts import RESULT, amount_column, people

_ARRAY = re.compile(rb'<f t="array" ref="([^"]*)"')
_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*(?<!/)>(?:(?!</c>).)*?</c>', re.DOTALL)
NOISE = 1e-9
NOTHING = Cell(None, None)
Values = dict[tuple[str, str], Any]  # by sheet and cell
_VALUE = re.compile(rb"<v>[^<]*</v>")
_FORMULA = re.compile(rb"(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)(?=<v>[^<])")  # one that has a value
STALE_NUMBER, STALE_TEXT = -987654321, "FORÆLDET"


def stale(path: Path, target: Path, only: Collection[str] | None = None) -> Path:
    """The same workbook with another cached value in every cell with a formula; `only` on the sheets of these names,
    and of all others those that have a value have no formula any more."""
    sheets = {sheet.part: only is None or sheet.name in only for sheet in Package(path.read_bytes()).sheets}
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename in sheets:
                data = without_values(data) if sheets[part.filename] else _FORMULA.sub(b"", data)
            new.writestr(part, data)
    return target


def without_values(sheet: bytes) -> bytes:
    """A sheet with other values; the cells of an array have its formula in the first only."""
    of_arrays = {f"{get_column_letter(column)}{row}".encode() for ref in _ARRAY.findall(sheet)
                 for row, column in cells_of(ref.decode())}
    return _CELL.sub(lambda cell: overwritten(cell, of_arrays), sheet)


def overwritten(cell: re.Match[bytes], of_arrays: set[bytes]) -> bytes:
    whole = cell[0]
    if b"<f" not in whole and cell[1] not in of_arrays:
        return whole
    value = STALE_TEXT.encode() if b't="str"' in whole.partition(b">")[0] else str(STALE_NUMBER).encode()
    return _VALUE.sub(b"<v>" + value + b"</v>", whole)


def formula_cells(path: Path) -> Values:
    """Sheet and cell of every formula, with the value cached beside it; of an array all its cells."""
    written, shown = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    found = {}
    for sheet in written:
        places = [getattr(cell.value, "ref", cell.coordinate) for line in sheet.iter_rows() for cell in line
                  if cell.data_type == "f"]
        for place in places:
            for row, column in cells_of(place):
                cell = shown[sheet.title].cell(row, column)
                found[sheet.title, cell.coordinate] = cell.value
    return found


def cells_of(place: str) -> Iterator[tuple[int, int]]:
    first_column, first, last_column, last = range_boundaries(place)
    return product(range(first, last + 1), range(first_column, last_column + 1))


class AsItStands(float):
    """A number that is not rounded."""

    def __round__(self, ndigits: Any = None) -> Any:
        return self


class Model(formulas.ExcelModel):
    """Reads numbers with all their digits. The library rounds them to 15 decimals, which are few of a small number: a
    share of 0,0003374923690734458 was another. Of cells that are empty, nine of ten in a result, it makes nothing."""

    def compile_cell(self, cell: Any, *more: Any) -> Any:
        if cell.value is None:
            return NOTHING
        if isinstance(cell.value, float):
            cell.value = AsItStands(cell.value)
        return super().compile_cell(cell, *more)

    def anew(self, done: Any, changed: Mapping[str, Any], output: str) -> Any:
        """A cell, where others hold something else than in what is done: only what stands between is computed again."""
        nodes = reached(changed, done.workflow.succ) & reached([output], done.workflow.pred)
        if not nodes:
            return done[output]
        beside = {node for each in nodes & self.dsp.function_nodes.keys() for node in self.dsp.dmap.pred[each]}
        part = self.dsp.get_sub_dsp(nodes | beside)
        part.default_values = {}
        for node in beside - nodes:
            part.set_default_value(node, done[node])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return part.dispatch({node: value for node, value in changed.items() if node in nodes})[output]


class Engine:
    """A workbook, compiled once."""

    def __init__(self, path: Path):
        logging.getLogger("schedula").setLevel(logging.CRITICAL)
        self.path = path
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.model = Model().loads(str(path)).finish()

    def node(self, sheet: str, cell: str) -> str:
        return f"'[{self.path.name}]{sheet.upper()}'!{cell}"

    @cached_property
    def done(self) -> Any:
        """Every cell computed anew, once, with the way it was reached."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self.model.calculate()

    def values(self, places: Iterable[tuple[str, str]]) -> Values:
        """The values of these formulas, computed anew; one it has not computed is missing."""
        found: dict[tuple[str, int, int], Any] = {}  # single cells the last: they are what was computed
        for node, computed in sorted(self.done.items(), key=lambda item: ":" not in str(item[0])):
            of, _, place = str(node).rpartition("!")
            if of and not of.endswith("]'") and hasattr(computed, "value"):  # else it is a defined name
                for at, value in zip(cells_of(place), computed.value.ravel()):
                    found[(of, *at)] = plain(value)
        nodes = {(sheet, cell): (self.node(sheet, cell).rpartition("!")[0], *next(cells_of(cell)))
                 for sheet, cell in places}
        return {place: found[at] for place, at in nodes.items() if at in found}

    def status_by_amounts(self) -> tuple[list[Any], Any]:
        """The amounts of the result, and what makes the control's answer of such."""
        sheet = openpyxl.load_workbook(self.path, data_only=True)[RESULT]
        head = next(line[1].row for line in sheet.iter_rows() if line[1].value in ("Institution", "Modtager"))
        letter = amount_column({str(cell.value): cell.column_letter for cell in sheet[head] if cell.value})
        cells = [f"{letter}{row}" for row in people(sheet, head)]
        nodes, status = [self.node(RESULT, cell) for cell in cells], self.node(*STATUS.split("!"))
        return ([sheet[cell].value for cell in cells],
                lambda amounts: plain(self.model.anew(self.done, dict(zip(nodes, amounts)), status).value[0, 0]))


def reached(start: Iterable[str], onward: Mapping[str, Iterable[str]]) -> set[str]:
    """All nodes there is a way to."""
    found, left = set(start), list(start)
    while left:
        new = set(onward[left.pop()]) - found
        found |= new
        left += new
    return found


def plain(value: Any) -> Any:
    """A value as openpyxl has it."""
    if value is schedula.EMPTY:
        return None
    return value.item() if hasattr(value, "item") else value


def alike(one: Any, other: Any) -> bool:
    """The same text, or the same number to 12 digits, or to noise beside 0; empty text is no value."""
    if is_number(one) and is_number(other):
        return abs(one - other) <= NOISE + 1e-12 * max(abs(one), abs(other))
    one, other = ("" if value is None else value for value in (one, other))
    return type(one) is type(other) and one == other


def apart(cached: Values, computed: Values) -> dict[tuple[str, str], tuple[Any, Any]]:
    """The cells whose cached value is not the one computed, with both; of one that was not computed None."""
    return {place: (value, computed.get(place)) for place, value in cached.items()
            if place not in computed or not alike(value, computed[place])}


def by_libreoffice(office: Office, path: Path, places: Iterable[tuple[str, str]]) -> Values:
    """The values of these formulas as LibreOffice computes them."""
    assert office.open(str(path))
    try:
        office.recalc()
        return {place: office.get("!".join(place)) for place in places}
    finally:
        office.close()


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
