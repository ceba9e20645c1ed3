"""Fills "Fordel opsætning": every setting with its value, where it came from, and the defined name that carries it."""

from __future__ import annotations

from addin.sheets.result import Result
from addin.workbook import Area, CellValue, Formula, SheetPlan, a1
from workbook_templates import opsaetning
from workbook_templates.opsaetning import AFSNIT, CELLE, Setting

VALUE = 1  # the column of values


def sheet(result: Result) -> tuple[SheetPlan, dict[str, str]]:
    """The sheet, and the workbook-level names with what they refer to."""
    plan = SheetPlan(opsaetning.NOEGLE, result.names[opsaetning.NOEGLE], landscape=True, print_columns=3)
    plan.widths = dict(enumerate(opsaetning.BREDDER))
    plan.put(0, 0, opsaetning.ARK, "titel")
    plan.put(1, 0, "Ret værdierne her, eller ret i cellerne, de hentes fra, og fordel igen. Kolonner og celler, der "
                   "peges på, flyttes under Formler, Navnestyring.", "lille")
    plan.put_row(3, opsaetning.HOVED, "hoved_venstre")
    names: dict[str, str] = {}
    row = 4
    for heading, settings in AFSNIT:
        shown = [setting for setting in settings if is_shown(result, setting)]
        if not shown:
            continue
        plan.put(row, 0, heading, "gruppe")
        plan.put_row(row, ["", ""], "gruppe", 1)
        row += 1
        for setting in shown:
            names[setting.name] = put_setting(plan, row, result, setting)
            row += 1
    names[opsaetning.NAVN + "skemaversion"] = plan.area(row, VALUE, row).formula()
    plan.put(row, 0, "Skemaversion", "lille")
    plan.put(row, VALUE, opsaetning.SKEMAVERSION, "lille")
    plan.put(row, 2, "Arkets indretning. Rettes af Fordel selv.", "lille")
    plan.freeze = (4, 0)
    return plan, names


def is_shown(result: Result, setting: Setting) -> bool:
    """Every single value is shown, so that it can be filled in; a column only where there is one."""
    if setting.key in ("metode", "mindst_kriterier"):
        return result.setup.key == "barn_institution"
    return setting.kind == CELLE or setting.key in result.setup.areas


def put_setting(plan: SheetPlan, row: int, result: Result, setting: Setting) -> str:
    """One line; returns what the setting's defined name refers to."""
    place = result.setup.areas.get(setting.key)
    points_away = place is not None and place.sheet != plan.name
    plan.put(row, 0, setting.label, "brudt")
    source = result.setup.sources.get(setting.key, "")
    plan.put(row, 2, setting.help + (f" Fundet ved {source}." if points_away and source else ""), "lille_brudt")
    plan.heights[row] = 30
    if points_away and place is not None:
        plan.put(row, VALUE, pointer(setting, place, result), setting.style + " input")
        return place.formula()
    plan.put(row, VALUE, result.setup.values[setting.key], setting.style + " input")
    return plan.area(row, VALUE, row).formula()


def pointer(setting: Setting, place: Area, result: Result) -> CellValue:
    """What a setting that points away shows: the cell's value, or the address, which follows inserted rows."""
    if setting.kind == CELLE:
        value = result.setup.values[setting.key]
        return Formula(f"={place.formula()}", 0 if value is None else value)
    first = f"ADDRESS(MIN(ROW({setting.name})),MIN(COLUMN({setting.name})),4)"
    last = (f"ADDRESS(MIN(ROW({setting.name}))+ROWS({setting.name})-1,"
            f"MIN(COLUMN({setting.name}))+COLUMNS({setting.name})-1,4)")
    sheet = place.sheet.replace('"', '""')
    shown = f"{place.sheet}!{a1(place.row, place.column)}:{a1(place.last_row, place.last_column)}"
    return Formula(f'="{sheet}!"&{first}&":"&{last}', shown)
