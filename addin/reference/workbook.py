"""The reference as a workbook: a sheet per group, each function with an example whose formula is live."""

from __future__ import annotations

import datetime
import io
import math

import xlsxwriter

from addin.describe import Description, descriptions
from addin.reference import words
from addin.reference.shown import EXPECTED, LIVE, Shown, area, lay, of_function, of_recipe
from addin.reference.worksheet import IN_ARRAY, PlainWorksheet
from udfs import catalogue
from workbook_templates.opskrifter import OPSKRIFTER, Opskrift
from workbook_templates.styles import STYLES

A4 = 9
CALC_ID = 191029  # of an Excel that need not compute the file again
CREATED = datetime.datetime(2026, 11, 22, 12, 0, 0)
FRONT = "Oversigt"
NAMES, FIGURES, LAST = 24, 13, 10  # widths of the first column and of the others, and the last column
LETTERS = FIGURES * LAST  # how many fit on a line of help
LINE = 15  # points
OK, WRONG, MISSING = "OK", "IKKE OK", "Fordel er ikke installeret"
NOBODY = "Ikke beregnet endnu"  # what a check says in the file: no spreadsheet program has computed it
NOISE = 1e-9  # two programs may differ in the last digits of a power


def workbook() -> bytes:
    """The same bytes every time, but for the packing of the zip."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.calc_on_load = False  # without the add-in, computing would turn every example into #NAME?
    book.set_calc_mode("auto", CALC_ID)
    book.set_properties({"title": words.TITEL, "author": "Fordel", "created": CREATED})
    places = {found.name: 0 for found in descriptions()}
    front = _Page(book, FRONT, words.TITEL, words.INDLEDNING)
    for group in catalogue.GROUPS:
        page = _Page(book, group, group, words.FEJL)
        for found in descriptions():
            if found.group == group:
                places[found.name] = page.row
                page.function(found)
    page = _Page(book, words.OPSKRIFTER, words.OPSKRIFTER, words.OPSKRIFTER_INDLEDNING)
    for recipe in OPSKRIFTER:
        page.recipe(recipe)
    front.contents(places)
    book.close()
    return out.getvalue()


class _Page:
    """A sheet that is filled from above; `row` is the next free one."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, title: str, text: str) -> None:
        self.looks = {style: book.add_format(STYLES[style]) for style in
                      ("titel", "afsnit", "fed", "brudt", "tekst", "hoved", "input", "tal", "ok", "god", "daarlig")}
        self.sheet: PlainWorksheet = book.add_worksheet(name, PlainWorksheet)
        self.sheet.set_column(0, 0, NAMES)
        self.sheet.set_column(1, LAST, FIGURES)
        self.sheet.hide_gridlines(2)
        self.sheet.set_paper(A4)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        self.sheet.set_footer("&L&8&F, &A&R&8Side &P af &N")
        self.row = 0
        self.sheet.write_string(0, 0, title, self.looks["titel"])
        self.sheet.set_row(0, 24)
        self.row = 1
        self.wide("", text)
        self.row += 1

    def contents(self, places: dict[str, int]) -> None:
        """Each function with a link to where it is described."""
        for group in catalogue.GROUPS:
            self.heading(group)
            for found in descriptions():
                if found.group == group:
                    target = f"internal:'{group}'!A{places[found.name] + 1}"
                    self.sheet.write_url(self.row, 0, target, string=found.name, tip=words.typed(found))
                    self.wide(None, found.title)
            self.row += 1
        self.sheet.write_url(self.row, 0, f"internal:'{words.OPSKRIFTER}'!A1", string=words.OPSKRIFTER)
        self.wide(None, words.OPSKRIFTER_INDLEDNING)

    def function(self, described: Description) -> None:
        self.heading(described.name)
        self.wide("Hvad den giver", f"{described.title} {described.text}".strip())
        self.wide("Skrives", f"={words.typed(described)}")
        for argument in described.arguments:
            self.wide(words.argument(argument), argument.help)
        for label, text in (("Resultat", described.result), ("Fejl", described.errors),
                            ("Formel", described.formula), ("Kilde", described.source)):
            self.wide(label, text)
        self.example(of_function(described))

    def recipe(self, one: Opskrift) -> None:
        self.heading(one.titel)
        self.wide("Hvornår", one.forklaring)
        self.example(of_recipe(one))

    def heading(self, text: str) -> None:
        for column in range(LAST + 1):
            self.sheet.write_blank(self.row, column, None, self.looks["afsnit"])
        self.sheet.write_string(self.row, 0, text, self.looks["afsnit"])
        self.row += 1

    def wide(self, label: str | None, text: str) -> None:
        """A label and a text over the rest of the line, as high as it needs. Without a label the first cell is left."""
        first = 1 if label is None or label else 0
        if label:
            self.sheet.write_string(self.row, 0, label, self.looks["brudt"])
        self.sheet.merge_range(self.row, first, self.row, LAST, "", self.looks["brudt"])
        self.sheet.write_string(self.row, first, text, self.looks["brudt"])
        lines = max(math.ceil(len(text) / LETTERS), math.ceil(len(label or "") / NAMES), 1)
        self.sheet.set_row(self.row, LINE * lines)
        self.row += 1

    def example(self, shown: Shown) -> None:
        """Inputs, the live result with its value now, what it must be, and whether it is."""
        laid = lay(shown, self.row + 1, 1)
        wide = len(shown.result[0])
        expected = laid.column + wide
        self.sheet.write_string(self.row, 0, "Eksempel", self.looks["fed"])
        self.sheet.write_string(self.row, 1, laid.formula, self.looks["fed"])
        headings = [(column, text, len(field.rows[0])) for (_, column, text), field in zip(laid.headings, shown.fields)]
        self.over(self.row + 1, [*headings, (laid.column, LIVE, wide), (expected, EXPECTED, wide)])
        for row, column, value in laid.cells:
            self.put(row, column, value, "input")
        formula = laid.formula.replace(";", ",")
        live = area(laid.row, laid.column, shown.result)
        self.sheet.write_array_formula(live, formula, self.looks["tal"], computed(shown.result[0][0]))
        for down, line in enumerate(shown.result):
            for right, value in enumerate(line):
                if down or right:
                    self.sheet.write_formula(laid.row + down, laid.column + right, IN_ARRAY, self.looks["tal"], value)
                self.put(laid.row + down, expected + right, value, "tal")
        self.check(laid.last_row + 1, shown, formula.removeprefix("="), area(laid.row, expected, shown.result))
        self.row = laid.last_row + 3

    def over(self, row: int, headings: list[tuple[int, str, int]]) -> None:
        """Headings, each over as many columns as it names."""
        for column, text, wide in headings:
            if wide > 1:
                self.sheet.merge_range(row, column, row, column + wide - 1, text, self.looks["hoved"])
            else:
                self.sheet.write_string(row, column, text, self.looks["hoved"])
        if any(len(text) > FIGURES * wide - 1 for _, text, wide in headings):
            self.sheet.set_row(row, 2 * LINE)

    def check(self, row: int, shown: Shown, call: str, expected: str) -> None:
        """One answer in a formula that calls once more, so that no program shows an old one."""
        words_in_it = any(isinstance(value, str) for line in shown.result for value in line)
        differs = f'(({call})&"")<>({expected}&"")' if words_in_it else f"ABS(({call})-{expected})>{NOISE}"
        formula = f'=IFERROR(IF(SUM(--({differs}))=0,"{OK}","{WRONG}"),"{MISSING}")'
        self.sheet.write_string(row, 0, "Stemmer det?", self.looks["fed"])
        self.sheet.write_array_formula(row, 1, row, 1, formula, self.looks["ok"], NOBODY)
        for text, look in ((OK, "god"), (WRONG, "daarlig"), (MISSING, "daarlig")):
            self.sheet.conditional_format(row, 1, row, 1, {"type": "cell", "criteria": "==", "value": f'"{text}"',
                                                           "format": self.looks[look]})

    def put(self, row: int, column: int, value: object, style: str) -> None:
        look = self.looks[style]
        if value is None or value == "":
            self.sheet.write_blank(row, column, None, look)
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, look)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, look)
        else:
            self.sheet.write_number(row, column, value, look)


def computed(value: object) -> object:
    """What a formula's cell holds before any program has computed it: never that all is well."""
    return NOBODY if value == OK else value
