"""The action in tests: its plan, its questions, its refusal, and what stands on a sheet of the plan."""

from __future__ import annotations

from typing import Any

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Question, Questions, Refusal, Snapshot
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import MADE, WHY


def act(taken: Snapshot, **choices: Any) -> Plan | Refusal:
    answer = fordel_pulje(taken, {**WHY, **choices}, MADE, "0")
    assert isinstance(answer, (Plan, Refusal)), answer
    return answer


def planned(taken: Snapshot, **choices: Any) -> Plan:
    answer = act(taken, **choices)
    assert isinstance(answer, Plan), answer
    return answer


def refused(taken: Snapshot, **choices: Any) -> str:
    answer = act(taken, **choices)
    assert isinstance(answer, Refusal)
    return str(answer)


def asked(taken: Snapshot, **choices: Any) -> dict[str, Question]:
    answer = fordel_pulje(taken, choices, MADE, "0")
    assert isinstance(answer, Questions), answer
    return {question.setting: question for question in answer.questions}


def cells(plan: Plan, key: str) -> dict[tuple[int, int], Any]:
    sheet = next(sheet for sheet in plan.sheets if sheet.key == key)
    return {(cell.row, cell.column): cell.value for cell in sheet.cells}


def amounts(plan: Plan) -> dict[str, float]:
    return {name: amount for name, amount, _ in plan.summary["tabel"]}


SIMPLE = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL)
CHILD_HEADS = ("Institution", "Alderstrin", "Enlig", "Indkomst")
CHILD_ROWS = [("A", 3, 1, 0), ("A", 2, 1, 1), ("B", 1, 0, 1), ("B", 4, 0, 0)]
HOUSES = [("Institution", "0-2 år", "3-5 år"), ("A", 5, 5), ("B", 3, 3)]
CHILD_POOL = [("Pulje", 1000), ("Mindst antal kriterier", 1)]
