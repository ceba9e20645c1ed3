"""Fills "Fordeling kontrol": proves the result in plain formulas over the user's own cells. See the template."""

from __future__ import annotations

import re
from collections.abc import Mapping

from addin.figures.besides import FASTE, GRUNDBELOEB
from addin.finding.table import CHILDREN
from addin.run import celler
from addin.sheets import digits, grundlag, intern, sider
from addin.sheets.kontrol import boern, dele, institutioner, liste, parametre, samme, vaerdier
from addin.sheets.kontrol.institutioner import Grundlag
from addin.sheets.kontrol.liste import Own
from addin.sheets.kontrol.omgivelser import Surroundings, groups
from addin.sheets.kontrol.opstilling import PARAMETERS, Opstilling
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.workbook import Formula, Highlight, SheetPlan, a1, column_letters
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.fordeling_kontrol import STATUS
from workbook_templates.indstillinger import I_STEDET_FOR, VAEGTET
from workbook_templates.kontrolkolonner import PRINTED_TO, Column, Used, kolonner
from workbook_templates.opsaetning import OWN_BOUNDS

GATHERED = ("boern", "boern_taerskel", "noegle", "vaegt")  # of institutions, where these have a table
_PLACEHOLDER = re.compile(r"\{([prci]\.)?(\w+)\}")
_THIS_ROW = "\0"  # stands for the number of a row, which comes last


class Control:
    """Writes the sheet; knows where each of its columns and parameters stands."""

    def __init__(self, run: Run, places: Places, helper: SheetPlan | None, own: Own):
        self.result, self.places, self.helper = run.first, places, helper
        result = self.result
        self.plan = SheetPlan(spec.NOEGLE, run.names[spec.NOEGLE])
        self.filled: dict[str, str] = {}  # templates with cells in place of their names, but for the row
        self.rows = Opstilling(result)
        self.parts, self.checks, self.head = self.rows.parts, self.rows.checks, self.rows.head
        self.first = self.head + 1
        used = Used(result.figures.boern_taerskel is not None, result.figures.weighed is not None,
                    result.figures.foer is not None, result.transition is not None, tuple(result.figures.own_bounds),
                    result.fordeling.ture is not None, result.equal_losses, result.figures.pr_barn is not None)
        self.columns = kolonner(used, self.parts.kolonner, self.parts.graenser)
        self.at = {column.key: index for index, column in enumerate(self.columns)}
        self.parameters = self.rows.parameters
        self.parameter = {key: f"$C${PARAMETERS + index + 1}" for index, key in enumerate(self.parameters)}
        self.whole = {key: f"{a1(self.first, column, True)}:{a1(self.head + result.n, column, True)}"
                      for key, column in self.at.items()}
        self.cells_of = dele.Cells(places, self.parameter, self.at, self.whole, self)
        self.table: Grundlag | None = None
        if grundlag.is_followed(result):
            self.table = Grundlag(result, self.rows.institutions_head, self.parameter, self.whole["navn"],
                                  self.of_children if helper else None)
        self.forud = self.paid_first()
        column = max(len(self.columns), len(self.table.columns) if self.table else 0) + 1
        self.around = Surroundings(result, frozenset(run.names.values()))
        self.kept = liste.of(result, own, places, self.around, self.head, column)
        self.other = self.other_cells()

    def paid_first(self) -> dict[str, str]:
        """The sums of what is paid before the key is used, by what it is called; of the fixed amounts also where there
        are none yet."""
        fixed = {FASTE: f"SUM({self.table.whole('fast')})"} if self.table and "fast" in self.table.at else {}
        first = {GRUNDBELOEB: f"SUM({self.whole['grundbeloeb']})"} if "grundbeloeb" in self.at else {}
        return first | fixed

    def of_children(self, number: str) -> str:
        """What the children of the institution with this number make of the key."""
        assert self.helper is not None
        return boern.made_of(self.result, self.helper, number)

    @property
    def status(self) -> str:
        """Where the one answer stands."""
        return self.plan.area(*STATUS, STATUS[0]).formula()

    def other_cells(self) -> dict[str, str]:
        """Cells outside the table that formulas name: {c.total} and the like."""
        kept = self.places.kept
        cells = {"n": str(self.result.n), "sats": kept["sats"], "total": self.total(), "rest": kept["rest"],
                 "pulje": self.pool()}
        if self.helper:
            cells |= boern.cells(self.result, self.helper, self.around)
        pairs = ",".join(f"$C${row}=$D${row}" for row in range(PARAMETERS + 1, PARAMETERS + self.rows.settings + 1))
        cells |= {kind: self.kept.condition(kind) for kind in liste.KINDS}
        cells["samme_indstillinger"] = f"AND({pairs},{cells['indstillinger']})"
        cells["tildelt"] = self.places.totals["tildeling"]
        for of_part in self.parts.celler:
            cells |= of_part(self.cells_of)
        return cells

    def pool(self) -> str:
        """What there is to give by the key; of a saving before it is rounded."""
        return f"({celler.pool(self.result)})" if self.result.saving else self.parameter["pulje"]

    def total(self) -> str:
        """The sum of the amounts by the key on the result sheet."""
        total = self.places.totals["tildeling"]
        return f"({'-'.join([total, *self.forud.values()])})" if self.forud else total

    def build(self) -> SheetPlan:
        plan = self.plan
        intern.head(plan, self.result.retning.titel_kontrol)
        plan.put(1, 0, "Alt her er almindelige formler over cellerne i projektmappen. De regner videre uden Fordel: "
                       "rettes et beløb, en celle, som fordelingen bygger på, eller noget omkring dem, skifter svaret.",
                 "lille")
        if self.result.snapshot.calculation and self.result.snapshot.calculation.manual:
            plan.put(2, 0, spec.MANUEL, "lille")
        self.put_status()
        self.put_parameters()
        self.put_checks()
        self.put_table()
        plan.repeat_row, plan.print_columns = self.head, self.at[PRINTED_TO] + 1
        self.kept.put(plan)
        if self.table:
            institutioner.put(plan, self.table)
            plan.repeat_row = None  # the headings of one table would stand over the rows of the other
        sider.spread(plan, plan.print_columns)
        return plan

    def put_status(self) -> None:
        answers = f"$C${self.rows.check_row(1) + 1}:$C${self.rows.check_row(len(self.checks)) + 1}"
        text = f'=IF(COUNTIF({answers},"{spec.OK}")={len(self.checks)},"{spec.OK}","{spec.IKKE_OK}")'
        self.plan.put(STATUS[0], 1, "Fordelingen er", "fed stoerre")
        self.plan.put(*STATUS, Formula(text, spec.OK), "status")
        self.plan.heights[STATUS[0]] = 28
        self.highlight(*STATUS, spec.IKKE_OK)

    def highlight(self, row: int, column: int, bad: str) -> None:
        place = self.plan.area(row, column, row)
        self.plan.highlights += [Highlight(place, spec.OK, "god"), Highlight(place, bad, "daarlig")]

    def put_parameters(self) -> None:
        self.plan.put_row(PARAMETERS - 1, ["", "Det, der regnes med", "Værdi", "Ved fordelingen"], "hoved_venstre")
        values = vaerdier.parameters(self.result, self.parts)
        for row, (key, (label, style)) in enumerate(self.parameters.items(), PARAMETERS):
            if key == "sats":
                style = digits.look([values[key]], 4, digits.sats(self.result, digits.HALF_OERE)).style
            self.plan.put(row, 1, parametre.pool_label(self.result, self.forud) if key == "pulje" else label)
            text = self.parameter_formula(key)
            if text:
                self.plan.put(row, 2, Formula("=" + text, values[key]), style)
                if row < PARAMETERS + self.rows.settings:
                    self.plan.put(row, 3, values[key], style)

    def parameter_formula(self, key: str) -> str:
        """The settings through their defined names; the rest from the table."""
        if key == "sats" and self.result.equal_losses:
            return self.fill(spec.SATS_AF_AFSLAG, self.first)
        if key in spec.PARAMETERFORMLER:
            return self.fill(spec.PARAMETERFORMLER[key], self.first)
        return parametre.formula(self.result, key, self.forud, self.parameter["enhed"])

    def put_checks(self) -> None:
        heading = ["Nr.", "Kontrol", "Svar", "Hvis den fejler", "", "", "", ""]
        self.plan.put_row(self.rows.check_row(0), heading, "hoved_venstre")
        for number, check in enumerate(self.checks, 1):
            row = self.rows.check_row(number)
            text = f'=IFERROR(IF({self.fill(check.formula, self.first)},"{spec.OK}","{spec.FEJL}"),"{spec.FEJL}")'
            self.plan.put(row, 0, number, "helt stoerre")
            self.plan.put(row, 1, check.text, "lille_brudt")
            self.plan.put(row, 2, Formula(text, spec.OK), "ok stoerre")
            remedy = self.kept.remedy(check.kind, check.remedy) if check.kind else check.remedy
            self.plan.put(row, 3, remedy, "lille stoerre")
            self.plan.heights[row] = 27
            self.highlight(row, 2, spec.FEJL)

    def put_table(self) -> None:
        self.plan.heights[self.head] = 48
        values = vaerdier.columns(self.result, self.parts)
        for index, column in enumerate(self.columns):
            self.plan.put(self.head, index, self.heading(column), "hoved")
            self.plan.widths[index] = max(column.width, digits.taken(column.style, values[column.key]))
            for number, value in enumerate(values[column.key]):
                row = self.first + number
                text = self.fill(column.formula, row) if column.formula else self.own_formula(column.key, number, row)
                self.plan.put(row, index, Formula("=" + text, value) if text else value, column.style)

    def heading(self, column: Column) -> str:
        """In the words of the run."""
        own = {"navn": f"{self.result.recipient} (fra tabellen nu)",
               "navn_da": f"{self.result.recipient} ved fordelingen", **self.result.retning.overskrifter}
        return own.get(column.key, column.heading)

    def own_formula(self, key: str, number: int, row: int) -> str:
        """The formulas that name the user's cells, and the amounts on the result sheet; "" where a value stands."""
        if key == "tildeling":
            return self.places.columns.get("noegledel", self.places.columns["tildeling"])[number]
        if key == "samme_tal":
            return samme.figures(self, number, row)
        if key == "samme":
            same = [f"{a1(row, self.at['navn'])}=TRIM({a1(row, self.at['navn_da'])})"]
            same += [] if self.table else groups(self.result, number)
            return f"IF(AND({','.join(same)}),1,0)"
        if key in ("foer", "foer_kr"):
            return self.before(number, row)
        if key in ("boern_nu", "boern_foer"):
            keys = [each for each in CHILDREN if each in self.result.setup.areas] if key == "boern_nu" else [key]
            return "+".join(self.figure_of(each, number, row) for each in keys) + "+0"
        if key in self.parts.formler:
            return self.parts.formler[key](self.cells_of, number, row)
        if key in OWN_BOUNDS.values():
            return f'IF({self.figure_cell(key, number)}="","",{self.figure(key, number)}+0)'
        if self.table:
            return self.gathered(self.table, key, number, row)
        if key == "navn":
            return celler.name(celler.cell(self.result, self.result.figures.place(self.result.setup, "navn", number)))
        if key == "boern":
            return self.children_formula(number)
        return self.key_formula(number, row) if key == "noegle" else ""

    def gathered(self, table: Grundlag, key: str, number: int, row: int) -> str:
        """A recipient's figures from its institutions."""
        if key == "navn":
            first = self.result.figures.members.members(number)[0]
            return table.cell("modtager" if "modtager" in table.at else "navn", first)
        return self.added(table, key, row) if key in GATHERED and key in table.at else ""

    def added(self, table: Grundlag, key: str, row: int) -> str:
        """A column of the institutions' table, added for the recipient of a row."""
        return f"SUMIF({table.whole('modtager_nr')},{a1(row, self.at['nr'])},{table.whole(key)})"

    def figure_of(self, key: str, number: int, row: int) -> str:
        """A recipient's figure of those of its institutions that last year's amounts are of."""
        if self.table is None:
            return self.figure(key, number)
        own = "boern_i_alt" if key == "boern" and "boern_i_alt" in self.table.at else key
        fixed = self.result.figures.ved_siden is not None
        return self.taking_part(own, row) if fixed else self.added(self.table, own, row)

    def figure(self, key: str, number: int) -> str:
        return celler.of_setting(self.result, key,
                                 self.result.figures.institutions.place(self.result.setup, key, number))

    def figure_cell(self, key: str, number: int) -> str:
        return celler.cell(self.result, self.result.figures.institutions.place(self.result.setup, key, number))

    def children_formula(self, number: int) -> str:
        """Children from the user's cells, weighted or as heads."""
        setup = self.result.setup
        if "boern_0_2" in setup.areas:
            young, old = self.figure("boern_0_2", number), self.figure("boern_3_5", number)
            weight = f"{self.parameter['vaegt_0_2']}*" if setup.settings.boern_til_kr == VAEGTET else ""
            return f"{weight}{young}+{old}"
        return f"{self.figure('boern', number)}+0" if "boern" in setup.areas else ""

    def before(self, number: int, row: int) -> str:
        """Last year's amount in the new price level, which bounds this year's; of a saving, the base budget."""
        if self.result.saving:
            return self.amount("grundbudget", number, row) + "+0"
        fixed = self.result.bounded_with_first and self.result.figures.ved_siden is not None
        return self.lifted(self.taking_part("sidste_aar", row) if fixed else self.amount("sidste_aar", number, row))

    def lifted(self, amount: str) -> str:
        return f"{amount}*(1+SUM({self.parameter['pl']}))"

    def taking_part(self, key: str, row: int) -> str:
        """A recipient's sum of those institutions that have no fixed amount instead of a part by the key."""
        assert self.table is not None
        numbers, effects = self.table.whole("modtager_nr"), self.table.whole("fast_virkning")
        return (f'SUMPRODUCT(({numbers}={a1(row, self.at["nr"])})*({effects}<>"{I_STEDET_FOR}")'
                f"*{self.table.whole(key)})")

    def takes_part(self, row: int) -> str:
        """A condition that any of them has none; "" where there can be none."""
        if self.table is None or "fast_virkning" not in self.table.at:
            return ""
        numbers, effects = self.table.whole("modtager_nr"), self.table.whole("fast_virkning")
        return f'SUMPRODUCT(({numbers}={a1(row, self.at["nr"])})*({effects}<>"{I_STEDET_FOR}"))>0'

    def amount(self, key: str, number: int, row: int) -> str:
        """A recipient's amount in a column of the user's, in kr."""
        if self.table:
            return self.added(self.table, key, row)
        return celler.amount(self.result, key, self.result.figures.institutions.place(self.result.setup, key, number))

    def key_formula(self, number: int, row: int) -> str:
        """The key from the user's cells: counted, burden times children, or as it stands."""
        setup = self.result.setup
        cell = self.of_children(a1(row, self.at["nr"])) if self.helper else self.figure(setup.key, number)
        if setup.is_burden:
            return f"{cell}*{a1(row, self.at['boern'])}"
        return cell if self.helper else f"{cell}+0"

    def fill(self, formula: str, row: int) -> str:
        """A template's formula with cells in place of its names."""
        if formula not in self.filled:
            self.filled[formula] = _PLACEHOLDER.sub(self.cell, formula)
        return self.filled[formula].replace(_THIS_ROW, str(row + 1))

    def cell(self, match: re.Match[str]) -> str:
        """What stands for one name of a template in any row."""
        if match[1] == "i.":
            assert self.table is not None
            return self.table.whole(match[2])
        where: dict[str | None, Mapping[str, str]] = {"p.": self.parameter, "r.": self.whole, "c.": self.other}
        return where[match[1]][match[2]] if match[1] else column_letters(self.at[match[2]]) + _THIS_ROW
