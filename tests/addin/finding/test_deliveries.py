"""Several deliveries in one workbook: which is used is asked, and the answer is enough."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import NO_VALUE, Plan, Questions, Refusal
from tests.builders import ROWS, snapshot
from tests.planning import texts
from workbook_templates.fordel_tjek import UREGNET

HEAD = ("Institution", "Enlige forsørgere", "Ledige", "Tosprogede")
COUNTS = [("Anemonen", 1, 2, 3), ("Birken", 4, 5, 6), ("Cikorien", 7, 8, 9)]
OLD = [(name, *(10 - count for count in counts)) for name, *counts in COUNTS]


def act(*heads: Any, **choices: Any) -> Any:
    sheets = {f"Leverance {number}": [head, *rows] for number, (head, rows) in enumerate(zip(heads, (COUNTS, OLD)), 1)}
    institutions = [("Institution", "0-2 år", "3-5 år"), *(row[:3] for row in ROWS)]
    return fordel_pulje(snapshot(Budget=institutions, Pulje=[("Pulje", 45_000)], **sheets), choices, "nu", "0")


@pytest.mark.parametrize("grundlag", [{}, {"grundlag": "leverede antal"}])
def test_which_of_them_is_asked_and_answered(grundlag: Any) -> None:
    asked = act(HEAD, HEAD, **grundlag)
    assert isinstance(asked, Questions), asked
    (question,) = asked.questions
    assert [value for value, _ in question.choices] == ["Leverance 1!A2:A4", "Leverance 2!A2:A4"]
    for (value, _), first in zip(question.choices, (6, 24)):
        answer = act(HEAD, HEAD, antal_institution=value, grundlag="leverede antal")
        assert isinstance(answer, Plan), answer
        assert answer.summary["tabel"][0][1] == 1_000 * first


def test_the_other_is_named() -> None:
    answer = act(HEAD, HEAD, antal_institution="Leverance 1!A2:A4", grundlag="leverede antal")
    assert any("Leverance 2" in line and "er ikke brugt" in line for line in texts(answer.messages))


def test_names_that_are_no_delivery_need_their_criteria_too() -> None:
    answer = act(HEAD, antal_institution="Budget!A2:A4")
    assert isinstance(answer, Refusal) and "Peg også på Leverede antal: kriterier (--antal-kriterier)" in str(answer)


def test_the_criteria_are_not_counted_before_it_is_known_which_they_are() -> None:
    (which, key) = act((*HEAD[:3], "Noget andet")).questions
    assert which.setting.startswith("kriterium ") and "antal børn for kriterier. " in key.text
    (key,) = act((*HEAD[:3], "Noget andet"), **{which.setting: "ja"}).questions
    assert "antal børn for 3 kriterier (Leverance 1!B2:D4). " in key.text


def test_a_delivery_of_formulas_nobody_has_computed_is_not_passed_by() -> None:
    rows = [(name, *(NO_VALUE for _ in counts)) for name, *counts in COUNTS]
    institutions = [("Institution", "0-2 år", "3-5 år"), *(row[:3] for row in ROWS)]
    taken = snapshot(Budget=institutions, Pulje=[("Pulje", 45_000)],
                     DST=[HEAD, *rows])
    answer = fordel_pulje(taken, {"grundlag": "leverede antal"}, "nu", "0")
    assert isinstance(answer, Refusal) and answer.about == UREGNET
    assert str(answer).startswith("DST!B2: antal børn er en formel, som ingen har regnet.")
