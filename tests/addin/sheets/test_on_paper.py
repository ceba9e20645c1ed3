"""The sheets as LibreOffice prints them, for 6 to 120 recipients: the size of the letters, where pages begin
and end, and that nothing is cut. How large letters are is promised for Calibri; a machine without it has wider ones,
and then they are as much smaller, which is measured."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from addin.sheets import sider
from addin.sheets.tabel import NAVNE
from addin.workbook import SheetPlan
from tests.addin.sheets.committee import example
from tests.addin.sheets.printed import Page, Printed, printed
from tests.planning import Case, case
from workbook_templates import fordeling, fordeling_bilag, fordeling_kontrol, fordeling_trin, opsaetning

pytestmark = pytest.mark.soffice
SAG = {"kommune": "Solbakke Kommune", "budgetaar": "2027", "sagsnummer": "27/1234", "sagsdato": "20. oktober 2026",
       "datakilde": "Danmarks Statistik", "boern_pr": "1. august 2026", "noegle_pr": "1. januar 2026",
       "kontakt": "Børn og Unge, Økonomi"}
HEADS = ["Institution", "Område", "Børn", "Talte", "Sidste år", "Grundbudget", "Ansøgt"]
KEYS = ("navn", "gruppe", "boern", "noegle", "sidste_aar", "grundbudget", "ansoegt")
SHEETS = (fordeling.ARK, fordeling_bilag.ARK, fordeling_trin.ARK, fordeling_kontrol.ARK, opsaetning.ARK)
NATURAL = fordeling_kontrol.NOEGLE  # its pages begin where the program has no more room
FEWEST = 5  # lines of a page
PERCENT = 100 / sider.LETTER  # of a point
SIDE, ROUNDED = sider.BESIDE / 2, 6  # points of a margin, and of what widths are rounded to


def houses(n: int, keys: tuple[str, ...], group: int = 6, **terms: object) -> Case:
    """So many, of different sizes, in groups of so many."""
    rows = [[f"Børnehuset {number:03}", f"Dagtilbud {number // group + 1}", 40 + 7 * number % 43, 3 + 5 * number % 23,
             60_000 + 17_000 * number % 290_000, 3_000_000 + 70_001 * number, 250_000 + 1_000 * number]
            for number in range(n)]
    columns = {key: f"Ark!${chr(ord('A') + at)}$2:${chr(ord('A') + at)}${n + 1}" for at, key in enumerate(KEYS)
               if key in keys}
    return case({"Ark": [HEADS, *rows]}, columns, **{"pulje": 180_000 * n, **SAG, **terms})


def given(n: int) -> Case:
    return houses(n, KEYS[:-1], taerskel=0.08, loft=6_000, pl=0.032)


CASES = {"6": given(6), "12": example(**SAG), **{str(n): given(n) for n in (16, 20, 24, 40, 120)},
         "12 i høring": example(udgave="høring", hoeringsfrist="20. november 2026", **SAG),
         "besparelse": houses(24, ("navn", "gruppe", "boern", "noegle", "grundbudget"), retning="besparelse"),
         "ansøgninger": houses(24, ("navn", "gruppe", "boern", "noegle", "ansoegt"))}


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    return printed(CASES, tmp_path_factory.mktemp("papir"))


def sheets(taken: Printed) -> Iterator[tuple[SheetPlan, list[Page]]]:
    """Our sheets that are printed, by their plan."""
    for name, plan in taken.plans.items():
        if name.split(" (")[0] in SHEETS:
            yield plan, taken.pages[name]


def front(taken: Printed) -> tuple[SheetPlan, list[Page]]:
    return next(iter(sheets(taken)))


@pytest.mark.parametrize("name", CASES)
def test_the_page_has_letters_of_nine_points_and_working_papers_of_seven(paper: dict[str, Printed], name: str) -> None:
    """All of them, the picture's too: as wide as Calibri's at the least, and else as much smaller as they are wider."""
    taken = paper[name]
    wider = max(1.0, taken.digit / sider.LIBREOFFICE)
    bounds = {fordeling.NOEGLE: 9, fordeling_trin.NOEGLE: 7, fordeling_kontrol.NOEGLE: 7}
    for plan, pages in sheets(taken):
        least = min(size for page in pages for size in page.sizes)
        bound = bounds.get(plan.key.split(" ")[0], 7)
        assert (least + 1 / PERCENT) * wider >= bound, plan.name  # programs print in whole percent
        if wider == 1:
            assert least >= bound, plan.name


@pytest.mark.parametrize("name", CASES)
def test_it_is_printed_as_large_as_is_reckoned(paper: dict[str, Printed], name: str) -> None:
    """From how wide a digit is here."""
    plan, pages = front(paper[name])
    assert plan.print_columns is not None
    reckoned = sider.scale(plan, plan.print_columns, paper[name].digit)
    body = max(set(pages[0].sizes), key=pages[0].sizes.count)
    if plan.pages_tall:
        assert body * PERCENT <= reckoned + 1  # it may be its height that decides
    else:
        assert body * PERCENT == pytest.approx(reckoned, abs=1.5)


@pytest.mark.parametrize("name", CASES)
def test_pages_are_those_that_are_planned_and_none_is_nearly_empty(paper: dict[str, Printed], name: str) -> None:
    for plan, pages in sheets(paper[name]):
        planned = len(plan.breaks) + 1
        if not plan.key.startswith(NATURAL):
            assert planned <= len(pages) <= planned * plan.pages_wide, plan.name
        assert all(len(page.lines) >= FEWEST for page in pages), plan.name


def test_few_are_one_page_also_with_lines_of_the_case_and_in_a_draft(paper: dict[str, Printed]) -> None:
    for name in ("6", "12", "12 i høring"):
        plan, pages = front(paper[name])
        assert (len(pages), plan.pages_tall, plan.breaks) == (1, 1, ()), name
        assert pages[0].lines[-1].startswith("Kontrol:"), name
    assert front(paper["12 i høring"])[1][0].lines[1].startswith("Solbakke Kommune · UDKAST I HØRING til")


@pytest.mark.parametrize("name", CASES)
def test_no_heading_is_the_last_of_a_page(paper: dict[str, Printed], name: str) -> None:
    """Of the first pages of several beside each other: on the others the names of rows stand alone."""
    for plan, pages in sheets(paper[name]):
        heads = {str(cell.value) for cell in plan.cells
                 if cell.value and {"afsnit", "gruppe", "hoved_venstre"} & set(cell.style.split())}
        for page in pages:
            assert page.lines[-1] not in heads, f"{plan.name}: {page.lines[-1]}"


@pytest.mark.parametrize("name", ["16", "20", "24", "40", "120", "besparelse", "ansøgninger"])
def test_headings_stand_over_each_page_of_the_table_and_over_no_other(paper: dict[str, Printed], name: str) -> None:
    plan, pages = front(paper[name])
    rows = {cell.row for cell in plan.cells if cell.column == NAVNE and str(cell.value).startswith("Børnehuset")}
    starts = [0, *plan.breaks]
    assert len(starts) == len(pages) > 1 and pages[0].lines[0].startswith(("Fordeling", "Besparelse"))
    for page, first, after in zip(pages, starts, [*starts[1:], max(rows) + 1]):
        headings = [number for number, line in enumerate(page.lines) if "Institution" in line]
        of_table = rows & set(range(first, after))
        assert len(headings) == bool(of_table) and (first == 0 or max(headings, default=0) < 3), page.lines
    assert pages[-1].lines[-1].startswith("Kontrol:")


@pytest.mark.parametrize("name", CASES)
def test_no_page_for_the_committee_is_less_than_half_full(paper: dict[str, Printed], name: str) -> None:
    plan, pages = front(paper[name])
    starts = [0, *plan.breaks, max(cell.row for cell in plan.cells) + 1]
    assert plan.print_columns is not None
    half = sider.room(plan, sider.scale(plan, plan.print_columns)) / 2
    assert all(sider.height(plan, first, after - 1) >= half for first, after in zip(starts, starts[1:]))


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_cut(paper: dict[str, Printed], name: str) -> None:
    """Each text of the page is on it, none goes on past its last column, and no number has too little room."""
    for plan, pages in sheets(paper[name]):
        assert not any("##" in line for page in pages for line in page.lines), plan.name
    plan, pages = front(paper[name])
    assert plan.print_columns is not None
    text = " ".join(" ".join(line for page in pages for line in page.lines).split())
    for cell in plan.cells:
        if isinstance(cell.value, str) and cell.column < plan.print_columns and "hoved" not in cell.style:
            assert "".join(cell.value.split()) in "".join(text.split()), cell
    for chart in plan.charts:
        assert chart.title in text and chart.axis in text
        at = chart.categories
        bars = [str(cell.value) for cell in paper[name].plans[at.sheet].cells
                if cell.column == at.column and at.row <= cell.row <= at.last_row]
        assert [bar for bar in bars if text.count(bar) < 2] == []  # in the table, and beside its bar
    body = max(set(pages[0].sizes), key=pages[0].sizes.count)
    percent = round(body * PERCENT)  # programs print in whole percent, and sizes are in tenths of a point
    edge = SIDE + sider.width(plan, plan.print_columns) * paper[name].digit * percent / sider.FULL
    for page in pages:
        for word in page.words:
            assert word.right <= edge + ROUNDED, word


