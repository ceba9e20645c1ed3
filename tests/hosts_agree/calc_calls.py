"""Types calls into cells of a Danish LibreOffice and reads what comes. Runs under LibreOffice's Python."""

from __future__ import annotations

from typing import Any

from com.sun.star.util import URL

from tests.calc.desk import prop

GAP = 2  # columns between what is laid beside each other


def letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def run(office: Any, calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each call on a sheet of its own; its `shape` is how many rows and columns the array formula covers. What is told
    is read after all of it has been recalculated."""
    office.show_new()
    document = office.document
    places = []
    for number, call in enumerate(calls):
        name = f"Kald {number}"
        document.Sheets.insertNewByName(name, document.Sheets.Count)
        places.append(one(office, document.Sheets.getByName(name), call))
    document.calculateAll()
    return [{**told, "rows": [list(row) for row in area.getDataArray()],
             "error": area.getCellByPosition(0, 0).getError(), "sum_error": below.getError()}
            for told, area, below in places]


def one(office: Any, sheet: Any, call: dict[str, Any]) -> tuple[dict[str, Any], Any, Any]:
    """What was typed and what was said at once, where the result stands, and the sum of it."""
    column, typed = 0, []
    for argument in call["arguments"]:
        if isinstance(argument, dict):
            typed.append(laid(sheet, argument, column))
            column += len(argument["rows"][0]) + GAP
        else:
            typed.append(literal(argument))
    while typed and typed[-1] == "":
        typed.pop()
    text = f"={call['name']}({';'.join(typed)})"
    rows, columns = call["shape"]
    area = sheet.getCellRangeByPosition(column, 0, column + columns - 1, rows - 1)
    first = sheet.getCellByPosition(column, 0)
    first.FormulaLocal = text
    first.getError()  # a cell nobody looks at is not computed
    told = {"typed": text, "written": first.FormulaLocal, "said": latest(office)}
    if rows * columns > 1:
        english = first.Formula
        area.clearContents(23)
        area.setArrayFormula(english)
    below = sheet.getCellByPosition(column, rows + 1)
    below.setFormula(f"=SUM({letters(column)}1:{letters(column + columns - 1)}{rows})")
    return told, area, below


def typed(office: Any, cells: dict[str, Any], formulas: list[str]) -> list[dict[str, Any]]:
    """Formulas as they are typed, over a few cells: error, value and what is said."""
    office.show_new()
    sheet = office.document.Sheets.getByIndex(0)
    for address, value in cells.items():
        cell = sheet.getCellRangeByName(address)
        cell.setString(value) if isinstance(value, str) else cell.setValue(value)
    told = []
    for number, text in enumerate(formulas):
        cell = sheet.getCellByPosition(20, number)
        cell.FormulaLocal = text
        told.append({"error": cell.getError(), "value": cell.getString() if not cell.getError() else "",
                     "said": latest(office)})
    office.close()
    return told


def laid(sheet: Any, argument: dict[str, Any], column: int) -> str:
    """Lays a range in cells; tells its address. What reaches the bottom is the whole column."""
    rows = argument["rows"]
    for row, line in enumerate(rows):
        for offset, value in enumerate(line):
            cell = sheet.getCellByPosition(column + offset, row)
            if isinstance(value, dict):
                cell.setFormula("=NA()" if value["error"] == "#N/A" else "=1/0")
            elif isinstance(value, bool):
                cell.setFormula("=TRUE()" if value else "=FALSE()")
            elif isinstance(value, str):
                cell.setString(value)
            elif value is not None:
                cell.setValue(value)
    first, last = letters(column), letters(column + len(rows[0]) - 1)
    if argument["whole"]:
        return f"{first}:{last}"
    single = len(rows) == 1 == len(rows[0]) and rows[0][0] is not None
    return f"{first}1" if single else f"{first}1:{last}{len(rows)}"


def literal(value: Any) -> str:
    """As a Dane types it: a decimal comma; a 0 that must be told from an empty cell in braces."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "NA()"
    if isinstance(value, bool):
        return "TRUE()" if value else "FALSE()"
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return repr(value).replace(".", ",")


def latest(office: Any) -> str:
    """What the menu item "Seneste fejl" shows first."""
    return press(office, "fejl", {}).split("\n\n")[0]


def press(office: Any, button: str, arguments: dict[str, Any]) -> str:
    """A button pressed as the toolbar does it, without dialogs; what it says."""
    frame = office.document.CurrentController.Frame
    services = office.context.ServiceManager
    helper = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", office.context)
    given = (prop("Stille", True), *(prop(key, value) for key, value in arguments.items()))
    return helper.executeDispatch(frame, f"dk.fordel:{button}", "", 0, given).Result


def offered(office: Any, button: str) -> bool:
    """Whether a frame knows the button's address."""
    address = URL(Complete=f"dk.fordel:{button}", Main=f"dk.fordel:{button}", Protocol="dk.fordel:", Path=button)
    return office.document.CurrentController.Frame.queryDispatch(address, "", 0) is not None
