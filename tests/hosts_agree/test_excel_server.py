"""The same through the real xlwings Server: what the client is answered, and when it must not ask again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.hosts_agree.excel_client import VERSION, applied, request
from tests.hosts_agree.excel_process import Process

WORKBOOK = Path(__file__).parents[1] / "workbooks" / "dagtilbud_budget_2023.xlsx"


@pytest.fixture(scope="module")
def server() -> Iterator[Process]:
    with Process("server") as process:
        yield process


def call(server: Process, name: str, *arguments: Any) -> Any:
    body = {"client": "Office.js", "func_name": name, "args": list(arguments), "caller_address": "[b.xlsx]Ark1!A1",
            "session_id": "1", "culture_info_name": "da-DK", "date_format": "dd-MM-yyyy", "version": VERSION,
            "runtime": "1.4"}
    return server.ask(path="/xlwings/custom-functions-call", body=body)


def test_a_function_answers(server) -> None:
    assert call(server, "FORDEL_ANDEL", [[1], [3]]) == {"status": 200, "body": {"result": [[0.25], [0.75]]}}


def test_a_refusal_is_400_with_the_sentence_and_so_is_asked_once(server) -> None:
    assert call(server, "FORDEL_ANDEL", [[1], ["n/a"]]) == {"status": 400, "body": 'tal, nr. 2: "n/a" er ikke et tal'}


def test_a_mistake_of_ours_is_500_and_says_nothing_of_the_workbook(server) -> None:
    answer = call(server, "FORDEL_FINDES_IKKE", [[1]])
    assert answer["status"] == 500 and "FORDEL" not in answer["body"]


def test_a_button_answers_with_what_to_write(server) -> None:
    book = request(WORKBOOK)
    answer = server.ask(path="/xlwings/custom-scripts-call/fordel_pulje", body=book)
    assert answer["status"] == 200
    after = applied(book, answer["body"]["actions"])
    assert [sheet.name for sheet in after.sheets[-5:]] == [
        "Fordeling", "Fordeling bilag", "Fordeling trin", "Fordeling kontrol", "Fordel opsætning"]


def test_choices_follow_the_button(server) -> None:
    answer = server.ask(path="/xlwings/custom-scripts-call/fordel_pulje", body={**request(WORKBOOK), "args": ["[]"]})
    assert (answer["status"], answer["body"][:22]) == (400, "Valgene kan ikke læses")
