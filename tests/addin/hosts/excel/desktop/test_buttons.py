"""The buttons over a stand-in for Excel's own objects: cell for cell what the file host writes, and asked in boxes."""

from __future__ import annotations

import base64
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.hosts.excel.desktop import button, talk, undo, writing
from addin.hosts.files import job
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot as of_file
from addin.workbook import Snapshot
from tests.addin.hosts.excel.desktop.process import Process
from tests.hosts_agree.excel_sheets import Book, from_file
from tests.hosts_agree.test_excel_button import ANSWERS, assert_same, calculated, made_at
from tests.planning import texts

WITHOUT = {key: answer for key, answer in ANSWERS.items() if key != "begrundelse"}


@pytest.fixture(scope="module")
def excel() -> Iterator[Process]:
    process = Process()
    yield process
    process.stop()


@pytest.fixture
def budget(excel: Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The budget of day care, open."""
    made_at(monkeypatch)
    path = calculated("dagtilbud_budget_2023", tmp_path)
    excel.open(path)
    return path


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
                                         ("opret_opsaetning", job.set_up)])
def test_the_same_sheets_as_in_a_file(excel: Process, budget: Path, tmp_path: Path, action: str, run: Any) -> None:
    done = run(budget, tmp_path / "fil.xlsx", {})
    boxes = excel.press(action)
    assert [box[0] for box in boxes[:-1]] == ["sig"] * (len(boxes) - 1)
    ours = of_theirs(excel, budget)
    assert_same(ours, from_file(tmp_path / "fil.xlsx", [plan.name for plan in done.plan.sheets]), done)
    said = "\n".join(box[2] for box in boxes)
    assert all(line in said for line in texts(done.plan.warnings)) and button.BACK in said


def of_theirs(excel: Process, path: Path) -> Book:
    """What is open, after seeing that the user's own sheets are as they were."""
    found, before = excel.book(), openpyxl.load_workbook(path).sheetnames
    for sheet in found.sheets:
        if sheet.name in before and not sheet.name.startswith("Fordel"):
            assert not (sheet.cells or sheet.looks or sheet.widths or sheet.choices or sheet.highlights), sheet.name
    return found


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
        assert (paper["PaperSize"], paper["Zoom"], paper["FitToPagesTall"]) == (9, False, False)
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


# ------------------------------------------------------------------------------------- questions


def test_a_question_is_answered_by_number_and_its_cells_are_shown(excel: Process, tmp_path: Path, monkeypatch) -> None:
    made_at(monkeypatch)
    path = calculated("skoler_besparelse_2020", tmp_path)
    excel.open(path)
    answers: list[str] = []
    for _ in range(9):  # a new round may follow from the answers
        boxes = excel.press("fordel_pulje", *answers)
        asked = [box for box in boxes if box[0] == talk.ASK]
        if len(asked) == len(answers):
            break
        answers.append(answer_to(asked[len(answers)][2]))
    done = job.run(path, tmp_path / "fil.xlsx", ANSWERS)
    assert_same(excel.book(), from_file(tmp_path / "fil.xlsx", [plan.name for plan in done.plan.sheets]), done)
    assert answers[0].isdecimal() and excel.ask("state")["selected"]


def answer_to(question: str) -> str:
    """The number of the choice that the tests of the file host take."""
    for line in question.splitlines():
        number, _, text = line.partition(": ")
        if number.isdecimal() and any(value in text for value in WITHOUT.values()):
            return number
    return ANSWERS["begrundelse"]


def test_whoever_stops_finds_the_workbook_as_it_was(excel: Process, tmp_path: Path) -> None:
    path = calculated("skoler_besparelse_2020", tmp_path)
    excel.open(path)
    boxes = excel.press("fordel_pulje", "")
    assert boxes[-1] == ["slut", "Fordel pulje", button.STOPPED]
    assert [sheet.name for sheet in of_theirs(excel, path).sheets] == openpyxl.load_workbook(path).sheetnames


def test_what_is_no_number_of_an_answer_is_asked_again(excel: Process, tmp_path: Path) -> None:
    excel.open(calculated("skoler_besparelse_2020", tmp_path))
    boxes = [box for box in excel.press("fordel_pulje", "77", "æ") if box[0] == talk.ASK]
    assert '"77" er ikke et af numrene' in boxes[1][2] and '"æ" er ikke et af numrene' in boxes[2][2]


# ------------------------------------------------------------------------------------- undo


def names_of(excel: Process) -> list[str]:
    return [sheet.name for sheet in excel.book().sheets]


def test_what_a_button_wrote_is_taken_back(excel: Process, budget: Path) -> None:
    before, names = names_of(excel), excel.book().names
    excel.press("fordel_pulje")
    assert len(names_of(excel)) == len(before) + 5
    assert excel.press("fortryd")[-1][2].startswith("Det, den seneste knap skrev")
    assert names_of(excel) == before and excel.book().names == names


def test_a_second_run_is_taken_back_to_the_first_with_what_was_typed_between(excel: Process, budget: Path) -> None:
    excel.press("fordel_pulje")
    first = excel.book()
    row = next(place[0] for place, cell in first.sheet("Fordel opsætning").cells.items() if cell == ("tekst", "Pulje"))
    amounts = first.sheet("Fordeling").cells
    excel.ask("set", sheet="Fordel opsætning", row=row, column=1, value=5_000_000)
    excel.press("fordel_pulje")
    assert excel.book().sheet("Fordeling").cells != amounts
    excel.press("fortryd")
    back = excel.book()
    assert back.sheet("Fordeling").cells == amounts
    assert back.sheet("Fordel opsætning").cells[row, 1] == 5_000_000
    assert back.sheet("Fordeling").looks == first.sheet("Fordeling").looks
    excel.press("fortryd")
    assert "Fordeling" not in names_of(excel)


def test_a_workbook_that_was_closed_without_saving_has_nothing_to_take_back(excel: Process, budget: Path) -> None:
    excel.press("fordel_pulje")
    excel.open(budget)  # the same file, as it was
    before = names_of(excel)
    assert excel.press("fortryd")[-1][2].startswith(undo.NOTHING)
    assert names_of(excel) == before


def test_nothing_to_take_back_is_said(excel: Process, budget: Path, tmp_path: Path) -> None:
    other = tmp_path / "ny.xlsx"
    openpyxl.Workbook().save(other)
    excel.open(other)
    assert excel.press("fortryd")[-1][2].startswith(undo.NOTHING)


def test_sheets_from_before_are_not_promised_back(excel: Process, budget: Path, tmp_path: Path) -> None:
    first = tmp_path / "første.xlsx"
    job.run(budget, first, {})
    excel.open(first)
    said = "\n".join(box[2] for box in excel.press("fordel_pulje"))
    assert "kan ikke tages tilbage med Fortryd fordeling: Fordeling" in said and button.BACK not in said
    assert "kan ikke tages tilbage" in excel.press("fortryd")[-1][2]
    assert "Fordeling" in names_of(excel)


def test_what_was_half_written_is_taken_back(excel: Process, budget: Path) -> None:
    before = names_of(excel)
    excel.ask("break_at", member="PageSetup")
    said = excel.press("fordel_pulje")[-1][2]
    assert "ComError" in said and said.startswith(button.BUG[:40])
    assert names_of(excel) == before
    assert excel.ask("state")["settings"] == [True, True, -4105, True]


# ------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize("path, value, said", [
    ("ProtectStructure", True, writing.LOCKED), ("MultiUserEditing", True, writing.SHARED),
    ("PrecisionAsDisplayed", True, "præcision som vist")])
def test_a_workbook_that_cannot_be_written_in_is_refused(excel: Process, budget: Path, path, value, said) -> None:
    before = names_of(excel)
    excel.ask("put", path=path, value=value)
    told = excel.press("fordel_pulje")[-1][2]
    assert said.casefold() in told.casefold() and button.UNTOUCHED in told
    assert names_of(excel) == before


def test_a_sheet_of_ours_that_is_protected_is_refused(excel: Process, budget: Path) -> None:
    excel.press("fordel_pulje")
    excel.ask("put", path="Fordeling trin.ProtectContents", value=True)
    assert excel.press("fordel_pulje")[-1][2].startswith(writing.PROTECTED.format("Fordeling trin"))


def test_a_refusal_names_the_cell(excel: Process, budget: Path) -> None:
    excel.ask("set", sheet="Forudsætninger", row=6, column=1, value="ca. mange")
    told = excel.press("fordel_pulje")[-1][2]
    assert "Forudsætninger!B7" in told and "--" not in told


def test_without_a_workbook_it_is_said(excel: Process) -> None:
    excel.ask("close")
    assert excel.press("om")[-1][2].startswith("Fordel: ")
    assert excel.press("fordel_pulje")[-1][2] == button.NO_BOOK
    assert excel.press("seneste_fejl")[-1][2].startswith("Ingen af Fordels funktioner")
