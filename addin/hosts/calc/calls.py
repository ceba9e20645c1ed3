"""A function as a cell of Calc calls it: what LibreOffice hands over, the rule, and a true error where it refuses."""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

# LibreOffice's own way to say an error of a kind (519 is #VALUE!) as a number: a quiet NaN, the kind in its low bits.
VALUE_ERROR: float = struct.unpack("<d", struct.pack("<Q", 0x7FF8000000000000 | 519))[0]
KEPT = 20
NO_NUMPY = ("Fordel mangler Python-pakken numpy. På Linux: installér python3-numpy. På Windows: kør Kommandoprompt som "
            "administrator, og skriv: \"C:\\Program Files\\LibreOffice\\program\\python.exe\" -m ensurepip, og "
            "derefter det samme med -m pip install numpy. Start LibreOffice igen.")
AMBIGUOUS = ("{0}: LibreOffice kan ikke se forskel på 0 og en tom celle her. Udelad argumentet, skriv {{0}} for 0, "
             "eller henvis med et område (B5:B5)")
BUG = "en fejl i Fordel ({0}); send gerne formlen til dem, der vedligeholder Fordel"

# The latest refusals, newest first: a cell can only show that something is wrong, the menu shows what.
latest: deque[str] = deque(maxlen=KEPT)


def answer(name: str, arguments: Sequence[Any]) -> Any:
    """The result as its type says, rows of cells or one, or a true error value: never text in place of a number."""
    if not has_numpy():
        return refused(name, NO_NUMPY)  # also where rows are expected: then LibreOffice makes an error of it
    from addin.expose import call
    from udfs.errors import RegelFejl

    try:
        given = list(arguments)
        while given and given[-1] is None:
            given.pop()
        check_zeros(name, given)
        result = call(name, given)
    except RegelFejl as sentence:
        result = refused(name, str(sentence))
    except Exception as bug:
        result = refused(name, BUG.format(type(bug).__name__))
    return cell(result) if described(name).one_cell else rows(result)


def has_numpy() -> bool:
    """Asked for, not tried: LibreOffice's import says in words of its own what was missing."""
    return find_spec("numpy") is not None


def refused(name: str, sentence: str) -> float:
    line = f"{name}: {sentence}"
    if line in latest:
        latest.remove(line)
    latest.appendleft(line)
    return VALUE_ERROR


def described(name: str) -> Any:
    from addin.expose import exposed

    return next(found.description for found in exposed() if found.description.name == name)


def check_zeros(name: str, arguments: Sequence[Any]) -> None:
    """A single empty cell arrives as 0. Where that is not what an empty cell means, nothing is guessed."""
    from udfs.errors import VaerdiFejl, word

    for argument, value in zip(described(name).arguments, arguments):
        default = argument.default
        number = isinstance(default, (int, float)) and not isinstance(default, bool)
        if argument.optional and number and default != 0 and isinstance(value, float) and value == 0:
            raise VaerdiFejl(AMBIGUOUS.format(word(argument.name)), argument.name)


def rows(result: Any) -> tuple[tuple[Any, ...], ...]:
    """Rows as LibreOffice takes them."""
    found = result if isinstance(result, list) else [[result]]
    return tuple(tuple(map(cell, row)) for row in found)


def cell(value: Any) -> Any:
    """An empty cell is an empty text."""
    return "" if value is None else value
