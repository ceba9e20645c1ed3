"""Fills "Fordeling": the page for the committee: what is done and how, the table, the picture, what to know."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from addin.run.regnet import Regnet, is_whole
from addin.sheets import saetninger, sagen, sider, tekst
from addin.sheets.andele import Andele
from addin.sheets.bogstaver import Bogstaver
from addin.sheets.figur import Tal, hidden_last, picture_title
from addin.sheets.noter import notes
from addin.sheets.run import Run
from addin.sheets.sider import Block
from addin.sheets.tabel import INDENT, NAVNE, Places, Tabel, who_is_alone
from addin.sheets.vaerdier import Vaerdier
from addin.workbook import Area, Formula, Highlight, SheetPlan
from workbook_templates import fordeling, fordeling_bilag
from workbook_templates import fordeling_kontrol as kontrol
from workbook_templates.fordeling import Column
from workbook_templates.fordeling_kontrol import IKKE_OK, OK, STATUS

PORTRAIT = 15  # recipients that stand on an upright page
LEAST = math.ceil(sider.FULL * sider.LEAST_PAGE / sider.LETTER)  # percent it may be printed in, to be one page
MOST_WARNINGS = 3
WIDEST, LESS = 110, 8  # the columns of an upright page in letters of 9 points; what the names can do without
PIXELS = 7  # of a unit of a column's width
HOVEDER = "Børn er hoveder; kr. pr. barn er beløbet delt med dem."
VAEGTEDE = "Børn er vægtede børn, som de står i tabellen; kr. pr. barn er beløbet delt med dem."
BILAG = "Hvad børnene vejer, står i bilaget."
VEJER = ("vægt", "vaegt")  # in the heading of a column of children that are weighted already


@dataclass
class Page:
    """What the parts of the page are made from; `row` is where it has come to."""

    plan: SheetPlan
    run: Run
    values: Vaerdier
    shares: Andele | None
    columns: list[Column]
    blocks: list[Block] = field(default_factory=list)
    row: int = 0

    @property
    def result(self) -> Regnet:
        return self.run.first

    def put_lines(self, row: int, heading: str, lines: list[str], style: str = "tekst") -> int:
        """A heading and lines of running text, broken so that they stay on the page; nothing where there is nothing."""
        return tekst.put_lines(self.plan, self.blocks, row, heading, lines, style)


def begun(run: Run, values: Vaerdier, shares: Andele | None, places: Places) -> Page:
    """The page down to its table: the picture is drawn from numbers on the appendix."""
    result, plan = run.first, SheetPlan(fordeling.NOEGLE, run.names[fordeling.NOEGLE], landscape=run.first.n > PORTRAIT)
    letters = Bogstaver(result)
    columns = used_columns(result, values, shares, any(letters.each))
    plan.widths = {0: INDENT, **{index: column.width for index, column in enumerate(columns, NAVNE)}}
    if not plan.landscape:
        plan.widths[NAVNE] -= min(max(0, sum(plan.widths.values()) - WIDEST), LESS)
    sider.widen(plan, len(plan.widths), LEAST if plan.landscape else sider.FULL)
    page = Page(plan, run, values, shares, columns)
    row = put_head(plan, sagen.titel(result), run)
    row = page.put_lines(row, "Hvad og hvordan", saetninger.hvad_og_hvordan(result))
    row = page.put_lines(row, "Det vigtigste", [f"• {line}" for line in saetninger.det_vigtigste(result)])
    told = [reading(page), who_is_alone(result), *letters.told(),
            shares.hides + hidden_last(result, shares) if shares else ""]
    page.row = put_table(table_of(page, letters, places), page.blocks, row, told)
    return page


def finish(page: Page, places: Places, numbers: Tal) -> None:
    """The picture, and what is to be known."""
    start = put_picture(page, numbers, page.row)
    row = page.put_lines(start, "Det skal du vide", told(page.run), "advarsel_linje")
    where = f"Beregningen ligger i bilaget ({page.run.names[fordeling_bilag.NOEGLE]})."
    page.plan.put(row, 0, sagen.made(page.run), "daempet")
    row = page.put_lines(row + 1, "", [sagen.data(page.result), where, page.run.answer], "daempet")
    if not page.run.answer:
        put_status(page, places, row)
    page.blocks[:] = [*(block for block in page.blocks if block.first < start), Block(start, row)]  # not parted
    lay(page.plan, page.blocks, row)


def put_table(table: Tabel, blocks: list[Block], row: int, below: list[str]) -> int:
    """The table, its headings over each page it goes on to and over no other, and what is said below it; returns the
    row for what comes after."""
    said = [line for line in below if line]
    after = sider.LINE * len(tekst.broken(table.plan, said)) + tekst.GAP
    rows = table.put(row, table.parted(row, 0, blocks, after=after))
    blocks.extend(rows.pages())
    return tekst.put_lines(table.plan, blocks, rows.total + 1, "", said, "daempet")


def lay(plan: SheetPlan, blocks: list[Block], last: int) -> None:
    """On one page of paper, where it is that in letters of 9 points."""
    plan.print_columns = len(plan.widths)
    if sider.fits(plan, plan.print_columns, last, LEAST):
        plan.pages_tall = 1
    else:
        sider.lay(plan, plan.print_columns, blocks)


def used_columns(result: Regnet, values: Vaerdier, shares: Andele | None, lettered: bool) -> list[Column]:
    """The columns this workbook has something to show in; where amounts have letters their heading points at the key.
    """
    layout = fordeling.BESPARELSE if result.saving else (
        fordeling.ANSOEGNINGER if result.applied is not None else fordeling.KOLONNER)
    there = {"navn": True, "andel_med": bool(shares and shares.texts), "note": any(notes(result))}
    used = [looked(result, column) for column in layout if there.get(column.key, values.has(column.key))]
    return [column._replace(heading=f"{column.heading} {fordeling.NOTE}")
            if lettered and column.key == "tildeling" else column for column in used]


def looked(result: Regnet, column: Column) -> Column:
    """A column as it looks in this run."""
    return column._replace(style=style_of(result, column), heading=heading_of(result, column))


def heading_of(result: Regnet, column: Column) -> str:
    settings, heading, year = result.setup.settings, column.heading, result.setup.settings.budgetaar or ""
    if column.key == "sidste_aar":
        before = f"{int(year) - 1}" if year.isdecimal() else "Sidste år"
        level = f"{year}-priser" if year.isdecimal() else "nyt prisniveau"
        return f"{before} i {level}, kr." if settings.pl is not None else f"{before}, kr."
    if column.key == "tildeling" and year:
        return heading.replace(", kr.", f" {year}, kr.")
    if column.key in ("hoveder", "pr_barn") and is_weighted(result):
        return {"hoveder": "Vægtede børn", "pr_barn": "Kr. pr. vægtet barn"}[column.key]
    return result.recipient if column.key == "navn" else heading


def is_weighted(result: Regnet) -> bool:
    """Whether the user's own column of children is of weighted ones, as it is headed."""
    heading = result.setup.headings.get("boern", "").casefold()
    return any(word in heading for word in VEJER)


def style_of(result: Regnet, column: Column) -> str:
    """Children without decimals where none has any; money given in øre with them."""
    if column.key in fordeling.GIVET and result.in_oere:
        return fordeling.I_OERE.get(column.style, column.style)
    if column.key in ("hoveder", "boern", "boern_taerskel"):
        values = {"hoveder": result.hoveder, "boern": result.figures.boern,
                  "boern_taerskel": result.figures.boern_taerskel}[column.key]
        return "kr" if values is None or is_whole(values) else "boern"
    return column.style


# ------------------------------------------------------------------------------------- from the top


def put_head(plan: SheetPlan, title: str, run: Run) -> int:
    tekst.put_title(plan, title)
    said = sagen.head(run)
    if said:
        plan.put(1, 0, said, "fed")
    plan.heights[1 + bool(said)] = tekst.GAP
    return 2 + bool(said)


# ------------------------------------------------------------------------------------- the table


def table_of(page: Page, letters: Bogstaver, places: Places) -> Tabel:
    texts: dict[str, Mapping[object, str]] = {"note": dict(enumerate(notes(page.result)))}
    if page.shares:
        texts["andel_med"] = page.shares.texts
    return Tabel(page.plan, page.result, page.columns, page.values, places, texts, letters.styles())


# ------------------------------------------------------------------------------------- below it


def put_picture(page: Page, numbers: Tal, row: int) -> int:
    if not numbers.order:
        return row
    start, width = row, round(sum(page.plan.widths.values()) * PIXELS)
    title = picture_title(page.result, page.shares, width)
    for after, chart in numbers.charts(title, row, width):
        page.plan.charts.append(chart)
        page.blocks.append(Block(start, after - 1))
        start = row = after
    page.plan.heights[row] = tekst.GAP
    return row + 1


def told(run: Run) -> list[str]:
    """The most important; where there are more, that they stand in the appendix."""
    lines = [str(warning) for warning in run.warnings if warning not in run.messages]  # not where figures were found
    more = len(run.warnings) - len(lines[:MOST_WARNINGS])
    tail = [f"Mere står på arket {run.names[fordeling_bilag.NOEGLE]}."] if more > 0 else []
    return lines[:MOST_WARNINGS] + tail


def reading(page: Page) -> str:
    """Whose children, what counts, and which price level; "" where the headings say it all."""
    keys, result, settings = {column.key for column in page.columns}, page.result, page.result.setup.settings
    found = []
    if "hoveder" in keys:
        found.append(VAEGTEDE if is_weighted(result) else HOVEDER)
        if result.weighs_children:
            found.append(f"{saetninger.by_weighted(result)}{saetninger.cap_of_weighted(result)}{BILAG}")
    if "andel_med" in keys and page.shares:
        counted = "den del af børnene, som nøglen tæller" if page.shares.percents else (
            f'tallet i kolonnen "{saetninger.of_key(result)}"')
        found.append(f"Andel, der tæller med, er {counted}.")
    if "sidste_aar" in keys and settings.pl is not None:
        found.append(f"Sidste års beløb er løftet med pl-satsen {saetninger.percent(settings.pl)}.")
    return " ".join(["Sådan læses tabellen:", *found]) if found else ""


def put_status(page: Page, places: Places, row: int) -> None:
    """The control's own answer."""
    plan, at = page.plan, NAVNE + 1
    plan.put(row, 0, "Kontrol:", "daempet")
    # not through the name: versions of our sheets may stand side by side, each with its own control
    status = Area(page.run.names[kontrol.NOEGLE], *STATUS, *STATUS)
    places.status = row, at
    plan.put(row, at, Formula(f"={status.formula()}", OK), "ok")
    plan.highlights += [Highlight(plan.area(row, at, row), OK, "god"),
                        Highlight(plan.area(row, at, row), IKKE_OK, "daarlig")]
