"""Applies a Plan to an open document as one undo step: our sheets, made or written over in place, and our names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from addin.danish import listed
from addin.foreign import Foreign
from addin.hosts.calc import shared_styles
from addin.hosts.calc.cells import write_cells
from addin.hosts.calc.charts import draw, draw_again
from addin.hosts.calc.furniture import digit_width, furnish, heights, raise_row, view
from addin.hosts.calc.grammar import name_content
from addin.hosts.calc.marks import mark, our_sheets
from addin.hosts.calc.snapshot import names
from addin.hosts.calc.undo import Step, as_one_step, unkept
from addin.hosts.calc.unotypes import ALL_CELLS, ANY_RESULT, address, sheet_number, struct
from addin.places import last_row
from addin.workbook import Name, Plan, Refusal, SheetPlan, a1, area

OUR_PREFIX = "fordel_"  # of the names for the whole document that are ours to change
HIDDEN = "Dokumentet har intet vindue, og så kan LibreOffice ikke fortryde. Åbn det synligt, og prøv igen."
READ_ONLY = "Dokumentet er åbnet skrivebeskyttet. Gem en kopi, og prøv igen i den."
LOCKED = ("Dokumentets struktur er beskyttet, så der kan ikke tilføjes ark. Slå Funktioner, Beskyt regnearksstruktur "
          "fra, og prøv igen.")
PROTECTED = 'Arket "{}" er beskyttet og kan ikke skrives på ny. Slå Funktioner, Beskyt ark fra, og prøv igen.'
NAME_TAKEN = 'Der er allerede et ark, som hedder "{}", og som Fordel ikke har lavet.'
STILL_USED = ("Formler ({}) bruger et af Fordels ark, som ikke længere skal være der. Ret formlerne, og prøv igen.")


def apply(document: Foreign, plan: Plan, title: str) -> None:
    """Raises Refusal, and then the document is as it was; so it is when anything else is raised."""
    ours = our_sheets(document)
    check(document, plan, ours)
    controller = document.CurrentController
    before = controller.ActiveSheet
    sheets: dict[str, Foreign] = {}
    restores: list[Callable[[], None]] = []
    new_styles = shared_styles.missing(document, plan)
    make_styles = partial(shared_styles.make, document, new_styles)
    pages = [(document.Sheets.getByName(name), document.Sheets.getByName(name).PageStyle) for name in ours.values()]
    touched = {ours[key] for key in [*(sheet.key for sheet in plan.sheets), *plan.drop] if key in ours}
    names_before = names(document)

    def undo() -> None:
        for sheet, page in pages:
            sheet.PageStyle = page
        shared_styles.remove(document, new_styles)
        controller.setActiveSheet(before)
        for restore in restores:
            unkept(document, restore)

    def work() -> None:
        make_styles()
        sheets.update(seats(document, plan, ours))
        define(document, plan, names_before, touched)
        digit = digit_width(sheets[plan.sheets[0].key])
        for made in plan.sheets:
            restores.extend(write_sheet(document, sheets[made.key], made, digit))

    def after() -> None:
        for made in plan.sheets:
            view(controller, sheets[made.key], made, made.key not in ours)
        controller.setActiveSheet(sheets[plan.sheets[0].key])
        if not document.isAutomaticCalculationEnabled():
            document.calculate()

    as_one_step(document, Step(title, work, after, undo, make_styles, partial(again, document, plan)))


def check(document: Foreign, plan: Plan, ours: dict[str, str]) -> None:
    """Everything that can be known beforehand; raises Refusal."""
    if not is_shown(document):
        raise Refusal(HIDDEN)
    if document.isReadonly():
        raise Refusal(READ_ONLY)
    if document.isProtected():
        raise Refusal(LOCKED)
    changed = [ours[key] for key in [*(sheet.key for sheet in plan.sheets), *plan.drop] if key in ours]
    for name in changed:
        if document.Sheets.getByName(name).isProtected():
            raise Refusal(PROTECTED.format(name))
    foreign = {name.casefold() for name in document.Sheets.ElementNames if name not in changed}
    for sheet in plan.sheets:
        if sheet.name.casefold() in foreign:
            raise Refusal(NAME_TAKEN.format(sheet.name))
    dropped = [ours[key] for key in plan.drop if key in ours]
    used = users(document, dropped, set(changed)) if dropped else []
    if used:
        raise Refusal(STILL_USED.format(listed(used)))


def is_shown(document: Foreign) -> bool:
    """LibreOffice 7.4 ends itself when the adding of a sheet is undone in a document without a window."""
    controller = document.CurrentController
    return controller is not None and bool(controller.Frame.ContainerWindow.isVisible())


def users(document: Foreign, dropped: list[str], silent: set[str]) -> list[str]:
    """The cells outside `silent` whose formulas name a sheet that goes: deleting it would leave them #REF!."""
    words = "|".join(re.escape(form) for name in dropped for form in (name, "'" + name.replace("'", "''") + "'"))
    naming = re.compile(rf"(?<![\w'])(?:{words})\.", re.IGNORECASE)
    found = []
    for sheet in document.Sheets:
        if sheet.Name in silent:
            continue
        for place in sheet.queryFormulaCells(ANY_RESULT).getRangeAddresses():
            cells = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
            found += [f"{sheet.Name}!{a1(row, column)}"
                      for row, line in enumerate(cells.getFormulaArray(), place.StartRow)
                      for column, text in enumerate(line, place.StartColumn) if naming.search(text)]
    return found


# ------------------------------------------------------------------------------------- sheets


def seats(document: Foreign, plan: Plan, ours: dict[str, str]) -> dict[str, Foreign]:
    """The sheet of each key: the one there is, emptied and renamed, or a new one at the end. Drops what goes."""
    for key in plan.drop:
        if key in ours:
            document.Sheets.removeByName(ours[key])
    found = {}
    for made in plan.sheets:
        if made.key in ours:
            sheet = document.Sheets.getByName(ours[made.key])
            empty(sheet, made)
            if sheet.Name != made.name:
                sheet.Name = made.name
        else:
            document.Sheets.insertNewByName(made.name, document.Sheets.Count)
            sheet = document.Sheets.getByName(made.name)
        found[made.key] = sheet
    return found


def empty(sheet: Foreign, plan: SheetPlan) -> None:
    """A sheet without cells, but the same sheet: formulas that refer to it go on doing so, and drawings stay."""
    sheet.clearContents(ALL_CELLS)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    used = sheet.getCellRangeByPosition(0, 0, max(end.EndColumn, 25), max(end.EndRow, 99))
    used.ConditionalFormat.clear()
    used.Columns.IsVisible = used.Rows.IsVisible = True
    used.Columns.OptimalWidth = False
    used.Columns.Width = DEFAULT_WIDTH
    used.Rows.OptimalHeight = True
    # Undoing values that were written in bulk leaves those whose cells were empty. Undoing a copy does not: so the
    # cells, which are empty, are copied over from others that are.
    height = last_row(plan) + 1
    width = max([cell.column for cell in plan.cells] + [block.column for block in plan.blocks], default=0) + 1
    number, start = sheet_number(sheet), max(end.EndRow + 1, height)
    empties = address(number, start, 0, start + height - 1, width - 1)
    sheet.copyRange(struct("table.CellAddress", Sheet=number), empties)


DEFAULT_WIDTH = 2258  # 1/100 mm, of a new sheet


def write_sheet(document: Foreign, sheet: Foreign, plan: SheetPlan, digit: float) -> list[Callable[[], None]]:
    """What must be done, beside Calc's own undoing, to have the sheet as it was."""
    write_cells(document, sheet, plan)
    looks = {highlight.style: shared_styles.cell_style(highlight.style) for highlight in plan.highlights}
    furnish(sheet, plan, looks, shared_styles.page_style(shared_styles.way_of(plan)), digit)
    mark(sheet, plan.key)
    return draw(document, sheet, plan)


def again(document: Foreign, plan: Plan) -> None:
    """What Calc itself does not do again when a run that was taken back comes again."""
    sheets = [(document.Sheets.getByName(made.name), made) for made in plan.sheets]  # one that came back is another
    for sheet, made in sheets:
        sheet.PageStyle = shared_styles.page_style(shared_styles.way_of(made))
    for sheet, made in sheets:
        for row, height in heights(made).items():
            unkept(document, partial(raise_row, sheet, row, height))
        unkept(document, partial(draw_again, document, sheet, made))


# ------------------------------------------------------------------------------------- names


def define(document: Foreign, plan: Plan, before: tuple[Name, ...], touched: set[str]) -> None:
    """Our names for the whole document. `before` are the names there were, `touched` the sheets that were written over
    or dropped: names of ours that point there, and are not made again, go."""
    wanted = {name.casefold(): (name, target) for name, target in plan.names.items()}
    book = document.NamedRanges
    for old in before:
        if old.scope is not None:
            continue
        place = area(old.target)
        new = wanted.pop(old.name.casefold(), None)
        if new is not None:
            if not same(old.target, new[1]) or (place and place.sheet in touched):
                book.getByName(old.name).setContent(name_content(new[1]))
        elif old.name.casefold().startswith(OUR_PREFIX) and place is not None and place.sheet in touched:
            book.removeByName(old.name)
    for name, target in wanted.values():
        book.addNewByName(name, name_content(target), struct("table.CellAddress"), 0)


def same(one: str, other: str) -> bool:
    """Whether two targets are the same place, however they are quoted."""
    return one == other or (area(one) is not None and area(one) == area(other))
