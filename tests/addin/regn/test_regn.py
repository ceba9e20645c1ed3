"""A workbook is read once and calculated any number of times, with other settings and without a part."""

from __future__ import annotations

from typing import Any

import pytest

from addin.regn.regn import laes, med, regn
from addin.run.laest import Laest
from addin.settings.settle import settle
from addin.workbook import Refusal
from tests.planning import amounts, case, planned

ROWS = [["Institution", "0-2 år", "3-5 år", "Belastning", "Sidste år"],
        ["A", 10, 20, 0.1, 400], ["B", 0, 40, 0.05, 300], ["C", 20, 10, 0.2, 300]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern_0_2": "Ark!$B$2:$B$4", "boern_3_5": "Ark!$C$2:$C$4",
           "belastning": "Ark!$D$2:$D$4", "sidste_aar": "Ark!$E$2:$E$4"}


def made(**values: Any):
    return case({"Ark": ROWS}, COLUMNS, **{"pulje": 1000, **values})


def read() -> Laest:
    snapshot = made().snapshot()
    return laes(snapshot, settle(snapshot, {}))


@pytest.mark.parametrize("settings", [{"garanti": 0.9}, {"taerskel": 0.08}, {"vaegt": 1.0}, {"pulje": 2000.0},
                                      {"andel_nyt": 0.5}, {"afrunding": 100.0},
                                      {"enhed_sidste_aar": "1.000 kr.", "enhed_pulje": "kr."}], ids=str)
def test_a_calculation_with_another_setting_is_that_of_a_workbook_that_says_so(settings: dict[str, Any]) -> None:
    laest = read()
    other = regn(med(laest, **settings))
    assert dict(zip("ABC", other.tildeling.tolist())) == amounts(planned(made(**settings)))
    assert dict(zip("ABC", regn(laest).tildeling.tolist())) == amounts(planned(made()))  # and the first is untouched


def test_what_a_rule_refuses_is_told_with_its_cells() -> None:
    with pytest.raises(Refusal, match=r"Valg!B1"):
        regn(med(read(), minimum=500.0))


def test_what_is_read_and_what_is_calculated_cannot_be_changed() -> None:
    laest = read()
    for frozen in (laest, regn(laest), laest.setup.settings):
        with pytest.raises(AttributeError):
            frozen.setup = None  # type: ignore[misc, union-attr]
