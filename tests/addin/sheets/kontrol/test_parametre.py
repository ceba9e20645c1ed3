"""The settings above the control's table, each through its name: what an empty cell means stands in the formula."""

from __future__ import annotations

from typing import Any

import pytest

from addin.run import celler
from addin.run.regnet import Regnet
from addin.sheets.kontrol import parametre
from tests.addin.checks.checking import children
from tests.planning import calculated, case

ROWS = [["Institution", "Nøgle", "Budget"], ["A", 1, 30_000], ["B", 2, 60_000]]
COLUMNS = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3", "grundbudget": "Ark!$C$2:$C$3"}
FIXED = {"faste beløb": "SUM(F2:F3)"}
SAVING = {"retning": "besparelse", "enhed_pulje": "kr.", "enhed_grundbudget": "kr."}


def made(**values: Any) -> Regnet:
    return calculated(case({"Ark": ROWS}, COLUMNS, **{"pulje": 900, **values})).first


@pytest.mark.parametrize(("key", "formula"), [
    ("loft", 'IF(Fordel_loft="","",Fordel_loft)'), ("over", 'IF(Fordel_taerskeltype="over",1,0)'),
    ("enhed", 'IF(Fordel_afrunding="",1,Fordel_afrunding)'), ("vaegt_0_2", 'IF(Fordel_vaegt="",1.0,Fordel_vaegt)'),
    ("hoejst", 'IF(Fordel_hoejst="","",Fordel_hoejst)'), ("mindst", "")])
def test_a_setting_is_its_name_or_what_an_empty_cell_means(key: str, formula: str) -> None:
    assert parametre.formula(made(), key, {}, "$C$9") == formula


def test_the_ceiling_of_a_saving_is_a_setting_of_its_own() -> None:
    assert parametre.formula(made(**SAVING), "hoejst", {}, "$C$9") == (
        'IF(Fordel_hoejst_andel="","",Fordel_hoejst_andel)')


def test_children_have_a_least_number_of_criteria() -> None:
    result = calculated(children([[1, "Anemonen", 1], [2, "Birkelunden", 1]])).first
    assert parametre.formula(result, "mindst", {}, "$C$9") == "Fordel_mindst_kriterier"


def test_fixed_amounts_are_taken_off_the_pool_and_a_saving_is_rounded() -> None:
    plain = parametre.pool(made(), {}, "$C$9")
    assert plain.startswith("Fordel_pulje+") and plain.endswith("-Fordel_centralt")
    assert parametre.pool(made(), FIXED, "$C$9") == plain + "-SUM(F2:F3)"
    assert parametre.pool(made(**SAVING), {}, "$C$9") == celler.half_up(plain, "$C$9")


@pytest.mark.parametrize(("values", "first", "label"), [
    ({}, {}, "Pulje, kr."), ({"centralt": 100}, {}, "Pulje efter central pulje, kr."),
    ({"centralt": 100}, FIXED, "Pulje efter faste beløb, kr."), (SAVING, {}, "Besparelse, kr."),
    ({}, {"grundbeløb": "SUM(E2:E3)", **FIXED}, "Pulje efter grundbeløb og faste beløb, kr.")], ids=str)
def test_what_the_pool_is_called(values: dict[str, Any], first: dict[str, str], label: str) -> None:
    assert parametre.pool_label(made(**values), first) == label
