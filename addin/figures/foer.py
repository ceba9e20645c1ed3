"""What amounts were before (foer), which parts ask for by key: last year's in the new price level, where those that are
compared stand; of a saving, the base budgets."""

from __future__ import annotations

from addin.figures import retning, succession
from addin.figures.institutions import Institutions
from addin.inputs import Column
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl
from workbook_templates.opsaetning import SETTINGS

FOER = "foer"  # what a part needs it by


def compared(setup: Setup, basis: Institutions) -> tuple[dict[str, Column], dict[int, int]]:
    """The columns, last year's with what successors had before and in the new price level; and who is replaced by
    whom."""
    columns, successor = dict(basis.columns), {}
    if "erstatter" in setup.areas:
        successor = succession.successors(basis.sheet, setup.areas["erstatter"], basis.rows)
    if "sidste_aar" in columns:
        columns["sidste_aar"] = lifted(setup, succession.moved(columns["sidste_aar"], successor))
    if "boern_foer" in columns:
        columns["boern_foer"] = succession.moved(columns["boern_foer"], successor)
    return columns, successor


def lifted(setup: Setup, amounts: Column) -> Column:
    """Last year's amounts in the new price level; what is unknown stays unknown."""
    rate = setup.settings.pl
    if rate is None:
        return amounts
    try:
        raised = FUNCTIONS["FORDEL_PL"](amounts, rate).tolist()
    except RegelFejl as refused:
        raise Refusal(f"{SETTINGS['pl'].label}: {refused.grund}") from None
    return [None if before is None else after for before, after in zip(amounts, raised)]


def asked(setup: Setup, columns: dict[str, Column], basis: Institutions, by: list[str]) -> Column:
    """The amounts, for the settings `by`: refused where no column has them, or nothing can be a share of one."""
    key, labels = retning.of(setup).grundlag, " og ".join(SETTINGS[setting].label for setting in by)
    if key not in columns:
        raise Refusal(f"{labels}: der er ingen kolonne med {SETTINGS[key].label.lower()}. Giv den navnet "
                      f"Fordel_{key}, eller tøm indstillingen.")
    negative = next((at for at, amount in enumerate(columns[key]) if (amount or 0) < 0), None)
    if negative is not None:
        cell, name = basis.place(setup, key, negative), basis.rows[negative].name
        raise Refusal(f"{cell}: {name} har en negativ {SETTINGS[key].label.lower()}, og der kan ikke gives en andel af "
                      f"den. Ret beløbet, eller tøm {labels}.")
    return columns[key]
