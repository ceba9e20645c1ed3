"""A sheet read element by element, by expat: whatever its XML looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.files import markup
from addin.hosts.files.markup import BadXml, is_index
from addin.hosts.files.reading.formulas import Formulas
from addin.hosts.files.reading.found import MAX_COLUMNS, MAX_ROWS, Found, laid_out, place_of
from addin.hosts.files.reading.own_elements import own_elements
from addin.hosts.files.reading.strings import Text, index
from addin.runs import Run
from addin.workbook import NO_VALUE, Held

if TYPE_CHECKING:
    from addin.hosts.files.reading.reader import Reader


def by_events(reader: Reader, text: bytes) -> Found:
    """Everything on a sheet; raises BadXml."""
    return _Sheet(reader).read(text)


NOWHERE = MAX_ROWS


class _Cell:
    """A cell as its elements come."""

    __slots__ = ("row", "column", "kind", "style", "rich", "value", "formula", "said", "text")

    def __init__(self, row: int, column: int, attributes: dict[str, str]) -> None:
        self.row, self.column = row, column
        self.kind, self.style = attributes.get("t", ""), attributes.get("s", "")
        self.rich = attributes.get("vm", "")
        self.value: str | None = None
        self.formula: str | None = None
        self.said: dict[str, str] = {}  # of the formula, by its attributes
        self.text: Text | None = None


class _Sheet:
    """Where in the sheet the parser is, and what it has found."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.found = reader, Found()
        self.formulas = Formulas()
        self.lines: dict[int, dict[int, Held]] = {}
        self.row = self.column = -1
        self.inside = False  # in <sheetData>
        self.cell: _Cell | None = None
        self.beside = 0  # how deep in what stands in a cell, and is neither its value, its formula nor its text
        self.text: Text | None = None  # in <is>
        self.pieces: list[str] = []  # of the value or the formula that is open

    def read(self, text: bytes) -> Found:
        self.parser = own_elements(self.start, self.end)
        markup.parse(text, self.parser)
        self.found.rows = laid_out((row, _line(cells)) for row, cells in self.lines.items())
        self.formulas.spread(self.found)
        return self.found

    # --------------------------------------------------------------------------------- elements

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.beside:
            self.beside += 1
        elif self.cell is not None:
            self.start_in_cell(self.cell, name, attributes)
        elif name == "c" and self.inside:
            self.start_cell(attributes)
        elif name == "row" and self.inside:
            self.start_row(attributes)
        elif name == "sheetData":
            self.inside = True
        elif name == "col":
            self.found.see_column(attributes)
        elif name == "mergeCell":
            self.found.see_merge(attributes)

    def start_row(self, attributes: dict[str, str]) -> None:
        """A row without a number follows the one before it; a number that cannot be matters only to cells without an
        address."""
        number = attributes.get("r", str(self.row + 2)).strip()
        known = is_index(number) and 0 < int(number) <= MAX_ROWS
        self.row, self.column = int(number) - 1 if known else NOWHERE, -1
        if known:
            self.found.see_row(self.row, attributes)

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell without an address follows the one before it."""
        address = attributes.get("r")
        if address:
            self.row, self.column = place_of(address.strip())
        else:
            self.column += 1
        if not 0 <= self.row < MAX_ROWS or self.column >= MAX_COLUMNS:
            raise BadXml("a cell outside the sheet")
        self.cell = _Cell(self.row, self.column, attributes)

    def start_in_cell(self, cell: _Cell, name: str, attributes: dict[str, str]) -> None:
        if self.text is not None:
            self.text.start(name, attributes)
        elif name == "is":
            self.text = cell.text = Text()
            self.parser.CharacterDataHandler = self.text.chars
        elif name in ("v", "f"):
            if name == "f":
                cell.said = attributes
            self.pieces = []
            self.parser.CharacterDataHandler = self.pieces.append
        else:
            self.beside = 1

    def end(self, name: str) -> None:
        if self.beside:
            self.beside -= 1
        elif self.cell is None:
            self.inside = self.inside and name != "sheetData"
        elif name == "c":
            self.put(self.cell)
            self.cell = None
        elif name == "is":
            self.text = self.parser.CharacterDataHandler = None
        elif self.text is not None:
            self.text.end(name)
        elif name == "v":
            self.cell.value = self.taken()
        elif name == "f":
            self.cell.formula = self.taken()

    def taken(self) -> str:
        self.parser.CharacterDataHandler = None
        return "".join(self.pieces)

    # --------------------------------------------------------------------------------- cells

    def put(self, cell: _Cell) -> None:
        """What a cell holds, when all of it has been seen."""
        place, kind = (cell.row, cell.column), cell.kind
        value: Held = None
        runs: tuple[Run, ...] = ()
        if cell.text is not None and (kind == "inlineStr" or cell.value is None):
            value, runs = cell.text.whole, cell.text.told
        elif cell.value is not None:
            value = self.reader.value(kind, cell.style, cell.value, cell.rich)
            if kind == "s" and cell.value:
                runs = self.reader.runs.get(index(cell.value, self.reader.texts), ())
        elif kind == "e" and cell.formula is not None:
            value = self.reader.value(kind, cell.style, "", cell.rich)
        if cell.formula is not None:
            self.found.formulas[place] = "=" + self.formulas.text(place, cell.said, cell.formula)
            if not cell.value and kind not in ("str", "inlineStr", "e"):
                value = NO_VALUE
        if kind == "str" and not cell.value:
            self.formulas.blanks.add(place)
        self.reader.look(self.found, place, cell.style)
        if runs:
            self.reader.look_at_runs(self.found, place, cell.style, runs)
        if value is not None:
            self.lines.setdefault(cell.row, {})[cell.column] = value


def _line(cells: dict[int, Held]) -> list[Held]:
    """A row up to its last cell that is not empty."""
    last = max((column for column, value in cells.items() if value != ""), default=-1)
    line: list[Held] = [""] * (last + 1)
    for column, value in cells.items():
        if column <= last:
            line[column] = value
    return line
