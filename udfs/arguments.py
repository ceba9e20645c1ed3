"""The one place where arguments are read: ranges, numbers, tables, names and choices, checked.

A range is a number, a list, nested lists (rows of cells), an array or a Series. Blank cells (None or "")
are 0 and remembered; text, error values, NaN and infinities are refused with their position.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from . import values
from .errors import LaengdeFejl, VaerdiFejl, antal, tal, word
from .rounding import KRONE, OERE
from .sums import row_totals

_FLAGS = {"ja": True, "sand": True, "true": True, "nej": False, "falsk": False, "false": False}


class Range(NamedTuple):
    """Cells that have been read, one after another. form is the shape in which a result must lie."""

    navn: str
    tal: np.ndarray
    tom: np.ndarray  # blank cells
    form: tuple[int, ...]

    def like(self, result: np.ndarray) -> np.ndarray:
        return result.reshape(self.form)


class Table(NamedTuple):
    """Rows of recipients or children; form is the shape of a result with one number a row."""

    navn: str
    tal: np.ndarray
    form: tuple[int, ...]

    def like(self, result: np.ndarray) -> np.ndarray:
        return result.reshape(self.form)


class Names(NamedTuple):
    """A column or row of names."""

    navn: str
    tal: list[str]  # comparable
    vist: list[Any]  # as typed
    form: tuple[int, ...]

    def like(self, result: np.ndarray) -> np.ndarray:
        return result.reshape(self.form)


def numbers(value: Any, navn: str, signed: bool = False) -> Range:
    """A range of numbers, negative ones only where signed. What is a Range already stays as it is."""
    if isinstance(value, Range):
        return value
    cells = _line(value, navn)
    result, blank = values.floats(cells, navn, values.in_line)
    if not signed:
        values.refuse_negative(result, navn, values.in_line)
    return Range(navn, result, blank, cells.shape)


def grid(value: Any, navn: str) -> Range:
    """Numbers >= 0 in cells of any shape: one, a column, a row or a table."""
    cells = values.cells(value, navn)
    position = where_in(cells.shape)
    result, blank = values.floats(cells, navn, position)
    values.refuse_negative(result, navn, position)
    return Range(navn, result, blank, cells.shape)


def where_in(form: tuple[int, ...]) -> values.Position:
    """How to say where in cells of this shape: by number in a line, by row and column in a table."""
    return values.in_table(form[1]) if len(form) == 2 and min(form) > 1 else values.in_line


def table(value: Any, navn: str, signed: bool = False) -> Table:
    """n x m numbers, negative ones only where signed; cells without rows are one column."""
    return table_and_blanks(value, navn, signed)[0]


def table_and_blanks(value: Any, navn: str, signed: bool = False) -> tuple[Table, np.ndarray]:
    """The same, and n x m bool: which cells were blank."""
    rows, form = _rows(value, navn)
    position = values.in_table(rows.shape[1])
    result, blank = values.floats(rows, navn, position)
    if not signed:
        values.refuse_negative(result, navn, position)
    return Table(navn, result.reshape(rows.shape), form), blank.reshape(rows.shape)


def criteria(value: Any, navn: str) -> Table:
    """n x m of 1/0, ja/nej, j/n or x, as 1.0 and 0.0; blank is nej."""
    rows, form = _rows(value, navn)
    if rows.dtype.kind == "f":
        result = np.where((rows == 0) | (rows == 1), rows, np.nan).ravel()
    else:
        flat = values.flat_objects(rows, navn)
        met = {cell: values.criterion(cell) for cell in set(flat)}
        result = np.fromiter(map(met.__getitem__, flat), dtype=float, count=len(flat))
    unknown = np.flatnonzero(np.isnan(result))
    if unknown.size:
        cell = rows.ravel()[unknown[0]]
        why = f"{values.quote(cell)} er ikke 1/0, ja/nej, j/n eller x"
        raise values.refusal(navn, values.in_table(rows.shape[1]), unknown[0], why)
    return Table(navn, result.reshape(rows.shape), form)


def weights(value: Any, navn: str, like: Table) -> np.ndarray:
    """One weight >= 0 per column of the table, lying either way; 1 each where none is given."""
    given = column(value, navn)
    return np.ones(like.tal.shape[1]) if given is None else _fitting(given, like)


def per_column(value: Any, navn: str, like: Table, signed: bool = False) -> np.ndarray:
    """One number per column of the table, lying either way, that must be there."""
    given = numbers(value, navn, signed)
    if given.tom.all():
        why = _cells_are(len(given.tal))
        raise VaerdiFejl(f"{word(navn)} mangler: {why}", navn, grund=why)
    return _fitting(given, like)


def _fitting(given: Range, like: Table) -> np.ndarray:
    """One number a column; a blank one is 0."""
    columns = like.tal.shape[1]
    if len(given.tal) != columns:
        wanted = f"{word(like.navn)} har {antal(columns, 'kolonne', 'kolonner')}"
        raise LaengdeFejl(f"{word(given.navn)} har {len(given.tal)} tal, {wanted}", given.navn)
    return given.tal


def _cells_are(n: int) -> str:
    return "cellen er tom" if n == 1 else "cellerne er tomme"


def number(value: Any, navn: str, signed: bool = False) -> float:
    """One number that must be there."""
    if is_blank(value):
        why = _cells_are(1)
        raise VaerdiFejl(f"{word(navn)} mangler: {why}", navn, grund=why)
    result, _ = values.floats(values.cells(_one(value, navn, "ét tal"), navn), navn, values.alone)
    if not signed:
        values.refuse_negative(result, navn, values.alone)
    return float(result[0])


def _wrong(navn: str, why: str) -> VaerdiFejl:
    """The one value there is cannot be used."""
    return values.refusal(navn, values.alone, 0, why)


def optional(value: Any, navn: str, default: float) -> float:
    """One number >= 0, or default where it is omitted or its cell is empty."""
    return float(default) if is_blank(value) else number(value, navn)


def rounding_unit(value: Any, navn: str = "afrunding") -> float:
    """The unit amounts are rounded to, in kr.; 0 is none, and a whole krone where it is omitted."""
    result = optional(value, navn, KRONE)
    if 0 < result < OERE:
        raise _wrong(navn, f"{tal(result)} er under 0,01 kr.; skriv 0, hvis der ikke skal rundes")
    return result


def fraction(value: Any, navn: str) -> float:
    """A share that must be there, from 0 to 1."""
    result = number(value, navn, signed=True)
    if not 0 <= result <= 1:
        percent = tal(result) if 2 <= result <= 100 else "42"
        raise _wrong(navn, f"{tal(result)} ligger ikke mellem 0 og 1; skriv =5/12 eller {percent} %")
    return result


def factor(value: Any, navn: str) -> float:
    """A ratio as one number of at least 1. A cell where 1:3 is typed holds a clock time, less than 1."""
    cell = values.single(value)
    ratio = isinstance(cell, str) and ":" in cell
    result = 0.0 if ratio else number(value, navn, signed=True)
    if result < 1:
        wrong = f"{values.quote(cell)} er {'ikke et tal' if ratio else 'under 1'}"
        raise _wrong(navn, f"{wrong}; skriv 3, ikke 1:3")
    return result


def per_recipient(value: Any, like: Range, navn: str, blank: float = 0.0) -> np.ndarray | None:
    """A number for all, or a range with one each; None where nothing is given. Empty cells are `blank`."""
    given = column(value, navn)
    if given is None:
        return None
    if len(given.tal) == 1:
        return np.full(len(like.tal), given.tal[0])
    same_length(like, given)
    return np.where(given.tom, blank, given.tal)


def choice(value: Any, navn: str, valid: Sequence[str]) -> str:
    """One of the valid words in any case, with æøå or without; the first where it is omitted."""
    cell = _one(value, navn, "ét ord")
    if values.is_empty(cell):
        return valid[0]
    plain = values.name(cell).replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    if plain not in valid:
        *most, last = (f'"{option}"' for option in valid)
        options = f"{', '.join(most)} eller {last}"
        raise _wrong(navn, f"{values.quote(cell)} findes ikke; skriv {options}")
    return plain


def flag(value: Any, navn: str, default: bool) -> bool:
    """SAND/FALSK, 1/0 or ja/nej."""
    cell = _one(value, navn, "SAND eller FALSK")
    if values.is_empty(cell):
        return default
    if values.is_number(cell) and cell in (0, 1):
        return bool(cell)
    known = _FLAGS.get(values.name(cell)) if isinstance(cell, str) else None
    if known is None:
        raise _wrong(navn, f"{values.quote(cell)} er hverken SAND eller FALSK")
    return known


def names(value: Any, navn: str) -> Names:
    """A range of names; a blank one is ""."""
    cells = _line(value, navn)
    flat = values.flat_objects(cells, navn)
    distinct = set(flat)
    if any(map(values.is_error, distinct)):
        wrong = next(i for i, cell in enumerate(flat) if values.is_error(cell))
        raise values.refusal(navn, values.in_line, wrong, f"{values.quote(flat[wrong])} er ikke et navn")
    known = {cell: values.name(cell) for cell in distinct}
    return Names(navn, [known[cell] for cell in flat], flat, cells.shape)


def same_length(first: Range | Table | Names, *others: Range | Table) -> None:
    for other in others:
        if len(other.tal) != len(first.tal):
            lengths = f"{word(other.navn)} har {len(other.tal)}, {word(first.navn)} har {len(first.tal)}"
            raise LaengdeFejl(f"områderne er ikke lige lange: {lengths}", other.navn)


def reaches(x: np.ndarray, limit: np.ndarray | float) -> np.ndarray:
    """x >= limit, where a difference as small as the noise of a multiplication is none."""
    return x - limit >= -noise(x)


def noise(x: np.ndarray) -> np.ndarray:
    return 1e-9 * np.maximum(1, np.abs(x))


def is_blank(value: Any) -> bool:
    """Omitted, or one empty cell."""
    return values.is_empty(values.single(value))


def column(value: Any, navn: str) -> Range | None:
    """An optional range; None where it is omitted or all of its cells are empty."""
    given = None if is_blank(value) else numbers(value, navn)
    return None if given is None or given.tom.all() else given


def row_sums(products: np.ndarray) -> np.ndarray:
    """Correctly rounded, so that the order of the columns does not matter."""
    return row_totals(products)


def _one(value: Any, navn: str, what: str) -> Any:
    """The one cell there must be."""
    cell = values.single(value)
    many = np.size(values.cells(cell, navn))
    if many != 1:
        raise LaengdeFejl(f"{word(navn)} skal være {what}, ikke {many} celler", navn)
    return cell


def _line(value: Any, navn: str) -> np.ndarray:
    cells = values.cells(value, navn)
    if cells.ndim == 2 and min(cells.shape) > 1:
        shape = f"{cells.shape[0]} x {cells.shape[1]}"
        raise LaengdeFejl(f"{word(navn)} skal være én kolonne eller én række, ikke {shape}", navn)
    return cells


def _rows(value: Any, navn: str) -> tuple[np.ndarray, tuple[int, ...]]:
    cells = values.cells(value, navn)
    form = (len(cells),) if cells.ndim == 1 else (len(cells), 1)
    return cells.reshape(len(cells), -1), form
