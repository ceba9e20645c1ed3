"""All checks: nothing on a good workbook, one thing wrong is one red; and what grade and reason make of each."""

from __future__ import annotations

import pytest

from addin.checks.run import CHECKS, OF_REFUSALS, SEEN, Answer, in_words
from addin.workbook import Plan
from tests.addin.checks.checking import KEYS, checked, found, made, statuses, told, with_cell
from tests.planning import texts
from workbook_templates.fordel_tjek import FORTAELLES, INTET, STOPPER, TJEK, Tjek

MISSING = {tjek.key for tjek in TJEK if tjek.missing}
# What a good workbook without children, threshold and days cannot be asked.
NEEDY = {"uden_institution", "et_barn", "datoer"}


def test_a_good_workbook_finds_nothing() -> None:
    assert found(made()) == told(made()) == {}
    answers = statuses(made())
    assert list(answers) == [tjek.key for tjek in TJEK]
    assert {key for key, status in answers.items() if status == ""} == MISSING | NEEDY
    assert {status for key, status in answers.items() if key not in MISSING | NEEDY} == {INTET}


@pytest.mark.parametrize(
    "rows, values, key, text",
    [
        (with_cell(1, 0, "Anemomen"), {}, "navne", "Anemonen (Ark!A2) og Anemomen (Ark!A3)"),
        (with_cell(2, 1, None), {}, "uden_boern", "Cikorien (Ark!A4) har nøglen 9 og intet børnetal"),
        (with_cell(2, 2, None), {}, "tom_noegle", "Cikorien (Ark!A4) har 50 børn og ingen nøgle"),
        (with_cell(0, 4, 3_000), {}, "enhed", "Ark!E2: grundbudgettet er 75 kr. pr. barn"),
        (with_cell(1, 0, "Birkelunden åbner i august"), {}, "maaneder",
         "Birkelunden åbner i august (Ark!A3) har ingen måneder i drift"),
    ],
)
def test_one_thing_wrong_is_one_red(rows, values, key, text) -> None:
    assert found(made(rows, **values)) == {key: [text]}


@pytest.mark.parametrize("rows, values, key, text", [
    (with_cell(0, 0, "Anemonen"), {"pulje": 1300}, "sidste_aar",
     "til fordeling er 1.300 kr., sidste års tildeling var 970 kr. i alt (+34 %)"),
    (with_cell(0, 0, "Anemonen"), {"pulje": 1300, "centralt": 600}, "sidste_aar",
     "til fordeling er 700 kr., sidste års tildeling var 970 kr. i alt (-27,8 %)"),
    (with_cell(1, 2, 0), {}, "kommet_gaaet", "Birkelunden (Ark!A3) fik penge sidste år, men har ingen nøgle nu")])
def test_what_is_ordinary_is_told_and_stops_nothing(rows, values, key, text) -> None:
    taken = made(rows, **values)
    assert found(taken) == {} and told(taken)[key] == [text]


def test_figures_that_cannot_be_read_are_one_red_and_what_needs_them_is_unknown() -> None:
    answers = statuses(made(with_cell(1, 2, "n/a")))
    assert answers["laest"] == STOPPER and answers["fejlvaerdier"] == INTET
    assert {answers[key] for key in CHECKS} == {""} and {answers[key] for key in SEEN} == {INTET}
    assert "Ark!C3" in found(made(with_cell(1, 2, "n/a")))["laest"][0]


def test_a_bound_that_cannot_be_kept_is_its_own_red() -> None:
    lines = found(made(garanti=1.2))
    assert list(lines) == ["umulig"] and "gulvet er for højt" in lines["umulig"][0].casefold()


NAMES, KEYLESS, TOLD = (next(tjek for tjek in TJEK if tjek.key == key) for key in ("navne", "tom_noegle", "smaa_antal"))
READ = TJEK[0]


@pytest.mark.parametrize("tjek, lines, reason, status, stops", [
    (NAMES, [], "", INTET, False), (NAMES, [], "aftalt", INTET, False), (NAMES, ["to huse"], "", STOPPER, True),
    (NAMES, ["to huse"], "aftalt", FORTAELLES, False), (TOLD, ["3 børn"], "", FORTAELLES, False),
    (KEYLESS, ["Lærken"], "aftalt", STOPPER, True), (READ, ["Ark!C3"], "aftalt", STOPPER, True)])
def test_what_a_finding_and_a_reason_make_of_a_check(tjek: Tjek, lines: list[str], reason: str, status: str,
                                                     stops: bool) -> None:
    """A reason carries only what the list says it can, and what is only told stops nothing."""
    answer = Answer(tjek, lines, reason)
    assert (answer.status, answer.stops) == (status, stops)


def test_every_check_that_is_shown_has_a_function_or_says_what_is_missing() -> None:
    assert {*CHECKS, *SEEN, *OF_REFUSALS, *MISSING} == {tjek.key for tjek in TJEK}
    assert not {*CHECKS} & {*SEEN} and len(KEYS) == len(TJEK)


def test_the_numbers_run_without_a_gap() -> None:
    assert [tjek.nr for tjek in TJEK] == [*(f"R{at}" for at in range(1, 16)), *(f"Y{at}" for at in range(1, 19))]


def test_three_at_most_are_told_on_the_result_and_the_others_counted() -> None:
    rows = with_cell(1, 2, 0)
    plan = checked(made(rows, pulje=2000, loft=8))
    assert isinstance(plan, Plan) and texts(plan.warnings) == []


def test_a_reason_is_written_in_words() -> None:
    assert [in_words(text) for text in ("1", "2027", "x")] == ["Skriv begrundelsen med ord."] * 3
    assert in_words("De er to.") == "" and in_words("Aftalt 2027") == ""
