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


Rows = tuple[tuple[Any, ...], ...]


def answer(name: str, arguments: Sequence[Any]) -> Rows:
    """The result, or a true error value: never text in place of a number."""
    if not has_numpy():
        return refused(name, NO_NUMPY)
    from addin.expose import call
    from udfs.errors import RegelFejl

    try:
        given = list(arguments)
        while given and given[-1] is None:
            given.pop()
        check_zeros(name, given)
        return cells(call(name, given))
    except RegelFejl as sentence:
        return refused(name, str(sentence))
    except Exception as bug:
        return refused(name, BUG.format(type(bug).__name__))


def has_numpy() -> bool:
    """Asked for, not tried: LibreOffice's import says in words of its own what was missing."""
    return find_spec("numpy") is not None


def refused(name: str, sentence: str) -> Rows:
    line = f"{name}: {sentence}"
    if line in latest:
        latest.remove(line)
    latest.appendleft(line)
    return ((VALUE_ERROR,),)


def check_zeros(name: str, arguments: Sequence[Any]) -> None:
    """A single empty cell arrives as 0. Where that is not what an empty cell means, nothing is guessed."""
    from addin.expose import exposed
    from udfs.errors import VaerdiFejl, word

    description = next(found.description for found in exposed() if found.description.name == name)
    for argument, value in zip(description.arguments, arguments):
        default = argument.default
        number = isinstance(default, (int, float)) and not isinstance(default, bool)
        if argument.optional and number and default != 0 and isinstance(value, float) and value == 0:
            raise VaerdiFejl(AMBIGUOUS.format(word(argument.name)), argument.name)


def cells(result: Any) -> Rows:
    """Rows as LibreOffice takes them; an empty cell is an empty text."""
    rows = result if isinstance(result, list) else [[result]]
    return tuple(tuple("" if cell is None else cell for cell in row) for row in rows)
