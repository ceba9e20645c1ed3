"""The buttons of Fordel.xlam: what is asked in boxes, and what is refused."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from addin.hosts.excel.desktop import button, talk, writing
from addin.hosts.files import job
from tests.addin.hosts.excel.desktop.process import Process
from tests.hosts_agree.excel_sheets import from_file
from tests.hosts_agree.test_excel_button import ANSWERS, assert_same, calculated, made_at

WITHOUT = {key: answer for key, answer in ANSWERS.items() if key != "begrundelse"}


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
    assert [sheet.name for sheet in excel.of_theirs(path).sheets] == openpyxl.load_workbook(path).sheetnames


def test_what_is_no_number_of_an_answer_is_asked_again(excel: Process, tmp_path: Path) -> None:
    excel.open(calculated("skoler_besparelse_2020", tmp_path))
    boxes = [box for box in excel.press("fordel_pulje", "77", "æ") if box[0] == talk.ASK]
    assert '"77" er ikke et af numrene' in boxes[1][2] and '"æ" er ikke et af numrene' in boxes[2][2]


# ------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize("path, value, said", [
    ("ProtectStructure", True, writing.LOCKED), ("MultiUserEditing", True, writing.SHARED),
    ("PrecisionAsDisplayed", True, "præcision som vist")])
def test_a_workbook_that_cannot_be_written_in_is_refused(excel: Process, budget: Path, path, value, said) -> None:
    before = excel.names()
    excel.ask("put", path=path, value=value)
    told = excel.press("fordel_pulje")[-1][2]
    assert said.casefold() in told.casefold() and button.UNTOUCHED in told
    assert excel.names() == before


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
