"""Conditions that every setting is what it was, also one that was empty: words, numbers, weights, answers, and the
columns that names point at."""

from __future__ import annotations

from collections.abc import Iterator

from addin.dele.kerne import VISES_KUN
from addin.run import celler
from addin.run.regnet import Regnet
from addin.settings.setup import Setup, sheet_of
from addin.sheets import opsaetning
from addin.sheets.kontrol.betingelser import Line, is_text, is_value, one, written
from addin.workbook import CellValue, Formula, Held, SheetPlan
from workbook_templates.indstillinger import CELLE, OMRAADE, Setting
from workbook_templates.opsaetning import SETTINGS, SVAR, WEIGHT

NO_AMOUNT = ("udgave", *VISES_KUN)  # it names sheets, or says what is shown


def lines_of_settings(result: Regnet, sheet: SheetPlan | None) -> list[Line]:
    """All of them, a line each. `sheet` is the sheet of settings, where this run writes it."""
    setup, instead = result.setup, result.setup.pulje.instead if result.setup.pulje else {}
    found = [Line(setting.label, [value_kept(result, setting)]) for setting in SETTINGS.values()
             if setting.kind == CELLE and setting.key not in NO_AMOUNT and opsaetning.is_shown(setup, setting)
             and instead.get(setting.key) != ""]
    found += [Line(setting.label, area_kept(setup, setting)) for setting in SETTINGS.values()
              if setting.kind == OMRAADE and setting.key in setup.areas and setting.key not in instead]
    found += [Line(str(place), [is_value(place.formula(), seen(held))])
              for place, held in (*setup.watched, *(setup.pulje.watched if setup.pulje else ()))]
    weights = setup.weights or [1.0] * len(setup.criteria)
    found += [Line(f"Vægt af {criterion}", [f"{celler.weighed(number)}={weight!r}"])
              for number, (criterion, weight) in enumerate(zip(setup.criteria, weights), 1)]
    found += [Line(f"Svaret på: {question}", [is_text(f"INDEX({SVAR},{number},2)", answer)])
              for number, (question, answer) in enumerate(setup.answers.items(), 1)]
    return found + (list(pointers(sheet)) if sheet else [])


def value_kept(result: Regnet, setting: Setting) -> str:
    """A condition on the cell of a setting of one value."""
    value, usual = result.setup.settings.vaerdi(setting.key), default(result.setup, setting)
    if setting.style == "tekst":
        return word_kept(result, setting)
    found = is_value(setting.name, value)
    return found if value is None or value != usual else f'OR({setting.name}="",{found})'


def default(setup: Setup, setting: Setting) -> CellValue:
    """What an empty cell means."""
    return WEIGHT[setup.key] if setting.key == "vaegt" else setting.default


def word_kept(result: Regnet, setting: Setting) -> str:
    """The cell holds the word it held, as typed or as we write it; blank, where the word is the default."""
    setup, usual = result.setup, setting.default
    value = setup.settings.vaerdi(setting.key)
    words = ["" if value is None and usual is None else str(usual if value is None else value)]
    place = setup.areas.get(setting.key)
    typed = sheet_of(result.snapshot, place).own(place.row, place.column) if place else None
    if isinstance(typed, str) and typed.strip() not in words:
        words.append(typed.strip())
    if words[0] == usual:
        words.append("")
    return "OR(" + ",".join(is_text(f"TRIM({setting.name})", word) for word in words) + ")"


def area_kept(setup: Setup, setting: Setting) -> list[str]:
    """The name of a column points at the cells it pointed at, wherever these have been moved."""
    place, name = setup.pointed(setting.key), setting.name
    first, whole = one(place), place.formula()
    return [f"MIN(ROW({name}))=ROW({first})", f"MIN(COLUMN({name}))=COLUMN({first})", f"ROWS({name})=ROWS({whole})",
            f"COLUMNS({name})=COLUMNS({whole})"]


def pointers(sheet: SheetPlan) -> Iterator[Line]:
    """The cells of the sheet of settings that show what stands elsewhere do so still, where it may move an amount."""
    rows: dict[CellValue, int] = {}
    for cell in sheet.cells:
        if cell.column == 0:
            rows.setdefault(cell.value, cell.row)  # a criterion may be called as a setting, and stands below it
    free = {rows.get(SETTINGS[key].label) for key in NO_AMOUNT}
    for cell in sheet.cells:
        if isinstance(cell.value, Formula) and cell.row not in free:
            yield Line(f"{sheet.name}, række {cell.row + 1}", [written(sheet, cell.row, cell.column, cell.value)])


def seen(held: Held) -> str | float | None:
    """What a cell that is compared holds: words and numbers; anything else has been refused."""
    return held if isinstance(held, (str, int, float)) else None
