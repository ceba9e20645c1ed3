"""The copy that may leave the house, from the pane: of the file Excel gives, opened as new workbooks."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from addin.clock import now
from addin.filejobs.klargoer import klargoer
from addin.version import VERSION
from tests.addin.filejobs.files import distributed, houses, large
from tests.addin.hosts.excel.web.books import Books
from tests.addin.hosts.excel.web.chromium import Pane
from tests.addin.hosts.excel.web.states import FORM, ready
from tests.addin.hosts.files.web.page import FILL

pytestmark = pytest.mark.chromium

ANSWERS = {"klargoer alligevel": "Udvalget kender tallene", "klargoer valgt af": "Børneudvalget"}
SETS = {"ExcelApi": "1.20", "SharedRuntime": "1.2"}


def given(pane: Pane, data: bytes, folder: Path, **settings: object) -> None:
    """A workbook is open, and this is its file."""
    ready(pane, Books(folder))
    pane.open_book({"name": "Budget fordelt.xlsx", "sheets": [{"name": "Ark", "cells": []}]}, **settings)
    pane.run("(file) => { standin.file = file; standin.created.length = 0; }", base64.b64encode(data).decode())


def opened(pane: Pane, number: int) -> bytes:
    pane.run("(number) => document.querySelectorAll('#answer p > button')[number].click()", number)
    pane.until("(_) => standin.created.length > 0")
    (made,) = pane.run("() => standin.created.splice(0)")
    return base64.b64decode(made)


@pytest.mark.parametrize("small", [False, True], ids=["without a question", "with small counts"])
def test_the_copy_and_its_list_are_opened_as_new_workbooks(pane: Pane, tmp_path: Path, small: bool) -> None:
    data, choices = distributed(houses() if small else large(), tmp_path), ANSWERS if small else {}
    began = now()
    given(pane, data, tmp_path)
    before = pane.run("() => standin.state()")
    pane.press("klargoer")
    said = pane.answer()
    assert ("Skovbrynet (4 børn)" in said) is small
    while pane.run(FORM):
        pane.run(f"(answers) => {{ ({FILL})(answers); document.getElementById('answer').hidden = true; }}", ANSWERS)
        said = pane.answer()
    assert "gem den som Budget klargjort.xlsx" in said and "gem den som Budget klargjort udeladt.xlsx" in said
    made = [klargoer("Budget fordelt.xlsx", data, choices, moment, VERSION) for moment in (began, now())]
    assert opened(pane, 0) in [each.copy for each in made] and opened(pane, 1) in [each.list for each in made]
    assert pane.run("() => standin.held()") == 0 and pane.run("() => standin.state()") == before


def test_a_workbook_that_is_not_distributed_is_refused_and_one_may_stop(pane: Pane, tmp_path: Path) -> None:
    data = distributed(houses(), tmp_path)
    given(pane, (tmp_path / "ind.xlsx").read_bytes(), tmp_path)
    pane.press("klargoer")
    assert "Kør først fordel pulje" in pane.answer()
    given(pane, data, tmp_path)
    pane.press("klargoer")
    pane.answer()
    pane.ask("click", selector="#cancel")
    assert "stoppet" in pane.answer() and pane.run("() => standin.created") == []


def test_where_excel_gives_no_file_the_way_to_the_page_is_shown(pane: Pane, tmp_path: Path) -> None:
    given(pane, b"", tmp_path, sets=SETS)
    pane.press("klargoer")
    assert "Excel på nettet giver ikke et tilføjelsesprogram hele filen" in pane.answer()
    assert pane.run("() => document.querySelector('#answer a').getAttribute('href')") == "index.html"
