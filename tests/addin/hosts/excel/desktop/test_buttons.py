"""The buttons over a stand-in for Excel's own objects: cell for cell what the file host writes, and asked in boxes."""

from __future__ import annotations

import base64
import pickle
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.hosts.excel.desktop import button
from addin.hosts.files import job
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot as of_file
from addin.workbook import Snapshot
from tests.addin.hosts.excel.desktop.process import Process
from tests.hosts_agree.excel_sheets import from_file
from tests.hosts_agree.test_excel_button import assert_same, calculated, made_at, set_up_for_pools
from tests.planning import texts


def taken(excel: Process) -> Snapshot:
    found: Snapshot = pickle.loads(base64.b64decode(excel.ask("snapshot")))
    return found


# ------------------------------------------------------------------------------------- what is read


@pytest.mark.parametrize("name", ["dagtilbud_budget_2023", "boernetaelling_2026", "skoler_besparelse_2020"])
def test_what_is_read_is_what_the_file_host_reads(excel: Process, tmp_path: Path, name: str) -> None:
    path = calculated(name, tmp_path)
    excel.open(path)
    ours, theirs = taken(excel), of_file(Package(path.read_bytes(), path.name), path.read_bytes())
    assert (ours.file_name, ours.names, ours.ours) == (theirs.file_name, theirs.names, theirs.ours)
    for one, other in zip(ours.sheets, theirs.sheets, strict=True):
        assert (one.name, one.visible, one.hidden_rows) == (other.name, other.visible, other.hidden_rows)
        for row in range(max(len(one.rows), len(other.rows))):
            for column in range(40):
                assert one.value(row, column) == other.value(row, column), (one.name, row, column)
        assert dict(one.formulas or {}) == dict(other.formulas or {})


def test_a_date_an_error_and_a_hidden_row_are_seen(excel: Process, tmp_path: Path) -> None:
    import datetime

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["A3"] = datetime.datetime(2026, 1, 31), "x", 7
    sheet.row_dimensions[2].hidden = True
    path = tmp_path / "lille.xlsx"
    book.save(path)
    excel.open(path)
    found = taken(excel).sheets[0]
    assert (found.value(0, 0), found.value(2, 0)) == (datetime.date(2026, 1, 31), 7.0)
    assert found.hidden_rows == {1} and found.hidden_columns == frozenset()


# ------------------------------------------------------------------------------------- what is written


@pytest.mark.parametrize("action, run", [("fordel_pulje", job.run), ("fordel_tjek", job.check),
                                         ("opret_opsaetning", job.set_up), ("opret_puljer", set_up_for_pools)])
def test_the_same_sheets_as_in_a_file(excel: Process, budget: Path, tmp_path: Path, action: str, run: Any) -> None:
    done = run(budget, tmp_path / "fil.xlsx", {})
    boxes = excel.press(action)
    assert [box[0] for box in boxes[:-1]] == ["sig"] * (len(boxes) - 1)
    ours = excel.of_theirs(budget)
    assert_same(ours, from_file(tmp_path / "fil.xlsx", [plan.name for plan in done.plan.sheets]), done)
    said = "\n".join(box[2] for box in boxes)
    assert all(line in said for line in texts(done.plan.warnings)) and button.BACK in said


def test_the_children_are_distributed_with_their_long_columns(excel: Process, tmp_path: Path, monkeypatch) -> None:
    made_at(monkeypatch)
    path = calculated("boernetaelling_2026", tmp_path)
    excel.open(path)
    done = job.run(path, tmp_path / "fil.xlsx", {})
    excel.press("fordel_pulje")
    assert_same(excel.book(), from_file(tmp_path / "fil.xlsx", [plan.name for plan in done.plan.sheets]), done)


def test_it_prints_on_a4_and_can_be_read_aloud(excel: Process, budget: Path, tmp_path: Path) -> None:
    done = job.run(budget, tmp_path / "fil.xlsx", {})
    excel.press("fordel_pulje")
    for plan in done.plan.sheets:
        paper = excel.ask("paper", sheet=plan.name)
        assert (paper["PaperSize"], paper["Zoom"], paper["FitToPagesTall"]) == (9, False, plan.pages_tall or False)
        assert (paper["Orientation"], paper["FitToPagesWide"]) == (2 if plan.landscape else 1, plan.pages_wide)
        assert paper["alt"] == [chart.alt for chart in plan.charts] and paper["breaks"] == list(plan.breaks)


def test_nothing_of_the_workbooks_own_runs_and_excel_is_left_as_it_was(excel: Process, budget: Path) -> None:
    before = excel.ask("state")
    excel.press("fordel_pulje")
    after = excel.ask("state")
    assert after["events"] == before["events"]  # a macro would have heard of a cell
    assert after["settings"] == [True, True, -4105, True]
    assert after["active"] == "Fordeling" and after["bar"][-1] is False
    assert {name.rpartition("!")[2] for name in after["hidden"]} == {"_fordel"}
    assert any(str(said).startswith("Fordel: skriver Fordeling kontrol") for said in after["bar"])


def test_settings_and_code_for_xlwings_in_a_workbook_are_sheets_and_no_more(excel: Process, tmp_path, budget) -> None:
    """With stock xlwings the first says which Python is run, and the second is run."""
    for name in ("xlwings.conf", "Fordel.conf", "ond.py"):
        excel.ask("add", sheet=name, row=["INTERPRETER_WIN", "\\\\ond\\python.exe"])
    (tmp_path / "ond.py").write_text("raise SystemExit\n", encoding="utf-8")
    assert "Skrevet: Fordeling" in "\n".join(box[2] for box in excel.press("fordel_pulje"))
    assert excel.ask("call", name="FORDEL_BOERN", arguments=[1.0, 2.0]) == 3.8
    assert not excel.ask("loaded", module="ond")


def test_no_licence_is_asked_for_and_nothing_of_pro_is_used(excel: Process) -> None:
    state = excel.ask("state") if excel else {}
    assert (state["pro"], state["server"]) == (False, False)
