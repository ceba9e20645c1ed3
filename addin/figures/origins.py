"""Formulas in use that give no number because another cell holds none: that cell is what is to be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from addin.danish import listed, number_in_text
from addin.finding.formulas import direct, precedents
from addin.inputs import MOST_CELLS
from addin.settings.seen.used_cells import Used, used_cells
from addin.settings.setup import Setup, sheet_of
from addin.workbook import NO_VALUE, Area, BadCell, Held, Refusal, Snapshot
from workbook_templates.samling import FILER, SE_FILER

HELD = ('{}: der står "' + SE_FILER + '". Da filerne blev samlet, sagde de noget forskelligt her, eller svaret kunne '
        f"ikke læses. Find linjen på arket {FILER}, skriv det, der gælder, i cellen, og gem projektmappen fra "
        "regnearket.")
ELSEWHERE = "{}: {} er {}. Fejlen kommer af {}. Ret den celle, og gem projektmappen fra regnearket."
MISSING = "mangle"
BLANK = '{}: "{}" er ikke et tal ({}). Cellen er en formel, og den regnes af tomme celler: udfyld {}.'


def refuse_from_elsewhere(snapshot: Snapshot, setup: Setup) -> None:
    """Raises Refusal with the cells that are to be mended, where those in use only show it."""
    ill = [(each, place) for each in used_cells(snapshot, setup) if each.in_table and not each.is_text
           for place in cells_with(each, is_ill)]
    refuse_held(snapshot, [place for _, place in ill])
    for each, place in ill:
        first, shown = origin(snapshot, place), value(snapshot, place)
        if is_error(shown) and (because := texts(snapshot, first) or [str(first)] * (first != place)):
            raise Refusal(ELSEWHERE.format(place, each.what, shown, listed(because, MOST_CELLS)))
    refuse_blank(snapshot, [(each, place) for each, place in ill if isinstance(value(snapshot, place), str)])


def refuse_held(snapshot: Snapshot, ill: list[Area]) -> None:
    """What gathered files do not agree about, or nobody could read, all of it at once."""
    of = {cell for place in ill for cell in (place, *precedents(snapshot, place))}
    held = sorted(cell for cell in of if value(snapshot, cell) == SE_FILER)
    if held:
        raise Refusal(HELD.format(listed(list(map(str, held)), MOST_CELLS)))


def refuse_blank(snapshot: Snapshot, ill: list[tuple[Used, Area]]) -> None:
    """Formulas that say in words that something is missing: what is blank of all of them."""
    firsts = [origin(snapshot, place) for _, place in ill if MISSING in str(value(snapshot, place)).casefold()]
    blank = [str(cell) for first in firsts for cell in operands(snapshot, first)
             if (cell.sheet, cell.row) == (first.sheet, first.row) and value(snapshot, cell) is None]
    if blank:
        each, place = ill[0]
        raise Refusal(BLANK.format(place, value(snapshot, place), each.what, listed(blank, MOST_CELLS)))


def cells_with(each: Used, wanted: Callable[[Held], bool]) -> Iterator[Area]:
    """The used cells whose value is as wanted."""
    for column in range(each.place.column, each.place.last_column + 1):
        for row in sorted(each.rows):
            if wanted(each.sheet.value(row, column)):
                yield Area(each.sheet.name, row, column, row, column)


def origin(snapshot: Snapshot, place: Area) -> Area:
    """The first of the cells a fault has come through to this one."""
    seen: set[Area] = set()
    while place not in seen:
        seen.add(place)
        same = value(snapshot, place)
        place = next((cell for cell in direct(snapshot, place) if cell not in seen and (
            value(snapshot, cell) == same or is_error(value(snapshot, cell)))), place)
    return place


def operands(snapshot: Snapshot, place: Area) -> list[Area]:
    """The cells of a formula, each once."""
    return list(dict.fromkeys(direct(snapshot, place)))


def texts(snapshot: Snapshot, place: Area) -> list[str]:
    """The numbers that stand as text among what a formula is calculated from."""
    return [f'{cell}, hvor "{found}" står som tekst' for cell in operands(snapshot, place)
            if isinstance(found := value(snapshot, cell), str) and number_in_text(found) is not None]


def is_ill(held: Held) -> bool:
    """Whether a cell among numbers holds none."""
    return is_error(held) or isinstance(held, str) and bool(held.strip()) and number_in_text(held) is None


def is_error(held: Held) -> bool:
    return isinstance(held, BadCell) and held.error and held != NO_VALUE


def value(snapshot: Snapshot, cell: Area) -> Held:
    return sheet_of(snapshot, cell).value(cell.row, cell.column)
