"""What the tests do in an open document. Runs under LibreOffice's Python, over the pipe."""

from __future__ import annotations

import datetime
import importlib
from typing import Any

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.calc.apply import apply
from addin.hosts.calc.charts import charts_of, known, shape_of
from addin.hosts.calc.snapshot import snapshot
from addin.hosts.calc.unotypes import CONTENT, struct
from addin.workbook import BadCell, Plan, Questions, Refusal

MADE, VERSION, TITLE = "01.09.2026 kl. 12.00", "0", "Fordel pulje"


def plain(value: Any) -> Any:
    """A value as JSON can carry it."""
    if isinstance(value, BadCell):
        return {"bad": str(value)}
    if isinstance(value, (datetime.date, datetime.time)):
        return {"at": value.isoformat()}
    return value


def taken(office: Any) -> dict[str, Any]:
    """The Snapshot of the open document."""
    found = snapshot(office.document)
    sheets = [{"name": sheet.name, "visible": sheet.visible, "hidden": sorted(sheet.hidden_rows),
               "hidden_columns": sorted(sheet.hidden_columns),
               "rows": [[plain(value) for value in row] for row in sheet.rows],
               "formulas": None if sheet.formulas is None else
               sorted([row, column, text] for (row, column), text in sheet.formulas.items()),
               "merged": [str(box) for box in sheet.merged or ()],
               "struck": sorted(map(list, sheet.struck or ())),
               "asides": sorted([*aside.place, aside.kind, aside.text] for aside in sheet.asides),
               "formats": sorted([*place, code] for place, code in (sheet.formats or {}).items()),
               "runs": [[*place, *([run.text, run.mark] for run in runs)]
                        for place, runs in sorted((sheet.runs or {}).items())]}
              for sheet in found.sheets]
    return {"file": found.file_name, "sheets": sheets, "names": [list(name) for name in found.names],
            "ours": dict(found.ours)}


def pressed(office: Any, button: str, answers: dict[str, str]) -> list[str]:
    """A button of the extension, answered by one who sits there: what is told, and then the settings asked for."""
    extension = importlib.import_module("fordel_addin.hosts.calc.button")
    asked: list[str] = []

    def ask(questions: Any) -> dict[str, str]:
        asked.extend(question.setting for question in questions.questions)
        return {question.setting: answers[question.setting] for question in questions.questions}

    return [extension.press(office.document, button, {}, ask), *asked]


def planned(office: Any, choices: dict[str, Any]) -> Any:
    return fordel_pulje(snapshot(office.document), choices, MADE, VERSION)


def distribute(office: Any, choices: dict[str, Any]) -> str:
    """The button's work; what is refused or asked comes back as text."""
    try:
        plan = planned(office, choices)
        if isinstance(plan, Refusal):
            return str(plan)
        if isinstance(plan, Questions):
            return "?" + " ".join(question.setting for question in plan.questions)
        apply(office.document, plan, TITLE)
    except Refusal as refusal:
        return str(refusal)
    return ""


def undo(office: Any) -> list[str]:
    office.document.UndoManager.undo()
    return steps(office)


def redo(office: Any) -> list[str]:
    office.document.UndoManager.redo()
    return steps(office)


def steps(office: Any) -> list[str]:
    """What can be undone, then what can be redone."""
    manager = office.document.UndoManager
    return [*manager.getAllUndoActionTitles(), "|", *manager.getAllRedoActionTitles()]


def everything(office: Any) -> dict[str, Any]:
    """What must be as it was after an undo, styles and the sheet shown too."""
    from tests.hosts_agree import canonical

    families = office.document.StyleFamilies
    styles = {family: sorted(families.getByName(family).ElementNames) for family in ("CellStyles", "PageStyles")}
    return {**canonical.workbook(office), "styles": styles,
            "pages": [sheet.PageStyle for sheet in office.document.Sheets],
            "shown": office.document.CurrentController.ActiveSheet.Name}


def fail_in(office: Any, module: str, function: str, choices: dict[str, Any], calls: int = 1) -> str:
    """The button's work with `function` of a module raising on its nth call; what came out of it."""
    plan = planned(office, choices)
    assert isinstance(plan, Plan), plan
    patched = importlib.import_module(module)
    whole, left = getattr(patched, function), [calls]

    def broken(*arguments: Any) -> Any:
        left[0] -= 1
        if not left[0]:
            raise MemoryError("injected")
        return whole(*arguments)

    setattr(patched, function, broken)
    try:
        apply(office.document, plan, TITLE)
    except MemoryError as problem:
        return str(problem)
    finally:
        setattr(patched, function, whole)
    return "nothing was raised"


def protect(office: Any, sheet: str) -> None:
    (office.document.Sheets.getByName(sheet) if sheet else office.document).protect("")


def unprotect(office: Any, sheet: str) -> None:
    (office.document.Sheets.getByName(sheet) if sheet else office.document).unprotect("")


def copy_sheet(office: Any, sheet: str, name: str) -> None:
    office.document.Sheets.copyByName(sheet, name, 0)


def hide(office: Any, sheet: str, row: int) -> None:
    office.document.Sheets.getByName(sheet).Rows.getByIndex(row).IsVisible = False


def drop(office: Any, *keys: str) -> str:
    """A plan that drops some of our sheets; the refusal, if any."""
    first = planned(office, {})
    plan = Plan([first.sheets[0]], {}, keys)
    try:
        apply(office.document, plan, TITLE)
    except Refusal as refusal:
        return str(refusal)
    return ""


def menus(office: Any) -> list[str]:
    """Our menu as LibreOffice has it in its settings."""
    provider = office.context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", office.context)
    path = struct("beans.PropertyValue", Name="nodepath", Value="/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar")
    bar = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (path,))
    found = []
    for name in bar.ElementNames:
        items = bar.getByName(name).Submenu
        found.append(f"{bar.getByName(name).Title}: "
                     + ", ".join(items.getByName(item).Title for item in sorted(items.ElementNames)))
    return found


def toolbar(office: Any) -> dict[str, Any]:
    """Our toolbar as a screen reader meets it, and where on the screen it is drawn."""
    name = "private:resource/toolbar/addon_dk.fordel.toolbar"
    layout = office.document.CurrentController.Frame.LayoutManager
    bar = layout.getElement(name)
    if bar is None:
        return {"shown": False}
    spoken = bar.RealInterface.AccessibleContext
    place, size = spoken.getLocationOnScreen(), spoken.getSize()
    buttons = [spoken.getAccessibleChild(number).AccessibleContext.AccessibleName
               for number in range(spoken.AccessibleChildCount)]
    return {"shown": bool(layout.isElementVisible(name)), "title": spoken.AccessibleName, "buttons": buttons,
            "place": [place.X, place.Y, size.Width, size.Height]}


def press_later(office: Any, button: str) -> None:
    """A button pressed as a user does: its windows come, and more can be asked while they are there."""
    frame = office.document.CurrentController.Frame
    services = office.context.ServiceManager
    helper = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", office.context)
    office.main_thread.addCallback(type(office).later(
        lambda: helper.executeDispatch(frame, f"dk.fordel:{button}", "", 0, ())), None)


def window(office: Any) -> dict[str, Any]:
    """The window in front, as a screen reader meets it: its title, what is on it, and where on the screen."""
    top = office.toolkit.getActiveTopWindow()
    if top is None:
        return {"title": "", "parts": []}
    found: list[dict[str, Any]] = []
    collect(top.AccessibleContext, found)
    return {"title": top.AccessibleContext.AccessibleName, "parts": found}


def collect(spoken: Any, found: list[dict[str, Any]], depth: int = 0) -> None:
    for number in range(spoken.AccessibleChildCount if depth < 6 else 0):
        child = spoken.getAccessibleChild(number).AccessibleContext
        place, size = child.getLocationOnScreen(), child.getSize()
        found.append({"name": child.AccessibleName, "at": [place.X, place.Y, size.Width, size.Height]})
        collect(child, found, depth + 1)


def selected(office: Any) -> str:
    return str(office.document.CurrentSelection.AbsoluteName)


def annotate(office: Any, sheet: str, text: str, alt: str = "") -> None:
    """A note and a chart of the user's own."""
    found = office.document.Sheets.getByName(sheet)
    found.Annotations.insertNew(struct("table.CellAddress", Sheet=found.RangeAddress.Sheet, Row=1, Column=1), text)
    frame = struct("awt.Rectangle", X=0, Y=0, Width=3000, Height=3000)
    found.Charts.addNewByName("mit diagram", frame, (), False, False)
    shape_of(found, "mit diagram").Description = alt


def clear_rows(office: Any, sheet: str, first: int, last: int) -> None:
    office.document.Sheets.getByName(sheet).getCellRangeByPosition(0, first, 25, last).clearContents(CONTENT)


def own_things(office: Any, sheet: str) -> list[str]:
    found = office.document.Sheets.getByName(sheet)
    notes = [found.Annotations.getByIndex(number).String for number in range(found.Annotations.Count)]
    return [*notes, *("mit diagram" for _ in found.Charts.ElementNames)]


def keep_steps(office: Any, number: int) -> None:
    """How many steps LibreOffice keeps, as in its settings."""
    provider = office.context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", office.context)
    path = struct("beans.PropertyValue", Name="nodepath", Value="/org.openoffice.Office.Common/Undo")
    access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (path,))
    access.Steps = number
    access.commitChanges()
    controller, shown = office.document.CurrentController, office.document.CurrentController.ActiveSheet
    for index in (0, 1):  # a window that comes to the front reads the setting
        controller.setActiveSheet(office.document.Sheets.getByIndex(index))
    controller.setActiveSheet(shown)


def automatic(office: Any, on: bool) -> None:
    office.document.enableAutomaticCalculation(on)


def array_of(office: Any, address: str) -> str:
    """The address of the array formula a cell belongs to."""
    cell = office.cell(address)
    around = cell.Spreadsheet.createCursorByRange(cell)
    around.collapseToCurrentArray()
    return around.AbsoluteName


def touched(office: Any) -> list[bool]:
    """Whether the document counts as changed, and whether there is something to undo."""
    return [office.document.isModified(), office.document.UndoManager.isUndoPossible()]


def newest(office: Any, place: list[str]) -> dict[str, Any]:
    """What there is of the document opened last, and one cell of it; it is closed again."""
    document = office.desktop.getCurrentComponent()
    sheet, cell = place
    modified = document.isModified()
    document.calculateAll()
    found = document.Sheets.getByName(sheet).getCellRangeByName(cell)
    seen = {"sheets": list(document.Sheets.ElementNames), "url": document.URL, "value": found.getValue(),
            "formula": found.getFormula(), "modified": modified}
    document.close(True)
    return seen


def around_picture(office: Any) -> list[int]:
    """Where the words over the page's picture end, where it begins and ends, and where the words under it begin: in
    1/100 mm from the top."""
    sheet = office.document.Sheets.getByName("Fordeling")
    shape = shape_of(sheet, charts_of(sheet)[0])
    under = next(row for row in range(200) if sheet.getCellByPosition(0, row).String == "Det skal du vide")
    over = next(row for row in range(under - 1, 0, -1) if sheet.getCellByPosition(0, row).String)
    return [sheet.getCellByPosition(0, over + 1).Position.Y, shape.Position.Y, shape.Position.Y + shape.Size.Height,
            sheet.getCellByPosition(0, under).Position.Y]


def pictures(office: Any) -> list[dict[str, Any]]:
    """Ours on the page, where it is there."""
    from tests.hosts_agree import canonical

    sheets = office.document.Sheets
    page = sheets.getByName("Fordeling") if sheets.hasByName("Fordeling") else None
    return [canonical.chart(page, name) for name in known(page)] if page else []
