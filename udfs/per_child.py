"""Amounts and counts per child: nothing per nobody is 0, something per nobody is refused."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import values
from .arguments import Range, numbers, same_length
from .errors import UmuligFejl, tal


def quotients(amounts: Range, boern: Range) -> np.ndarray:
    """amounts / boern, where nothing per nobody is 0 and something per nobody is refused."""
    same_length(amounts, boern)
    refuse_without_children(amounts, boern.tal)
    return np.divide(amounts.tal, boern.tal, out=np.zeros(len(boern.tal)), where=boern.tal > 0)


def refuse_without_children(amounts: Range, boern: np.ndarray) -> None:
    wrong = np.flatnonzero((amounts.tal > 0) & (boern == 0))
    if wrong.size:
        why = f"{tal(amounts.tal[wrong[0]])}, men der er 0 børn"
        raise values.refusal(amounts.navn, values.in_line, wrong[0], why)


def kr_per_child(beloeb: Any, boern: Any) -> np.ndarray:
    """Kr. per child of those that get any."""
    amounts = numbers(beloeb, "beloeb")
    per_child = quotients(amounts, numbers(boern, "boern"))
    if not amounts.tal.any():
        raise UmuligFejl("beløb: ingen får penge, så der er intet at sammenligne", "beloeb")
    return per_child[amounts.tal > 0]
