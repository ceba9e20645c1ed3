"""A Distribution as the table FORDEL_SPOR shows: headings, a row a recipient, and a total."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .distribution import Distribution
from .errors import antal, kroner

HEADINGS = (
    "Nr.", "Nøgle", "Børn", "Belastning", "Over tærskel", "Vægt", "Andel", "Før loft og minimum", "Minimum",
    "Loft", "Bundet af", "Før afrunding", "Afrunding", "Tildeling", "Pr. barn", "Uden tærskel", "Note",
)  # fmt: skip
CHILDREN_OF_THRESHOLD = "Børn til tærskel"  # only where they are others than those of kr. per child
BLANK = ""
TOTAL = "I alt"


def as_table(done: Distribution) -> np.ndarray:
    n = len(done.noegle)
    used = done.taerskel is not None
    columns: tuple[tuple[list[Any], Any], ...] = (
        (list(range(1, n + 1)), TOTAL),
        _summed(done.noegle),
        _summed(done.boern, n),
        _per_child(done.noegle, done.boern if done.boern_taerskel is None else done.boern_taerskel),
        _answers(done.over_taerskel) if used else _blank(n),
        _summed(done.vaegt),
        _summed(done.andel),
        _summed(done.foer_bund),
        _bound(done.lo, done.lo > 0),
        _bound(done.hi, np.isfinite(done.hi)),
        (list(done.bundet), BLANK),
        _summed(done.foer_afrunding),
        _without_noise(_summed(done.tildeling - done.blandet)),
        _summed(done.tildeling),
        _per_child(done.tildeling, done.boern),
        _summed(done.uden_taerskel, n),
        (list(done.noter), _total_note(done)),
    )
    table = np.empty((n + 2, len(HEADINGS)), dtype=object)
    table[0] = HEADINGS
    for j, (cells, total) in enumerate(columns):
        table[1:, j] = [*cells, total]
    return table if done.boern_taerskel is None else _with_own_children(table, done.boern_taerskel)


def _with_own_children(table: np.ndarray, boern: np.ndarray) -> np.ndarray:
    """One column more: the children the threshold is measured by."""
    cells, total = _summed(boern)
    column = np.array([CHILDREN_OF_THRESHOLD, *cells, total], dtype=object)
    return np.insert(table, HEADINGS.index("Belastning"), column, axis=1)


def _summed(column: np.ndarray | None, n: int = 0) -> tuple[list[Any], Any]:
    return _blank(n) if column is None else (column.tolist(), math.fsum(column))


def _without_noise(column: tuple[list[Any], Any]) -> tuple[list[Any], Any]:
    """Roundings that cancel out sum to 0, and not to the last bits of them."""
    cells, total = column
    return cells, round(total, 6) + 0.0


def _per_child(column: np.ndarray, boern: np.ndarray | None) -> tuple[list[Any], Any]:
    if boern is None:
        return _blank(len(column))
    amounts = [*column.tolist(), math.fsum(column)]
    children = [*boern.tolist(), math.fsum(boern)]
    *cells, total = [kr / each if each else BLANK for kr, each in zip(amounts, children)]
    return cells, total


def _answers(yes: np.ndarray) -> tuple[list[Any], Any]:
    return ["ja" if each else "nej" for each in yes.tolist()], int(yes.sum())


def _bound(column: np.ndarray, used: np.ndarray) -> tuple[list[Any], Any]:
    """Bounds are not summed: what counts is the one each recipient meets."""
    return [kr if each else BLANK for kr, each in zip(column.tolist(), used.tolist())], BLANK


def _blank(n: int) -> tuple[list[Any], Any]:
    return [BLANK] * n, BLANK


def _total_note(done: Distribution) -> str:
    notes = []
    for text in ("nøgle er tom", "børn er tom"):
        blanks = sum(text in note for note in done.noter)
        if blanks:
            notes.append(f"{text.split()[0]}: {antal(blanks, 'tom celle tæller', 'tomme celler tæller')} 0")
    if done.ikke_fordelt:
        notes.append(f"ikke fordelt: {kroner(done.ikke_fordelt)}")
    if done.uden_taerskel_hvorfor:
        notes.append(done.uden_taerskel_hvorfor)
    return "; ".join(notes)
