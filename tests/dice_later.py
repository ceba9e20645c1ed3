"""More settings by the dice: last year's amounts as a bound and as a part, and keys of several columns, of scores and
with changes by hand."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from tests.dice import KRITERIER, Drawn, Numbers, counted, exact
from tests.planning import SETTINGS, Case
from tests.udfs import oracle

PARTS = {1 / 4: Fraction(1, 4), 1 / 3: Fraction(1, 3), 5 / 12: Fraction(5, 12), 0.6: Fraction(3, 5), 1: Fraction(1)}
SAMLING = ("sum", "vurdering", "sammenvejet", "gennemsnit", "maks")
YEARS = ("gennemsnit", "maks")


class Later(Drawn):
    """The same, where the key is made in another way and the amounts may depend on last year's."""

    refused = (*Drawn.refused, "ulvet er for højt", "men loftet er", "ligger der ikke hele", "er 0 for alle")

    def __init__(self, seed: int):
        super().__init__(seed)
        self.draw_key(random.Random(f"key {seed}"))
        self.draw_last_year(random.Random(f"last year {seed}"))
        if self.key == "antal_institution":
            self.settings["samling"] = self.samling  # the last: a number below the word "maks" may be a cap

    def draw_key(self, dice: random.Random) -> None:
        self.key = dice.choice(("noegle", "score_institution", "antal_institution", "antal_institution"))
        if self.key == "noegle":
            self.uses |= {"noegle_aendring": True, "noegle_grund": True}
        self.samling = dice.choice(SAMLING)
        if self.samling == "sammenvejet":
            self.settings.pop("taerskel", None)  # shares are no children
        self.weights = dice.choice([[1, 1, 1], [1, 1, 0]] if self.samling in YEARS else
                                   [[1, 1, 1], [2, 0.5, 1], [0, 1, 3], [0.35, None, 0]])
        for row in self.rows:
            key = dice.choice((0, 3, 17, 4.5, 0.3))
            change = dice.choice((None, None, 0, 2.5, -key, -0.1 if key else 0.1))
            row |= {"nøgle": key, "noegle_aendring": change, "noegle_grund": 'flyttet fra "Åen" & <Øst>' if change else
                    dice.choice((None, "ingen")), "scorer": [dice.choice((0, 0.04, 0.15, 0.3, 2.5, 7))
                                                             for _ in range(dice.choice((0, 1, 3, 7)))]}
            if all(row["kriterier"][at] is None for at in range(KRITERIER) if self.weights[at] != 0):
                row["kriterier"][1] = 4  # an institution without any year is refused

    def draw_last_year(self, dice: random.Random) -> None:
        if self.uses["fast"] and dice.random() < 0.4:
            return  # not together with fixed amounts
        self.uses |= {"fast": False, "sidste_aar": True}
        for row in self.rows:
            row["sidste_aar"] = dice.choice((None, 0, 1000, 2500.25, 12_345, 40_001))
        some: dict[str, tuple[Any, ...]] = {"garanti": (0.5, 0.9, 0.95), "hoejst": (1.1, 2), "pl": (0.032, -0.015)}
        self.settings |= {key: dice.choice(values) for key, values in some.items() if dice.random() < 0.4}
        if dice.random() < 0.8:
            self.settings["andel_nyt"] = dice.choice(list(PARTS))
        before = int(sum(self.before()))
        self.pool = dice.choice((before, before + 1, before * 2, before + dice.randint(0, 10**5), self.pool))

    # --------------------------------------------------------------------------------- the workbook

    def case(self) -> Case:
        """Without labels beside the settings: "højst" may be a cap, and is asked about."""
        taken = super().case()
        return taken._replace(sheets={**taken.sheets, SETTINGS: [["", value] for _, value in taken.sheets[SETTINGS]]})

    def put_key(self, sheets: dict[str, Any], names: dict[str, str], shared: str) -> str:
        if self.key == "score_institution":
            lines = [[row["navn"].upper(), score] for row in self.rows for score in row["scorer"]]
            self.dice.shuffle(lines)
            lines[1:1] = [[None, None]]
            sheets["Børn"] = [["Institution", "Score"], *lines]
            names |= {"score_institution": f"Børn!$A$2:$A${len(lines) + 1}", "score": f"Børn!$B$2:$B${len(lines) + 1}"}
            return "score pr. barn"
        if self.key == "antal_institution":
            sheets["Vægte"] = [[weight] for weight in self.weights]
            names["kriterievaegte"] = f"Vægte!$A$1:$A${KRITERIER}"
        return super().put_key(sheets, names, shared)

    # --------------------------------------------------------------------------------- what must come out

    def beside(self) -> dict[str, dict[str, Fraction]]:
        part = self.settings.get("andel_nyt", 1)
        self.settings["andel_nyt"] = 1
        found = {} if part == 1 else {"Fuldt indfaset": self.expected()}
        self.settings["andel_nyt"] = part
        return found

    def is_burden(self) -> bool:
        return self.key == "score_institution" or (self.key == "antal_institution" and self.samling == "vurdering")

    def counts(self) -> Numbers:
        if self.key == "noegle":
            return [exact(row["nøgle"]) + exact(row["noegle_aendring"] or 0) for row in self.rows]
        if self.key == "score_institution":
            return [mean([exact(score) for score in row["scorer"]]) for row in self.rows]
        weights = [exact(1 if weight is None else weight) for weight in self.weights]
        used = [at for at, weight in enumerate(weights) if weight]
        if self.samling in YEARS:
            years = [[row["kriterier"][at] for at in used if row["kriterier"][at] is not None] for row in self.rows]
            return [smoothed(self.samling, [Fraction(counted(mark)) for mark in line]) for line in years]
        table = [[Fraction(counted(row["kriterier"][at])) for at in used] for row in self.rows]
        if self.samling == "sammenvejet":
            sums = [sum(column) for column in zip(*table)]
            table = [[count / whole for count, whole in zip(line, sums)] for line in table]
            weights = [weight / sum(weights) for weight in weights]
        return [sum((weights[at] * count for at, count in zip(used, line)), Fraction(0)) for line in table]

    def before(self) -> Numbers:
        """Last year's amounts of the recipients, with those of whom they replace, in the new price level."""
        rate = 1 + exact(self.settings.get("pl", 0))
        amounts = [rate * exact(row["sidste_aar"] or 0) for row in self.rows]
        for old in ((1, 2) if self.n > 2 else (1,)) if self.uses["erstatter"] else ():
            amounts[0], amounts[old] = amounts[0] + amounts[old], Fraction(0)
        return self.total(amounts)

    def bounds(self, weights: Numbers, kr: Numbers) -> tuple[Numbers, list[Fraction | None]]:
        """As before, and within shares of last year's where there was any."""
        said, unit = self.settings, Fraction(self.unit)
        lo, hi = super().bounds(weights, kr)
        if not {"garanti", "hoejst"} & said.keys():
            return lo, hi
        least = [oracle.ceil_to(exact(said.get("garanti", 0)) * before, unit) for before in self.before()]
        most = [oracle.floor_to(exact(said["hoejst"]) * before, unit) if before and "hoejst" in said else None
                for before in self.before()]
        hi = [min((limit for limit in both if limit is not None), default=None) for both in zip(hi, most)]
        lo = [max(both) for both in zip(lo, least)]
        return [low if high is None else min(low, high) for low, high in zip(lo, hi)], hi

    def rounded(self, rest: Fraction, weights: Numbers, lo: Numbers, hi: list[Fraction | None]) -> Numbers:
        """Blended before the one rounding; the sum is blended too, half up, and ties go to the largest amount."""
        part = PARTS[self.settings.get("andel_nyt", 1)]
        if part == 1:
            return super().rounded(rest, weights, lo, hi)
        unit = Fraction(self.unit)
        new = oracle.allocate(rest, weights, lo, hi)[0] if rest else [Fraction(0)] * len(weights)
        both = [(1 - part) * old + part * now for old, now in zip(self.before(), new)]
        tie = [oracle.rounded(amount / unit, oracle.decimals(sum(both), unit)) for amount in both]
        free = [None] * len(both)
        return oracle.largest_remainder(both, unit, oracle.half_up(sum(both), unit), tie, free, free)


def mean(values: Numbers) -> Fraction:
    return sum(values, Fraction(0)) / (len(values) or 1)


def smoothed(how: str, years: Numbers) -> Fraction:
    return mean(years) if how == "gennemsnit" else max(years[0], years[-1])
