"""Fills "Fordel opsætning": every setting with its value, where it came from, and the defined name that carries it.

Below the settings stand the criteria with their weights, what the user has answered, and what was guessed, skipped
or ambiguous, with its cell.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable
from typing import cast

from addin import dates
from addin.finding.source import Origin, Source
from addin.messages import Message
from addin.run import celler
from addin.settings.setup import Setup
from addin.sheets import intern, sider
from addin.workbook import Area, CellValue, Choice, Formula, SheetPlan, a1
from workbook_templates import opsaetning
from workbook_templates.indstillinger import CELLE, NAVN, Setting
from workbook_templates.opsaetning import AFSNIT, AMOUNTS, OF_COLUMN, ONLY_WITH, VALG
from workbook_templates.sagsoplysninger import FRITEKST, SAG

VALUE = 1  # the column of values
LABEL, HELP = 32, 120  # letters of a label, and of the small ones of help, that surely stand on one line
LINE, SMALL_LINE = 15.0, 12.5  # points of one of each


def sheet(setup: Setup, name: str, messages: Iterable[Message]) -> tuple[SheetPlan, dict[str, str]]:
    """The sheet, and the workbook-level names with what they refer to; `messages` are what else was seen."""
    plan = SheetPlan(opsaetning.NOEGLE, name, landscape=True, print_columns=3)
    plan.widths = dict(enumerate(opsaetning.BREDDER))
    intern.head(plan, opsaetning.ARK)
    plan.put(1, 0, "Ret værdierne her, eller ret i cellerne, de hentes fra, og fordel igen. Kolonner og celler, der "
                   "peges på, flyttes under Formler, Navnestyring.", "lille")
    plan.put_row(3, opsaetning.HOVED, "hoved_venstre")
    names: dict[str, str] = {}
    row = put_settings(plan, setup, names, 4)
    row = put_criteria(plan, setup, names, row)
    row = put_answers(plan, setup, names, row)
    row = put_remarks(plan, setup, messages, row)
    names[NAVN + "skemaversion"] = plan.area(row, VALUE, row).formula()
    plan.put(row, 0, "Skemaversion", "lille")
    plan.put(row, VALUE, opsaetning.SKEMAVERSION, "lille")
    plan.put(row, 2, "Arkets indretning. Rettes af Fordel selv.", "lille")
    plan.freeze, plan.repeat_row = (4, 0), 3
    sider.lay(plan, len(opsaetning.BREDDER), sider.row_by_row(plan, len(opsaetning.BREDDER)))
    return plan, names | setup.kept


def put_heading(plan: SheetPlan, row: int, *texts: str) -> int:
    plan.put_row(row, [*texts, "", ""][:3], "gruppe")
    return row + 1


def put_explained(plan: SheetPlan, row: int, label: str, explained: str, value: str = "") -> None:
    """A label, what is said of its value, and the room that these two and a value of words take."""
    plan.put(row, 0, label, "brudt" if label else "tekst")
    plan.put(row, 2, explained, "lille_brudt")
    lines = max(math.ceil(len(text) / LABEL) for text in (label, value))
    tall = max(LINE * lines, SMALL_LINE * math.ceil(len(explained) / HELP))
    if tall > LINE:
        plan.tall(row, tall)


# ------------------------------------------------------------------------------------- the settings


def put_settings(plan: SheetPlan, setup: Setup, names: dict[str, str], row: int) -> int:
    for heading, settings in AFSNIT:
        shown = [setting for setting in settings if is_shown(setup, setting)]
        if shown:
            row = put_heading(plan, row, heading)
        for setting in shown:
            names[setting.name] = put_setting(plan, row, setup, setting)
            row += 1
    return row


def is_shown(setup: Setup, setting: Setting) -> bool:
    """Every single value is shown, so that it can be filled in; a column, and what is of one, only where it is."""
    if setting.key in ONLY_WITH:
        return setup.key == ONLY_WITH[setting.key]
    column = OF_COLUMN.get(setting.key, setting.key)
    return column in setup.areas or column == "pulje" or (setting.kind == CELLE and column not in AMOUNTS)


def put_setting(plan: SheetPlan, row: int, setup: Setup, setting: Setting) -> str:
    """One line; returns what the setting's defined name refers to."""
    place = setup.areas.get(setting.key)
    points_away = place is not None and place.sheet != plan.name
    source = setup.sources.get(setting.key, Source(Origin.UNUSED))
    found = told_source(source) if points_away or source.kind is Origin.LABEL else ""
    words = str(setup.settings.vaerdi(setting.key) or "") if setting.style == FRITEKST else ""
    put_explained(plan, row, setting.label, setting.help + found, words)
    if points_away and place is not None:
        plan.put(row, VALUE, pointer(setting, place, setup), setup.style(setting.key) + " input")
        return place.formula()
    here = plan.area(row, VALUE, row)
    as_typed = " valg" if setting.key in VALG or setting.style == FRITEKST else ""
    value, made = held(setup, setting), setup.derived.get(setting.key)
    plan.put(row, VALUE, Formula(made.formula(), value) if made else value,
             f"{setup.style(setting.key)} input{as_typed}")
    if setting.key in VALG:
        plan.choices.append(Choice(here, VALG[setting.key]))
    return here.formula()


def held(setup: Setup, setting: Setting) -> CellValue:
    """What a cell holds: the value, and for a day its number; of the case what stands in the user's own."""
    value = setup.settings.vaerdi(setting.key)
    if setting.key in setup.written:
        return setup.written[setting.key]
    return dates.numbered(value) if isinstance(value, datetime.date) else cast(CellValue, value)


def told_source(source: Source) -> str:
    """Where a value came from, after the help of its setting.

    >>> told_source(Source(Origin.LABEL, "Pulje")), told_source(Source(Origin.CHOSEN))
    (' Fundet ved teksten "Pulje".', ' Valgt ved kørslen.')
    """
    if source.kind is Origin.UNUSED:
        return ""
    return f" {str(source).capitalize()}." if source.kind is Origin.CHOSEN else f" Fundet ved {source}."


def pointer(setting: Setting, place: Area, setup: Setup) -> CellValue:
    """What a setting that points away shows: the cell's value, or the address, which follows inserted rows."""
    if setting.kind == CELLE:
        value = held(setup, setting)
        if setting.key in SAG:  # of which many may be blank, and are no 0
            return Formula(f'=IF({place.formula()}="","",{place.formula()})', "" if value is None else value)
        return Formula(f"={place.formula()}", 0 if value is None else value)
    first = f"ADDRESS(MIN(ROW({setting.name})),MIN(COLUMN({setting.name})),4)"
    last = (f"ADDRESS(MIN(ROW({setting.name}))+ROWS({setting.name})-1,"
            f"MIN(COLUMN({setting.name}))+COLUMNS({setting.name})-1,4)")
    place, sheet_name = setup.pointed(setting.key), place.sheet.replace('"', '""')
    shown = f"{place.sheet}!{a1(place.row, place.column)}:{a1(place.last_row, place.last_column)}"
    return Formula(f'="{sheet_name}!"&{first}&":"&{last}', shown)


# ------------------------------------------------------------------------------------- below the settings


def put_criteria(plan: SheetPlan, setup: Setup, names: dict[str, str], row: int) -> int:
    """The criteria in the order of their columns, each with its weight."""
    if not setup.criteria:
        return row
    row = put_heading(plan, row, "Kriterier", "Vægt")
    weights = setup.weights or [1.0] * len(setup.criteria)
    names[opsaetning.KRITERIEVAEGTE] = plan.area(row, VALUE, row + len(weights) - 1).formula()
    points_away = opsaetning.KRITERIEVAEGTE in setup.kept
    for number, (criterion, weight) in enumerate(zip(setup.criteria, weights), 1):
        own = Formula("=" + celler.weighed(number), weight)
        put_explained(plan, row, criterion, "Hvor meget et opfyldt kriterium tæller. 0: tæller ikke.")
        plan.put(row, VALUE, own if points_away else weight, "tal input")
        row += 1
    return row


def put_answers(plan: SheetPlan, setup: Setup, names: dict[str, str], row: int) -> int:
    """What the user has been asked, so that it is asked once."""
    if not setup.answers:
        return row
    row = put_heading(plan, row, "Dine svar", "Svar")
    names[opsaetning.SVAR] = plan.area(row, 0, row + len(setup.answers) - 1, VALUE).formula()
    for question, answer in setup.answers.items():
        put_explained(plan, row, question, "Tøm svaret for at blive spurgt igen.")
        plan.put(row, VALUE, answer, "tekst input")
        row += 1
    return row


def put_remarks(plan: SheetPlan, setup: Setup, messages: Iterable[Message], row: int) -> int:
    """What was guessed, skipped or ambiguous, with its cell, and what else was seen."""
    lines = [(remark.place, remark.text) for remark in setup.remarks]
    lines += [("", message.text) for message in messages]
    if not lines:
        return row
    row = put_heading(plan, row, "Fundet, gættet og sprunget over", "Celle")
    for place, text in lines:
        put_explained(plan, row, "", text)
        plan.put(row, VALUE, place, "lille_brudt")
        row += 1
    return row
