"""A function as a cell calls it: cells in, the rule, cells out."""

from __future__ import annotations

import gc
import hashlib
import io
import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from addin.cells import incoming_all, outgoing
from addin.describe import Description, descriptions
from udfs import catalogue
from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl, word

Key = tuple[Callable[..., Any], bytes]  # the rule, and what it was given
CALLS, BYTES = 256, 20 * 1024 * 1024  # how many results are kept, and how much they may take together


class Exposed(NamedTuple):
    """What a host registers: how the function looks, and `call(arguments)`."""

    description: Description
    call: Callable[[Sequence[object]], Any]


@cache
def exposed() -> tuple[Exposed, ...]:
    return tuple(Exposed(found, partial(call, found.name)) for found in descriptions())


def call(name: str, arguments: Sequence[object]) -> object:
    """The result as cells. An argument left out is None or not there.

    A call that equals one of the latest is not computed again: a recalculation asks many cells the same. Raises
    udfs.errors.RegelFejl, a sentence for the user; anything else is a mistake of ours. What is raised is not kept.
    """
    check_count(_described(name), arguments)
    with not_collecting():
        return _answer(catalogue.FUNCTIONS[name], arguments)


@contextmanager
def not_collecting() -> Iterator[None]:
    """A large range is hundreds of thousands of rows that are made and let go, none of them in a circle: to look for
    circles among them every few hundred would double the time of a call."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _answer(rule: Callable[..., object], arguments: Sequence[object]) -> object:
    cells = incoming_all(arguments)
    key = fingerprint(rule, cells)
    kept = ANSWERS.get(key)
    if kept is not None:
        return pickle.loads(kept)
    try:
        with np.errstate(over="raise", divide="raise", invalid="raise"):  # else a warning, and no number in the cell
            result = outgoing(rule(*cells))
    except (OverflowError, FloatingPointError):
        raise UmuligFejl("tallene er for store eller for små til at regne med") from None
    ANSWERS.put(key, plain_bytes(result))
    return result


def check_count(description: Description, arguments: Sequence[object]) -> None:
    """A prompt of Python would say this in English."""
    wanted = description.arguments
    if len(arguments) > len(wanted):
        raise LaengdeFejl(f"{description.name} har højst {len(wanted)} argumenter; her er {len(arguments)}")
    missing = next((a for a in wanted[len(arguments):] if not a.optional), None)
    if missing is not None:
        raise VaerdiFejl(f"{word(missing.name)} mangler", missing.name)


@cache
def _by_name() -> dict[str, Description]:
    return {found.name: found for found in descriptions()}


def _described(name: str) -> Description:
    return _by_name()[name]


# ------------------------------------------------------------------------------------- results that are kept


def fingerprint(rule: Callable[..., Any], cells: Sequence[object]) -> Key | None:
    """Equal for the same call only: 0, FALSK and a blank cell are three, and so are 1 and the text "1". None where a
    value is of no kind a cell has: that call is not kept."""
    try:
        return rule, hashlib.blake2b(plain_bytes(cells), digest_size=32).digest()
    except (pickle.PicklingError, TypeError, AttributeError, ValueError, RecursionError):
        return None


def plain_bytes(value: object) -> bytes:
    """The value with the type of every cell. Fast: that two cells are one object is not noted, so that what is equal
    has equal bytes, and half a million cells take no time."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return out.getvalue()


class Answers:
    """The results used last, as bytes: nobody can change one, and it is known what they take."""

    def __init__(self, calls: int = CALLS, size: int = BYTES):
        self.most_calls, self.most_bytes = calls, size
        self.size = 0
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = Lock()  # a server answers several at a time

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key | None) -> bytes | None:
        with self._lock:
            if key is None or key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def put(self, key: Key | None, result: bytes) -> None:
        """Keeps a result, and lets those go that have not been used for longest."""
        if key is None:
            return
        with self._lock:
            self.size += len(result) - len(self._kept.pop(key, b""))
            self._kept[key] = result
            while len(self._kept) > self.most_calls or self.size > self.most_bytes:
                self.size -= len(self._kept.popitem(last=False)[1])


ANSWERS = Answers()
