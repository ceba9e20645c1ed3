"""Each check: green on a good workbook, red on one thing wrong, and just that one."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from addin.checks.run import CHECKS, Answer, as_text, mark
from addin.workbook import BadCell
from tests.addin.checks.checking import ROWS, found, made, statuses, with_cell
from workbook_templates.fordel_tjek import FORTALT, GROEN, ROED, TILSIDESAT, TJEK, Tjek


def test_a_good_workbook_is_all_green() -> None:
    assert found(made()) == {}
    assert set(statuses(made()).values()) == {GROEN}
    assert list(statuses(made())) == [tjek.key for tjek in TJEK]


@pytest.mark.parametrize(
    "rows, values, key, text",
    [
        (with_cell(1, 0, "Anemomen"), {}, "navne", "Anemonen (Ark!A2) og Anemomen (Ark!A3)"),
        (with_cell(2, 1, None), {}, "uden_boern", "Cikorien (Ark!A4) har nøglen 9, men 0 børn"),
        (with_cell(0, 4, 3_000), {}, "enhed", "Ark!E2: grundbudgettet er 75 kr. pr. barn"),
        (ROWS, {"pulje": 1300}, "sidste_aar",
         "til fordeling er 1.300 kr., sidste års tildeling var 970 kr. i alt (+34 %)"),
        (ROWS, {"pulje": 1300, "centralt": 600}, "sidste_aar",
         "til fordeling er 700 kr., sidste års tildeling var 970 kr. i alt (-27,8 %)"),
        (with_cell(1, 2, 0), {}, "kommet_gaaet", "Birkelunden (Ark!A3) fik penge sidste år, men har ingen nøgle nu"),
        (with_cell(1, 0, "Birkelunden åbner i august"), {}, "maaneder",
         "Birkelunden åbner i august (Ark!A3) har ingen måneder i drift"),
    ],
)
def test_one_thing_wrong_is_one_red(rows, values, key, text) -> None:
    assert found(made(rows, **values)) == {key: [text]}


def test_figures_that_cannot_be_read_are_one_red_and_the_rest_is_unknown() -> None:
    answers = statuses(made(with_cell(1, 2, "n/a")))
    assert answers["laest"] == "rød" and answers["fejlvaerdier"] == GROEN
    assert {answers[tjek.key] for tjek in TJEK[2:]} == {""}
    assert "Ark!C3" in found(made(with_cell(1, 2, "n/a")))["laest"][0]


NAMES, TOLD = (next(tjek for tjek in TJEK if tjek.key == key) for key in ("navne", "smaa_antal"))
READ = TJEK[0]


@pytest.mark.parametrize("tjek, lines, reason, status, stops", [
    (NAMES, [], "", GROEN, False), (NAMES, [], "aftalt", GROEN, False), (NAMES, ["to huse"], "", ROED, True),
    (NAMES, ["to huse"], "aftalt", TILSIDESAT, False), (TOLD, ["3 børn"], "", FORTALT, False),
    (READ, ["Ark!C3"], "aftalt", ROED, True)])
def test_what_a_finding_and_a_reason_make_of_a_check(tjek: Tjek, lines: list[str], reason: str, status: str,
                                                     stops: bool) -> None:
    """No reason makes figures readable, and what is only told stops nothing."""
    answer = Answer(tjek, lines, reason)
    assert (answer.status, answer.stops) == (status, stops)


def test_a_mark_is_of_each_finding_and_of_nothing_there_is_none() -> None:
    assert mark([]) == ""
    assert len({mark(lines) for lines in (["a"], ["b"], ["a", "b"], ["ab"])}) == 4 and mark(["a"]) == mark(["a"])


@pytest.mark.parametrize("value, text", [(None, ""), (BadCell("#REF!"), ""), ("  aftalt ", "aftalt"), (7.0, "7"),
                                         (datetime.date(2026, 11, 3), "03.11.2026"), (True, "True")])
def test_a_reason_as_it_is_read(value: Any, text: str) -> None:
    assert as_text(value) == text


def test_every_check_that_is_shown_has_a_function() -> None:
    assert {*CHECKS, "laest", "fejlvaerdier"} == {tjek.key for tjek in TJEK}
