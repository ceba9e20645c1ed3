"""What is said of the example goes with it; and on paper no part is parted that has a page's room."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest

from addin.filejobs.skabelon.layout import lay
from addin.filejobs.skabelon.write import pages, workbook
from addin.sheets.sider import ABOVE, LINE, LONG, SHORT
from tests.addin.filejobs.skabelon.test_templates import rows_of
from workbook_templates import skabeloner
from workbook_templates.skabeloner.faelles import VEJLEDNING, vejledning
from workbook_templates.skabeloner.form import Tekst

every = pytest.mark.parametrize("navn", skabeloner.NAVNE)


def about_it(navn: str) -> dict[str, set[str]]:
    """The texts about the example, by sheet."""
    template = skabeloner.skabelon(navn)
    return {ark.navn: {part.tekst for part in ark.indhold if isinstance(part, Tekst) and part.om_eksemplet}
            for ark in (vejledning(template), *template.ark) if not ark.kun_eksempel}


def book(navn: str, empty: bool) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(skabeloner.skabelon(navn), empty)))


def shown(sheet: Any) -> set[str]:
    return {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}


@every
def test_an_empty_one_says_nothing_of_an_example_that_is_not_there(navn: str) -> None:
    full, empty, told = book(navn, False), book(navn, True), about_it(navn)
    assert told[VEJLEDNING]
    for name, texts in told.items():
        assert texts <= shown(full[name]) and not texts & shown(empty[name])
    beside = {text for sheet in empty if sheet.title != VEJLEDNING for text in shown(sheet)}
    assert [text for text in beside if re.search("eksempl", text, re.IGNORECASE)] == []


@every
def test_clearing_the_example_clears_what_is_said_of_it(navn: str) -> None:
    made = book(navn, False)
    for name, texts in about_it(navn).items():
        named = made[name].defined_names.get("Eksempel")
        cleared = {cell.value for _, area in (named.destinations if named else ()) for row in rows_of(made[name], area)
                   for cell in row}
        assert texts <= cleared, name


@every
def test_on_paper_a_page_begins_where_a_part_does_or_within_one_that_is_more_than_a_page(navn: str) -> None:
    template = skabeloner.skabelon(navn)
    for laid in lay(template, (vejledning(template), *template.ark)).sheets:
        for row in pages(laid) if len(laid.headings) != 1 else ():
            first = max((at for at in laid.begins if at <= row), default=0)
            last = min((at for at in laid.begins if at > row), default=laid.rows)
            points = sum(laid.heights.get(at, LINE) for at in range(first, last))
            assert row == first or points > (SHORT if laid.ark.liggende else LONG) - ABOVE, (laid.ark.navn, row)


def test_the_questions_of_the_network_are_on_two_pages_and_the_second_begins_with_a_heading() -> None:
    template = skabeloner.skabelon("netvaerksmaaling")
    laid = next(each for each in lay(template, template.ark).sheets if each.ark.navn == "Svar")
    (row,) = pages(laid)
    assert next(put for put in laid.puts if put.row == row).style == "afsnit"
