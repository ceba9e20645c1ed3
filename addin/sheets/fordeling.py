"""Fills "Fordeling": the result as it is sent on: key figures, a picture, the table with group totals, what to know."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from addin.dele import i_brug
from addin.run.noegletal import Kolonne
from addin.run.regnet import Regnet, is_whole
from addin.sheets import changes, digits, trin
from addin.sheets.fordelingstabel import WIDEST_NOTE, TableWriter
from addin.sheets.keyfigures import key_figures, shown
from addin.sheets.noter import notes
from addin.sheets.run import Run
from addin.workbook import Area, Chart, Formula, Highlight, SheetPlan
from workbook_templates import fordeling, raekkefoelge
from workbook_templates import fordeling_kontrol as kontrol
from workbook_templates.fordeling import KOLONNER, Column
from workbook_templates.fordeling_kontrol import IKKE_OK, OK, STATUS

NAME = 1  # the column of names
SHA = (2, 0)  # where the fingerprint of the file stands
TOP = 4  # the row of the key figures
CHART_ROWS, ROW_PIXELS, PIXELS = 17, 20, 7  # pixels of a row, and of a unit of a column's width
SMALL_LETTER = 0.9  # of a unit of width: notes to key figures are written small
LEAST_CHART, MOST_CHART = 560, 1100  # pixels wide
# columns the control compares with


@dataclass
class Places:
    """Where the control, and the table itself, find what they are made from."""

    columns: dict[str, list[str]] = field(default_factory=dict)  # one cell a recipient
    kept: dict[str, str] = field(default_factory=dict)  # the cells of key figures that others are made from
    totals: dict[str, str] = field(default_factory=dict)  # the cell of a column's sum
    status: tuple[int, int] = (0, 0)  # where the control's answer is shown


def sheet(run: Run) -> tuple[SheetPlan, Places]:
    result, plan = run.first, SheetPlan(fordeling.NOEGLE, run.names[fordeling.NOEGLE])
    places = Places()
    own = of_parts(result)
    columns = used_columns(result, own)
    plan.widths = {index: column.width for index, column in enumerate(columns)}
    plan.widths[len(columns) - 1] = note_width(result)
    put_title(plan, run)
    row = put_chart(plan, run, columns, put_key_figures(plan, run, places, TOP))
    row = put_lines(plan, row + 1, "Det skal du vide", list(map(str, run.warnings)), "advarsel_linje")
    plan.repeat_row = row
    row = put_table(plan, result, columns, own, places, row)
    sections = {part.key: part.afsnit(result, data) for part, data in i_brug(result)}
    for key in raekkefoelge.AFSNIT:
        row = put_lines(plan, row + 1, *sections.get(key, ("", [])))
    row = put_lines(plan, row + 1, changes.HEADING, changes.lines(result))
    row = put_lines(plan, row + 1, "Hvor de sidste kroner gik", odd_kroner(result))
    put_lines(plan, row, "Rækker i tabellen, der ikke er institutioner", skipped(result))
    plan.print_columns = len(columns)
    return plan, places


def used_columns(result: Regnet, own: dict[str, Kolonne]) -> list[Column]:
    """The columns this workbook has something to show in."""
    figures, there = result.figures, {"nr", "navn", "noegle", "andel", "tildeling", "note"}
    if figures.boern is not None:
        there |= {"boern", "pr_barn"} | (set() if result.burden_is_of_money else {"belastning"})
    if figures.boern_taerskel is not None:
        there |= {"boern_taerskel"}
    if result.fordeling.uden_taerskel is not None:
        there |= {"uden_taerskel"}
    if figures.column("sidste_aar"):
        there |= {"sidste_aar", "aendring", "aendring_pct"}
    if figures.column("grundbudget"):
        there |= {"grundbudget", "i_alt", "soc_andel"} | ({"i_alt_pr_barn"} if figures.boern is not None else set())
    return [looked(result, column, own.get(column.key, Kolonne())) for column in KOLONNER
            if column.key in there or column.key in own]


def of_parts(result: Regnet) -> dict[str, Kolonne]:
    """The columns of the parts in use."""
    return {key: column for part, data in i_brug(result) for key, column in part.kolonner(result, data).items()}


def looked(result: Regnet, column: Column, own: Kolonne) -> Column:
    """A column as it looks in this run."""
    return column._replace(style=own.style or style_of(result, column), heading=heading_of(result, column),
                           unit=own.unit or column.unit)


def heading_of(result: Regnet, column: Column) -> str:
    if column.key == "sidste_aar" and result.setup.settings.pl is not None:
        return f"{column.heading}, nyt prisniveau"
    return result.recipient if column.key == "navn" else result.retning.overskrifter.get(column.key, column.heading)


def style_of(result: Regnet, column: Column) -> str:
    """Children and keys without decimals where none has any; money given in øre with them."""
    figures = result.figures
    if column.key == "belastning":
        return result.burden_style
    if column.key in fordeling.GIVET and result.in_oere:
        return fordeling.I_OERE[column.style]
    values = {"boern": figures.boern, "boern_taerskel": figures.boern_taerskel,
              "noegle": figures.noegle}.get(column.key)
    return column.style if values is None or not is_whole(values) else "kr"


def note_width(result: Regnet) -> float:
    """Wide enough for the longest remark, within reason."""
    return min(max(14, *map(len, notes(result))), WIDEST_NOTE)


def put_title(plan: SheetPlan, run: Run) -> None:
    plan.put(0, 0, run.first.retning.titel, "titel")
    plan.put(1, 0, f"{run.laest.snapshot.file_name} · lavet {run.made} med Fordel {run.version}", "lille")
    if run.laest.snapshot.sha256:
        plan.put(*SHA, f"SHA-256 af den læste fil: {run.laest.snapshot.sha256}", "lille")


def put_key_figures(plan: SheetPlan, run: Run, places: Places, row: int) -> int:
    """Labels in the column of names, the figures beside them; a second column without the threshold."""
    result = run.first
    plan.put(row, 0, "Nøgletal", "afsnit")
    without = result.fordeling.uden_taerskel is not None
    plan.put_row(row, ["", "Fordelingen", "Uden tærskel" if without else ""], "afsnit", NAME)
    for figure in key_figures(result):
        row += 1
        plan.put(row, 0, figure.label)
        plan.put(row, NAME + 1, figure.value, figure.style)
        if figure.key == "sats":
            plan.widths[NAME + 1] = max(plan.widths[NAME + 1], len(shown(figure)) + digits.MARGIN)
        if figure.without is not None:
            plan.put(row, NAME + 2, figure.without, figure.style)
        if figure.note:
            plan.put(row, NAME + 3, figure.note, "lille")
        if figure.key:
            places.kept[figure.key] = plan.area(row, NAME + 1, row).formula()
    row += 1
    plan.put(row, 0, "Kontrol (se kontrolarket)")
    # not through the name: versions of our sheets may stand side by side, each with its own control
    status = Area(run.names[kontrol.NOEGLE], *STATUS, *STATUS)
    places.status = row, NAME + 1
    plan.put(row, NAME + 1, Formula(f"={status.formula()}", OK), "ok")
    plan.highlights += [Highlight(plan.area(row, NAME + 1, row), OK, "god"),
                        Highlight(plan.area(row, NAME + 1, row), IKKE_OK, "daarlig")]
    return row + 1


def put_chart(plan: SheetPlan, run: Run, columns: list[Column], below: int) -> int:
    """Kr. per child (or kr., where nobody has children) as a native column chart: beside the key figures where there is
    room on the page, else `below` them. Returns the first row under both."""
    result = run.first
    per_child = any(result.figures.boern or ())
    step, unit = ("pr_barn", "kr. pr. barn") if per_child else ("tildeling", "kr.")
    amounts = result.tildeling
    names = [recipient.name for recipient in result.figures.recipients]
    most = int(amounts.argmax())
    alt = (f"Søjlediagram over {result.retning.beloebet} i {unit} for {result.many(result.n)}. "
           f"Det største beløb i kr. {result.retning.stoerst} {names[most]}. Tallene står i tabellen nedenfor.")
    start = right_of_notes(plan, result, columns)
    widths = [round(plan.widths[index] * PIXELS) for index in range(len(columns))]
    beside = sum(widths[start:]) >= LEAST_CHART
    row, column = (TOP, start) if beside else (below + 1, 0)
    plan.charts.append(Chart(f"{result.retning.beloeb}, {unit}", trin.column_of(run, "navn"),
                             trin.column_of(run, step), unit, row, column,
                             min(sum(widths[column:]), MOST_CHART), CHART_ROWS * ROW_PIXELS, alt))
    return max(below, row + CHART_ROWS)


def right_of_notes(plan: SheetPlan, result: Regnet, columns: list[Column]) -> int:
    """The first column right of the shares where a chart hides no note to a key figure."""
    start = next(index for index, column in enumerate(columns) if column.key == "andel") + 1
    longest = max(len(figure.note) for figure in key_figures(result)) * SMALL_LETTER
    while start < len(columns) and longest > sum(plan.widths[index] for index in range(NAME + 3, start)):
        start += 1
    return start


def put_lines(plan: SheetPlan, row: int, heading: str, lines: list[str], style: str = "tekst") -> int:
    """A heading and lines of running text, broken so that they stay on the page; nothing where there is nothing."""
    if not lines:
        return row
    plan.put(row, 0, heading, "afsnit")
    for line in lines:
        for part in textwrap.wrap(line, int(sum(plan.widths.values())), subsequent_indent="   "):
            row += 1
            plan.put(row, 0, part, style)
    return row + 2


# ------------------------------------------------------------------------------------- the table


def in_groups(result: Regnet) -> list[tuple[str, list[int]]]:
    """Recipients by group, groups and members in the order of the user's table."""
    groups: dict[str, list[int]] = {}
    for index, recipient in enumerate(result.figures.recipients):
        groups.setdefault(recipient.group, []).append(index)
    return list(groups.items())


def put_table(plan: SheetPlan, result: Regnet, columns: list[Column], own: dict[str, Kolonne], places: Places,
              row: int) -> int:
    plan.heights[row] = 46 if result.saving else 32  # headings of a saving are longer
    for index, column in enumerate(columns):
        plan.put(row, index, column.heading, "hoved")
        plan.put(row + 1, index, column.unit, "enhed")
    table = TableWriter(plan, result, columns, own, places.kept)
    first, row = row + 2, row + 2
    groups = in_groups(result)
    grouped = len(groups) > 1 or bool(groups[0][0])
    rows: dict[int, int] = {}
    for group, members in groups:
        if grouped:
            plan.put_row(row, [None, group or "Uden gruppe", *[None] * (len(columns) - 2)], "gruppe")
            row += 1
        start = row
        for index in members:
            table.put_recipient(row, index)
            rows[index] = row
            row += 1
        if grouped:
            table.put_total(row, f"{group or 'Uden gruppe'} i alt", members, f"SUM({{0}}{start + 1}:{{0}}{row})")
            row += 1
    last = row - 1
    numbers = f"$A${first + 1}:$A${last + 1}"  # only recipients have a number, so group totals are not added twice
    table.put_total(row, "I alt", list(rows), f'SUMIF({numbers},">0",{{0}}{first + 1}:{{0}}{last + 1})')
    for key, at in table.at.items():
        places.columns[key] = [plan.area(rows[index], at, rows[index]).formula() for index in range(result.n)]
        places.totals[key] = plan.area(row, at, row).formula()
    return row + 1


# ------------------------------------------------------------------------------------- running text


def odd_kroner(result: Regnet) -> list[str]:
    """Which recipients got the last units, and which ties their place in the list decided."""
    done, unit = result.fordeling, result.fordeling.afrunding
    names = [recipient.name for recipient in result.figures.recipients]
    got = [index for index in range(result.n) if done.ekstra[index] > 0]
    if not got:
        return ["Alle beløb gik op uden rest."] if done.sats else []
    what = "krone" if unit == 1 else f"enhed på {fordeling.shown_unit(unit)}"
    order = sorted(got, key=lambda index: -done.rest[index])
    lines = [f"Beløbene er først rundet ned. Derefter var der {len(got)} x {fordeling.shown_unit(unit)} tilbage; "
             f"den ekstra {what} gik til de største rester:",
             ", ".join(f"{names[i]} ({done.rest[i]:.{done.decimaler}f})".replace(".", ",") for i in order)]
    ties = [names[i] for i in got if done.afgjort_af_plads[i]]
    if ties:
        equal = "ens beløb" if result.transition else "ens nøgle"
        lines.append(f"Ens rest og {equal}: rækkefølgen i listen afgjorde det for {', '.join(ties)}.")
    return lines


def skipped(result: Regnet) -> list[str]:
    delivered = result.figures.institutions.delivered
    return [f"{result.figures.sheet.name}, række {row.row + 1}: {row.text} ({row.why})."
            for row in result.figures.skipped] + (delivered.skipped if delivered else [])

