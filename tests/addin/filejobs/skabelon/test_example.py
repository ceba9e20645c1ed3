"""What is said of the example goes with it."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest

from addin.filejobs.skabelon.write import workbook
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
