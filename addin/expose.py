"""A function as a cell calls it: cells in, the rule, cells out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np

from addin.cells import incoming_all, outgoing
from addin.describe import Description, descriptions
from udfs import catalogue
from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl, word


class Exposed(NamedTuple):
    """What a host registers: how the function looks, and `call(arguments)`."""

    description: Description
    call: Callable[[Sequence[Any]], Any]


@cache
def exposed() -> tuple[Exposed, ...]:
    return tuple(Exposed(found, partial(call, found.name)) for found in descriptions())


def call(name: str, arguments: Sequence[Any]) -> Any:
    """The result as cells. An argument left out is None or not there.

    Raises udfs.errors.RegelFejl, a sentence for the user; anything else is a mistake of ours.
    """
    check_count(_described(name), arguments)
    try:
        with np.errstate(over="raise", divide="raise", invalid="raise"):  # else a warning, and no number in the cell
            return outgoing(catalogue.FUNCTIONS[name](*incoming_all(arguments)))
    except (OverflowError, FloatingPointError):
        raise UmuligFejl("tallene er for store eller for små til at regne med") from None


def check_count(description: Description, arguments: Sequence[Any]) -> None:
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
