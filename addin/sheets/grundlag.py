"""The table under the trail: one row an institution, where recipients' figures are not simply an institution's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from addin.run.regnet import Regnet, is_whole
from addin.sheets import digits, samling
from addin.sheets.digits import Look
from addin.workbook import CellValue, SheetPlan
from udfs.errors import tal
from workbook_templates.fordeling_institutioner import ANTAL, FELTER, OVERSKRIFT, SAMLING, Field
from workbook_templates.indstillinger import AAR, I_STEDET_FOR, OVEN_I, SAMMENVEJET
from workbook_templates.indstillinger import ANTAL as HOVEDER

# areas the control follows an institution by
OWN = ("modtager", "maaneder", "erstatter", "antal_institution", "noegle_aendring", "fast")


FIGURES = {"tal": 1, "boern": 1, "noegle_fin": 4, "noegle": 4}  # style -> its decimals at the least


class Shown(NamedTuple):
    """A field and its cells, one an institution."""

    field: Field
    values: Sequence[CellValue]


def is_followed(result: Regnet) -> bool:
    """Whether the control has a table of institutions beside the one of recipients."""
    figures = result.figures
    return bool(set(OWN) & set(result.setup.areas)) or figures.boern_taerskel is not None or figures.weighed is not None


def is_shown(result: Regnet) -> bool:
    """Whether a step is in use that the trail of the recipients alone cannot be re-done from."""
    figures = result.figures
    basis = figures.institutions
    counted_from = result.setup.is_burden or "boern_0_2" in result.setup.areas or figures.by_child is not None
    return (counted_from or figures.grouped or basis.months is not None or basis.delivered is not None
            or figures.boern_taerskel is not None or figures.weighed is not None or figures.ved_siden is not None
            or basis.adjusted is not None)


def fields(result: Regnet) -> list[Shown]:
    """The fields in use, in the order they are calculated."""
    figures = result.figures
    basis = figures.institutions
    found: dict[str, Sequence[CellValue]] = {"navn": [row.name for row in basis.rows]}
    for key in ("boern_0_2", "boern_3_5"):
        found[key] = basis.column(key) or []
    found["boern_i_alt"] = [] if found["boern_0_2"] or basis.months is None else basis.column("boern") or []
    found["maaneder"] = basis.months or []
    found["boern"] = basis.boern or []
    found["boern_taerskel"] = basis.boern_taerskel or []
    shown = [Shown(field_of(result, key), values) for key, values in found.items() if values]
    shown += criteria(result)
    shown += made_of(result)
    shown.append(Shown(field_of(result, "noegle"), figures.counted))
    shown += of_groups(result)
    if figures.weighed:
        shown.append(Shown(field_of(result, "over"), ["ja" if each else "nej" for each in figures.weighed.reached]))
        shown.append(Shown(FELTER["vaegt"], figures.weighed.vaegt))
    besides = figures.ved_siden
    if besides:
        effects = [None if amount is None else I_STEDET_FOR if instead else OVEN_I
                   for amount, instead in zip(besides.kr, besides.instead)]
        shown += [Shown(FELTER["fast"], besides.kr), Shown(FELTER["fast_virkning"], effects)]
    if figures.grouped:
        shown += [Shown(FELTER[key], told) for key in ("grundbeloeb_kolonne", "udmeldt") if (told := basis.column(key))]
        shown.append(Shown(FELTER["modtager"], [figures.recipients[place].name for place in figures.members.of]))
    return shown


def of_groups(result: Regnet) -> list[Shown]:
    """What the threshold is tested by, where it is tested on groups."""
    weighed, rows = result.figures.weighed, result.figures.institutions.rows
    if weighed is None or weighed.groups is None:
        return []
    sums = zip(*(weighed.of_groups[group] for group in weighed.groups))
    return [Shown(FELTER["gruppe"], [row.group for row in rows]),
            *(Shown(FELTER[key], values) for key, values in zip(("gruppens_noegle", "gruppens_boern"), sums))]


def made_of(result: Regnet) -> list[Shown]:
    """What the key is made from, where that is not the key itself."""
    basis = result.figures.institutions
    if basis.adjusted:
        return [Shown(FELTER["noegle_foer"], basis.adjusted.before),
                Shown(FELTER["noegle_aendring"], [change or None for change in basis.adjusted.changes])]
    if basis.scores:
        return [Shown(FELTER["scorede"], basis.scores.many), Shown(counted(result), basis.count)]
    used = result.setup.is_burden or basis.months is not None or basis.delivered or result.figures.ved_siden
    return [Shown(counted(result), basis.count)] if used else []


def criteria(result: Regnet) -> list[Shown]:
    """Delivered counts, a column a criterion, with its weight."""
    delivered = result.figures.institutions.delivered
    if delivered is None:
        return []
    table = list(zip(*([None if count.blank else count.value for count in line] for line in delivered.counts)))
    return [Shown(Field(name, unit_of(result, weight, values), wide(name), "tal"), values)
            for (_, _, name, weight), values in zip(delivered.used, table)]


def wide(heading: str) -> float:
    """A column in which the longest word of its heading has room."""
    return max(11, 1.3 * max(map(len, heading.split() or [""])))


def unit_of(result: Regnet, weight: float, values: Sequence[CellValue]) -> str:
    """What is needed of a column to re-do what it counts: its weight, or its sum too; of a year nothing."""
    how = samling.how(result)
    if how in AAR:
        return "år"
    whole = math.fsum(value for value in values if isinstance(value, (int, float)))
    return f"vægt {tal(weight)}" + (f", sum {tal(whole)}" if how == SAMMENVEJET else "")


def counted(result: Regnet) -> Field:
    """What the key is made from."""
    return SAMLING.get(samling.how(result), ANTAL[result.setup.key])


def field_of(result: Regnet, key: str) -> Field:
    """A field with how it is calculated in this run."""
    setup, months = result.setup, result.figures.institutions.months is not None
    year = " x måneder / 12" if months else ""
    texts = {"boern": children_text(result, "boern_til_kr") + year,
             "boern_taerskel": children_text(result, "boern_til_taerskel") + year,
             "noegle": key_text(result) + (" x børn" if setup.is_burden else year)}
    if result.figures.boern_taerskel is not None:
        texts["over"] = "Ja, når nøgle / børn til tærskel når tærsklen"
    if result.figures.weighed and result.figures.weighed.groups is not None:
        texts["over"] = "Ja, når gruppens nøgle / gruppens børn når tærsklen"
    if result.figures.ved_siden:
        texts["noegle"] += "; 0, hvor et fast beløb er i stedet for den"
    field = FELTER[key]
    return field._replace(help=texts[key] + ".") if key in texts else field


def key_text(result: Regnet) -> str:
    basis = result.figures.institutions
    if basis.adjusted is None:
        return counted(result).heading
    text = f"{FELTER['noegle_foer'].heading} + {FELTER['noegle_aendring'].heading.lower()}"
    return text if basis.months is None else f"({text})"


def children_text(result: Regnet, choice: str) -> str:
    setup = result.setup
    if "boern_0_2" not in setup.areas:
        return "Børn i alt"
    if setup.settings.vaerdi(choice) == HOVEDER or setup.settings.vaegt == 1:
        text = "0-2 år + 3-5 år"
    else:
        text = f"{tal(setup.settings.vaegt)} x 0-2 år + 3-5 år"
    return f"({text})" if result.figures.institutions.months is not None else text


def put(plan: SheetPlan, result: Regnet, row: int) -> int:
    """The table, with a line for how each field is re-done; returns the row after it."""
    if not is_shown(result):
        return row
    plan.put(row, 0, OVERSKRIFT, "afsnit")
    shown, head = fields(result), row + 1
    plan.heights[head] = 32
    for column, (field, values) in enumerate(shown):
        look = look_of(field, values)
        plan.put(head, column, field.heading, "hoved")
        plan.put(head + 1, column, field.unit, "enhed")
        plan.widths[column] = max(plan.widths.get(column, 0), max(field.width, look.width) if column else 0)
        for offset, value in enumerate(values, head + 2):
            plan.put(offset, column, cell(value), look.style)
    row = head + 2 + result.figures.institutions.n
    for field, _ in shown:
        if field.help:
            row += 1
            plan.put(row, 0, field.heading, "fed")
            plan.put(row, 1, field.help)
    plan.print_columns = max(plan.print_columns or 0, len(shown))
    return row + 2


def look_of(field: Field, values: Sequence[CellValue]) -> Look:
    """Figures that are counted on with have all their decimals; none where none has any."""
    least = FIGURES.get(field.style)
    if least is None:
        return Look(field.style, 0)
    return digits.whole(values) if is_whole(values) else digits.look(values, least, digits.SIGNIFICANT)


def cell(value: CellValue) -> CellValue:
    return value.item() if isinstance(value, np.generic) else value
