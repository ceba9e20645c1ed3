"""What only LibreOffice itself can do to a result; run inside it (see tests/calc/desk.py)."""


def insert_row(desk, sheet, row):
    """An empty row before this one, counted from 1; what stands below is moved down."""
    desk.document.Sheets.getByName(sheet).Rows.insertByIndex(row - 1, 1)


def remove_row(desk, sheet, row):
    desk.document.Sheets.getByName(sheet).Rows.removeByIndex(row - 1, 1)


def sabotaged(desk, acts, status):
    """The status after each act, the cells it writes by address, which is then undone: all in one call."""
    return [status_after(desk, cells, status) for cells in acts]


def status_after(desk, cells, status):
    before = {address: desk.formula(address) or desk.get(address) for address in cells}
    write(desk, cells)
    desk.recalc()
    answer = desk.get(status)
    write(desk, before)
    return answer


def write(desk, cells):
    for address, value in cells.items():
        desk.set(address, value)
