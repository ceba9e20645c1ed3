"""Builds demo_budget.xlsx: a budget workbook as a finance department keeps one. Kommune and figures are fictive.

    python -m workbook_templates.demo_budget

The file is committed; building it again gives the same parts, which a test compares.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the file is there already; only building it needs XlsxWriter
    import xlsxwriter

FIL = "demo_budget.xlsx"
INPUT = "Solbakke budget 2027.xlsx"  # what the demo calls its copy

# Area, institution, type, 0-2 years, 3-5 years, base budget, share of children in need, told last year.
DAGTILBUD: tuple[tuple[str, tuple[tuple[str, str, int, int, int, float, int], ...]], ...] = (
    ("Dagtilbud Nordby", (
        ("Mosehuset", "Integreret", 24, 46, 6_018_400, 0.0412, 214_000),
        ("Lyngbakken", "Børnehave", 0, 62, 3_924_600, 0.0187, 98_000),
        ("Havørnen", "Integreret", 30, 54, 7_410_900, 0.0934, 702_000),
        ("Fjordglimt", "Selvejende", 18, 33, 4_317_200, 0.0291, 121_000),
        ("Kornblomsten", "Vuggestue", 36, 0, 4_601_800, 0.0655, 341_000))),
    ("Dagtilbud Sønderåsen", (
        ("Stjernehuset", "Integreret", 27, 51, 6_688_300, 0.1312, 884_000),
        ("Solhøj", "Integreret", 22, 48, 5_871_500, 0.0876, 492_000),
        ("Ællingen", "Vuggestue", 44, 0, 5_604_700, 0.0718, 428_000),
        ("Grønærten", "Børnehave", 0, 70, 4_420_100, 0.0533, 236_000),
        ("Møllehjulet", "Selvejende", 16, 38, 4_452_600, 0.0162, 74_000),
        ("Sommerfuglen", "Integreret", 33, 60, 8_012_900, 0.1645, 1_240_000))),
    ("Dagtilbud Vesterled", (
        ("Egelunden", "Integreret", 25, 49, 6_262_700, 0.0344, 189_000),
        ("Hundredmeterskoven", "Børnehave", 0, 58, 3_702_400, 0.0265, 104_000),
        ("Rønnebærhuset", "Integreret", 28, 52, 6_795_200, 0.0791, 507_000),
        ("Pilekvisten", "Integreret", 20, 40, 5_093_800, 0.0478, 229_000))),
    ("Dagtilbud Midtby", (
        ("Regnbuehuset", "Integreret", 32, 57, 7_690_600, 0.1108, 872_000),
        ("Spilopperne", "Vuggestue", 30, 0, 3_846_300, 0.0977, 402_000),
        ("Tinghøj", "Integreret", 26, 50, 6_449_100, 0.0589, 351_000),
        ("Krudthuset", "Børnehave", 0, 66, 4_183_500, 0.0402, 201_000),
        ("Bakkegården", "Selvejende", 21, 44, 5_480_700, 0.0226, 118_000))),
)
FORUDSAETNINGER = (
    ("Socioøkonomisk pulje, afsat i budgettet", 7_250_000, "kr"),
    ("Heraf central pulje til kompetenceudvikling", 350_000, "kr"),
    ("Til fordeling", "=B3-B4", "kr"),
    ("", "", ""),
    ("Vægt 0-2-årige", 1.8, "tal"),
    ("Minimumsgrænse", 0.025, "pct"),
    ("Loft pr. barn", 9_000, "kr"),
)
CREATED = datetime.datetime(2026, 8, 31, 12, 0, 0)


def build(path: Path) -> None:
    """Writes the workbook."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Solbakke Kommune, dagtilbud, budget 2027 (fiktiv)", "author": "Økonomi",
                         "created": CREATED})
    looks = {name: book.add_format(look) for name, look in {
        "titel": {"bold": True, "font_size": 14}, "hoved": {"bold": True, "text_wrap": True, "bottom": 1,
                                                            "bg_color": "#E2EFDA", "valign": "top"},
        "fed": {"bold": True}, "kr": {"num_format": '#,##0" kr."'}, "pct": {"num_format": "0.0%"},
        "tal": {"num_format": "0.0"}, "sum": {"bold": True, "top": 1, "num_format": "#,##0"}}.items()}
    front(book, looks)
    assumptions(book, looks)
    last = institutions(book, looks)
    book.define_name("Pulje_2027", "=Forudsætninger!$B$5")
    chart(book, last)
    book.close()


def front(book: xlsxwriter.Workbook, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Forside")
    sheet.insert_textbox("B2", "Solbakke Kommune\nBudget 2027, dagtilbud\n(fiktive institutioner og tal)",
                         {"width": 420, "height": 110, "font": {"size": 16}})
    sheet.write("B9", "Udarbejdet af Økonomi. Indstilling til Børneudvalget.")


def assumptions(book: xlsxwriter.Workbook, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Forudsætninger")
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 1, 18)
    sheet.write(0, 0, "Forudsætninger for socioøkonomisk tildeling 2027", looks["titel"])
    for row, (label, value, look) in enumerate(FORUDSAETNINGER, 2):
        if not label:
            continue
        sheet.write(row, 0, label)
        if isinstance(value, str):
            sheet.write_formula(row, 1, value, looks[look], FORUDSAETNINGER[0][1] - FORUDSAETNINGER[1][1])
        else:
            sheet.write_number(row, 1, value, looks[look])
    sheet.write_comment("B8", "Besluttet af Børneudvalget: midlerne skal ikke spredes for tyndt ud.",
                        {"author": "Økonomi"})


def institutions(book: xlsxwriter.Workbook, looks: dict[str, Any]) -> int:
    """The table, with group rows and sums; returns its last row."""
    sheet = book.add_worksheet("Dagtilbud")
    sheet.write(0, 0, "Dagtilbud, budget 2027", looks["titel"])
    sheet.write(1, 0, "Børnetal pr. 31. august. Andel udsatte: gennemsnit for de indskrevne børn.")
    headings = ("Afd.nr.", "Institution", "Type", "0-2 årige", "3-5 årige", "Grundbudget", "Andel udsatte",
                "Soc.øk. tildeling 2026", "Bemærkning")
    for column, (heading, width) in enumerate(zip(headings, (9, 30, 13, 9, 9, 16, 10, 16, 24))):
        sheet.set_column(column, column, width)
        sheet.write(3, column, heading, looks["hoved"])
    row, number, sums = 4, 5100, []
    for area, members in DAGTILBUD:
        sheet.write(row, 0, area, looks["fed"])
        first = row + 1
        for name, kind, young, old, base, need, before in members:
            row, number = row + 1, number + 7
            sheet.write_row(row, 0, [number, name, kind, young, old])
            sheet.write_number(row, 5, base, looks["kr"])
            sheet.write_number(row, 6, need, looks["pct"])
            sheet.write_number(row, 7, before, looks["kr"])
            if kind == "Selvejende":
                sheet.write(row, 8, "Driftsoverenskomst")
        row += 1
        put_sum(sheet, row, f"{area} i alt", f"SUM({{0}}{first + 1}:{{0}}{row})", [members], looks["sum"])
        sums.append(row)
        row += 1
    total = "+".join(f"{{0}}{at + 1}" for at in sums)
    put_sum(sheet, row, "I alt", total, [members for _, members in DAGTILBUD], looks["sum"])
    sheet.freeze_panes(4, 2)
    sheet.data_validation(4, 2, row, 2, {"validate": "list",
                                         "source": ["Integreret", "Børnehave", "Vuggestue", "Selvejende"]})
    sheet.conditional_format(4, 6, row, 6, {"type": "data_bar"})
    return row


def put_sum(sheet: xlsxwriter.worksheet.Worksheet, row: int, label: str, formula: str, blocks: list[Any],
            look: xlsxwriter.format.Format) -> None:
    sheet.write(row, 1, label, look)
    for letter, part in (("D", 2), ("E", 3), ("F", 4), ("H", 6)):
        value = sum(member[part] for members in blocks for member in members)
        sheet.write_formula(f"{letter}{row + 1}", "=" + formula.format(letter), look, value)


def chart(book: xlsxwriter.Workbook, last: int) -> None:
    drawn = book.add_chart({"type": "bar"})
    drawn.add_series({"name": "Grundbudget", "categories": "=Dagtilbud!$B$6:$B$10",
                      "values": "=Dagtilbud!$F$6:$F$10"})
    drawn.set_title({"name": "Grundbudget, Nordby"})
    book.get_worksheet_by_name("Forside").insert_chart("B12", drawn, {"description": "Grundbudget i Nordby"})


if __name__ == "__main__":
    build(Path(__file__).with_name(FIL))
