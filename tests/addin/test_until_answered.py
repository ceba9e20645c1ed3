"""The one loop of questions and answers, and the step of a program that cannot wait for its user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from addin.until_answered import Answers, Choices, Stopped, deciding, step, until_answered
from addin.version import VERSION
from addin.workbook import Plan, Question, Questions, Refusal, Snapshot

PLAN = Plan([])
UNIT, ROW, POOL = (Question(setting, f"{setting}?") for setting in ("enhed", "række", "pulje"))


def decide(choices: Choices) -> Plan | Questions | Refusal:
    """Unit and row at once, then the pool; a pool of nothing is refused, a row that is a note asked about again."""
    first = tuple(question for question in (UNIT, ROW) if choices.get(question.setting) in (None, "", "note"))
    if first:
        return Questions(first)
    if not choices.get("pulje"):
        return Questions((POOL,))
    return Refusal("Puljen er 0.") if choices["pulje"] == "0" else PLAN


def user(*rounds: Mapping[str, str] | None) -> tuple[list[tuple[str, ...]], Any]:
    """What has been asked, and who answers: each round in turn."""
    seen: list[tuple[str, ...]] = []
    left = iter(rounds)

    def ask(questions: Questions) -> Answers | None:
        seen.append(tuple(question.setting for question in questions.questions))
        return next(left)

    return seen, ask


def test_it_is_asked_until_there_is_a_plan() -> None:
    seen, ask = user({"enhed": "kr.", "række": "sum"}, {"pulje": "100"})
    assert until_answered(decide, {}, ask) is PLAN
    assert seen == [("enhed", "række"), ("pulje",)]


def test_nothing_is_asked_where_all_is_chosen() -> None:
    seen, ask = user()
    assert until_answered(decide, {"enhed": "kr.", "række": "sum", "pulje": 100}, ask) is PLAN and seen == []


def test_a_round_may_be_answered_in_part_and_an_answer_be_changed() -> None:
    seen, ask = user({"række": "note"}, {"enhed": "kr.", "række": "sum"}, {"pulje": "100"})
    assert until_answered(decide, {"loft": None}, ask) is PLAN
    assert seen == [("enhed", "række"), ("enhed", "række"), ("pulje",)]


@pytest.mark.parametrize("nothing", [None, {}])
def test_no_answer_stops_it(nothing: Mapping[str, str] | None) -> None:
    seen, ask = user({"enhed": "kr.", "række": "sum"}, nothing)
    with pytest.raises(Stopped):
        until_answered(decide, {}, ask)
    assert len(seen) == 2


def test_a_refusal_ends_it_and_the_choices_given_are_not_changed() -> None:
    given: dict[str, Any] = {"enhed": "kr.", "række": "sum"}
    _, ask = user({"pulje": "0"})
    with pytest.raises(Refusal, match="Puljen er 0"):
        until_answered(decide, given, ask)
    assert given == {"enhed": "kr.", "række": "sum"}


def test_the_same_answer_to_the_same_question_is_not_tried_for_ever() -> None:
    seen, ask = user({"enhed": "kr.", "række": "note"}, *[{"række": "note"}] * 5)
    with pytest.raises(Refusal, match='Svaret "note" på "række" er givet før og kunne ikke bruges'):
        until_answered(decide, {}, ask)
    assert len(seen) == 2


def test_steps_with_the_choices_carried_are_the_loop() -> None:
    """As the pane of Excel does, where each round is a call of its own; a call may come twice."""
    first = step(decide, {})
    assert first.choices == {} and first.answer == Questions((UNIT, ROW))
    for _ in range(2):
        second = step(decide, first.choices, {"enhed": "kr.", "række": "sum"})
    assert second.answer == Questions((POOL,))
    assert step(decide, second.choices, {"pulje": "100"}).answer is PLAN
    with pytest.raises(Refusal, match="Puljen er 0"):
        step(decide, second.choices, {"pulje": "0"})


def test_the_action_is_asked_over_one_snapshot_at_one_time_of_day() -> None:
    calls = []

    def action(*given: Any) -> Plan:
        calls.append(given)
        return PLAN

    taken = Snapshot("b.xlsx", ())
    asked = deciding(action, taken)
    asked({})
    asked({"pulje": 1})
    assert [call[1] for call in calls] == [{}, {"pulje": 1}]
    assert all(call[0] is taken and call[3] == VERSION for call in calls) and calls[0][2] == calls[1][2]
