"""Counts that are not the true ones and that perhaps nobody can tell from them: the beginning of a proof that a count
is not given back.

They are made from the true ones by giving one recipient another count and letting others make up for it, where their
amounts have room for it in the rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from addin.smaa_antal.amounts import Amounts

WAYS = 4  # sets of others that are tried for each new count


def others(columns: Sequence[Amounts], true: np.ndarray, number: int, count: float) -> Iterator[np.ndarray]:
    """Counts where one recipient has `count`: alone, with one child each of several others, with all of one other."""
    alone = true.copy()
    alone[number] = count
    yield alone  # nobody else needs to move where an amount does not follow the count
    more = int(count - true[number])
    if not columns or not more:
        return
    step = 1 if more > 0 else -1
    order = by_room(columns[0], true, -step)
    order = order[order != number]
    for start in range(0, WAYS * abs(more), abs(more)):
        several = order[start:start + abs(more)]
        if len(several) == abs(more):
            spread = alone.copy()
            spread[several] -= step
            yield spread
    for other in order[:WAYS].tolist():
        moved = alone.copy()
        moved[other] -= more
        yield moved


def by_room(column: Amounts, true: np.ndarray, step: int) -> np.ndarray:
    """Recipients that count, those first whose amounts were rounded furthest in the direction of a step, as the step
    then brings the amount before rounding nearer to the one published."""
    order = np.argsort(-step * column.rounded, kind="stable")
    return np.asarray(order[(column.weight(true) > 0)[order]])
