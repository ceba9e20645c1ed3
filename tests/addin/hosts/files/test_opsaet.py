"""`fordel opsaet` on real files: what it writes, what it shows, and that the pool can then be distributed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.hosts.files import job, session
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from addin.messages import Fundet, quiet, warning
from addin.workbook import Plan, Question, Questions
from tests.addin.hosts.files.outcome import CHILDREN, DAGTILBUD, amounts
from tests.builders import budget


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("workbook", [DAGTILBUD, CHILDREN], ids=lambda path: path.stem)
def test_set_up_and_then_distributed_is_the_same_as_distributed(fordel, tmp_path: Path, workbook: Path) -> None:
    source = tmp_path / "mit budget.xlsx"
    source.write_bytes(workbook.read_bytes())
    answer = fordel("opsaet", source)
    assert answer.code == 0, answer.err
    assert names(tmp_path) == ["mit budget opsat.xlsx", "mit budget.xlsx"]
    assert source.read_bytes() == workbook.read_bytes()
    assert list(our_sheets(Package((tmp_path / "mit budget opsat.xlsx").read_bytes()))) == ["opsaetning"]
    assert fordel("pulje", "mit budget opsat.xlsx").code == 0
    assert fordel("pulje", source, "--ud", "direkte.xlsx").code == 0
    assert names(tmp_path) == ["direkte.xlsx", "mit budget fordelt.xlsx", "mit budget opsat.xlsx", "mit budget.xlsx"]
    assert amounts(tmp_path / "mit budget fordelt.xlsx") == amounts(tmp_path / "direkte.xlsx")


def test_what_was_found_is_shown_with_value_and_where_from_and_what_to_do_next(fordel, tmp_path: Path) -> None:
    answer = fordel("opsaet", budget(tmp_path / "b.xlsx"), "--loft", "9000")
    lines = [line.split() for line in answer.out.splitlines()]
    assert ["Indstilling", "Værdi", "Fundet", "ved"] in lines
    assert any(line[:2] == ["Institutioner", "Budget!A2:A4"] and "Institution" in line[-1] for line in lines)
    assert any(line[:2] == ["Pulje", "100.000"] for line in lines)
    assert any("9.000" in line and line[0].startswith("Loft") for line in lines)
    assert f"Skrevet: {tmp_path / 'b opsat.xlsx'}" in answer.out
    assert f'  fordel pulje "{tmp_path / "b opsat.xlsx"}"' in answer.out


def test_where_the_pools_are_written_is_told_once_the_sheet_is_made(fordel, tmp_path: Path) -> None:
    first = fordel("opsaet", budget(tmp_path / "b.xlsx"), "--puljer", "--ud", "ud.xlsx").out
    assert ('Se arkene "Fordel opsætning" og "Fordel puljer": skriv en række for hver pulje, ret det, der ikke passer, '
            "og fordel puljen:") in first
    again = fordel("opsaet", tmp_path / "ud.xlsx", "--puljer", "--ud", "ud2.xlsx").out
    assert 'Se arket "Fordel opsætning", ret det' in again and "er der allerede og er ikke rørt" in again


def test_a_value_given_is_written_on_the_settings_and_used_by_the_next_run(fordel, tmp_path: Path) -> None:
    fordel("opsaet", budget(tmp_path / "b.xlsx"), "--pulje", "5000", "--ud", "o.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "o.xlsx", data_only=True)["Fordel opsætning"].values)
    assert next(row[1] for row in rows if row[0] == "Pulje") == 5000
    fordel("pulje", "o.xlsx", "--ud", "ud.xlsx")
    assert sum(amounts(tmp_path / "ud.xlsx").values()) == 5000


def test_what_was_guessed_or_skipped_is_shown_with_its_cell_as_it_stands(fordel, tmp_path: Path, monkeypatch) -> None:
    """Brackets and colons in a name are no markup."""
    real: Any = job.opret_opsaetning

    def with_remarks(*arguments: Any) -> Any:
        plan = real(*arguments)
        plan.summary = {"fundet": [Fundet("Pulje [1]", "7", "[bold]:house:")],
                        "bemaerkninger": [("A[b]!B4", "[/] :x: sprunget")]}
        care = warning("ark", "pas på")
        plan.messages, plan.warnings = [quiet("ark", "[i] besked"), care], [care]
        return plan

    monkeypatch.setattr(job, "opret_opsaetning", with_remarks)
    out = fordel("opsaet", budget(tmp_path / "b.xlsx")).out
    for shown in ("Pulje [1]", "[bold]:house:", "Gættet eller sprunget over:\n  A[b]!B4: [/] :x: sprunget\n",
                  "- [i] besked\n", "! pas på\n"):
        assert shown in out
    assert out.count("pas på") == 1


def test_names_in_brackets_are_shown_as_they_stand(fordel, tmp_path: Path) -> None:
    rows = [("Anemonen [ny]", 10, 20, 0.1), ("Birken :x:", 5, 5, 0.2), ("[red]Cikorien", 5, 5, 0.2)]
    out = fordel("pulje", budget(tmp_path / "b.xlsx", rows)).out
    assert all(name in out for name, *_ in rows)


def test_nothing_is_written_over_what_is_not_ours(fordel, tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    (tmp_path / "mit.xlsx").write_bytes(CHILDREN.read_bytes())
    for target, sentence in (("b.xlsx", "oven i den fil"), ("mit.xlsx", "Fordel har ikke lavet den")):
        answer = fordel("opsaet", source, "--ud", target)
        assert (answer.code, sentence in answer.err) == (2, True)
    assert fordel("opsaet", source, "--ud", "ud.xlsx").code == 0
    assert "Erstattet: ud.xlsx" in fordel("opsaet", source, "--ud", "ud.xlsx").out


def test_the_workbook_is_read_once_however_often_it_asks(fordel, tmp_path: Path, monkeypatch) -> None:
    """The action gets the same snapshot and every answer so far, until it has a plan."""
    seen: list[tuple[int, Any, Any]] = []

    def asks(snapshot: Any, choices: Any, made: str, version: str) -> Plan | Questions:
        seen.append((id(snapshot), choices.get("a"), choices.get("b")))
        for key in "ab":
            if not choices.get(key):
                return Questions((Question(key, f"{key}?"),))
        return real(snapshot, {}, made, version)

    real: Any = job.opret_opsaetning
    reads: list[int] = []
    take = session.snapshot
    monkeypatch.setattr(job, "opret_opsaetning", asks)
    monkeypatch.setattr(session, "snapshot", lambda *arguments: reads.append(1) or take(*arguments))
    (tmp_path / "svar.txt").write_text("b = 2\na = 1\n")
    assert fordel("opsaet", budget(tmp_path / "b.xlsx"), "--svar", "svar.txt").code == 0
    snapshot = seen[0][0]
    assert (len(reads), seen) == (1, [(snapshot, None, None), (snapshot, "1", None), (snapshot, "1", "2")])
