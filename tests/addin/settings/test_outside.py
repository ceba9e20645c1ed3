"""A table known by defined names: has it grown, and do its headings still say the same?"""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.workbook import Name, Plan, Questions, Refusal, Snapshot
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import texts

NAMED = tuple(Name(f"Fordel_{key}", f"Budget!${letter}$2:${letter}$4") for key, letter in (
    ("navn", "A"), ("boern_0_2", "B"), ("boern_3_5", "C"), ("belastning", "D")))
NEW = ("Nyhuset", 10, 20, 0.1)


def book(*rows: Any, heads: Any = HEADINGS, names: tuple[Name, ...] = NAMED) -> Snapshot:
    return dataclasses.replace(snapshot(Budget=[heads, *rows], Pulje=POOL), names=names)


def act(taken: Snapshot, **choices: Any) -> Any:
    return fordel_pulje(taken, choices, "nu", "0")


def names_of(plan: Any) -> list[str]:
    assert isinstance(plan, Plan), plan
    return [name for name, _, _ in plan.summary["tabel"]]


@pytest.mark.parametrize("between", [(), ((None, None, None, None),), (("I alt", 30, 70, None),)],
                         ids=["just below", "below a blank row", "below the total"])
def test_rows_below_the_named_ones_are_asked_about(between: Any) -> None:
    taken = book(*ROWS, *between, NEW)
    answer = act(taken)
    assert isinstance(answer, Questions), answer
    assert '"Nyhuset" har navn og tal, men ligger uden for' in answer.questions[0].text
    question = "uden for tabellen: Nyhuset"
    assert names_of(act(taken, **{question: "lad være"})) == ["Anemonen", "Birken", "Cikorien"]
    if not any("I alt" in row for row in between):
        taken_with = act(taken, **{question: "tag med"})
        assert names_of(taken_with) == ["Anemonen", "Birken", "Cikorien", "Nyhuset"]
        assert taken_with.names["Fordel_navn"].endswith(f"$A${5 + len(between)}")


def test_a_row_between_the_headings_and_the_named_ones_is_asked_about() -> None:
    moved = tuple(Name(name.name, name.target.replace("$2:", "$3:").replace("$4", "$5")) for name in NAMED)
    answer = act(book(NEW, *ROWS, names=moved))
    assert isinstance(answer, Questions) and 'A2 "Nyhuset"' in answer.questions[0].text


def test_a_pool_below_the_table_is_no_row_of_it() -> None:
    taken = dataclasses.replace(snapshot(Budget=[HEADINGS, *ROWS, (None,), ("Pulje", 100_000)]), names=NAMED)
    assert names_of(act(taken)) == ["Anemonen", "Birken", "Cikorien"]


def test_columns_that_have_changed_places_are_refused() -> None:
    answer = act(book(*ROWS, heads=("Institution", "3-5 år", "0-2 år", "Sandsynlighed")))
    assert isinstance(answer, Refusal)
    assert 'Fordel_boern_0_2 peger på Budget!B2:B4, men overskriften dér er "3-5 år"' in str(answer)


def test_a_key_may_be_any_column() -> None:
    named = (*NAMED[:3], Name("Fordel_noegle", "Budget!$D$2:$D$4"))
    assert len(names_of(act(book(*ROWS, names=named)))) == 3


def test_a_column_that_has_come_since_is_told() -> None:
    rows = [(*row, 0.3) for row in ROWS]
    plan = act(book(*rows, heads=(*HEADINGS, "Nøgle")))
    assert 'Budget!E1: kolonnen "Nøgle" er ikke brugt.' in texts(plan.messages)


def test_what_a_statement_prints_is_not_told_as_unused_unless_it_is_numbers() -> None:
    for heading, value, told in (("Krav", "Ansæt", False), ("Høringssvar", "For lidt", False), ("Krav", 5.0, True)):
        plan = act(book(*((*row, value) for row in ROWS), heads=(*HEADINGS, heading)))
        assert any(heading in text for text in texts(plan.messages)) is told


@pytest.mark.parametrize("action", [fordel_pulje, opret_opsaetning])
@pytest.mark.parametrize(("below", "refused"), [
    ([], False), ([("C", 5)], True), ([(None, None), ("C", 5)], False), ([("Note", None)], False)])
def test_a_row_just_below_names_over_no_table_that_is_known_is_refused(action: Any, below: Any, refused: bool) -> None:
    """No headings, so nothing but the names says what the table is."""
    names = (Name("Fordel_navn", "Ark!$A$1:$A$2"), Name("Fordel_noegle", "Ark!$B$1:$B$2"))
    answer = action(dataclasses.replace(snapshot(Ark=[("A", 1), ("B", 3), *below], Pulje=POOL), names=names), {}, "nu",
                    "0")
    assert isinstance(answer, Refusal if refused else Plan), answer
    assert not refused or "Ark, række 3 ligger lige under tabellen (Ark!A1:A2) og er ikke med" in str(answer)
