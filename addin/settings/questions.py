"""How it is asked whether a cell is a setting."""

from __future__ import annotations

from collections.abc import Sequence

from addin.finding.cells import Labelled
from workbook_templates.opsaetning import SETTINGS


def about(key: str, found: Sequence[Labelled]) -> str:
    """The question about the cells that may be a setting."""
    text = f"{SETTINGS[key].label}: flere celler kan være den. Hvilken er det?"
    if len(found) == 1:
        text = f'{SETTINGS[key].label}: er det cellen ved siden af "{found[0].label}"?'
    if key == "centralt":
        shown = " og ".join(f'"{cell.label}"' for cell in found)
        text = f"Skal {shown} tages af puljen, før der fordeles?"
    return text
