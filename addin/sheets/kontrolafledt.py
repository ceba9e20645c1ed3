"""What the control has of that which follows from the amounts: they are held against what was told before."""

from __future__ import annotations

from addin.sheets.fordeling import Places
from addin.sheets.result import Result
from addin.workbook import a1
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.fordeling_kontrol import Check, Column

KEYS = ("udmeldt", "efterregulering")  # columns of the result sheet


def columns(result: Result) -> tuple[Column, ...]:
    return () if result.udmeldt is None else (spec.UDMELDT,)


def checks(result: Result) -> tuple[Check, ...]:
    return () if result.udmeldt is None else spec.EFTERREGULERINGSKONTROLLER


def same(places: Places, at: dict[str, int], number: int, row: int) -> list[str]:
    """Conditions that a recipient's row on the result sheet follows from its amount as it does here."""
    if "udmeldt" not in at:
        return []
    told, shown = a1(row, at["udmeldt"]), {key: column[number] for key, column in places.columns.items()}
    return [f"ABS({told}-{shown['udmeldt']})<=0.005",
            f"ABS({shown['efterregulering']}-({shown['tildeling']}-{told}))<=0.005"]


def cells(places: Places) -> dict[str, str]:
    """The sums on the result sheet."""
    return {"tildelt": places.totals["tildeling"], "efterregulering": places.totals.get("efterregulering", "")}
