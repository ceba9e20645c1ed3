"""Fills "Fordeling trin": FORDEL_SPOR for all recipients, with names, units and how each step is re-done."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from addin.figures import bounds, units
from addin.run.regnet import Regnet, is_whole
from addin.sheets import digits, grundlag, intern
from addin.sheets.digits import Look
from addin.sheets.run import Run
from addin.workbook import Area, CellValue, SheetPlan
from udfs.errors import kroner, tal
from udfs.rounding import in_whole
from udfs.trail import as_table
from workbook_templates import fordeling_trin
from workbook_templates.fordeling import I_OERE

HEAD = 4  # the row of headings; units below it, then one row a recipient
FIRST = HEAD + 2


def sheet(run: Run) -> SheetPlan:
    result, plan = run.first, SheetPlan(fordeling_trin.NOEGLE, run.names[fordeling_trin.NOEGLE])
    spor = table(result)
    headings = [str(heading) for heading in spor[0]]
    intern.head(plan, "Fordeling, trin for trin")
    plan.put(1, 0, "Hver række kan regnes efter fra venstre mod højre på en lommeregner. "
                   f"Sats: {sats_text(result)} kr. pr. enhed vægt.", "lille")
    plan.put(2, 0, off_the_top(result), "lille")
    put_headings(plan, result, headings)
    names, looks = [recipient.name for recipient in result.figures.recipients] + ["I alt"], styles(result, spor)
    for offset, (name, line) in enumerate(zip(names, spor[1:])):
        total = " sum_tekst" if offset == result.n else ""
        plan.put(FIRST + offset, 0, name, "tekst" + total)
        for column, (heading, value) in enumerate(zip(headings, line), 1):
            plan.put(FIRST + offset, column, shown(value), looks[heading].style + total)
            plan.widths[column] = max(plan.widths[column], looks[heading].width)
    plan.print_columns = len(headings) + 1
    row = grundlag.put(plan, result, FIRST + result.n + 2)
    put_help(plan, result, headings, row)
    plan.freeze, plan.repeat_row = (FIRST, 1), HEAD
    return plan


def sats_text(result: Regnet) -> str:
    """How the sats is found: what the bounds leave of the pool, by the weights of those who are not bound."""
    done = result.fordeling
    free = [not by and weight > 0 for by, weight in zip(done.bundet, done.vaegt.tolist())]
    sats = tal(round(done.sats, max(10, digits.sats(result, digits.within(result)))))
    if not any(free) or not done.sats:
        return sats
    bound = math.fsum(kr for kr, is_free in zip(done.foer_afrunding.tolist(), free) if not is_free)
    weights = math.fsum(weight for weight, is_free in zip(done.vaegt.tolist(), free) if is_free)
    pool = f"{tal(done.pulje)} kr."
    left = pool if not bound else f"({pool} - {tal(bound)} kr. til dem, der er bundet)"
    return f"{left} / {tal(weights)}{' frie vægte' if bound else ''} = {sats}"


def off_the_top(result: Regnet) -> str:
    """What is taken from the pool before the key is used, or how it is rounded first, and the sum after a transition;
    nothing where none is."""
    fixed, done = result.figures.fixed, result.fordeling
    taken = units.off_the_top(result.setup, fixed.sum if fixed else 0.0)
    if result.saving and done.pulje != units.pool(result.setup):
        taken = f"Besparelse {kroner(units.pool(result.setup))} i {in_whole(done.afrunding)} er {kroner(done.pulje)}"
    blended = f"Indfasning: {result.transition.told()}" if result.transition else ""
    return f"{taken} {blended}".strip()


def table(result: Regnet) -> np.ndarray:
    """The steps this run uses, and no other: what is blank for all recipients is none of them."""
    spor = every_step(result)
    unused = {str(heading) for heading, *cells in spor.T if all(cell in ("", None) for cell in cells)} - {"Note"}
    if {"Minimum", "Loft"} <= unused:
        unused.update(fordeling_trin.AF_GRAENSER)
    else:
        unused.difference_update(fordeling_trin.AF_GRAENSER)
    if result.burden_is_of_money:
        unused.add("Belastning")
    return spor[:, [str(heading) not in unused for heading in spor[0]]]


def every_step(result: Regnet) -> np.ndarray:
    """FORDEL_SPOR of this run, with the steps it does not know."""
    spor = as_table(result.fordeling)
    for step in (with_transition, with_basis, with_applied, with_own_bounds, with_fixed):
        spor = step(result, spor)
    after = [*((fordeling_trin.NORMERING[key], bought) for key, bought in result.normering.items()),
             ("Udmeldt", result.udmeldt), ("Efterregulering", result.efterregulering)]
    return inserted(spor, "Note", *([heading, *column_with_total(values)] for heading, values in after
                                    if values is not None))


def inserted(spor: np.ndarray, following: str, *columns: list[Any]) -> np.ndarray:
    """Columns more, each with its heading, before the one with the heading `following`."""
    at = [str(heading) for heading in spor[0]].index(following)
    return np.insert(spor, at, np.array(columns, dtype=object), axis=1) if columns else spor


def with_fixed(result: Regnet, spor: np.ndarray) -> np.ndarray:
    """Fixed amounts are added to what the key gives."""
    fast = result.fast
    if fast is None:
        return spor
    at = {str(heading): column for column, heading in enumerate(spor[0])}
    spor[0, at["Tildeling"]] = "Efter nøglen"
    spor[1:, at["Uden tærskel"]] = column_with_total(result.uden_taerskel)
    amounts = [amount or 0.0 for amount in column_with_total(result.tildeling)]
    boern = [0.0] * len(amounts) if result.figures.boern is None else column_with_total(
        np.array([each or 0.0 for each in result.figures.boern]))
    spor[1:, at["Pr. barn"]] = [kr / each if each else "" for kr, each in zip(amounts, boern)]
    return inserted(spor, "Pr. barn", ["Fast beløb", *column_with_total(fast)], ["Tildeling", *amounts])


def with_transition(result: Regnet, spor: np.ndarray) -> np.ndarray:
    """One column more, for the amounts that last year's are a part of."""
    if not result.transition:
        return spor
    spor[0, spor[0] == fordeling_trin.FOER_AFRUNDING] = fordeling_trin.NY
    return inserted(spor, "Afrunding", [fordeling_trin.BLANDET, *column_with_total(result.fordeling.blandet)])


def with_applied(result: Regnet, spor: np.ndarray) -> np.ndarray:
    """One column more, before the bounds it is one of."""
    if result.applied is None:
        return spor
    applied = np.array([amount or 0.0 for amount in result.applied])
    return inserted(spor, "Minimum", ["Ansøgt", *column_with_total(applied)])


def with_own_bounds(result: Regnet, spor: np.ndarray) -> np.ndarray:
    """A column more for each bound that stands in a column, one each, before what is made of it."""
    own = result.figures.own_bounds
    columns = [[heading, *("" if value is None else value for value in own[key]), ""]
               for key, heading in fordeling_trin.EGNE.items() if key in own]
    return inserted(spor, "Minimum", *columns)


def with_basis(result: Regnet, spor: np.ndarray) -> np.ndarray:
    """One column more, before the bounds that are shares of it, or the step it is blended in."""
    if not bounds.is_used(result.setup):
        return spor
    before = [amount or 0.0 for amount in result.figures.foer or ()]
    heading = fordeling_trin.GRUNDBUDGET if result.saving else fordeling_trin.FOER
    following = "Minimum" if bounds.is_bound(result.setup) else fordeling_trin.BLANDET
    return inserted(spor, following, [heading, *(amount or "" for amount in before), math.fsum(before)])


def column_with_total(values: np.ndarray | None) -> list[Any] | str:
    """A column and its sum; blank where there is none."""
    return "" if values is None else [*values.tolist(), math.fsum(values)]


def help_text(result: Regnet, heading: str, headings: list[str]) -> str:
    """How a step is re-done, in this run."""
    bought = staff(result)
    if heading in bought:
        return bought[heading]
    if result.transition and heading in fordeling_trin.MED_INDFASNING:
        return fordeling_trin.MED_INDFASNING[heading]
    if result.figures.fixed and heading in fordeling_trin.MED_FASTE:
        return fordeling_trin.MED_FASTE[heading]
    if heading in fordeling_trin.UDEN_GRAENSER and fordeling_trin.AF_GRAENSER[0] not in headings:
        return fordeling_trin.UDEN_GRAENSER[heading]
    if heading in fordeling_trin.UDEN_TAERSKEL and result.fordeling.taerskel is None:
        return fordeling_trin.UDEN_TAERSKEL[heading]
    bound = bound_text(result, heading)
    if bound:
        return bound
    if result.figures.weighed and heading in fordeling_trin.PR_INSTITUTION:
        return fordeling_trin.PR_INSTITUTION[heading]
    if result.figures.boern_taerskel is not None and heading == "Belastning":
        return fordeling_trin.BELASTNING_AF_EGNE
    if heading == "Nøgle" and grundlag.is_shown(result):
        return fordeling_trin.NOEGLE_NEDENFOR
    return fordeling_trin.KOLONNER[heading][3]


def staff(result: Regnet) -> dict[str, str]:
    """How positions or hours are re-done: 60 % x beløbet / 460.000 kr."""
    staffing = result.figures.staffing
    if staffing is None:
        return {}
    hours = f" x {staffing.hours}" if staffing.hours else ""
    return {fordeling_trin.NORMERING[key]: f"{tal(100 * part)} % x beløbet / årslønnen pr. stilling, "
            f"{kroner(staffing.pay)}{hours}" for key, part in staffing.shares.items()}


def bound_text(result: Regnet, heading: str) -> str:
    """How a bound is made, where it is more than a minimum or a cap; "" where it is not."""
    texts: dict[str, str] = {}
    if bounds.is_bound(result.setup):
        texts |= fordeling_trin.MED_HOEJST_ANDEL if result.saving else fordeling_trin.MED_GARANTI
    if result.applied is not None:
        texts |= fordeling_trin.MED_ANSOEGT
    less = result.bounded_with_fixed and heading in ("Minimum", "Loft")
    return texts[heading] + (fordeling_trin.MED_FAST_OVEN_I if less else "") if heading in texts else ""


def put_headings(plan: SheetPlan, result: Regnet, headings: list[str]) -> None:
    for column, heading in enumerate([result.recipient, *headings]):
        unit, width, _, _ = fordeling_trin.KOLONNER.get(heading, fordeling_trin.NAVN)
        if result.figures.staffing and heading in fordeling_trin.NORMERING.values():
            unit = result.figures.staffing.unit
        plan.put(HEAD, column, heading, "hoved")
        plan.put(HEAD + 1, column, unit, "enhed")
        plan.widths[column] = width
    plan.heights[HEAD] = 32


def put_help(plan: SheetPlan, result: Regnet, headings: list[str], row: int) -> None:
    plan.put(row, 0, "Sådan regnes hvert trin", "afsnit")
    for heading in headings:
        text = help_text(result, heading, headings)
        if text:
            row += 1
            plan.put(row, 0, heading, "fed")
            plan.put(row, 1, text)


def styles(result: Regnet, spor: np.ndarray) -> dict[str, Look]:
    """Heading -> how its cells look: keys, weights, children and amounts of the user's with the decimals that the
    steps they are used in take; without any where none has any."""
    found = {heading: Look(style, 0) for heading, (_, _, style, _) in fordeling_trin.KOLONNER.items()}
    found["Belastning"] = Look(result.burden_style, 0)
    fine = {"Nøgle": (4, digits.of_weights(result)), "Vægt": (4, digits.of_weights(result)),
            "Børn": (1, digits.of_children(result)), "Børn til tærskel": (1, digits.of_children(result)),
            **dict.fromkeys((fordeling_trin.FOER, fordeling_trin.GRUNDBUDGET, "Ansøgt",
                             *fordeling_trin.EGNE.values()), (2, digits.SIGNIFICANT))}
    for heading, (least, most) in fine.items():
        values = [cell for name, *cells in spor.T for cell in cells if name == heading]
        whole = heading in fordeling_trin.TAELLES and is_whole(value or 0 for value in values)
        found[heading] = digits.whole(values) if whole else digits.look(values, least, most)
    if result.in_oere:
        found |= {heading: Look(I_OERE[found[heading].style], 0) for heading in fordeling_trin.GIVET}
    if result.efterregulering is not None and is_whole(result.efterregulering):
        found |= {"Udmeldt": Look("kr", 0), "Efterregulering": Look("kr_aendring", 0)}
    return found


def shown(value: Any) -> CellValue:
    """A cell of the trail as a sheet can hold it: no infinities, no numpy numbers."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def column_of(run: Run, heading: str) -> Area:
    """The cells of a column of the trail, without the total: what the chart draws."""
    column = ["Institution", *map(str, table(run.first)[0])].index(heading)
    return Area(run.names[fordeling_trin.NOEGLE], FIRST, column, FIRST + run.first.n - 1, column)
