"""What stands around the user's figures and would make another distribution of them: headings, titles and units over
them, labels beside settings, totals and groups between them, and rows below."""

from __future__ import annotations

from collections.abc import Iterator

from addin.dele.kerne import VISES_KUN
from addin.finding.institution import SUM
from addin.finding.labels import is_setting
from addin.run import celler
from addin.run.regnet import Regnet
from addin.settings.setup import sheet_of
from addin.sheets.kontrol.betingelser import Line, is_filled_as, is_text, is_value, lines, one
from addin.workbook import Area, Sheet
from workbook_templates.fordeling_kontrol import IKKE_OK, OK, STATUSNAVN
from workbook_templates.indstillinger import CELLE
from workbook_templates.opsaetning import CRITERIA, SETTINGS, TABLE_COLUMNS, TEXT_COLUMNS

ABOVE = 8  # rows over a table that may be headings and titles
BELOW = 100  # rows below a table where institutions may be written
BESIDE = 6  # columns left of a setting where its label may stand, and right of a label where its cell may
MORE = 20  # columns right of a table where another may come
OF_CHILDREN = ("barn_institution", "score_institution")
LAST_COLUMN = 16_383  # of a sheet
YEARS = range(1990, 2100)  # numbers that are headings


class Surroundings:
    """Makes the conditions of a run; `written` are the names of the sheets it writes."""

    def __init__(self, result: Regnet, written: frozenset[str]):
        self.result, self.areas, self.written = result, result.setup.areas, written
        self.table, self.sheet = self.areas["navn"], result.figures.sheet
        columns = {self.areas[key].column for key in TABLE_COLUMNS if key in self.areas and key not in TEXT_COLUMNS}
        self.figures = sorted(columns)
        self.free = {self.areas[key] for key in VISES_KUN if key in self.areas}  # what they say moves no amount
        self._answers: dict[str, set[tuple[int, int]]] = {}

    def lines(self) -> list[Line]:
        return [*self.headings(), *self.others(), *self.labels(), *self.unused()]

    def answers(self, sheet: Sheet) -> set[tuple[int, int]]:
        """The user's own cells that show something of ours, as the control's answer: it cannot follow from them too.
        They are known by their formulas, or by what they say where the host sees no formulas."""
        if sheet.name not in self._answers:
            self._answers[sheet.name] = self.found_answers(sheet)
        return self._answers[sheet.name]

    def found_answers(self, sheet: Sheet) -> set[tuple[int, int]]:
        if sheet.formulas is None:
            return {(row, column) for row, values in enumerate(sheet.rows) for column, value in enumerate(values)
                    if value in (OK, IKKE_OK)}
        names = {*self.written, *self.result.snapshot.ours.values()}
        ours = (STATUSNAVN.casefold(), *(f"{name}{end}!".casefold() for name in names for end in ("", "'")))
        return {place for place, text in sheet.formulas.items() if any(name in text.casefold() for name in ours)}

    # --------------------------------------------------------------------------------- above and between

    def headings(self) -> Iterator[Line]:
        """The rows over the table, and over the sheets the key is made from."""
        for place in (self.table, *(self.areas[key] for key in (*CRITERIA, "score_institution") if key in self.areas)):
            sheet = sheet_of(self.result.snapshot, place)
            width = min(max(map(len, sheet.rows)) + MORE, LAST_COLUMN)
            for row in range(max(0, place.row - ABOVE), place.row):
                whole = Area(place.sheet, row, 0, row, width)
                conditions = [is_filled_as(sheet, whole, self.answers(sheet)), *self.texts(sheet, whole)]
                yield from lines(f"{place.sheet}, række {row + 1} over tabellen", conditions)

    def texts(self, sheet: Sheet, place: Area) -> list[str]:
        """Conditions that the texts of a row are what they were, and that years are."""
        found = []
        for column in range(place.column, place.last_column + 1):
            value, cell = sheet.own(place.row, column), one(place._replace(column=column))
            if (place.row, column) in self.answers(sheet) or place._replace(column=column, last_column=column) in (
                    self.free):
                continue
            if isinstance(value, str):
                found.append(is_text(cell, value))
            elif isinstance(value, (int, float)) and not isinstance(value, bool) and value in YEARS:
                found.append(is_value(cell, value))
        return found

    def others(self) -> Iterator[Line]:
        """Rows among and just below the institutions that are none: groups, totals, notes."""
        place, sheet = self.table, self.sheet
        own = {row.row for row in self.result.figures.institutions.rows}
        for row in range(place.row, min(place.last_row + BELOW, len(sheet.rows) - 1) + 1):
            name = sheet.own(row, place.column)
            counts = row <= place.last_row or any(sheet.value(row, column) is not None for column in self.figures)
            if row not in own and isinstance(name, str) and counts:
                cell = place._replace(row=row, last_row=row)
                yield Line(f"{cell} er ikke en institution", [is_text(cell.formula(), name), *self.typed(row)])

    def typed(self, row: int) -> Iterator[str]:
        """Conditions that the numbers typed in a total are what they were: they follow nothing by themselves. Those of
        formulas do, and where no formulas are seen nobody knows which they are."""
        totals = {skipped.row for skipped in self.result.setup.rows.skipped if skipped.kind == SUM}
        for column in self.figures if row in totals else ():
            value, formulas = self.sheet.own(row, column), self.sheet.formulas
            if formulas is not None and (row, column) not in formulas and isinstance(value, (int, float)):
                yield is_value(Area(self.sheet.name, row, column, row, column).formula(), value)

    # --------------------------------------------------------------------------------- settings

    def labels(self) -> Iterator[Line]:
        """The texts beside and over the cell of a setting, which say what it is and what it stands in."""
        ours = set(self.result.snapshot.ours.values())
        for key, place in self.areas.items():
            if key not in SETTINGS or SETTINGS[key].kind != CELLE or place.sheet in ours or place in self.free:
                continue
            sheet = sheet_of(self.result.snapshot, place)
            left = place._replace(column=max(0, place.column - BESIDE), last_column=place.column - 1)
            found = self.texts(sheet, left)
            for row, column in ((place.row, place.column + 1), (place.row - 1, place.column)):
                value = sheet.own(row, column)
                if row >= 0 and (row, column) not in self.answers(sheet) and (value is None or isinstance(value, str)):
                    found.append(is_value(Area(place.sheet, row, column, row, column).formula(), value))
            yield from lines(f"{place}: {SETTINGS[key].label}", found)

    def unused(self) -> Iterator[Line]:
        """Labels of settings beside which nothing stands yet."""
        snapshot = self.result.snapshot
        besides = {*snapshot.ours.values(), *(self.areas[key].sheet for key in OF_CHILDREN if key in self.areas)}
        for sheet in filter(None, map(snapshot.sheet, dict.fromkeys(place.sheet for place in self.areas.values()))):
            if sheet.name in besides:
                continue
            for row, values in enumerate(sheet.rows):
                for column, read in enumerate(values):
                    text = sheet.own(row, column) if isinstance(read, str) else None
                    if isinstance(text, str) and text and stands_alone(sheet, row, column) and is_setting(read):
                        cell = Area(sheet.name, row, column, row, column)
                        next_to = cell._replace(column=column + 1, last_column=column + 1)
                        same = [is_text(cell.formula(), text), is_value(next_to.formula(), None)]
                        yield Line(f"{cell}: {text}", same)

    # --------------------------------------------------------------------------------- rows

    def of_table(self) -> list[Line]:
        return self.rows_kept(self.table, {self.table.column, *self.figures})

    def of_delivery(self) -> list[Line]:
        delivered = self.result.figures.institutions.delivered
        if delivered is None:
            return []
        return self.rows_kept(delivered.names, {delivered.names.column, *(each.column for each in delivered.used)})

    def rows_kept(self, place: Area, columns: set[int]) -> list[Line]:
        """No row has come to the rows of an area, above, in or just below it, and none has gone."""
        whole = place._replace(row=max(0, place.row - 1), last_row=place.last_row + BELOW)
        sheet = sheet_of(self.result.snapshot, place)
        return lines(f"{place.sheet}, rækkerne i tabellen", [
            is_filled_as(sheet, whole._replace(column=column, last_column=column), self.answers(sheet))
            for column in sorted(columns)])

    def list_kept(self, place: Area) -> str:
        """A condition that nothing is written below the last row of a list."""
        below = place._replace(row=place.last_row, last_row=place.last_row + BELOW)
        sheet = sheet_of(self.result.snapshot, place)
        return is_filled_as(sheet, below, self.answers(sheet))


def stands_alone(sheet: Sheet, row: int, column: int) -> bool:
    return all(sheet.own(row, column + right) is None for right in range(1, BESIDE + 1))


def groups(result: Regnet, number: int) -> list[str]:
    """A condition that an institution is in the group it was in, where a column says which."""
    if "gruppe" not in result.setup.areas:
        return []
    place = result.figures.institutions.place(result.setup, "gruppe", number)
    value = result.figures.sheet.value(place.row, place.column)
    if value is None or isinstance(value, (str, int, float)):
        return [is_value(celler.cell(result, place), value)]
    return []
