"""The table of institutions on the control sheet: each from the user's own cells, and what they were then."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from addin import inputs
from addin.figures import succession
from addin.figures.delivered import Delivered
from addin.figures.institutions import YEAR
from addin.run import celler
from addin.run.regnet import Regnet
from addin.sheets import samling
from addin.sheets.kontrol import omgivelser, vaegt
from addin.workbook import Area, CellValue, Formula, SheetPlan, a1
from workbook_templates.fordeling_institutioner import KONTROLKOLONNER, Column
from workbook_templates.indstillinger import AAR, I_STEDET_FOR, VAEGTET
from workbook_templates.opsaetning import AMOUNT_COLUMNS

OF_LAST_YEAR = ("sidste_aar", "boern_foer")  # moved to the institutions that replace others
WORDS = ("erstatter", "noegle_grund", "fast_virkning", "fast_grund", "noegletal_med", "noegletal_uden")
WEIGHTS, SUMS = 2, 1  # rows over the headings: of a delivery's weights, and of its sums
COUNTED = ("boern_0_2", "boern_3_5", "boern_i_alt", "maaneder", "noegle_aendring")  # what the fingerprint begins with


class Grundlag:
    """Knows each cell's formula and the value it has now.

    `head` is the row of headings, `recipients` are the cells with the recipients' names, `of_children` is the formula
    for what the children of an institution make of the key, by the cell with its number.
    """

    def __init__(self, result: Regnet, head: int, parameter: dict[str, str], recipients: str,
                 of_children: Callable[[str], str] | None):
        self.result, self.head, self.parameter = result, head, parameter
        self.recipients, self.of_children = recipients, of_children
        self.basis = result.figures.institutions
        self.last_year = succession.gathered(result.figures.successor, self.basis.n)
        self.values = self.make_values()
        self.columns = self.used_columns()
        self.at = {column.key: index for index, column in enumerate(self.columns)}

    def used_columns(self) -> list[Column]:
        """The columns there are values for; what is weighed together stands before what it becomes."""
        found = [column for column in KONTROLKOLONNER if column.key in self.values]
        at = [column.key for column in found].index("antal")
        return [*found[:at], *samling.columns(self.result), *found[at:]]

    def whole(self, key: str) -> str:
        """A column of the table as the rest of the sheet has it."""
        at = self.at[key]
        return f"{a1(self.head + 1, at, True)}:{a1(self.head + self.basis.n, at, True)}"

    def cell(self, key: str, number: int) -> str:
        return a1(self.head + 1 + number, self.at[key])

    # --------------------------------------------------------------------------------- values

    def make_values(self) -> dict[str, Sequence[CellValue]]:
        """The columns in use, with the values their formulas have now."""
        result, basis, figures = self.result, self.basis, self.result.figures
        areas, n = result.setup.areas, basis.n
        names = [one_blank(row.name) for row in basis.rows]
        found: dict[str, Sequence[CellValue]] = {"navn": names, "navn_da": [row.name for row in basis.rows]}
        numbers: dict[str, Sequence[float]] = {"nr": range(1, n + 1),
                                               "modtager_nr": [place + 1 for place in figures.members.of]}
        if "modtager" in areas:
            given = basis.words["modtager"]
            found["modtager"] = found["modtager_da"] = [to or name for to, name in zip(given, names)]
        for key in ("boern_0_2", "boern_3_5", "noegle_aendring"):
            if key in areas:
                numbers[key] = filled(basis.column(key))
        if "boern_0_2" not in areas and "boern" in areas:
            numbers["boern_i_alt"] = filled(basis.column("boern"))
        for key, values in (("maaneder", basis.months), ("boern", basis.boern),
                            ("boern_taerskel", basis.boern_taerskel)):
            if values is not None:
                numbers[key] = filled(values)
        numbers["antal"], numbers["noegle"] = filled(basis.count), filled(figures.counted)
        if figures.weighed:
            numbers["vaegt"] = figures.weighed.vaegt
        if figures.weighed and figures.weighed.groups is not None:
            numbers["gruppe_nr"] = [group + 1 for group in figures.weighed.groups]
        numbers |= {key: filled(basis.column(key)) for key in AMOUNT_COLUMNS if key in areas}
        found["aftryk"] = found["aftryk_da"] = self.fingerprints(numbers)
        if basis.delivered:
            found["leveret"] = [one_blank(label) for label in basis.delivered.labels]
            found |= {column.key: [line[at].value for line in basis.delivered.counts]
                      for at, column in enumerate(samling.columns(result))}
        for key in WORDS:
            if key in areas:
                found[key] = found[key + "_da"] = basis.words[key]
        if figures.pr_barn:
            numbers["boern_foer"] = filled(basis.column("boern_foer"))
        moved = {key: self.moved(numbers[key]) for key in OF_LAST_YEAR if key in numbers}
        return {**numbers, **found, **moved, "samme": [1] * n}

    def moved(self, before: Sequence[float]) -> list[float | None]:
        """Last year's amounts; replaced institutions have none of their own."""
        return [None if number in self.result.figures.successor else sum(before[old] for old in parts)
                for number, parts in enumerate(self.last_year)]

    def fingerprints(self, found: Mapping[str, Sequence[float]]) -> list[float]:
        """Each input times its place, added: any cell that changes alone changes it."""
        delivered = self.basis.delivered
        parts = [found[key] for key in COUNTED if key in found]
        parts += [[line[at].value for line in delivered.counts] for at in range(len(delivered.used))
                  ] if delivered else [found["antal"]]
        if delivered and samling.how(self.result) in AAR:
            parts += [[0.0 if line[at].blank else 1.0 for line in delivered.counts]
                      for at in range(len(delivered.used))]
        return [sum(place * part[number] for place, part in enumerate(parts, 1)) for number in range(self.basis.n)]

    # --------------------------------------------------------------------------------- formulas

    def formula(self, key: str, number: int) -> str:
        """The formula of a cell, "" where it holds a value."""
        makers: dict[str, Callable[[int], str]] = {
            "navn": self.name, "modtager": self.recipient, "boern_0_2": self.figure("boern_0_2"),
            "boern_3_5": self.figure("boern_3_5"), "boern_i_alt": self.figure("boern"), "maaneder": self.months,
            "boern": self.children("boern_til_kr"), "boern_taerskel": self.children("boern_til_taerskel"),
            "noegle_aendring": self.figure("noegle_aendring"), "antal": self.count, "noegle": self.key,
            "vaegt": self.weight, **{amount: self.amount(amount) for amount in AMOUNT_COLUMNS},
            **{key: partial(self.before, key) for key in OF_LAST_YEAR}, "aftryk": self.fingerprint,
            "leveret": self.delivered_name, "samme": self.same, **{word: self.word(word) for word in WORDS},
            **{column.key: self.part(at) for at, column in enumerate(samling.columns(self.result))},
        }
        return makers[key](number) if key in makers else ""

    def place(self, key: str, number: int) -> Area:
        return self.basis.place(self.result.setup, key, number)

    def name(self, number: int) -> str:
        return celler.name(celler.cell(self.result, self.place("navn", number)))

    def recipient(self, number: int) -> str:
        if self.basis.rows[number].row in self.result.setup.alone:
            return self.cell("navn", number)
        text = celler.text(celler.cell(self.result, self.place("modtager", number)))
        return f'IF({text}="",{self.cell("navn", number)},{text})'

    def word(self, key: str) -> Callable[[int], str]:
        return lambda number: celler.text(celler.cell(self.result, self.place(key, number)))

    def figure(self, key: str) -> Callable[[int], str]:
        return lambda number: celler.figure(self.result, self.place(key, number)) + "+0"

    def amount(self, key: str) -> Callable[[int], str]:
        return lambda number: celler.amount(self.result, key, self.place(key, number)) + "+0"

    def part(self, at: int) -> Callable[[int], str]:
        """A column of the delivery that is weighed together with others."""
        return lambda number: self.delivered_cell(number, at) + "+0"

    def months(self, number: int) -> str:
        place = self.place("maaneder", number)
        return f'IF({celler.cell(self.result, place)}="",{YEAR},{celler.figure(self.result, place)})'

    def year(self, number: int) -> str:
        return f"*{self.cell('maaneder', number)}/{YEAR}" if self.basis.months is not None else ""

    def children(self, choice: str) -> Callable[[int], str]:
        def make(number: int) -> str:
            if "boern_i_alt" in self.at:
                return self.cell("boern_i_alt", number) + self.year(number)
            young, old = self.cell("boern_0_2", number), self.cell("boern_3_5", number)
            weight = f"{self.parameter['vaegt_0_2']}*" if self.result.setup.settings.vaerdi(choice) == VAEGTET else ""
            return f"({weight}{young}+{old}){self.year(number)}"
        return make

    def count(self, number: int) -> str:
        """What the key is made from: a cell of the table, children counted, or a row of delivered counts."""
        key = self.result.setup.key
        if self.of_children:
            return self.of_children(self.cell("nr", number))
        if key == "antal_institution":
            return samling.formula(self.result, self.delivered.counts[number], self.counts(number),
                                   self.weights(), lambda at: f"{self.cell(f'del_{at}', number)}/{self.sum(at)}")
        figure = celler.of_setting(self.result, key, self.place(key, number))
        if key == "noegle" and "noegle_aendring" in self.at:
            return f"{figure}+{self.cell('noegle_aendring', number)}"  # and no +0: what should be 0 is then 0
        return figure + "+0"

    @property
    def delivered(self) -> Delivered:
        assert self.basis.delivered is not None
        return self.basis.delivered

    def delivered_cell(self, number: int, at: int) -> str:
        return celler.count(self.result, self.delivered.place(number, at), self.delivered.counts[number][at])

    def delivered_cells(self, number: int) -> list[str]:
        return [self.delivered_cell(number, at) for at in range(len(self.delivered.used))]

    def counts(self, number: int) -> list[str]:
        """The counts of an institution: the user's cells, or those of the table where they are many."""
        if not samling.is_wide(self.result):
            return self.delivered_cells(number)
        return [self.cell(column.key, number) for column in samling.columns(self.result)]

    def weights(self) -> list[str]:
        """What each column of a delivery weighs; where they are many, in a row of its own over the headings."""
        texts = samling.weights(self.result)
        return [self.over(WEIGHTS, at) for at in range(len(texts))] if samling.is_wide(self.result) else texts

    def sum(self, at: int) -> str:
        """And what it sums to."""
        return self.over(SUMS, at) if samling.is_wide(self.result) else f"SUM({self.whole(f'del_{at}')})"

    def over(self, row: int, at: int) -> str:
        """The cell so many rows over the heading of a column of a delivery."""
        return a1(self.head - row, self.at[f"del_{at}"], True)

    def put_over(self, plan: SheetPlan) -> None:
        """The rows of weights and sums, where the columns are many."""
        delivered = self.basis.delivered
        if delivered is None or not samling.is_wide(self.result):
            return
        for at, (weight, criterion) in enumerate(zip(samling.weights(self.result), delivered.used)):
            column, values = self.at[f"del_{at}"], [line[at].value for line in delivered.counts]
            plan.put(self.head - WEIGHTS, column, Formula("=" + weight, criterion.weight), "lille")
            plan.put(self.head - SUMS, column, Formula(f"=SUM({self.whole(f'del_{at}')})", math.fsum(values)), "lille")

    def key(self, number: int) -> str:
        count = self.cell("antal", number)
        year = self.year(number)
        key = f"{count}*{self.cell('boern', number)}" if self.result.setup.is_burden else f"{count}{year}"
        if "fast_virkning" in self.at:
            return f'IF({self.cell("fast_virkning", number)}="{I_STEDET_FOR}",0,{key})'
        return key + "+0"

    def weight(self, number: int) -> str:
        """The threshold tested on the institution itself, or on its group."""
        measured = "boern_taerskel" if "boern_taerskel" in self.at else "boern"
        return vaegt.formula(lambda key: self.cell(key, number), self.whole, measured, "gruppe_nr" in self.at,
                             self.parameter["taerskel"], self.parameter["over"])

    def before(self, key: str, number: int) -> str:
        """Last year's figure with those of the institutions it replaces; nothing where it is replaced itself."""
        if number in self.result.figures.successor:
            return ""
        read = celler.amount if key in AMOUNT_COLUMNS else celler.of_setting
        return "+".join(read(self.result, key, self.place(key, part)) for part in self.last_year[number]) + "+0"

    def fingerprint(self, number: int) -> str:
        parts = [self.cell(key, number) for key in COUNTED if key in self.at]
        delivered = self.basis.delivered
        parts += self.counts(number) if delivered else [self.cell("antal", number)]
        parts += [f'({cell}<>"")' for cell in self.years(number)]
        return "+".join(f"{place}*{part}" for place, part in enumerate(parts, 1))

    def years(self, number: int) -> list[str]:
        """The cells of years: one that is filled in or emptied changes what the others come to."""
        if samling.how(self.result) not in AAR:
            return []
        return [celler.cell(self.result, self.delivered.place(number, at)) for at in range(len(self.delivered.used))]

    def delivered_name(self, number: int) -> str:
        row = self.delivered.rows[number]
        return celler.name(celler.cell(self.result, self.delivered.names._replace(row=row, last_row=row)))

    def same(self, number: int) -> str:
        pairs = [f"{self.cell('navn', number)}={celler.name(self.cell('navn_da', number))}",
                 f"ABS({self.cell('aftryk', number)}-{self.cell('aftryk_da', number)})<=1E-9"]
        pairs += [f"{self.cell(key, number)}={celler.text(self.cell(key + '_da', number))}"
                  for key in ("modtager", *WORDS) if key in self.at]
        if "modtager" in self.at:
            place = self.cell("modtager_nr", number)
            pairs.append(f"INDEX({self.recipients},{place})={self.cell('modtager', number)}")
        pairs += omgivelser.groups(self.result, number)
        if "leveret" in self.at:
            pairs.append(f"{self.cell('leveret', number)}={self.cell('navn', number)}")
        return f"IF(AND({','.join(pairs)}),1,0)"


def one_blank(name: str) -> str:
    """A name as TRIM leaves it."""
    return " ".join(part for part in name.split(" ") if part)


def filled(values: inputs.Column | None) -> list[float]:
    """Blank cells as formulas count them."""
    return [value or 0.0 for value in values or []]


def put(plan: SheetPlan, table: Grundlag) -> None:
    """The headings and the rows."""
    plan.put(table.head - 1, 0, "Institutionerne", "afsnit")
    table.put_over(plan)
    plan.heights[table.head] = 48
    for index, column in enumerate(table.columns):
        plan.put(table.head, index, column.heading, "hoved")
        plan.widths[index] = max(plan.widths.get(index, 0), column.width)
        for number, value in enumerate(table.values[column.key]):
            text = table.formula(column.key, number)
            plan.put(table.head + 1 + number, index, Formula("=" + text, value) if text else value, column.style)
