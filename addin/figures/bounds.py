"""What this year's amounts are held against or blended with: last year's, in the new price level; of a saving, the
base budget."""

from __future__ import annotations

from typing import Any

from addin.figures import retning
from addin.finding.institution import Recipient
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl, tal
from workbook_templates.opsaetning import BESPARELSE, OWN_BOUNDS, SETTINGS

OF_LAST_YEAR = ("garanti", "hoejst")
NOT_OF_A_SAVING = (*OF_LAST_YEAR, "andel_nyt", "centralt")


def is_saving(setup: Setup) -> bool:
    return retning.of(setup).er_besparelse


def basis(setup: Setup) -> str:
    """The column the bounds are shares of."""
    return retning.of(setup).grundlag


def own(setup: Setup, columns: dict[str, list[Any]], grouped: bool) -> dict[str, list[Any]]:
    """The caps and minima that stand in a column, one each, by the setting they stand instead of."""
    found = {key: columns[column] for key, column in OWN_BOUNDS.items() if column in columns}
    if found and grouped:
        used = " og ".join(label(OWN_BOUNDS[key]) for key in found)
        raise Refusal(f"{used} kan ikke bruges, når flere institutioner har samme modtager: sæt én grænse for alle, "
                      "eller lad hver institution få sine egne penge.")
    for key in found:
        if setup.settings.vaerdi(key) is not None:
            raise Refusal(f"{setup.areas[OWN_BOUNDS[key]]}: {label(OWN_BOUNDS[key])} og {label(key)} kan ikke bruges "
                          "sammen. Tøm den ene.")
    return {key: values for key, values in found.items() if any(value is not None for value in values)}


def shares(setup: Setup) -> dict[str, Any]:
    """The least and the most share of it; None where there is none."""
    settings = setup.settings
    if is_saving(setup):
        return {"garanti": None, "hoejst": settings.hoejst_andel}
    return {"garanti": settings.garanti, "hoejst": settings.hoejst}


def is_bound(setup: Setup) -> bool:
    """Whether this year's amounts are kept within shares of it."""
    return any(share is not None for share in shares(setup).values())


def is_blended(setup: Setup) -> bool:
    """Whether a part of each amount is last year's."""
    return setup.settings.andel_nyt not in (None, 1)


def is_used(setup: Setup) -> bool:
    """Whether the amounts depend on it in any way."""
    return is_bound(setup) or is_blended(setup)


def lifted(setup: Setup, amounts: list[Any]) -> list[Any]:
    """Last year's amounts in the new price level; what is unknown stays unknown."""
    rate = setup.settings.pl
    if rate is None:
        return amounts
    try:
        raised = FUNCTIONS["FORDEL_PL"](amounts, rate).tolist()
    except RegelFejl as refused:
        raise Refusal(f"{SETTINGS['pl'].label}: {refused.grund}") from None
    return [None if before is None else after for before, after in zip(amounts, raised)]


def check(setup: Setup, has_fixed: bool) -> None:
    """Bounds and a transition need last year's amounts; a transition cannot be told from fixed amounts."""
    if is_saving(setup):
        check_saving(setup, has_fixed)
    elif setup.settings.hoejst_andel is not None:
        raise Refusal(f"{label('hoejst_andel')} kan kun bruges, når {label('retning').lower()} {BESPARELSE}.")
    check_part(setup)
    if not is_used(setup):
        return
    used = " og ".join(label(key) for key in ("hoejst_andel", *OF_LAST_YEAR, "andel_nyt")
                       if setup.settings.vaerdi(key) is not None)
    column = basis(setup)
    if column not in setup.areas:
        raise Refusal(f"{used}: der er ingen kolonne med {SETTINGS[column].label.lower()}. Giv den navnet "
                      f"Fordel_{column}, eller tøm indstillingen.")
    if setup.settings.hoejst == 0:
        raise Refusal(f"{said('hoejst', setup)}: 0 kan ikke bruges; lad cellen være tom, hvis der ingen grænse er.")
    if has_fixed and is_blended(setup):
        raise Refusal(f"{label('andel_nyt')} kan ikke bruges sammen med faste beløb. Tøm indstillingen, eller fjern de "
                      "faste beløb.")


def check_amounts(setup: Setup, amounts: list[Any] | None, rows: list[Recipient]) -> None:
    """Nothing can be a share of a negative amount."""
    negative = next((at for at, amount in enumerate(amounts or ()) if (amount or 0) < 0), None)
    if is_used(setup) and negative is not None:
        empty = OF_LAST_YEAR if is_bound(setup) else ("andel_nyt",)
        place = setup.areas[basis(setup)]
        cell = place._replace(row=rows[negative].row, last_row=rows[negative].row)
        raise Refusal(f"{cell}: {rows[negative].name} har en negativ {label(basis(setup)).lower()}, og der kan ikke "
                      f"gives en andel af den. Ret beløbet, eller tøm {' og '.join(label(key) for key in empty)}.")


def check_part(setup: Setup) -> None:
    part = setup.settings.andel_nyt
    if part is not None and not 0 < part <= 1:
        raise Refusal(f"{said('andel_nyt', setup)}: {tal(part)} ligger ikke mellem 0 og 1. Skriv fx 5/12 eller 42 %.")


def check_saving(setup: Setup, has_fixed: bool) -> None:
    if "udmeldt" in setup.areas:
        raise Refusal(f"Efterregulering kan ikke bruges i en besparelse, men {setup.areas['udmeldt']} er "
                      f"{label('udmeldt').lower()}. Slet navnet Fordel_udmeldt, eller giv kolonnen en anden "
                      "overskrift.")
    used = [label(key) for key in NOT_OF_A_SAVING if setup.settings.vaerdi(key) is not None]
    used += ["Faste beløb"] if has_fixed else []
    used += [label("ansoegt")] if "ansoegt" in setup.areas else []
    if used:
        raise Refusal(f"{' og '.join(used)} kan ikke bruges i en besparelse. Tøm indstillingen.")
    share = setup.settings.hoejst_andel
    if share is not None and not 0 < share <= 1:
        raise Refusal(f"{said('hoejst_andel', setup)}: {tal(share)} ligger ikke mellem 0 og 1; mente du "
                      f"{tal(share)} %?")


def label(key: str) -> str:
    return SETTINGS[key].label


def said(key: str, setup: Setup) -> str:
    """A setting by its label, and the cell it was read from, where it stands in one."""
    place = setup.areas.get(key)
    return f"{place}: {label(key)}" if place else label(key)
