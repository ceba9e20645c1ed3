"""Fills "Fordeling bilag" where there are several pools: key figures of each and of the sum, and the last kroner."""

from __future__ import annotations

from addin.run.noegletal import KeyFigure
from addin.run.puljer import Puljer
from addin.sheets import sagen, sider, tekst
from addin.sheets.fordeling_bilag import odd_kroner
from addin.sheets.keyfigures import on_paper
from addin.sheets.puljer.side import title
from addin.sheets.run import Run
from addin.sheets.sider import Block
from addin.workbook import SheetPlan
from workbook_templates import fordeling_bilag
from workbook_templates import fordeling_puljer as spec

LABEL, FIGURE = 38, 15  # widths
OF_EACH_ONLY = ("sats",)  # the sum is no distribution of its own


def sheet(run: Run, puljer: Puljer) -> SheetPlan:
    plan = SheetPlan(fordeling_bilag.NOEGLE, run.names[fordeling_bilag.NOEGLE], landscape=True)
    plan.widths = {0: LABEL, **{at: FIGURE for at in range(1, len(puljer.delt) + 2)}}
    blocks: list[Block] = []
    name = title(puljer)
    tekst.put_title(plan, f"{fordeling_bilag.TITEL}: {name[:1].lower()}{name[1:]}")
    plan.put(1, 0, " · ".join(line for line in (sagen.head(run), sagen.made(run)) if line), "lille")
    row = tekst.put_lines(plan, blocks, 3, "Sagen", sagen.lines(puljer.sum))
    row = put_figures(plan, blocks, puljer, row)
    row = tekst.put_lines(plan, blocks, row, "Det skal du vide", list(map(str, run.warnings)), "advarsel_linje")
    for pool in puljer.delt:
        row = tekst.put_lines(plan, blocks, row, spec.SIDSTE_KRONER.format(pool.navn),
                              odd_kroner(pool.regnet, rests=not run.answer))
    if puljer.garanti:
        row = tekst.put_lines(plan, blocks, row, spec.SIDSTE_KRONER.format(puljer.garanti.raekke.navn),
                              odd_kroner(puljer.sum, rests=not run.answer))
    plan.print_columns = len(plan.widths)
    sider.lay(plan, plan.print_columns, blocks)
    return plan


def put_figures(plan: SheetPlan, blocks: list[Block], puljer: Puljer, row: int) -> int:
    """A line a key figure, a column a pool, and the sum last."""
    tekst.put_heading(plan, row, spec.NOEGLETAL)
    start, row = row, row + 1
    plan.put_row(row, ["", *(pool.navn for pool in puljer.delt), spec.SUM], "hoved")
    plan.heights[row] = 32
    columns = [*(by_label(on_paper(pool.regnet)) for pool in puljer.delt),
               by_label(of_the_sum(puljer))]
    for label in in_order(columns):
        row += 1
        plan.put(row, 0, label)
        for at, figures in enumerate(columns, 1):
            if label in figures:
                plan.put(row, at, figures[label].value, figures[label].style)
    blocks.append(Block(start, row))
    unsaid = [f"{figure.label} {figure.note}" for figures in columns for figure in figures.values()
              if figure.of_all and figure.value is None]
    return tekst.put_lines(plan, blocks, row + 1, "", list(dict.fromkeys(unsaid)), "lille") if unsaid else row + 2


def of_the_sum(puljer: Puljer) -> list[KeyFigure]:
    return [figure for figure in on_paper(puljer.sum) if figure.key not in OF_EACH_ONLY]


def by_label(figures: list[KeyFigure]) -> dict[str, KeyFigure]:
    return {figure.label: figure for figure in figures}


def in_order(columns: list[dict[str, KeyFigure]]) -> list[str]:
    """Every label once, each after the one it follows where it is first found."""
    found: list[str] = []
    for figures in columns:
        at = 0
        for label in figures:
            if label in found:
                at = found.index(label) + 1
            else:
                found.insert(at, label)
                at += 1
    return found
