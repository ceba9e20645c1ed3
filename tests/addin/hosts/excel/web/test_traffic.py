"""How often, and with how much, a button asks Excel; and that a large workbook goes through in parts."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import job
from tests.addin.hosts.excel.web import books
from tests.addin.hosts.excel.web.chromium import Pane
from tests.addin.hosts.excel.web.test_buttons import written
from tests.benchmarks.measure import CHILDREN, big_workbook
from tests.hosts_agree.excel_sheets import from_file
from tests.hosts_agree.test_excel_button import assert_same, calculated, made_at

pytestmark = pytest.mark.chromium

MOST_TRIPS = 120  # for the budget of 51 institutions
MOST_BYTES = 5_000_000  # Excel on the web takes no more in one


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60,000 children x 6 criteria, 400 institutions."""
    return big_workbook(tmp_path_factory.mktemp("stor") / "stor.xlsx")


def pressed(pane: Pane, seed: Any, **settings: Any) -> dict[str, Any]:
    pane.open_book(seed, **settings)
    assert "færdig" in pane.whole()
    found: dict[str, Any] = pane.run("() => ({ syncs: standin.behind.syncs, largest: standin.behind.largest })")
    return found


def without_children(path: Path) -> Path:
    """The file with the user's list emptied, which openpyxl would be half a minute about."""
    target = path.with_name("uden.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/worksheets/sheet3.xml":
                data = re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", data, flags=re.DOTALL)
            new.writestr(info, data)
    return target


@pytest.mark.parametrize("sets", [None, {"ExcelApi": "1.17"}], ids=["groups", "no groups"])
def test_a_budget_takes_few_round_trips(pane, tmp_path, sets) -> None:
    source = calculated("dagtilbud_budget_2023", tmp_path)
    seed, settings = books.seed(source), {"sets": sets} if sets else {}
    first = pressed(pane, seed, **settings)
    assert 5 < first["syncs"] <= MOST_TRIPS
    assert "færdig" in pane.whole()  # over what is there
    assert pane.run("() => standin.behind.syncs") - first["syncs"] <= MOST_TRIPS


def test_sixty_thousand_children_come_out_as_in_a_file(pane, large, tmp_path, monkeypatch) -> None:
    made_at(monkeypatch)
    target = tmp_path / "fil.xlsx"
    done = job.run(large, target, {})
    counted = pressed(pane, books.plain_seed(large), platform="OfficeOnline")
    assert counted["syncs"] <= MOST_TRIPS
    assert 100_000 < counted["largest"] < MOST_BYTES
    theirs = from_file(without_children(target), [plan.name for plan in done.plan.sheets])
    assert_same(books.book(written(pane, done)), theirs, done)
    helper = done.plan.sheets[-1]
    assert len(helper.blocks[0].values) == CHILDREN


def test_texts_too_long_for_one_answer_are_read_in_halves(pane, tmp_path) -> None:
    """A column of notes beside the table: 300 of 30,000 characters are more than Excel on the web sends at once."""
    seed = books.seed(calculated("dagtilbud_budget_2023", tmp_path))
    sheet = seed["sheets"][0]
    last = max(cell[1] for cell in sheet["cells"])
    sheet["cells"] += [[row, last + 3, "lang note " * 3000] for row in range(120, 420)]
    counted = pressed(pane, seed)
    assert counted["largest"] > MOST_BYTES  # asked for once, refused, and asked for in halves
    assert counted["syncs"] <= MOST_TRIPS
