"""The buttons through xlwings' JSON engine write, cell for cell, what the file host writes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin import until_answered
from addin.hosts.excel.limits import TOLD
from addin.hosts.files import job
from addin.hosts.files.job import Done
from addin.marks import MARK
from tests.hosts_agree import excel_differences as differences
from tests.hosts_agree.excel_client import applied, request, values_of
from tests.hosts_agree.excel_process import ERROR, Process
from tests.hosts_agree.excel_sheets import Book, Sheet, from_file, lines, without_lines
from tests.planning import texts

WORKBOOKS = Path(__file__).parents[1] / "workbooks"
ANSWERS = {"noegle": "Budget 2020!D5:D56", "pulje": "Budget 2020!B2", "begrundelse": "FU har ingen elever."}
BLENDED = {"andel_nyt": "5/12", "garanti": "90 %", "pl": "3,2 %", "loen_paedagog": "520000", "udgave": "høring"}
BOTH = {"metode": "begge", "afrunding": "100"}
CASES = [("dagtilbud_budget_2023", {}), ("boernetaelling_2026", {}), ("skoler_besparelse_2020", ANSWERS),
         ("dagtilbud_budget_2023", BLENDED), ("boernetaelling_2026", BOTH)]
MADE = "22.11.2026 kl. 08.00"


@pytest.fixture(scope="module")
def office_js() -> Iterator[Process]:
    with Process("office_js") as process:
        yield process


@cache
def with_values(name: str) -> bytes:
    """A shared workbook as Excel has it open: the sums that were never calculated have their values, and it is not
    marked to be computed."""
    source, target = WORKBOOKS / f"{name}.xlsx", io.BytesIO()
    values = openpyxl.load_workbook(source, data_only=True)

    def total(found: re.Match[str]) -> str:
        cells = values[values.sheetnames[0]][f"{found[2]}:{found[3]}"]
        amount = sum(row[0].value for row in cells if isinstance(row[0].value, (int, float)))
        return f"{found[1]}{amount}</v>"

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                pattern = r"(<f>SUM\(([A-Z]+\d+):([A-Z]+\d+)\)</f><v>)0</v>"
                data = re.sub(pattern, total, data.decode()).encode()
            if info.filename == "xl/workbook.xml":
                data = data.replace(b' fullCalcOnLoad="1"', b"")
            new.writestr(info, data)
    return target.getvalue()


def calculated(name: str, folder: Path) -> Path:
    """It as a file of a test's own."""
    target = folder / f"{name}.xlsx"
    target.write_bytes(with_values(name))
    return target


def press(process: Process, source: Path, button: str = "fordel_pulje", **valg: Any) -> Book:
    book = request(source)
    answer = process.ask(name=button, book=book, valg=json.dumps(valg) if valg else "")
    assert ERROR not in answer, answer[ERROR]
    after = applied(book, answer["actions"])
    for sheet in book["sheets"]:
        if not sheet["name"].startswith("Fordel"):  # theirs: as they were
            there = after.sheet(sheet["name"])
            assert there == Sheet(sheet["name"], values_of(sheet), charts=[each["name"] for each in sheet["charts"]])
    return after


def made_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file host runs in this process, the button in its own: the time is taken out of both below."""
    monkeypatch.setattr(until_answered, "now", lambda: MADE)


def comparable(sheet: Sheet) -> dict[str, Any]:
    differences.without_fingerprint(sheet)
    differences.without_totals(sheet)
    made = re.compile(r"\d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d")
    cells = {place: (cell[0], made.sub("", cell[1])) if isinstance(cell, tuple) else cell
             for place, cell in sheet.cells.items()}
    return {**vars(sheet), "cells": cells, "lines": lines(sheet), "looks": without_lines(sheet)}


def assert_same(ours: Book, theirs: Book, done: Done) -> None:
    assert [sheet.name for sheet in ours.sheets] == [sheet.name for sheet in theirs.sheets]
    assert differences.without_number(ours.names) == differences.without_number(theirs.names)
    for plan in done.plan.sheets:
        written, wanted = ours.sheet(plan.name), theirs.sheet(plan.name)
        differences.only_first_of_arrays(wanted, plan)
        one, other = comparable(written), comparable(wanted)
        for what in one:
            assert one[what] == other[what], f"{plan.name}: {what}"


def set_up_for_pools(source: Path, target: Path, answers: dict[str, Any]) -> Done:
    """As `fordel opsaet --puljer`, and as the button "Flere puljer"."""
    return job.set_up(source, target, {**answers, "puljer": True})


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_the_same_sheets_as_in_a_file(office_js, tmp_path, monkeypatch, name, answers) -> None:
    made_at(monkeypatch)
    source, target = calculated(name, tmp_path), tmp_path / "fil.xlsx"
    done = job.run(source, target, answers)
    ours = press(office_js, source, **answers)
    assert_same(ours, from_file(target, [plan.name for plan in done.plan.sheets]), done)
    assert all(line in ours.told for line in (*texts(done.plan.warnings), *TOLD))


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_the_settings_alone(office_js, tmp_path, monkeypatch, name, answers) -> None:
    made_at(monkeypatch)
    source, target = calculated(name, tmp_path), tmp_path / "fil.xlsx"
    done = job.set_up(source, target, answers)
    ours = press(office_js, source, "opret_opsaetning", **answers)
    assert_same(ours, from_file(target, [plan.name for plan in done.plan.sheets]), done)


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_the_checks(office_js, tmp_path, monkeypatch, name, answers) -> None:
    made_at(monkeypatch)
    source, target = calculated(name, tmp_path), tmp_path / "fil.xlsx"
    done = job.check(source, target, answers)
    ours = press(office_js, source, "fordel_tjek", **answers)
    assert_same(ours, from_file(target, [plan.name for plan in done.plan.sheets]), done)
    assert all(line in ours.told for line in (done.plan.summary["svar"], *texts(done.plan.warnings)))


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_a_second_run_takes_the_place_of_the_first(office_js, tmp_path, monkeypatch, name, answers) -> None:
    """What the file host wrote, opened in Excel: the sheets are known by their marks, emptied and written again."""
    made_at(monkeypatch)
    source, first, second = calculated(name, tmp_path), tmp_path / "første.xlsx", tmp_path / "anden.xlsx"
    job.run(source, first, answers)
    done = job.run(first, second, {})
    ours = press(office_js, first)
    assert_same(ours, from_file(second, [plan.name for plan in done.plan.sheets]), done)


def test_a_question_says_what_to_do_and_nothing_is_written(office_js, tmp_path) -> None:
    source = calculated("skoler_besparelse_2020", tmp_path)
    answer = office_js.ask(name="fordel_pulje", book=request(source), valg="")
    assert answer["actions"] == []
    assert 'C4 "Elever" (Budget 2020!C5:C56)' in answer[ERROR]
    assert "skriv Fordel_noegle i navneboksen" in answer[ERROR] and "--" not in answer[ERROR]


def test_red_says_where_the_reason_is_written(office_js, tmp_path) -> None:
    source = calculated("skoler_besparelse_2020", tmp_path)
    unsaid = {key: answer for key, answer in ANSWERS.items() if key != "begrundelse"}
    answer = office_js.ask(name="fordel_pulje", book=request(source), valg=json.dumps(unsaid))
    assert answer["actions"] == [] and "1 rødt tjek stopper fordelingen." in answer[ERROR]
    assert "Tryk på Fordel tjek, skriv begrundelsen på arket, og kør igen." in answer[ERROR]


def test_a_refusal_writes_nothing(office_js, tmp_path) -> None:
    source = calculated("dagtilbud_budget_2023", tmp_path)
    book = request(source)
    book["sheets"][1]["values"][6][1] = "#DIV/0!"
    answer = office_js.ask(name="fordel_pulje", book=book, valg="")
    assert answer["actions"] == []
    assert "fejlværdien #DIV/0!" in answer[ERROR] and "Forudsætninger!B7" in answer[ERROR]


@pytest.mark.parametrize("valg", ["{", "[]", "3"])
def test_choices_that_cannot_be_read_are_refused(office_js, tmp_path, valg) -> None:
    book = request(WORKBOOKS / "dagtilbud_budget_2023.xlsx")
    answer = office_js.ask(name="fordel_pulje", book=book, valg=valg)
    assert (answer["actions"], answer[ERROR][:10]) == ([], "Valgene ka")


def distributed(folder: Path) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """A workbook that has been distributed, as it is sent, and the lines of its settings by their labels."""
    source, first = calculated("dagtilbud_budget_2023", folder), folder / "første.xlsx"
    job.run(source, first, {})
    book = request(first)
    settings = next(sheet for sheet in book["sheets"] if sheet["name"] == "Fordel opsætning")
    return book, {line[0]: line for line in settings["values"]}


@pytest.mark.parametrize("label, typed, told", [
    ("Pulje", 5_000_000, "Pulje er 5.000.000 på arket Fordel opsætning, og det gælder. Forudsætninger!B7 er nu "),
    ("Vægt for 0-2-årige", "", "Vægt for 0-2-årige er tom på arket Fordel opsætning, og det gælder. Forudsætninger!B9"),
    ("Grundbudget", "Dagtilbud!J7:J43", "Grundbudget hentes i Dagtilbud!J7:J43, som der er skrevet")])
def test_a_setting_typed_over_counts_though_formulas_are_not_seen(office_js, tmp_path, label, typed, told) -> None:
    """As on files; and what it came from is told, in this run and by its label in the next."""
    book, lines_of = distributed(tmp_path)
    assert lines_of[label][1] != typed
    lines_of[label][1] = typed
    answer = office_js.ask(name="fordel_pulje", book=book, valg="")
    assert ERROR not in answer, answer[ERROR]
    after = applied(book, answer["actions"])
    assert told in after.told, after.told
    if label == "Pulje":
        assert after.sheet("Fordel opsætning").cells[(lines_of_row(book, label), 1)] == 5_000_000
        again = office_js.ask(name="fordel_tjek", book=book, valg="")
        assert "Pulje er 5.000.000 på arket" in str(again["actions"])


def lines_of_row(book: dict[str, Any], label: str) -> int:
    settings = next(sheet for sheet in book["sheets"] if sheet["name"] == "Fordel opsætning")
    return next(row for row, line in enumerate(settings["values"]) if line[0] == label)


@pytest.mark.parametrize("label, typed, calculation, said", [
    ("Institutioner", 7, "Automatic", 'Institutioner: "7.0" på arket Fordel opsætning er ikke celler i mappen.'),
    ("Institutioner", "", "Automatic", "Fordel opsætning!B6: cellen er tømt"),
    ("Pulje", "", "Automatic", "cellen er tømt, men indstillingen hentes i Forudsætninger!B7."),
    ("Pulje", 5_000_000, "Manual", "Projektmappen har manuel beregning: tryk F9, og prøv igen.")])
def test_what_is_typed_over_and_cannot_be_used(office_js, tmp_path, label, typed, calculation, said) -> None:
    book, lines_of = distributed(tmp_path)
    lines_of[label][1] = typed
    book["book"]["calculation"] = calculation
    answer = office_js.ask(name="fordel_pulje", book=book, valg="")
    assert answer["actions"] == [] and said in answer[ERROR], answer[ERROR]


def test_a_sheet_renamed_since_is_no_setting_typed_over(office_js, tmp_path) -> None:
    """The formula that shows the address still says the old name."""
    source, first = calculated("dagtilbud_budget_2023", tmp_path), tmp_path / "første.xlsx"
    job.run(source, first, {})
    book = request(first)
    for sheet in book["sheets"]:
        sheet["name"] = {"Dagtilbud": "Daginstitutioner"}.get(sheet["name"], sheet["name"])
    for name in book["names"]:
        name["refers_to"] = name["refers_to"].replace("'Dagtilbud'", "'Daginstitutioner'")
    assert ERROR not in office_js.ask(name="fordel_pulje", book=book, valg="")


def test_two_sheets_with_one_mark_are_refused(office_js, tmp_path) -> None:
    """As when the user has copied a sheet of ours: Excel copies the mark too."""
    source, first = calculated("dagtilbud_budget_2023", tmp_path), tmp_path / "første.xlsx"
    job.run(source, first, {})
    book = request(first)
    mark = next(name for name in book["names"] if name["name"] == MARK)
    book["names"].append({**mark, "scope_sheet_name": "Forside", "scope_sheet_index": 0})
    answer = office_js.ask(name="fordel_pulje", book=book, valg="")
    assert answer["actions"] == []
    assert answer[ERROR].startswith('Arkene "Fordeling" og "Forside" er begge mærket som det samme af Fordels ark')


def test_the_buttons_are_registered_with_their_labels(office_js) -> None:
    buttons = office_js.ask(meta=True)["buttons"]
    assert [(each["function_name"], each["name"]) for each in buttons] == [
        ("fordel_pulje", "Fordel pulje"), ("fordel_tjek", "Fordel tjek"), ("opret_opsaetning", "Opret opsætning"),
        ("opret_puljer", "Flere puljer")]
