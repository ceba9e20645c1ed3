"""Bounds on what each gets in all by the dice: last year's and what was applied for, together with fixed amounts."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from tests.dice import Drawn, Numbers, exact
from tests.dice_later import Later
from tests.udfs import oracle


class Held(Later):
    """Those with a fixed amount instead of a part by the key are bound by nothing; the others with both together."""

    refused = (*Later.refused, "det faste beløb er", "der er ansøgt om")

    def draw_last_year(self, dice: random.Random) -> None:
        self.uses |= {"sidste_aar": True, "ansoegt": dice.random() < 0.6}
        for row in self.rows:
            row["sidste_aar"] = dice.choice((None, 0, 1000, 2500.25, 12_345, 40_001))
            row["ansoegt"] = dice.choice((8000, 20_000, 33_333.33, 10**6, 10**6))
        some: dict[str, tuple[Any, ...]] = {"garanti": (0.1, 0.3, 0.6), "hoejst": (2, 3, 5), "pl": (0.032, -0.015)}
        self.settings |= {key: dice.choice(values) for key, values in some.items() if dice.random() < 0.6}
        fixed = sum(row["fast"] or 0 for row in self.rows) if self.uses["fast"] else 0
        before = int(sum(self.before()))
        self.pool = dice.choice((before + fixed, before + fixed + 1, before * 2 + fixed, self.pool))

    def instead(self, row: dict[str, Any]) -> bool:
        return self.uses["fast"] and row["fast_virkning"] == "i stedet for"

    def before(self) -> Numbers:
        """Of those only who take part by the key."""
        rate = 1 + exact(self.settings.get("pl", 0))
        amounts = [rate * exact(row["sidste_aar"] or 0) for row in self.rows]
        for old in ((1, 2) if self.n > 2 else (1,)) if self.uses["erstatter"] else ():
            amounts[0], amounts[old] = amounts[0] + amounts[old], Fraction(0)
        return self.total([Fraction(0) if self.instead(row) else amount for row, amount in zip(self.rows, amounts)])

    def on_top(self) -> Numbers:
        return self.total([exact(row["fast"] or 0) if self.uses["fast"] and not self.instead(row) else Fraction(0)
                           for row in self.rows])

    def bounds(self, weights: Numbers, kr: Numbers) -> tuple[Numbers, list[Fraction | None]]:
        said, unit = self.settings, Fraction(self.unit)
        lo, hi = Drawn.bounds(self, weights, kr)
        applied = self.total([exact(row["ansoegt"]) for row in self.rows])
        for at, (before, paid) in enumerate(zip(self.before(), self.on_top())):
            limits = [hi[at]] if hi[at] is not None else []
            if before and "hoejst" in said:
                limits.append(oracle.floor_to(exact(said["hoejst"]) * before - paid, unit))
            if self.uses["ansoegt"]:
                limits.append(oracle.floor_to(applied[at] - paid, unit))
            hi[at] = min(limits, default=None)
            guaranteed = max(Fraction(0), exact(said.get("garanti", 0)) * before - paid)
            lo[at] = max(lo[at], oracle.ceil_to(guaranteed, unit))
            lo[at] = lo[at] if hi[at] is None else min(lo[at], hi[at])
        return lo, hi
