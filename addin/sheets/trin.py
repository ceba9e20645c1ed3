"""Fills "Fordeling trin": the steps of all recipients, with names, units and how each is re-done."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from addin.dele import i_brug
from addin.figures import units
from addin.run.noegletal import Step, with_sum
from addin.run.regnet import Regnet, is_whole
from addin.sheets import digits, grundlag, intern, sider
from addin.sheets.digits import Look
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.workbook import Area, CellValue, SheetPlan
from udfs.errors import kroner, tal
from udfs.rounding import in_whole
from udfs.trail import as_table
from workbook_templates import fordeling_trin
from workbook_templates.fordeling import I_OERE
from workbook_templates.fordeling_trin import TRIN
from workbook_templates.opsaetning import OWN_BOUNDS

HEAD = 4  # the row of headings; units below it, then one row a recipient
FIRST = HEAD + 2
HELD = ("noegle", "boern", "boern_taerskel")  # what no sheet that is sent on shows, or not always
# All decimals they have.
AS_TYPED = ("foer", "foer_til_nu", "foer_til_indfasning", "grundbudget", "ansoegt", "soegt", *OWN_BOUNDS.values())


def sheet(run: Run) -> SheetPlan:
    result, plan = run.first, SheetPlan(fordeling_trin.NOEGLE, run.names[fordeling_trin.NOEGLE])
    steps = used(result)
    intern.head(plan, result.retning.titel_trin)
    per = "til hver i afslag" if result.equal_losses else "pr. enhed vægt"
    pool = f"Puljen er {kroner(result.fordeling.pulje)} " if result.fordeling.deling else ""
    plan.put(1, 0, f"Hver række kan regnes efter fra venstre mod højre på en lommeregner. {pool}"
                   f"Sats: {sats_text(result)} kr. {per}.", "lille")
    plan.put(2, 0, off_the_top(result), "lille")
    put_headings(plan, result, steps)
    names = [recipient.name for recipient in result.figures.recipients] + ["I alt"]
    total = [""] * result.n + [" sum_tekst"]
    for offset, (name, of_total) in enumerate(zip(names, total)):
        plan.put(FIRST + offset, 0, name, "tekst" + of_total)
    for column, step in enumerate(steps, 1):
        look = look_of(result, step)
        plan.widths[column] = max(plan.widths[column], look.width)
        for offset, (value, of_total) in enumerate(zip(step.cells, total)):
            plan.put(FIRST + offset, column, shown(value), look.style + of_total)
    plan.print_columns = len(steps) + 1
    row = grundlag.put(plan, result, FIRST + result.n + 2)
    put_help(plan, result, steps, row)
    plan.freeze, plan.repeat_row = (FIRST, 1), HEAD
    sider.spread(plan, plan.print_columns)
    sider.lay(plan, plan.print_columns, sider.row_by_row(plan, plan.print_columns))
    return plan


def sats_text(result: Regnet) -> str:
    """How the sats is found: what the bounds leave of the pool, by the weights of those who are not bound."""
    done = result.fordeling
    frie = result.frie
    sats = tal(round(done.sats, max(10, digits.sats(result, digits.within(result)))))
    if not frie.antal or not done.sats:
        return sats
    if result.equal_losses:
        claims = math.fsum(claim for claim, free in zip(done.hi.tolist(), frie.er) if free)
        return f"({tal(claims)} kr. ansøgt af dem, der får noget, - {tal(done.pulje)} kr.) / {frie.antal} = {sats}"
    bound = frie.bundet
    pool = f"{tal(done.pulje)} kr."
    left = pool if not bound else f"({pool} - {tal(bound)} kr. til dem, der er bundet)"
    return f"{left} / {tal(frie.vaegte)}{' frie vægte' if bound else ''} = {sats}"


def off_the_top(result: Regnet) -> str:
    """What is taken from the pool before the key is used, or how it is rounded first, and the sum after a transition;
    nothing where none is."""
    done, taken = result.fordeling, units.off_the_top(result.setup, result.figures.forud)
    if result.saving and done.pulje != units.pool(result.setup):
        taken = f"Besparelse {kroner(units.pool(result.setup))} i {in_whole(done.afrunding)} er {kroner(done.pulje)}"
    blended = f"Indfasning: {result.transition.told()}" if result.transition else ""
    return f"{taken} {blended}".strip()


def used(result: Regnet) -> list[Step]:
    """The steps this run uses, in their order, and no other: what is blank for all recipients is none of them."""
    there = every_step(result)
    blank = {key for key, step in there.items() if all(cell in ("", None) for cell in step.cells)} - {"note"}
    if {"lo", "hi"} <= blank:
        blank.update(fordeling_trin.AF_GRAENSER)
    else:
        blank.difference_update(fordeling_trin.AF_GRAENSER)
    if result.burden_is_of_money:
        blank.add("belastning")
    if result.fordeling.deling:
        blank.update(fordeling_trin.UDEN_NOEGLE)
    if result.equal_losses:
        blank.update(fordeling_trin.UDEN_SATS)
    return [there[key] for key in TRIN if key in there and key not in blank]


def every_step(result: Regnet) -> dict[str, Step]:
    """FORDEL_SPOR of this run, with the steps it does not know, by key."""
    spor = as_table(result.fordeling).T.tolist()
    keys = {look.heading: key for key, look in reversed(TRIN.items())}
    found = {keys[heading]: Step(keys[heading], cells) for heading, *cells in spor}
    for step in (with_transition, with_index, with_basis, with_own_bounds, with_first):
        found |= step(result, found)
    return found | {step.key: step for part, data in i_brug(result) for step in part.trin(result, data)}


def summed(key: str, values: Iterable[float]) -> dict[str, Step]:
    """A step with its sum."""
    return {key: Step(key, with_sum(list(values)))}


def with_first(result: Regnet, found: dict[str, Step]) -> dict[str, Step]:
    """What is paid first is added to what the key gives."""
    if result.forud is None:
        return {}
    key_part = {"noegledel": found["tildeling"]._replace(key="noegledel")}
    given, without = summed("tildeling", result.tildeling.tolist()), result.uden_taerskel
    boern = [each or 0.0 for each in result.figures.boern or [0.0] * result.n]
    each = [kr / child if child else "" for kr, child in zip(with_sum(result.tildeling.tolist()), with_sum(boern))]
    there = {} if without is None else summed("uden_taerskel", without.tolist())
    return {**key_part, **given, "pr_barn": Step("pr_barn", each), **there}


def with_transition(result: Regnet, found: dict[str, Step]) -> dict[str, Step]:
    """What the key gives is not what is rounded."""
    return {"ny": found.pop("foer_afrunding")._replace(key="ny")} if result.transition else {}


def with_index(result: Regnet, found: dict[str, Step]) -> dict[str, Step]:
    """Each burden held against that of the whole country."""
    land = result.setup.settings.landsgennemsnit
    if land is None or "belastning" not in found or result.burden_is_of_money:
        return {}
    cells = [cell / land if isinstance(cell, (int, float)) else "" for cell in found["belastning"].cells]
    return {"indeks": Step("indeks", cells)}


def with_own_bounds(result: Regnet, found: dict[str, Step]) -> dict[str, Step]:
    """A step more for each bound that stands in a column, one each, before what is made of it."""
    own = {OWN_BOUNDS[key]: values for key, values in result.figures.own_bounds.items()}
    return {key: Step(key, [*("" if value is None else value for value in values), ""]) for key, values in own.items()}


def with_basis(result: Regnet, found: dict[str, Step]) -> dict[str, Step]:
    """One step more, before the bounds that are shares of it, or the step it is blended in."""
    if result.figures.foer is None:
        return {}
    before = [amount or 0.0 for amount in result.figures.foer]
    of_last_year = "foer" if result.figures.within_shares else "foer_til_indfasning"
    key = "grundbudget" if result.saving else of_last_year
    per_child = result.figures.pr_barn
    if per_child is None:
        return {key: Step(key, [*(amount or "" for amount in before), math.fsum(before)])}
    kr = [amount or 0.0 for amount in per_child.kr]
    return {**summed("boern_nu", per_child.nu), **summed("boern_foer", per_child.foer), **summed("foer", kr),
            **summed("foer_til_nu", before)}


def help_text(result: Regnet, step: Step, keys: set[str]) -> str:
    """How a step is re-done, in this run."""
    key = step.key
    if step.help:
        return step.help
    if result.saving and key in fordeling_trin.MED_BESPARELSE:
        return fordeling_trin.MED_BESPARELSE[key]
    if result.transition and key in fordeling_trin.MED_INDFASNING:
        return fordeling_trin.MED_INDFASNING[key]
    alone = fordeling_trin.MED_LIGE_AFSLAG if result.equal_losses else (
        fordeling_trin.MED_PRIORITET if result.fordeling.deling else {})
    if key in alone:
        return alone[key]
    if result.forud is not None and key in fordeling_trin.MED_FORUD:
        return fordeling_trin.MED_FORUD[key].format(forud=" + ".join(
            TRIN[part].heading.lower() for part in fordeling_trin.FORUD if part in keys))
    if key in fordeling_trin.UDEN_GRAENSER and fordeling_trin.AF_GRAENSER[0] not in keys:
        return fordeling_trin.UDEN_GRAENSER[key]
    if key in fordeling_trin.UDEN_TAERSKEL and result.fordeling.taerskel is None:
        return fordeling_trin.UDEN_TAERSKEL[key]
    bound = bound_text(result, key)
    if bound:
        return bound
    if result.figures.weighed and key in fordeling_trin.PR_INSTITUTION:
        on_groups = result.figures.weighed.groups is not None
        return (fordeling_trin.PAA_GRUPPE if on_groups else fordeling_trin.PR_INSTITUTION)[key]
    if result.figures.boern_taerskel is not None and key == "belastning":
        return fordeling_trin.BELASTNING_AF_EGNE
    return fordeling_trin.NOEGLE_NEDENFOR if key == "noegle" and grundlag.is_shown(result) else TRIN[key].help


def bound_text(result: Regnet, key: str) -> str:
    """How a bound is made, where it is more than a minimum or a cap; "" where it is not."""
    texts: dict[str, str] = {}
    if result.figures.within_shares:
        texts |= fordeling_trin.MED_HOEJST_ANDEL if result.saving else fordeling_trin.MED_GARANTI
    if result.applied is not None:
        texts |= fordeling_trin.MED_ANSOEGT
    paid = fordeling_trin.FORUD.items() if result.bounded_with_first and key in ("lo", "hi") else ()
    before = fordeling_trin.FOER_PR_BARN if result.figures.pr_barn else fordeling_trin.FOER
    more = "".join(text for part, text in paid if part in result.dele)
    return texts[key].format(foer=before) + more if key in texts else ""


def put_headings(plan: SheetPlan, result: Regnet, steps: list[Step]) -> None:
    columns = [fordeling_trin.NAVN._replace(heading=result.recipient),
               *(TRIN[step.key]._replace(heading=heading_of(result, step), unit=step.unit or TRIN[step.key].unit)
                 for step in steps)]
    for column, look in enumerate(columns):
        plan.put(HEAD, column, look.heading, "hoved")
        plan.put(HEAD + 1, column, look.unit, "enhed")
        plan.widths[column] = look.width
    plan.heights[HEAD] = 32


def put_help(plan: SheetPlan, result: Regnet, steps: list[Step], row: int) -> None:
    plan.put(row, 0, "Sådan regnes hvert trin", "afsnit")
    keys = {step.key for step in steps}
    for step in steps:
        text = help_text(result, step, keys)
        if text:
            row += 1
            plan.put(row, 0, heading_of(result, step), "fed")
            plan.put(row, 1, text)


def heading_of(result: Regnet, step: Step) -> str:
    own = {} if step.key == "foer" else result.retning.overskrifter  # the budget of a saving is a step of its own
    return own.get(step.key, TRIN[step.key].heading)


def look_of(result: Regnet, step: Step) -> Look:
    """How the cells of a step look: keys, weights, children and amounts of the user's with the decimals that the steps
    they are used in take; without any where none has any."""
    key, usual = step.key, step.style or TRIN[step.key].style
    fine = {"noegle": (4, digits.of_weights), "vaegt": (4, digits.of_weights), "boern": (1, digits.of_children),
            "boern_taerskel": (1, digits.of_children)}
    if key in fine:
        least, most = fine[key]
        whole = is_whole(step.cells)
        return digits.whole(step.cells) if whole else digits.look(step.cells, least, most(result))
    if key in AS_TYPED:
        return digits.look(step.cells, 2, digits.SIGNIFICANT)
    if key in fordeling_trin.GIVET and result.in_oere:
        return Look(I_OERE[usual], 0)
    return Look(result.burden_style if key == "belastning" else usual, 0)


def shown(value: Any) -> CellValue:
    """A cell of the trail as a sheet can hold it: no infinities, no numpy numbers."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def register(run: Run, places: Places) -> None:
    """What only the trail shows, for the control to hold against the user's cells."""
    for column, step in enumerate(used(run.first), 1):
        if step.key in HELD and step.key not in places.columns:
            places.columns[step.key] = [Area(run.names[fordeling_trin.NOEGLE], row, column, row, column).formula()
                                        for row in range(FIRST, FIRST + run.first.n)]
