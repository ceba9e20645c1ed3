"""Where a guarantee per child has last year's children from; what it does: tests/addin/dele/test_garanti_pr_barn.py."""

from __future__ import annotations

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan
from tests.addin.dele.test_garanti_pr_barn import HEAD, ROWS, made
from tests.planning import MADE, WHY, amounts, planned, refused, texts


def test_the_column_is_found_by_its_heading_and_else_asked_for() -> None:
    unnamed = {"boern_foer": ""}
    assert amounts(planned(made(more=unnamed))) == amounts(planned(made()))
    other = made(head=[*HEAD[:4], "Pladser i fjor"], more=unnamed)
    answer = fordel_pulje(other.snapshot(), WHY, MADE, "0")
    assert [(each.setting, [value for value, _ in each.choices]) for each in answer.questions] == [
        ("boern_foer", ["Ark!E2:E5"])]
    answer = fordel_pulje(other.snapshot(), {**WHY, "boern_foer": "Ark!E2:E5"}, MADE, "0")
    assert isinstance(answer, Plan) and amounts(answer) == amounts(planned(made()))
    without = made([row[:4] for row in ROWS], HEAD[:4], unnamed)
    assert "der er ingen kolonne med børn sidste år. Giv den navnet Fordel_boern_foer" in refused(without)
    assert "ikke brugt" in " ".join(texts(planned(made(more=unnamed, garanti_gaelder="beløbet")).messages))


def test_where_the_guarantee_is_of_the_amounts_a_column_that_is_pointed_at_is_told_not_to_be_used() -> None:
    told = "Børn sidste år bruges ikke, for Garanti og højst gælder beløbet."
    assert told in texts(planned(made(garanti_gaelder="beløbet")).messages)
    assert told not in texts(planned(made()).messages)
