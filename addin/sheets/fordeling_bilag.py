"""Fills "Fordeling bilag": what stands behind the page, one table a subject; it may be sent along with it."""

from __future__ import annotations

from addin.danish import ended
from addin.dele import i_brug
from addin.run.differentiering import differentiering
from addin.run.regnet import Regnet
from addin.sheets import changes, digits, fordeling, sagen, sider, tekst
from addin.sheets.andele import Andele
from addin.sheets.figur import Tal
from addin.sheets.keyfigures import on_paper, shown
from addin.sheets.noter import notes
from addin.sheets.run import Run
from addin.sheets.sider import Block
from addin.sheets.tabel import INDENT, NAVNE, Places, Tabel
from addin.sheets.vaerdier import Vaerdier
from addin.workbook import SheetPlan
from workbook_templates import fordeling as side
from workbook_templates import fordeling_bilag as spec
from workbook_templates import raekkefoelge
from workbook_templates.fordeling import Column
from workbook_templates.fordeling_bilag import Table

TOP = 4
SHA = (2, 0)  # where the fingerprint of the file stands
SKIPPED = "Rækker i tabellen, der ikke er institutioner"
WIDTHS = (30, 14, 13, 13, 13, 13, 13)  # of the columns all tables share; a table with more adds its own


class Bilag:
    """Writes the sheet from the top; `row` is where it has come to."""

    def __init__(self, run: Run, values: Vaerdier, shares: Andele | None, places: Places):
        self.run, self.values, self.shares, self.places = run, values, shares, places
        self.result = run.first
        self.plan = SheetPlan(spec.NOEGLE, run.names[spec.NOEGLE], landscape=False)
        self.plan.widths = {0: INDENT, **dict(enumerate(WIDTHS, NAVNE))}
        self.blocks: list[Block] = []
        self.row = TOP

    def build(self) -> None:
        """All but the numbers of the picture, which come last: see numbers()."""
        self.put_title()
        self.lines("Sagen", sagen.lines(self.result))
        self.put_key_figures()
        self.put_kora()
        self.lines("Det skal du vide", list(map(str, self.run.warnings)), "advarsel_linje")
        for table in spec.TABELLER:
            self.put_table(table)
        sections = {part.key: part.afsnit(self.result, data) for part, data in i_brug(self.result)}
        for key in raekkefoelge.AFSNIT:
            self.lines(*sections.get(key, ("", [])))
        self.lines(changes.HEADING, changes.lines(self.result))
        self.lines("Bemærkninger", remarks(self.result))
        self.lines("Hvor de sidste kroner gik", odd_kroner(self.result, rests=not self.run.answer))
        self.lines(SKIPPED, [] if self.run.answer else skipped(self.result))

    def numbers(self) -> Tal:
        """Those of the picture, last on the sheet."""
        told = Tal(self.plan, self.result, self.shares, self.row)
        self.blocks += [Block(self.row, self.row + 2), *(Block(at, at) for at in range(self.row + 3, told.last + 1))]
        self.plan.print_columns = len(self.plan.widths)
        sider.lay(self.plan, self.plan.print_columns, self.blocks)
        return told

    def lines(self, heading: str, lines: list[str], style: str = "tekst") -> None:
        self.row = tekst.put_lines(self.plan, self.blocks, self.row, heading, lines, style)

    def put_title(self) -> None:
        plan, run = self.plan, self.run
        title = sagen.titel(self.result)
        tekst.put_title(plan, f"{spec.TITEL}: {title[:1].lower()}{title[1:]}")
        plan.put(1, 0, " · ".join(line for line in (sagen.head(run), sagen.made(run)) if line), "lille")
        if run.laest.snapshot.sha256 and not run.answer:
            plan.put(*SHA, f"SHA-256 af den læste fil: {run.laest.snapshot.sha256}", "lille")

    def put_key_figures(self) -> None:
        """Labels in the column of names, the figures beside them."""
        plan, first = self.plan, self.row
        tekst.put_heading(plan, self.row, "Nøgletal")
        for figure in on_paper(self.result):
            self.row += 1
            plan.put(self.row, NAVNE, figure.label)
            plan.put(self.row, NAVNE + 1, figure.value, figure.style)
            if figure.key == "sats":
                plan.widths[NAVNE + 1] = max(plan.widths[NAVNE + 1], len(shown(figure)) + digits.MARGIN)
            if figure.note:
                plan.put(self.row, NAVNE + 2, figure.note, "lille")
            if figure.key:
                self.places.kept[figure.key] = plan.area(self.row, NAVNE + 1, self.row).formula()
        self.blocks.append(Block(first, self.row))
        self.row += 2

    def put_kora(self) -> None:
        """Where the measures are among KORA's kommuner; the table, and what it says."""
        found = differentiering(self.result)
        if found is None or found.kora.faktor is None:
            return
        plan, first = self.plan, self.row
        tekst.put_heading(plan, self.row, spec.KORA)
        plan.put(self.row + 1, 0, "", "hoved")
        plan.put_row(self.row + 1, spec.KORAS_KOLONNER, "hoved", NAVNE)
        self.row += 2
        for line in found.tabel():
            bold = " fed" if line.egen else ""
            plan.put(self.row, NAVNE, spec.EGEN if line.egen else spec.EN_KOMMUNE, f"tekst{bold}")
            plan.put(self.row, NAVNE + 1, line.faktor, f"en_decimal{bold}")
            plan.put(self.row, NAVNE + 2, line.kvartilfaktor, f"en_decimal{bold}")
            plan.put(self.row, NAVNE + 3, line.tildeler, f"hoejre{bold}")
            self.row += 1
        self.blocks.append(Block(first, self.row - 1))
        self.lines("", found.sammenlignet(), "lille")

    def put_table(self, table: Table) -> None:
        """One that has something to show in what it is about."""
        has = self.values.has
        if not any(has(key) for key in table.about):
            return
        columns = [looked(self.result, self.values, column) for column in table.columns
                   if column.key == "navn" or has(column.key)]
        self.plan.widths |= {at: WIDTHS[-1] for at in range(len(self.plan.widths), len(columns) + NAVNE)}
        tekst.put_heading(self.plan, self.row, table.title)
        made = Tabel(self.plan, self.result, columns, self.values, self.places)
        note = tekst.broken(self.plan, [table.note])
        rows = made.put(self.row + 1, made.parted(self.row + 1, self.row, below=sider.LINE * len(note)))
        first, *rest = rows.pages()
        *pages, last = Block(self.row, first.last, bool(rest)), *rest  # a short table is not parted
        self.row = tekst.put_lines(self.plan, [], rows.total + 1, "", note, "lille") + (not note)
        self.blocks += [*pages, last._replace(last=rows.total + len(note))]


def looked(result: Regnet, values: Vaerdier, column: Column) -> Column:
    """A column as it looks in this run; what a part says of it comes first."""
    own, made = values.own.get(column.key), fordeling.looked(result, column)
    heading = result.retning.overskrifter.get(column.key, made.heading)
    if own and own.unit:
        heading = f"{heading.split(',')[0]}, {own.unit}"
    return made._replace(style=own.style or made.style if own else made.style, heading=heading)


# ------------------------------------------------------------------------------------- running text


def remarks(result: Regnet) -> list[str]:
    """Those who have one, with it: exceptions and their reasons among them."""
    noted = zip(result.figures.recipients, notes(result))
    return [ended(f"{recipient.name}: {note}") for recipient, note in noted if note]


def odd_kroner(result: Regnet, rests: bool = True) -> list[str]:
    """Which recipients got the last units, and which ties their place in the list decided. The `rests` themselves say
    more of the counts than the amounts do."""
    done, unit = result.fordeling, result.fordeling.afrunding
    names = [recipient.name for recipient in result.figures.recipients]
    got = [index for index in range(result.n) if done.ekstra[index] > 0]
    if not got:
        return ["Alle beløb gik op uden rest."] if done.sats else []
    what = "krone" if unit == 1 else f"enhed på {side.shown_unit(unit)}"
    order = sorted(got, key=lambda index: -done.rest[index])
    lines = [f"Beløbene er først rundet ned. Derefter var der {len(got)} x {side.shown_unit(unit)} tilbage; "
             f"den ekstra {what} gik til de største rester:",
             ", ".join(names[i] + (f" ({done.rest[i]:.{done.decimaler}f})".replace(".", ",") if rests else "")
                       for i in order)]
    ties = [names[i] for i in got if done.afgjort_af_plads[i]]
    if ties:
        equal = "ens beløb" if result.transition else "ens afslag" if result.equal_losses else "ens nøgle"
        lines.append(f"Ens rest og {equal}: rækkefølgen i listen afgjorde det for {', '.join(ties)}.")
    return lines


def skipped(result: Regnet) -> list[str]:
    delivered = result.figures.institutions.delivered
    return [f"{result.figures.sheet.name}, række {row.row + 1}: {row.text} ({row.why})."
            for row in result.figures.skipped] + (delivered.skipped if delivered else [])
