"""A user's own sheet in the copy: the columns that may go, as values or plain formulas, with formats and widths."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from addin.danish import listed
from addin.filejobs.diagrammer import Drawn, charts
from addin.filejobs.formler import Cells, may_stay
from addin.filejobs.kolonner import HIDDEN, Columns, columns
from addin.filejobs.udeladt import LeftOut
from addin.filejobs.udseende import Look, codes_of, looks, number
from addin.filejobs.usynligt import unseen
from addin.finding.asking import Asked
from addin.hosts.files.contents import WORKSHEET, SheetPart
from addin.hosts.files.markup import TRUE, Element, elements, is_index
from addin.hosts.files.package import Package
from addin.hosts.files.reading.found import MAX_COLUMNS
from addin.sheets.intern import INTERNE
from addin.sheets.run import Run
from addin.until_answered import Choices
from addin.workbook import (
    HIGHEST,
    NO_VALUE,
    Area,
    BadCell,
    CellValue,
    Formula,
    Held,
    Place,
    Question,
    Refusal,
    Sheet,
    SheetPlan,
    Snapshot,
    a1,
    area,
)
from udfs.errors import antal

ARK, FORMLER = "klargoer ark", "klargoer formler"
NO_SHEET = 'Der er intet ark i {file}, der hedder "{name}". Arkene er: {names}.'
OURS = 'Arket "{name}" er et af Fordels: {why}.'
BY_CHILD = 'Arket "{name}" har en række pr. barn og kommer aldrig med i en kopi. Vælg et andet ark.'
UNCOMPUTED = "{place} er en formel, som ingen har regnet. Åbn mappen i et regneark, gem den, og prøv igen."
NOT_CELLS = 'Arket "{name}" har ingen celler at tage med.'
UNDER = "ligger oven i andre flettede celler"
EPOCH, DAY = datetime.datetime(1899, 12, 30), 86_400
MOST_WIDE = 255.0  # that Excel takes
PADDING = 5 / 7  # what a file has of a width besides its letters


class Own(NamedTuple):
    """A sheet as it goes: its looks by the names its cells have, its merged cells and its charts."""

    plan: SheetPlan
    looks: Mapping[str, Look]
    merged: list[Area]
    charts: list[Drawn]
    left_out: list[LeftOut]


def own_sheets(package: Package, run: Run, choices: Choices) -> list[Own]:
    """The sheets that are asked for; raises Refusal for one that cannot go, and Asked for columns that may not."""
    taken = run.laest.snapshot
    chosen = [part_of(package, taken, run, name) for name in dict.fromkeys(choices.get(ARK) or ())]
    styles, codes = (looks(package), codes_of(package)) if chosen else ([], [])
    judged: dict[str, Columns] = {}
    questions: list[Question] = []
    for part in chosen:
        sheet, root = sheet_of(taken, part), package.xml(part.part)
        hidden = unseen(sheet, style_numbers(root), styles, codes, set_widths(root), set_heights(root))
        try:
            judged[part.name] = columns(sheet, run, choices, hidden)
        except Asked as asked:
            questions += asked.questions
    if questions:
        raise Asked(tuple(questions))
    there = {name.casefold(): Cells(found.taken, sheet_of(taken, name).hidden_rows) for name, found in judged.items()}
    found = [own(package, part, sheet_of(taken, part), judged[part.name], styles, there if choices.get(FORMLER) else {})
             for part in chosen]
    drawn = [charts(package, taken, part.part, part.name, there) for part in chosen]
    return [each._replace(charts=made.drawn, left_out=[*each.left_out, *made.left_out])
            for each, made in zip(found, drawn)]


def sheet_of(taken: Snapshot, part: SheetPart | str) -> Sheet:
    sheet = taken.sheet(part if isinstance(part, str) else part.name)
    assert sheet is not None  # it is in the file
    return sheet


def part_of(package: Package, taken: Snapshot, run: Run, name: str) -> SheetPart:
    """The sheet of that name, if it may go at all."""
    part = next((sheet for sheet in package.sheets if sheet.name.casefold() == name.strip().casefold()), None)
    if part is None:
        names = listed([f'"{sheet.name}"' for sheet in taken.foreign()], 20)
        raise Refusal(NO_SHEET.format(file=taken.file_name, name=name, names=names))
    key = next((key for key, own in taken.ours.items() if own == part.name), "")
    if key:
        why = "det er kun til intern brug" if key.split(" ")[0] in INTERNE else "siden og bilaget er altid med"
        raise Refusal(OURS.format(name=part.name, why=why))
    if part.kind != WORKSHEET or not part.part:
        raise Refusal(NOT_CELLS.format(name=part.name))
    by_child = run.first.setup.areas
    if any(by_child[key].sheet == part.name for key in ("barn_institution", "score_institution") if key in by_child):
        raise Refusal(BY_CHILD.format(name=part.name))
    return part


# ------------------------------------------------------------------------------------- one sheet


def own(package: Package, part: SheetPart, sheet: Sheet, found: Columns, styles: Sequence[Look],
        there: Mapping[str, Cells]) -> Own:
    root = package.xml(part.part)
    plan = SheetPlan(f"eget {part.name}", part.name, landscape=is_landscape(root))
    plan.widths = widths(root, found.taken)
    plan.heights = heights(root, sheet.hidden_rows)
    numbers = style_numbers(root)
    used: dict[str, Look] = {}
    for row in range(len(sheet.rows)):
        if row in sheet.hidden_rows:
            continue
        for column in sorted(found.taken):
            number = numbers.get((row, column), -1)
            look = styles[number] if 0 <= number < len(styles) else {}
            value = value_of(sheet, (row, column), there)
            if value is not None or look:
                used[f"stil {number}"] = look
                plan.put(row, column, value, f"stil {number}")
    many = len(sheet.hidden_rows)
    hidden = [LeftOut("Rækker", sheet.name, "", antal(many, "række", "rækker"), HIDDEN)] if many else []
    boxes, covered = merged(sheet, found.taken)
    return Own(plan, used, boxes, [], [*found.left_out, *hidden, *covered])


def value_of(sheet: Sheet, place: Place, there: Mapping[str, Cells]) -> CellValue:
    """A cell's value, or its formula with it, where that may stay."""
    held = sheet.own(*place)
    text = (sheet.formulas or {}).get(place, "")
    if held == NO_VALUE:
        raise Refusal(UNCOMPUTED.format(place=f"{sheet.name}!{a1(*place)}"))
    value = plain(held)
    if text and value is not None and may_stay(text, sheet.name, dict(there)):
        return Formula(f"={text.removeprefix('=')}", value)
    return value


def plain(held: Held) -> str | float | int | bool | None:
    """Dates as the numbers they are in a file; errors as their text; a picture is nothing."""
    if isinstance(held, BadCell):
        return held.text if held.error else None
    if isinstance(held, datetime.datetime):
        return (held - EPOCH).total_seconds() / DAY
    if isinstance(held, datetime.date):
        return (datetime.datetime.combine(held, datetime.time()) - EPOCH).days
    if isinstance(held, datetime.time):
        return (datetime.datetime.combine(EPOCH, held) - EPOCH).total_seconds() / DAY
    if isinstance(held, datetime.timedelta):
        return held.total_seconds() / DAY
    return held


def merged(sheet: Sheet, taken: frozenset[int]) -> tuple[list[Area], list[LeftOut]]:
    """Those that are in the copy as a whole. Two of a damaged file that lie on each other cannot both be: the first is.
    """
    whole = [box for box in sheet.merged or () if set(range(box.column, box.last_column + 1)) <= taken
             and not set(range(box.row, box.last_row + 1)) & sheet.hidden_rows
             and (box.row, box.column) != (box.last_row, box.last_column)]
    found: list[Area] = []
    for box in whole:
        if not any(overlaps(box, other) for other in found):
            found.append(box)
    many = len(whole) - len(found)
    return found, [LeftOut("Flettede celler", sheet.name, "", antal(many, "sted", "steder"), UNDER)] if many else []


def overlaps(one: Area, other: Area) -> bool:
    return (one.row <= other.last_row and other.row <= one.last_row
            and one.column <= other.last_column and other.column <= one.last_column)


# ------------------------------------------------------------------------------------- how it is laid out


def style_numbers(root: Element) -> dict[Place, int]:
    """The style of each cell that is written."""
    found: dict[Place, int] = {}
    for cell in root.iterfind("{*}sheetData/{*}row/{*}c"):
        place, style = area(f"A!{cell.get('r', '')}"), cell.get("s", "0")
        if place is not None and is_index(style):
            found[place.row, place.column] = int(style)
    return found


def widths(root: Element, taken: frozenset[int]) -> dict[int, float]:
    return {column: max(wide - PADDING, 0.0) for column, wide in set_widths(root).items()
            if column in taken and 0 < wide <= MOST_WIDE}


def heights(root: Element, hidden: frozenset[int]) -> dict[int, float]:
    return {row: tall for row, tall in set_heights(root).items() if row not in hidden and 0 < tall <= HIGHEST}


def set_widths(root: Element) -> dict[int, float]:
    """Those of the columns that have one of their own."""
    found = {}
    for entry in elements(root.find("{*}cols")):
        first, last, wide = entry.get("min", ""), entry.get("max", ""), number(entry.get("width", ""))
        if is_index(first) and is_index(last) and wide is not None:
            found.update({column: wide for column in range(int(first) - 1, min(int(last), MAX_COLUMNS))})
    return found


def set_heights(root: Element) -> dict[int, float]:
    """Those somebody has set."""
    found = {}
    for row in root.iterfind("{*}sheetData/{*}row"):
        at, tall = row.get("r", ""), number(row.get("ht", ""))
        if row.get("customHeight") in TRUE and is_index(at) and tall is not None:
            found[int(at) - 1] = tall
    return found


def is_landscape(root: Element) -> bool:
    setup = root.find("{*}pageSetup")
    return setup is not None and setup.get("orientation") == "landscape"
