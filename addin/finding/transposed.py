"""Tables that lie on their side, with the institutions across: they are refused with what to do."""

from __future__ import annotations

from addin.finding.table import FIGURES
from addin.finding.words import keys
from addin.workbook import Refusal, Sheet, Snapshot, column_letters


def refuse(snapshot: Snapshot) -> None:
    """Raises Refusal where a sheet has its headings in a column."""
    for sheet in snapshot.foreign():
        column = heading_column(sheet) if sheet.visible else None
        if column is not None:
            raise Refusal(f'Arket "{sheet.name}": overskrifterne står under hinanden i kolonne '
                          f"{column_letters(column)}, og institutionerne ud ad. Vend tabellen, så hver institution "
                          "har sin egen række (Kopiér, "
                          "Indsæt speciel, Transponer).")


def heading_column(sheet: Sheet) -> int | None:
    """The column that heads rows of figures: two different figures or more, each with two numbers or more beside it."""
    for column, values in enumerate(sheet.columns):
        found = {key for row, value in enumerate(values) if isinstance(value, str)
                 for key in keys(value) if key in FIGURES and numbers_right(sheet, row, column) >= 2}
        if len(found) >= 2:
            return column
    return None


def numbers_right(sheet: Sheet, row: int, column: int) -> int:
    right = sheet.rows[row][column + 1:]
    return sum(isinstance(value, (int, float)) and not isinstance(value, bool) for value in right)
