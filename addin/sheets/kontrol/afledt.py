"""What the control has of that which follows from the amounts: the positions they buy, and what was told before."""

from __future__ import annotations

from addin.run import celler
from addin.run.regnet import Regnet
from addin.sheets.fordeling import Places
from addin.workbook import CellValue, a1
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.fordeling_kontrol import Check
from workbook_templates.kontrolkolonner import BEMANDING, UDMELDT, Column

KEYS = ("udmeldt", "efterregulering", "paedagoger", "medhjaelpere")  # columns of the result sheet
Parameters = dict[str, tuple[str, str]]


def columns(result: Regnet) -> tuple[Column, ...]:
    staff = tuple(column for column in BEMANDING if column.key in result.normering)
    return staff if result.udmeldt is None else (*staff, UDMELDT)


def checks(result: Regnet) -> tuple[Check, ...]:
    staff = spec.NORMERINGSKONTROLLER if result.normering else ()
    return staff if result.udmeldt is None else (*staff, *spec.EFTERREGULERINGSKONTROLLER)


def parameters(result: Regnet) -> tuple[Parameters, Parameters]:
    """The settings that are used, and what is made of them."""
    return (spec.NORMERING, spec.LOEN) if result.normering else ({}, {})


def values(result: Regnet) -> dict[str, CellValue]:
    """The values of the parameters."""
    staffing = result.figures.staffing
    if staffing is None:
        return {}
    used = staffing._asdict()
    settings = {key: "" if used[key] is None else used[key] for key in spec.NORMERING}
    return {**settings, "loen_pr_stilling": staffing.pay}


def bought(result: Regnet, key: str, amount: str, parameter: dict[str, str]) -> str:
    """What an amount on the result sheet buys of a kind of staff, at the pay that stands in the settings now."""
    staffing = result.figures.staffing
    assert staffing is not None
    return celler.bought(staffing, key, amount, parameter["loen_pr_stilling"], parameter["andel_paedagoger"])


def same(places: Places, at: dict[str, int], number: int, row: int) -> list[str]:
    """Conditions that a recipient's row on the result sheet follows from its amount as it does here."""
    shown = {key: column[number] for key, column in places.columns.items()}
    found = [is_near(a1(row, at[key]), shown[key]) for key in ("paedagoger", "medhjaelpere") if key in at]
    if "udmeldt" in at:
        told = a1(row, at["udmeldt"])
        found += [f"ABS({told}-{shown['udmeldt']})<=0.005",
                  f"ABS({shown['efterregulering']}-({shown['tildeling']}-{told}))<=0.005"]
    return found


def is_near(here: str, there: str) -> str:
    """A condition that two calculated figures are the same to nine digits."""
    return f"ABS({here}-{there})<=1E-9*MAX(1,ABS({here}))"


def cells(result: Regnet, places: Places, whole: dict[str, str]) -> dict[str, str]:
    """The sums on the result sheet, and what is said of them."""
    return {"tildelt": places.totals["tildeling"], "efterregulering": places.totals.get("efterregulering", ""),
            "normering": ",".join(is_near(f"SUM({whole[key]})", places.totals[key]) for key in result.normering)}
