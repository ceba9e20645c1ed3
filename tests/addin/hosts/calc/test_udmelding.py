"""The button *Udmelding* in a LibreOffice with the extension installed: the same pages as the command's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.addin.filejobs.files import distributed
from tests.addin.hosts.calc.conftest import Open
from tests.addin.sheets.committee import example
from tests.calc.office import Office
from tests.pools import RANDERS, houses

pytestmark = pytest.mark.soffice
CALLS, INSIDE = "tests.hosts_agree.calc_calls", "tests.addin.hosts.calc.inside"
ACCEPTED = "Børneudvalget, 3. november 2026"
SAID = {"krav": "1", "udgave": "endelig"}


def press(office: Office, **answers: object) -> str:
    return office.call(CALLS, "press", "udmelding", answers)


@pytest.fixture
def budget(opened: Callable[[Path], Open], tmp_path: Path) -> Path:
    return opened(example(budgetaar=2027).file(tmp_path / "Huse fordelt.xlsx")).path


def pages(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The cells of every page but the foot, which says when."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: [row for row in sheet.iter_rows(values_only=True)
                          if not re.search(r"lavet \d\d\.\d\d\.", str(row[0]))] for sheet in book.worksheets}


def test_what_is_open_is_asked_and_the_pages_are_those_of_the_command(
        office: Office, budget: Path, fordel: Callable[..., Any]) -> None:
    before = budget.read_bytes()
    assert "udkast eller endelig" in press(office)
    small = press(office, **SAID)
    assert "udmelding accepteret: " in small and "Skovbrynet (4 børn)" in small and "--" not in small
    assert list(budget.parent.glob("*udmelding*")) == []
    made = budget.with_name("Huse udmelding.xlsx")
    said = press(office, **SAID, **{"udmelding accepteret": ACCEPTED})
    assert f"Udmelding, et ark til hver modtager: {made}" in said and ACCEPTED in said
    assert budget.read_bytes() == before and not office.call(INSIDE, "newest", ["Ark", "A1"])["modified"]
    done = fordel("udmelding", budget, "--accepteret", ACCEPTED, "--krav", "1", "--udgave", "endelig", "--ud",
                  budget.with_name("kommando.xlsx"))
    assert done.code == 0, done.err
    assert pages(made) == pages(budget.with_name("kommando.xlsx")) and len(pages(made)) == 12
    assert openpyxl.load_workbook(made).defined_names["Fordel_skabelon"].attr_text == '"opfoelgning 1"'


def test_the_pages_of_several_pools_are_those_of_the_command(
        office: Office, tmp_path: Path, fordel: Callable[..., Any]) -> None:
    path = houses(*RANDERS, budgetaar=2027).file(tmp_path / "Puljer.xlsx")
    assert office.show(str(path))
    try:
        said = press(office, **SAID, **{"udmelding accepteret": ACCEPTED})
    finally:
        office.close()
    made = path.with_name("Puljer udmelding.xlsx")
    assert str(made) in said
    done = fordel("udmelding", path, "--accepteret", ACCEPTED, "--krav", "1", "--udgave", "endelig", "--ud",
                  path.with_name("kommando.xlsx"))
    assert done.code == 0, done.err
    assert pages(made) == pages(path.with_name("kommando.xlsx")) and len(pages(made)) == 6
    assert any("Puljen Vuggestuer" in row for row in pages(made)["Anemonen"])


def test_the_edition_they_replace_is_asked_of_one_who_sits_there_and_read_beside_the_document(
        office: Office, budget: Path) -> None:
    hearing = budget.with_name("høring.xlsx")
    hearing.write_bytes(distributed(example(budgetaar=2027, pulje=2_000_000), budget.parent))
    said = {"udmelding tidligere 1": "høring.xlsx", "udgave": "endelig", "udmelding accepteret": ACCEPTED}
    told, *asked = office.call(INSIDE, "pressed", "udmelding", said)
    assert asked == list(said) and "Udmelding, et ark til hver modtager" in told and "høring.xlsx" in told


def test_nothing_is_written_over(office: Office, budget: Path) -> None:
    first = budget.with_name("Huse udmelding.xlsx")
    first.write_bytes(b"mit")
    said = press(office, **SAID, **{"udmelding accepteret": ACCEPTED})
    assert "Huse udmelding (2).xlsx" in said and first.read_bytes() == b"mit"
