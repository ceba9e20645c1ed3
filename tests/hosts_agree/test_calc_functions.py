"""Every function answers in a cell of a Danish LibreOffice as plain Python does: the examples, and awkward calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from addin.cells import ErrorCell
from tests.calc.office import Office
from tests.hosts_agree.allowed_in_calc import SINGLE_CELLS, SingleCell
from tests.hosts_agree.excel_calls import EVERY, TALL, Call, plainly

pytestmark = pytest.mark.soffice
VALUE = 519  # LibreOffice's number of #VALUE!
INSIDE = "tests.hosts_agree.calc_calls"


def carried(argument: Any) -> Any:
    """An argument as JSON: ranges as rows, errors by name, and of a whole column what is used."""
    if isinstance(argument, list):
        whole = len(argument) == TALL
        used = max((number for number, row in enumerate(argument, 1) if row[0] is not None), default=1)
        rows = argument[:used] if whole else argument
        return {"rows": [[{"error": str(cell)} if isinstance(cell, ErrorCell) else cell for cell in row]
                         for row in rows], "whole": whole}
    return {"rows": [[{"error": str(argument)}]], "whole": False} if isinstance(argument, ErrorCell) else argument


@pytest.fixture(scope="module")
def answers(office: Office) -> Iterator[dict[str, dict[str, Any]]]:
    asked = []
    for call in EVERY:
        expected = plainly(call)
        shape = [len(expected), len(expected[0])] if isinstance(expected, list) else [1, 1]
        asked.append({"name": call.name, "arguments": [carried(a) for a in call.arguments], "shape": shape})
    yield {str(call): told for call, told in zip(EVERY, office.call(INSIDE, "run", asked), strict=True)}
    office.close()


def plain(cell: Any) -> Any:
    return None if cell == "" else float(cell) if isinstance(cell, (bool, int)) else cell


def holds_an_error(call: Call) -> bool:
    return any(isinstance(a, ErrorCell) or (isinstance(a, list) and any(isinstance(c, ErrorCell) for r in a for c in r))
               for a in call.arguments)


@pytest.mark.parametrize("call", EVERY, ids=str)
def test_a_cell_answers_as_plain_python(answers: dict[str, dict[str, Any]], call: Call) -> None:
    told, expected = answers[str(call)], plainly(call)
    if isinstance(expected, str):
        assert told["error"] and told["sum_error"], told  # SUM over it is an error too
        if not holds_an_error(call):  # LibreOffice passes an error on without asking us
            assert told["error"] == VALUE
            assert told["said"] == f"{call.name}: {expected}"
    else:
        assert told["error"] == 0, told
        found = [[plain(cell) for cell in row] for row in told["rows"]]
        wanted = [[plain(cell) for cell in row] for row in expected]
        assert found == wanted, told["typed"]


def test_the_formulas_stand_as_they_were_typed(answers: dict[str, dict[str, Any]]) -> None:
    for told in answers.values():
        if ":" not in told["typed"].replace("1:", ""):  # LibreOffice writes A:A its own way
            assert told["written"].replace(" ", "") == told["typed"].replace(" ", "")


KEYS = {"A1": 30, "A2": 10, "A3": 20, "B1": 100, "B2": 100, "B3": 50, "C1": 1000}


@pytest.mark.parametrize("difference", SINGLE_CELLS, ids=lambda d: d.typed)
def test_a_single_empty_cell_is_the_one_thing_libreoffice_cannot_tell(singles: dict[str, dict[str, Any]],
                                                                     difference: SingleCell) -> None:
    told = singles[difference.typed]
    if difference.refused:
        assert told["error"] == VALUE and "0 og en tom celle" in told["said"]
    else:
        assert (told["error"], told["value"]) == (0, difference.value)


@pytest.fixture(scope="module")
def singles(office: Office) -> dict[str, dict[str, Any]]:
    formulas = [difference.typed for difference in SINGLE_CELLS]
    return dict(zip(formulas, office.call(INSIDE, "typed", KEYS, formulas), strict=True))


def test_a_text_as_result_is_equal_to_the_same_text(office: Office) -> None:
    formulas = ['=IF(FORDEL_KONTROL(A1:A3;60)="OK";1;2)', '=COUNTIF(U1:U1;"1")', '=FORDEL_KONTROL(A1:A3;60)',
                '=IF(U3="OK";1;2)', '=IF(INDEX(FORDEL_SPOR(60;A1:A3;B1:B3;0,2);2;5)="ja";1;2)']
    told = office.call(INSIDE, "typed", KEYS, formulas)
    assert [each["value"] for each in told] == ["1", "1", "OK", "1", "1"]


def test_the_latest_refusal_comes_first_and_stays_until_there_are_twenty(office: Office) -> None:
    told = office.call(INSIDE, "typed", KEYS, [f"=FORDEL_PULJE(-{n};A1:A3)" for n in range(1, 4)])
    assert [each["error"] for each in told] == [VALUE] * 3
    assert "-3 kr. er negativ" in told[-1]["said"]


def test_every_function_there_is_is_tried() -> None:
    from udfs.catalogue import FUNCTIONS

    assert {call.name for call in EVERY} == set(FUNCTIONS)
