"""The columns of the control that prove a guarantee of the sum: last year's amounts, the floors, the rate, the rests.

With those at their floor given there is only one rate, (sum - floors) / sums of the others. If each floor agrees with
that rate, the solution is the only one.
"""

from __future__ import annotations

from typing import Protocol

from addin.run import celler
from addin.run.puljer import Puljer
from addin.workbook import Formula, SheetPlan, a1
from udfs.distribution import GARANTI
from workbook_templates import afrunding
from workbook_templates.fordeling_kontrol import PARAMETRE, decimals
from workbook_templates.fordeling_puljer import SATS
from workbook_templates.indstillinger import NAVN

HEADINGS = ("Sidste år, kr.", "Garanti, kr.", "Ved garantien", "Før afrunding, kr.", "Rest med ekstra",
            "Rest uden ekstra", "Holder")
ABOVE = 3  # columns from the words over the table to what they are about


class Table(Protocol):
    """The control whose table it stands in."""

    plan: SheetPlan
    puljer: Puljer
    head: int
    first: int
    parts: int

    def whole(self, column: int) -> str:
        """A column of it."""


class Garantien:
    """Writes its columns from `at` on."""

    def __init__(self, table: Table, at: int):
        self.table, self.at, self.last = table, at, at + len(HEADINGS) - 1
        self.sats, self.decimals = (a1(table.head - up, at + ABOVE, True) for up in (2, 1))
        garanti = table.puljer.garanti
        assert garanti is not None
        self.row, self.sum = garanti.raekke, table.puljer.sum
        self.share = self.row.formula("garanti")
        # What the pools are rounded to, where the row says nothing: their own controls see that it is what it was.
        self.unit = self.row.formula("afrunding") if "afrunding" in self.row.held else (
            repr(float(self.sum.setup.settings.afrunding)))

    def put(self) -> dict[str, str]:
        """The columns, and what the checks name."""
        table, at = self.table, self.at
        table.plan.put_row(table.head, HEADINGS, "hoved", at)
        sums, shown = table.whole(2 + table.parts), table.whole(3 + table.parts)
        floors, bound = table.whole(at + 1), table.whole(at + 2)
        sats = repr(float(self.sum.fordeling.sats))
        free = f"SUMIF({bound},0,{sums})"
        self.put_above(2, SATS, f"IF({free}>0,(SUM({sums})-SUMIF({bound},1,{floors}))/{free},{sats})",
                       float(self.sum.fordeling.sats), "sats")
        self.put_above(1, PARAMETRE["decimaler"][0], decimals(f"SUM({sums})/{self.unit}"),
                       self.sum.fordeling.decimaler, PARAMETRE["decimaler"][1])
        for number in range(self.sum.n):
            self.put_row(number)
        return {"sats": self.sats, "sats_da": sats, "holder": table.whole(self.last),
                "rest_med": table.whole(at + 4), "rest_uden": table.whole(at + 5), "efter": shown}

    def put_above(self, up: int, words: str, formula: str, value: float, style: str) -> None:
        """What holds for all rows, so many rows over their headings."""
        self.table.plan.put(self.table.head - up, self.at, words)
        self.table.plan.put(self.table.head - up, self.at + ABOVE, Formula(f"={formula}", value), style)

    def put_row(self, number: int) -> None:
        table, at, done, rate = self.table, self.at, self.sum.fordeling, self.sats
        row, plan = table.first + number, table.plan
        before, floor, is_bound, exact, with_, without, holds = (a1(row, at + place) for place in range(len(HEADINGS)))
        own, shown = a1(row, 2 + table.parts), a1(row, 3 + table.parts)
        bound = done.bundet[number] == GARANTI
        extra = float(done.ekstra[number]) > 0
        rest = Formula(f"=MOD({afrunding.over(f'{exact}/{self.unit}', self.decimals)},1)", float(done.rest[number]))
        plan.put(row, at, Formula("=" + self.last_year(number), self.before(number)), "kr_oere")
        low = f"{self.unit}*ROUNDUP(ROUND({self.share}*{before}/{self.unit},{self.decimals}),0)"
        plan.put(row, at + 1, Formula(f"=MAX(0,{low})", float(done.lo[number])), "kr_oere")
        plan.put(row, at + 2, 1 if bound else 0, "helt")
        plan.put(row, at + 3, Formula(f"=IF({is_bound}=1,{floor},{rate}*{own})", float(done.foer_afrunding[number])),
                 "kr_fin")
        free = not bound
        plan.put(row, at + 4, rest if free and extra else "", "kr_fin")
        plan.put(row, at + 5, rest if free and not extra else "", "kr_fin")
        agrees = f"IF({is_bound}=1,{rate}*{own}<={floor}+1E-6,{rate}*{own}>={floor}-1E-6)"
        whole = f"ROUND({shown}/{self.unit}-ROUND({shown}/{self.unit},0),{self.decimals})=0"
        near = f"ABS({shown}-{exact})<{self.unit}+1E-6"
        plan.put(row, at + 6, Formula(f"=IF(AND({agrees},{whole},{near},{shown}>={floor}-0.005),1,0)", 1), "helt")

    def before(self, number: int) -> float:
        return (self.sum.figures.foer or [])[number] or 0.0

    def last_year(self, number: int) -> str:
        """Last year's amount in the new price level, from the user's own cells."""
        figures, setup = self.sum.figures, self.sum.setup
        members = figures.members.members(number)
        moved = {new: [old for old, to in figures.successor.items() if to == new] for new in members}
        cells = [celler.amount(self.sum, "sidste_aar", figures.institutions.place(setup, "sidste_aar", each))
                 for member in members for each in ([] if member in figures.successor else [member]) + moved[member]]
        return f"({'+'.join(cells) or '0'})*(1+SUM({NAVN}pl))"

