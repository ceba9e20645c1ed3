"""Fills "Fordeling kontrol" where there are several pools: proves the sum from the pools' own sheets, which have each
their own control, in plain formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from addin.run import celler
from addin.run.puljer import Puljer
from addin.run.regnet import Regnet
from addin.sheets import intern, sider
from addin.sheets.kontrol.betingelser import Line, filled, is_value, of_rows
from addin.sheets.kontrol.indstillinger import seen
from addin.sheets.puljer import garanti
from addin.sheets.puljer.tal import key_of
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.workbook import CellValue, Formula, Highlight, SheetPlan, a1
from workbook_templates import fordel_puljer, fordeling_kontrol
from workbook_templates import fordeling_puljer as spec
from workbook_templates.fordeling_kontrol import FEJL, IKKE_OK, OK, STATUS

TOP = 6  # the row of the headings over the pools
WIDTHS = (5, 34, 16, 16, 16, 16, 16, 10)
LONG = 120  # characters of a check that take more than three lines
MOST_BESIDE = 6 + len(garanti.HEADINGS)  # columns of the table besides those of the pools
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Arket(NamedTuple):
    """Where a pool's own sheets have what is added up: its control's answer, its total, what is left, and its amounts
    by recipient."""

    status: str
    total: str
    rest: str
    amounts: list[str]


class Kontrol:
    """Writes the sheet; `own` are the pools' sheets, `written` those of the sum that are compared."""

    def __init__(self, run: Run, puljer: Puljer, places: Places, own: Sequence[Arket], written: Sequence[SheetPlan]):
        self.run, self.puljer, self.places, self.own = run, puljer, places, own
        self.plan = SheetPlan(fordeling_kontrol.NOEGLE, run.names[fordeling_kontrol.NOEGLE])
        more = range(len(WIDTHS), len(puljer.delt) + MOST_BESIDE)
        self.plan.widths = {**dict(enumerate(WIDTHS)), **{at: WIDTHS[2] for at in more}}
        self.checks = (*spec.KONTROLLER, *(spec.AF_GARANTIEN if puljer.garanti else ()))
        self.check_row = TOP + len(puljer.delt) + 3
        self.head = self.check_row + len(self.checks) + 3
        self.first, self.last = self.head + 1, self.head + puljer.sum.n
        self.parts = len(puljer.delt)
        self.of_checks = {"many": str(self.parts), "n": str(puljer.sum.n), "total": places.totals["tildeling"]}
        self.lines = {"puljer": self.of_puljer(), "ark": self.of_own(written)}

    @property
    def status(self) -> str:
        return self.plan.area(*STATUS, STATUS[0]).formula()

    def of_puljer(self) -> list[Line]:
        """Every cell of the sheet the pools are written on, also the blank ones."""
        rows = [pool.raekke for pool in self.puljer.delt]
        rows += [self.puljer.garanti.raekke] if self.puljer.garanti else []
        found = []
        for row in rows:
            cells = [is_value(row.formula(column.key), seen(row.held.get(column.key)))
                     for column in fordel_puljer.KOLONNER]
            found.append(Line(f"{row.sheet.name}, række {row.row + 1}: {row.navn}", cells))
        names = rows[0].place("navn")
        below = names._replace(row=rows[-1].row + 1, last_row=rows[-1].row + fordel_puljer.RAEKKER)
        return [*found, Line(f"{names.sheet}: rækkerne under puljerne", [f"{filled(below)}=0"])]

    def of_own(self, written: Sequence[SheetPlan]) -> list[Line]:
        return [line for at, plan in enumerate(written)
                for line in of_rows(plan, {self.places.status} if at == 0 else set())]

    def build(self) -> SheetPlan:
        plan = self.plan
        intern.head(plan, spec.TITEL_KONTROL)
        plan.put(1, 0, "Hver pulje har sin egen kontrol. Her lægges de sammen, i almindelige formler.", "lille")
        if self.puljer.sum.snapshot.calculation and self.puljer.sum.snapshot.calculation.manual:
            plan.put(2, 0, fordeling_kontrol.MANUEL, "lille")
        self.put_pools()
        columns = self.put_recipients()
        self.put_list(columns + 2)
        self.put_checks()
        plan.print_columns = columns
        sider.spread(plan, columns)
        sider.lay(plan, columns, sider.row_by_row(plan, columns))
        return plan

    # --------------------------------------------------------------------------------- the pools

    def put_pools(self) -> None:
        plan = self.plan
        plan.put_row(TOP, spec.HVER_PULJE, "hoved")
        for number, (pool, own) in enumerate(zip(self.puljer.delt, self.own)):
            row, rests = TOP + 1 + number, [self.own[place].rest for place in pool.ind]
            plan.put(row, 0, number + 1, "helt")
            plan.put(row, 1, pool.navn)
            plan.put(row, 2, Formula(f"={own.status}", OK), "midt")
            amount = pool.regnet.setup.pulje.instead.get("pulje") if pool.regnet.setup.pulje else None
            plan.put(row, 3, Formula("=" + (amount or celler.pool(self.general())), pool.eget), "kr_oere")
            plan.put(row, 4, Formula("=" + ("+".join(rests) or "0"), sum(pool.ind.values())), "kr_oere")
            plan.put(row, 5, Formula(f"={own.total}", pool.tildelt), "kr_oere")
            plan.put(row, 6, Formula(f"={own.rest}", pool.rest), "kr_oere")
            line = row + 1
            plan.put(row, 7, Formula(f"=IF(ABS(D{line}+E{line}-F{line}-G{line})<=0.005,1,0)", 1), "helt")
        for letter, key in (("C", "status"), ("F", "fordelt"), ("H", "passer")):
            self.of_checks[key] = f"${letter}${TOP + 2}:${letter}${TOP + 1 + self.parts}"

    def general(self) -> Regnet:
        """The sum with the workbook's own settings, by which an amount of the settings is in kr."""
        return replace(self.puljer.sum, setup=self.puljer.delt[0].regnet.setup.general)

    # --------------------------------------------------------------------------------- the recipients

    def put_recipients(self) -> int:
        """The table; returns how many columns it has."""
        plan, head, many = self.plan, self.head, self.parts
        sums, total, same, added = 2 + many, 3 + many, 4 + many, 5 + many
        headings = [*spec.HVER_MODTAGER, *(pool.navn for pool in self.puljer.delt), "Puljernes sum", "I alt på siden",
                    "Samme", "Summen passer"]
        plan.put_row(head, headings, "hoved")
        plan.heights[head] = 48
        guarantee = garanti.Garantien(self, added + 1) if self.puljer.garanti else None
        for number in range(self.puljer.sum.n):
            self.put_recipient(number, (sums, total, same, added))
        for key, column in (("samme", same), ("summen", added), ("i_alt", total)):
            self.of_checks[key] = self.whole(column)
        if guarantee is None:
            return added + 1
        self.of_checks |= guarantee.put()
        return guarantee.last + 1

    def whole(self, column: int) -> str:
        return f"{a1(self.first, column, True)}:{a1(self.last, column, True)}"

    def put_recipient(self, number: int, places: tuple[int, int, int, int]) -> None:
        plan, row, (sums, total, same, added) = self.plan, self.first + number, places
        recipient, puljer = self.puljer.sum.figures.recipients[number], self.puljer
        plan.put(row, 0, number + 1, "helt")
        plan.put(row, 1, *self.name(number))
        conditions = [is_value(a1(row, 1), recipient.name)]
        for at, own in enumerate(self.own):
            place = puljer.pladser[at][number]
            shown = self.places.columns[key_of(at)][number]
            if place is None:
                conditions.append(f'{shown}=""')
                continue
            amount = float(puljer.delt[at].regnet.tildeling[place])
            plan.put(row, 2 + at, Formula(f"={own.amounts[place]}", amount), "kr_oere")
            conditions += [f"ABS({a1(row, 2 + at)}-{shown})<=0.005", f"ISNUMBER({shown})"]
        before = puljer.garanti.foer[number] if puljer.garanti else float(puljer.sum.tildeling[number])
        plan.put(row, sums, Formula(f"=SUM({a1(row, 2)}:{a1(row, sums - 1)})", before), "kr_oere")
        plan.put(row, total, Formula(f"={self.places.columns['tildeling'][number]}",
                                     float(puljer.sum.tildeling[number])), "kr_oere")
        plan.put(row, same, Formula(f"=IF(AND({','.join(conditions)}),1,0)", 1), "helt")
        moved = f"+{self.places.columns[spec.GARANTI.key][number]}" if puljer.garanti else ""
        plan.put(row, added, Formula(f"=IF(ABS({a1(row, sums)}{moved}-{a1(row, total)})<=0.005,1,0)", 1), "helt")

    def name(self, number: int) -> tuple[CellValue, str]:
        """From the user's table, where a recipient is one row of it."""
        sum_, figures = self.puljer.sum, self.puljer.sum.figures
        name = figures.recipients[number].name
        if figures.grouped:
            return name, "tekst"
        return Formula("=" + celler.name(celler.cell(sum_, figures.place(sum_.setup, "navn", number))), name), "tekst"

    # --------------------------------------------------------------------------------- the checks

    def put_list(self, column: int) -> None:
        """What must be as it was, right of the table, where it is not printed."""
        plan, row = self.plan, self.head + 1
        plan.put(self.head - 1, column, fordeling_kontrol.SOM_DET_VAR, "afsnit")
        plan.put_row(self.head, ["Hvad", "Som ved fordelingen"], "hoved", column)
        for kind, lines in self.lines.items():
            first = row
            for line in lines:
                plan.put(row, column, line.where)
                plan.put(row, column + 1, Formula("=" + line.formula(), 1), "helt")
                row += 1
            cells = f"{a1(first, column + 1, True)}:{a1(row - 1, column + 1, True)}"
            self.of_checks[kind] = f"SUM({cells})={len(lines)}"
        plan.widths |= {column: 40, column + 1: 12}

    def put_checks(self) -> None:
        plan = self.plan
        plan.put_row(self.check_row, ["Nr.", "Kontrol", "Svar", "Hvis den fejler", "", "", "", ""], "hoved_venstre")
        for number, check in enumerate(self.checks, 1):
            row = self.check_row + number
            condition = _PLACEHOLDER.sub(lambda found: self.of_checks[found[1]], check.formula)
            plan.put(row, 0, number, "helt stoerre")
            plan.put(row, 1, check.text, "lille_brudt")
            plan.put(row, 2, Formula(f'=IFERROR(IF({condition},"{OK}","{FEJL}"),"{FEJL}")', OK), "ok stoerre")
            plan.put(row, 3, check.remedy, "lille stoerre")
            plan.heights[row] = 40 if len(check.text) < LONG else 54
            self.highlight(row, 2, FEJL)
        answers = f"$C${self.check_row + 2}:$C${self.check_row + 1 + len(self.checks)}"
        text = f'=IF(COUNTIF({answers},"{OK}")={len(self.checks)},"{OK}","{IKKE_OK}")'
        plan.put(STATUS[0], 1, "Fordelingen er", "fed stoerre")
        plan.put(*STATUS, Formula(text, OK), "status")
        plan.heights[STATUS[0]] = 28
        self.highlight(*STATUS, IKKE_OK)

    def highlight(self, row: int, column: int, bad: str) -> None:
        place = self.plan.area(row, column, row)
        self.plan.highlights += [Highlight(place, OK, "god"), Highlight(place, bad, "daarlig")]
