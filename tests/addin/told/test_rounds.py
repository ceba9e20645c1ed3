"""The rounds of a run on a screen: asked, answered, complained of, and asked for a reason."""

from __future__ import annotations

import pytest

from addin.actions.opret_opsaetning import opret_opsaetning
from addin.told.rounds import AGAIN, CHOOSE, Rounds
from addin.told.run import NOT_USED, Telling
from addin.told.shapes import Asking, Refused
from addin.told.words import plain
from addin.until_answered import deciding
from addin.workbook import Plan, Question, Questions, Refusal, Snapshot
from tests.builders import HEADINGS, ROWS, snapshot

KEY = Question("noegle", "Hvilken kolonne?", (("A", "den ene"), ("B", "den anden")))
POOL = Question("pulje", "Hvor stor er puljen? (--pulje)")


def action(snapshot: Snapshot, choices, made: str, version: str) -> Plan | Questions | Refusal:
    """Asks for both, then refuses one answer."""
    if not (choices.get("noegle") and choices.get("pulje")):
        return Questions((KEY, POOL))
    return Refusal("Budget!A1: nej.") if choices["noegle"] == "B" else Plan([])


@pytest.fixture
def rounds() -> Rounds:
    return Rounds()


def said(rounds: Rounds, choices, given):
    taken = snapshot(Budget=[HEADINGS, *ROWS])
    return rounds.next(Telling("opret_opsaetning", taken, plain), deciding(action, taken), choices, given)


def test_what_is_asked_is_kept_and_answers_are_looked_at_first(rounds) -> None:
    first = said(rounds, {}, None)
    assert isinstance(first.answer, Asking) and [each.setting for each in first.answer.questions] == ["noegle", "pulje"]
    assert not any("--" in text for each in first.answer.questions for text, _ in each.text)
    assert rounds.complaints({"pulje": " "}, {}) == {"noegle": CHOOSE, "pulje": "Svaret mangler."}
    assert rounds.complaints({"noegle": "A", "pulje": "5"}, {"pulje": "5"}) == {"pulje": AGAIN}
    assert rounds.complaints({"noegle": "A", "pulje": "5"}, {}) == {}


def test_answers_are_carried_to_the_plan_or_the_refusal(rounds) -> None:
    first = said(rounds, {"afrunding": "100"}, None)
    done = said(rounds, first.choices, {"noegle": "A", "pulje": "5"})
    assert isinstance(done.answer, Plan) and done.choices == {"afrunding": "100", "noegle": "A", "pulje": "5"}
    assert rounds.complaints({}, {}) == {}  # nothing is asked any more
    refused = said(rounds, first.choices, {"noegle": "B", "pulje": "5"})
    assert isinstance(refused.answer, Refused) and refused.answer.place == "Budget!A1"


def test_an_answer_that_it_is_another_amount_was_used(rounds) -> None:
    """The pool is asked about by its cell first, and then for itself."""
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Beløb", 125_000)])
    telling = Telling("opret_opsaetning", taken, plain)
    first = rounds.next(telling, deciding(opret_opsaetning, taken), {}, None)
    assert isinstance(first.answer, Asking) and first.answer.questions[0].choices[-1][0] == "andet"
    other = rounds.next(telling, deciding(opret_opsaetning, taken), first.choices, {"pulje": "andet"})
    assert isinstance(other.answer, Asking) and other.answer.questions[0].choices == []
    assert other.answer.questions[0].again == ""


def test_an_answer_that_is_asked_for_again_could_not_be_used(rounds) -> None:
    decide = deciding(lambda *_: Questions((POOL,)), snapshot(Budget=[HEADINGS, *ROWS]))
    telling = Telling("opret_opsaetning", snapshot(Budget=[HEADINGS, *ROWS]), plain)
    for given, again in ((None, ""), ({"pulje": "Noter"}, NOT_USED), ({"pulje": "Bilag"}, NOT_USED), (None, "")):
        said = rounds.next(telling, decide, {}, given)
        assert isinstance(said.answer, Asking) and said.answer.questions[0].again == again
