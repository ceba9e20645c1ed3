"""A function gives the same through xlwings' Office.js path, through its COM path and in plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from addin.cells import ErrorCell
from addin.describe import HELP_LIMIT, descriptions
from addin.hosts.excel.com import OURS, REFUSED
from tests.hosts_agree.excel_calls import EVERY, OMITTED, Call, canonical, plainly
from tests.hosts_agree.excel_process import ERROR, Process

COM_NUMBERS = {"#N/A": -2146826246, "#DIV/0!": -2146826281}
SPILL = -2146828288 + 2045  # newer than xlwings' own list


@pytest.fixture(scope="module")
def office_js() -> Iterator[Process]:
    with Process("office_js") as process:
        yield process


@pytest.fixture(scope="module")
def com() -> Iterator[Process]:
    with Process("com") as process:
        yield process


def as_office_js(argument: Any) -> Any:
    """As the client sends it: always rows, blank as empty text, an error as an object; null where left out."""
    if argument is OMITTED:
        return None
    rows = argument if isinstance(argument, list) else [[argument]]
    return [[_office_js_cell(cell) for cell in row] for row in rows]


def _office_js_cell(cell: Any) -> Any:
    if isinstance(cell, ErrorCell):
        return {"type": "Error", "basicType": "Error", "basicValue": str(cell), "errorType": "any"}
    return "" if cell is None else cell


def as_com(argument: Any) -> Any:
    """Numbers are floats, errors are whole numbers, a range is an object."""
    if argument is OMITTED:
        return {"missing": True}
    if not isinstance(argument, list):
        return _com_cell(argument)
    return {"range": [[_com_cell(cell) for cell in row] for row in argument]}


def _com_cell(cell: Any) -> Any:
    if isinstance(cell, ErrorCell):
        return COM_NUMBERS[cell]
    return float(cell) if type(cell) is int else cell


def from_com(result: Any) -> Any:
    """CallUDF gives one row without its rows."""
    return [result] if isinstance(result, list) and not isinstance(result[0], list) else result


@pytest.mark.parametrize("call", EVERY, ids=str)
def test_office_js(office_js: Process, call: Call) -> None:
    answer = office_js.ask(name=call.name, arguments=list(map(as_office_js, call.arguments)))
    assert (answer[ERROR] if isinstance(answer, dict) else canonical(answer)) == plainly(call)


@pytest.mark.parametrize("call", EVERY, ids=str)
def test_com(com: Process, call: Call) -> None:
    answer = com.ask(name=call.name, arguments=list(map(as_com, call.arguments)))
    if isinstance(answer, dict):
        assert answer == {ERROR: f"{call.name}: {plainly(call)}"}
    else:
        assert canonical(from_com(answer)) == plainly(call)


def test_the_calls_are_answered_and_refused() -> None:
    refused = [call for call in EVERY if isinstance(plainly(call), str)]
    assert 15 < len(refused) < len(EVERY) - 25


def test_every_function_is_registered_with_its_helps(office_js: Process) -> None:
    registered = {entry["name"]: entry for entry in office_js.ask(meta=True)["functions"]["functions"]}
    assert set(registered) == {found.name for found in descriptions()}
    for found in descriptions():
        entry = registered[found.name]
        assert entry["id"] == found.name and entry["description"].startswith(found.title)
        assert [p["name"] for p in entry["parameters"]] == [a.name for a in found.arguments]
        assert [p["description"] for p in entry["parameters"]] == [a.help for a in found.arguments]
        assert [p.get("optional", False) for p in entry["parameters"]] == [a.optional for a in found.arguments]
        assert all(len(p["description"]) <= HELP_LIMIT for p in entry["parameters"])


def test_a_date_is_its_number_as_office_js_says(office_js: Process) -> None:
    date = {"type": "FormattedNumber", "basicType": "Double", "basicValue": 3, "numberFormat": "dd-mm-yyyy"}
    assert office_js.ask(name="FORDEL_ANDEL", arguments=[[[1], [date]]]) == [[0.25], [0.75]]


def test_a_data_type_is_no_number(office_js: Process) -> None:
    stock = {"type": "LinkedEntity", "basicType": "Error", "basicValue": "#VALUE!"}
    answer = office_js.ask(name="FORDEL_ANDEL", arguments=[[[1, stock]]])
    assert answer == {ERROR: "tal, nr. 2: fejlværdien #VALUE! er ikke et tal"}


def test_an_error_xlwings_has_no_word_for_is_no_number_by_com(com: Process) -> None:
    answer = com.ask(name="FORDEL_AFRUND", arguments=[{"range": [[1.0], [SPILL]]}])
    assert answer[ERROR] == "FORDEL_AFRUND: beløb, nr. 2: fejlværdien #SPILL! er ikke et tal"


def test_an_array_typed_in_the_formula(com: Process) -> None:
    assert from_com(com.ask(name="FORDEL_ANDEL", arguments=[[[1.0, 3.0]]])) == [[0.25, 0.75]]
    assert com.ask(name="FORDEL_ANDEL", arguments=[[[1.0], [3.0]]]) == [[0.25], [0.75]]


def test_a_mistake_of_ours_is_an_error_in_the_cell_too(com: Process) -> None:
    assert com.ask(**{"break": "FORDEL_ANDEL"}) == {ERROR: f"{REFUSED}FORDEL_ANDEL: {OURS}"}
    assert OURS.startswith("fejl i Fordel")


def test_xlwings_generates_vba_for_every_function(com: Process) -> None:
    heads = [line for line in com.ask(vba=True).splitlines() if line.startswith("Function ")]
    wanted = []
    for found in descriptions():
        arguments = [("Optional " if argument.optional else "") + argument.name for argument in found.arguments]
        wanted.append(f"Function {found.name}({', '.join(arguments)})")
    assert sorted(heads) == sorted(wanted)
