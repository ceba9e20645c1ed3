"""Whether counts can be behind rounded amounts, many counts at once: what lets the search ask the rule itself seldom.

The largest remainder (udfs.rounding) gives the units that are left to the largest rests: no amount that was rounded
down had a larger rest than one that was rounded up.
"""

from __future__ import annotations

import numpy as np

from addin.smaa_antal.amounts import SLACK, Amounts

FITTINGS = 8  # times the sats is set anew; where it does not settle nothing is said
ENOUGH = 1e-9  # relative: how near to what is given the amounts must come to be looked at
REST = 1e-4  # of a unit: rests that are nearer to each other are not told apart


def may_be(column: Amounts, counts: np.ndarray) -> np.ndarray:
    """Of rows of counts, those that may give the amounts; the others surely do not."""
    if not column.is_plain:
        return np.ones(len(counts), dtype=bool)
    weight = column.weight(counts)
    amounts, settled = before_rounding(column, weight)
    too_low = amounts < column.least * (1 - SLACK) - SLACK
    too_high = amounts > column.most * (1 + SLACK) + SLACK
    return ~settled | (~(too_low | too_high).any(axis=1) & in_order(column, amounts))


def before_rounding(column: Amounts, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The amounts of the sats that gives all, and whether it was found."""
    bound = np.broadcast_to(~column.free, weight.shape)
    fixed = np.broadcast_to(column.column.amounts, weight.shape)
    amounts = fixed
    for _ in range(FITTINGS):
        heavy = np.where(bound, 0.0, weight).sum(axis=1)
        left = column.sum - np.where(bound, fixed, 0.0).sum(axis=1)
        sats = np.divide(left, heavy, out=np.zeros(len(left)), where=heavy > 0)[:, None]
        lowest = np.where(weight > 0, column.lo, column.lo_unweighted)
        amounts = np.clip(sats * weight, lowest, column.hi)
        bound, fixed = (sats * weight <= lowest) | (sats * weight >= column.hi), amounts
    settled = np.abs(amounts.sum(axis=1) - column.sum) <= ENOUGH * column.sum
    return amounts, settled


def in_order(column: Amounts, amounts: np.ndarray) -> np.ndarray:
    """Whether those that got a unit more had the larger rests."""
    if column.is_blended or not column.unit:
        return np.ones(len(amounts), dtype=bool)
    inside = (amounts > column.lo + REST * column.unit) & (amounts < column.hi - REST * column.unit)
    units = amounts / column.unit
    rest = units - np.floor(units)
    clear = inside & (rest > REST) & (rest < 1 - REST)
    up = clear & (column.column.amounts > amounts)
    down = clear & (column.column.amounts < amounts)
    last_up = np.where(up, rest, 1.0).min(axis=1)
    first_down = np.where(down, rest, 0.0).max(axis=1)
    found: np.ndarray = last_up >= first_down - REST
    return found
