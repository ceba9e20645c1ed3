"""The workbook of the reference, open in a LibreOffice with the extension: every example gives what it says."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import openpyxl
import pytest

from addin.reference import FILER
from addin.reference.workbook import MISSING, OK, WRONG
from tests.calc.office import Office

pytestmark = pytest.mark.soffice


def addresses(path: Path) -> list[tuple[str, str]]:
    """What is described, and where its answer stands."""
    found = []
    for sheet in openpyxl.load_workbook(path):
        title = ""
        for (first, *_) in sheet.iter_rows(max_col=2):
            if first.font.bold and first.font.size == 12:
                title = str(first.value)
            if first.value == "Stemmer det?":
                found.append((title, f"{sheet.title}!B{first.row}"))
    return found


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("oversigt") / FILER[1]
    copy.write_bytes(resources.files("workbook_templates").joinpath(FILER[1]).read_bytes())
    return copy


@pytest.fixture
def opened(office: Office, path: Path) -> Iterator[Office]:
    office.show(str(path))  # as a user opens it: then our functions are made known
    office.recalc()
    yield office
    office.close()


def test_every_example_and_every_recipe_is_live_and_right(opened: Office, path: Path) -> None:
    found = addresses(path)
    assert len(found) > 40
    assert {title: opened.get(address) for title, address in found} == {title: OK for title, _ in found}
    assert opened.errors() == []


def test_another_input_gives_another_answer(opened: Office, path: Path) -> None:
    where = dict(addresses(path))
    address = where["FORDEL_ANDEL"]
    sheet, _, cell = address.rpartition("!")
    opened.set(f"{sheet}!B{int(cell[1:]) - 1}", 7)  # the last input above the answer
    opened.recalc()
    assert opened.get(address) == WRONG


def test_without_the_extension_it_says_what_is_missing(office: Office, path: Path) -> None:
    found = addresses(path)
    office.open(str(path))
    try:
        office.recalc()
        assert {office.get(address) for title, address in found if title.startswith("FORDEL")} == {MISSING}
    finally:
        office.close()
