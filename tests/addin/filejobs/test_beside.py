"""What a job has made beside the workbook: called as by the commands, never over anything, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from addin.filejobs import beside
from addin.filejobs.klargoer import Klargjort
from addin.messages import quiet, warning
from addin.workbook import Cell, Plan, Refusal, SheetPlan


def cleared() -> Klargjort:
    return Klargjort([], copy=b"kopi", list=b"liste", warnings=[warning("a", "Se her.")],
                     messages=[quiet("b", "Udeladt: 3.")])


def statements() -> Plan:
    return Plan([SheetPlan("udmelding 1", "Alfa", [Cell(0, 0, "Beløb")])], warnings=[warning("a", "Se her.")],
                messages=[warning("a", "Se her."), quiet("b", "To sider.")])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("source, made", [
    ("Budget 2027.xlsx", "Budget 2027"), ("Budget fordelt.xlsx", "Budget"), ("Budget fordelt (2).xlsm", "Budget"),
    ("Budget v1.2.xlsx", "Budget v1.2")])
def test_the_copy_and_its_list_are_called_as_the_command_calls_them(tmp_path: Path, source: str, made: str) -> None:
    told = beside.cleared(tmp_path / source, cleared())
    copy, listed = tmp_path / f"{made} klargjort.xlsx", tmp_path / f"{made} klargjort udeladt.xlsx"
    assert (copy.read_bytes(), listed.read_bytes()) == (b"kopi", b"liste") and len(names(tmp_path)) == 2
    assert told.splitlines() == [*beside.CLEARED.format(copy, listed).splitlines(), "", "! Se her.", "- Udeladt: 3."]


def test_the_answers_a_job_reads_are_those_without_a_gap_and_of_a_statement_one_edition() -> None:
    given = {"klargoer ark 1": "Ark", "klargoer ark 3": "Ark2", "klargoer tidligere 1": "en anden:",
             "klargoer tidligere 1 sti": "/a.xlsx", "klargoer tidligere 2": "b.xlsx", "klargoer tidligere 4": "d.xlsx",
             "udmelding tidligere 1": "a.xlsx", "udmelding tidligere 2": "b.xlsx", "klargoer valgt af": "Udvalget"}
    assert set(given) - beside.answers_to_jobs(given) == {
        "klargoer ark 3", "klargoer tidligere 4", "udmelding tidligere 2"}


@pytest.mark.parametrize("taken", ["Budget klargjort.xlsx", "Budget klargjort udeladt.xlsx"])
def test_nothing_is_written_over(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_bytes(b"mit")
    beside.cleared(tmp_path / "Budget.xlsx", cleared())
    assert (tmp_path / taken).read_bytes() == b"mit"
    assert {"Budget klargjort (2).xlsx", "Budget klargjort (2) udeladt.xlsx"} < set(names(tmp_path))


def test_where_the_copy_cannot_be_written_there_is_no_list_either(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = beside.whole_file.write

    def full(path: Path, data: bytes) -> None:
        if data == b"kopi":
            raise OSError(28, "No space left on device")
        whole(path, data)

    monkeypatch.setattr(beside.whole_file, "write", full)
    with pytest.raises(Refusal, match=r"Budget klargjort\.xlsx kan ikke skrives: disken er fuld\. Intet er lavet\."):
        beside.cleared(tmp_path / "Budget.xlsx", cleared())
    assert names(tmp_path) == []


def test_the_statements_get_a_number_where_the_name_is_taken(tmp_path: Path) -> None:
    (tmp_path / "Huse udmelding.xlsx").write_bytes(b"mit")
    made = tmp_path / "Huse udmelding (2).xlsx"
    told = beside.stated(tmp_path / "Huse fordelt.xlsx", statements(), None)
    assert told.splitlines() == [beside.STATED.format(made), "", "! Se her.", "- To sider."]
    assert openpyxl.load_workbook(made)["Alfa"]["A1"].value == "Beløb"
    assert (tmp_path / "Huse udmelding.xlsx").read_bytes() == b"mit"


def test_a_folder_that_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"Gem Huse\.xlsx i en mappe, du må skrive i \(Filer, Gem som\), og prøv igen\."):
        beside.stated(tmp_path / "intet" / "Huse.xlsx", statements(), None)
