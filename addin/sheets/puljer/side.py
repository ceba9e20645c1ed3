"""Fills "Fordeling" where there are several pools: a column each and the sum, and where each pool's money went."""

from __future__ import annotations

from addin.danish import ended
from addin.run.puljer import Delt, Puljer
from addin.sheets import fordeling, saetninger, sagen, tekst
from addin.sheets.puljer import tal as numbers
from addin.sheets.run import Run
from addin.sheets.sider import Block
from addin.sheets.tabel import INDENT, NAVNE, Places, Tabel, who_is_alone
from addin.workbook import Area, Formula, Highlight, SheetPlan
from udfs.errors import kroner
from udfs.errors import tal as shown
from workbook_templates import fordeling as spec_side
from workbook_templates import fordeling_bilag
from workbook_templates import fordeling_puljer as spec
from workbook_templates.fordeling_kontrol import IKKE_OK, NOEGLE, OK, STATUS


class Side:
    """Writes the page from the top; `row` is where it has come to."""

    def __init__(self, run: Run, puljer: Puljer, places: Places):
        self.run, self.puljer, self.places = run, puljer, places
        self.values = numbers.values_of(puljer)
        self.columns = [fordeling.looked(puljer.sum, column) for column in numbers.columns(puljer, self.values)]
        self.plan = SheetPlan(spec_side.NOEGLE, run.names[spec_side.NOEGLE], landscape=True)
        self.plan.widths = {0: INDENT, **{at: column.width for at, column in enumerate(self.columns, NAVNE)}}
        self.blocks: list[Block] = []
        self.row = 0
        self.of_pools: list[int] = []  # the rows of the table of pools

    def build(self) -> SheetPlan:
        self.put_head()
        self.lines("Hvad og hvordan", how(self.puljer))
        self.lines("Det vigtigste", [f"• {line}" for line in saetninger.det_vigtigste(self.puljer.sum)])
        table = Tabel(self.plan, self.puljer.sum, self.columns, self.values, self.places)
        self.row = fordeling.put_table(table, self.blocks, self.row, [spec.LAES, who_is_alone(self.puljer.sum)])
        self.put_pools()
        last, first = len(self.blocks), self.row
        self.lines("Det skal du vide", fordeling.told(self.run), "advarsel_linje")
        where = f"Nøgletal for hver pulje ligger i bilaget ({self.run.names[fordeling_bilag.NOEGLE]})."
        self.plan.put(self.row, 0, sagen.made(self.run), "daempet")
        self.row += 1
        self.lines("", [sagen.data(self.puljer.sum), where, self.run.answer], "daempet")
        if not self.run.answer:
            self.put_status()
        self.blocks[last:] = [Block(first, self.row)]  # the last words are not parted
        fordeling.lay(self.plan, self.blocks, self.row)
        return self.plan

    def lines(self, heading: str, lines: list[str], style: str = "tekst") -> None:
        self.row = tekst.put_lines(self.plan, self.blocks, self.row, heading, lines, style)

    def put_head(self) -> None:
        self.row = fordeling.put_head(self.plan, title(self.puljer), self.run)

    def put_pools(self) -> None:
        """What each pool was, and where its money went."""
        plan, first = self.plan, self.row
        tekst.put_heading(plan, self.row, spec.PULJERNE)
        self.row += 1
        plan.put(self.row, 0, "", "hoved")
        plan.put_row(self.row, spec.AF_HVER, "hoved", NAVNE)
        for at in range(NAVNE + 1, NAVNE + len(spec.AF_HVER)):
            plan.widths[at] = max(plan.widths.get(at, 0), 12)
        plan.heights[self.row] = 32
        for pool in self.puljer.delt:
            self.row += 1
            self.of_pools.append(self.row)
            plan.put(self.row, NAVNE, pool.navn)
            style = pool.regnet.money_style
            stays = pool.rest if pool.videre is None else 0.0
            for at, amount in enumerate((pool.eget, sum(pool.ind.values()), pool.tildelt, pool.rest - stays, stays),
                                        NAVNE + 1):
                plan.put(self.row, at, round(amount, 6) + 0.0, style)
            plan.put(self.row, NAVNE + 6, int((pool.regnet.tildeling > 0).sum()), "kr")
        self.blocks.append(Block(first, self.row))
        self.row += 2

    def put_status(self) -> None:
        """The control's own answer."""
        plan, at = self.plan, NAVNE + 1
        status = Area(self.run.names[NOEGLE], *STATUS, *STATUS)
        plan.put(self.row, 0, "Kontrol:", "daempet")
        plan.put(self.row, at, Formula(f"={status.formula()}", OK), "ok")
        plan.highlights += [Highlight(plan.area(self.row, at, self.row), OK, "god"),
                            Highlight(plan.area(self.row, at, self.row), IKKE_OK, "daarlig")]
        self.places.status = self.row, at
        self.blocks.append(Block(self.row, self.row))


def title(puljer: Puljer) -> str:
    year = puljer.sum.setup.settings.budgetaar
    return spec.TITEL.format(len(puljer.delt)) + (f" {year}" if year else "")


def how(puljer: Puljer) -> list[str]:
    """Each pool in its own words, and what holds for the sum."""
    found = [f"{pool.navn}: {' '.join(saetninger.hvad_og_hvordan(pool.regnet))}{onward(puljer, pool)}{source(pool)}"
             for pool in puljer.delt]
    if puljer.garanti:
        share = shown(round(100 * puljer.garanti.andel, 2))
        own = puljer.garanti.raekke.text("tekst")
        moved = puljer.flyttet
        many = kroner(float(moved[moved > 0].sum())) if moved is not None else ""
        found.append(ended(f"{puljer.garanti.raekke.navn}: ingen får under {share} % af sidste år i alt. Det flytter "
                           f"{many}; puljernes sum er den samme") + (f" {ended(own)}" if own else ""))
    return found


def onward(puljer: Puljer, pool: Delt) -> str:
    """What came on, and what goes on."""
    came = [f"{kroner(amount)} er kommet fra {puljer.delt[place].navn}" for place, amount in pool.ind.items()]
    went = [f"{kroner(pool.rest)} går videre til {puljer.delt[pool.videre].navn}"] if pool.rest and (
        pool.videre is not None) else []
    return "".join(f" {ended(line)}" for line in (*came, *went))


def source(pool: Delt) -> str:
    text = pool.raekke.text("kilde")
    return f" {ended(f'Kilde: {text}')}" if text else ""
