"""Cells as they come from a sheet, made into arrays: what is a number, what is blank, what is refused."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from itertools import chain
from typing import Any, Callable

import numpy as np

from .errors import LaengdeFejl, VaerdiFejl, tal, word

Position = Callable[[int], "tuple[str, tuple[int, ...]]"]  # index -> how to say where, and the numbers

_NUMBERS = (int, float, np.number, np.bool_)
_NOT_REAL = (str, bytes, complex, np.complexfloating, np.datetime64, np.timedelta64)
_NESTED = (list, tuple, np.ndarray)
_CRITERION = {"ja": 1.0, "j": 1.0, "x": 1.0, "nej": 0.0, "n": 0.0}
_ERRORS = ("#N/A", "#I/T", "#GETTING_DATA")  # the rest end in ! or ?
_NUMBERED_ERROR = re.compile(r"(Err|Fejl):[0-9]{3}")  # how LibreOffice shows those Excel has no mark for
LARGEST = sys.float_info.max
MOST, LEAST = 1e15, 1e-200  # a float above has no øre left, and what is below may vanish in a product
_TOO_LONG = 40  # characters of a cell that are worth quoting


def cells(value: Any, navn: str) -> np.ndarray:
    """An array in one or two dimensions, of numbers or of objects as they stood in the cells."""
    listed = isinstance(value, (list, tuple))
    result = _from_lists(value, navn) if listed else np.atleast_1d(np.asarray(value))
    if result.ndim > 2:
        raise LaengdeFejl(f"{word(navn)} skal være rækker og kolonner, ikke {result.ndim} dimensioner", navn)
    if not result.size:
        raise LaengdeFejl(f"{word(navn)}: området er tomt", navn)
    return result


def flat_objects(array: np.ndarray, navn: str) -> list[Any]:
    """The cells one after another as Python values."""
    # tolist() would turn dates into whole numbers
    raw = list(array.ravel()) if array.dtype.kind in "mM" else array.ravel().tolist()
    kinds = set(map(type, raw))
    if any(issubclass(kind, _NESTED) for kind in kinds):
        raise _ragged(navn)
    strange = next((kind.__name__ for kind in kinds if kind.__hash__ is None), None)
    if strange:
        raise VaerdiFejl(f"{word(navn)}: {strange} kan ikke stå i en celle", navn)
    return raw


def floats(array: np.ndarray, navn: str, position: Position) -> tuple[np.ndarray, np.ndarray]:
    """Floats and which were blank. No Python step per cell where an array of numbers is given."""
    blank = np.zeros(array.size, dtype=bool)
    raw: Any = array.ravel()
    if raw.dtype.kind in "fiub":
        result = raw.astype(float)
    else:
        raw = flat_objects(array, navn)
        kinds = set(map(type, raw))
        if any(issubclass(kind, (str, type(None))) for kind in kinds):
            blank = np.array([is_empty(cell) for cell in raw])
            raw = [0.0 if empty else cell for cell, empty in zip(raw, blank)]
            kinds = set(map(type, raw))
        plain = all(issubclass(kind, (int, float, np.bool_)) for kind in kinds)
        result = _at_once(raw) if plain else _one_by_one(raw)
    size = np.abs(result)
    wrong = np.flatnonzero(~(size <= MOST) | ((size < LEAST) & (size > 0)))
    if wrong.size:
        first = int(wrong[0])
        why = "er for stort eller for lille til at regne med" if math.isfinite(result[first]) else "er ikke et tal"
        raise refusal(navn, position, first, f"{quote(raw[first])} {why}")
    return result, blank


def refuse_negative(values: np.ndarray, navn: str, position: Position) -> None:
    wrong = np.flatnonzero(values < 0)
    if wrong.size:
        raise refusal(navn, position, wrong[0], f"{tal(values[wrong[0]])} er negativ")


def criterion(cell: Any) -> float:
    """1.0 or 0.0, or NaN for what is neither."""
    if is_empty(cell):
        return 0.0
    if isinstance(cell, str):
        return _CRITERION.get(cell.strip().casefold(), math.nan)
    return float(cell) if is_number(cell) and cell in (0, 1) else math.nan


def name(cell: Any) -> str:
    """Without case, surrounding blanks and no-break spaces; 4100, 4100.0 and "4100" are one name."""
    if cell is None:
        return ""
    if isinstance(cell, (float, np.floating)) and float(cell).is_integer():
        cell = int(cell)
    return str(cell).replace("\xa0", " ").replace("\u202f", " ").strip().casefold()


def single(value: Any) -> Any:
    """The cell of a 1 x 1 range; anything else as it is."""
    if hasattr(value, "__array__") and not isinstance(value, np.generic):
        value = np.asarray(value)
        value = value.item() if value.ndim == 0 else value
    while _is_one(value):
        value = value[0]
    return value


def _is_one(value: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.shape[:1] == (1,)
    return isinstance(value, (list, tuple)) and len(value) == 1


def is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell)


def is_number(cell: Any) -> bool:
    return isinstance(cell, _NUMBERS) and not isinstance(cell, _NOT_REAL)


def is_error(cell: Any) -> bool:
    """An error value as text (#N/A, #DIV/0!, Err:502), or a number that is none."""
    if isinstance(cell, str):
        if cell.startswith("#"):
            return cell.endswith(("!", "?")) or cell in _ERRORS
        return _NUMBERED_ERROR.fullmatch(cell) is not None
    if isinstance(cell, np.floating):  # a short one would be compared as such
        cell = float(cell)
    return is_number(cell) and not -LARGEST <= cell <= LARGEST


def quote(cell: Any) -> str:
    """The cell as a message shows it."""
    if is_error(cell):
        return f"fejlværdien {cell}" if isinstance(cell, str) else "NaN" if cell != cell else "uendelig"
    if is_number(cell):
        return tal(cell)
    text = str(cell)
    return f'"{text if len(text) <= _TOO_LONG else text[:_TOO_LONG] + "..."}"'


def refusal(navn: str, position: Position, index: int, why: str) -> VaerdiFejl:
    """`nøgle, nr. 4: "n/a" er ikke et tal`"""
    where, numre = position(int(index))
    return VaerdiFejl(f"{word(navn)}{where}: {why}", navn, numre, why)


def in_line(index: int) -> tuple[str, tuple[int, ...]]:
    return f", nr. {index + 1}", (index + 1,)


def alone(index: int) -> tuple[str, tuple[int, ...]]:
    return "", ()


def in_table(columns: int) -> Position:
    def position(index: int) -> tuple[str, tuple[int, ...]]:
        row, column = divmod(index, columns)
        return f", række {row + 1}, kolonne {column + 1}", (row + 1,)

    return position


def _from_lists(value: Sequence[Any], navn: str) -> np.ndarray:
    """Rows of finite floats as floats, which are checked at once; anything else as it stands, to be looked at."""
    try:
        if _rows_of_floats(value):
            result = np.fromiter(chain.from_iterable(value), dtype=float).reshape(len(value), len(value[0]))
            if np.isfinite(result).all():
                return result
        return np.array(value, dtype=object)
    except ValueError:  # numpy's word for rows it cannot lay under each other
        raise _ragged(navn) from None


def _rows_of_floats(value: Sequence[Any]) -> bool:
    lists = set(map(type, value)) <= {list, tuple}
    return lists and len(set(map(len, value))) == 1 and set(map(type, chain.from_iterable(value))) == {float}


def _at_once(raw: list[Any]) -> np.ndarray:
    try:
        return np.array(raw, dtype=float)
    except OverflowError:  # a whole number beyond the largest float
        return _one_by_one(raw)


def _one_by_one(raw: list[Any]) -> np.ndarray:
    return np.array([_float(cell) for cell in raw])


def _float(cell: Any) -> float:
    """NaN for whatever is not a finite number; text is never a number, however it reads."""
    if isinstance(cell, _NOT_REAL):
        return math.nan
    try:
        return float(cell)
    except (TypeError, ValueError, OverflowError):
        return math.nan


def _ragged(navn: str) -> LaengdeFejl:
    return LaengdeFejl(f"{word(navn)}: rækkerne er ikke lige lange", navn)
