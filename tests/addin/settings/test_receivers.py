"""Who receives: a column of units is a group or the recipients, asked once; selvejende may receive for themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files import job
from addin.workbook import Plan, Questions, Snapshot
from tests.builders import snapshot
from tests.calc.office import Office
from tests.planning import OK, shown_status, status

KINDS = ("Kommunal", "Selvejende", "Kommunal", "Kommunal")
FIGURES = ((10, 20, 0.10), (12, 40, 0.05), (20, 10, 0.20), (8, 30, 0.15))
WHY = {"begrundelse": "et lille eksempel"}


def rows(head: str, units: tuple[Any, ...], after: bool = False) -> list[list[Any]]:
    """Four institutions with a column of units, beside the names or after the figures."""
    found = [["Institution", head, "Ejerform", "0-2 år", "3-5 år", "Sandsynlighed"]]
    found += [[name, unit, kind, *each] for name, unit, kind, each in zip("ABCD", units, KINDS, FIGURES, strict=True)]
    return [[row[0], *row[2:], row[1]] for row in found] if after else found


def taken(*args: Any, **more: Any) -> Snapshot:
    return snapshot(Budget=rows(*args, **more), Pulje=[["Pulje", 100_000]])


def act(book: Snapshot, **choices: Any) -> Any:
    return fordel_pulje(book, {**WHY, **choices}, "nu", "0")


UNITS = ("Nord", "Nord", "Syd", "Syd")
SETTING = "gruppe eller modtager: Dagtilbud"


@pytest.mark.parametrize("head", ["Dagtilbud", "Enhed", "Aftaleenhed", "Klynge", "Område", "Dagtilbudsområde",
                                  "Budgetansvarlig enhed", "Institutionsenhed"])
def test_a_column_of_units_is_asked_about(head: str) -> None:
    answer = act(taken(head, UNITS))
    assert isinstance(answer, Questions)
    (question,) = answer.questions
    assert question.setting == f"gruppe eller modtager: {head}" and "kun en gruppe, eller er det den" in question.text
    assert [value for value, _ in question.choices] == ["gruppe", "modtager", "modtager, selvejende selv"]


@pytest.mark.parametrize(("head", "units", "after"), [
    ("Distrikt", UNITS, False), ("Leder", UNITS, False), ("Enhed", ("1", "2", "3", "4"), False),
    ("Område", UNITS, True), ("Bydel", UNITS, False), ("Dagtilbud", ("Nord",) * 4, False),
])
def test_what_cannot_receive_or_gathers_nothing_is_not(head: str, units: tuple[str, ...], after: bool) -> None:
    assert isinstance(act(taken(head, units, after=after)), Plan)


def test_units_called_so_are_asked_about_wherever_they_stand() -> None:
    units = ("Område Nord", "Område Nord", "Område Syd", "Område Syd")
    assert isinstance(act(taken("Område", units, after=True)), Questions)


@pytest.mark.parametrize(("answer", "names"), [
    ("gruppe", ["A", "B", "C", "D"]), ("modtager", ["Nord", "Syd"]),
    ("modtager, selvejende selv", ["Nord", "B", "Syd"])])
def test_the_answer_says_who_gets_the_money(answer: str, names: list[str]) -> None:
    plan = act(taken("Dagtilbud", UNITS), **{SETTING: answer})
    assert [name for name, _, _ in plan.summary["tabel"]] == names
    assert sum(amount for _, amount, _ in plan.summary["tabel"]) == 100_000


def test_a_blank_unit_is_the_institution_itself() -> None:
    plan = act(taken("Dagtilbud", ("Nord", "Nord", None, "Nord")), **{SETTING: "modtager"})
    assert [name for name, _, _ in plan.summary["tabel"]] == ["Nord", "C"]


def test_a_recipient_that_is_said_needs_no_question() -> None:
    heads = rows("Dagtilbud", UNITS)
    both = snapshot(Budget=[[*row, *(["Modtager"] if not number else ["X"])] for number, row in enumerate(heads)],
                    Pulje=[["Pulje", 100_000]])
    assert [name for name, _, _ in act(both).summary["tabel"]] == ["X"]
    chosen = act(taken("Dagtilbud", UNITS), modtager="Dagtilbud")
    assert [name for name, _, _ in chosen.summary["tabel"]] == ["Nord", "Syd"]


@pytest.mark.soffice
def test_the_answer_is_remembered_and_the_control_holds(office: Office, tmp_path: Path) -> None:
    source, first, second = (tmp_path / f"{name}.xlsx" for name in ("ind", "ud", "ud2"))
    book = xlsxwriter.Workbook(str(source))
    for name, lines in (("Budget", rows("Dagtilbud", UNITS)), ("Pulje", [["Pulje", 100_000]])):
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    book.close()
    once = job.run(source, first, {**WHY, SETTING: "modtager, selvejende selv"}).plan.summary["tabel"]
    again = job.run(first, second, WHY).plan.summary["tabel"]
    assert once == again and [name for name, _, _ in once] == ["Nord", "B", "Syd"]
    for path in (first, second):
        assert office.open(str(path))
        try:
            assert status(office) == OK == shown_status(office) and office.errors() == []
            office.set("Budget!B2", "Syd")
            assert status(office) != OK
        finally:
            office.close()
