"""Writes a Plan into the open workbook: what xlwings' objects can, and then what only Excel's own can (paper, texts for
screen readers, a name out of sight). Nothing of the workbook's own runs meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from addin.chart import Chart
from addin.danish import listed
from addin.foreign import Foreign
from addin.hosts.excel.plan import write
from addin.marks import MARK
from addin.workbook import Choice, Plan, Refusal, SheetPlan, Snapshot
from workbook_templates.styles import ROED

LOCKED = ("Projektmappens struktur er beskyttet, så der kan ikke tilføjes ark. Slå Gennemse, Beskyt projektmappe fra, "
          "og prøv igen.")
PROTECTED = 'Arket "{}" er beskyttet og kan ikke skrives på ny. Slå Gennemse, Fjern arkbeskyttelse til, og prøv igen.'
NAME_TAKEN = 'Der er allerede et ark, som hedder "{}", og som Fordel ikke har lavet. Omdøb det, og prøv igen.'
SHARED = "Projektmappen er delt på den gamle måde, så Excel kan ikke tilføje diagrammer. Slå det fra, og prøv igen."
NO_PRINTER = "Sideopsætningen kunne ikke sættes ({}): Excel vil have en printer til det."
MANUAL = -4135  # xlCalculationManual
PORTRAIT, LANDSCAPE, A4 = 1, 2, 9  # xlPortrait, xlLandscape, xlPaperA4
INCH = 72  # points
LIST_SEPARATOR, SEPARATORS = 5, (",", ";")  # xlListSeparator
MESSAGE = 255  # letters of a message
LIST, STOP, BETWEEN = 3, 1, 1  # xlValidateList, xlValidAlertStop, xlBetween
CATEGORY, VALUE, MAXIMUM = 1, 2, 2  # xlCategory, xlValue, xlMaximum
NO_MACROS: Mapping[str, object] = {"EnableEvents": False}
_QUIET: Mapping[str, object] = {**NO_MACROS, "ScreenUpdating": False, "Calculation": MANUAL}
Say = Callable[[str], None]


def check(book: Foreign, plan: Plan, taken: Snapshot) -> None:
    """Raises Refusal where Excel would stop half way."""
    if book.api.ProtectStructure:
        raise Refusal(LOCKED)
    if book.api.MultiUserEditing:
        raise Refusal(SHARED)
    ours = {taken.ours[key] for key in (*(sheet.key for sheet in plan.sheets), *plan.drop) if key in taken.ours}
    for name in ours:
        if book.sheets[name].api.ProtectContents:
            raise Refusal(PROTECTED.format(name))
    theirs = {str(sheet.Name).casefold() for sheet in book.api.Sheets} - {name.casefold() for name in ours}
    for sheet in plan.sheets:
        if sheet.name.casefold() in theirs:
            raise Refusal(NAME_TAKEN.format(sheet.name))


def apply(book: Foreign, plan: Plan, ours: Mapping[str, str], say: Say) -> list[str]:
    """Writes it; gives what could not be set, for the user."""
    with quietly(book):
        write(book, plan, ours, say)
        return furnish(book, plan.sheets)


@contextmanager
def quietly(book: Foreign, settings: Mapping[str, object] = _QUIET) -> Iterator[None]:
    """No macro of the workbook's hears of what is written, nothing is drawn, and all is computed once, at the end."""
    excel = book.app.api
    before = {name: getattr(excel, name) for name in settings}
    try:
        for name, value in settings.items():
            setattr(excel, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(excel, name, value)


def furnish(book: Foreign, plans: list[SheetPlan]) -> list[str]:
    """What xlwings has no word for. The sheet shown last is the first of ours."""
    unset = []
    separator = list_separator(book.app.api.International)
    for plan in reversed(plans):
        sheet = book.sheets[plan.name].api
        sheet.Names(MARK).Visible = False
        for choice in plan.choices:
            _choice(sheet, choice, separator)
        for number, chart in enumerate(plan.charts, 1):
            _chart(sheet.ChartObjects(number), chart)
        _freeze(book, sheet, plan.freeze or (0, 0))
        try:
            _paper(sheet.PageSetup, plan)
            for row in plan.breaks:
                sheet.HPageBreaks.Add(sheet.Cells(row + 1, 1))
        except Exception:  # pywin32's com_error, which is none of Python's
            unset.append(plan.name)
    return [NO_PRINTER.format(listed(unset, 9))] if unset else []


def list_separator(international: Sequence[object]) -> str:
    """What stands between the words of a list in this Excel. It is the fifth of what Excel says of the language;
    whether that begins at 0 or 1 is not the same for every way to Excel.

    >>> list_separator((45, 45, ",", ".", ";")), list_separator((None, 1, 1, ".", ",", ","))
    (';', ',')
    """
    return next(str(said) for said in international[LIST_SEPARATOR - 1:LIST_SEPARATOR + 1] if said in SEPARATORS)


def _choice(sheet: Foreign, choice: Choice, separator: str) -> None:
    place = choice.area
    cells = sheet.Range(sheet.Cells(place.row + 1, place.column + 1),
                        sheet.Cells(place.last_row + 1, place.last_column + 1))
    cells.Validation.Delete()
    cells.Validation.Add(LIST, STOP, BETWEEN, separator.join(choice.words))
    cells.Validation.ErrorTitle = "Fordel"
    cells.Validation.ErrorMessage = f"Vælg fra listen: {listed(list(choice.words), 9)}."[:MESSAGE]


def _chart(drawn: Foreign, chart: Chart) -> None:
    """The first at the top, the axis below, as long as the longest; and what a screen reader says."""
    drawn.ShapeRange.AlternativeText = chart.alt
    categories, values = drawn.Chart.Axes(CATEGORY), drawn.Chart.Axes(VALUE)
    categories.ReversePlotOrder = True
    categories.Crosses = MAXIMUM  # else the other axis would be at the top too
    values.MinimumScale, values.MaximumScale = 0, chart.most


def _freeze(book: Foreign, sheet: Foreign, at: tuple[int, int]) -> None:
    """The rows and columns that stay in sight. A window has them, and it has those of the sheet it shows."""
    sheet.Activate()
    window = book.api.Windows(1)
    window.FreezePanes = False
    window.ScrollRow = window.ScrollColumn = 1
    window.SplitRow, window.SplitColumn = at
    if any(at):
        window.FreezePanes = True


def _paper(page: Foreign, plan: SheetPlan) -> None:
    """A4, so many pages wide, as the file host has it."""
    page.PaperSize = A4
    page.Orientation = LANDSCAPE if plan.landscape else PORTRAIT
    page.Zoom = False  # else the two below do nothing
    page.FitToPagesWide = plan.pages_wide
    page.FitToPagesTall = plan.pages_tall or False
    page.LeftMargin = page.RightMargin = 0.4 * INCH
    page.TopMargin = page.BottomMargin = 0.5 * INCH
    page.LeftFooter, page.RightFooter = "&8&F, &A", "&8Side &P af &N"
    page.CenterHeader = f'&"-,Bold"&14&K{ROED.lstrip("#")}{plan.header}' if plan.header else ""
    if plan.repeat_row is not None:
        page.PrintTitleRows = f"${plan.repeat_row + 1}:${plan.repeat_row + 1}"


def remove(book: Foreign, names: list[str]) -> None:
    """Sheets of ours, for good."""
    for name in names:
        book.sheets[name].delete()
