"""From an old distribution to a new one: a share of each, in the years or months between them."""

from __future__ import annotations

import math

import numpy as np

from .rounding import Rounding, by_amount, half_up, unrounded


def blend(nyt: np.ndarray, foer: np.ndarray, andel_nyt: float) -> np.ndarray:
    """Kr. before rounding."""
    return (1 - andel_nyt) * foer + andel_nyt * nyt


def rounded(nyt: np.ndarray, foer: np.ndarray, andel_nyt: float, enhed: float) -> Rounding:
    """The blend in multiples of enhed (0: as it is), with the blended sum half up as its sum."""
    kr = blend(nyt, foer, andel_nyt)
    if not enhed:
        return unrounded(kr)
    total = (1 - andel_nyt) * math.fsum(foer) + andel_nyt * math.fsum(nyt)
    return by_amount(kr, enhed, half_up(total, enhed))
