"""Fortryd in Fordel.xlam: what a button wrote is taken back, and nothing else."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from addin.hosts.excel.desktop import button, undo
from addin.hosts.files import job
from tests.addin.hosts.excel.desktop.process import Process


def test_what_a_button_wrote_is_taken_back(excel: Process, budget: Path) -> None:
    before, names = excel.names(), excel.book().names
    excel.press("fordel_pulje")
    assert len(excel.names()) == len(before) + 5
    assert excel.press("fortryd")[-1][2].startswith("Det, den seneste knap skrev")
    assert excel.names() == before and excel.book().names == names


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
    assert "Fordeling" not in excel.names()


def test_a_workbook_that_was_closed_without_saving_has_nothing_to_take_back(excel: Process, budget: Path) -> None:
    excel.press("fordel_pulje")
    excel.open(budget)  # the same file, as it was
    before = excel.names()
    assert excel.press("fortryd")[-1][2].startswith(undo.NOTHING)
    assert excel.names() == before


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
    assert "Fordeling" in excel.names()


def test_what_was_half_written_is_taken_back(excel: Process, budget: Path) -> None:
    before = excel.names()
    excel.ask("break_at", member="PageSetup")
    said = excel.press("fordel_pulje")[-1][2]
    assert "ComError" in said and said.startswith(button.BUG[:40])
    assert excel.names() == before
    assert excel.ask("state")["settings"] == [True, True, -4105, True]
