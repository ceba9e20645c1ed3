"""The sheet of checks: its verdict, its findings, and how many more there are."""

from __future__ import annotations

import pytest

from addin.checks.run import Answer
from addin.sheets import tjek
from tests.addin.checks.checking import checked, made
from workbook_templates.fordel_tjek import INTET, TJEK


def test_many_findings_are_counted() -> None:
    rows = [[f"Børnehuset {word}", 40, 10 + at, None, None] for at, word in enumerate(
        ("Ahorn", "Birk", "Ceder", "Douglas", "Eg", "Fyr", "Gran", "Hassel", "Ildtorn", "Jasmin"))]
    rows[0][3] = 400
    columns = {"navn": "Ark!$A$2:$A$11", "boern": "Ark!$B$2:$B$11", "noegle": "Ark!$C$2:$C$11",
               "sidste_aar": "Ark!$D$2:$D$11"}
    plan = checked(made(rows, columns, pulje=400))
    text = next(str(cell.value) for cell in plan.sheets[0].cells if "ingen tildeling sidste år" in str(cell.value))
    assert text.count("\n") == 8 and text.endswith("og 1 til")


NAMES, TOLD = (next(each for each in TJEK if each.key == key) for key in ("navne", "smaa_antal"))
GREEN, RED, ASIDE = Answer(NAMES, []), Answer(NAMES, ["to huse"]), Answer(NAMES, ["to huse"], "aftalt")
SAID = Answer(TOLD, ["3 børn"])


@pytest.mark.parametrize(("answers", "text"), [
    ([GREEN], "Intet er fundet."), ([GREEN, SAID], "Intet stopper. 1 gult tjek fortæller noget."),
    ([RED], "1 rødt tjek stopper: gør, som der står, og tjek igen."),
    ([RED, RED, ASIDE, SAID, SAID], "2 røde tjek stopper: gør, som der står, og tjek igen. 2 gule tjek fortæller "
                                    "noget. 1 rødt er tilsidesat med en begrundelse."),
    ([ASIDE, ASIDE], "Intet stopper. 2 røde er tilsidesat med en begrundelse.")])
def test_the_verdict_counts_what_is_red_told_and_set_aside(answers: list[Answer], text: str) -> None:
    assert tjek.verdict(answers) == text


@pytest.mark.parametrize(("many", "last"), [(8, "7"), (9, "og 1 til")])
def test_eight_findings_are_shown_and_the_rest_counted(many: int, last: str) -> None:
    lines = tjek.listed_lines(list(map(str, range(many)))).split("\n")
    assert (lines[7], lines[-1]) == ("7", last)


def test_what_nobody_could_look_at_is_not_green() -> None:
    plan = tjek.sheet("Fordel tjek", [GREEN, Answer(NAMES, [], asked=False)], "fil")
    found = {(cell.row, cell.column): cell.value for cell in plan.cells}
    assert (found[tjek.HEAD + 1, 2], found[tjek.HEAD + 2, 2]) == (INTET, "")
    assert found[tjek.HEAD + 2, 3] == "Ikke tjekket: tallene kan ikke læses."
