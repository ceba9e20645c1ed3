"""One calculation: the settings it is made with, the figures, what is given, and what follows from the amounts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from addin.figures import retning, units
from addin.figures.arguments import arguments
from addin.figures.read import Figures
from addin.figures.retning import Retning
from addin.inputs import Column
from addin.run.laest import Laest
from addin.settings.setup import Setup
from addin.workbook import Snapshot
from udfs.distribution import LIGE_AFSLAG, LOFT, Distribution, fordel
from udfs.errors import RegelFejl, antal, kroner, tal


def is_whole(values: Iterable[object]) -> bool:
    """Whether no number has decimals."""
    return all(float(value).is_integer() for value in values if isinstance(value, (int, float)))


LARGEST_DENOMINATOR = 120  # of the months of ten years


class Transition(NamedTuple):
    """The share of the new distribution, and the sums in kr.: last year's, the new ones, and what is given."""

    part: float
    before: float
    new: float
    given: float

    def share(self) -> str:
        """25 %, or 1/3 where per cent have no end."""
        exact = Fraction(self.part).limit_denominator(LARGEST_DENOMINATOR)
        endless = (exact * 10**8).denominator > 1 and abs(exact - Fraction(self.part)) < Fraction(1, 10**12)
        return str(exact) if endless else f"{tal(100 * self.part)} %"

    def told(self) -> str:
        """The sum as it is re-done: (1 - 25 %) x 1.000.000 kr. + 25 % x 2.000.000 kr. = 1.250.000 kr."""
        share = self.share()
        return f"(1 - {share}) x {kroner(self.before)} + {share} x {kroner(self.new)} = {kroner(self.given)}"


class Frie(NamedTuple):
    """Who is at no bound, and counts: what the sats is found by. `bundet` is what all others get, in kr., and `vaegte`
    the sum of the weights of these."""

    er: list[bool]
    bundet: float
    vaegte: float

    @property
    def antal(self) -> int:
        return sum(self.er)


class Uden(NamedTuple):
    """A calculation without one part, or nothing and why."""

    regnet: Regnet | None = None
    hvorfor: str = ""


@dataclass(frozen=True)
class Regnet:
    """`uden` are the calculations without each of the parts that are shown without; these have none themselves."""

    laest: Laest
    setup: Setup
    figures: Figures
    fordeling: Distribution
    dele: Mapping[str, Any] = field(default_factory=dict)  # what each part in use has read, by its key
    uden: Mapping[str, Uden] = field(default_factory=dict)

    @property
    def snapshot(self) -> Snapshot:
        return self.laest.snapshot

    @property
    def retning(self) -> Retning:
        """Whether the amounts are given, or to be found."""
        return retning.of(self.setup)

    @property
    def saving(self) -> bool:
        return self.retning.er_besparelse

    @property
    def burden_is_of_money(self) -> bool:
        """Of a saving the key is the budget, and kroner per child are no burden; a threshold makes them one."""
        return self.saving and self.fordeling.taerskel is None

    @property
    def burden_style(self) -> str:
        """A burden is a share, but not where it is points."""
        return "tal" if self.setup.key == "antal_institution" and self.setup.is_burden else "pct2"

    @property
    def in_oere(self) -> bool:
        """Whether what is given may be no whole kroner."""
        return not float(self.fordeling.afrunding).is_integer()

    @property
    def n(self) -> int:
        return len(self.figures.recipients)

    @property
    def recipient(self) -> str:
        """What one who is given money is called."""
        return "Modtager" if self.figures.grouped else "Institution"

    @property
    def recipients(self) -> str:
        """And several of them."""
        return "Modtagere" if self.figures.grouped else "Institutioner"

    def many(self, number: int) -> str:
        """So and so many of those who are given money."""
        return antal(number, "modtager", "modtagere") if self.figures.grouped else (
            antal(number, "institution", "institutioner"))

    # --------------------------------------------------------------------------------- children

    @cached_property
    def hoveder(self) -> Column | None:
        """The children of each as they stand in the table, not weighted; None where no column has them."""
        heads = self.figures.institutions.heads
        return None if heads is None else self.figures.members.total(list(heads))

    @property
    def weighs_children(self) -> bool:
        """Whether the children of kr. per child are others than the heads: weighted, or of a part of the year."""
        heads = [each or 0.0 for each in self.hoveder or ()]
        return self.figures.boern is not None and [each or 0.0 for each in self.figures.boern] != heads

    # --------------------------------------------------------------------------------- amounts

    @property
    def fast(self) -> np.ndarray | None:
        """The fixed amount of each recipient, 0 for one that has none."""
        fast = self.figures.fast
        return None if fast is None else np.array([amount or 0.0 for amount in fast])

    @property
    def grundbeloeb(self) -> np.ndarray | None:
        """What each recipient is paid first."""
        first = self.figures.grundbeloeb
        return None if first is None else np.array([amount or 0.0 for amount in first])

    @property
    def forud(self) -> np.ndarray | None:
        """What each is given besides the part by the key; None where nobody is."""
        fast, first = self.fast, self.grundbeloeb
        return first if fast is None else fast if first is None else fast + first

    @property
    def tildeling(self) -> np.ndarray:
        """What each is given in all: by the key, first, and as a fixed amount."""
        return self.with_first(self.fordeling.tildeling)

    @property
    def money_style(self) -> str:
        """With øre where the pool, or what is given, has any."""
        pool, given = units.whole(self.setup), math.fsum(self.tildeling)
        return "kr" if (pool * 100) % 100 == 0 and (given * 100) % 100 == 0 else "kr_oere"

    def moved(self, without: np.ndarray) -> float:
        """How much goes to others than it would have done."""
        return float(np.abs(self.tildeling - without).sum() / 2)

    @property
    def left_over(self) -> float:
        """What bounds and rounding leave of the pool; of a saving less than 0 where the unit has found more."""
        rounding = units.pool(self.setup) - self.fordeling.pulje if self.saving else 0.0
        return round(self.fordeling.ikke_fordelt + rounding, 6) + 0.0

    @property
    def uden_taerskel(self) -> np.ndarray | None:
        without = self.fordeling.uden_taerskel
        return None if without is None else self.with_first(without)

    def with_first(self, by_key: np.ndarray) -> np.ndarray:
        return by_key if self.forud is None else by_key + self.forud

    def without(self, part: str) -> tuple[np.ndarray | None, str]:
        """What would have been given without a part, or nothing and why; nothing where it is not in use."""
        without = self.uden.get(part, Uden())
        return None if without.regnet is None else without.regnet.tildeling, without.hvorfor

    @cached_property
    def uden_loft(self) -> np.ndarray | None:
        """What would have been given without a cap; None where there is none, or nothing can be given without."""
        if LOFT not in self.fordeling.bundet:
            return None
        terms = {**arguments(self.setup, self.figures), "loft": None}
        try:
            return self.with_first(fordel(**terms).tildeling)
        except RegelFejl:
            return None

    @property
    def under_threshold(self) -> list[int]:
        """The numbers of those the key gives nothing for that."""
        if self.fordeling.taerskel is None:
            return []
        over = self.fordeling.over_taerskel.tolist()
        return [at for at, only in enumerate(self.figures.only_fixed) if not over[at] and not only]

    @property
    def applied(self) -> Column | None:
        """What each has applied for."""
        return self.figures.column("ansoegt")

    @property
    def equal_losses(self) -> bool:
        """Whether these all lose the same: then the sats is that loss."""
        return self.fordeling.deling == LIGE_AFSLAG

    @property
    def bounded_with_first(self) -> bool:
        """Whether bounds hold for what is paid besides and the part by the key together."""
        return self.forud is not None and (self.figures.within_shares or self.applied is not None)

    @cached_property
    def frie(self) -> Frie:
        done = self.fordeling
        free = [not by and weight > 0 for by, weight in zip(done.bundet, done.vaegt.tolist())]
        return Frie(free, math.fsum(kr for kr, is_free in zip(done.foer_afrunding.tolist(), free) if not is_free),
                    math.fsum(weight for weight, is_free in zip(done.vaegt.tolist(), free) if is_free))

    @cached_property
    def transition(self) -> Transition | None:
        """How last year's amounts and the new ones come to what is given; None where they are not blended."""
        if self.fordeling.andel_nyt == 1:
            return None
        before = math.fsum(amount or 0.0 for amount in self.figures.column("sidste_aar") or ())
        return Transition(self.fordeling.andel_nyt, before, math.fsum(self.fordeling.foer_afrunding),
                          math.fsum(self.tildeling))
