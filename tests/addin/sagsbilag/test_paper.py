"""What is printed: values, each known by its colour, and nothing of any other sheet."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from addin.sagsbilag import paper
from addin.workbook import Area, Formula, Highlight, Plan, SheetPlan
from workbook_templates.styles import properties


class Series(NamedTuple):
    values: Area


class Drawn(NamedTuple):
    """A chart, as far as what is printed knows of one: it may have areas anywhere in it."""

    title: str
    series: tuple[Series, ...]


def plan(edition: str = "") -> Plan:
    key = f" {edition}" if edition else ""
    page, other = SheetPlan("fordeling" + key, "Fordeling"), SheetPlan("trin" + key, "Fordeling trin")
    page.put(0, 0, "Fordeling af pulje", "titel")
    page.put(2, 0, "Solen")
    page.put(2, 1, Formula("='Fordeling trin'!B9", 0.025), "pct")
    page.put(3, 1, Formula("='Fordeling kontrol'!C4", "OK"), "ok")
    page.put(4, 1, Formula("=A99", ""), "kr")
    page.put(5, 7, "uden for papiret")
    page.print_columns = 2
    page.highlights.append(Highlight(Area("Fordeling", 3, 1, 3, 1), "OK", "god"))
    for row in range(8):
        other.put(row, 0, f"hemmeligt {row}")
        other.put(row, 3, Formula(f"=A{row}", row * 10), "kr")
    names, figures = Area("Fordeling trin", 5, 0, 6, 0), Area("Fordeling trin", 5, 3, 6, 3)
    page.charts.append(Drawn("Titel", (Series(names), Series(figures))))  # type: ignore[arg-type]
    return Plan([page, other])


def test_only_the_page_and_its_appendix_are_printed_in_that_order() -> None:
    both = plan()
    both.sheets.insert(0, SheetPlan("bilag", "Fordeling bilag"))
    both.sheets[0].put(0, 0, "Bilag", "titel")
    assert [sheet.name for sheet in paper.printed(both).sheets] == ["Fordeling", "Fordeling bilag"]
    assert [sheet.name for sheet in paper.printed(plan("høring")).sheets] == ["Fordeling"]


def test_values_are_printed_and_no_formula() -> None:
    (sheet,) = paper.printed(plan()).sheets
    assert not any(isinstance(cell.value, Formula) for cell in sheet.cells)
    assert {cell.value for cell in sheet.cells if cell.column < 2} == {"Fordeling af pulje", "Solen", 0.025, "OK", None}


def test_each_cell_with_text_has_a_colour_of_its_own_and_its_true_one_is_remembered() -> None:
    printed = paper.printed(plan())
    (cells,), (sheet,) = printed.cells, printed.sheets
    assert [cell.value for cell in cells.values()] == ["Fordeling af pulje", "Solen", 0.025, "OK"]
    assert [printed.colours[number] for number in cells] == ["#1F4E79", "#000000", "#000000", "#000000"]
    styles = {cell.value: cell.style for cell in sheet.cells}
    assert styles[0.025] == f"pct_paa_papir #{paper.FIRST_COLOUR + 2:06X}"  # 2,5 %, not 2,5%
    (mark,) = sheet.highlights
    assert styles["OK"].startswith("ok #") and "font_color" not in properties(mark.style)


def test_colours_go_on_from_the_one_sheet_to_the_other() -> None:
    both = plan()
    both.sheets.append(SheetPlan("bilag", "Fordeling bilag"))
    both.sheets[-1].put(0, 0, "Bilag", "titel")
    page, appendix = paper.printed(both).cells
    assert not page.keys() & appendix.keys() and len(appendix) == 1


def test_a_chart_brings_its_figures_and_nothing_else_of_their_sheet() -> None:
    (sheet,) = paper.printed(plan()).sheets
    (chart,) = sheet.charts
    held = {(cell.row, cell.column): cell.value for cell in sheet.cells}
    names, figures = (series.values for series in chart.series)  # type: ignore[attr-defined]
    for area, values in ((names, ["hemmeligt 5", "hemmeligt 6"]), (figures, [50, 60])):
        assert area.sheet == "Fordeling" and area.column >= sheet.print_columns
        assert [held[row, area.column] for row in range(area.row, area.last_row + 1)] == values
    assert not any(str(value).startswith("hemmeligt") for value in held.values()
                   if value not in ("hemmeligt 5", "hemmeligt 6"))


def test_the_plan_itself_is_as_it_was() -> None:
    given, again = plan("høring"), plan("høring")
    paper.printed(given)
    assert given == again


@pytest.mark.parametrize(("edition", "header"), [
    ("", ""), ("høring", "UDKAST I HØRING"), ("efter høring", ""), ("udkast 3", "UDKAST")])
def test_a_draft_says_so_over_every_page_and_in_its_title(edition: str, header: str) -> None:
    printed = paper.printed(plan(edition))
    assert printed.sheets[0].header == header
    assert printed.title == (f"{header}: " if header else "") + "Fordeling af pulje"
