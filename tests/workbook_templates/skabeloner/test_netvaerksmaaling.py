"""A kommune's own factor beside KORA's fifteen, and the type of steering derived from two answers."""

from __future__ import annotations

import statistics

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import changed, field, lines
from workbook_templates.kora_2017 import DIFFERENTIERING
from workbook_templates.skabeloner.netvaerksmaaling import FIGURER, INTERVALLER

NAVN = "netvaerksmaaling"


def test_the_factors_leave_out_special_institutions_and_those_without_money() -> None:
    shown = [line["Kr. pr. vægtet barn"] for line in lines(NAVN, "Institutioner", "Enhed").values()]
    per_child = [value for value in shown[:-1] if value not in (None, "")]  # the last is the sum row's
    assert len(per_child) == 10
    assert field(NAVN, "Institutioner", "Faktor") == pytest.approx(max(per_child) / min(per_child))
    assert (round(min(per_child)), round(max(per_child))) == (1322, 4661)
    quarters = statistics.quantiles(per_child, n=4, method="inclusive")
    assert field(NAVN, "Institutioner", "Kvartilfaktor") == pytest.approx(quarters[2] / quarters[0])


def test_kora_s_table_has_its_medians_and_the_kommune_its_place() -> None:
    assert field(NAVN, "KORA 2017", "KORA's median, faktor") == 5.6
    assert field(NAVN, "KORA 2017", "KORA's median, kvartilfaktor") == 2.4
    own = field(NAVN, "KORA 2017", "Jeres faktor")
    assert field(NAVN, "KORA 2017", "Nummer fra neden blandt KORA's 15 og jer") == 1 + sum(
        kommune.faktor < own for kommune in DIFFERENTIERING)


@pytest.mark.parametrize(("staff", "service", "wanted"), [
    ("ja", "ja", "1 fuld styring"), ("ja", "nej", "2 inputstyring"), ("nej", "ja", "3 styring på ydelsen"),
    ("nej", "nej", "4 decentralisering"), (None, "ja", "")])
def test_the_type_of_steering_is_derived_and_never_asked(staff: str | None, service: str, wanted: str) -> None:
    done = made(changed(NAVN, sB9=staff, sB10=service))
    assert done.values.value(done.book.fields["styring"]) == wanted


@pytest.mark.parametrize(("share", "wanted"), [
    (0.0094, "under alle 17"), (0.0095, "som 11 af 17: højst 3 %"), (0.0304, "som 11 af 17: højst 3 %"),
    (0.0306, "som 4 af 17: over 3 %"), (0.0994, "som 4 af 17: over 3 %"), (0.0996, "som 2 af 17: 10 %"),
    (0.1006, "over alle 17")])
def test_the_share_stands_among_the_seventeen_in_the_words_of_figure_4_5(share: float, wanted: str) -> None:
    done = made(changed(NAVN, budget=1_000_000, beloeb=share * 1_000_000))
    assert done.values.value(done.book.fields["plads_andel"]) == wanted


def test_question_2_has_the_form_s_twenty_one_answers_and_the_example_s_own_among_them() -> None:
    assert len(INTERVALLER) == 21
    bounds = [tuple(map(int, each.split("-"))) for each in INTERVALLER[1:-1]]
    assert all(low == before + 1 for (_, before), (low, _) in zip([(0, 10), *bounds], bounds))
    children = field(NAVN, "Institutioner", "Børn pr. enhed, gennemsnit")
    low, high = map(int, field(NAVN, "Svar", "2. Børn pr. enhed (gennemsnit)").split("-"))
    assert low <= children < high + 1


def test_each_of_kora_s_figures_is_there_and_named_once() -> None:
    names = [name for name, _, _ in FIGURER]
    assert len(set(names)) == len(names)
    assert {name.split()[0] for name in names} >= {f"4.{nr}" for nr in range(1, 17)}
