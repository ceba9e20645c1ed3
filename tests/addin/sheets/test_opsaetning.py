"""The sheet of settings: each with its value, its name, and where it came from."""

from __future__ import annotations

from tests.addin.actions import acting
from tests.addin.actions.test_opret_opsaetning import SIMPLE, planned, values
from tests.builders import HEADINGS, POOL, ROWS, snapshot


def test_every_setting_is_a_workbook_name_whose_target_is_the_truth() -> None:
    names = acting.planned(acting.SIMPLE).names
    assert names["Fordel_pulje"] == "'Pulje'!$B$1"
    assert names["Fordel_navn"] == "'Budget'!$A$2:$A$4"
    assert names["Fordel_loft"].startswith("'Fordel opsætning'!$B$")
    assert names["Fordel_kontrol"] == "'Fordeling kontrol'!$C$4"
    assert names["Fordel_skemaversion"].startswith("'Fordel opsætning'!")


def test_every_choice_between_words_is_a_list_in_its_cell() -> None:
    (sheet,) = planned(SIMPLE).sheets
    lists = {choice.words for choice in sheet.choices}
    assert {("fuld", "over"), ("kr.", "1.000 kr.", "mio. kr."), ("modtager", "institution")} <= lists


def test_what_was_skipped_stands_with_its_cell() -> None:
    rows = [HEADINGS, *ROWS, ("I alt", 30, 70, None), ("Note: foreløbige tal",)]
    plan = planned(snapshot(Budget=rows, Pulje=POOL))
    assert ("Budget!A5", '"I alt": sum af alle institutioner over den.') in plan.summary["bemaerkninger"]
    assert ("Budget!A6", '"Note: foreløbige tal": overskrift eller note uden tal.') in plan.summary["bemaerkninger"]


def test_the_criteria_stand_with_their_weights() -> None:
    data = [("Institution", "Enlig", "Alder", "Lav indkomst"), ("A", 1, 3, 0), ("A", 0, 2, 1), ("B", 1, 4, 1)]
    plan = planned(snapshot(I=[("Institution", "Børn"), ("A", 5), ("B", 3)], Børn=data,
                            P=[("Pulje", 1000), ("Mindst antal kriterier", 1)]))
    found = values(plan)
    assert (found["Enlig"], found["Alder"], found["Lav indkomst"]) == (1.0, 0.0, 1.0)
    assert plan.names["Fordel_kriterievaegte"].startswith("'Fordel opsætning'!$B$")
