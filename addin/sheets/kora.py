"""Fills "KORA tabel 4.2-4.4" for `fordel demo`: what KORA printed, beside what the functions calculate."""

from __future__ import annotations

from addin.workbook import Formula, SheetPlan, a1
from udfs.catalogue import FUNCTIONS
from udfs.rounding import half_up
from workbook_templates import kora_2017 as kora

UNROUNDED = 0  # KORA rounds each printed figure from the unrounded model


def computed() -> dict[str, dict[int, tuple[float, ...]]]:
    """Table -> faktor -> the figures, unrounded, in the order they are printed."""
    children = FUNCTIONS["FORDEL_BOERN"](kora.VUGGESTUE, kora.BOERNEHAVE, kora.VAEGT).item()
    tables: dict[str, dict[int, tuple[float, ...]]] = {name: {} for name in kora.TABELLER}
    for faktor in kora.FAKTORER:
        parts = [scenario(pulje, faktor, children) for pulje in kora.PULJER]
        for name in tables:
            tables[name][faktor] = tuple(figure for part in parts for figure in part[name])
    return tables


def scenario(pulje: float, faktor: float, children: float) -> dict[str, tuple[float, float]]:
    """The lowest and the highest institution when so much is given along a ladder, the rest equally."""
    n = kora.INSTITUTIONER
    ladder = FUNCTIONS["FORDEL_TRAPPE"](list(range(1, n + 1)), faktor, [children] * n)
    amounts = FUNCTIONS["FORDEL_PULJE"](pulje, ladder, afrunding=UNROUNDED)
    low, high = float(amounts.min()), float(amounts.max())
    base = (kora.RAMME - pulje) / n
    return {"4.2": (low / children, high / children), "4.3": (low, high), "4.3 i alt": (base + low, base + high),
            "4.4": ((high - low) / children, 100 * (high - low) / (base + low))}


def sheet(name: str) -> SheetPlan:
    plan = SheetPlan(kora.NOEGLE, name, print_columns=14)
    plan.widths = {0: 16, **dict.fromkeys(range(1, 14), 12)}
    plan.put(0, 0, "KORA's regneeksempel, efterregnet", "titel")
    plan.put(1, 0, kora.KILDE + " Beregnet med FORDEL_TRAPPE og FORDEL_PULJE.", "lille")
    row, figures = 3, computed()
    for key, table in kora.TABELLER.items():
        row = put_table(plan, row, table, figures[key])
    return plan


def put_table(plan: SheetPlan, row: int, table: kora.Table, figures: dict[int, tuple[float, ...]]) -> int:
    """Published, computed and the difference side by side; returns the row for the next table."""
    width = len(table.headings)
    plan.put(row, 0, table.title, "afsnit")
    for part, title in enumerate(("Trykt", "Beregnet", "Forskel")):
        plan.put_row(row + 1, [title, *[""] * (width - 1)], "gruppe", 1 + part * width)
        plan.put_row(row + 2, table.headings, "hoved", 1 + part * width)
    plan.put(row + 2, 0, "Faktor", "hoved")
    for line, faktor in enumerate(kora.FAKTORER, row + 3):
        plan.put(line, 0, f"1:{faktor}", "fed")
        for at, (published, exact, decimals) in enumerate(zip(table.published[faktor], figures[faktor],
                                                              table.decimals), 1):
            value = half_up(exact, 10.0 ** -decimals)
            style = "kr" if decimals == 0 else "en_decimal"
            plan.put(line, at, published, style)
            plan.put(line, at + width, value, style)
            difference = Formula(f"=ROUND({a1(line, at + width)}-{a1(line, at)},6)", round(value - published, 6))
            plan.put(line, at + 2 * width, difference, style)
    return row + 3 + len(kora.FAKTORER) + 1
