"""Numbers of persons stop the copy; text about one child is asked about; both also where the text is broken."""

from __future__ import annotations

from typing import Any

import pytest

from addin.chart import Chart
from addin.filejobs.personer import ABSENT, judged, texts
from addin.finding.asking import Asked
from addin.workbook import Area, Refusal, SheetPlan

CPR = "010190-1234"


def page(*rows: list[Any]) -> SheetPlan:
    plan = SheetPlan("fordeling", "Fordeling")
    for number, row in enumerate(rows):
        plan.put_row(number, row)
    return plan


@pytest.mark.parametrize("rows", [
    [["Navn"], [CPR]], [["Sagsnr. " + CPR]], [["Kontakt: 0101901234"]], [["Børn"], [101901234.0]],
    [["Begrundelse: det er givet for 010190-"], ["   1234 alene."]], [["x 010190 1234"]], [["x 010190–1234."]]])
def test_a_number_of_a_person_stops_the_copy_and_is_not_repeated(rows: list[list[Any]]) -> None:
    with pytest.raises(Refusal) as refused:
        judged([page(*rows)], {})
    assert "personnummer i Fordeling!A" in str(refused.value) and "1234" not in str(refused.value)


def test_it_is_seen_in_the_name_the_header_and_the_picture() -> None:
    def refused(plan: SheetPlan) -> bool:
        try:
            judged([plan], {})
        except Refusal:
            return True
        return False

    area = Area("Fordeling", 0, 0, 1, 0)
    named, headed, drawn = page(["x"]), page(["x"]), page(["x"])
    named.name, headed.header = f"Ark {CPR}", CPR
    drawn.charts.append(Chart("T", area, (), "", "", 1.0, 0, 0, 1, 1, f"{CPR}: 7"))
    assert [refused(plan) for plan in (page(["x"]), named, headed, drawn)] == [False, True, True, True]


def test_amounts_and_fingerprints_are_no_persons() -> None:
    done = judged([page(["Tildeling, kr."], [101_901_234.0], [f"SHA-256: {'ab' * 27}0101901234"],
                        ["sum 1.019.012.340"])], {})
    assert len(done.sheets[0].cells) == 4 and done.left_out == []


def test_text_about_one_child_is_asked_about_and_may_be_left_out() -> None:
    plan = page(["Ét barn afgør tærsklen: 2 modtagere."], ["Solen: beløbet er fast, fordi familien er"],
                ["   flyttet."], ["Månen", 7.0])
    key = "klargoer tekst Solen: beløbet er fast, fordi familien er flyttet."
    with pytest.raises(Asked) as asked:
        judged([plan], {})
    question, = asked.value.questions
    assert question.setting == key and [value for value, _ in question.choices] == ["send", "udelad"]
    assert [cell.value for cell in judged([plan], {key: "send"}).sheets[0].cells] == [cell.value for cell in plan.cells]
    done = judged([plan], {key: "udelad"})
    assert [cell.value for cell in done.sheets[0].cells] == [
        "Ét barn afgør tærsklen: 2 modtagere.", ABSENT, None, "Månen", 7.0]
    assert [line.column for line in done.left_out] == ["A2"]


def test_a_broken_text_is_one_again() -> None:
    assert [text.text for text in texts(page(["Et", "B"], ["   to", "C"], ["Tre"]))] == ["Et to", "Tre", "B", "C"]
    assert [text.text for text in texts(page(["Et og-"], ["   to"], ["   tre"], ["Fire"]))] == ["Et og-to tre", "Fire"]
