"""The owner's answers: from the truth, in whatever words the question offers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from addin.workbook import Question
from tests.layouts.answers import Unanswered, answer
from tests.layouts.model import House, Layout, Placed, Rules

PLACED = Placed("Budget 2027", (4, 5, 7), 3, {"navn": 0, "boern_0_2": 1, "belastning": 3})
LAYOUT = Layout("", (), (House("A"),), Rules(Fraction(1_250_000), replacement=1, weight=Fraction("1.8")),
                pool_at="Pulje!B2", answers={"enhed_pulje": "1.000 kr.", "punktum": "tusind"})


def said(setting: str, *choices: tuple[str, str], place: str = "") -> str:
    return answer(Question(setting, "?", choices, place), LAYOUT, PLACED)


def test_what_the_layout_states_is_chosen_by_value_or_by_text() -> None:
    assert said("enhed_pulje", ("kr.", "kr."), ("1.000 kr.", "1.000 kr."), ("mio. kr.", "mio. kr.")) == "1.000 kr."
    assert said("punktum", ("a", "tusind"), ("b", "decimal")) == "a"
    assert said("grundlag", ("nøgle", "Antal udsatte"), ("belastning", "Sandsynlighed")) == "belastning"


def test_free_answers_are_written_as_danes_write_them() -> None:
    assert (said("erstat"), said("vaegt"), said("pulje")) == ("1", "1,8", "Pulje!B2")


def test_the_pool_is_chosen_by_its_cell() -> None:
    assert said("pulje", ("1", "Pulje 2026 (Pulje!B1): 1.190.000"), ("2", "Pulje 2027 (Pulje!B2): 1.250.000")) == "2"
    assert said("pulje", ("'Pulje'!$B$1", "Pulje 2026"), ("'Pulje'!$B$2", "Pulje 2027")) == "'Pulje'!$B$2"


def test_a_column_is_chosen_by_where_it_lies() -> None:
    choices = (("Budget 2026!D5:D9", "2026"), ("Budget 2027!C5:C9", "andel"), ("Budget 2027!D5:D9", "Belastning"))
    assert said("belastning", *choices) == "Budget 2027!D5:D9"


@pytest.mark.parametrize(("row", "expected"), [(5, "institution"), (7, "sum"), (8, "institution")])
def test_a_row_is_an_institution_or_is_not(row: int, expected: str) -> None:
    choices = (("institution", "En institution, der skal have del i puljen"), ("sum", "En sum; spring rækken over"))
    assert said(f"raekke:Budget 2027!A{row}", *choices, place=f"Budget 2027!A{row}") == expected


def test_a_sheet_is_chosen_by_its_name() -> None:
    assert said("ark", ("Budget 2026", "Budget 2026"), ("Budget 2027", "Budget 2027")) == "Budget 2027"


def test_what_the_truth_does_not_say_is_not_guessed() -> None:
    with pytest.raises(Unanswered):
        said("noget_andet")
    with pytest.raises(Unanswered):
        said("noget_andet", ("1", "en"), ("2", "to"))
