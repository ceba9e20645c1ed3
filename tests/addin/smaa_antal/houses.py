"""Publications to attack: houses, their counts and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from addin.smaa_antal.published import ANYTHING, Column, Publication


def column(name: str, heads: Sequence[float], counts: Sequence[float], changes: Sequence[float] = (),
           sats: tuple[float, float] = ANYTHING, **terms: Any) -> Column:
    """The amounts the rule gives."""
    n = len(heads)
    all_terms = {"boern": list(heads), **terms}
    change = np.array(changes or [0.0] * n, dtype=float)
    empty = Column(name, np.zeros(n), all_terms, np.ones(n), change, sats)
    done = empty.distributed(np.array(counts, dtype=float))
    assert done is not None
    return Column(name, done.tildeling, all_terms, np.ones(n), change, sats)


def publication(heads: Sequence[float], counts: Sequence[float], *columns: Column, **more: Any) -> Publication:
    return Publication(tuple(f"Hus {number}" for number in range(1, len(heads) + 1)), np.array(heads, dtype=float),
                       np.array(counts, dtype=float), columns, **more)


# The page of the project's own example (twelve houses, fictive): two counts of 4 that get money, 3 and 4 that do not.
TWELVE = ("Ellehuset", "Skovbrynet", "Tjørnen", "Kløverstien", "Havnehuset", "Engblommen", "Birkelunden", "Svalereden",
          "Kastanjen", "Møllevangen", "Strandhuset", "Lærken")
TWELVE_HEADS = (72, 42, 62, 52, 78, 58, 66, 30, 88, 52, 60, 46)
TWELVE_COUNTS = (25, 4, 13, 3, 27, 8, 6, 7, 39, 8, 4, 4)
