"""How cells look: fonts, fills, lines, what may be chosen in them, and what makes them red."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.addin.hosts.excel.desktop.fake.base import ROWS, ComError, ComObject, Unknown, kept
from tests.hosts_agree.excel_sheets import Look

if TYPE_CHECKING:
    from tests.addin.hosts.excel.desktop.fake.cells import Range

SIDES = {8: "top", 9: "bottom", 7: "left", 10: "right", 11: "vertical", 12: "horizontal"}
ALIGNED = {-4108: "center", -4131: "left", -4152: "right", 1: None, -4107: None}
WEIGHTS = {1: "hair", 2: "thin", -4138: "medium", 4: "thick"}


def colour(value: int) -> str:
    """Excel's colours are blue, green, red."""
    return f"#{value & 255:02X}{value >> 8 & 255:02X}{value >> 16 & 255:02X}"


class _Of(ComObject):
    def __init__(self, cells: Range):
        self._cells = cells


class Font(_Of):
    _kind = "Font"
    Bold = property(None, lambda self, value: self._cells._look("bold", value))
    Italic = property(None, lambda self, value: self._cells._look("italic", value))
    Size = property(None, lambda self, value: self._cells._look("size", float(value)))
    Color = property(None, lambda self, value: self._cells._look("color", colour(value)))


class Interior(_Of):
    _kind = "Interior"
    Color = property(None, lambda self, value: self._cells._look("fill", colour(value)))


class Border(ComObject):
    """A line; inside ones lie below each row but the last, and right of each column but the last."""

    _kind = "Border"

    def __init__(self, cells: Range, side: str):
        self._cells, self._side = cells, side

    def _put(self, key: str, value: Any) -> None:
        cells = self._cells
        last_row, last_column = cells._row + cells._height - 1, cells._column + cells._width - 1
        for row, column in cells._places():
            edges = {"top": row == cells._row, "bottom": row == last_row, "left": column == cells._column,
                     "right": column == last_column, "horizontal": row < last_row, "vertical": column < last_column}
            if edges[self._side]:
                named = {"horizontal": "bottom", "vertical": "right"}.get(self._side, self._side)
                cells._sheet._look(row, column)[f"{named} {key}"] = value

    def _line(self, value: int) -> None:
        if value != 1:
            raise Unknown(f"Border.LineStyle = {value}")

    LineStyle = property(None, _line)
    Weight = property(None, lambda self, value: self._put("weight", WEIGHTS[value]))
    Color = property(None, lambda self, value: self._put("color", colour(value)))


class Validation(_Of):
    _kind = "Validation"

    def Delete(self) -> None:
        for place in list(self._cells._sheet._state.choices):
            if place in set(self._cells._places()) or self._cells._height == ROWS:
                del self._cells._sheet._state.choices[place]

    def Add(self, Type: int, AlertStyle: int, Operator: int, Formula1: str) -> None:
        if (Type, AlertStyle, Operator) != (3, 1, 1) or len(Formula1) > 255:
            raise ComError()
        for place in self._cells._places():
            self._cells._sheet._state.choices[place] = ",".join(Formula1.split(";"))

    ErrorTitle, ErrorMessage = kept("ErrorTitle"), kept("ErrorMessage")


class FormatConditions(_Of):
    _kind = "FormatConditions"

    def __call__(self, number: int) -> FormatCondition:
        return FormatCondition(self._cells, "")

    def Delete(self) -> None:
        gone = None if self._cells._height == ROWS else set(self._cells._places())
        highlights = self._cells._sheet._state.highlights
        highlights -= {each for each in highlights if gone is None or each[:2] in gone}

    def Add(self, Type: int, Operator: int, Formula1: str) -> FormatCondition:
        if (Type, Operator) != (1, 3):
            raise Unknown(f"FormatConditions.Add({Type}, {Operator})")
        return FormatCondition(self._cells, Formula1.removeprefix("="))


class FormatCondition(ComObject):
    _kind = "FormatCondition"

    def __init__(self, cells: Range, formula: str):
        self._cells, self._formula, self._colours = cells, formula, {}

    StopIfTrue = kept("StopIfTrue")

    def SetFirstPriority(self) -> None:
        for place in self._cells._places():
            look = (self._formula, self._colours["fill"], self._colours["font"])
            self._cells._sheet._state.highlights.add((*place, *look))

    Interior = property(lambda self: _Painted(self._colours, "fill"))
    Font = property(lambda self: _Painted(self._colours, "font"))


class _Painted(ComObject):
    _kind = "FormatCondition"

    def __init__(self, colours: dict[str, str], key: str):
        self._colours, self._key = colours, key

    Color = property(None, lambda self, value: self._colours.__setitem__(self._key, colour(value)))


def look_of(found: Look) -> Look:
    return {key: value for key, value in found.items() if value not in (None, False)}
