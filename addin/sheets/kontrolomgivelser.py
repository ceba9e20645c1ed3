"""What stands around the user's figures and would make another distribution of them: headings, titles and units over
them, labels beside settings, totals and groups between them, and rows below."""

from __future__ import annotations

from collections.abc import Iterator

from addin.finding.doubts import is_setting
from addin.settings.setup import sheet_of
from addin.sheets.kontrolbetingelser import Line, is_filled_as, is_text, is_value, lines, one
from addin.sheets.result import Result
from addin.workbook import Area, Sheet
from workbook_templates.opsaetning import CELLE, CRITERIA, SETTINGS, TABLE_COLUMNS, TEXT_COLUMNS

ABOVE = 8  # rows over a table that may be headings and titles
BELOW = 100  # rows below a table where institutions may be written
BESIDE = 6  # columns left of a setting where its label may stand
MORE = 20  # columns right of a table where another may come
OF_CHILDREN = ("barn_institution", "score_institution")
LAST_COLUMN = 16_383  # of a sheet
YEARS = range(1990, 2100)  # numbers that are headings


def lines_around(result: Result) -> list[Line]:
    """All of it, line by line."""
    return [*headings(result), *others(result), *labels(result), *unused(result)]


def table_columns(result: Result) -> list[int]:
    areas = result.setup.areas
    return sorted({areas[key].column for key in TABLE_COLUMNS if key in areas})


def figure_columns(result: Result) -> list[int]:
    areas = result.setup.areas
    return sorted({areas[key].column for key in TABLE_COLUMNS if key in areas and key not in TEXT_COLUMNS})


def headings(result: Result) -> Iterator[Line]:
    """The rows over the table, and over the sheets the key is made from."""
    areas = result.setup.areas
    places = [areas["navn"], *(areas[key] for key in (*CRITERIA, "score_institution") if key in areas)]
    for place in places:
        sheet = sheet_of(result.snapshot, place)
        width = min(max(len(line) for line in sheet.rows) + MORE, LAST_COLUMN)
        for row in range(max(0, place.row - ABOVE), place.row):
            whole = Area(place.sheet, row, 0, row, width)
            yield from lines(f"{place.sheet}, række {row + 1} over tabellen", [is_filled_as(sheet, whole),
                                                                               *texts(sheet, whole)])


def texts(sheet: Sheet, place: Area) -> list[str]:
    """Conditions that the texts of a row are what they were, and that years are."""
    found = []
    for column in range(place.column, place.last_column + 1):
        value, cell = sheet.value(place.row, column), one(place._replace(column=column))
        if isinstance(value, str):
            found.append(is_text(cell, value))
        elif isinstance(value, (int, float)) and not isinstance(value, bool) and value in YEARS:
            found.append(is_value(cell, value))
    return found


def others(result: Result) -> Iterator[Line]:
    """Rows among and just below the institutions that are none: groups, totals, notes."""
    place, sheet = result.setup.areas["navn"], result.figures.sheet
    own = {row.row for row in result.figures.institutions.rows}
    for row in range(place.row, min(place.last_row + BELOW, len(sheet.rows) - 1) + 1):
        name = sheet.value(row, place.column)
        counts = row <= place.last_row or any(sheet.value(row, column) is not None for column in figure_columns(result))
        if row not in own and isinstance(name, str) and counts:
            cell = place._replace(row=row, last_row=row)
            yield Line(f"{cell} er ikke en institution", [is_text(cell.formula(), name)])


def labels(result: Result) -> Iterator[Line]:
    """The texts beside and over the cell of a setting, which say what it is and what it stands in."""
    ours = set(result.snapshot.ours.values())
    for key, place in result.setup.areas.items():
        if key not in SETTINGS or SETTINGS[key].kind != CELLE or place.sheet in ours:
            continue
        sheet = sheet_of(result.snapshot, place)
        found = texts(sheet, place._replace(column=max(0, place.column - BESIDE), last_column=place.column - 1))
        for row, column in ((place.row, place.column + 1), (place.row - 1, place.column)):
            value = sheet.value(row, column)
            if row >= 0 and (value is None or isinstance(value, str)):
                found.append(is_value(Area(place.sheet, row, column, row, column).formula(), value))
        yield from lines(f"{place}: {SETTINGS[key].label}", found)


def unused(result: Result) -> Iterator[Line]:
    """Labels of settings beside which nothing stands yet."""
    areas, snapshot = result.setup.areas, result.snapshot
    besides = {*snapshot.ours.values(), *(areas[key].sheet for key in OF_CHILDREN if key in areas)}
    for sheet in filter(None, map(snapshot.sheet, dict.fromkeys(place.sheet for place in areas.values()))):
        if sheet.name in besides:
            continue
        for row, values in enumerate(sheet.rows):
            for column, text in enumerate(values):
                if isinstance(text, str) and is_setting(text) and stands_alone(sheet, row, column):
                    cell = Area(sheet.name, row, column, row, column)
                    next_to = cell._replace(column=column + 1, last_column=column + 1)
                    yield Line(f"{cell}: {text}", [is_text(cell.formula(), text), is_value(next_to.formula(), None)])


def stands_alone(sheet: Sheet, row: int, column: int) -> bool:
    return all(sheet.value(row, column + right) is None for right in range(1, BESIDE + 1))


def rows_kept(result: Result, place: Area, columns: list[int]) -> str:
    """A condition that no row has come to the rows of an area, above, in or just below it, and none has gone."""
    whole = place._replace(row=max(0, place.row - 1), last_row=place.last_row + BELOW)
    sheet = sheet_of(result.snapshot, place)
    parts = [is_filled_as(sheet, whole._replace(column=column, last_column=column)) for column in columns]
    return f"AND({','.join(parts)})"


def of_table(result: Result) -> str:
    place = result.setup.areas["navn"]
    return rows_kept(result, place, sorted({place.column, *figure_columns(result)}))


def of_delivery(result: Result) -> str:
    delivered = result.figures.institutions.delivered
    assert delivered is not None
    columns = {delivered.names.column, *(criterion.column for criterion in delivered.used)}
    return rows_kept(result, delivered.names, sorted(columns))


def list_kept(result: Result, place: Area) -> str:
    """A condition that no child, or row of a delivery, is written below the last one."""
    below = place._replace(row=place.last_row, last_row=place.last_row + BELOW)
    return is_filled_as(sheet_of(result.snapshot, place), below)


def groups(result: Result, number: int) -> list[str]:
    """A condition that an institution is in the group it was in, where a column says which."""
    if "gruppe" not in result.setup.areas:
        return []
    place = result.figures.institutions.place(result.setup, "gruppe", number)
    value = result.figures.sheet.value(place.row, place.column)
    return [is_value(place.formula(), value)] if value is None or isinstance(value, (str, int, float)) else []
