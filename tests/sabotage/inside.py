"""What only LibreOffice itself can do to a result; run inside it (see tests/calc/desk.py)."""


def insert_row(desk, sheet, row):
    """An empty row before this one, counted from 1; what stands below is moved down."""
    desk.document.Sheets.getByName(sheet).Rows.insertByIndex(row - 1, 1)


def remove_row(desk, sheet, row):
    desk.document.Sheets.getByName(sheet).Rows.removeByIndex(row - 1, 1)
