"""Names of a sheet are that sheet's, whatever it is called."""

from __future__ import annotations

import pytest
import xlsxwriter

from addin.hosts.files.forms import define
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.workbook import Cell, Plan, SheetPlan, quoted
from tests.addin.hosts.files.workbook_files import opened

NAMES = ("Solen", "Lars' hus", "Hus! 'Syd' & <Øst>", "A!B")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_a_sheet_is_that_sheets_and_one_that_is_hidden_is_the_one_that_is_said(name: str) -> None:
    sheets = [SheetPlan("første", "Først", [Cell(0, 0, 1)]),
              SheetPlan("x", name, [Cell(0, 0, 1)], hidden={"Fordel_skjult": '"det, der gives"'})]
    book = opened(scratch_workbook(Plan(sheets, {f"{quoted(name)}!Fordel_vist": "7", "Fordel_alle": "8"})))
    found = {key: (held.value, bool(held.hidden)) for key, held in book[name].defined_names.items()}
    assert found == {"Fordel_skjult": ('"det, der gives"', True), "Fordel_vist": ("7", False)}
    assert {key: (held.value, bool(held.hidden)) for key, held in book.defined_names.items()} == {
        "Fordel_alle": ("8", False)}


@pytest.mark.parametrize("name", ["to ord", "A1", "1a"])
def test_a_name_that_excel_does_not_take_is_a_bug_of_ours(name: str) -> None:
    book = xlsxwriter.Workbook("ingen.xlsx", {"in_memory": True})
    with pytest.warns(UserWarning), pytest.raises(ValueError, match="does not take"):
        define(book, name, "1")
