"""Functions in cells, inside the browser: the same as plain Python, by way of xlwings' own client and its Python."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest

from addin.describe import descriptions
from addin.version import VERSION
from tests.addin.hosts.excel.web.chromium import Pane
from tests.hosts_agree.excel_calls import EVERY, TALL, Call, canonical, plainly
from tests.hosts_agree.test_excel_functions import as_office_js
from tests.udfs import test_refusals as golden
from udfs.catalogue import FUNCTIONS

pytestmark = pytest.mark.chromium

CELLS = """async (calls) => {
  const answers = [];
  for (const [name, given] of calls) answers.push(await standin.cell(name, given));
  return answers;
}"""
COUNT = """() => {
  const was = Worker.prototype.postMessage;
  globalThis.asked = 0;
  Worker.prototype.postMessage = function (...given) { asked += 1; return was.apply(this, given); };
}"""
HANDED = """() => {
  const was = Worker.prototype.postMessage;
  globalThis.handed = [];
  Worker.prototype.postMessage = function (message, transfer) {
    this.addEventListener("message", ({ data }) => handed.push(data.answer.constructor.name), { once: true });
    was.call(this, message, transfer);
    handed.push(...message.args.map((each) => [each.constructor.name, each.byteLength]));
    Worker.prototype.postMessage = was;
  };
}"""
KEY = [[30], [10], [20]]
HOW = {"client": "Office.js", "version": "", "runtime": "1.4"}  # what xlwings' client says of itself


def said(answer: dict[str, Any]) -> Any:
    """The cells, or the sentence at the cell in error."""
    if "answer" in answer:
        return canonical(answer["answer"])
    assert answer["error"] == "#VALUE!"
    return answer["message"]


def test_every_example_and_every_awkward_call_is_as_in_plain_python(functions: Pane) -> None:
    """Whole columns are tried apart: they are a million cells."""
    calls = [call for call in EVERY if not any(isinstance(a, list) and len(a) == TALL for a in call.arguments)]
    assert len(calls) > 70 and len(EVERY) - len(calls) == 2
    answers = functions.run(CELLS, [[call.name, list(map(as_office_js, call.arguments))] for call in calls])
    for call, answer in zip(calls, answers):
        assert said(answer) == plainly(call), call


def test_a_whole_column_ends_at_its_last_cell(functions: Pane) -> None:
    column = "Array.from({ length: 1048576 }, (_, row) => [row < 3 ? row : ''])"
    answer = functions.run(f"async () => standin.cell('FORDEL_ANDEL', [{column}])")
    assert said(answer) == [[0.0], [1 / 3], [2 / 3]]


# ------------------------------------------------------------------------------------- refusals


def as_cells(value: Any) -> Any:
    """As a range comes: rows of cells, blank as empty text."""
    if isinstance(value, list):
        return [[as_cell(cell) for cell in row] if isinstance(row, list) else [as_cell(row)] for row in value]
    return None if value is None else [[as_cell(value)]]


def as_cell(value: Any) -> Any:
    return "" if value is None else value


def every_bad_input() -> list[tuple[str, dict[str, Any]]]:
    """What the golden file is made of: every bad input to every argument of every function."""
    found = []
    for name, valid in golden.VALID.items():
        for argument, value in valid.items():
            found += [(name, {**valid, argument: changed}) for changed in golden.bad_values(value).values()]
        found += [(name, {**valid, **change}) for other, _, change in golden.SPECIAL if other == name]
    return found


def test_every_refusal_of_the_golden_file_is_the_same_in_the_browser(functions: Pane) -> None:
    """Past Office.js, for some of it (NaN, a range of no cells) Excel cannot send; through all of xlwings' Python."""
    inputs = every_bad_input()
    assert len(inputs) > 1000
    bodies = []
    for name, given in inputs:
        arguments = [as_cells(given.get(argument)) for argument in inspect.signature(FUNCTIONS[name]).parameters]
        bodies.append(json.dumps({**HOW, "func_name": name, "args": arguments}))
    answers = functions.run("""async (bodies) => {
      const ours = document.querySelector("script[src$='wasm.js']").src;
      const { ask } = await import(ours.replace("wasm.js", "python.js"));
      return Promise.all(bodies.map((body) => ask("call", new TextEncoder().encode(body))));
    }""", bodies)
    for (name, given), answer in zip(inputs, answers):
        assert "bug" not in answer, (name, given)
        assert answer.get("refused", "-") == golden.answer(name, given), (name, given)


def test_a_refusal_is_one_sentence_and_the_function_is_asked_once(functions: Pane) -> None:
    functions.run(COUNT)
    answer = functions.run("() => standin.cell('FORDEL_ANDEL', [[['abc'], [200]]])")
    assert answer == {"error": "#VALUE!", "message": 'tal, nr. 1: "abc" er ikke et tal'}
    assert functions.run("() => asked") == 1


def test_the_cells_are_handed_to_python_as_bytes_and_come_back_so(functions: Pane) -> None:
    """None of it stays with the page; as a text each sign would be an object on its way."""
    functions.run(HANDED)
    assert functions.run("() => standin.cell('FORDEL_ANDEL', [[[1], [3]]])") == {"answer": [[0.25], [0.75]]}
    assert functions.run("() => handed") == [["Uint8Array", 0], "Uint8Array"]


@pytest.mark.parametrize("text", ["Ærø 😀", "\ud83d", 'a"b\\c', "\x00\x1f", "\u2028"], ids=ascii)
def test_a_text_is_the_same_there_and_back(functions: Pane, text: str) -> None:
    assert said(functions.run("(text) => standin.cell('FORDEL_ANDEL', [[[text], [3]]])", text)) == plainly(
        Call("FORDEL_ANDEL", ([[text], [3.0]],), "a text"))


@pytest.mark.parametrize("cell, sentence", [
    ({"type": "Error", "basicType": "Error", "basicValue": "#DIV/0!"},
     "tal, nr. 2: fejlværdien #DIV/0! er ikke et tal"),
    ({"type": "LinkedEntity", "basicType": "Error", "basicValue": "#VALUE!"},
     "tal, nr. 2: fejlværdien #VALUE! er ikke et tal"),
])
def test_an_error_and_a_data_type_are_no_numbers(functions: Pane, cell, sentence) -> None:
    assert said(functions.run("(cell) => standin.cell('FORDEL_ANDEL', [[[1], [cell]]])", cell)) == sentence


def test_a_data_type_alone_is_no_number(functions: Pane) -> None:
    stock = {"type": "LinkedEntity", "basicType": "Error", "basicValue": "#VALUE!"}
    assert said(functions.run("(cell) => standin.cell('FORDEL_PULJE', [[[cell]], [[1]]])", stock)) == (
        "pulje: fejlværdien #VALUE! er ikke et tal")


def test_a_date_is_its_number(functions: Pane) -> None:
    date = {"type": "FormattedNumber", "basicType": "Double", "basicValue": 3, "numberFormat": "dd-mm-yyyy"}
    assert said(functions.run("(cell) => standin.cell('FORDEL_ANDEL', [[[1], [cell]]])", date)) == [[0.25], [0.75]]


def test_arguments_left_out_are_null(functions: Pane) -> None:
    arguments = [[[1000]], KEY, None, None, None, None, [[100]]]
    answer = functions.run("(given) => standin.cell('FORDEL_PULJE', given)", arguments)
    assert said(answer) == [[500.0], [200.0], [300.0]]


def test_every_function_is_tied_to_its_id(functions: Pane) -> None:
    assert functions.run("() => [...standin.functions.keys()]") == [found.name for found in descriptions()]


# ------------------------------------------------------------------------------------- support


@pytest.mark.parametrize("where", ["functions", "pane"])
def test_support_can_call_a_function_and_see_the_version(where, request) -> None:
    page = request.getfixturevalue(where)
    assert page.run("() => fordel.version") == VERSION
    assert page.run("() => fordel.kald('FORDEL_ANDEL', [[[1], [3]]])") == [[0.25], [0.75]]
    refused = "() => fordel.kald('FORDEL_ANDEL', [[['x']]]).catch((sentence) => ({ sentence }))"
    assert page.run(refused) == {"sentence": 'tal, nr. 1: "x" er ikke et tal'}


def test_a_fault_of_ours_is_an_error_in_the_cell_and_a_report_in_the_pane(functions: Pane) -> None:
    """The report holds nothing of the workbook."""
    body = {**HOW, "func_name": "FORDEL_FINDES_IKKE", "args": [["hemmeligt"]]}
    functions.run("(body) => wasmCustomFunctionsCall(body).catch(() => 0)", body)
    told = functions.answer()
    assert "fejl i Fordel" in told and f"Fordel {VERSION}, Python 3.12" in told and "AttributeError" in told
    assert "hemmeligt" not in told and "Kopiér rapporten" in told
