"""What is printed: the page and its appendix as they look, and nothing else of the workbook.

Cells are printed as values, and each with a colour of its own for its letters: by it `tags` knows the cell again in the
PDF, wherever LibreOffice draws it, and puts the true colour back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from addin.libreoffice import Setting
from addin.udkast import draft
from addin.workbook import Area, Cell, CellValue, Formula, Plan, SheetPlan
from workbook_templates import fordeling, fordeling_bilag
from workbook_templates.styles import on_paper, properties

T = TypeVar("T")
KINDS = (fordeling.NOEGLE, fordeling_bilag.NOEGLE)  # the sheets that may leave the house, in the order they are printed
SUFFIX, ENDING = " sagsbilag", ".pdf"
FILTER = "pdf:calc_pdf_Export"
SETTINGS = (Setting("Setup/L10N", "ooSetupSystemLocale", "da-DK"),
            Setting("Office.Linguistic/General", "DefaultLocale", "da-DK"),
            Setting("Office.Common/Filter/PDF/Export", "UseTaggedPDF", "true"),
            Setting("Office.Common/Filter/PDF/Export", "PDFUACompliance", "true"))
FIRST_COLOUR = 0xE10000  # of those that are nobody's
BEYOND = 3  # columns between the last that is printed and what a chart is drawn from


class Printed(NamedTuple):
    """`sheets` are to be printed; `cells` are theirs by the number of the colour, `colours` what colours they have."""

    title: str
    sheets: list[SheetPlan]
    cells: list[dict[int, Cell]]
    colours: dict[int, str]


def printed(plan: Plan, kinds: Sequence[str] = KINDS) -> Printed:
    """What of a plan is printed, the sheets of these kinds, and how it is known again."""
    sheets = [sheet for kind in kinds for sheet in plan.sheets if sheet.key.split(" ")[0] == kind]
    held = {(sheet.name, cell.row, cell.column): cell for sheet in plan.sheets for cell in sheet.cells}
    done = Printed(title_of(sheets[0]), [], [], {})
    for sheet in sheets:
        cells = {FIRST_COLOUR + len(done.colours) + number: cell for number, cell in enumerate(shown(sheet))}
        done.colours.update({number: colour_of(cell) for number, cell in cells.items()})
        done.cells.append(cells)
        made = replace(sheet, header=over(sheet), freeze=None, choices=[],
                       highlights=[mark._replace(style=on_paper(mark.style)) for mark in sheet.highlights],
                       cells=[*coloured(sheet, cells), *blank(sheet)], charts=[])
        for chart in sheet.charts:
            made.charts.append(beside(made, chart, held))
        done.sheets.append(made)
    return done


def over(sheet: SheetPlan) -> str:
    """What stands over every page of a draft."""
    return sheet.header or draft(edition(sheet))


def edition(sheet: SheetPlan) -> str:
    """The second word of a sheet's key."""
    return sheet.key.partition(" ")[2]


def target_of(document: Path) -> Path:
    """Where the PDF of a document lies.

    >>> target_of(Path("Budget 2027 fordelt.xlsx")).name
    'Budget 2027 fordelt sagsbilag.pdf'
    """
    return document.with_name(f"{document.stem}{SUFFIX}{ENDING}")


def title_of(sheet: SheetPlan) -> str:
    """What a sheet says it is; and that it is a draft, for who does not see what stands over the page."""
    title = next((str(cell.value) for cell in sheet.cells if "titel" in cell.style.split()), sheet.name)
    return ": ".join(filter(None, (over(sheet), title)))


# ------------------------------------------------------------------------------------- cells


def shown(sheet: SheetPlan) -> list[Cell]:
    """The cells with anything to read in them, row by row, as values with the look they have."""
    last = sheet.print_columns if sheet.print_columns is not None else float("inf")
    places = {(cell.row, cell.column): cell for cell in sheet.cells}
    cells = [cell._replace(value=plain(cell.value)) for _, cell in sorted(places.items()) if cell.column < last]
    return [cell._replace(style=on_paper(cell.style)) for cell in cells if cell.value not in (None, "")]


def plain(value: CellValue) -> str | float | int | bool | None:
    return value.value if isinstance(value, Formula) else value


def colour_of(cell: Cell) -> str:
    colour = str(properties(cell.style).get("font_color", "#000000"))
    return {"white": "#FFFFFF"}.get(colour, colour)


def coloured(sheet: SheetPlan, cells: dict[int, Cell]) -> list[Cell]:
    return [cell._replace(style=f"{cell.style} #{number:06X}") for number, cell in cells.items()]


def blank(sheet: SheetPlan) -> list[Cell]:
    """The cells that are there for how they look."""
    return [cell._replace(value=None) for cell in sheet.cells if plain(cell.value) in (None, "")]


# ------------------------------------------------------------------------------------- charts


def beside(sheet: SheetPlan, chart: T, held: dict[tuple[str, int, int], Cell]) -> T:
    """A chart with its figures on the sheet itself, beyond what is printed: so no other sheet has to come along."""
    def copied(area: Area) -> Area:
        column = BEYOND + max([sheet.print_columns or 0, *(cell.column for cell in sheet.cells)])
        for row in range(area.row, area.last_row + 1):
            for offset in range(area.last_column - area.column + 1):
                cell = held.get((area.sheet, row, area.column + offset))
                if cell is not None:
                    value = plain(cell.value)
                    sheet.put(row - area.row, column + offset, value, cell.style)
        return Area(sheet.name, 0, column, area.last_row - area.row, column + area.last_column - area.column)

    if sheet.print_columns is None:
        sheet.print_columns = 1 + max(cell.column for cell in sheet.cells)
    return cast(T, moved(chart, copied))


def moved(value: object, move: Callable[[Area], Area]) -> object:
    """The same with every area in it moved."""
    if isinstance(value, Area):
        return move(value)
    if not isinstance(value, tuple):
        return value
    kind: Callable[..., object] = type(value)
    parts = [moved(part, move) for part in value]
    return kind(*parts) if hasattr(value, "_fields") else kind(parts)
