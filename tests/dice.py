"""A workbook with every setting of the calculation drawn by the dice, and the amounts in exact fractions, written
without a look at the code."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from tests.planning import Case, case
from tests.udfs import oracle

HEADS = ("navn", "modtager", "boern_0_2", "boern_3_5", "maaneder", "nøgle", "noegle_aendring", "noegle_grund", "fast",
         "fast_virkning", "fast_grund", "sidste_aar", "erstatter", "grundbudget", "udmeldt", "ansoegt")
KRITERIER = 3
HIDDEN = 1  # what a suppressed count is said to be
Numbers = list[Fraction]


class Drawn:
    """One workbook: rows of values as meant, and the settings."""

    refused: tuple[str, ...] = ("ingen når", "inimum kræver", "nul for alle", "hele antal af", "giver 1 i alt")

    def __init__(self, seed: int):
        self.dice = dice = random.Random(seed)
        self.n = dice.choice((2, 3, 5, 8, 20))
        self.key = dice.choice(("belastning", "noegle", "antal_institution"))
        self.rows = [self.institution(number) for number in range(self.n)]
        self.uses = {column: dice.random() < 0.6 for column in ("modtager", "maaneder", "fast", "sidste_aar",
                                                                "erstatter", "grundbudget")}
        self.uses |= {"noegle_aendring": False, "noegle_grund": False, "ansoegt": False}
        if self.uses["erstatter"]:
            self.rows[0]["erstatter"] = "Hus 1; Hus 2" if self.n > 2 else "Hus 1"
        self.unit = dice.choice((1, 1, 100, Fraction(1, 100)))
        fixed = sum(row["fast"] or 0 for row in self.rows) if self.uses["fast"] else 0
        self.pool = fixed + dice.choice((0, 1000, 99_999, dice.randint(1, 10**7)))
        some: dict[str, tuple[Any, ...]] = {
            "taerskel": (0.05, 0.1, 0.3), "taerskel_paa": ("modtager", "institution"), "taerskeltype": ("fuld", "over"),
            "loft": (50, 4000), "minimum": (100,), "vaegt": (1, 2, 1.8), "boern_til_kr": ("antal", "vægtet"),
            "boern_til_taerskel": ("antal", "vægtet")}
        self.settings = {key: dice.choice(values) for key, values in some.items() if dice.random() < 0.5}
        self.settings.setdefault("vaegt", 1.8)
        self.follows(random.Random(-1 - seed))  # dice of its own: the amounts are those drawn without it

    def follows(self, dice: random.Random) -> None:
        """What follows from the amounts and never moves one: what was told before, and the pay of positions."""
        self.uses["udmeldt"] = dice.random() < 0.6
        for row in self.rows:
            row["udmeldt"] = dice.choice((None, 0, 100, 2500.25, 40_000))
        if dice.random() < 0.6:
            share = dice.choice((None, 0, 0.6, 1))
            self.settings |= {"loen_paedagog": 512_345.67, "normering_i": dice.choice(("stillinger", "timer"))}
            if share is not None:
                self.settings |= {"loen_medhjaelper": 398_000, "andel_paedagoger": share}

    def institution(self, number: int) -> dict[str, Any]:
        dice = self.dice
        fixed = dice.choice((None, None, 0, 300, 1200))
        return {"navn": f"Hus {number}", "modtager": dice.choice((None, "Nord", "Syd", "nord", "Hus 0")),
                "boern_0_2": dice.randint(0, 30), "boern_3_5": dice.randint(1, 60),
                "maaneder": dice.choice((None, 12, 5, 7, 1)),
                "nøgle": dice.choice((0.02, 0.1, 0.35)) if self.key == "belastning" else dice.choice((0, 3, 17, 4.5)),
                "fast": fixed, "fast_virkning": None if fixed is None else dice.choice(("oven i", "i stedet for")),
                "fast_grund": None if fixed is None else "aftale", "sidste_aar": dice.choice((None, 100, 2500, -40)),
                "erstatter": None, "grundbudget": dice.randint(1, 9) * 100_000,
                "kriterier": [dice.choice((0, 1, 5, "-", "<3", "..", None)) for _ in range(KRITERIER)]}

    # --------------------------------------------------------------------------------- the workbook

    def case(self) -> Case:
        """As a workbook; some numbers stand as text, amounts sometimes in 1.000 kr."""
        keys = [key for key in HEADS if self.uses.get(key, self.uses["fast"] if key.startswith("fast") else True)]
        last = self.n + 1
        rows = [keys, *([self.shown(key, row[key]) for key in keys] for row in self.rows)]
        names = {key: f"Ark!${chr(65 + at)}$2:${chr(65 + at)}${last}" for at, key in enumerate(keys)}
        sheets: dict[str, Any] = {"Ark": rows}
        made_of = self.put_key(sheets, names, names.pop("nøgle"))
        return case(sheets, names, grundlag=made_of, pulje=self.pool, erstat=HIDDEN, afrunding=float(self.unit),
                    enhed_pulje="kr.", enhed_grundbudget="1.000 kr.", enhed_fast="kr.",
                    enhed_sidste_aar="kr.", enhed_udmeldt="kr.", enhed_ansoegt="kr.",
                    **self.settings)

    def put_key(self, sheets: dict[str, Any], names: dict[str, str], shared: str) -> str:
        """The cells the key is made from, beside those of the table; the word for what they are."""
        if self.key == "antal_institution":
            shuffled = self.dice.sample(self.rows, self.n)
            sheets["DST"] = [["Sted", "a", "b", "c"], *([row["navn"].upper(), *row["kriterier"]] for row in shuffled)]
            names |= {"antal_institution": f"DST!$A$2:$A${self.n + 1}", "antal_kriterier": f"DST!$B$2:$D${self.n + 1}"}
        else:
            names[self.key] = shared
        return {"belastning": "belastning", "noegle": "nøgle", "antal_institution": "leverede antal"}[self.key]

    def shown(self, key: str, value: Any) -> Any:
        plain = key in ("navn", "udmeldt", "noegle_grund")
        if isinstance(value, (int, float)) and not plain and self.dice.random() < 0.1:
            return f"{value:,}".translate(str.maketrans(",.", ".,")) + (",0" if isinstance(value, int) else "")
        return value

    # --------------------------------------------------------------------------------- what must come out

    def expected(self) -> dict[str, Fraction]:
        """The amounts; raises where the rules refuse."""
        said = self.settings
        weight, share = exact(said["vaegt"]), self.share_of_year()
        heads = [part * (row["boern_0_2"] + row["boern_3_5"]) for part, row in zip(share, self.rows)]
        weighted = [part * (weight * row["boern_0_2"] + row["boern_3_5"]) for part, row in zip(share, self.rows)]
        kr = heads if said.get("boern_til_kr") == "antal" else weighted
        measured = weighted if said.get("boern_til_taerskel") == "vægtet" else heads
        counts = self.counts()
        if self.is_burden():
            keys, measured = [count * children for count, children in zip(counts, kr)], kr
        else:
            keys = [count * part for count, part in zip(counts, share)]
        fixed = [exact(row["fast"] or 0) if self.uses["fast"] else Fraction(0) for row in self.rows]
        keys = [Fraction(0) if self.uses["fast"] and row["fast_virkning"] == "i stedet for" else key
                for key, row in zip(keys, self.rows)]
        return self.solved(keys, kr, measured, fixed)

    def beside(self) -> dict[str, dict[str, Fraction]]:
        """Other columns of the result by heading, with what must stand there."""
        return {}

    def share_of_year(self) -> Numbers:
        return [Fraction(12 if row["maaneder"] is None or not self.uses["maaneder"] else row["maaneder"], 12)
                for row in self.rows]

    def is_burden(self) -> bool:
        return self.key == "belastning"

    def counts(self) -> Numbers:
        """What the key of each institution is made from, before children and months."""
        if self.key == "antal_institution":
            return [Fraction(sum(map(counted, row["kriterier"]))) for row in self.rows]
        return [exact(row["nøgle"]) for row in self.rows]

    def places(self) -> dict[str, list[int]]:
        """The rows of each recipient, by its name as it is first written."""
        names = [(row["modtager"] if self.uses["modtager"] else None) or row["navn"] for row in self.rows]
        found: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            found.setdefault(name.casefold(), []).append(number)
        return {names[members[0]]: members for members in found.values()}

    def total(self, values: Sequence[Fraction]) -> Numbers:
        return [sum((values[number] for number in members), Fraction(0)) for members in self.places().values()]

    def solved(self, keys: Numbers, kr: Numbers, measured: Numbers, fixed: Numbers) -> dict[str, Fraction]:
        each = self.settings.get("taerskel_paa") == "institution" and self.uses["modtager"]
        weights = self.total(self.tested(keys, measured)) if each else self.tested(self.total(keys),
                                                                                   self.total(measured))
        lo, hi = self.bounds(weights, self.total(kr))
        given = self.rounded(self.pool - sum(fixed), weights, lo, hi)
        return {name: amount + paid for name, amount, paid in zip(self.places(), given, self.total(fixed))}

    def bounds(self, weights: Numbers, kr: Numbers) -> tuple[Numbers, list[Fraction | None]]:
        """The least and the most of each, in whole units; the cap wins."""
        unit, caps = Fraction(self.unit), self.settings.get("loft")
        least = oracle.ceil_to(Fraction(self.settings.get("minimum", 0)), unit)
        hi = [None if caps is None else oracle.floor_to(caps * children, unit) for children in kr]
        return [min(least if weight else Fraction(0), least if high is None else high)
                for weight, high in zip(weights, hi)], hi

    def rounded(self, rest: Fraction, weights: Numbers, lo: Numbers, hi: list[Fraction | None]) -> Numbers:
        """The solution in whole units: never more than there is."""
        if not rest:
            return [Fraction(0)] * len(weights)
        unit = Fraction(self.unit)
        x, _, left = oracle.allocate(rest, weights, lo, hi)
        tie = [oracle.rounded(weight / (sum(weights) or 1), 12) for weight in weights]
        room = [high if weight else low for weight, low, high in zip(weights, lo, hi)]
        return oracle.largest_remainder(x, unit, oracle.down(rest - left, unit), tie, lo, room)

    def tested(self, keys: Numbers, measured: Numbers) -> Numbers:
        if "taerskel" not in self.settings:
            return keys
        limit, over = exact(self.settings["taerskel"]), self.settings.get("taerskeltype") == "over"
        return [(key - limit * children if over else key) if key >= limit * children else Fraction(0)
                for key, children in zip(keys, measured)]


def exact(value: Any) -> Fraction:
    return Fraction(str(value))


def counted(mark: Any) -> int:
    return {"-": 0, None: 0, "<3": HIDDEN, "..": HIDDEN}.get(mark, mark)
