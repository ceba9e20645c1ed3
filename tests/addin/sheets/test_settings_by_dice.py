"""Every setting of the calculation together, drawn by the dice: the amounts against exact fractions written without a
look at the code, and every cell of our sheets against a real LibreOffice."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Questions, Refusal
from tests.calc.office import Office
from tests.planning import MADE, NOT_OK, OK, Case, amounts, case, cells, distributed, status
from tests.udfs import oracle

HEADS = ("navn", "modtager", "boern_0_2", "boern_3_5", "maaneder", "nøgle", "fast", "fast_virkning", "fast_grund",
         "sidste_aar", "erstatter", "grundbudget", "udmeldt")
KRITERIER = 3
HIDDEN = 1  # what a suppressed count is said to be


class Drawn:
    """One workbook: rows of values as meant, and the settings."""

    def __init__(self, seed: int):
        self.dice = dice = random.Random(seed)
        self.n = dice.choice((2, 3, 5, 8, 20))
        self.key = dice.choice(("belastning", "noegle", "antal_institution"))
        self.rows = [self.institution(number) for number in range(self.n)]
        self.uses = {column: dice.random() < 0.6 for column in ("modtager", "maaneder", "fast", "sidste_aar",
                                                                "erstatter", "grundbudget")}
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

    def case(self) -> Case:
        """As a workbook; some numbers stand as text, amounts sometimes in 1.000 kr."""
        keys = [key for key in HEADS if self.uses.get(key, self.uses["fast"] if key.startswith("fast") else True)]
        last = self.n + 1
        rows = [keys, *([self.shown(key, row[key]) for key in keys] for row in self.rows)]
        names = {key: f"Ark!${chr(65 + at)}$2:${chr(65 + at)}${last}" for at, key in enumerate(keys)}
        sheets: dict[str, Any] = {"Ark": rows}
        shared = names.pop("nøgle")
        if self.key == "antal_institution":
            shuffled = self.dice.sample(self.rows, self.n)
            sheets["DST"] = [["Sted", "a", "b", "c"], *([row["navn"].upper(), *row["kriterier"]] for row in shuffled)]
            names |= {"antal_institution": f"DST!$A$2:$A${last}", "antal_kriterier": f"DST!$B$2:$D${last}"}
        else:
            names[self.key] = shared
        made_of = {"belastning": "belastning", "noegle": "nøgle", "antal_institution": "leverede antal"}[self.key]
        return case(sheets, names, grundlag=made_of, pulje=self.pool, erstat=HIDDEN, afrunding=float(self.unit),
                    enhed_pulje="kr.", enhed_grundbudget="1.000 kr.", enhed_fast="kr.",
                    enhed_sidste_aar="kr.", enhed_udmeldt="kr.", **self.settings)

    def shown(self, key: str, value: Any) -> Any:
        if isinstance(value, (int, float)) and key not in ("navn", "udmeldt") and self.dice.random() < 0.1:
            return f"{value:,}".translate(str.maketrans(",.", ".,")) + (",0" if isinstance(value, int) else "")
        return value

    # --------------------------------------------------------------------------------- what must come out

    def expected(self) -> dict[str, Fraction]:
        """The amounts in fractions; raises where the rules refuse."""
        said = self.settings
        weight = exact(said["vaegt"])
        share = [Fraction(12 if row["maaneder"] is None or not self.uses["maaneder"] else row["maaneder"], 12)
                 for row in self.rows]
        heads = [part * (row["boern_0_2"] + row["boern_3_5"]) for part, row in zip(share, self.rows)]
        weighted = [part * (weight * row["boern_0_2"] + row["boern_3_5"]) for part, row in zip(share, self.rows)]
        kr = heads if said.get("boern_til_kr") == "antal" else weighted
        measured = weighted if said.get("boern_til_taerskel") == "vægtet" else heads
        if self.key == "belastning":
            keys, measured = [exact(row["nøgle"]) * children for row, children in zip(self.rows, kr)], kr
        elif self.key == "noegle":
            keys = [exact(row["nøgle"]) * part for row, part in zip(self.rows, share)]
        else:
            keys = [part * sum(counted(mark) for mark in row["kriterier"]) for row, part in zip(self.rows, share)]
        fixed = [exact(row["fast"] or 0) if self.uses["fast"] else Fraction(0) for row in self.rows]
        keys = [Fraction(0) if self.uses["fast"] and row["fast_virkning"] == "i stedet for" else key
                for key, row in zip(keys, self.rows)]
        return self.solved(keys, kr, measured, fixed)

    def solved(self, keys: list[Fraction], kr: list[Fraction], measured: list[Fraction],
               fixed: list[Fraction]) -> dict[str, Fraction]:
        names = [(row["modtager"] if self.uses["modtager"] else None) or row["navn"] for row in self.rows]
        places: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            places.setdefault(name.casefold(), []).append(number)

        def total(values: list[Fraction]) -> list[Fraction]:
            return [sum((values[number] for number in members), Fraction(0)) for members in places.values()]

        each = self.settings.get("taerskel_paa") == "institution" and self.uses["modtager"]
        weights = total(self.tested(keys, measured)) if each else self.tested(total(keys), total(measured))
        unit, caps = Fraction(self.unit), self.settings.get("loft")
        least = oracle.ceil_to(Fraction(self.settings.get("minimum", 0)), unit)
        hi = [None if caps is None else oracle.floor_to(caps * children, unit) for children in total(kr)]
        lo = [min(least if weight else Fraction(0), least if high is None else high)
              for weight, high in zip(weights, hi)]
        rest = self.pool - sum(fixed)
        given = [Fraction(0)] * len(weights)
        if rest:
            x, _, left = oracle.allocate(rest, weights, lo, hi)
            tie = [oracle.rounded(weight / sum(weights), 12) for weight in weights]
            room = [high if weight else Fraction(0) for weight, high in zip(weights, hi)]
            given = oracle.largest_remainder(x, unit, oracle.floor_to(rest - left, unit), tie, lo, room)
        return {names[members[0]]: amount + paid
                for members, amount, paid in zip(places.values(), given, total(fixed))}

    def tested(self, keys: list[Fraction], measured: list[Fraction]) -> list[Fraction]:
        if "taerskel" not in self.settings:
            return keys
        limit, over = exact(self.settings["taerskel"]), self.settings.get("taerskeltype") == "over"
        return [(key - limit * children if over else key) if key >= limit * children else Fraction(0)
                for key, children in zip(keys, measured)]


def exact(value: Any) -> Fraction:
    return Fraction(str(value))


def counted(mark: Any) -> int:
    return {"-": 0, None: 0, "<3": HIDDEN, "..": HIDDEN}.get(mark, mark)


SEEDS, MOST_REFUSED, MOST_ASKED = 300, 100, 5
REFUSED = ("ingen når", "inimum kræver", "nul for alle", "hele antal af", "giver 1 i alt")


def test_every_amount_is_what_fractions_make_it() -> None:
    refused = asked = 0
    for seed in range(SEEDS):
        drawn = Drawn(seed)
        answer = fordel_pulje(drawn.case().snapshot(), {}, MADE, "0")
        if isinstance(answer, Refusal):
            assert any(word in str(answer) for word in REFUSED), (seed, str(answer))
            refused += 1
            continue
        if isinstance(answer, Questions):  # an institution whose figures happen to be the sum of others
            assert [question.setting[:5] for question in answer.questions] == ["række"], (seed, answer)
            asked += 1
            continue
        assert isinstance(answer, Plan), (seed, answer)
        expected = {name: float(amount) for name, amount in drawn.expected().items()}
        assert amounts(answer) == pytest.approx(expected, abs=1e-6), seed
    assert refused <= MOST_REFUSED and asked <= MOST_ASKED


def same(cached: Any, live: Any) -> bool:
    """Alike to nine digits; a rest on the edge between two of its six decimals may fall to either side."""
    if isinstance(cached, (int, float)) and isinstance(live, (int, float)):
        return live == pytest.approx(cached, rel=1e-9, abs=1.1e-6)
    return (cached or None) == (live or None)


def by_key(plan: Plan) -> str:
    """A cell of the result with an amount by the key."""
    sheet = cells(plan, "fordeling")
    head = next(row for (row, _), value in sorted(sheet.items()) if value == "Nr.")
    headings = {value: column for (row, column), value in sheet.items() if row == head}
    column = headings.get("Efter nøglen", headings["Tildeling"])
    row = next(row for (row, column), value in sorted(sheet.items()) if row > head and column == 0 and value == 1)
    return f"Fordeling!{chr(65 + column)}{row + 1}"


@pytest.mark.soffice
def test_the_control_is_ok_and_every_cached_cell_is_what_calc_calculates(office: Office, tmp_path: Path) -> None:
    for seed in range(60):
        taken = Drawn(seed).case()
        answer = fordel_pulje(taken.snapshot(), {}, MADE, "0")
        if not isinstance(answer, Plan):
            continue
        path = distributed(taken, tmp_path)
        ours = [sheet for sheet in openpyxl.load_workbook(path, data_only=True) if sheet.title.startswith("Fordel")]
        assert office.open(str(path))
        try:
            assert status(office) == OK, seed
            assert office.errors() == [], seed
            for sheet in ours:
                live = office.get(f"{sheet.title}!A1:{sheet.dimensions.split(':')[1]}")
                for row, calculated in zip(sheet.iter_rows(min_row=1, min_col=1), live, strict=True):
                    for cell, value in zip(row, calculated, strict=True):
                        assert same(cell.value, value), (seed, sheet.title, cell.coordinate, cell.value, value)
            at = by_key(answer)
            office.set(at, office.get(at) + 1)
            assert status(office) == NOT_OK, (seed, at)
        finally:
            office.close()
            path.unlink()
