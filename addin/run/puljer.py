"""Several pools run in order: each calculation, what went on between them, and the sum."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from addin.figures import units
from addin.run.regnet import Regnet
from addin.settings.puljer import Raekke
from udfs.values import name as comparable


@dataclass(frozen=True)
class Delt:
    """One pool: `ind` is what came on from earlier ones, by their places, `videre` the place of the one that gets what
    is left, None where it stays."""

    raekke: Raekke
    regnet: Regnet
    ind: dict[int, float]
    videre: int | None

    @property
    def navn(self) -> str:
        return self.raekke.navn

    @property
    def eget(self) -> float:
        """The pool's own amount, without what came on."""
        return math.fsum([units.pool(self.regnet.setup), *(-amount for amount in self.ind.values())])

    @property
    def rest(self) -> float:
        return self.regnet.left_over

    @property
    def tildelt(self) -> float:
        return math.fsum(self.regnet.tildeling)


class Garanti(NamedTuple):
    """The last row: the share of last year, the amounts before it, and its row."""

    raekke: Raekke
    andel: float
    foer: list[float]


@dataclass(frozen=True)
class Puljer:
    """`sum` is the distribution that all pools give together, after the guarantee where there is one."""

    delt: list[Delt]
    sum: Regnet
    garanti: Garanti | None = None

    def beloeb(self, number: int) -> list[float | None]:
        """A pool's amounts, one a recipient of the sum; None for one that takes no part in it."""
        amounts = self.delt[number].regnet.tildeling.tolist()
        return [None if place is None else amounts[place] for place in self.pladser[number]]

    @cached_property
    def pladser(self) -> list[list[int | None]]:
        """Of each pool the place in it of each recipient of the sum; None of one that takes no part in it."""
        own = [comparable(row.name) for row in self.sum.figures.recipients]
        there = [{comparable(row.name): at for at, row in enumerate(pool.regnet.figures.recipients)}
                 for pool in self.delt]
        return [[places.get(name) for name in own] for places in there]

    @property
    def flyttet(self) -> np.ndarray | None:
        """What the guarantee gives each, or takes."""
        return None if self.garanti is None else self.sum.tildeling - np.array(self.garanti.foer)
