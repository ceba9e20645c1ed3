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


@pytest.mark.parametrize("text", [
    "０１０１９０-１２３４",
    "0101\u200b90-1234", "010190\u00ad1234", "01\ufeff0190-1234", "010190−1234", "010190‒1234",
    "010190_1234", "010190\u20091234", "01.01.90-1234", "01/01/90-1234", "01 01 90 1234", "01-01-90-1234",
    "010190/1234", "010190.1234", "%30%31%30%31%39%30-1234", "&#48;10190-1234", "MDEwMTkwLTEyMzQ=",
    "se MAAxADAAMQA5ADAALQAxADIAMwA0AA== her",
    "_x0030_10190-1234"])
def test_a_number_that_is_written_in_another_way_stops_it_too(text: str) -> None:
    with pytest.raises(Refusal):
        judged([page([text])], {})


@pytest.mark.parametrize("text", [
    "01.01.1990-1234", "Opgjort pr. 01.08.26 1200 børn", "01.08.2026-2027", "Daginstitutioner og dagtilbud",
    "12.345.678", "Socioøkonomi_2026_2027", "a" * 64, "31.02.90-1234", "5790001234567", "pulje 2.400.000"])
def test_what_is_no_number_of_a_person_does_not(text: str) -> None:
    assert judged([page([text])], {}).left_out == []


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
