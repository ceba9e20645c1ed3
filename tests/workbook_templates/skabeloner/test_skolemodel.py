"""Whole classes by the ceiling of each grade, the parts of an allocation, the guarantee and the transition."""

from __future__ import annotations

import math

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import changed, lines
from workbook_templates.skabeloner.skolemodel import ELEVER, LOFT, MINIMUM, TIMER

NAVN = "skolemodel"


def test_classes_are_whole_and_counted_in_each_grade() -> None:
    shown = lines(NAVN, "Klasser", "Skole")
    for school, _, pupils, *_ in ELEVER:
        classes = [math.ceil(many / ceiling) for many, ceiling in zip(pupils, LOFT)]
        assert [shown[school][f"{grade}. kl."] for grade in range(10)] == classes
        assert shown[school]["Klasse-kvotient"] == pytest.approx(sum(pupils) / sum(classes))


def test_an_allocation_is_its_parts_and_at_least_the_guarantee() -> None:
    shown = lines(NAVN, "Beregning", "Skole")
    school, _, pupils, special, key, need = ELEVER[0]
    classes = [math.ceil(many / ceiling) for many, ceiling in zip(pupils, LOFT)]
    hours = sum(many * each for many, each in zip(classes, TIMER))
    found = shown[school]
    assert found["Klasse-del"] == hours * 31_000 and found["Elev-del"] == sum(pupils) * 12_500
    floor, teaching = found["Garanti: minimums-timer"], found["Sum til under-visning"]
    assert floor == sum(many * each for many, each in zip(classes, MINIMUM)) * 31_000
    assert found["Socio-økonomi"] == pytest.approx(9_000_000 * key / sum(line[4] for line in ELEVER))
    parts = ("Klasse-del", "Elev-del", "Hold-deling", "Socio-økonomi")
    assert teaching == pytest.approx(sum(found[part] for part in parts))
    assert found["Tildeling før afrunding"] == pytest.approx(max(teaching, floor) + special * 1_450_000 + 2_100_000)
    assert found["Tildeling minus behov"] == pytest.approx(found["Tildeling før afrunding"] - need)
    assert found["Special-klasser"] == special * 1_450_000


def test_a_school_below_its_minimum_hours_is_lifted() -> None:
    """What is for special classes and leadership is no hours, and comes on top."""
    done = made(changed(NAVN, pr_elev=-1e5))
    sheet, box = done.book.columns["ber", "over"]
    assert [done.values.value((sheet, row, box.column)) for row in range(box.row, box.row + 6)] == ["ja"] * 6
    of = {key: [done.values.value((sheet, row, done.book.columns["ber", key][1].column))
                for row in range(box.row, box.row + 6)] for key in ("garanti", "special", "ledelse", "tildeling")}
    assert of["tildeling"] == [sum(parts) for parts in zip(of["garanti"], of["special"], of["ledelse"])]  # type: ignore[arg-type]


def test_a_transition_is_seven_months_of_the_old_and_five_of_the_new() -> None:
    shown = lines(NAVN, "Overgang", "Skole")["Åskolen"]
    assert shown["Året, før afrunding, kr."] == pytest.approx(
        7 / 12 * shown["Gammel model, kr."] + 5 / 12 * shown["Ny model, kr."])
