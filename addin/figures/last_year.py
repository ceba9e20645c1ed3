"""Last year's amounts: lifted to the new price level, and what they bound this year."""

from __future__ import annotations

from typing import Any

from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl
from workbook_templates.opsaetning import SETTINGS

BOUNDS = ("garanti", "hoejst")


def lifted(setup: Setup, amounts: list[Any]) -> list[Any]:
    """In the new price level; what is unknown stays unknown."""
    rate = setup.values["pl"]
    if rate is None:
        return amounts
    try:
        raised = FUNCTIONS["FORDEL_PL"](amounts, rate).tolist()
    except RegelFejl as refused:
        why = str(refused).partition(": ")[2]
        raise Refusal(f"{SETTINGS['pl'].label}: {why}") from None
    return [None if before is None else after for before, after in zip(amounts, raised)]


def is_bound(setup: Setup) -> bool:
    """Whether this year's amounts are kept within shares of last year's."""
    return any(setup.values[key] is not None for key in BOUNDS)


def check(setup: Setup, has_fixed: bool) -> None:
    """Bounds need the amounts, and cannot yet be told from fixed amounts."""
    if not is_bound(setup):
        return
    used = " og ".join(SETTINGS[key].label for key in BOUNDS if setup.values[key] is not None)
    if "sidste_aar" not in setup.areas:
        raise Refusal(f"{used}: der er ingen kolonne med sidste års tildeling. Giv den navnet Fordel_sidste_aar, eller "
                      "tøm indstillingen.")
    if has_fixed:
        raise Refusal(f"{used} kan ikke bruges sammen med faste beløb. Tøm indstillingen, eller fjern de faste beløb.")
