"""Reasons: read wherever the columns are now, good for what was found and for its year, and last year's confirmed."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from addin.checks.reasons import Reason, as_text, budget_year, mark
from addin.settings.settle import settle
from addin.workbook import BadCell
from tests.addin.checks.checking import made
from tests.builders import HEADINGS, ROWS, snapshot


def test_a_mark_is_of_each_finding_and_of_nothing_there_is_none() -> None:
    assert mark([]) == mark([], 2027) == ""
    assert len({mark(lines) for lines in (["a"], ["b"], ["a", "b"], ["ab"])}) == 4 and mark(["a"]) == mark(["a"])
    assert mark(["a"], 2027) == f"2027-{mark(['a'])}"


@pytest.mark.parametrize("value, text", [(None, ""), (BadCell("#REF!"), ""), ("  aftalt ", "aftalt"), (7.0, "7"),
                                         (datetime.date(2026, 11, 3), "03.11.2026"), (True, "True")])
def test_a_reason_as_it_is_read(value: Any, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize("said, last, confirmed", [("ja", "De er to huse.", "De er to huse."), ("ja", "", "ja"),
                                                   ("Nye huse", "De er to huse.", "Nye huse")])
def test_a_yes_says_last_year_s_reason_again(said: str, last: str, confirmed: str) -> None:
    assert Reason(said, "", last).confirmed == confirmed


@pytest.mark.parametrize("label, sheet, file, year", [
    ("Pulje 2027", "Forudsætninger", "b.xlsx", 2027), ("Pulje", "Budget 2028", "b.xlsx", 2028),
    ("Pulje", "Forudsætninger", "Budget_2029.xlsx", 2029), ("Pulje", "Forudsætninger", "b.xlsx", None),
    ("Pulje 2027", "Budget 2028", "Budget 2029.xlsx", 2027)])
def test_the_year_a_workbook_is_about(label: str, sheet: str, file: str, year: int | None) -> None:
    taken = dataclasses.replace(snapshot(**{"Tabel": [HEADINGS, *ROWS], sheet: [[label, 100_000]]}), file_name=file)
    assert budget_year(taken, settle(taken, {})) == year


def test_without_settings_the_file_says_the_year() -> None:
    assert budget_year(made().snapshot(), None) is None
