"""Caps and minima that stand in a column, one each."""

from __future__ import annotations

from addin.inputs import Column
from addin.settings.setup import Setup
from addin.workbook import Refusal
from workbook_templates.opsaetning import OWN_BOUNDS, SETTINGS


def own(setup: Setup, columns: dict[str, Column], grouped: bool) -> dict[str, Column]:
    """By the setting they stand instead of."""
    found = {key: columns[column] for key, column in OWN_BOUNDS.items() if column in columns}
    if found and grouped:
        used = " og ".join(SETTINGS[OWN_BOUNDS[key]].label for key in found)
        raise Refusal(f"{used} kan ikke bruges, når flere institutioner har samme modtager: sæt én grænse for alle, "
                      "eller lad hver institution få sine egne penge.")
    for key in found:
        if setup.settings.vaerdi(key) is not None:
            column = OWN_BOUNDS[key]
            raise Refusal(f"{setup.areas[column]}: {SETTINGS[column].label} og {SETTINGS[key].label} kan ikke bruges "
                          "sammen. Tøm den ene.")
    return {key: values for key, values in found.items() if any(value is not None for value in values)}
