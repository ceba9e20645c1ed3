"""Columns of a user's own sheet: which never go, which are asked about, and which go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.filejobs.kolonner import columns
from addin.finding.asking import Asked
from addin.sheets.run import Run
from addin.workbook import Sheet
from tests.addin.filejobs.files import houses
from tests.planning import calculated


@pytest.fixture(scope="module")
def run() -> Run:
    return calculated(houses())


def sheet(*rows: list[Any], **more: Any) -> Sheet:
    return Sheet("Eget", [list(row) for row in rows], **more)


def asked(made: Sheet, run: Run) -> list[str]:
    with pytest.raises(Asked) as questions:
        columns(made, run, {})
    return [question.setting for question in questions.value.questions]


def test_a_plain_column_goes_and_an_empty_one_is_nothing(run: Run) -> None:
    found = columns(sheet(["Type", None, "Budget"], ["Selvejende", None, 1_200_000]), run, {})
    assert found.taken == {0, 2} and found.left_out == []


@pytest.mark.parametrize("heading", ["Navn", "Institutionens navn", "CPR", "Cpr-nr.", "Fødselsdato", "Adresse", "Løn",
                                     "Lønudgift", "Medarbejder", "Barnets nr.", "Barn", "Bemærkning", "E-mail"])
def test_a_column_that_may_be_somebodys_is_asked_about_each_time(heading: str, run: Run) -> None:
    made = sheet(["Liste"], [heading], ["x"])
    assert asked(made, run) == ["klargoer kolonne Eget!A"]
    assert columns(made, run, {"klargoer kolonne Eget!A": "send"}).taken == {0}
    left = columns(made, run, {"klargoer kolonne Eget!A": "udelad"})
    assert left.taken == set() and left.left_out[0].column == "A Liste"


def test_other_headings_are_not_asked_about(run: Run) -> None:
    assert columns(sheet(["Børn", "Lånt", "Bornholm"], [70, 1_000, 9_000]), run, {}).taken == {0, 1, 2}


def test_small_whole_numbers_may_be_counts(run: Run) -> None:
    assert asked(sheet(["Antal", "Andel", "Mange"], [4, 0.5, 5], [12, 2, 9]), run) == ["klargoer kolonne Eget!A"]


@pytest.mark.parametrize("value", ["010190-1234", 101901234, "om 010190 1234", "Sagsnr. 010190-1234"])
def test_a_column_with_a_number_of_a_person_never_goes(value: Any, run: Run) -> None:
    found = columns(sheet(["Nummer", "Budget"], [value, 7_000]), run, {"klargoer kolonne Eget!A": "send"})
    assert found.taken == {1} and found.left_out[0].rule == "rummer personnumre"
    assert "1234" not in found.left_out[0].column


def test_what_is_hidden_does_not_go(run: Run) -> None:
    made = sheet(["Budget", "Skjult"], [7_000, 8_000], ["010190-1234", 9_000], hidden_columns=frozenset({1}),
                 hidden_rows=frozenset({2}))
    found = columns(made, run, {})
    assert found.taken == {0} and found.left_out[0].rule == "er skjult"


def test_the_counts_that_the_page_hides_never_go_and_what_follows_from_them_is_asked_about(run: Run) -> None:
    own = run.laest.snapshot.sheet("Ark")
    assert own is not None
    found = columns(own, run, {})
    assert found.taken == {0, 1, 2} and found.left_out[0].column == "D Nøgle"
    rows = [[*row, 1_000.5] for row in own.rows]
    derived = replace(own, rows=rows, formulas={(1, 4): "=D2*19440.5"})
    assert asked(derived, run) == ["klargoer kolonne Ark!E"]
