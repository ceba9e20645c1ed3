"""What our sheets are called: the edition is part of the name, and other editions are left alone."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.messages import FORMULAS, SHEET, warning
from addin.sheets.naming import MAX_UDGAVE, edition_of, naming, others
from addin.workbook import Plan, Refusal, Sheet, Snapshot
from tests.addin.actions.acting import planned
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import MADE, texts

EMPTY = Snapshot("x.xlsx", (Sheet("Budget", []),))


def with_ours(**ours: str) -> Snapshot:
    sheets = tuple(Sheet(name, []) for name in ours.values())
    return dataclasses.replace(EMPTY, sheets=(*EMPTY.sheets, *sheets), ours=ours)


def test_an_edition_is_part_of_every_name_but_the_settings_and_the_checks() -> None:
    found = naming(EMPTY, "høring")
    assert found.names == {"fordeling": "Fordeling (høring)", "bilag": "Fordeling bilag (høring)",
                           "trin": "Fordeling trin (høring)",
                           "kontrol": "Fordeling kontrol (høring)", "opsaetning": "Fordel opsætning",
                           "boernelinjer": "Fordel børn (høring)", "tjek": "Fordel tjek"}
    assert (found.keys["fordeling"], found.keys["opsaetning"]) == ("fordeling høring", "opsaetning")


def test_no_edition_is_as_before() -> None:
    found = naming(EMPTY, None)
    assert (found.names["fordeling"], found.keys["fordeling"], found.moved) == ("Fordeling", "fordeling", {})


def test_another_edition_stays_and_the_same_one_is_replaced_whatever_its_case() -> None:
    taken = with_ours(**{"fordeling høring": "Fordeling (høring)", "opsaetning": "Fordel opsætning"})
    assert others(taken, naming(taken, "endelig").keys) == ["Fordeling (høring)"]
    again = naming(taken, "Høring")
    assert (again.names["fordeling"], others(taken, again.keys)) == ("Fordeling (høring)", [])


def test_a_sheet_the_user_has_renamed_keeps_its_name() -> None:
    assert naming(with_ours(fordeling="Til byrådet"), None).names["fordeling"] == "Til byrådet"


def test_a_sheet_of_the_user_s_with_our_name_is_told() -> None:
    taken = dataclasses.replace(EMPTY, sheets=(Sheet("FORDELING KONTROL (HØRING)", []),))
    found = naming(taken, "høring")
    assert found.names["kontrol"] == "Fordeling kontrol (høring) (2)"
    assert found.names["kontrol"].casefold() != "fordeling kontrol (høring)" and len(found.moved) == 1


@pytest.mark.parametrize(("given", "shown"), [(None, ""), ("", ""), (" endelig ", "endelig"), (2.0, "2"),
                                              ("x" * MAX_UDGAVE, "x" * MAX_UDGAVE)])
def test_an_edition_as_it_stands_in_names(given: object, shown: str) -> None:
    assert edition_of(given) == shown


@pytest.mark.parametrize("given", ["x" * (MAX_UDGAVE + 1), "a/b", "a:b", "[2]", "(2)", "a|b", "a\"b", "a'b"])
def test_what_cannot_stand_in_a_sheet_s_name_is_refused(given: str) -> None:
    with pytest.raises(Refusal, match="kan ikke stå i et arks navn"):
        naming(EMPTY, given)


def test_the_longest_name_just_fits() -> None:
    assert max(map(len, naming(EMPTY, "x" * MAX_UDGAVE).names.values())) == 31


def test_the_user_s_own_sheets_keep_their_names() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL, **{"fordeling": [["mit"]], "Fordeling (2)": [["også"]]})
    plan = planned(taken)
    assert plan.sheets[0].name == "Fordeling (3)"
    assert any('hedder "Fordeling (3)"' in message for message in texts(plan.messages))
    assert plan.names["Fordel_kontrol"] == "'Fordeling kontrol'!$C$4"


OURS = {"fordeling": "Fordeling", "fordeling høring": "Fordeling (høring)",
        "fordeling høring/1": "Fordeling (høring 1)", "tjek": "Fordel tjek"}


@pytest.mark.parametrize("action, choices, told", [
    (fordel_pulje, {}, ["Fordeling", "Fordel tjek"]), (fordel_pulje, {"udgave": "endelig"}, ["Fordel tjek"]),
    (fordel_pulje, {"udgave": "høring"}, ["Fordeling (høring)", "Fordeling (høring 1)", "Fordel tjek"]),
    (fordel_tjek, {}, ["Fordel tjek"]), (opret_opsaetning, {}, [])])
def test_what_is_put_on_a_sheet_is_told_where_that_is_written_anew(action: Any, choices: Any, told: Any) -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL, **{name: [[]] for name in OURS.values()})
    said = [*(warning(SHEET, f"På {name}.", name) for name in OURS.values()), warning(FORMULAS, "Formler.")]
    plan = action(dataclasses.replace(taken, ours=OURS, notices=tuple(said)), choices, MADE, "0")
    assert isinstance(plan, Plan), plan
    assert [text for text in texts(plan.messages) if text.startswith(("På", "Formler"))] == [
        *(f"På {name}." for name in told), "Formler."]
