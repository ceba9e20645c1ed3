"""Lays a statement out on a sheet of its own: one page of A4 where it has room."""

from __future__ import annotations

import math
import re

from addin.formulas import in_quotes, shortened
from addin.sheets import sider, tekst
from addin.sheets.sider import Block
from addin.sheets.udmelding.baand import Linje
from addin.sheets.udmelding.brev import Afsnit, Brev
from addin.workbook import Input, SheetPlan
from workbook_templates import udmelding as spec
from workbook_templates.styles import faste_decimaler

LEAST = 70  # percent it may be printed in, to be one page
MAX_NAME = 31  # characters of a sheet's name
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")  # the last is how a file writes a sign


def ark(brev: Brev, number: int, name: str) -> SheetPlan:
    """The sheet of one recipient; `number` is its place among them, from 1."""
    plan = SheetPlan(f"{spec.NOEGLE} {number}", name, landscape=False, header=brev.udkast)
    blocks: list[Block] = []
    plan.widths = dict(enumerate(spec.BREDDER))
    tekst.put_title(plan, brev.titel)
    for row, line in enumerate((each for each in brev.hoved if each), 1):
        plan.put(row, 0, line, "fed" if row == 1 else "lille")
    row = tekst.put_lines(plan, blocks, 4, "Kort sagt", brev.kort)
    for section in brev.afsnit:
        row = put(plan, blocks, row, section)
    row = tekst.put_lines(plan, blocks, row, "", [brev.fod], "lille")
    plan.print_columns = len(spec.BREDDER)
    if sider.fits(plan, plan.print_columns, row, LEAST):
        plan.pages_tall = 1
    else:
        sider.lay(plan, plan.print_columns, blocks)
    return plan


def put(plan: SheetPlan, blocks: list[Block], row: int, section: Afsnit) -> int:
    """A section: its calculation, and what is said under it, parted by the end of a page only where a pool begins."""
    first = row
    if section.felter:
        return put_fields(plan, blocks, row, section)
    if not section.linjer:
        return tekst.put_lines(plan, blocks, row, section.overskrift, section.tekst)
    tekst.put_heading(plan, row, section.overskrift)
    row += 1
    if section.overskrift == spec.BEREGNINGEN:  # the same columns below
        plan.put_row(row, spec.HOVED, "hoved")
        row += 1
    for number, line in enumerate(section.linjer, 1):
        if line.overskrift and number > 1:
            blocks.append(Block(first, row - 1))
            first = row
        put_line(plan, row, number, line)
        row += 1
    after = tekst.put_lines(plan, [], row, "", section.tekst)
    if after == row:  # nothing is said
        plan.heights[row] = tekst.GAP
        after += 1
    blocks.append(Block(first, after - 1))
    return after


def put_line(plan: SheetPlan, row: int, number: int, line: Linje) -> None:
    style = " fed" if line.overskrift else " sum_tekst" if line.fed else ""
    plan.put(row, 0, number, f"helt{style}")
    lines = math.ceil(len(line.label) / spec.TEGN)
    plan.put(row, 1, line.label, f"{'tekst' if lines == 1 else 'brudt'}{style}")
    if lines > 1:
        plan.tall(row, sider.LINE * lines)
    if line.tal is not None:
        plan.put(row, 2, line.regn, f"tekst{style}")
        plan.put(row, 3, line.tal, f"{faste_decimaler(line.decimaler)}{style}")
        plan.put(row, 4, line.enhed, f"tekst{style}")


def put_fields(plan: SheetPlan, blocks: list[Block], row: int, section: Afsnit) -> int:
    """What is said, and under it the fields: what is given, and what is filled in."""
    first = row
    row = tekst.put_lines(plan, [], row, section.overskrift, section.tekst)
    for each in section.felter:
        given = each.vaerdi if isinstance(each.vaerdi, (str, float)) else None
        box, look = plan.area(row, spec.SVAR, row, len(spec.BREDDER) - 1), "indtast" if given is None else "regnet"
        plan.put(row, 1, each.etiket, "brudt")
        plan.put_row(row, [given, *[None] * (box.last_column - box.column)], f"{each.stil} {look}", box.column)
        plan.inputs.append(Input(box, each.regel if given is None else None, each.etiket))
        if given is not None:
            plan.hidden[spec.KVITTERING + each.noegle] = kept(given)
        if each.stil == "fritekst":
            plan.heights[row] = sider.LINE * spec.LINJER
        row += 1
    blocks.append(Block(first, row))
    plan.heights[row] = tekst.GAP
    return row + 1


def kept(given: str | float) -> str:
    """What is given, as a formula has it.

    >>> kept("Æblet"), kept(528000.0)
    ('"Æblet"', '528000')
    """
    return f"{given:.15g}" if isinstance(given, float) else in_quotes(given)


def names(recipients: list[str]) -> list[str]:
    """A name of a sheet for each: its own, as far as a sheet may be called so.

    >>> names(["Åen/Søen", "aaa", "AAA", "' '", "Lars' hus"])
    ['Åen Søen', 'aaa', 'AAA (2)', 'Modtager', "Lars' hus"]
    """
    found: list[str] = []
    taken: set[str] = set()
    for recipient in recipients:
        plain = " ".join(_FORBIDDEN.sub(" ", recipient).split()).strip("' ") or "Modtager"
        name, number = shortened(plain, MAX_NAME).strip("' "), 1
        while name.casefold() in taken or name.casefold() == "history":  # Excel keeps that one for itself
            number += 1
            tail = f" ({number})"
            name = shortened(plain, MAX_NAME - len(tail)) + tail
        taken.add(name.casefold())
        found.append(name)
    return found
